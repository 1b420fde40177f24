"""The model-facts label as a native table in a heavy frame."""

from itertools import pairwise

from roadmapper.document import measures as m
from roadmapper.document.style import TextStyle
from roadmapper.document.tree import ModelFact, ModelFacts, Tone
from roadmapper.word.draft import Draft
from roadmapper.word.ooxml import cell, row, run, table, twips
from roadmapper.word.pieces import Piece, Room

_GAP = 10.0  # right of a label
_SPARE = 2.0  # what a line must have left, because Word measures a little differently
# The space inside the cells that makes the distances those of measures.py.
_ABOVE, _BELOW = m.FACTS_TOP - m.FACTS_FRAME, m.FACTS_PAD * 0.8 - m.FACTS_FRAME
_HEAD_BELOW, _FOOT_ABOVE = 7.0, 8.0


def facts_label(draft: Draft, block: ModelFacts, room: Room) -> Piece:
    """Return the model-facts label, which reads like a nutrition label; its title repeats."""
    splits = [_split(draft, fact, room.width) for fact in block.facts]
    edges = sorted({0.0, room.width, *splits})
    rows = [_head(draft, block, room.width, len(edges) - 1)]
    for at, (fact, split) in enumerate(zip(block.facts, splits, strict=True)):
        meet = edges.index(split)
        spans = meet, len(edges) - 1 - meet
        widths = split, room.width - split
        rows.append(_fact(draft, fact, widths, spans, first=at == 0))
    rows.append(_foot(draft, block.foot, room.width, len(edges) - 1))
    grid = [end - start for start, end in pairwise(edges)]
    xml = table(
        "FactsTable",
        grid,
        rows,
        title=block.title,
        description=f"{block.title}: what each line says, line by line.",
        look='w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"',
    )
    return Piece(xml, before=m.CALLOUT_BEFORE, after=m.FACTS_AFTER)


def _foot(draft: Draft, text: str, width: float, columns: int) -> str:
    above, below = (_FOOT_ABOVE, _BELOW) if text else (m.FACTS_LINE, 0)
    held = draft.paragraph("FactsFoot" if text else "TableSpace", run(text), text=text)
    bar = _borders(draft, top=m.FACTS_BAR)
    return row(
        [
            cell(
                width,
                held,
                _span(columns) + bar + _space(top=above, bottom=below, right=m.FACTS_PAD),
            )
        ]
    )


def _head(draft: Draft, block: ModelFacts, width: float, columns: int) -> str:
    title = draft.place(block.key, run(block.title))
    held = draft.paragraph("FactsTitle", title, text=block.title)
    for name, text in (("FactsHeadline", block.headline), ("FactsSummary", block.summary)):
        held += draft.paragraph(name, run(text), text=text) if text else ""
    space = _space(top=_ABOVE, bottom=_HEAD_BELOW, right=m.FACTS_PAD)
    bar = _borders(draft, bottom=m.FACTS_BAR)
    held = cell(width, held, _span(columns) + bar + space)
    return row([held], "<w:cantSplit/><w:tblHeader/>")


def _fact(
    draft: Draft,
    fact: ModelFact,
    widths: tuple[float, float],
    spans: tuple[int, int],
    *,
    first: bool,
) -> str:
    label = draft.paragraph(
        "FactsPart" if fact.level else "FactsLabel", run(fact.label), text=fact.label
    )
    tone = "" if fact.tone is Tone.PLAIN else f"Tone{fact.tone.value.title()}"
    value = draft.paragraph(
        "FactsValueStrong" if fact.level else "FactsValue",
        draft.answer(fact.source, run(fact.value, tone)),
        text=fact.value,
    )
    if first:
        edges = _borders(draft, top=m.FACTS_BAR)
    elif fact.heavy:
        edges = _borders(draft, top=m.FACTS_HEAVY)
    else:
        edges = _borders(draft, top=m.HAIRLINE, color="line2")
    cells = (
        cell(widths[0], label, _span(spans[0]) + edges + _space(right=_GAP)),
        cell(widths[1], value, _span(spans[1]) + edges + _space(left=0, right=m.FACTS_PAD)),
    )
    return row(cells, "" if len(fact.value) > m.LONG_CELL else "<w:cantSplit/>")


def _split(draft: Draft, fact: ModelFact, width: float) -> float:
    """Return where label and value meet: in the middle, or where both stay on one line."""
    middle = width / 2
    if "\n" in fact.label + fact.value or len(fact.label) + len(fact.value) > width:
        return middle
    looks = draft.sheet.text["facts_strong"], draft.sheet.text["facts_label"]
    label, value = looks[::-1] if fact.level else looks
    left = _wide(draft, fact.label, label) + m.FACTS_PAD + _GAP + _SPARE
    left += m.FACTS_INDENT if fact.level else 0
    right = _wide(draft, fact.value, value) + m.FACTS_PAD + _SPARE
    if (left <= middle and right <= middle) or left + right > width:
        return middle
    return twips(left + (width - left - right) / 2) / 20


def _wide(draft: Draft, text: str, look: TextStyle) -> float:
    """Return how wide Word sets a text: in sizes of half points."""
    return draft.measure.width(text, look.font, round(look.size * 2) / 2)


def _space(**sides: float) -> str:
    """Return the space inside a cell at the sides that differ from the others of its table."""
    held = "".join(
        f'<w:{side} w:w="{twips(sides[side])}" w:type="dxa"/>'
        for side in ("top", "left", "bottom", "right")
        if side in sides
    )
    return f"<w:tcMar>{held}</w:tcMar>"


def _span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


def _borders(draft: Draft, *, top: float = 0, bottom: float = 0, color: str = "ink") -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="0"'
        f' w:color="{draft.sheet.color(color)}"/>'
        for side, width in (("top", top), ("bottom", bottom))
        if width
    )
    return f"<w:tcBorders>{sides}</w:tcBorders>"
