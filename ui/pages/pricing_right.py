"""What the deal comes to: numbers, charts, cases, and what one year can cost us."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.template.model import Section
from ui.opened import Opened
from ui.pages.break_even import BreakEven
from ui.pages.pricing_cases import Cases
from ui.pages.pricing_charts import TABS, inputs_chart, tab_chart
from ui.pages.pricing_exposure import ExposureCard
from ui.pages.pricing_five import FiveOutcomes
from ui.pages.pricing_gaps import Gaps
from ui.pages.pricing_outlook import Told
from ui.pages.pricing_tiles import OURS, THEIRS, Tiles
from ui.parts.cards import Card
from ui.parts.chart import ChartView
from ui.parts.choices import Segments
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.shown_numbers import shown_amount
from ui.watcher import Watcher
from ui.words import _

_OVER_TIME = 0


class Right(QWidget):
    """Shows what was worked out. Nothing here changes an answer but the switches of the cases.

    Signals:
        focused: the cursor came into a field; carries its address.
    """

    focused = Signal(str)

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._told = Told({}, opened.answers)
        self._case = ""
        self.runs = Label("", "caption", "ink3", self)
        self.side = Segments((_("Their side"), _("Our side")), _("Whose numbers to show"), self)
        self.tiles = Tiles(self)
        self.gaps = Gaps(opened, self)
        self.tabs = Segments([one.label for one in TABS], _("What to show"))
        self.chart = ChartView(aside=self.tabs)
        self.chart_card = Card(column(self.chart), self, margins=(14, 14, 10, 10))
        self.cases = Cases(opened)
        self.cases_card = Card(column(self.cases), self, margins=(10, 6, 14, 6))
        self.inputs = ChartView()
        self.break_even = BreakEven(self)
        told = row(self.break_even, margins=(4, 0, 4, 4))
        self.inputs_card = Card(
            column(self.inputs, told, spacing=8), self, margins=(14, 14, 10, 10)
        )
        self.five = FiveOutcomes(self)
        self.exposure = ExposureCard(section, opened, watcher, self)
        above = row(self.runs, STRETCH, self.side)
        cards = (self.chart_card, self.cases_card, self.inputs_card, self.five, self.exposure)
        self.setLayout(column(above, self.tiles, self.gaps, *cards, STRETCH, spacing=14))
        self.side.chosen.connect(self._show_side)
        self.tabs.chosen.connect(self._show_tab)
        self.cases.chosen.connect(self._show_case)
        self.exposure.focused.connect(self.focused)
        self.show_told(self._told)

    def show_told(self, told: Told) -> None:
        """Show what the deal comes to."""
        self._told = told
        figures = told.figures
        known = "outlook.runs" in figures
        self.gaps.show_figures(figures)
        self._show_side()
        self._show_tab()
        self.cases.show_figures(figures)
        if told.is_whole:
            self._show_inputs()
        self.inputs_card.setVisible(known and self.inputs.chart is not None)
        self.cases_card.setVisible(known)
        if told.is_whole:
            self.five.setVisible(self.five.show_figures(figures))
        self.exposure.show_figures(figures)
        self.exposure.setVisible(known or bool(self.exposure.group.fields))
        self.runs.setText(self._runs_told() if known else "")

    def expect(self) -> None:
        """Know that all this is no longer true, and that better is on its way."""
        for one in (self.chart, self.inputs, self.exposure.chart):
            if one.chart is not None:
                one.expect()
        self.break_even.expect()

    def flush(self) -> None:
        """Keep what was typed."""
        self.exposure.group.flush()

    # --- inside ----------------------------------------------------------------------------------

    def _show_inputs(self) -> None:
        """Show what each input alone does, where that was worked out."""
        chart = inputs_chart(self._told.figures, self._told.answers)
        if chart is not None:
            self.inputs.show_chart(chart)
            self.break_even.show_figures(self._told.figures, self._told.answers)

    def _runs_told(self) -> str:
        figures = self._told.figures
        runs, seed = figures["outlook.runs"], figures.get("outlook.seed")
        words = _("{runs} simulated outcomes").format(runs=shown_amount(int(runs.value)))
        return f"{words}, {_('seed {seed}').format(seed=int(seed.value))}" if seed else words

    def _show_side(self) -> None:
        self.tiles.show_figures(self._told.figures, OURS if self.side.index else THEIRS)

    def _show_tab(self) -> None:
        tab, told = TABS[self.tabs.index], self._told
        chart = tab_chart(tab, told.figures, told.answers, self._case)
        if chart is None:
            self.chart.show_nothing(tab.title, self.gaps.told)
        else:
            self.chart.show_chart(chart)

    def _show_case(self, case: str) -> None:
        """Show the way of a case, where ways are shown."""
        self._case = case
        if case and self.tabs.index != _OVER_TIME:
            self.tabs.choose(_OVER_TIME)
        self._show_tab()
