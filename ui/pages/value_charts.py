"""What moves the result most, and the way from value to net: one chart at a time."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from roadmapper.document.money_charts import tornado, waterfall
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from ui.pages.break_even import BreakEven
from ui.parts.cards import Card
from ui.parts.chart import ChartView
from ui.parts.choices import Segments
from ui.parts.layouts import column
from ui.words import _

_BUILDERS = (tornado, waterfall)
_TITLES = (_("What moves the result most"), _("From value to net"))
_NEEDED = _("The chart is drawn once a driver has its numbers, and the pricing step a fee.")


class ValueCharts(Card):
    """Shows one of two charts of the same figures, and turns faint while they are worked out."""

    def __init__(self, parent: QWidget) -> None:
        self.ways = Segments((_("Tornado"), _("Waterfall")), _("Chart"))
        self.view = ChartView(aside=self.ways)
        self.break_even = BreakEven()
        super().__init__(
            column(self.view, self.break_even, spacing=8), parent, margins=(20, 18, 18, 14)
        )
        self._figures: Mapping[str, Figure] = {}
        self._answers = Answers({})
        self.ways.chosen.connect(self._show)
        self._show()

    def show_figures(self, figures: Mapping[str, Figure], answers: Answers) -> None:
        """Show what these figures come to."""
        self._figures, self._answers = figures, answers
        self._show()

    def expect(self) -> None:
        """Know that other figures are on their way."""
        if self.view.chart is not None:
            self.view.expect()
            self.break_even.expect()

    def _show(self) -> None:
        at = self.ways.index
        chart = _BUILDERS[at](self._figures, self._answers)
        if chart is None:
            self.view.show_nothing(_TITLES[at], _NEEDED)
        else:
            self.view.show_chart(chart)
        if chart is not None and _BUILDERS[at] is tornado:
            self.break_even.show_figures(self._figures, self._answers)
        else:
            self.break_even.hide()
