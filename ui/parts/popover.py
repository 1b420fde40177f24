"""A small box beside a control; it closes when something else is clicked or with Esc."""

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QPaintEvent
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from ui import theme
from ui.painting import box, painting


class Popover(QFrame):
    """A card that floats beside `anchor`."""

    def __init__(self, name: str, anchor: QWidget, *, width: int) -> None:
        super().__init__(anchor, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setAccessibleName(name)
        self._anchor = anchor
        self.setFixedWidth(theme.px(width))

    def fill(self, layout: QLayout) -> None:
        """Take its content."""
        layout.setContentsMargins(14, 13, 14, 13)
        self.setLayout(layout)

    def open(self) -> None:
        """Show the box below its anchor, or above it where there is no room; ends alike."""
        self.adjustSize()
        below = self._anchor.mapToGlobal(QPoint(self._anchor.width(), self._anchor.height() + 4))
        room = (self._anchor.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        left = max(room.left(), min(below.x() - self.width(), room.right() - self.width()))
        top = below.y()
        if top + self.height() > room.bottom():
            top = max(room.top(), below.y() - self._anchor.height() - self.height() - 8)
        self.move(left, top)
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the box."""
        with painting(self) as painter:
            box(painter, QRectF(self.rect()), theme.radius("card"), "surface", "line2")
