"""The window: all proposals, or one that is open."""

from pathlib import Path

from PySide6.QtGui import QAction, QCloseEvent, QKeySequence
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from ui import theme
from ui.opened import Opened
from ui.tasks import Tasks
from ui.wizard import Wizard

_STEP_KEYS = {f"Ctrl+{at + 1}": at for at in range(9)} | {"Ctrl+0": 12}


class Window(QMainWindow):
    """The window of the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Roadmapper")
        self.setMinimumSize(*theme.tokens()["layout"]["window"]["min"])
        self.resize(*theme.tokens()["layout"]["window"]["default"])
        self.tasks = Tasks(self)
        self.stack = QStackedWidget(self)
        self.setCentralWidget(self.stack)
        self.wizard: Wizard | None = None
        self._add_keys()

    def open_proposal(self, path: Path) -> None:
        """Open a proposal and show its steps."""
        self.close_proposal()
        self.wizard = Wizard(Opened(path, self), self.tasks, self.stack)
        self.stack.addWidget(self.wizard)
        self.stack.setCurrentWidget(self.wizard)
        client = self.wizard.opened.text("deal.health_system")
        self.setWindowTitle(f"{client or path.stem} - Roadmapper")

    def close_proposal(self) -> None:
        """Keep what was typed, give up the file and show all proposals."""
        if self.wizard is None:
            return
        wizard, self.wizard = self.wizard, None
        wizard.flush()
        wizard.opened.close()
        self.stack.removeWidget(wizard)
        wizard.deleteLater()
        self.setWindowTitle("Roadmapper")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything and end running work."""
        self.close_proposal()
        self.tasks.close()
        super().closeEvent(event)

    def _add_keys(self) -> None:
        for keys, act in (
            (("Ctrl+Z",), self._undo),
            (("Ctrl+Shift+Z", "Ctrl+Y"), self._redo),
            (("Ctrl+PgDown",), self._next),
            (("Ctrl+PgUp",), self._back),
            (("F8", "Ctrl+."), self._next_open),
            (("F1",), self._guidance),
            (("Ctrl+\\",), self._rail),
        ):
            action = QAction(self)
            action.setShortcuts([QKeySequence(key) for key in keys])
            action.triggered.connect(act)
            self.addAction(action)
        for key, at in _STEP_KEYS.items():
            action = QAction(self)
            action.setShortcut(QKeySequence(key))
            action.setData(at)
            action.triggered.connect(self._go)
            self.addAction(action)

    def _undo(self) -> None:
        if self.wizard:
            self.wizard.undo()

    def _redo(self) -> None:
        if self.wizard:
            self.wizard.redo()

    def _next(self) -> None:
        if self.wizard:
            self.wizard.step(1)

    def _back(self) -> None:
        if self.wizard:
            self.wizard.step(-1)

    def _next_open(self) -> None:
        if self.wizard:
            self.wizard.go_to_open()

    def _guidance(self) -> None:
        if self.wizard:
            self.wizard.toggle_guidance()

    def _rail(self) -> None:
        if self.wizard:
            self.wizard.toggle_rail()

    def _go(self) -> None:
        action = self.sender()
        if self.wizard and isinstance(action, QAction):
            self.wizard.go(self.wizard.sections[action.data()].id)
