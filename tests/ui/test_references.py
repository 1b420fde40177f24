"""PySide6 keeps count of what it borrows; some releases lost a reference with every call."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QObject

SIGNALS = """
from PySide6.QtCore import QObject, Signal
class Bell(QObject):
    rung = Signal(object)
heard = []
bell = Bell()
bell.rung.connect(heard.append)
for number in range(5000):
    bell.rung.emit(None)
assert len(heard) == 5000
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_a_call_that_returns_nothing_loses_no_reference_to_none() -> None:
    thing = QObject()
    before = sys.getrefcount(None)

    for _ in range(100):
        thing.setObjectName("x")

    assert before - sys.getrefcount(None) < 50


def test_thousands_of_signals_do_not_end_the_program() -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}

    done = subprocess.run([sys.executable, "-c", SIGNALS], env=environment, check=False)

    assert done.returncode == 0
