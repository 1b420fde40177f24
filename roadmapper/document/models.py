"""Model cards: one on a page with all a reader asks of it, or the labels of two side by side."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate
from math import ceil, fsum

from roadmapper.document import formats, markup
from roadmapper.document.card import MODELS, NOT_STATED, Card
from roadmapper.document.group_chart import group_chart
from roadmapper.document.model_label import label
from roadmapper.document.prose import answer_blocks
from roadmapper.document.tree import (
    Block,
    Bullets,
    Chart,
    Columns,
    Heading,
    Item,
    Paragraph,
    Source,
    Step,
    Steps,
    Text,
    plain,
)
from roadmapper.document.wording import Scope, fill
from roadmapper.template.model import BlockRule

_ROOM = 605.0  # points beside a label on a page of letter paper
_WIDE = 48  # characters of body text beside a label
_NARROW = 13  # characters below one of four steps there


def models(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the pages of every model card that has a name."""
    del rule
    named = _named(scope)
    for place, card in enumerate(named, 1):
        eyebrow = f"Model {place} of {len(named)}" if len(named) > 1 else "The model"
        yield Heading(card.name, 2, key=f"model-{card.row}", eyebrow=eyebrow, new_page=True)
        yield from _Page(card).blocks()


def labels(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the labels of all model cards that have a name, two side by side."""
    del rule
    named = _named(scope)
    for at in range(0, len(named), 2):
        pair = named[at : at + 2]
        places = formats.joined([str(at + 1 + place) for place in range(len(pair))])
        eyebrow = f"Model {places} of {len(named)}" if len(named) > len(pair) else ""
        yield Heading("Model facts", 2, f"model-{pair[0].row}", eyebrow=eyebrow, new_page=True)
        told = [replace(label(card), title=card.name) for card in pair]
        yield Columns((told[0],), (told[1],), 0.5) if len(told) > 1 else told[0]


def _named(scope: Scope) -> list[Card]:
    question = scope.facts.template.find(MODELS)
    if question is None:
        return []
    cards = [Card(question, row, scope) for row in scope.facts.filled_rows(MODELS)]
    return [card for card in cards if card.name]


class _Page:
    """The page of one card."""

    def __init__(self, card: Card) -> None:
        self._card = card

    def blocks(self) -> Iterator[Block]:
        """Yield the label beside how it was tested and how drift is handled.

        What is too long to stand beside the label stands below it.
        """
        parts = (
            _headed("How it was tested", (*self._tested(), *self._by_group())),
            _headed("What we do not know yet", (*self._prose("known_biases"), *self._open())),
            _headed("When it drifts", tuple(self._drift())),
        )
        heights = accumulate(fsum(map(_height, part)) for part in parts)
        beside = max(1, len([height for height in heights if height <= _ROOM]))
        right = tuple(block for part in parts[:beside] for block in part)
        yield Columns((label(self._card),), right, 0.46)
        yield from (block for part in parts[beside:] for block in part)

    def _tested(self) -> Iterator[Block]:
        """Yield how safety was tested: on which data, then by which method."""
        row = self._card.path.column("validation_blocks").row("safety_reliability")
        for name in ("testing_data", "validation_process"):
            parts = markup.prose(self._card.raw(row, name))
            if parts:
                line = fill(parts[0].line, self._card.scope)
                yield Paragraph(line, source=Source(str(row.column(name))))

    def _by_group(self) -> Iterator[Block]:
        chart = group_chart(self._card)
        if chart is not None:
            yield chart

    def _open(self) -> Iterator[Block]:
        """Yield what is not available, each with its reason and what will be done."""
        items = [
            Item((Text(f"{what}. ", bold=True), Text(text)))
            for what, text in self._card.unknowns()
            if what != self._label("known_biases")
        ]
        if items:
            yield Bullets(tuple(items))

    def _label(self, name: str) -> str:
        column = self._card.question.column(name)
        return column.label if column else ""

    def _drift(self) -> Iterator[Block]:
        plan, act = self._card.first("monitoring_plan"), self._card.first("trigger_playbook")
        told = [
            ("Detect", self._card.shown(plan, "cadence")),
            ("Act", self._card.shown(act, "time_to_act")),
            ("Tell", self._card.shown(act, "notify")),
            ("Correct", self._card.shown(act, "time_to_correct")),
        ]
        if any(detail for _, detail in told):
            yield Steps(tuple(Step(title, detail or NOT_STATED) for title, detail in told))

    def _prose(self, name: str) -> Iterator[Block]:
        column = self._card.question.column(name)
        if column is not None:
            path = self._card.path.column(name)
            yield from answer_blocks(column, path, self._card.scope)


def _headed(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return blocks below their heading; without any, that nothing is stated."""
    return (Heading(text, 2), *(blocks or (Paragraph((Text(f"{NOT_STATED}."),)),)))


def _height(block: Block) -> float:
    """Return about how many points a block takes beside the label."""
    match block:
        case Heading():
            return 34
        case Chart():
            return 95 + 22.5 * len(block.categories)
        case Steps():
            return 48 + 11 * max(ceil(len(one.detail) / _NARROW) for one in block.items)
        case Paragraph():
            return _lines(plain(block.line)) + 7
        case Bullets():
            return fsum(_lines(plain(item.line)) + 5 for item in block.items)
        case _:
            return 100


def _lines(text: str) -> float:
    return 18.0 * ceil(len(text) / _WIDE)
