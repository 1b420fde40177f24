"""The line above the timeline: its scale, how much is on it, and what can be added."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.pages.roadmap_board import Board
from ui.pages.roadmap_details import gate_count_told, item_count_told
from ui.parts.buttons import Button
from ui.parts.chips import Chip
from ui.parts.choices import Segments
from ui.parts.layouts import STRETCH, row


class RoadmapBar(QWidget):
    """Scale, counts, and the two things to add.

    Signals:
        scaled: another scale was chosen.
        gate_asked, item_asked: one more is wanted.
    """

    scaled = Signal(int)
    gate_asked = Signal()
    item_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.scale = Segments(("Quarters", "Months", "Years"), "Scale of the timeline", self)
        self.gates = Chip("", "outline", self, icon="diamond")
        self.items = Chip("", "outline", self)
        self.add_gate = Button("Add gate", "secondary", self, icon="diamond")
        self.add_item = Button("Add item", "secondary", self, icon="plus")
        self.add_gate.setToolTip("Gates belong to the deployment step and are added there too")
        self.add_item.setToolTip("Adds to the selected lane")
        self.scale.chosen.connect(self.scaled)
        self.add_gate.clicked.connect(self.gate_asked)
        self.add_item.clicked.connect(self.item_asked)
        parts = (self.scale, 10, self.gates, self.items, STRETCH, self.add_gate, self.add_item)
        self.setLayout(row(*parts, spacing=8))

    def show_scale(self, scale: int) -> None:
        """Show the scale that was chosen elsewhere."""
        self.scale.choose(scale)

    def show_counts(self, board: Board) -> None:
        """Show how much is on the timeline."""
        self.gates.say(gate_count_told(board), "outline", "diamond")
        self.items.say(item_count_told(board), "outline")
