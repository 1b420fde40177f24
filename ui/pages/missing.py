"""What is missing: the questions without an answer, and the way to each."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.facts import is_shown
from roadmapper.proposal.progress import is_answered, progress
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question
from ui import theme
from ui.opened import Opened
from ui.painting import cut
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.scrolling import scrolled
from ui.parts.sheet import Dialog
from ui.parts.tips import plain_tip
from ui.words import _

_LINE = 440
"""The widest line of the list; what is longer ends in an ellipsis, and its tip holds all of it."""


def shown_questions(opened: Opened) -> Iterator[tuple[str, Question]]:
    """Yield the address of every question that is shown and that a person answers."""
    for section in opened.template.sections:
        for question in section.questions:
            if question.kind is not Kind.COMPUTED and is_shown(
                opened.template, question, section.id, opened.answers
            ):
                yield f"{section.id}.{question.id}", question


def unanswered(opened: Opened) -> tuple[str, ...]:
    """Return the questions that are shown and not answered."""
    shown = shown_questions(opened)
    return tuple(path for path, one in shown if not is_answered(path, one, opened.answers))


def essential(opened: Opened) -> tuple[str, ...]:
    """Return the essential questions that are not answered."""
    parts = progress(opened.template, opened.answers)
    return tuple(path for part in parts.values() for path in part.open)


class Missing(Dialog):
    """Questions, or what `words` say of them, as a list by step; each leads to its field.

    Signals:
        go_asked: the address of the question that was chosen.
    """

    go_asked = Signal(str)

    def __init__(  # noqa: PLR0917 - window, proposal, what is said above, what stands on the list
        self,
        window: QWidget,
        opened: Opened,
        title: str,
        line: str,
        paths: Sequence[str],
        words: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(window, title, line, width=560)
        self.lines: dict[str, Button] = {}
        rows = column(spacing=2)
        step = ""
        for path in paths:
            section = opened.template.section(path.partition(".")[0])
            if section is not None and section.title != step:
                step = section.title
                rows.addSpacing(10 if self.lines else 0)
                rows.addWidget(Label(step, "label"))
            told = words[path] if words else opened.question(path).label
            button = Button(cut(told, theme.px(_LINE), "control"), "link", small=True)
            button.setToolTip(plain_tip(told) if words else "")
            button.setAccessibleName(told)
            button.clicked.connect(partial(self._go, path))
            self.lines[path] = button
            rows.addWidget(holder(row(button, STRETCH)))
        rows.addStretch(1)
        if paths:
            self.set_body(scrolled(rows, height=360))
        done = Button(_("Close the list"), "secondary", self.panel)
        done.clicked.connect(self.dismiss)
        self.foot.addStretch(1)
        self.foot.addWidget(done)

    def open(self) -> None:
        """Show the list and begin with its first line."""
        super().open()
        if self.lines:
            next(iter(self.lines.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _go(self, path: str) -> None:
        self.leave()
        self.go_asked.emit(path)
