"""The results by patient group as a chart, above the questions that hold them."""

from PySide6.QtWidgets import QWidget

from roadmapper.document.card import Card as PrintedCard
from roadmapper.document.group_chart import chart_names, group_charts
from roadmapper.document.tree import Chart
from roadmapper.document.wording import Scope
from roadmapper.proposal.facts import Facts
from ui.pages.models_data import ADDRESS, PATH
from ui.parts.chart import ChartView
from ui.parts.choices import Segments
from ui.parts.layouts import column
from ui.parts.reading import put_around_in_order
from ui.words import _

_TITLE = _("Results by patient group")
_NEEDED = _(
    "The chart is drawn once two groups have a result for the same measure. A group without a "
    "value stands in it as not measured, which is an answer, too."
)
_MOST = 3
"""Measures to choose from; more have no room beside the title."""


class GroupCharts(QWidget):
    """Shows one measure at a time."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.view = ChartView(self)
        self.ways: Segments | None = None
        self._charts: tuple[Chart, ...] = ()
        self._names: tuple[str, ...] = ()
        self._room = column(spacing=8)
        self.setLayout(column(self._room, self.view, spacing=6, margins=(4, 0, 4, 14)))

    def show_facts(self, facts: Facts, row: str) -> None:
        """Show the results of the card in a row."""
        question = facts.template.find(PATH)
        if question is None:
            return
        card = PrintedCard(question, row, Scope(facts, ADDRESS.section))
        self._charts = tuple(group_charts(card))[:_MOST]
        names = chart_names(card)[:_MOST]
        if names != self._names:
            self._names = names
            self._offer()
        self._show()

    def _offer(self) -> None:
        """Offer the measures, where there are several."""
        if self.ways is not None:
            self._room.removeWidget(self.ways)
            self.ways.hide()
            self.ways.deleteLater()
            self.ways = None
        if len(self._names) > 1:
            self.ways = Segments(self._names, _("Measure"), self)
            self.ways.chosen.connect(self._show)
            self._room.addWidget(self.ways)
            self.ways.show()
            put_around_in_order(self)

    def _show(self) -> None:
        at = self.ways.index if self.ways is not None else 0
        if self._charts:
            self.view.show_chart(self._charts[at])
        else:
            self.view.show_nothing(_TITLE, _NEEDED)
