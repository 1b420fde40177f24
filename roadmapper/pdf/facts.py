"""The model-facts label as strips in a heavy frame."""

from roadmapper.document import measures
from roadmapper.document.style import TextStyle
from roadmapper.document.tree import ModelFact, ModelFacts, Text, Tone
from roadmapper.pdf.breaking import TextLine
from roadmapper.pdf.desk import Desk, Space, baseline
from roadmapper.pdf.pen import Pen
from roadmapper.pdf.strips import Panel, Strip, height_of, kept, shifted
from roadmapper.pdf.tagging import Node

_GAP = 10.0  # between label and value
_LABEL = 0.5  # of the width, where label and value do not fit on one line
_RADIUS = 2.0
_NO_END = 1e9
_SPARE = 2.0  # what a line in Word must have left
_LONG = 9  # lines: a lower fact is not parted


def model_facts(block: ModelFacts, desk: Desk, space: Space) -> list[Strip]:
    """Return the label; it stays on one page where a page can hold it."""
    pad = measures.FACTS_PAD
    width = space.width - 2 * pad
    node = space.node.child("Sect")
    inside = Space(width, width, node)
    title = desk.paragraph((Text(block.title),), desk.look("facts_title"), inside)
    strips = [Strip(measures.FACTS_TOP), *title]
    strips += [_bar(width, measures.FACTS_RULE, 0, 5), *_opening(block, desk, inside)]
    strips.append(_bar(width, measures.FACTS_BAR, 5, 2))
    rows = node.child("Table").child("TBody")
    for at, fact in enumerate(block.facts):
        if at:
            strips.append(_above(fact, width))
        strips += _fact(fact, desk, width, rows.child("TR"))
    strips.append(_bar(width, measures.FACTS_BAR, 3, 5))
    if block.foot:
        strips += desk.paragraph((Text(block.foot),), desk.look("facts_foot"), inside)
    strips.append(Strip(pad * 0.8, after=measures.FACTS_AFTER))
    framed = [shifted(strip, pad) for strip in strips]
    panel = Panel(0, space.width, stroke="ink", thickness=measures.FACTS_FRAME, radius=_RADIUS)
    for strip in framed:
        strip.panel = panel
    framed[0].keys = (block.key,)
    framed[0].before = measures.CALLOUT_BEFORE
    return kept(framed) if height_of(framed) < desk.room else framed


def _opening(block: ModelFacts, desk: Desk, space: Space) -> list[Strip]:
    strips: list[Strip] = []
    if block.headline:
        strips += desk.paragraph((Text(block.headline),), desk.look("facts_strong"), space)
    if block.summary:
        look = desk.look("facts_label")
        strips += desk.paragraph((Text(block.summary),), look, space, color="ink3")
    return strips


def _fact(fact: ModelFact, desk: Desk, width: float, row: Node) -> list[Strip]:
    indent = measures.FACTS_INDENT * min(fact.level, 1)
    label_look = desk.look("facts_label" if fact.level else "facts_strong")
    value_look = desk.look("facts_strong" if fact.level else "facts_label")
    head = row.child("TH", scope="Row", source=fact.source)
    cell = row.child("TD", source=fact.source)
    color = "" if fact.tone is Tone.PLAIN else fact.tone.value
    room = width - indent
    if desk.in_word:
        return kept(
            [Strip(measures.FACTS_LINE), *_in_word(fact, desk, width), Strip(measures.FACTS_LINE)]
        )
    label = desk.setter.lines((Text(fact.label),), label_look, room, head)
    value = desk.setter.lines((Text(fact.value),), value_look, room, cell, color=color)
    if len(label) > 1 or len(value) > 1 or label[0].width + value[0].width + _GAP > room:
        part = room * _LABEL
        label = desk.setter.lines((Text(fact.label),), label_look, part - _GAP, head)
        value = desk.setter.lines((Text(fact.value),), value_look, room - part, cell, color=color)
    count = max(len(label), len(value))
    pairs = [(_at(label, n), _at(value, n)) for n in range(count)]
    strips = [_pair(pair, (head, cell), indent, width, label_look) for pair in pairs]
    pad = measures.FACTS_LINE
    found = [Strip(pad, keep=True), *strips, Strip(pad)]
    return kept(found) if count < _LONG else found


def _in_word(fact: ModelFact, desk: Desk, width: float) -> list[Strip]:
    """Return the lines of a fact as Word sets them, in two cells of a table."""
    indent = measures.FACTS_INDENT * min(fact.level, 1)
    looks = desk.look("facts_strong"), desk.look("facts_label")
    label_look, value_look = looks[::-1] if fact.level else looks
    label, value = (
        desk.setter.lines((Text(text),), look, _NO_END)
        for text, look in ((fact.label, label_look), (fact.value, value_look))
    )
    taken = indent + label[0].width + value[0].width + _GAP + 2 * _SPARE
    if len(label) > 1 or len(value) > 1 or taken > width:
        label = desk.setter.lines((Text(fact.label),), label_look, width / 2 - _GAP - indent)
        value = desk.setter.lines((Text(fact.value),), value_look, width / 2)
    return [Strip(label_look.leading) for _ in range(max(len(label), len(value)))]


def _pair(
    lines: tuple[TextLine | None, TextLine | None],
    nodes: tuple[Node, Node],
    indent: float,
    width: float,
    look: TextStyle,
) -> Strip:
    """Return a label at the left and a value at the right as a strip."""
    (label, value), down = lines, baseline(look)

    def paint(pen: Pen, x: float, y: float) -> None:
        if label:
            pen.line(label, x + indent, y + down, nodes[0])
        if value:
            pen.line(value, x + width - value.width, y + down, nodes[1])

    return Strip(look.leading, paint)


def _above(fact: ModelFact, width: float) -> Strip:
    """Return the rule above a line: heavy, or a hairline."""
    if fact.heavy:
        return _bar(width, measures.FACTS_HEAVY, 0, 0)
    indent = measures.FACTS_INDENT * min(fact.level, 1)

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.rule(x + indent, y, width - indent, measures.HAIRLINE, "line2")

    return Strip(measures.HAIRLINE, paint, keep=True)


def _bar(width: float, thickness: float, above: float, below: float) -> Strip:
    def paint(pen: Pen, x: float, y: float) -> None:
        pen.rule(x, y + above, width, thickness, "ink")

    return Strip(above + thickness + below, paint, keep=True)


def _at(lines: list[TextLine], at: int) -> TextLine | None:
    return lines[at] if at < len(lines) else None
