"""The line above the timeline: its scale, how much is on it, and what can be added."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.pages.roadmap_board import Board
from ui.pages.roadmap_details import gate_count_told, item_count_told
from ui.parts.buttons import Button
from ui.parts.chips import Chip
from ui.parts.choices import Segments
from ui.parts.layouts import STRETCH, row
from ui.words import _

_GAP = 8
_AFTER_SCALE = 10


class RoadmapBar(QWidget):
    """Scale, counts, and the two things to add.

    Signals:
        scaled: another scale was chosen.
        gate_asked, item_asked: one more is wanted.
        lanes_asked: the lanes shall be changed.
    """

    scaled = Signal(int)
    gate_asked = Signal()
    item_asked = Signal()
    lanes_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.scale = Segments(
            (_("Quarters"), _("Months"), _("Years")), _("Scale of the timeline"), self
        )
        self.gates = Chip("", "outline", self, icon="diamond")
        self.items = Chip("", "outline", self)
        self.lanes = Button(_("Lanes"), "ghost", self, icon="rows-3")
        self.lanes.setToolTip(_("Rename, color, order and add lanes (F2)"))
        self.add_gate = Button(_("Add gate"), "secondary", self, icon="diamond")
        self.add_item = Button(_("Add item"), "secondary", self, icon="plus")
        self.add_gate.setToolTip(_("Gates belong to the deployment step and are added there too"))
        self.add_item.setToolTip(_("Adds to the selected lane"))
        self.scale.chosen.connect(self.scaled)
        self.lanes.clicked.connect(self.lanes_asked)
        self.add_gate.clicked.connect(self.gate_asked)
        self.add_item.clicked.connect(self.item_asked)
        self.acts = (self.lanes, self.add_gate, self.add_item)
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        told = row(self.scale, _AFTER_SCALE, self.gates, self.items, STRETCH, spacing=_GAP)
        self._line.addLayout(told)
        self._line.addLayout(row(STRETCH, *self.acts, spacing=_GAP))

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of what one can do, in two lines if need be."""
        width = max(self.scale.sizeHint().width(), self._width_of(*self.acts))
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show the counts where they fit, and what one can do below where it does not."""
        super().resizeEvent(event)
        room, counts = event.size().width(), (self.scale, self.gates, self.items)
        one_line = self._width_of(self.scale, *self.acts) <= room
        beside = self.acts if one_line else ()
        fits = self._width_of(*counts, *beside) <= room
        self.gates.setVisible(fits)
        self.items.setVisible(fits)
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if one_line else way.TopToBottom)

    def _width_of(self, *parts: QWidget) -> int:
        return sum(one.sizeHint().width() for one in parts) + len(parts) * _GAP + _AFTER_SCALE

    def show_scale(self, scale: int) -> None:
        """Show the scale that was chosen elsewhere."""
        self.scale.choose(scale)

    def show_counts(self, board: Board) -> None:
        """Show how much is on the timeline."""
        self.gates.say(gate_count_told(board), "outline", "diamond")
        self.items.say(item_count_told(board), "outline")
