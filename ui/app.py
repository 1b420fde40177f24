"""Starts the window: fonts, theme, last-resort errors, and the file that was asked for."""

import gc
import logging
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.settings import load_settings, settings_file
from ui.sweeping import Sweeper
from ui.tasks import Work
from ui.window import Window
from ui.words import _

log = logging.getLogger(__name__)

_PATIENCE = 20
"""Milliseconds at most for which the first paint waits for the list of proposals."""
_REST = 300
"""Milliseconds after the first paint until the rest is loaded."""
_LOADED_LATE = (
    "ui.wizard",
    "ui.home.new",
    "ui.finding",
    "ui.tour",
    "ui.proposal_menu",
    "ui.exporting",
)


def run(files: Sequence[str]) -> int:
    """Show the window, with a proposal if one is named; return what the program ends with."""
    app = make_app()
    path = settings_file()
    window = Window(load_settings(path), path)
    sys.excepthook = _Rescue(window).take
    theme.follow(app, window.take_theme)
    # The list is nearly always read by then, and so on the first picture.
    window.tasks.wait(_PATIENCE)
    QCoreApplication.sendPostedEvents()
    window.show()
    QTimer.singleShot(_REST, window, lambda: prepare(window))
    for name in files:
        window.open_proposal(Path(name))
    return app.exec()


def make_app() -> QApplication:
    """Return the application with its first fonts and its name."""
    QCoreApplication.setOrganizationName("Roadmapper")
    QCoreApplication.setApplicationName("Roadmapper")
    # Asked for later, by `setStyle`, Qt for Python would first load all that a style can be.
    app = QApplication([*sys.argv[:1], "-style", "fusion"])
    app.setDesktopFileName("roadmapper")
    theme.load_first_fonts()
    return app


def prepare(window: Window) -> None:
    """Load what an open proposal needs, most of it beside the window, while Home is looked at."""
    # Loaded late: Home is painted before.
    from ui.dropping import Dropping  # noqa: PLC0415
    from ui.window_icon import window_icon  # noqa: PLC0415

    window.setWindowIcon(window_icon())
    window.keys.obey()
    Dropping(window)
    theme.load_fonts()
    Sweeper(window)
    window.tasks.run("load", _load, _take_loaded)


def _load(work: Work) -> None:
    try:
        for name in _LOADED_LATE:
            # Whoever closes the window at once need not wait.
            if work.is_cancelled:
                return
            import_module(name)
        import_module("ui.making").template_used()
    finally:
        # What is loaded by now stays: it need not be looked through again.
        gc.freeze()


def _take_loaded(_nothing: object) -> None:
    log.debug("Everything is loaded")


class _Rescue:
    """Takes what nothing else took: the window stays open and says so."""

    def __init__(self, window: Window) -> None:
        self._window = window
        self._busy = False

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Note an error and tell the person in one calm sentence."""
        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("Nothing took this error:\n%s", details)
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.quit()
            return
        if self._busy:
            return
        self._busy = True
        # Loaded late: needed only when something goes wrong.
        from ui.messages import Trouble  # noqa: PLC0415

        trouble = Trouble(self._window, _("The last step was not finished."), details)
        trouble.closed.connect(self._rest)
        trouble.open()

    def _rest(self) -> None:
        self._busy = False
