"""Lists whose items are painted: one stop of the Tab key, an item for each for a screen reader."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui_hands import press
from ui.parts.listed import Painted, PaintedList


class _Canvas(QWidget):
    """Keeps the keys that reach it."""

    reader_role = QAccessible.Role.List

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(200, 60)
        self.keys: list[int] = []
        self.listed = PaintedList(self)

    def event(self, event: QEvent) -> bool:
        """Keep a key."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            self.keys.append(event.key())
        return super().event(event)


def _painted(*names: str) -> dict[str, Painted]:
    return {name: Painted(name.upper(), QRect(40 * n, 0, 30, 30)) for n, name in enumerate(names)}


@pytest.fixture
def canvas(qtbot: QtBot) -> Iterator[_Canvas]:
    """Yield a canvas with three items between two buttons."""
    window, canvas = QWidget(), _Canvas()
    qtbot.addWidget(window)
    lines = QVBoxLayout(window)
    parts = (QPushButton("Before"), canvas, QPushButton("After"))
    for one in parts:
        lines.addWidget(one)
    for before, after in pairwise(parts):
        QWidget.setTabOrder(before, after)
    canvas.listed.show_items(_painted("a", "b", "c"))
    window.show()
    qtbot.waitExposed(window)
    yield canvas
    window.close()


def test_a_screen_reader_finds_the_items_in_their_place(canvas: _Canvas) -> None:
    found = QAccessible.queryAccessibleInterface(canvas)
    items = [found.child(n) for n in range(found.childCount())]

    assert found.role() == QAccessible.Role.List
    assert [one.text(QAccessible.Text.Name) for one in items] == ["A", "B", "C"]
    assert {one.role() for one in items} == {QAccessible.Role.ListItem}
    assert items[1].rect().width() == 30


def test_tab_stops_once_at_the_item_that_is_chosen(canvas: _Canvas) -> None:
    before, after = canvas.window().findChildren(QPushButton)
    canvas.listed.choose("b")
    before.setFocus()

    press(before, Qt.Key.Key_Tab)
    assert canvas.listed.items["b"].hasFocus()
    assert canvas.hasFocus()
    press(canvas.listed.items["b"], Qt.Key.Key_Tab)
    assert after.hasFocus()


def test_keys_go_on_to_the_canvas(canvas: _Canvas) -> None:
    canvas.setFocus()

    press(canvas.listed.items["a"], Qt.Key.Key_Right)

    assert canvas.keys == [Qt.Key.Key_Right]


def test_the_focus_goes_with_the_choice_and_stays_when_an_item_goes(canvas: _Canvas) -> None:
    canvas.setFocus()

    canvas.listed.choose("c")
    assert canvas.listed.items["c"].hasFocus()
    canvas.listed.show_items(_painted("a", "b"))
    assert canvas.listed.items["a"].hasFocus()
    canvas.listed.show_items({})
    assert canvas.hasFocus()


def test_a_choice_elsewhere_does_not_take_the_focus(canvas: _Canvas) -> None:
    before = canvas.window().findChildren(QPushButton)[0]
    before.setFocus()

    canvas.listed.choose("c")

    assert before.hasFocus()
