"""The lines on the map: looked at, and taken away."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from ui import access, theme
from ui.pages.coalition_lines import Line, lines_between
from ui.pages.coalition_node import RoleNode
from ui.pages.coalition_paint import MapPainter
from ui.pages.coalition_plane import Curve, curve
from ui.parts.buttons import IconButton
from ui.parts.tips import plain_tip
from ui.words import _

_NEAR = 7
"""How near to a line the pointer takes it."""
_BEND = 26
_HEAD = 14
_DELETE = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


def told(line: Line, nodes: Mapping[str, RoleNode]) -> str:
    """Return a line in words."""
    start, end = (
        nodes[row].person.role or _("A role without a name") for row in (line.start, line.end)
    )
    return (
        _("{end} listens to {start}").format(end=end, start=start)
        if line.is_word
        else _("{end} reports to {start}").format(end=end, start=start)
    )


def way_between(start: RoleNode, end: RoleNode) -> Curve | None:
    """Return the way from node to node; None if it cannot be seen."""
    if not (start.person.is_placed and end.person.is_placed):
        return None
    return curve(start.disc, end.disc, theme.px(_BEND))


class Links(QObject):
    """The lines of a map. One can be picked with a click, and removed.

    Signals:
        parted: a line shall go.
    """

    parted = Signal(Line)

    def __init__(self, canvas: QWidget, nodes: Mapping[str, RoleNode]) -> None:
        super().__init__(canvas)
        self._canvas, self._nodes = canvas, nodes
        self.lines: tuple[Line, ...] = ()
        self.picked: Line | None = None
        self._near: Line | None = None
        self.remove = IconButton("x", _("Remove this line"), canvas, size=28, edge=True)
        self.remove.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.remove.hide()
        self.remove.clicked.connect(self._part)
        canvas.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        canvas.setMouseTracking(True)
        canvas.installEventFilter(self)

    # --- for the map -----------------------------------------------------------------------------

    def show(self) -> None:
        """Show the lines between the roles as they are now."""
        self.lines = lines_between([node.person for node in self._nodes.values()])
        self._pick(self.picked if self.picked in self.lines else None)

    def way(self, line: Line) -> Curve | None:
        """Return the way of a line; None if it is not drawn."""
        return way_between(self._nodes[line.start], self._nodes[line.end])

    def heads(self) -> Sequence[QRectF]:
        """Return the places of all arrow heads, which labels leave free."""
        side = theme.px(_HEAD)
        found = (self.way(line) for line in self.lines if line.is_word)
        size, half = QSizeF(side, side), QPointF(side / 2, side / 2)
        return [QRectF(way.end - half, size) for way in found if way is not None]

    def paint(self, drawn: MapPainter) -> None:
        """Paint all lines, the picked one last."""
        for line in sorted(self.lines, key=lambda one: (one == self.picked, one == self._near)):
            way = self.way(line)
            if way is not None:
                look = "picked" if line == self.picked else "near" if line == self._near else ""
                drawn.line(line, way, look)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the pointer and the keys of the map."""
        if isinstance(event, QMouseEvent):
            self._take_pointer(event)
        elif event.type() == QEvent.Type.Leave:
            self._come_near(None)
        elif event.type() == QEvent.Type.FocusOut:
            self._pick(None)
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_key(event.key())
        return False

    # --- inside ----------------------------------------------------------------------------------

    def _take_pointer(self, event: QMouseEvent) -> None:
        if event.type() == QEvent.Type.MouseMove:
            self._come_near(self._line_at(event.position()))
        elif event.type() == QEvent.Type.MouseButtonPress:
            self._pick(self._line_at(event.position()))

    def _take_key(self, key: int) -> bool:
        if self.picked is None or key not in (*_DELETE, Qt.Key.Key_Escape):
            return False
        if key == Qt.Key.Key_Escape:
            self._nodes[self.picked.end].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._part()
        return True

    def _line_at(self, point: QPointF) -> Line | None:
        near = [
            (way.distance(point), line)
            for line in self.lines
            if (way := self.way(line)) is not None and way.distance(point) <= theme.px(_NEAR)
        ]
        return min(near, key=lambda one: one[0])[1] if near else None

    def _come_near(self, line: Line | None) -> None:
        if line != self._near:
            self._near = line
            hand = Qt.CursorShape.PointingHandCursor
            self._canvas.setCursor(hand if line else Qt.CursorShape.ArrowCursor)
            self._canvas.setToolTip(plain_tip(told(line, self._nodes)) if line else "")
            self._canvas.update()

    def _pick(self, line: Line | None) -> None:
        if line is not None and line != self.picked:
            access.announce(
                self._canvas, _("{told}. Delete removes it.").format(told=told(line, self._nodes))
            )
        self.picked = line
        way = self.way(line) if line else None
        self.remove.setVisible(way is not None)
        if way is not None and line is not None:
            at = way.at(0.5).toPoint()
            self.remove.move(at - self.remove.rect().center())
            words = _("Remove: {told}").format(told=told(line, self._nodes))
            self.remove.setToolTip(plain_tip(words))
            self.remove.raise_()
        self._canvas.update()

    def _part(self) -> None:
        if self.picked is not None:
            line, end = self.picked, self._nodes[self.picked.end]
            self.parted.emit(line)
            end.setFocus(Qt.FocusReason.OtherFocusReason)
