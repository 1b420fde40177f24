"""Answers that are chosen: one of several, some of several, yes or no."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy, QWidget

from roadmapper.template.kinds import Value
from roadmapper.template.model import Question
from ui.fields.base import Editor
from ui.fields.inputs import Combo, set_state
from ui.fields.one_stop import OneStop
from ui.opened import Opened
from ui.parts.chips import ChoiceChip
from ui.parts.choices import Check
from ui.parts.layouts import Flow, column
from ui.words import _

FEW = 5
"""Up to so many choices stand side by side; more go into a list."""
_CHIPS_MOST = 10


class FlowField(Editor):
    """An answer whose choices break into lines like words, as high as its lines."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the lines need at this width."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None and layout.hasHeightForWidth():
            self.setMinimumHeight(layout.heightForWidth(event.size().width()))


class MarksField(FlowField):
    """One of several choices, or several of them, each with a mark of its own to click.

    A choice kept from an earlier template that is no longer offered stays and is shown.
    """

    def __init__(
        self,
        question: Question,
        path: str,
        opened: Opened,
        parent: QWidget | None = None,
        *,
        several: bool = False,
        boxes: bool = False,
    ) -> None:
        """Show pills side by side, or boxes below one another for choices of many words."""
        super().__init__(question, path, opened, parent)
        self._several = several
        self._kind: type[ChoiceChip | Check] = Check if boxes else ChoiceChip
        self._stop = OneStop(self)
        self._stop.came.connect(self.focused)
        self._stop.left.connect(self._lead_focus)
        self._marks: QLayout = column(spacing=2) if boxes else Flow(gap=8)
        self.setLayout(self._marks)
        self.marks: dict[str, QAbstractButton] = {}
        for option in question.options:
            self._add(option.value, option.label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def read(self) -> Value:
        """Return the choice, or a list of choices; None if nothing is chosen."""
        on = tuple(value for value, mark in self.marks.items() if mark.isChecked())
        if self._several:
            return on or None
        return on[0] if on else None

    def write(self, value: Value) -> None:
        """Show what is chosen."""
        on = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        for one in on:
            if one not in self.marks:
                self._add(one, one)
        for known, mark in self.marks.items():
            mark.setChecked(known in on)
        self._lead_focus()

    def _lead_focus(self) -> None:
        """Let who comes here come to what is chosen, else to the first choice."""
        marks = tuple(self.marks.values())
        if marks and not any(mark.hasFocus() for mark in marks):
            self._stop.lead(next((one for one in marks if one.isChecked()), marks[0]))

    def _add(self, value: str, label: str) -> None:
        mark = self._kind(label, self)
        mark.setAccessibleName(f"{self.question.label}: {label}")
        mark.clicked.connect(self._pick)
        self._stop.watch(mark)
        self.marks[value] = mark
        self._marks.addWidget(mark)

    def _pick(self) -> None:
        picked = self.sender()
        if not self._several:
            for mark in self.marks.values():
                if mark is not picked:
                    mark.setChecked(False)
        self._lead_focus()
        self.chosen()


class ListField(Editor):
    """One of many choices, in a drop-down list that begins with "Not answered"."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.combo = Combo(question.label, self)
        self.setFocusProxy(self.combo)
        self.combo.addItem(_("Not answered"), "")
        for option in question.options:
            self.combo.addItem(option.label, option.value)
        self.setLayout(column(self.combo))
        self.combo.activated.connect(self.chosen)
        self.combo.focused.connect(self.focused)

    def read(self) -> Value:
        """Return the choice; None if nothing is chosen."""
        return self.combo.currentData() or None

    def write(self, value: Value) -> None:
        """Show the choice, also one that is no longer offered."""
        text = value if isinstance(value, str) else ""
        place = self.combo.findData(text)
        if place < 0:
            self.combo.addItem(text, text)
            place = self.combo.count() - 1
        self.combo.setCurrentIndex(place)

    def mark(self, state: str) -> None:
        """Color the edge."""
        set_state(self.combo, state)


class YesNoField(FlowField):
    """Yes or no; clicking the answer again takes it back."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self._stop = OneStop(self)
        self._stop.came.connect(self.focused)
        flow = Flow(gap=8)
        self.setLayout(flow)
        self.yes, self.no = ChoiceChip(_("Yes"), self), ChoiceChip(_("No"), self)
        for chip in (self.yes, self.no):
            chip.setAccessibleName(f"{question.label}: {chip.text()}")
            chip.clicked.connect(self._pick)
            self._stop.watch(chip)
            flow.addWidget(chip)
        self._stop.lead(self.yes)

    def read(self) -> Value:
        """Return true, false, or None if it is not answered."""
        return True if self.yes.isChecked() else False if self.no.isChecked() else None

    def write(self, value: Value) -> None:
        """Show the answer."""
        self.yes.setChecked(value is True)
        self.no.setChecked(value is False)

    def _pick(self) -> None:
        (self.no if self.sender() is self.yes else self.yes).setChecked(False)
        self.chosen()


def choice_field(
    question: Question, path: str, opened: Opened, parent: QWidget | None = None
) -> Editor:
    """Return the widget for one choice: pills for few, a list for many."""
    few = len(question.options) <= FEW and _fits(question)
    main = question.essential and len(question.options) <= _CHIPS_MOST
    if few or main:
        return MarksField(question, path, opened, parent)
    return ListField(question, path, opened, parent)


def choices_field(
    question: Question, path: str, opened: Opened, parent: QWidget | None = None
) -> Editor:
    """Return the widget for several choices: pills if they are short, boxes if they are long."""
    return MarksField(question, path, opened, parent, several=True, boxes=not _fits(question))


_LONG = 34


def _fits(question: Question) -> bool:
    return all(len(option.label) <= _LONG for option in question.options)
