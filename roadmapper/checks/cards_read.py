"""Model cards as the checks read them: one row of a question, with its tables."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity, in_proposal
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.model import Question, Template

MODELS = AnswerPath("transparency", "models")
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

    def text(self, column: str) -> str:
        """Return a cell; empty if it is not answered."""
        return self.answers.text(self.path(column))


@dataclass(frozen=True, slots=True)
class Card:
    """A model card in a proposal; `answers` are those of the card alone."""

    question: Question
    address: AnswerPath
    answers: Answers

    @property
    def name(self) -> str:
        """What the model is called in a sentence."""
        return self.text("model_name").strip() or f"The model {self.address.steps[-1][0]}"

    @property
    def is_begun(self) -> bool:
        """Whether enough is answered that more is worth asking."""
        return len(self.answers.inside(self.address)) >= _BEGUN

    def path(self, column: str) -> str:
        """Return the address of a question of the card."""
        return str(self.address.column(column))

    def text(self, column: str) -> str:
        """Return what is answered; empty if nothing."""
        return self.answers.text(self.path(column))

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a table in which anything is answered."""
        path = self.address.column(table)
        question = self.question.column(table)
        given = [row.id for row in question.fixed] if question else []
        told = self.answers.told_rows(path)
        listed = self.answers.rows(str(path)) or given
        return [Row(path.row(row), self.answers) for row in listed if row in told]

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield every text in the card with its address."""
        for path in self.answers.inside(self.address):
            value = self.answers.value(path)
            if isinstance(value, str):
                yield path, value


def cards(template: Template, answers: Answers) -> list[Card]:
    """Return the model cards of a proposal; none if the template asks for none."""
    question = template.find(str(MODELS))
    answers = in_proposal(template, answers)
    if question is None or not question.is_group:
        return []
    return [
        Card(question, address, Answers({path: answers[path] for path in answers.inside(address)}))
        for address in map(MODELS.row, answers.rows(str(MODELS)))
    ]


def finding(
    check: str, path: str, message: str, why: str, severity: Severity = Severity.SHOULD_FIX
) -> Finding:
    """Return a finding about a card."""
    return Finding(check, severity, path, message, why)
