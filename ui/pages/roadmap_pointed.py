"""What the pointer is over on the timeline: it lights up, and says what it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.pages.roadmap_hand import Hand
from ui.pages.roadmap_plan import Hit
from ui.pages.roadmap_regions import reach_of
from ui.pages.roadmap_told import told
from ui.parts.tips import plain_tip

if TYPE_CHECKING:
    from ui.pages.roadmap_canvas import Canvas

_CURSORS = {
    "start": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
    "bar": Qt.CursorShape.OpenHandCursor,
    "gate": Qt.CursorShape.OpenHandCursor,
    "dot": Qt.CursorShape.CrossCursor,
}


class Pointed(QObject):
    """Follows the pointer of a hand that holds nothing."""

    def __init__(self, canvas: "Canvas", hand: Hand) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self.path = ""
        """The bar or gate under the pointer."""
        hand.hovered.connect(self._light)

    def _light(self, hit: Hit) -> None:
        canvas = self._canvas
        for path in (self.path, hit.path):
            canvas.update(reach_of(canvas.plan, canvas.board, path))
        self.path = hit.path
        canvas.setCursor(_CURSORS.get(hit.part, Qt.CursorShape.ArrowCursor))
        canvas.setToolTip(plain_tip(told(canvas.board, hit.path)))
