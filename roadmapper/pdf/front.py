"""The first pages: the cover, and the contents with the legend of criteria."""

from collections.abc import Callable

from roadmapper.document import geometry, measures
from roadmapper.document.tree import Badge, Chapter, Contents, Cover, Fact, Text
from roadmapper.pdf.desk import Desk, Space, baseline, write_lines
from roadmapper.pdf.page import COVER_FOOT
from roadmapper.pdf.pen import Pen
from roadmapper.pdf.prose import disc
from roadmapper.pdf.strips import Panel, Strip, kept, shifted
from roadmapper.pdf.tagging import Node

_LEGEND_COLUMNS = 3
_LEGEND_LINE = 17.4
_RADIUS = 5.0
_MOST_LINES = 3  # of an organization, a version or a fact on the cover; the rest is set as text
_PROMISE = 0.76  # of the width
_FIELD_TEXT = 34  # from the foot of the field to the first line of text

PageOf = Callable[[str], int]


def cover(block: Cover, desk: Desk, space: Space, width: float, height: float) -> list[Strip]:
    """Return the cover: the field, and below it eyebrow, title and promise."""
    margins = desk.style.margins
    node = space.node.child("Sect")
    inside = space.inside(node)
    scene = geometry.cover_scene(block, width, height, desk.style)
    figure = node.child("Figure", alt=scene.alt)
    top = _top_line(block, desk, node, space.width)

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.figure(scene, x - margins.left, y - margins.top, figure)
        top.paint(pen, x, margins.top * 0.72)

    gap = measures.BAND_TEXT if block.banded else _FIELD_TEXT
    strips = [Strip(scene.height - margins.top + gap, paint)]
    strips += desk.paragraph((Text(block.eyebrow),), desk.look("eyebrow"), inside)
    is_long = block.banded or len(block.title) > measures.COVER_LONG
    title = desk.look("title_long" if is_long else "title")
    strips += desk.paragraph(
        (Text(block.title),),
        title,
        inside,
        role="H1",
        width=space.width,
        balanced=True,
        source=block.title_source,
    )
    if block.promise or not block.banded:
        strips += desk.paragraph(
            (Text(block.promise),),
            desk.look("promise"),
            inside,
            width=space.width * _PROMISE,
            source=block.promise_source,
        )
    if block.banded:
        strips[1].keys = (desk.key_for("brief", block.title, 1),)
    facts = _facts(block.facts, desk, node, space.width)
    strips[0].paint = _both(strips[0], facts, height - margins.top - COVER_FOOT)
    return [*strips, *_spilled(block, desk, inside)]


def contents(
    block: Contents, chapters: tuple[Chapter, ...], desk: Desk, space: Space, page_of: PageOf
) -> list[Strip]:
    """Return the contents: a line for each chapter, then the criteria."""
    look = desk.look("heading1")
    key = desk.key_for("contents page", block.title, 1)
    role = desk.heading_role(1)
    strips = desk.paragraph(
        (Text(block.title),), look, space, role=role, width=space.width, keys=(key,)
    )
    node = space.node.child("TOC")
    strips.append(Strip(measures.HEAD_RULE, _rule(space.width), before=14, keep=True))
    for one in chapters:
        if not one.annex:
            strips.append(_entry(one, desk, node.child("TOCI"), space.width, page_of))
    annexes = [one for one in chapters if one.annex]
    if annexes:
        node = node.child("TOC")
        inside, look = space.inside(node), desk.look("contents_part")
        strips += desk.paragraph((Text(block.annexes_title),), look, inside, role="Caption")
    for one in annexes:
        strips.append(_entry(one, desk, node.child("TOCI"), space.width, page_of))
    if block.legend:
        strips += _legend(block, desk, space)
    return strips


def _entry(chapter: Chapter, desk: Desk, node: Node, width: float, page_of: PageOf) -> Strip:
    number_look, title_look = desk.look("contents_number"), desk.look("contents_title")
    line_look, page_look = desk.look("contents_line"), desk.look("contents_page")
    link = node.child("Link")
    dots = measures.CONTENTS_DOTS + max(len(chapter.badges) - 2, 0) * (measures.CONTENTS_DOT + 3)
    room = width - measures.CONTENTS_NUMBER - dots - 8
    number = desk.setter.plain(chapter.mark, number_look)
    title = desk.setter.lines((Text(chapter.title),), title_look, room)[:40]
    line = desk.setter.lines((Text(chapter.line),), line_look, room)[:12] if chapter.line else []
    pad = measures.CONTENTS_PAD
    height = 2 * pad + len(title) * title_look.leading + len(line) * line_look.leading

    def paint(pen: Pen, x: float, y: float) -> None:
        down = y + pad + baseline(title_look)
        pen.line(number, x, down, link)
        left = x + measures.CONTENTS_NUMBER
        below = write_lines(pen, title, title_look, (left, y + pad), link)
        write_lines(pen, line, line_look, (left, below), link)
        for at, badge in enumerate(chapter.badges):
            place = x + width - dots + at * (measures.CONTENTS_DOT + 3)
            disc(pen, desk, badge.number, (place, y + pad + 2), link)
        page = desk.setter.plain(str(page_of(chapter.key)), page_look)
        pen.line(page, x + width - page.width, down, link)
        pen.link((x, y, width, height), f"#{chapter.key}", chapter.title, link)
        pen.rule(x, y + height, width, measures.HAIRLINE, "line2")

    return Strip(height + measures.HAIRLINE, paint)


def _legend(block: Contents, desk: Desk, space: Space) -> list[Strip]:
    pad = measures.LEGEND_PAD
    node = space.node.child("Sect")
    inside = Space(space.width - 2 * pad, space.width - 2 * pad, node)
    look = desk.look("callout_title")
    title = desk.paragraph((Text(block.legend_title),), look, inside, color="ink")
    items = node.child("L")
    rows = [
        _legend_row(block.legend[at : at + _LEGEND_COLUMNS], desk, items, inside.width)
        for at in range(0, len(block.legend), _LEGEND_COLUMNS)
    ]
    strips = [
        Strip(pad - 2),
        *(shifted(strip, pad) for strip in (*title, *rows)),
        Strip(pad - 4),
    ]
    panel = Panel(0, space.width, fill="paper", radius=_RADIUS)
    for strip in strips:
        strip.panel = panel
    strips[0].before = 2
    return kept(strips)


def _legend_row(row: tuple[Badge, ...], desk: Desk, node: Node, width: float) -> Strip:
    look = desk.look("callout")
    wide = width / _LEGEND_COLUMNS
    room = wide - measures.CONTENTS_DOT - 9
    items = [
        (badge, desk.setter.lines((Text(badge.name),), look, room, color="ink2"), node.child("LI"))
        for badge in row
    ]

    def paint(pen: Pen, x: float, y: float) -> None:
        for badge, lines, item in items:
            disc(pen, desk, badge.number, (x, y + 2), item)
            left = x + measures.CONTENTS_DOT + 5
            write_lines(pen, lines, look, (left, y + (_LEGEND_LINE - look.leading) / 2), item)
            x += wide

    most = max((len(lines) for _, lines, _ in items), default=1)
    return Strip(_LEGEND_LINE + (most - 1) * look.leading, paint)


def _rule(width: float) -> Callable[[Pen, float, float], None]:
    def paint(pen: Pen, x: float, y: float) -> None:
        pen.rule(x, y, width, measures.HEAD_RULE, "ink")

    return paint


def _top_line(block: Cover, desk: Desk, node: Node, width: float) -> Strip:
    """Return the organization at left and the version at right."""
    first, second = desk.look("cover_organization"), desk.look("cover_version")
    own, other = node.child("P"), node.child("P")
    left = desk.setter.lines((Text(block.organization),), first, width * 0.6)
    right = desk.setter.lines((Text(block.version),), second, width * 0.36)

    def paint(pen: Pen, x: float, y: float) -> None:
        write_lines(pen, left[:_MOST_LINES], first, (x, y), own)
        for at, line in enumerate(right[:_MOST_LINES]):
            down = y + at * second.leading + baseline(second)
            pen.line(line, x + width - line.width, down, other)

    return Strip(first.leading, paint)


def _facts(facts: tuple[Fact, ...], desk: Desk, node: Node, width: float) -> Strip:
    """Return the facts at the foot: labels over values, the last one at the right margin."""
    label, value = desk.look("cover_label"), desk.look("cover_value")
    count = max(len(facts), 1)
    wide = width / count
    items = [
        (
            [
                *((one, label) for one in desk.setter.lines((Text(fact.label),), label, wide - 8)),
                *((one, value) for one in desk.setter.lines((Text(fact.value),), value, wide - 8)),
            ][: _MOST_LINES + 1],
            node.child("P"),
            at > 0 and at == count - 1,
        )
        for at, fact in enumerate(facts)
    ]

    def paint(pen: Pen, x: float, y: float) -> None:
        if items:
            pen.rule(x, y, width, measures.HAIRLINE, "line2")
        for at, (lines, own, is_right) in enumerate(items):
            down = y + 13.0
            for line, look in lines:
                left = x + width - line.width if is_right else x + wide * at
                pen.line(line, left, down + baseline(look), own)
                down += look.leading

    return Strip(0, paint)


def _both(strip: Strip, below: Strip, distance: float) -> Callable[[Pen, float, float], None]:
    draw = strip.paint

    def paint(pen: Pen, x: float, y: float) -> None:
        draw(pen, x, y)
        below.paint(pen, x, y + distance)

    return paint


def _spilled(block: Cover, desk: Desk, space: Space) -> list[Strip]:
    """Return as text what the cover's corners cannot hold."""
    first, second = desk.look("cover_label"), desk.look("cover_value")
    wide = space.width / max(len(block.facts), 1) - 8
    places = [
        (block.organization, first, space.width * 0.6, _MOST_LINES),
        (block.version, second, space.width * 0.36, _MOST_LINES),
        *((fact.label, first, wide, 1) for fact in block.facts),
        *((fact.value, second, wide, _MOST_LINES) for fact in block.facts),
    ]
    return [
        strip
        for text, look, width, most in places
        if len(desk.setter.lines((Text(text),), look, width)) > most
        for strip in desk.paragraph((Text(text),), look, space, color="ink")
    ]
