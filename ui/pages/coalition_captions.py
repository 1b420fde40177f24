"""The words below the nodes of the map: where there is room, and one more on demand."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.pages.coalition_node import RoleNode
from ui.pages.coalition_paint import label_size, paint_label, quadrants
from ui.pages.coalition_plane import labels
from ui.painting import box, painting

_PAD = 5


class Captions(QWidget):
    """Knows the places of all captions, and is itself that of a node without room for one.

    The map paints those that have room; this floats over the nodes, for the node under the
    pointer or else for the one that is looked at.
    """

    def __init__(self, canvas: QWidget, nodes: Mapping[str, RoleNode]) -> None:
        super().__init__(canvas)
        self._canvas, self._nodes = canvas, nodes
        self._picked = self._under = self._held = ""
        self._words = ""
        self.places: Mapping[str, QRectF] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def arrange(self, area: QRectF, heads: Sequence[QRectF]) -> None:
        """Find a place for each caption in an area, off the heads of arrows if that can be."""
        placed = {row: node for row, node in self._nodes.items() if node.person.is_placed}
        discs = {row: node.disc for row, node in placed.items()}
        sizes = {row: label_size(node.person.caption) for row, node in placed.items()}
        taken = list(quadrants(area).values())
        free = labels(discs, sizes, area, [*taken, *heads])
        rest = {row: QSizeF() if row in free else size for row, size in sizes.items()}
        self.places = {**free, **labels(discs, rest, area, [*taken, *free.values()])}
        self._float()

    def show_picked(self, row: str) -> None:
        """Show the caption of the node that is looked at."""
        self._picked = row
        self._float()

    def show_under(self, row: str, there: bool) -> None:
        """Show the caption of the node the pointer came to, or left."""
        self._under = row if there else ""
        self._float()

    def set_held(self, row: str) -> None:
        """Show none for a node in the hand."""
        self._held = row
        self._float()

    def painted(self) -> Mapping[str, QRectF]:
        """Return the captions the map paints."""
        return {row: one for row, one in self.places.items() if row != self._held}

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words on a ground of their own."""
        area = QRectF(self.rect())
        with painting(self) as painter:
            box(painter, area, theme.radius("input"), "surface", "line2")
            paint_label(painter, area.adjusted(_PAD, 2, -_PAD, -2), self._words, "ink")

    def _float(self) -> None:
        row = next((one for one in (self._under, self._picked) if self._is_without(one)), "")
        self.setVisible(bool(row))
        if not row:
            return
        node = self._nodes[row]
        self._words = node.person.caption
        size = label_size(self._words) + QSizeF(2 * _PAD, 4)
        most = self._canvas.width() - size.width()
        left = min(max(node.disc.center().x() - size.width() / 2, 0), most)
        self.setGeometry(QRectF(QPointF(left, node.disc.bottom() + 3), size).toAlignedRect())
        self.raise_()
        self.update()

    def _is_without(self, row: str) -> bool:
        node = self._nodes.get(row)
        hidden = node is not None and node.person.is_placed and bool(node.person.caption)
        return hidden and row not in self.places and row != self._held
