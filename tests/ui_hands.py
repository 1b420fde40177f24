"""Real clicks and keys on the window, as a person makes them."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget, in its middle or at a place."""
    place = at if at is not None else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


def type_text(widget: QWidget | None, text: str) -> None:
    """Type a text into a widget."""
    assert widget is not None
    QTest.keyClicks(widget, text)


def press(
    widget: QWidget | None,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    """Press one key."""
    assert widget is not None
    QTest.keyClick(widget, key, modifier)


def drag(widget: QWidget, start: QPoint, end: QPoint, steps: int = 8) -> None:
    """Press, move with the button held, release."""
    button = Qt.MouseButton.LeftButton
    QTest.mousePress(widget, button, Qt.KeyboardModifier.NoModifier, start)
    for step in range(1, steps + 1):
        place = start + (end - start) * step / steps
        _move(widget, place)
    QTest.mouseRelease(widget, button, Qt.KeyboardModifier.NoModifier, end)


def _move(widget: QWidget, place: QPoint) -> None:
    """Send a movement with the button held; `QTest.mouseMove` alone holds none."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        place.toPointF(),
        widget.mapToGlobal(place).toPointF(),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(widget, event)
