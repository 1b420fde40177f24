"""Blocks of prose as strips: headings, paragraphs, lists, quotes, call-outs, sources."""

from dataclasses import replace
from typing import assert_never

from roadmapper.document import measures
from roadmapper.document.direction import runs_left
from roadmapper.document.style import TextStyle
from roadmapper.document.tree import (
    Badge,
    Bullets,
    Callout,
    Heading,
    Item,
    ListLook,
    Paragraph,
    ParagraphLook,
    Quote,
    SourceEntry,
    Sources,
    Text,
    plain,
)
from roadmapper.pdf.breaking import TextLine
from roadmapper.pdf.desk import Desk, Space, baseline
from roadmapper.pdf.pen import Pen
from roadmapper.pdf.strips import Panel, Strip, height_of, held, kept, shifted
from roadmapper.pdf.tagging import Node

CALLOUT_FILL = "accent_tint"

_MARKS = {ListLook.BULLET: "•", ListLook.CHECK: "✓"}
_TURNED = "\u200f"  # the sign that a text runs to the left
_RADIUS = 4.5
_BADGE_TEXT = (measures.BADGE_HEIGHT + measures.BADGE_DISC) / 2 + 6.5  # left of a badge's name
_WHOLE = 0.5  # of a page: a call-out lower than this is not parted


def heading(block: Heading, desk: Desk, space: Space) -> list[Strip]:
    """Return a heading, its eyebrow above it."""
    look = desk.look(f"heading{block.level}")
    strips: list[Strip] = []
    if block.eyebrow:
        strips += desk.paragraph((Text(block.eyebrow),), desk.look("eyebrow"), space)
    key = desk.key_for(block.key, block.text, block.level)
    role = desk.heading_role(block.level)
    title = desk.paragraph(
        (Text(block.text),),
        look,
        space,
        role=role,
        width=space.width,
        keys=(key,),
        source=block.source,
    )
    if strips:
        strips[0].before, title[0].before = look.before, 0
    found = held([*strips, *title])
    found[0].fresh = block.new_page
    return found


def paragraph(block: Paragraph, desk: Desk, space: Space) -> list[Strip]:
    """Return a paragraph."""
    small = space.small and block.look is not ParagraphLook.SMALL
    look = desk.look("callout" if small else block.look.value)
    return desk.paragraph(block.line, look, space, source=block.source)


def bullets(block: Bullets, desk: Desk, space: Space) -> list[Strip]:
    """Return a list, each item with its mark before it."""
    plain = block.look is not ListLook.CHECK and not space.small
    look = desk.look("bullet" if plain else "callout")
    node = space.node.child("L")
    strips: list[Strip] = []
    numbers = [0, 0]
    for item in block.items:
        level = min(item.level, 1)
        numbers[level] += 1
        numbers[level + 1 :] = [0] * (1 - level)
        mark = _MARKS.get(block.look, f"{numbers[level]}.")
        own = _item(item, mark, look, desk, space.inside(node.child("LI")))
        if block.look is ListLook.CHECK:
            own = _spaced(own) if desk.in_word else _ruled(own, space.measure)
        strips += own
    if strips:
        strips[-1].after = max(strips[-1].after, measures.LIST_AFTER)
    return strips


def quote(block: Quote, desk: Desk, space: Space) -> list[Strip]:
    """Return a sentence set large beside a rule."""
    look = desk.look("quote")
    inside = space.inside(space.node.child("BlockQuote"))
    panel = Panel(0, measures.QUOTE_RULE, fill="accent")
    even = not desk.in_word
    strips = desk.paragraph(
        block.line, look, inside, x=look.indent, balanced=even, source=block.source
    )
    for strip in strips:
        strip.panel = panel
    return kept(strips)


def callout(block: Callout, desk: Desk, space: Space) -> list[Strip]:
    """Return a tinted box."""
    pad = measures.CALLOUT_PAD
    width = space.width - 2 * pad
    inside = Space(width, width, space.node.child("Sect"), small=True)
    body = desk.paragraph((Text(block.title),), desk.look("callout_title"), inside)
    for one in block.body:
        match one:
            case Paragraph():
                body += paragraph(one, desk, inside)
            case Bullets():
                body += bullets(one, desk, inside)
            case _:
                assert_never(one)
    edge = Strip(pad, keep=True), Strip(pad, after=measures.CALLOUT_AFTER)
    body[-1].after, body[-1].keep = 0, True
    strips = [edge[0], *(shifted(one, pad) for one in body), edge[1]]
    panel = Panel(0, space.width, fill=CALLOUT_FILL, radius=_RADIUS)
    for strip in strips:
        strip.panel = panel
    strips[0].before = measures.CALLOUT_BEFORE
    whole = 1 if desk.in_word else _WHOLE
    return kept(strips) if height_of(strips) < desk.room * whole else strips


def sources(block: Sources, desk: Desk, space: Space) -> list[Strip]:
    """Return the numbered list of sources."""
    node = space.node.child("L")
    wide = Space(space.width, space.width, node)
    return [strip for entry in block.entries for strip in _source(entry, desk, wide)]


def badges(block: tuple[Badge, ...], desk: Desk, space: Space) -> list[Strip]:
    """Return badges as pills, on as many lines as they need."""
    look = desk.look("badge")
    rows: list[list[tuple[Badge, TextLine, float]]] = [[]]
    used = 0.0
    for badge in block:
        line = desk.setter.plain(badge.name, look)
        wide = _BADGE_TEXT + line.width + measures.BADGE_PAD
        if desk.in_word:
            wide = desk.setter.plain(f"\xa0{badge.number}\xa0\xa0{badge.name}\xa0", look).width
        if rows[-1] and used + wide > space.width:
            rows.append([])
            used = 0.0
        rows[-1].append((badge, line, wide))
        used += wide + measures.BADGE_GAP
    node = space.node.child("P")
    strips = [_pills(row, look, desk, node) for row in rows if row]
    for strip in strips:
        strip.after = 0 if desk.in_word else strip.after
    if strips:
        strips[-1].after = look.after
    return held(strips)


def disc(
    pen: Pen,
    desk: Desk,
    number: int,
    at: tuple[float, float],
    node: Node,
    *,
    size: float = measures.CONTENTS_DOT,
    solid: bool = False,
) -> None:
    """Draw the number of a criterion in a disc, its upper left corner at a point."""
    x, y = at
    look = desk.look("badge")
    line = desk.setter.plain(str(number), look, color="on_accent" if solid else "accent")
    pen.box(x, y, size, size, fill="accent" if solid else "accent_tint", radius=size / 2)
    pen.line(line, x + (size - line.width) / 2, y + size / 2 + look.size * 0.36, node)


def _pills(
    row: list[tuple[Badge, TextLine, float]], look: TextStyle, desk: Desk, node: Node
) -> Strip:
    height, size = measures.BADGE_HEIGHT, measures.BADGE_DISC
    inset = (height - size) / 2

    def paint(pen: Pen, x: float, y: float) -> None:
        for badge, line, wide in row:
            pen.box(x, y, wide, height, fill="accent_tint", stroke="accent_line", radius=height / 2)
            corner = (x + inset + 1, y + inset)
            disc(pen, desk, badge.number, corner, node, size=size, solid=True)
            base = y + height / 2 + look.size * 0.35
            pen.line(line, x + _BADGE_TEXT, base, node)
            x += wide + measures.BADGE_GAP

    return Strip(height, paint, before=0, after=4)


def _item(item: Item, mark: str, look: TextStyle, desk: Desk, space: Space) -> list[Strip]:
    indent = (look.indent or measures.ITEM_INDENT) + measures.ITEM_INDENT * min(item.level, 1)
    label = space.node.child("Lbl")
    color = "ink" if mark[0].isdigit() else "accent"
    is_turned = runs_left(plain(item.line))
    line = desk.setter.plain(_TURNED + mark if is_turned else mark, look, color=color)
    start = indent - (look.indent or measures.ITEM_INDENT)
    if is_turned:
        start = space.measure - start - line.width
        room = replace(space, measure=space.measure - indent)
        strips = desk.paragraph(item.line, look, room, role="LBody", source=item.source)
    else:
        strips = desk.paragraph(item.line, look, space, role="LBody", x=indent, source=item.source)
    strips[0] = _marked(strips[0], line, look, start, label)
    return strips


def _source(entry: SourceEntry, desk: Desk, space: Space) -> list[Strip]:
    look = desk.look("callout")
    inside = space.inside(space.node.child("LI"))
    label = inside.node.child("Lbl")
    strips = desk.paragraph(
        entry.line,
        look,
        inside,
        role="LBody",
        x=measures.SOURCE_INDENT,
        keys=(entry.key,),
        source=entry.source,
    )
    number = desk.setter.plain(str(entry.number), look, bold=True, color="accent")
    strips[0] = _marked(strips[0], number, look, 0, label)
    return strips


def _marked(strip: Strip, mark: TextLine, look: TextStyle, x: float, label: Node) -> Strip:
    """Return a strip with a mark before its text."""
    draw, down = strip.paint, baseline(look)

    def paint(pen: Pen, left: float, top: float) -> None:
        pen.line(mark, left + x, top + down, label)
        draw(pen, left, top)

    strip.paint = paint
    return strip


def _spaced(strips: list[Strip]) -> list[Strip]:
    """Return an item as Word sets it, where the room above merges with that of what is above."""
    pad = round(measures.CHECK_PAD)
    strips[0].before, strips[-1].after = 2 * measures.CHECK_PAD - pad, 0
    return kept([*strips, Strip(pad + measures.HAIRLINE)])


def _ruled(strips: list[Strip], width: float) -> list[Strip]:
    """Return an item with room around it and a hairline below."""
    pad = measures.CHECK_PAD

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.rule(x, y + pad, width, measures.HAIRLINE, "line2")

    strips[-1].after = 0
    wide = strips[0].wide
    edges = Strip(pad, wide=wide), Strip(pad + measures.HAIRLINE, paint, wide=wide)
    return kept([edges[0], *strips, edges[1]])
