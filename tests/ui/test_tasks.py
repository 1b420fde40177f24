"""Work beside the window: the newest of its kind is told, and nothing of it stays behind."""

import gc
import weakref
from threading import Event

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.errors import FileError
from ui.tasks import Tasks, Work


class _Result:
    """Something that work brings home."""


class _Listener(QObject):
    """Keeps what it is told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []

    def take(self, value: object) -> None:
        self.told.append(value)

    def take_part(self, part: float, words: str) -> None:
        self.told.append((part, words))

    def end(self) -> None:
        self.told.append("ended")


def _progress(work: Work) -> str:
    work.progress(0.5, "Half")
    return "whole"


def _fail(_work: Work) -> None:
    raise FileError("There is no room.")


def test_parts_result_and_end_are_told_in_their_order(qapp: QApplication, qtbot: QtBot) -> None:
    tasks, listener = Tasks(qapp), _Listener()

    tasks.run("a", _progress, listener.take, told=listener.take_part, ended=listener.end)
    qtbot.waitUntil(lambda: tasks.is_idle)

    assert listener.told == [(0.5, "Half"), "whole", "ended"]
    assert not tasks.is_busy


def test_what_goes_wrong_is_told_in_a_sentence(qapp: QApplication, qtbot: QtBot) -> None:
    tasks, listener = Tasks(qapp), _Listener()

    tasks.run("a", _fail, failed=listener.take, ended=listener.end)
    qtbot.waitUntil(lambda: tasks.is_idle)

    assert listener.told == ["There is no room.", "ended"]


def test_newer_work_ends_the_older_of_its_kind(qapp: QApplication, qtbot: QtBot) -> None:
    tasks, listener, gate = Tasks(qapp), _Listener(), Event()

    tasks.run("a", lambda _work: gate.wait(10), listener.take, ended=listener.end)
    tasks.run("a", lambda _work: "newer", listener.take)
    gate.set()
    qtbot.waitUntil(lambda: tasks.is_idle)

    assert sorted(map(str, listener.told)) == ["ended", "newer"]


def test_one_who_is_gone_is_told_nothing(qapp: QApplication, qtbot: QtBot) -> None:
    tasks, listener, gate = Tasks(qapp), _Listener(), Event()
    tasks.run("a", lambda _work: gate.wait(10), listener.take)

    with qtbot.waitSignal(listener.destroyed):
        listener.deleteLater()
    gate.set()
    qtbot.waitUntil(lambda: tasks.is_idle)

    assert listener.told == []


def test_nothing_of_the_work_stays_behind(qapp: QApplication, qtbot: QtBot) -> None:
    tasks, listener = Tasks(qapp), _Listener()
    made: list[weakref.ref[_Result]] = []

    def make(_work: Work) -> _Result:
        result = _Result()
        made.append(weakref.ref(result))
        return result

    for _turn in range(20):
        tasks.run("a", make, listener.take)
        qtbot.waitUntil(lambda: tasks.is_idle)
    listener.told.clear()
    gc.collect()

    assert [one for one in made if one() is not None] == []
