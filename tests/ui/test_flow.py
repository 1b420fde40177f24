"""Widgets that flow into lines: what Qt frees is not taken for what is shown now."""

import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ui.parts.buttons import Button
from ui.parts.layouts import Flow, holder


@pytest.fixture
def only_new_garbage() -> Iterator[None]:
    """Let a search for garbage look at nothing older than the test, which takes long."""
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.usefixtures("only_new_garbage")
def test_flows_that_come_and_go_leave_the_items_of_the_next_alone(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    gone: list[Flow] = []
    for _round in range(30):
        flow = Flow(gap=4)
        around = holder(flow, window)
        buttons = [Button(f"Choice {number}", "ghost", around) for number in range(5)]
        for button in buttons:
            flow.addWidget(button)
        flow.removeWidget(buttons[0])
        items = [flow.itemAt(at) for at in range(flow.count())]

        assert [one.widget() for one in items if one is not None] == buttons[1:]
        assert flow.heightForWidth(200) > 0
        shiboken6.delete(around)
        gone.append(flow)
        if len(gone) > 3:
            del gone[0]
            gc.collect()


def test_a_widget_that_is_deleted_leaves_its_flow(qtbot: QtBot) -> None:
    flow = Flow()
    around = holder(flow)
    qtbot.addWidget(around)
    first, second = Button("One", "ghost", around), Button("Two", "ghost", around)
    flow.addWidget(first)
    flow.addWidget(second)

    shiboken6.delete(first)

    assert flow.count() == 1
    item = flow.itemAt(0)
    assert item is not None
    assert item.widget() is second
