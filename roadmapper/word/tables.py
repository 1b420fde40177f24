"""Captioned tables as native tables."""

from math import fsum

from roadmapper.document import measures as m
from roadmapper.document.style import Style
from roadmapper.document.tree import (
    Align,
    Badge,
    Cell,
    Column,
    Row,
    Table,
    plain,
)
from roadmapper.word.draft import Draft
from roadmapper.word.lines import line
from roadmapper.word.ooxml import cell, field, row, run, table, twips
from roadmapper.word.pieces import Piece, Room

_CIRCLE, _CIRCLED = 0x245F, 9  # the letters ① to ⑨ that our fonts have
_FIRST_ROW = 'w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'


def caption(draft: Draft, kind: str, number: int, title: str, key: str) -> str:
    """Return "Table 3. Title", its number counted by Word and its label the goal of references.

    A block with neither has no caption.
    """
    if not number and not title:
        return ""
    if not number:
        return draft.paragraph("Caption", draft.place(key, run(title)), text=title)
    label = run(f"{kind} ") + field(f"SEQ {kind} \\* ARABIC", str(number))
    rest = run(f". {title}") if title else ""
    return draft.paragraph("Caption", draft.place(key, label) + rest)


def captioned_table(draft: Draft, block: Table, room: Room, style: Style) -> Piece:
    """Return a table, caption above and note below; its header row repeats on every page."""
    xml = caption(draft, "Table", block.number, block.caption, block.key)
    if block.columns:
        xml += _grid(draft, block, room, style)
    lead = style.text["caption"].before if block.number or block.caption else 0
    if not block.note:
        return Piece(xml, after=m.TABLE_AFTER, lead=lead)
    note = draft.paragraph("TableNote", run(block.note), text=block.note)
    return Piece(xml + note, tail=max(style.text["table_note"].after, m.TABLE_AFTER), lead=lead)


def _grid(draft: Draft, block: Table, room: Room, style: Style) -> str:
    widths = _widths(block.columns, room.width)
    kind = "Dense" if block.dense else "Table"
    rows = [_head(draft, block.columns, widths, kind)]
    # No single row stands alone below the header or at the top of a page.
    kept = {0, len(block.rows) - 2} if len(block.rows) > 1 else set()
    rows += [
        _body_row(
            draft,
            one,
            block.columns,
            widths,
            style,
            kind=f"{kind}{'Kept' if at in kept else ''}",
        )
        for at, one in enumerate(block.rows)
    ]
    description = f"Columns: {', '.join(column.title for column in block.columns)}."
    return table(
        "DenseTable" if block.dense else "ProposalTable",
        widths,
        rows,
        title=block.caption,
        description=description,
        look=_FIRST_ROW,
    )


def badge_dot(badge: Badge) -> str:
    """Return the number of a criterion in a circle."""
    circled = 1 <= badge.number <= _CIRCLED
    return run(chr(_CIRCLE + badge.number) if circled else f"({badge.number})", "BadgeDot")


def _widths(columns: tuple[Column, ...], width: float) -> list[float]:
    total = fsum(column.weight for column in columns) or 1
    return [width * column.weight / total for column in columns]


def _head(draft: Draft, columns: tuple[Column, ...], widths: list[float], kind: str) -> str:
    name = f"{kind}Head"
    cells = [
        cell(width, _title(draft, column, name), _side(last))
        for column, width, last in zip(columns, widths, _lasts(columns), strict=True)
    ]
    return row(cells, "<w:cantSplit/><w:tblHeader/>")


def _body_row(
    draft: Draft,
    one: Row,
    columns: tuple[Column, ...],
    widths: list[float],
    style: Style,
    *,
    kind: str,
) -> str:
    tint = style.color(m.EMPHASIS)
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>' if one.emphasised else ""
    filled = one.cells + (Cell(),) * (len(columns) - len(one.cells))
    is_long = any(_length(held) > m.LONG_CELL for held in one.cells)
    kind = kind.removesuffix("Kept") if is_long else kind
    cells = [
        cell(
            width,
            _cell_paragraphs(draft, held, column, kind, opens=not at),
            shade + _side(at == len(columns) - 1),
        )
        for at, (held, column, width) in enumerate(zip(filled, columns, widths, strict=False))
    ]
    return row(cells, "" if is_long else "<w:cantSplit/>")


def _title(draft: Draft, column: Column, name: str) -> str:
    return draft.paragraph(_aligned(name, column), run(column.title), text=column.title)


def _cell_paragraphs(draft: Draft, held: Cell, column: Column, kind: str, *, opens: bool) -> str:
    plain_kind = kind.removesuffix("Kept")
    name = _aligned(f"{plain_kind}{'Strong' if held.bold else 'Text'}", column)
    if name == f"{plain_kind}Text" and not opens:
        name = f"{plain_kind}Quiet"
    name += kind.removeprefix(plain_kind)
    badges = "".join(badge_dot(badge) + run(" ") for badge in held.badges)
    first, *rest = held.paragraphs or ((),)
    found = draft.paragraph(
        name, badges + draft.answer(held.source, line(draft, first)), text=plain(first)
    )
    return found + "".join(draft.paragraph(name, line(draft, one), text=plain(one)) for one in rest)


def _length(held: Cell) -> int:
    return sum(len(plain(one)) + m.LONG_PARAGRAPH for one in held.paragraphs)


def _aligned(name: str, column: Column) -> str:
    return f"{name}Right" if column.align is Align.RIGHT else name


def _lasts(columns: tuple[Column, ...]) -> list[bool]:
    return [at == len(columns) - 1 for at in range(len(columns))]


def _side(last: bool) -> str:
    if not last:
        return ""
    space = twips(m.LAST_CELL_RIGHT)
    return f'<w:tcMar><w:right w:w="{space}" w:type="dxa"/></w:tcMar>'
