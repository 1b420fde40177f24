"""A model card as pages: label, test, unknowns and drift first, then every other field."""

from collections.abc import Iterator
from decimal import Decimal

from roadmapper.document import markup
from roadmapper.document.blocks import fact_row
from roadmapper.document.card import MODELS, Card
from roadmapper.document.model_label import label
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
    Paragraph,
    Row,
    Series,
    Source,
    Step,
    Steps,
    Table,
    Text,
)
from roadmapper.document.wording import Scope
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import number
from roadmapper.template.model import BlockRule, Question

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
    cards = [Card(question, row, scope) for row in scope.facts.filled_rows(MODELS)]
    named = [card for card in cards if card.name]
    for place, card in enumerate(named, 1):
        eyebrow = f"Model {place} of {len(named)}" if len(named) > 1 else "The model"
        yield Heading(card.name, 2, key=f"model-{card.row}", eyebrow=eyebrow)
        pages = _Pages(card)
        yield from pages.first_page()
        yield from pages.details()


class _Pages:
    """The pages of one card."""

    def __init__(self, card: Card) -> None:
        self._card = card

    # --- the first page --------------------------------------------------------------------------

    def first_page(self) -> Iterator[Block]:
        """Yield the summary, then the label beside how it was tested and how drift is handled."""
        yield from self._prose("summary", "")
        right = (
            *self._headed("How it was tested", self._tested()),
            *self._by_group(),
            *self._headed("What we do not know yet", self._prose("known_biases", "")),
            *self._headed("When it drifts", self._drift()),
        )
        facts = label(self._card)
        yield Columns((facts,), right, 0.46) if right else facts

    # --- beside the label ------------------------------------------------------------------------

    def _tested(self) -> Iterator[Block]:
        for row in self._card.rows("validation_blocks"):
            text = self._card.raw(row, "validation_process")
            if text:
                parts = markup.prose(text)
                yield Paragraph(parts[0].line, source=Source(str(row.column("validation_process"))))
                return

    def _by_group(self) -> Iterator[Block]:
        rows = self._card.rows("fairness_metrics")
        metrics = [self._card.raw(row, "metric") for row in rows]
        first = next((one for one in metrics if metrics.count(one) > 1), "")
        chosen = [
            row for row, metric in zip(rows, metrics, strict=True) if metric == first and first
        ]
        values = [number(self._card.raw(row, "value")) for row in chosen]
        if len([one for one in values if one is not None]) > 1:
            yield self._chart(first, chosen, values)

    def _chart(self, metric: str, rows: list[AnswerPath], values: list[Decimal | None]) -> Chart:
        groups = tuple(self._card.cell(row, "group") for row in rows)
        labels = tuple(self._card.measure(row) for row in rows)
        limit = number(self._card.raw(rows[0], "limit").lstrip("<>=\u2264\u2265 "))
        told = "; ".join(f"{group} {label}" for group, label in zip(groups, labels, strict=True))
        weakest = self._card.weakest()
        return Chart(
            key=f"groups-{self._card.row}",
            kind=ChartKind.BARS,
            title=f"{metric} by patient group",
            categories=groups,
            series=(Series(metric, tuple(values), labels),),
            alt=f"{metric} of {self._card.name} by patient group: {told}.",
            subtitle="The line marks the limit that starts an action." if limit is not None else "",
            unit=self._card.raw(rows[0], "unit"),
            limit=Limit(limit, "Limit") if limit is not None else None,
            emphasised=tuple(
                place
                for place, group in enumerate(groups)
                if weakest and weakest.startswith(f"{group},")
            ),
        )

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

    # --- the pages after it ----------------------------------------------------------------------

    def details(self) -> Iterator[Block]:
        """Yield every other field, group by group: answers in one line as a table, then tables."""
        for group in self._card.question.groups:
            columns = [
                column
                for column in self._card.question.columns
                if column.group == group.id
                and column.id not in _ON_THE_PAGE
                and not column.internal
            ]
            yield from self._headed(
                f"{group.label}: {self._card.name}", self._group(columns), level=3
            )

    def _group(self, columns: list[Question]) -> Iterator[Block]:
        plain_columns = [column for column in columns if not column.is_group]
        rows: list[Row] = []
        for column in plain_columns:
            row = fact_row(column, self._card.path.column(column.id), self._card.scope)
            rows += [row] if row else []
        if rows:
            widths = (Column("Subject", weight=1), Column("What we state", weight=2.6))
            yield Table(f"card-{self._card.row}-{plain_columns[0].group}", "", widths, tuple(rows))
        for column in columns:
            if column.is_group:
                yield from self._table(column)
        if any(column.id == "bias_mitigation" for column in columns):
            yield from self._named_table("fairness_metrics")
        if any(column.id == "correction_policy" for column in columns):
            yield from self._named_table("trigger_playbook")

    def _named_table(self, name: str) -> Iterator[Block]:
        column = self._card.question.column(name)
        if column is not None:
            yield from self._table(column)

    def _table(self, column: Question) -> Iterator[Block]:
        path = self._card.path.column(column.id)
        table = rows_table(
            column, path, (), self._card.scope, caption=f"{column.label}: {self._card.name}"
        )
        if table is None:
            return
        if len(table.columns) > _WIDEST:
            yield from _as_entries(table)
        else:
            yield table

    def _headed(self, text: str, blocks: Iterator[Block], level: int = 2) -> Iterator[Block]:
        made = tuple(blocks)
        if made:
            yield Heading(text, level)
            yield from made

    def _prose(self, name: str, run_in: str) -> Iterator[Block]:
        column = self._card.question.column(name)
        if column is not None:
            path = self._card.path.column(name)
            yield from answer_blocks(column, path, self._card.scope, run_in=run_in)


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
