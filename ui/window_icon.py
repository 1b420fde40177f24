"""The icon of the window, for the desktop."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ui.parts.mark import paint_mark


def window_icon() -> QIcon:
    """Return the mark of the program in the sizes that desktops ask for."""
    made = QIcon()
    for side in (16, 32, 64, 256):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_mark(painter, side)
        painter.end()
        made.addPixmap(pixmap)
    return made
