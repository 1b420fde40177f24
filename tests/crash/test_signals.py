"""PySide6 6.12.0 loses a reference with every signal on Python before 3.12 and aborts soon."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtCore import QCoreApplication, QObject, Signal

class Bell(QObject):
    rung = Signal(bool, str)

application = QCoreApplication([])
heard = []
bell = Bell()
bell.rung.connect(lambda on, name: heard.append((on, name)))
for number in range(5000):
    bell.rung.emit(True, str(number))
print(len(heard), heard[-1])
"""


def test_five_thousand_signals_are_heard() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stdout) == (0, "5000 (True, '4999')\n")
