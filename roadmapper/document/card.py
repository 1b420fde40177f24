"""One row of the models question, read as a model card."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.cards.unknown import unknown
from roadmapper.document import formats, markup
from roadmapper.document.tree import Line, Text
from roadmapper.document.wording import Scope, one_line
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import TEXT_KINDS, Value, number
from roadmapper.template.model import Question

MODELS = "transparency.models"
NOT_STATED = "Not stated"


@dataclass(frozen=True, slots=True)
class Card:
    """A model card: its question, its row, and where it is read."""

    question: Question
    row: str
    scope: Scope

    @property
    def path(self) -> AnswerPath:
        """The address of the card."""
        return AnswerPath.parse(MODELS).row(self.row)

    @property
    def name(self) -> str:
        """The name of the model; empty if it has none yet."""
        return self.line("model_name")

    def line(self, name: str) -> str:
        """Return a column on one line, as a table cell would show it; empty if not answered."""
        column = self.question.column(name)
        value = self.scope.facts.answers.value(str(self.path.column(name)))
        if column is None or value is None:
            return ""
        return self._text(column, value)

    def rows(self, name: str) -> list[AnswerPath]:
        """Return the addresses of the filled rows of an inner table."""
        if self.question.column(name) is None:
            return []
        path = self.path.column(name)
        return [path.row(row) for row in self.scope.facts.filled_rows(str(path))]

    def first(self, name: str) -> AnswerPath | None:
        """Return the first filled row of an inner table."""
        return next(iter(self.rows(name)), None)

    def at(self, table: str, row: AnswerPath | None, column: str) -> str:
        """Return the address of a cell; that of its table where there is no row yet."""
        return str(row.column(column) if row else self.path.column(table))

    def raw(self, row: AnswerPath, column: str) -> str:
        """Return a cell as it was typed."""
        return self.scope.facts.answers.text(str(row.column(column)))

    def shown(self, row: AnswerPath | None, column: str) -> str:
        """Return a cell as it is printed, on one line; empty if not answered."""
        question = self._asked(row, column) if row else None
        if row is None or question is None:
            return ""
        value = self.scope.facts.answers.value(str(row.column(column)))
        return self._text(question, value)

    def cells(self, row: AnswerPath) -> Iterator[str]:
        """Yield the cells of a row that a document may show, as they are printed."""
        table = self.question.column(row.columns[-1])
        for column in table.columns if table else ():
            if not column.internal and (text := self.shown(row, column.id)):
                yield text

    def option(self, row: AnswerPath, column: str) -> str:
        """Return a choice as it reads inside a sentence; empty if none is made."""
        question = self._asked(row, column)
        found = question.option(self.raw(row, column)) if question else None
        return found.text if found else ""

    def _asked(self, row: AnswerPath, column: str) -> Question | None:
        found: Question | None = self.question
        for name in (*row.columns, column):
            found = found.column(name) if found else None
        return found

    def _text(self, question: Question, value: Value) -> str:
        if question.kind in TEXT_KINDS and isinstance(value, str):
            return one_line(value, self.scope)
        return " ".join(markup.clean(formats.value_text(question, value, cell=True)).split())

    def cell(self, row: AnswerPath | None, column: str, unit: str = "") -> str:
        """Return a cell as it is printed, or that it is not stated."""
        text = self.shown(row, column)
        return f"{text} {unit}".strip() if text else NOT_STATED

    def span(self, row: AnswerPath | None) -> str:
        """Return the years a data set covers."""
        start, end = self.shown(row, "period_start"), self.shown(row, "period_end")
        return f"{start} to {end}" if start and end else start or end or NOT_STATED

    def measure(self, row: AnswerPath) -> str:
        """Return a result with its unit."""
        value, unit = self.shown(row, "value"), self.raw(row, "unit").strip()
        if not value:
            return NOT_STATED
        return f"{value}%" if unit in ("%", "percent") else f"{value} {unit}".strip()

    def unknowns(self) -> Iterator[tuple[str, str]]:
        """Yield what is not available: where it would stand, and the reason with the plan."""
        for column in self.question.columns:
            if column.internal:
                continue
            if not column.is_group:
                if unknown(text := self.line(column.id)):
                    yield column.label, text
                continue
            for row in self.rows(column.id):
                for cell in column.columns:
                    if not cell.internal and unknown(text := self.shown(row, cell.id)):
                        yield f"{column.label}: {cell.label.lower()}", text

    def weakest(self) -> str:
        """Return the group with the result farthest from its reference, if ratios are given."""
        told = [
            (ratio, row)
            for row in self.rows("fairness_metrics")
            if (ratio := number(self.raw(row, "ratio_to_reference"))) is not None
        ]
        if not told:
            return ""
        _, row = max(told, key=lambda pair: abs(pair[0] - 1))
        return f"{self.cell(row, 'group')}, {self.measure(row)}"


def result_line(card: Card, row: AnswerPath) -> Line:
    """Return a result as a sentence would have it: what, how much, how sure, of whom, on what."""
    low, high = card.shown(row, "lower"), card.shown(row, "upper")
    level = card.shown(row, "level")
    role = card.shown(row, "data_role").lower()
    trait, group = card.shown(row, "group_variable"), card.shown(row, "group")
    told = [
        f"{f'{level} ' if level else ''}interval {low} to {high}" if low and high else "",
        ": ".join(filter(None, (trait, group))),
        *_compared(card, row),
        f"{role} test" if role else "",
        card.shown(row, "data_set"),
        *(
            f"{word} {text}" if (text := card.shown(row, name)) else ""
            for name, word in (("threshold", "at"), ("n", "n ="), ("events", "events"))
        ),
        card.shown(row, "date"),
    ]
    unit = card.shown(row, "unit")
    nothing = f"not measured, in {unit}" if unit else "not measured"
    value = card.measure(row) if card.shown(row, "value") else nothing
    rest = ", ".join(filter(None, told))
    return (
        Text(f"{card.cell(row, 'metric')} {value}", bold=True),
        Text(f", {rest}" if rest else ""),
    )


def _compared(card: Card, row: AnswerPath) -> Iterator[str]:
    """Yield what a result of a group is held against: another group, and the limit."""
    other, ratio, limit, inside = (
        card.shown(row, name)
        for name in ("reference_group", "ratio_to_reference", "limit", "within_limit")
    )
    if other or ratio:
        against = f"compared with {other}" if other else "compared"
        yield f"{against}, ratio {ratio}" if ratio else against
    if limit:
        kept = {"Yes": "kept", "No": "not kept"}.get(inside, "")
        yield " ".join(filter(None, (f"limit {limit}", kept)))
