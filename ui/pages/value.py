"""Step 9: what changes, and what it is worth."""

from collections import ChainMap
from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QWidget

from roadmapper.document.formats import rounded
from roadmapper.proposal.change import Batch
from roadmapper.proposal.facts import Facts, Figure
from roadmapper.template.model import Section
from ui.body import Body, Wanted
from ui.field import Field
from ui.form import Form
from ui.opened import Opened
from ui.pages.value_charts import ValueCharts
from ui.pages.value_drivers import DriversField, drivers_field
from ui.pages.value_model import PATH
from ui.pages.value_sums import SumsCard
from ui.parts.cards import Card
from ui.parts.folding import Folding
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.reading import put_in_order
from ui.shown_numbers import shown_percent
from ui.watcher import Watcher
from ui.words import _

_BESIDE = 760
"""From this width on the sum stands beside the chart."""
_BUDGET = ("budgeted_savings",)
_RULES = ("adoption", "range_means", "discount_rate", "correlation", "seed")
_READS = ("value.", "pricing.", "deal.", "coalition.")


class ValuePage(Body):
    """The drivers, what they come to, and the other questions of the step."""

    widest = "wideMax"

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._opened, self._watcher = opened, watcher
        self._box = Card(parent=self)
        self.field: Field = drivers_field(opened.question(PATH), PATH, opened, self._box)
        self.field.hide_head()
        editor = self.field.editor
        assert isinstance(editor, DriversField)  # noqa: S101 - it was made as one
        self.drivers = editor
        self.charts = ValueCharts(self)
        self.sums = SumsCard(opened, self)
        self.budget = Form(section, opened, watcher, self, only=_BUDGET)
        self.rules = Form(section, opened, watcher, self, only=_RULES)
        besides = ("drivers", *_BUDGET, *_RULES)
        self.form = Form(section, opened, watcher, self, without=besides)
        self._forms = (self.budget, self.rules, self.form)
        drivers: dict[str, Field] = {PATH: self.field}
        self.fields: Mapping[str, Field] = ChainMap(drivers, *(form.fields for form in self._forms))
        self._build()
        self._connect()
        if watcher.facts is not None:
            self._take_facts(watcher.facts)
        put_in_order(self)

    # --- a body ----------------------------------------------------------------------------------

    def show_wanted(self, wanted: Wanted) -> None:
        """Show only the questions that are wanted."""
        has_drivers = wanted(self.field.question)
        self._box.setVisible(has_drivers)
        self._results.setVisible(has_drivers)
        for form in self._forms:
            form.show_wanted(wanted)

    def flush(self) -> None:
        """Keep everything that was typed."""
        self.drivers.flush()
        for form in self._forms:
            form.flush()

    def focus_first(self) -> None:
        """Begin with the drivers."""
        self.drivers.setFocus()

    def focus(self, path: str) -> bool:
        """Go to the place of an address; return whether it is here."""
        if path.partition("[")[0] != PATH:
            return any(form.focus(path) for form in self._forms)
        self._box.show()
        self._results.show()
        self.field.focus(path)
        return True

    # --- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._box.setLayout(column(self.field, margins=(14, 0, 14, 10)))
        self._results = Folding(
            (self.charts, self.sums), self, below=_BESIDE, spacing=14, apart=14, stretch=(13, 5)
        )
        line = row(spacing=9, margins=(6, 0, 6, 0))
        line.addWidget(Icon("gauge", 15, "ink2", self))
        self.coverage = Label("", "caption", "ink2", self, wrap=True)
        line.addWidget(self.coverage, 1)
        self._covered = holder(line, self)
        self._covered.hide()
        self.setLayout(
            column(
                self._box,
                self._results,
                self.budget,
                self._covered,
                self.rules,
                self.form,
                STRETCH,
                spacing=14,
            )
        )

    def _connect(self) -> None:
        self.field.edited.connect(self._opened.bridge.set)
        for part in (self.field, *self._forms):
            part.focused.connect(self.focused)
        self._opened.bridge.changed.connect(self._take_batch)
        self._watcher.looked.connect(self._take_facts)

    def _take_batch(self, batch: Batch) -> None:
        paths = {change.path for change in batch.changes}
        if any(path.startswith(PATH) for path in paths):
            self.field.refresh()
        if any(PATH in path or path.startswith("solution.evidence") for path in paths):
            self.field.refresh_about()
        if any(path.startswith(_READS) for path in paths):
            self.charts.expect()

    def _take_facts(self, facts: Facts) -> None:
        self.field.show_findings(self._watcher.findings(PATH))
        self.charts.show_figures(facts.figures, facts.answers)
        self.sums.show_figures(facts.figures, facts.answers)
        self._show_coverage(facts.figures)

    def _show_coverage(self, figures: Mapping[str, Figure]) -> None:
        names = ("coverage.p10", "coverage.mean", "coverage.p90", "coverage_chance")
        found = [one for name in names if (one := figures.get(f"outlook.{name}"))]
        known = len(found) == len(names)
        if known:
            low, mean, high, chance = (
                shown_percent(rounded(one.value, Decimal(1))) for one in found
            )
            self.coverage.setText(
                _(
                    "Cash released covers {mean} of what their budget already counts "
                    "(eight runs in ten between {low} and {high}); all of it in {chance} of the "
                    "runs."
                ).format(
                    mean=mean,
                    low=low,
                    high=high,
                    chance=chance if found[-1].value else _("none"),
                )
            )
        self._covered.setVisible(known)
