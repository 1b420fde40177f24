"""A cold start as a person has it; it says so when Home shows the proposals that are there.

It is the program itself with the folder it is given for its settings, and a window that watches its
own list.
"""

import gc
import os
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))
os.environ["XDG_DATA_HOME"] = os.environ["APPDATA"] = sys.argv[1]
gc.disable()  # as roadmapper/__main__.py does

import ui  # noqa: E402, F401, I001 - before Qt, as the program does
from PySide6.QtCore import QEvent, QObject, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from roadmapper.__main__ import main  # noqa: E402
from ui.window import Window  # noqa: E402


class Watched(Window):
    """The window of the program; it ends at the first paint of its list."""

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        self.home.grid.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the paint that shows proposals."""
        if event.type() == QEvent.Type.Paint and self.home.listing.rowCount():
            QTimer.singleShot(0, end)
        return False


def end() -> None:
    """Say that Home can be used, and what the processor did until then."""
    print("painted", time.process_time(), flush=True)
    QApplication.closeAllWindows()


if __name__ == "__main__":
    vars(import_module("ui.app"))["Window"] = Watched
    sys.exit(main([]))
