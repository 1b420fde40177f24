"""The model cards of a proposal: what is answered on each, and the steps that change them."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from itertools import chain, count

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Facts, public_answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.progress import counts, is_answered
from roadmapper.template.kinds import Value
from roadmapper.template.model import ColumnGroup, Question
from ui.opened import Opened
from ui.words import _

PATH = "transparency.models"
NAME, VERSION, KIND = "model_name", "model_version", "model_type"
NO_MODELS = "transparency.uses_no_models"
RESULTS = "fairness_metrics"
ADDRESS = AnswerPath.parse(PATH)


@dataclass(frozen=True, slots=True)
class Model:
    """One card in the list; `answered` of `asked` essential questions."""

    row: str
    name: str
    about: str
    answered: int
    asked: int
    chosen: bool = True
    """Whether it is in this proposal."""

    @property
    def gaps(self) -> int:
        """How many essential questions are open."""
        return self.asked - self.answered

    @property
    def title(self) -> str:
        """Its name, or that it has none yet."""
        return self.name or _("A model without a name")


@dataclass(frozen=True, slots=True)
class Tab:
    """The questions of a card that are shown together, by the groups of the template."""

    label: str
    groups: tuple[tuple[ColumnGroup, tuple[Question, ...]], ...]

    @property
    def columns(self) -> tuple[Question, ...]:
        """All questions of this tab."""
        return tuple(one for _group, columns in self.groups for one in columns)

    def has(self, name: str) -> bool:
        """Return whether a question is asked here."""
        return any(one.id == name for one in self.columns)


class Models:
    """The rows of the model cards."""

    def __init__(self, opened: Opened) -> None:
        self.opened = opened
        self.question: Question = opened.question(PATH)

    @property
    def rows(self) -> tuple[str, ...]:
        """The cards in their order."""
        return tuple(self.opened.session.rows(PATH))

    def all(self) -> Iterator[Model]:
        """Yield what the list tells of every card."""
        asked = len(tuple(filter(counts, self.question.columns)))
        for row in self.rows:
            answers, here = self.opened.answers, ADDRESS.row(row)
            name, kind, version = (
                answers.text(str(here.column(one))).strip() for one in (NAME, KIND, VERSION)
            )
            told = _("version {version}").format(version=version) if version else ""
            kind = kind if kind[1:2].isupper() else kind[:1].lower() + kind[1:]
            about = ", ".join(filter(None, (told, kind)))
            done = asked - len(tuple(self.unanswered(row)))
            said = about[:1].upper() + about[1:]
            yield Model(row, name, said, done, asked, chosen=self.is_chosen(row))

    def unanswered(self, row: str) -> Iterator[Question]:
        """Yield the essential questions of a card that are open."""
        for one in filter(counts, self.question.columns):
            if not self._is_answered(one, ADDRESS.row(row).column(one.id)):
                yield one

    def _is_answered(self, question: Question, path: AnswerPath) -> bool:
        answers = self.opened.answers
        if question.is_group:
            return bool(answers.told_rows(path))
        return is_answered(str(path), question, answers)

    def place_of(self, name: str, answers: Answers) -> str:
        """Return the card that a model of this name belongs into; empty for a new card.

        It is the one of that name, or else the first in which nothing is answered.
        """
        rows = answers.rows(PATH)
        names = {row: answers.text(str(ADDRESS.row(row).column(NAME))).casefold() for row in rows}
        same = [row for row in rows if name and names[row] == name.casefold()]
        told = answers.told_rows(ADDRESS)
        return next(iter((*same, *(row for row in rows if row not in told))), "")

    def add(self) -> str:
        """Add an empty card and return its row; empty if it could not be kept."""
        made: list[str] = []
        self.opened.bridge.act(lambda session: made.append(session.add_row(PATH)))
        return made[0] if made else ""

    def duplicate(self, row: str) -> str:
        """Add a copy of a card after it, under a name of its own, and return its row."""
        made: list[str] = []
        name = self.opened.answers.text(str(ADDRESS.row(row).column(NAME))).strip()
        known = {one.name for one in self.all()}
        cells: dict[str, Value] = {NAME: _copy_of(name, known)} if name else {}
        self.opened.bridge.act(lambda session: made.append(session.duplicate_row(PATH, row, cells)))
        return made[0] if made else ""

    def remove(self, row: str) -> bool:
        """Remove a card, and return whether it is gone; undo brings it back."""
        return self.opened.bridge.act(lambda session: session.remove_row(PATH, row))

    def move(self, row: str, to: int) -> None:
        """Move a card to another place, counted from 0."""
        if 0 <= to < len(self.rows):
            self.opened.bridge.act(lambda session: session.move_row(PATH, row, to))

    @property
    def are_none(self) -> bool:
        """Whether the solution is said to use no models."""
        return self.opened.answers.value(NO_MODELS) is True

    def say_none(self, *, on: bool) -> None:
        """Say that the solution uses no models, or take it back."""
        told = _("Say that there are no models") if on else _("Say that there are models")
        self.opened.bridge.change({NO_MODELS: True if on else None}, told)

    def is_chosen(self, row: str) -> bool:
        """Return whether a card is in this proposal."""
        return self.opened.answers.value(self._choice(row)) is not False

    def choose(self, row: str) -> None:
        """Take a card into this proposal, or leave it out."""
        told = _("Leave out a model") if self.is_chosen(row) else _("Include a model")
        self.opened.bridge.change({self._choice(row): False if self.is_chosen(row) else None}, told)

    def facts_with(self, facts: Facts, row: str) -> Facts | None:
        """Return facts that know a card also if it is not in this proposal; None if none do."""
        if row in facts.answers.rows(PATH) or row not in self.rows:
            return facts if row in self.rows else None
        answers = self.opened.answers
        kept = {one: answers.value(one) for one in answers.inside(ADDRESS.row(row))}
        kept |= {self._choice(row): None, PATH: (row,)}
        told = public_answers(self.opened.template, Answers(kept))
        return replace(facts, answers=Answers({**facts.answers, **told}), _filled={})

    def _choice(self, row: str) -> str:
        return str(ADDRESS.row(row).column(self.question.chosen_by))


def _copy_of(name: str, known: Collection[str]) -> str:
    """Return a name that says what it is a copy of, and that no other card has."""
    first = _("{name}, copy").format(name=name)
    more = (_("{name}, copy {number}").format(name=name, number=at) for at in count(2))
    return next(one for one in chain((first,), more) if one not in known)


def tabs_of(question: Question) -> tuple[Tab, ...]:
    """Return the tabs of a card as the template groups its columns; one for all without groups."""
    named: dict[str, list[tuple[ColumnGroup, tuple[Question, ...]]]] = {}
    known = {one.id for one in question.groups}
    asked = tuple(one for one in question.columns if one.id != question.chosen_by)
    loose = tuple(one for one in asked if one.group not in known)
    if loose:
        named[question.label] = [(ColumnGroup("", "", ""), loose)]
    for group in question.groups:
        columns = tuple(one for one in asked if one.group == group.id)
        if columns:
            named.setdefault(group.tab or group.label, []).append((group, columns))
    return tuple(Tab(label, tuple(groups)) for label, groups in named.items())
