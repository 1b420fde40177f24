"""Blocks that are drawn: charts, the timeline, key figures, steps and tiers."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import fsum

from roadmapper.document import geometry, measures
from roadmapper.document.scene import Scene
from roadmapper.document.style import TextStyle
from roadmapper.document.tree import (
    Chart,
    KeyFigure,
    KeyFigures,
    Step,
    Steps,
    Text,
    Tier,
    Tiers,
    Timeline,
    Tone,
)
from roadmapper.pdf.breaking import TextLine
from roadmapper.pdf.desk import Desk, Space, write_lines
from roadmapper.pdf.pen import Pen
from roadmapper.pdf.strips import Strip, height_of, kept
from roadmapper.pdf.table import caption_strips
from roadmapper.pdf.tagging import Node

_HIGHEST = 0.7  # of a page: a higher drawing is made smaller, a higher row is set as text
_LANE = 60.0  # height of a lane of a timeline on a page turned sideways
_UPRIGHT_LANE = 40.0
_CALENDAR = 62.0  # height of the rows above the lanes
_TONES = (Tone.SLATE, Tone.ACCENT, Tone.GOLD, Tone.PLUM, Tone.SAGE, Tone.CLAY)

_Lines = list[tuple[TextStyle, list[TextLine]]]


def chart(block: Chart, desk: Desk, space: Space) -> list[Strip]:
    """Return a chart with its caption above and its note below."""
    node = space.node.child("Sect")
    inside = Space(space.width, space.width, node)
    strips = caption_strips("Figure", block.number, block.title, desk, inside)
    small = desk.look("table_note")
    if block.subtitle:
        for strip in strips[-1:]:
            strip.after = strip.after if desk.in_word else 0
        strips += desk.paragraph((Text(block.subtitle),), small, inside)
        strips[-1].after = 0
    scene = geometry.chart_scene(block, space.width, desk.style)
    strips.append(_drawing(scene, block.alt or scene.alt, desk, node))
    strips[0].keys = (block.key,)
    kept(strips)
    if block.note:
        strips[-1].keep = True
        strips += desk.paragraph((Text(block.note),), small, inside)
    return strips


def timeline(block: Timeline, desk: Desk, space: Space, height: float = 0) -> list[Strip]:
    """Return a timeline with its caption, as high as asked."""
    node = space.node.child("Sect")
    inside = Space(space.width, space.width, node)
    strips = caption_strips("Figure", block.number, block.title, desk, inside)
    caption = fsum(strip.height for strip in strips) + measures.FIGURE_BEFORE
    wanted = _CALENDAR + (_LANE if height else _UPRIGHT_LANE) * len(block.lanes)
    least = _CALENDAR + _UPRIGHT_LANE / 2 * len(block.lanes)
    high = max(min(wanted, height - caption), least) if height else wanted
    scene = geometry.timeline_scene(block, space.width, high, desk.style)
    strips.append(_drawing(scene, block.alt or scene.alt, desk, node))
    strips[0].keys = (block.key,)
    return kept(strips)


def key_figures(block: KeyFigures, desk: Desk, space: Space) -> list[Strip]:
    """Return figures in a row of equal columns."""
    ruled = any(one.note for one in block.items)
    node = space.node.child("L")
    wide = space.width / max(len(block.items), 1)
    width = wide - measures.FIGURES_GAP
    items = [
        _Item(
            wide * at, width, _figure(one, ruled, at, width, desk), node.child("LI").child("LBody")
        )
        for at, one in enumerate(block.items)
    ]
    strip = _row(items, measures.FIGURES_PAD)
    if strip.height > desk.room * _HIGHEST:
        words = [text for one in block.items for text in (one.value, one.label, one.note)]
        return _as_text(words, desk, space)
    if ruled:
        _rules_around(strip, space.width)
    strip.before, strip.after = measures.FIGURES_BEFORE, measures.FIGURES_AFTER
    return [strip]


def steps(block: Steps, desk: Desk, space: Space) -> list[Strip]:
    """Return a process from left to right: a disc and a line, below it what happens."""
    node = space.node.child("L")
    count = max(len(block.items), 1)
    wide = space.width / count
    items = [
        _Item(
            wide * at,
            wide,
            _step(one, wide - measures.STEP_GAP, desk),
            node.child("LI").child("LBody"),
            geometry.step_scene(at + 1, wide, at + 1 < count, desk.style),
        )
        for at, one in enumerate(block.items)
    ]
    strip = _row(items, 0, measures.STEP_DISC + measures.STEP_TEXT)
    if strip.height > desk.room * _HIGHEST:
        return _as_text([t for one in block.items for t in (one.title, one.detail)], desk, space)
    strip.before, strip.after = measures.STEPS_BEFORE, measures.STEPS_AFTER
    return [strip]


def tiers(block: Tiers, desk: Desk, space: Space) -> list[Strip]:
    """Return tiers as blocks that grow narrower, with who and how much beside them."""
    node = space.node.child("L")
    strips: list[Strip] = []
    for at, one in enumerate(block.items):
        strips += _tier(one, at, len(block.items), desk, space.inside(node))
    if strips:
        _rules_around(strips[0], space.width, below=False)
        strips[0].before = measures.TIERS_BEFORE
    if strips and block.totals:
        strips += _totals(block.totals, desk, space)
        strips[-1].after = measures.TIERS_AFTER
    return kept(strips) if height_of(strips) < desk.room else strips


@dataclass(slots=True)
class _Item:
    """A column of a row: where it stands, its lines, and a picture above them."""

    x: float
    width: float
    lines: _Lines
    node: Node
    scene: Scene | None = None

    @property
    def height(self) -> float:
        return fsum(len(lines) * look.leading + look.after for look, lines in self.lines)


def _row(items: list[_Item], pad: float, top: float = 0) -> Strip:
    height = top + 2 * pad + max((item.height for item in items), default=0)

    def paint(pen: Pen, x: float, y: float) -> None:
        for item in items:
            if item.scene:
                pen.figure(item.scene, x + item.x, y, None)
            _write(pen, item, x + item.x, y + pad + top)

    return Strip(height, paint)


def _write(pen: Pen, item: _Item, x: float, y: float) -> None:
    for look, lines in item.lines:
        y = write_lines(pen, lines, look, (x, y), item.node) + look.after


def _figure(one: KeyFigure, ruled: bool, at: int, width: float, desk: Desk) -> _Lines:
    color = "ink" if ruled and at else "accent"
    value = _lines(one.value, "figure_value", width, desk, color)
    note = _lines(one.note, "figure_note", width, desk)
    if ruled:
        return [*_lines(one.label, "figure_note", width, desk), *value, *note]
    return [*value, *_lines(one.label, "figure_note", width, desk, "ink2")]


def _step(one: Step, width: float, desk: Desk) -> _Lines:
    return [
        *_lines(one.title, "step_title", width, desk),
        *_lines(one.detail, "step_detail", width, desk),
    ]


def _lines(text: str, name: str, width: float, desk: Desk, color: str = "") -> _Lines:
    look = desk.look(name)
    return [(look, desk.setter.lines((Text(text),), look, width, color=color))] if text else []


def _tier(one: Tier, at: int, count: int, desk: Desk, space: Space) -> list[Strip]:
    node = space.node.child("LI").child("LBody", source=one.detail_source)
    block, last = space.width * measures.TIER_BLOCK, space.width * measures.TIER_AMOUNT
    gap, pad = measures.TIER_GAP, measures.TIER_PAD
    middle = space.width - block - last - 2 * gap
    named = _named(one, middle, desk)
    body = _Item(block + gap, middle, named, node)
    amount = [*_lines(one.amount, "tier_amount", last, desk)]
    for fact in one.facts:
        amount += _lines(fact, "figure_note", last, desk, "ink2")
    side = _Item(space.width - last, last, amount, node)
    scene = geometry.tier_scene(at + 1, count, block, _TONES[at % len(_TONES)], desk.style)
    height = 2 * pad + max(body.height, side.height, scene.height)
    if height > desk.room * _HIGHEST:
        words = [one.name, one.who, one.detail, one.amount, *one.facts]
        return _as_text(words, desk, space.inside(node))

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.figure(scene, x, y + (height - scene.height) / 2, None)
        for item in (body, side):
            _write(pen, item, x + item.x, y + (height - item.height) / 2)
        pen.rule(x, y + height, space.width, measures.HAIRLINE, "line2")

    return [Strip(height + measures.HAIRLINE, paint)]


def _named(one: Tier, width: float, desk: Desk) -> _Lines:
    """Return the name with who it is for beside it, or below where there is no room."""
    look, small = desk.look("tier_name"), desk.look("callout")
    name = _lines(one.name, "tier_name", width, desk)
    who = _lines(one.who, "callout", width, desk, "ink3")
    detail = _lines(one.detail, "callout", width, desk, "ink2")
    if name and who and len(name[0][1]) == len(who[0][1]) == 1:
        left, right = name[0][1][0], who[0][1][0]
        x = left.width + small.size
        if x + right.width <= width:
            return [(look, [left.followed_by(right, x)]), *detail]
    return [*name, *who, *detail]


def _totals(totals: tuple[str, ...], desk: Desk, space: Space) -> list[Strip]:
    """Return the line of totals: equal columns, the last one at the right margin."""
    node = space.node.child("P")
    look = desk.look("callout")
    wide = space.width / len(totals)
    items = [
        _Item(wide * at, wide, [(look, desk.setter.lines((Text(text),), look, wide - 8))], node)
        for at, text in enumerate(totals)
    ]
    if len(items) > 1:
        last = items[-1].lines[0][1]
        items[-1].x = space.width - max(line.width for line in last)
    strip = _row(items, 0)
    if strip.height > desk.room * _HIGHEST:
        return _as_text(totals, desk, space)
    strip.before = measures.TIER_PAD * 0.7
    return [strip]


def _drawing(scene: Scene, alt: str, desk: Desk, parent: Node) -> Strip:
    node = parent.child("Figure", alt=alt)
    scale = min(1.0, desk.room * _HIGHEST / scene.height)

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.figure(scene, x, y, node, scale)

    return Strip(scene.height * scale, paint, measures.FIGURE_BEFORE, measures.FIGURE_AFTER)


def _rules_around(strip: Strip, width: float, *, below: bool = True) -> None:
    draw, height = strip.paint, strip.height

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.rule(x, y, width, measures.HEAD_RULE, "ink")
        draw(pen, x, y + measures.HEAD_RULE)
        if below:
            bottom = y + measures.HEAD_RULE + height
            pen.rule(x, bottom, width, measures.HAIRLINE, "line2")

    strip.paint = paint
    strip.height = height + measures.HEAD_RULE + (measures.HAIRLINE if below else 0)


def _as_text(words: Iterable[str], desk: Desk, space: Space) -> list[Strip]:
    """Return as paragraphs what is too long to be drawn."""
    look = desk.look("callout")
    inside = Space(space.width, space.width, space.node)
    return [
        strip for text in words if text for strip in desk.paragraph((Text(text),), look, inside)
    ]
