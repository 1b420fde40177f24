"""The peer of a cold start: a window of plain PySide6 that says so at its first paint."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class Window(QWidget):
    """A window with nothing in it."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """End once it could be seen."""
        QTimer.singleShot(0, end)


def end() -> None:
    """Say that it was painted, and what the processor did until then."""
    print("painted", time.process_time(), flush=True)
    QApplication.quit()


if __name__ == "__main__":
    app = QApplication([])
    window = Window()
    window.resize(1440, 900)
    window.show()
    app.exec()
