"""Answers that are chosen: one of several, some of several, yes or no."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from roadmapper.template.kinds import Value
from roadmapper.template.model import Question
from ui.fields.base import Editor
from ui.fields.inputs import Combo, FocusWatch, set_state
from ui.opened import Opened
from ui.parts.chips import ChoiceChip
from ui.parts.choices import Check
from ui.parts.layouts import Flow, column

FEW = 5
"""Up to so many choices stand side by side; more go into a list."""
_CHIPS_MOST = 10


class FlowField(Editor):
    """An answer whose choices break into lines like words, as high as its lines."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the lines need at this width."""
        super().resizeEvent(event)
        layout = self.layout()
        if layout is not None:
            self.setMinimumHeight(layout.heightForWidth(event.size().width()))


class ChipsField(FlowField):
    """One of a few choices, or several of them, as pills side by side.

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
    ) -> None:
        super().__init__(question, path, opened, parent)
        self._several = several
        self._watch = FocusWatch(self)
        self._watch.came.connect(self.focused)
        self._flow = Flow(gap=8)
        self.setLayout(self._flow)
        self.chips: dict[str, ChoiceChip] = {}
        for option in question.options:
            self._add_chip(option.value, option.label)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def read(self) -> Value:
        """Return the choice, or a list of choices; None if nothing is chosen."""
        on = tuple(value for value, chip in self.chips.items() if chip.isChecked())
        if self._several:
            return on or None
        return on[0] if on else None

    def write(self, value: Value) -> None:
        """Show what is chosen."""
        on = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        for one in on:
            if one not in self.chips:
                self._add_chip(one, one)
        for known, chip in self.chips.items():
            chip.setChecked(known in on)

    def _add_chip(self, value: str, label: str) -> None:
        chip = ChoiceChip(label, self)
        chip.clicked.connect(self._pick)
        self._watch.watch(chip)
        self.chips[value] = chip
        self._flow.addWidget(chip)

    def _pick(self) -> None:
        picked = self.sender()
        if not self._several:
            for chip in self.chips.values():
                if chip is not picked:
                    chip.setChecked(False)
        self.chosen()


class ListField(Editor):
    """One of many choices, in a drop-down list that begins with "Not answered"."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.combo = Combo(question.label, self)
        self.setFocusProxy(self.combo)
        self.combo.addItem("Not answered", "")
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


class ChecksField(Editor):
    """Several of many choices, as check boxes below one another."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self._watch = FocusWatch(self)
        self._watch.came.connect(self.focused)
        self._column = column(spacing=2)
        self.setLayout(self._column)
        self.boxes: dict[str, Check] = {}
        for option in question.options:
            self._add_box(option.value, option.label)

    def read(self) -> Value:
        """Return the list of choices; None if nothing is chosen."""
        return tuple(value for value, one in self.boxes.items() if one.isChecked()) or None

    def write(self, value: Value) -> None:
        """Show what is chosen, also what is no longer offered."""
        on = value if isinstance(value, tuple) else ()
        for one in on:
            if one not in self.boxes:
                self._add_box(one, one)
        for known, check in self.boxes.items():
            check.setChecked(known in on)

    def _add_box(self, value: str, label: str) -> None:
        check = Check(label, self)
        check.setAccessibleName(f"{self.question.label}: {label}")
        check.clicked.connect(self.chosen)
        self._watch.watch(check)
        self.boxes[value] = check
        self._column.addWidget(check)


class YesNoField(FlowField):
    """Yes or no; clicking the answer again takes it back."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self._watch = FocusWatch(self)
        self._watch.came.connect(self.focused)
        flow = Flow(gap=8)
        self.setLayout(flow)
        self.yes, self.no = ChoiceChip("Yes", self), ChoiceChip("No", self)
        for chip in (self.yes, self.no):
            chip.setAccessibleName(f"{question.label}: {chip.text()}")
            chip.clicked.connect(self._pick)
            self._watch.watch(chip)
            flow.addWidget(chip)

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
        return ChipsField(question, path, opened, parent)
    return ListField(question, path, opened, parent)


def choices_field(
    question: Question, path: str, opened: Opened, parent: QWidget | None = None
) -> Editor:
    """Return the widget for several choices: pills if they are short, boxes if they are long."""
    if _fits(question):
        return ChipsField(question, path, opened, parent, several=True)
    return ChecksField(question, path, opened, parent)


_LONG = 34


def _fits(question: Question) -> bool:
    return all(len(option.label) <= _LONG for option in question.options)
