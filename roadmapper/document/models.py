"""A model card as pages: label, test, unknowns and drift first, then every other field."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from roadmapper.document import markup
from roadmapper.document.blocks import fact_row
from roadmapper.document.card import MODELS, Card
from roadmapper.document.model_label import label
from roadmapper.document.prose import answer_blocks
from roadmapper.document.tables import rows_table
from roadmapper.document.tree import (
    Block,
    Chart,
    ChartKind,
    Column,
    Columns,
    Heading,
    Limit,
    Paragraph,
    Series,
    Source,
    Step,
    Steps,
    Table,
)
from roadmapper.document.wording import Scope, fill
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import number
from roadmapper.template.model import BlockRule, TableColumn

_USE = (
    "intended_use",
    "human_oversight",
    "intended_users",
    "intended_population",
    "cautioned_uses",
    "training_relevance",
)
_CARE = (
    "known_risks",
    "correction_policy",
    "update_process",
    "rollback",
    "customer_data_use",
    "patient_disclosure",
)
_RESULTS = {
    "performance_metrics": (
        TableColumn("metric", "", 1.6),
        TableColumn("value", "", 0.6),
        TableColumn("unit", "", 0.5),
        TableColumn("lower", "", 0.7),
        TableColumn("upper", "", 0.7),
        TableColumn("n", "", 0.8),
        TableColumn("data_set", "", 1.5),
    ),
    "fairness_metrics": (
        TableColumn("group", "", 1.6),
        TableColumn("metric", "", 1.5),
        TableColumn("value", "", 0.6),
        TableColumn("unit", "", 0.5),
        TableColumn("lower", "", 0.7),
        TableColumn("upper", "", 0.7),
        TableColumn("n", "", 0.8),
    ),
}
_WATCH = {
    "monitoring_plan": (
        TableColumn("signal", "", 1.6),
        TableColumn("cadence", "", 0.9),
        TableColumn("amber", "", 1.2),
        TableColumn("red", "", 1.2),
        TableColumn("owner", "", 1.3),
    ),
    "trigger_playbook": (
        TableColumn("trigger", "", 1.5),
        TableColumn("immediate_action", "", 1.8),
        TableColumn("owner", "", 1.1),
        TableColumn("time_to_act", "", 0.9),
        TableColumn("time_to_correct", "", 1.0),
    ),
}


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
        yield Heading(card.name, 2, key=f"model-{card.row}", eyebrow=eyebrow, new_page=True)
        pages = _Pages(card)
        yield from pages.first_page()
        yield from pages.details()


class _Pages:
    """The pages of one card."""

    def __init__(self, card: Card) -> None:
        self._card = card

    # --- the first page --------------------------------------------------------------------------

    def first_page(self) -> Iterator[Block]:
        """Yield the label beside how it was tested and how drift is handled, then the summary."""
        right = (
            *self._headed("How it was tested", self._tested()),
            *self._by_group(),
            *self._headed("What we do not know yet", self._prose("known_biases", "")),
            *self._headed("When it drifts", self._drift()),
        )
        facts = label(self._card)
        yield Columns((facts,), right, 0.46) if right else facts
        yield from self._prose("summary", "")

    # --- beside the label ------------------------------------------------------------------------

    def _tested(self) -> Iterator[Block]:
        """Yield how safety was tested: on which data, then by which method."""
        row = self._card.path.column("validation_blocks").row("safety_reliability")
        for name in ("testing_data", "validation_process"):
            parts = markup.prose(self._card.raw(row, name))
            if parts:
                line = fill(parts[0].line, self._card.scope)
                yield Paragraph(line, source=Source(str(row.column(name))))

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
            subtitle="The limit is the value that starts an action." if limit is not None else "",
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
        """Yield what a reviewer decides by: use, results, limits, actions and data."""
        yield from self._facts("What it is for, and what it is not for", _USE)
        yield from self._tables("What was measured", _RESULTS)
        yield from self._tables("Watched after go-live", _WATCH)
        yield from self._facts("Risks, changes and data", _CARE)

    def _facts(self, title: str, names: tuple[str, ...]) -> Iterator[Block]:
        card = self._card
        columns = [found for name in names if (found := card.question.column(name))]
        made = [fact_row(one, card.path.column(one.id), card.scope) for one in columns]
        rows = tuple(row for row in made if row)
        if rows:
            yield Heading(f"{title}: {card.name}", 3)
            widths = (Column("Subject", weight=1), Column("What we state", weight=2.8))
            yield Table(f"card-{card.row}-{names[0]}", "", widths, rows)

    def _tables(self, title: str, chosen: Mapping[str, tuple[TableColumn, ...]]) -> Iterator[Block]:
        card = self._card
        made = [self._table(name, columns) for name, columns in chosen.items()]
        tables = [table for table in made if table]
        if tables:
            yield Heading(f"{title}: {card.name}", 3)
            yield from tables

    def _table(self, name: str, columns: tuple[TableColumn, ...]) -> Table | None:
        card = self._card
        found = card.question.column(name)
        if found is None:
            return None
        path = card.path.column(name)
        return rows_table(found, path, columns, card.scope, caption=f"{found.label}: {card.name}")

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
