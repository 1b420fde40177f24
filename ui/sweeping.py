"""Garbage is looked for in the thread of the window only.

Python looks for it wherever it is just running. In the thread of some work it would end widgets
there, while the window paints them or Qt has an event for them.
"""

import gc

from PySide6.QtCore import QObject, QTimer

_PAUSE = 1000
"""Milliseconds from one look to the next."""


class Sweeper(QObject):
    """Looks for garbage from time to time, in place of Python, as long as its parent lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(_PAUSE)
        timer.timeout.connect(sweep)
        timer.start()


def sweep() -> None:
    """Look for garbage if Python would, among what is as old as it would look at."""
    due = [
        generation
        for generation, (count, limit) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if count > limit
    ]
    if due:
        gc.collect(due[-1])
