"""Garbage is looked for in the thread of the window only."""

import gc
import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.sweeping import Sweeper, sweep
from ui.tasks import Tasks, Work


class _Ring(QObject):
    """Something only a search for garbage can end."""

    def __init__(self, ended_in: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        note = Qt.ConnectionType.DirectConnection
        self.destroyed.connect(lambda: ended_in.append(threading.current_thread()), note)


def test_work_that_makes_much_ends_no_widget_of_the_window(
    qapp: QApplication, qtbot: QtBot
) -> None:
    parent = QObject()
    Sweeper(parent)
    ended_in: list[threading.Thread] = []
    for _ in range(50):
        _Ring(ended_in)
    tasks = Tasks(qapp)

    tasks.run("much", _make_much)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert ended_in == []
    gc.collect()

    assert len(ended_in) == 50
    assert set(ended_in) == {threading.main_thread()}


def test_what_is_due_is_looked_for_and_no_more(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    monkeypatch.setattr(gc, "collect", looked.append)
    monkeypatch.setattr(gc, "get_threshold", lambda: (700, 10, 10))

    for counts in ((12, 3, 3), (900, 3, 3), (900, 11, 3), (900, 11, 11)):
        monkeypatch.setattr(gc, "get_count", lambda counts=counts: counts)
        sweep()

    assert looked == [0, 1, 2]


def _make_much(_work: Work) -> int:
    return len([[number] for number in range(200_000)])
