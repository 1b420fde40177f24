"""Model cards as the checks read them: one row of a question, with its tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from roadmapper.cards.unknown import unknown
from roadmapper.checks.reading import date_at
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity, in_proposal
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.model import Question, Template

MODELS = AnswerPath("transparency", "models")
_SHOWN = 3
_BEGUN = 5
"""Answers from which on a card is worth checking; one that has only a name is not."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table of a card."""

    address: AnswerPath
    answers: Answers

    def path(self, column: str) -> str:
        """Return the address of a cell."""
        return str(self.address.column(column))

    @property
    def is_unknown(self) -> bool:
        """Whether it says why something is not available, and what is planned."""
        cells = self.answers.inside(self.address)
        return any(unknown(self.answers.text(path)) for path in cells)

    def text(self, column: str) -> str:
        """Return a cell; empty if it is not answered."""
        return self.answers.text(self.path(column))


@dataclass(frozen=True, slots=True)
class Card:
    """A model card in a proposal; `answers` are those of the card alone.

    `today` is the day they decide, on which the card is judged; None if nobody said it.
    """

    question: Question
    address: AnswerPath
    answers: Answers
    today: date | None = None

    @property
    def name(self) -> str:
        """What the model is called in a sentence."""
        return self.text("model_name").strip() or f"The model {self.address.steps[-1][0]}"

    @property
    def is_begun(self) -> bool:
        """Whether enough is answered that more is worth asking."""
        return len(self.answers) >= _BEGUN

    def path(self, column: str) -> str:
        """Return the address of a question of the card."""
        return str(self.address.column(column))

    def text(self, column: str) -> str:
        """Return what is answered; empty if nothing."""
        return self.answers.text(self.path(column))

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table in which anything is answered.

        A row that says why something is not available is an answer, and nothing to check.
        """
        path = self.address.column(table)
        question = self.question.column(table)
        given = [row.id for row in question.fixed] if question else []
        told = self.answers.told_rows(path)
        listed = self.answers.rows(str(path)) or given
        rows = (Row(path.row(row), self.answers) for row in listed if row in told)
        return [row for row in rows if not row.is_unknown]

    def has(self, table: str) -> bool:
        """Return whether a table says anything, be it why something is not available."""
        return bool(self.answers.told_rows(self.address.column(table)))

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield every text in the card with its address."""
        for path, value in self.answers.items():
            if isinstance(value, str):
                yield path, value


def cards(template: Template, answers: Answers) -> list[Card]:
    """Return the model cards of a proposal; none if the template asks for none."""
    question = template.find(str(MODELS))
    answers = in_proposal(template, answers)
    if question is None or not question.is_group:
        return []
    today = date_at(answers, "deal.decision_date") or date_at(answers, "deal.start_date")
    return [
        Card(question, address, _within(answers, address), today)
        for address in map(MODELS.row, answers.rows(str(MODELS)))
    ]


def _within(answers: Answers, address: AnswerPath) -> Answers:
    return Answers({path: answers[path] for path in answers.inside(address)})


def finding(
    check: str, path: str, message: str, why: str, severity: Severity = Severity.SHOULD_FIX
) -> Finding:
    """Return a finding about a card."""
    return Finding(check, severity, path, message, why)


def lacking(card: Card, hits: Sequence[tuple[str, Iterable[str]]]) -> str:
    """Return the sentence that these things of a card, each by its name, lack something."""
    words = tuple(dict.fromkeys(word for _, lacks in hits for word in lacks))
    verb = "lacks" if len(hits) == 1 else "lack"
    return f"{card.name}: {few([name for name, _ in hits])} {verb} {joined(words)}."


def few(names: Sequence[str]) -> str:
    """Return the first of some names, and how many more there are."""
    if len(names) <= _SHOWN:
        return joined(names)
    return f"{', '.join(names[:_SHOWN])} and {len(names) - _SHOWN} more"


def joined(words: Sequence[str]) -> str:
    """Return words as they stand in a sentence."""
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""
