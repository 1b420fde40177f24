"""What one year can cost us against the manager's limit: private, and said to be so."""

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.change import Batch
from roadmapper.template.kinds import number
from roadmapper.template.model import Section
from ui.fieldgroup import FieldGroup
from ui.opened import Opened
from ui.pages.pricing_charts import COST, exposure_chart
from ui.pages.pricing_tiles import Figures
from ui.parts.cards import Card
from ui.parts.chart import ChartView
from ui.parts.labels import Icon, Label
from ui.parts.layouts import column, row
from ui.watcher import Watcher
from ui.words import _

LIMIT = "pricing.exposure_limit"
_NOTHING = _("It stands here against our limit as soon as there is something to work out.")


class ExposureCard(Card):
    """The chart, the field of the limit, and the word that none of it is printed.

    Signals:
        focused: the cursor came into the field; carries its address.
    """

    focused = Signal(str)

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        self._opened = opened
        self.chart = ChartView()
        self.verdict = Label("", "cell", "ink", wrap=True)
        self._fields = column()
        private = row(Icon("lock", 14, "ink3"), spacing=6)
        words = _("Private. This card and the limit never leave this file.")
        private.addWidget(Label(words, "caption", "ink3", wrap=True), 1)
        super().__init__(column(self.chart, 6, self.verdict, 12, self._fields, 10, private), parent)
        self.group = FieldGroup(opened, watcher, self)
        self.group.focused.connect(self.focused)
        asked = next((one for one in section.questions if f"{section.id}.{one.id}" == LIMIT), None)
        if asked is not None:
            self._fields.addWidget(self.group.add(LIMIT, asked, LIMIT))
        opened.bridge.changed.connect(self._take_batch)

    def focus(self, path: str) -> bool:
        """Go to the field of an address; return whether it is here."""
        field = self.group.fields.get(path)
        if field is not None:
            field.focus()
        return field is not None

    def _take_batch(self, batch: Batch) -> None:
        if any(change.path == LIMIT for change in batch.changes):
            self.group.refresh()

    def show_figures(self, figures: Figures) -> bool:
        """Show what a year can cost; return whether anything can be said."""
        limit = number(self._opened.text(LIMIT))
        chart = exposure_chart(figures, limit)
        if chart is not None:
            self.chart.show_chart(chart)
        else:
            self.chart.show_nothing(COST, _NOTHING)
        words, is_bad = _verdict(figures, limit)
        self.verdict.setText(words if chart is not None else "")
        self.verdict.setVisible(chart is not None)
        self.verdict.set_color("neg" if is_bad else "ink2")
        return chart is not None


def _verdict(figures: Figures, limit: Decimal | None) -> tuple[str, bool]:
    """Return what the limit says of the contract, and whether that is bad."""
    most = figures.get("outlook.exposure")
    if most is None:
        return _("One year can cost us any amount: our part in a shortfall has no cap."), True
    if limit is None:
        return _("No limit is set. Whoever signs for us should name one."), False
    if most.value > limit:
        return _("One year can cost us more than our limit."), True
    return _("No year can cost us more than our limit."), False
