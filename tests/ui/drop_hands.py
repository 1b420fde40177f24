"""Files dragged over a widget and let go, as a person does it."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

_LEFT, _NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
_COPY = Qt.DropAction.CopyAction


def drop(widget: QWidget, *files: Path) -> bool:
    """Drag files over a widget and let go; return whether they were taken."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(one)) for one in files])
    entering = QDragEnterEvent(QPoint(50, 50), _COPY, data, _LEFT, _NONE)
    entering.ignore()
    QApplication.sendEvent(widget, entering)
    if not entering.isAccepted():
        return False
    QApplication.sendEvent(widget, QDropEvent(QPointF(50, 50), _COPY, data, _LEFT, _NONE))
    return True
