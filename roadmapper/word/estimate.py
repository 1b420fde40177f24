"""About how high a block will stand, to tell whether columns fit on one page."""

from math import ceil, fsum
from typing import assert_never

from roadmapper.document import measures as m
from roadmapper.document.geometry import chart_scene
from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Chart,
    Columns,
    Heading,
    KeyFigures,
    Landscape,
    Line,
    ModelFacts,
    Paragraph,
    Quote,
    Sources,
    Steps,
    Table,
    Tiers,
    Timeline,
    plain,
)
from roadmapper.word.draft import Draft

_LETTER = 0.47  # of the size: how wide a letter is on average
_FIGURES, _STEPS, _TIER, _TIMELINE, _FACTS = 75.0, 60.0, 75.0, 300.0, 105.0


def height_of(draft: Draft, blocks: tuple[Block, ...], width: float) -> float:
    """Return about how high the blocks stand one below the other in this width."""
    return fsum(_height(draft, block, width) for block in blocks)


def _height(draft: Draft, block: Block, width: float) -> float:  # noqa: C901, PLR0911, PLR0912  a case a kind
    match block:
        case Heading():
            return _text(draft, block.text, f"heading{block.level}", width)
        case Paragraph():
            return _line(draft, block.line, block.look.value, width)
        case Quote():
            return _line(draft, block.line, "quote", width)
        case Bullets():
            lines = (item.line for item in block.items)
            return fsum(_line(draft, line, "bullet", width - m.ITEM_INDENT) for line in lines)
        case Sources():
            return fsum(_line(draft, entry.line, "callout", width) for entry in block.entries)
        case Callout():
            inside = width - 2 * m.CALLOUT_PAD
            return height_of(draft, block.body, inside) + 3 * m.CALLOUT_PAD + m.CALLOUT_AFTER
        case Table():
            return _table(draft, block, width)
        case ModelFacts():
            line = draft.sheet.text["facts_label"].leading + 2 * m.FACTS_LINE
            return _FACTS + line * len(block.facts)
        case Chart():
            scene = chart_scene(block, width, draft.sheet, draft.measure)
            return scene.height + _text(draft, block.title, "caption", width) + m.FIGURE_AFTER
        case Timeline():
            return _TIMELINE
        case KeyFigures():
            return _FIGURES
        case Steps():
            return _STEPS
        case Tiers():
            return _TIER * len(block.items)
        case Columns() | Landscape():
            return 0
        case _:
            assert_never(block)


def _table(draft: Draft, block: Table, width: float) -> float:
    total = fsum(column.weight for column in block.columns) or 1
    shares = [width * column.weight / total - m.CELL_RIGHT for column in block.columns]
    pads = m.CELL_TOP + m.CELL_BOTTOM
    high = _text(draft, block.caption, "caption", width) + 2 * pads
    for row in block.rows:
        cells = zip(row.cells, shares, strict=False)
        high += pads + max(
            (
                fsum(_line(draft, line, "table_cell", room) for line in cell.paragraphs)
                for cell, room in cells
            ),
            default=0,
        )
    return high


def _line(draft: Draft, line: Line, look: str, width: float) -> float:
    return _text(draft, plain(line), look, width)


def _text(draft: Draft, text: str, look: str, width: float) -> float:
    style = draft.sheet.text[look]
    room = max(width, style.size)
    count = sum(max(1, ceil(len(one) * style.size * _LETTER / room)) for one in text.split("\n"))
    return count * style.leading + max(style.before, style.after)
