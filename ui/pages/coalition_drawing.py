"""A line that is being drawn on the map: from the edge of a node, or with keys."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui import access
from ui.pages.coalition_lines import Line
from ui.pages.coalition_links import told, way_between
from ui.pages.coalition_node import RoleNode
from ui.pages.coalition_plane import WAYS, Curve, curve, nearest
from ui.words import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
_POINT = QSizeF(1, 1)


class Drawing(QObject):
    """Where a line begins, and where it would end: at a node, or at the pointer.

    Signals:
        drawn: the word of a role shall count with another; carries both.
        parted: a line that is there already shall go.
    """

    drawn = Signal(str, str)
    parted = Signal(Line)

    def __init__(self, canvas: QWidget, nodes: Mapping[str, RoleNode]) -> None:
        super().__init__(canvas)
        self._canvas, self._nodes = canvas, nodes
        self._start = self._aim = ""
        self._pointer = QPointF()

    def listen(self, node: RoleNode) -> None:
        """Take lines from the edge of a node."""
        node.line_held.connect(self._follow)
        node.line_dropped.connect(self._drop)
        node.line_asked.connect(self._begin)
        node.cancelled.connect(self.give_up)

    def way(self) -> Curve | None:
        """Return the way of the line as it would be now."""
        if not self._start:
            return None
        start = self._nodes[self._start]
        if self._aim:
            return way_between(start, self._nodes[self._aim])
        return curve(start.disc, QRectF(self._pointer, _POINT), 0)

    def give_up(self, _row: str = "") -> None:
        """Draw no line."""
        if self._start in self._nodes:
            self._nodes[self._start].removeEventFilter(self)
        self._start = ""
        self._aim_at("")

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the keys of the node from which a line is drawn with keys."""
        if event.type() == QEvent.Type.FocusOut:
            self.give_up()
        elif event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event.key())
        return False

    # --- with the pointer ------------------------------------------------------------------------

    def _follow(self, row: str, pointer: QPoint) -> None:
        self._start = row
        self._pointer = self._canvas.mapFromGlobal(pointer).toPointF()
        under = (name for name in self._others() if self._nodes[name].disc.contains(self._pointer))
        self._aim_at(next(under, ""))

    def _drop(self, row: str, pointer: QPoint) -> None:
        self._follow(row, pointer)
        self._draw()

    # --- with keys -------------------------------------------------------------------------------

    def _begin(self, row: str) -> None:
        self._start = row
        others, node = self._others(), self._nodes[row]
        if not node.person.is_placed or not others:
            self.give_up()
            access.announce(node, _("A line needs two roles on the map."))
            return
        node.installEventFilter(self)
        here = node.disc.center()
        self._aim_at(min(others, key=lambda one: _far(self._nodes[one].disc.center() - here)))

    def _take_key(self, key: int) -> bool:
        if key in WAYS:
            self._aim_at(self._next(WAYS[Qt.Key(key)]))
        elif key in _ENTER:
            self._draw()
        elif key in _DELETE:
            line = self._line
            self.give_up()
            if self._is_there(line):
                self.parted.emit(line)
        elif key == Qt.Key.Key_Escape:
            self.give_up()
        return key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)

    def _next(self, way: QPointF) -> str:
        """Return the nearest role in a direction; the one aimed at if there is none."""
        places = {name: self._nodes[name].disc.center() for name in self._others()}
        return nearest(places[self._aim], places, way) or self._aim

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _line(self) -> Line:
        return Line(self._start, self._aim, "listens_to")

    def _others(self) -> Sequence[str]:
        return [n for n, one in self._nodes.items() if n != self._start and one.person.is_placed]

    def _is_there(self, line: Line) -> bool:
        return line.start in self._nodes[line.end].person.listens_to

    def _aim_at(self, row: str) -> None:
        changed, self._aim = row != self._aim, row
        for name, node in self._nodes.items():
            if node.is_aim != (name == row):
                node.set_aim(name == row)
        if row and changed:
            does = (
                _("Delete removes the line") if self._is_there(self._line) else _("Enter draws it")
            )
            words = _("{told}? {does}, arrows choose another role.").format(
                told=told(self._line, self._nodes), does=does
            )
            access.announce(self._nodes[self._start], words)
        self._canvas.update()

    def _draw(self) -> None:
        line = self._line
        self.give_up()
        if line.end:
            access.announce(self._canvas, f"{told(line, self._nodes)}.")
            self.drawn.emit(line.start, line.end)


def _far(way: QPointF) -> float:
    return way.x() ** 2 + way.y() ** 2
