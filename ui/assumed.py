"""What is assumed while a question is not answered, with a button that answers it so."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.template.model import Question
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.labels import Icon, Label
from ui.parts.layouts import row
from ui.shown_values import shown_with_unit
from ui.words import _

_PROMISES = "pricing."
"""Where nothing is assumed: only a person promises to pay."""


class Assumed(QWidget):
    """One quiet line below an answer that is not given yet.

    Signals:
        used: the default is to be the answer.
    """

    used = Signal()

    def __init__(self, question: Question, path: str, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self._question, self._path, self._opened = question, path, opened
        self.sentence = Label(_sentence(question, path), "caption", "ink2", wrap=True)
        self.button = Button(_("Use this"), "link", self, small=True)
        self.button.setAccessibleName(_("Use this for {label}").format(label=question.label))
        self.button.clicked.connect(self.used)
        line = row(Icon("info", 13, "ink3"), spacing=6)
        line.addWidget(self.sentence, 1)
        line.addWidget(self.button)
        self.setLayout(line)
        self.refresh()

    def show_path(self, path: str) -> None:
        """Tell about the answer at another address."""
        self._path = path
        self.refresh()

    def refresh(self) -> None:
        """Show the line only while nothing is answered."""
        is_open = self._opened.value(self._path) is None
        self.setVisible(self._question.default is not None and is_open)


def _sentence(question: Question, path: str) -> str:
    text = shown_with_unit(question, question.default)
    return (
        _("Usual: {text}").format(text=text)
        if path.startswith(_PROMISES)
        else _("Assumed until you answer: {text}").format(text=text)
    )
