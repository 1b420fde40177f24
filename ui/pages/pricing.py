"""Step 10: how they pay, what each side earns or loses by it, and all else of the agreement."""

from collections import ChainMap
from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from roadmapper.proposal.change import Batch
from roadmapper.template.kinds import Value
from roadmapper.template.model import Section
from ui import theme
from ui.body import Body, Wanted
from ui.field import Field
from ui.form import Form
from ui.opened import Opened
from ui.pages.pricing_exposure import LIMIT
from ui.pages.pricing_left import LeftCard
from ui.pages.pricing_outlook import Outlook, Told
from ui.pages.pricing_right import Right
from ui.parts.layouts import STRETCH, column
from ui.watcher import Watcher

_SIDE_BY_SIDE = 800
"""From this width on the outlook stands beside what moves it."""
_LEFT_WIDE = 288
_ANY_WIDTH = 16_777_215
_NO_SIDE = Qt.AlignmentFlag(0)
_READS = ("pricing.", "value.drivers")


class PricingPage(Body):
    """Moves what they pay, and shows at once what it comes to."""

    widest = "wideMax"

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self.outlook = Outlook(opened, watcher, self)
        self._seen = QTimer(self, singleShot=True, interval=0)
        self.left = LeftCard(opened, self)
        self.right = Right(section, opened, watcher, self)
        self.form = Form(section, opened, watcher, self, without=("structure", "exposure_limit"))
        limit = dict(self.right.exposure.group.fields)
        self.fields: Mapping[str, Field] = ChainMap(limit, self.form.fields)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(16)
        self._top.addWidget(self.left)
        self._top.addWidget(self.right, 1)
        self.setLayout(column(self._top, 18, self.form, STRETCH))
        self._connect()

    # --- a body ----------------------------------------------------------------------------------

    def show_wanted(self, wanted: Wanted) -> None:
        """Show only the questions that are wanted."""
        self.form.show_wanted(wanted)

    def flush(self) -> None:
        """Keep everything that was typed or moved."""
        self.left.flush()
        self.right.flush()
        self.form.flush()

    def focus_first(self) -> None:
        """Begin with the kind of agreement."""
        self.left.presets.focus_first()

    def focus(self, path: str) -> bool:
        """Go to the place of an address; return whether it is here."""
        root = path.partition("[")[0]
        if root == LIMIT:
            return self.right.exposure.focus(path)
        return self.left.focus(root) or self.form.focus(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the outlook beside the sliders where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self._top.setAlignment(self.left, Qt.AlignmentFlag.AlignTop if wide else _NO_SIDE)
        self.left.setMinimumWidth(theme.px(_LEFT_WIDE) if wide else 0)
        self.left.setMaximumWidth(theme.px(_LEFT_WIDE) if wide else _ANY_WIDTH)

    def showEvent(self, event: QShowEvent) -> None:
        """Be true when seen again; the page is there first."""
        super().showEvent(event)
        self._seen.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Work for nobody."""
        super().hideEvent(event)
        self._seen.stop()
        self.outlook.show(wanted=False)

    # --- inside ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._seen.timeout.connect(self._work)
        self.left.tried.connect(self._try)
        self.outlook.asked.connect(self.right.expect)
        self.outlook.told.connect(self._show)
        self._opened.bridge.changed.connect(self._take_batch)
        for part in (self.left, self.right, self.form):
            part.focused.connect(self.focused)

    def _work(self) -> None:
        self.outlook.show(wanted=True)

    def _try(self, values: dict[str, Value]) -> None:
        self.outlook.try_out(values)

    def _show(self, told: Told) -> None:
        self.right.show_told(told)
        if told.is_whole:
            self.left.show_figures(told.figures, told.answers)

    def _take_batch(self, batch: Batch) -> None:
        if any(change.path.startswith(_READS) for change in batch.changes):
            self.left.refresh()
