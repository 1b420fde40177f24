"""Blocks become strips: one case for each kind of block in the tree."""

from dataclasses import replace
from typing import assert_never

from roadmapper.document import measures
from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Chart,
    Columns,
    Heading,
    KeyFigures,
    Landscape,
    ModelFacts,
    Paragraph,
    Quote,
    Sources,
    Steps,
    Table,
    Tiers,
    Timeline,
)
from roadmapper.pdf import figures, prose
from roadmapper.pdf.desk import Desk, Space
from roadmapper.pdf.facts import model_facts
from roadmapper.pdf.pen import Pen
from roadmapper.pdf.strips import Placed, Strip, height_of, paint, pile
from roadmapper.pdf.table import table
from roadmapper.pdf.tagging import Node

_TEXT = (Heading, Paragraph, Bullets, Quote, Chart, Timeline, Sources)


def lay(block: Block, desk: Desk, space: Space) -> list[Strip]:  # noqa: C901, PLR0911, PLR0912  a case a kind
    """Return a block as strips."""
    match block:
        case Heading():
            return prose.heading(block, desk, space)
        case Paragraph():
            return prose.paragraph(block, desk, space)
        case Bullets():
            return prose.bullets(block, desk, space)
        case Quote():
            return prose.quote(block, desk, space)
        case Callout():
            return prose.callout(block, desk, space)
        case KeyFigures():
            return figures.key_figures(block, desk, space)
        case Table():
            return table(block, desk, space)
        case ModelFacts():
            return model_facts(block, desk, space)
        case Chart():
            return figures.chart(block, desk, space)
        case Steps():
            return figures.steps(block, desk, space)
        case Tiers():
            return figures.tiers(block, desk, space)
        case Timeline():
            return figures.timeline(block, desk, space)
        case Sources():
            return prose.sources(block, desk, space)
        case Columns():
            return _columns(block, desk, space)
        case Landscape(blocks):
            return lay_all(blocks, desk, space)
        case _:
            assert_never(block)


def lay_all(blocks: tuple[Block, ...], desk: Desk, space: Space) -> list[Strip]:
    """Return blocks as strips."""
    return [strip for block in blocks for strip in lay(block, desk, space)]


def sideways(block: Landscape, desk: Desk, space: Space, room: float) -> list[Strip]:
    """Return what stands on a page turned sideways; a timeline takes what the rest leaves."""
    level = desk.level
    others = tuple(one for one in block.blocks if not isinstance(one, Timeline))
    # Laid out beside the document, only to know its height.
    rest = height_of(lay_all(others, desk, space.inside(Node("Sect"))))
    desk.level = level
    left = max(room - rest - 2 * measures.FIGURE_AFTER, 1)
    return [
        strip
        for one in block.blocks
        for strip in (
            figures.timeline(one, desk, space, left)
            if isinstance(one, Timeline)
            else lay(one, desk, space)
        )
    ]


def _columns(block: Columns, desk: Desk, space: Space) -> list[Strip]:
    """Return two stacks side by side, or one after the other where a page cannot hold them."""
    width = space.width - measures.COLUMNS_GAP
    wide = width * block.share, width * (1 - block.share)
    level = desk.level
    sides = block.left, block.right
    stacks = [
        pile(lay_all(blocks, desk, Space(part, part, space.node)))
        for blocks, part in zip(sides, wide, strict=True)
    ]
    height = max(map(_bottom, sides, stacks, (desk.in_word,) * 2))
    if height > desk.room:
        desk.level = level
        return lay_all((*block.left, *block.right), desk, space)
    _stretch(stacks, height)
    return [_side_by_side(stacks, wide[0] + measures.COLUMNS_GAP, height)]


def _bottom(blocks: tuple[Block, ...], stack: list[Placed], in_word: bool) -> float:
    """Return where a stack ends; in Word the space after a paragraph at its end counts."""
    if not stack:
        return 0.0
    ends_with_text = isinstance(blocks[-1], _TEXT)
    return stack[-1].bottom + (stack[-1].strip.after if in_word and ends_with_text else 0)


def _side_by_side(stacks: list[list[Placed]], shift: float, height: float) -> Strip:
    def draw(pen: Pen, x: float, y: float) -> None:
        paint(pen, stacks[0], x, y)
        paint(pen, stacks[1], x + shift, y)

    keys = tuple(key for stack in stacks for one in stack for key in one.strip.keys)
    return Strip(height, draw, measures.COLUMNS_BEFORE, measures.COLUMNS_AFTER, keys=keys)


def _stretch(stacks: list[list[Placed]], height: float) -> None:
    """Let a call-out alone in its column reach down as far as the other column."""
    for stack in stacks:
        panel = stack[0].strip.panel if stack else None
        if panel and panel.fill == prose.CALLOUT_FILL and stack[-1].strip.panel is panel:
            stack[-1].strip = replace(stack[-1].strip, height=height - stack[-1].y)
