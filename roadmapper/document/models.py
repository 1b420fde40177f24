"""Model cards: one on a page with all a reader asks of it, or the labels of two side by side."""

from collections.abc import Iterator
from dataclasses import replace

from roadmapper.document import formats, markup
from roadmapper.document.card import MODELS, Card
from roadmapper.document.group_chart import group_chart
from roadmapper.document.model_label import label
from roadmapper.document.prose import answer_blocks
from roadmapper.document.tree import (
    Block,
    Columns,
    Heading,
    Paragraph,
    Source,
    Step,
    Steps,
)
from roadmapper.document.wording import Scope, fill
from roadmapper.template.model import BlockRule


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
        """Yield the label beside how it was tested and how drift is handled."""
        right = (
            *self._headed("How it was tested", self._tested()),
            *self._by_group(),
            *self._headed("What we do not know yet", self._prose("known_biases")),
            *self._headed("When it drifts", self._drift()),
        )
        facts = label(self._card)
        yield Columns((facts,), right, 0.46) if right else facts

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

    def _drift(self) -> Iterator[Block]:
        plan, act = self._card.first("monitoring_plan"), self._card.first("trigger_playbook")
        told = [
            ("Detect", self._card.shown(plan, "cadence")),
            ("Act", self._card.shown(act, "time_to_act")),
            ("Tell", self._card.shown(act, "notify")),
            ("Correct", self._card.shown(act, "time_to_correct")),
        ]
        steps = tuple(Step(title, detail) for title, detail in told if detail)
        if steps:
            yield Steps(steps)

    def _headed(self, text: str, blocks: Iterator[Block], level: int = 2) -> Iterator[Block]:
        made = tuple(blocks)
        if made:
            yield Heading(text, level)
            yield from made

    def _prose(self, name: str) -> Iterator[Block]:
        column = self._card.question.column(name)
        if column is not None:
            path = self._card.path.column(name)
            yield from answer_blocks(column, path, self._card.scope)
