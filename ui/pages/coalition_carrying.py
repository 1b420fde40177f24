"""A node of the map that is carried to another place."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, QPointF, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.coalition_captions import Captions
from ui.pages.coalition_node import RoleNode


class Carrying(QObject):
    """Lets a node follow the pointer until it is put down, or goes back where it was.

    Signals:
        put: a node was put down; carries its role and the point.
        ended: nothing is carried any more, however that came.
    """

    put = Signal(str, QPointF)
    ended = Signal()

    def __init__(self, canvas: QWidget, nodes: Mapping[str, RoleNode], captions: Captions) -> None:
        super().__init__(canvas)
        self._canvas, self._nodes, self._captions = canvas, nodes, captions
        self.at: QPointF | None = None
        """Where what is carried is now."""

    def listen(self, node: RoleNode) -> None:
        """Carry a node when it is dragged."""
        node.dragged.connect(self._follow)
        node.dropped.connect(self._put)
        node.cancelled.connect(self._end)

    def _follow(self, row: str, pointer: QPoint) -> None:
        self.at = self._canvas.mapFromGlobal(pointer).toPointF()
        self._captions.set_held(row)
        self._nodes[row].center_on(self.at)
        self._nodes[row].raise_()
        self._canvas.update()

    def _put(self, row: str) -> None:
        at = self.at
        if at is not None:
            self.at = None
            self._captions.set_held("")
            self.put.emit(row, at)
            self.ended.emit()

    def _end(self, _row: str) -> None:
        self.at = None
        self._captions.set_held("")
        self.ended.emit()
