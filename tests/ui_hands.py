"""Real clicks and keys on the window, as a person makes them."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.body import Body
from ui.window import Window

_Page = TypeVar("_Page", bound=Body)
_LEFT = Qt.MouseButton.LeftButton


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
    """Press, move with the button held, release. The widget may move along with the pointer."""
    begin = hold(widget, start)
    for step in range(1, steps + 1):
        move_to(widget, begin + (end - start) * step / steps)
    place = widget.mapFromGlobal(begin + end - start)
    QTest.mouseRelease(widget, _LEFT, Qt.KeyboardModifier.NoModifier, place)


def hold(widget: QWidget, at: QPoint) -> QPoint:
    """Press the button at a place and keep it down; return the place on the screen."""
    on_screen = widget.mapToGlobal(at)
    QTest.mousePress(widget, _LEFT, Qt.KeyboardModifier.NoModifier, at)
    return on_screen


def move_to(widget: QWidget, on_screen: QPoint) -> None:
    """Send a movement with the button held; `QTest.mouseMove` alone holds none."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        widget.mapFromGlobal(on_screen).toPointF(),
        on_screen.toPointF(),
        Qt.MouseButton.NoButton,
        _LEFT,
        Qt.KeyboardModifier.NoModifier,
    )
    QCoreApplication.sendEvent(widget, event)


def body_at(window: Window, path: Path, step: str, kind: type[_Page]) -> _Page:
    """Open a proposal, go to a step and return its page."""
    window.open_proposal(path)
    assert window.wizard is not None
    window.wizard.go(step)
    body = window.wizard.page.body
    assert isinstance(body, kind)
    return body
