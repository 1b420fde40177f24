"""Parts side by side where there is room, one under the other where there is not."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme


class Folding(QWidget):
    """A row of parts that becomes a column where it is narrower than `below`.

    `stretch` says how the parts share the width of a row; in a column each takes all of it.

    Signals:
        folded: whether the parts stand one under the other now.
    """

    folded = Signal(bool)

    def __init__(
        self,
        parts: Sequence[QWidget],
        parent: QWidget | None = None,
        *,
        below: int,
        spacing: int = 10,
        apart: int = 10,
        stretch: Sequence[int] = (),
    ) -> None:
        super().__init__(parent)
        self._parts = tuple(parts)
        self._below = below
        self._spacing, self._apart = spacing, apart
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        # The width of a row is no reason to keep the window wide: it folds.
        self._line.setSizeConstraint(QBoxLayout.SizeConstraint.SetNoConstraint)
        for part, share in zip(parts, stretch or (0,) * len(self._parts), strict=True):
            self._line.addWidget(part, share)
        self.is_folded = False

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest part; the height is that of the way they stand now."""
        shown = [one for one in self._parts if not one.isHidden()]
        widest = max((one.minimumSizeHint().width() for one in shown), default=0)
        return QSize(widest, self._line.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold or unfold."""
        super().resizeEvent(event)
        folded = event.size().width() < theme.px(self._below)
        if folded != self.is_folded:
            self.is_folded = folded
            way = QBoxLayout.Direction
            self._line.setDirection(way.TopToBottom if folded else way.LeftToRight)
            self._line.setSpacing(self._apart if folded else self._spacing)
            self.updateGeometry()
            self.folded.emit(folded)

    def align(self, part: QWidget, where: Qt.AlignmentFlag) -> None:
        """Let a part keep its own height, or width, at a side."""
        self._line.setAlignment(part, where)
