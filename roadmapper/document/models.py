"""A model card as pages: the label, how it was tested, what is not known, what happens when it drifts, then every other field."""

from collections.abc import Iterator
from decimal import Decimal

from roadmapper.document import formats, markup
from roadmapper.document.blocks import fact_row
from roadmapper.document.prose import answer_blocks
from roadmapper.document.tables import rows_table
from roadmapper.document.tree import (
    Block,
    Cell,
    Chart,
    ChartKind,
    Column,
    Columns,
    Heading,
    Limit,
    ModelFact,
    ModelFacts,
    Paragraph,
    Row,
    Series,
    Source,
    Step,
    Steps,
    Table,
    Text,
    Tone,
    plain,
)
from roadmapper.document.wording import Scope
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import TEXT_KINDS, number
from roadmapper.template.model import BlockRule, Question

MODELS = "transparency.models"
NOT_STATED = "Not stated"
_ON_THE_PAGE = frozenset(
    {"model_name", "summary", "known_biases", "fairness_metrics", "trigger_playbook"}
)
"""Columns that the first page of a card shows in full; the pages after it leave them out."""


def models(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield the pages of every model card that has a name."""
    del rule
    question = scope.facts.template.find(MODELS)
    if question is None:
        return
    rows = [row for row in scope.facts.filled_rows(MODELS) if _Card(question, row, scope).name]
    for place, row in enumerate(rows, 1):
        card = _Card(question, row, scope)
        eyebrow = f"Model {place} of {len(rows)}" if len(rows) > 1 else "The model"
        yield Heading(card.name, 2, key=f"model-{row}", eyebrow=eyebrow)
        yield from card.first_page()
        yield from card.details()


class _Card:
    """One row of the models question, read as a card."""

    def __init__(self, question: Question, row: str, scope: Scope) -> None:
        self._question, self._row, self._scope = question, row, scope
        self._path = AnswerPath.parse(MODELS).row(row)

    @property
    def name(self) -> str:
        return self._line("model_name")

    # --- the first page -----------------------------------------------------------------------------------------------

    def first_page(self) -> Iterator[Block]:
        """Yield the summary, then the label beside how it was tested and what happens when it drifts."""
        yield from self._prose("summary", "")
        right = (
            *self._headed("How it was tested", self._tested()),
            *self._by_group(),
            *self._headed("What we do not know yet", self._prose("known_biases", "")),
            *self._headed("When it drifts", self._drift()),
        )
        label = self._label()
        yield Columns((label,), right, 0.46) if right else label

    def _label(self) -> ModelFacts:
        version = self._line("model_version")
        released = self._line("release_date")
        told = [f"Version {version}" if version else "", f"released {released}" if released else ""]
        stage = self._line("release_stage")
        headline = ", ".join(one for one in told if one) or stage or "Version not stated"
        return ModelFacts(
            key=f"facts-{self._row}",
            title="Model facts",
            headline=headline[:1].upper() + headline[1:],
            summary=self._line("output_type"),
            facts=tuple(self._facts()),
            foot="Figures supplied by the vendor. Sources are listed at the end of this proposal.",
        )

    def _facts(self) -> Iterator[ModelFact]:
        yield self._fact("Role in the decision", "decision_role")
        yield self._fact("Type", "model_type")
        yield self._fact("Clinical risk level", "risk_level")
        training = self._first("training_data_sources")
        yield ModelFact("Training data", self._cell(training, "patients", "people"), heavy=True)
        yield ModelFact("Years covered", self._span(training), 1)
        yield ModelFact("Setting", self._cell(training, "care_setting"), 1)
        yield from self._measured()
        watched = self._first("monitoring_plan")
        yield ModelFact("Watched after go-live", self._cell(watched, "cadence"), heavy=True)
        yield ModelFact("Signal", self._cell(watched, "signal"), 1)
        yield ModelFact("Action from", self._cell(watched, "red"), 1)
        act = self._first("trigger_playbook")
        yield ModelFact("Who acts", self._cell(act, "owner"), 1)
        yield ModelFact("Acts within", self._cell(act, "time_to_act"), 1)

    def _measured(self) -> Iterator[ModelFact]:
        rows = self._rows("performance_metrics")[:3]
        size = self._cell(rows[0], "n") if rows else NOT_STATED
        yield ModelFact("Measured performance", f"n = {size}" if rows else NOT_STATED, heavy=True)
        for row in rows:
            yield ModelFact(self._cell(row, "metric"), self._measure(row), 1)
        weakest = self._weakest()
        tone = Tone.WARN if weakest else Tone.PLAIN
        yield ModelFact("Weakest group", weakest or NOT_STATED, 1, tone)

    def _fact(self, label: str, column: str) -> ModelFact:
        text = self._line(column)
        source = Source(str(self._path.column(column))) if text else None
        return ModelFact(label, text or NOT_STATED, source=source)

    def _weakest(self) -> str:
        """Return the group with the result farthest from its reference, if ratios are given."""
        told = [
            (ratio, row)
            for row in self._rows("fairness_metrics")
            if (ratio := number(self._raw(row, "ratio_to_reference"))) is not None
        ]
        if not told:
            return ""
        _, row = max(told, key=lambda pair: abs(pair[0] - 1))
        return f"{self._cell(row, 'group')}, {self._measure(row)}"

    # --- beside the label ---------------------------------------------------------------------------------------------

    def _tested(self) -> Iterator[Block]:
        for row in self._rows("validation_blocks"):
            text = self._raw(row, "validation_process")
            if text:
                parts = markup.prose(text)
                yield Paragraph(parts[0].line, source=Source(str(row.column("validation_process"))))
                return

    def _by_group(self) -> Iterator[Block]:
        rows = self._rows("fairness_metrics")
        metrics = [self._raw(row, "metric") for row in rows]
        first = next((one for one in metrics if metrics.count(one) > 1), "")
        chosen = [
            row for row, metric in zip(rows, metrics, strict=True) if metric == first and first
        ]
        values = [number(self._raw(row, "value")) for row in chosen]
        if len([one for one in values if one is not None]) > 1:
            yield self._chart(first, chosen, values)

    def _chart(self, metric: str, rows: list[AnswerPath], values: list[Decimal | None]) -> Chart:
        groups = tuple(self._cell(row, "group") for row in rows)
        labels = tuple(self._measure(row) for row in rows)
        limit = number(self._raw(rows[0], "limit").lstrip("<>=\u2264\u2265 "))
        told = "; ".join(f"{group} {label}" for group, label in zip(groups, labels, strict=True))
        weakest = self._weakest()
        return Chart(
            key=f"groups-{self._row}",
            kind=ChartKind.BARS,
            title=f"{metric} by patient group",
            categories=groups,
            series=(Series(metric, tuple(values), labels),),
            alt=f"{metric} of {self.name} by patient group: {told}.",
            subtitle="The line marks the limit that starts an action." if limit is not None else "",
            unit=self._raw(rows[0], "unit"),
            limit=Limit(limit, "Limit") if limit is not None else None,
            emphasised=tuple(
                place
                for place, group in enumerate(groups)
                if weakest and weakest.startswith(f"{group},")
            ),
        )

    def _drift(self) -> Iterator[Block]:
        plan, act = self._first("monitoring_plan"), self._first("trigger_playbook")
        told = [
            ("Detect", self._shown(plan, "cadence")),
            ("Act", self._shown(act, "time_to_act")),
            ("Tell", self._shown(act, "notify")),
            ("Correct", self._shown(act, "time_to_correct")),
        ]
        steps = tuple(Step(title, detail) for title, detail in told if detail)
        if steps:
            yield Steps(steps)

    # --- the pages after it -------------------------------------------------------------------------------------------

    def details(self) -> Iterator[Block]:
        """Yield every other field, group by group: short answers as a table, then prose, then tables."""
        for group in self._question.groups:
            columns = [
                column
                for column in self._question.columns
                if column.group == group.id
                and column.id not in _ON_THE_PAGE
                and not column.internal
            ]
            yield from self._headed(f"{group.label}: {self.name}", self._group(columns), level=3)

    def _group(self, columns: list[Question]) -> Iterator[Block]:
        plain_columns = [column for column in columns if not column.is_group]
        rows: list[Row] = []
        for column in plain_columns:
            row = fact_row(column, self._path.column(column.id), self._scope)
            rows += [row] if row else []
        if rows:
            widths = (Column("Subject", weight=1), Column("What we state", weight=2.6))
            yield Table(f"card-{self._row}-{plain_columns[0].group}", "", widths, tuple(rows))
        for column in columns:
            if column.is_group:
                yield from self._table(column)
        if any(column.id == "bias_mitigation" for column in columns):
            yield from self._named_table("fairness_metrics")
        if any(column.id == "correction_policy" for column in columns):
            yield from self._named_table("trigger_playbook")

    def _named_table(self, name: str) -> Iterator[Block]:
        column = self._question.column(name)
        if column is not None:
            yield from self._table(column)

    def _table(self, column: Question) -> Iterator[Block]:
        path = self._path.column(column.id)
        table = rows_table(column, path, (), self._scope, caption=f"{column.label}: {self.name}")
        if table is None:
            return
        if len(table.columns) > _WIDEST:
            yield from _as_entries(table)
        else:
            yield table

    # --- reading ------------------------------------------------------------------------------------------------------

    def _headed(self, text: str, blocks: Iterator[Block], level: int = 2) -> Iterator[Block]:
        made = tuple(blocks)
        if made:
            yield Heading(text, level)
            yield from made

    def _prose(self, name: str, run_in: str) -> Iterator[Block]:
        column = self._question.column(name)
        if column is not None:
            path = self._path.column(name)
            yield from answer_blocks(column, path, self._scope, run_in=run_in)

    def _line(self, name: str) -> str:
        column = self._question.column(name)
        value = self._scope.facts.answers.value(str(self._path.column(name)))
        if column is None or value is None:
            return ""
        if column.kind in TEXT_KINDS and isinstance(value, str):
            parts = markup.prose(value)
            return plain(parts[0].line).replace("\n", " ") if parts else ""
        return formats.value_text(column, value, cell=True)

    def _rows(self, name: str) -> list[AnswerPath]:
        path = self._path.column(name)
        return [path.row(row) for row in self._scope.facts.filled_rows(str(path))]

    def _first(self, name: str) -> AnswerPath | None:
        return next(iter(self._rows(name)), None)

    def _raw(self, row: AnswerPath, column: str) -> str:
        return self._scope.facts.answers.text(str(row.column(column)))

    def _shown(self, row: AnswerPath | None, column: str) -> str:
        if row is None:
            return ""
        template = self._scope.facts.template
        question = template.question(row.section, row.question, (*row.columns, column))
        value = self._scope.facts.answers.value(str(row.column(column)))
        return markup.clean(formats.value_text(question, value, cell=True)).replace("\n", " ")

    def _cell(self, row: AnswerPath | None, column: str, unit: str = "") -> str:
        text = self._shown(row, column)
        return f"{text} {unit}".strip() if text else NOT_STATED

    def _span(self, row: AnswerPath | None) -> str:
        start, end = self._shown(row, "period_start"), self._shown(row, "period_end")
        return f"{start} to {end}" if start and end else start or end or NOT_STATED

    def _measure(self, row: AnswerPath) -> str:
        value, unit = self._shown(row, "value"), self._raw(row, "unit").strip()
        if not value:
            return NOT_STATED
        return f"{value}%" if unit in ("%", "percent") else f"{value} {unit}".strip()


_WIDEST = 6
"""Tables of a card with more columns than this are printed as entries, one after the other."""


def _as_entries(table: Table) -> Iterator[Block]:
    """Yield a wide table as two columns: the first cell, and the others as labelled lines."""
    rows = []
    for row in table.rows:
        told = [
            (Text(f"{column.title}: ", bold=True), *line)
            for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
            for line in cell.paragraphs[:1]
        ]
        more = [line for cell in row.cells[1:] for line in cell.paragraphs[1:]]
        rows.append(Row((row.cells[0], Cell((*told, *more)))))
    columns = (Column(table.columns[0].title, weight=1), Column("Details", weight=2.8))
    yield Table(table.key, table.caption, columns, tuple(rows), table.note)
