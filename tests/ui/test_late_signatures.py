"""Qt for Python without its reading of signatures: it starts faster and tells the same."""

import subprocess
import sys

import pytest

_ASK = """
import sys
{first}
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget
before = "shibokensupport.signature.parser" in sys.modules
app = QApplication([])
widget = QWidget()
for wrong in (
    lambda: widget.setWindowTitle(5),
    lambda: QObject(parent=3),
    lambda: QTimer.singleShot(),
    lambda: QWidget(nothing=1),
):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
from shibokensupport.signature import get_signature
print(QWidget.resize.__doc__, get_signature(QTimer.singleShot))
print(before, file=sys.stderr)
"""


def _told(first: str) -> tuple[str, str]:
    code = _ASK.format(first=first)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout, done.stderr.strip()


@pytest.fixture(scope="module")
def late() -> tuple[str, str]:
    """Return what a Qt says that the window has loaded, and whether it had read signatures."""
    return _told("import ui")


def test_no_signature_is_read_until_one_is_asked_for(late: tuple[str, str]) -> None:
    assert late[1] == "False"


def test_errors_signatures_and_help_read_as_always(late: tuple[str, str]) -> None:
    usual, was_read = _told("")

    assert was_read == "True"
    assert "called with wrong argument types" in usual
    assert late[0] == usual
