"""The published gaps in their order: which of them this closes, and how in one sentence."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.template.kinds import Value
from roadmapper.template.model import Question, Section
from ui import theme
from ui.field import Field
from ui.fieldgroup import FieldGroup
from ui.fields.inputs import FocusWatch
from ui.opened import Opened
from ui.parts.cards import Card
from ui.parts.choices import Check
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.watcher import Watcher
from ui.words import _

PATH = "system.gaps"
_OPEN = _("Say in one sentence how you close it.")


def sentences(section: Section) -> Mapping[str, Question]:
    """Return the question that asks how a gap is closed, by the gap it is shown for."""
    asked = PATH.partition(".")[2]
    return {
        str(one.show_if.value): one
        for one in section.questions
        if one.show_if is not None and one.show_if.question in (asked, PATH)
    }


class GapsCard(Card):
    """A box to check for each gap; below a checked one, a field for how it is closed.

    Signals:
        chosen: the gaps that are closed now.
        focused: the cursor came here; carries the address.
    """

    chosen = Signal(object)
    focused = Signal(str)

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        self._opened = opened
        self._count = Label("", "caption", "ink3")
        head = row(Label(_("Largest gaps you close"), "heading"), STRETCH, self._count)
        self._lines = column(head, 8)
        super().__init__(self._lines, parent, margins=(18, 14, 18, 12))
        self._watch = FocusWatch(self)
        self._watch.came.connect(self._tell_focus)
        self._group = FieldGroup(opened, watcher, self)
        self._group.focused.connect(self.focused)
        self.boxes: dict[str, Check] = {}
        self._below: dict[str, _How] = {}
        asked = sentences(section)
        for number, option in enumerate(opened.question(PATH).options, 1):
            self._add_box(number, option.value, option.label)
            if option.value in asked:
                self._add_sentence(option.value, asked[option.value], section.id)
        self.refresh()

    @property
    def fields(self) -> Mapping[str, Field]:
        """The sentences, by address."""
        return self._group.fields

    def refresh(self) -> None:
        """Show what is kept."""
        value = self._opened.value(PATH)
        on = value if isinstance(value, tuple) else ()
        for name, check in self.boxes.items():
            check.setChecked(name in on)
        self._group.refresh()
        for name, how in self._below.items():
            how.setVisible(name in on)
            how.show_said(bool(self._opened.text(how.field.path).strip()))
        self._count.setText(
            _("{count} of {count2}").format(
                count=sum(name in on for name in self.boxes), count2=len(self.boxes)
            )
        )

    def flush(self) -> None:
        """Keep what was typed."""
        self._group.flush()

    def focus(self, path: str) -> bool:
        """Go to the first gap, or to a sentence; return whether the address is here."""
        field = self.fields.get(path)
        if field is not None and field.isVisibleTo(self):
            field.focus()
        elif field is not None or path == PATH:
            next(iter(self.boxes.values())).setFocus()
        return field is not None or path == PATH

    # --- inside ----------------------------------------------------------------------------------

    def _add_box(self, number: int, name: str, label: str) -> None:
        check = Check(label, strong=True)
        check.setAccessibleName(_("Gap {number}: {label}").format(number=number, label=label))
        check.clicked.connect(self._choose)
        self._watch.watch(check)
        self.boxes[name] = check
        self._lines.addLayout(
            row(check, STRETCH, Label(_("gap {number}").format(number=number), "caption", "ink3"))
        )

    def _add_sentence(self, name: str, question: Question, section: str) -> None:
        path = f"{section}.{question.id}"
        self._below[name] = _How(self._group.add(path, question, path), self)
        self._lines.addWidget(self._below[name])

    def _choose(self) -> None:
        self.flush()
        kept = self._opened.value(PATH)
        unknown = [one for one in kept if one not in self.boxes] if isinstance(kept, tuple) else []
        on: Value = (*(name for name, one in self.boxes.items() if one.isChecked()), *unknown)
        self.chosen.emit(on or None)

    def _tell_focus(self) -> None:
        self.focused.emit(PATH)


class _How(QWidget):
    """The field for a sentence below its gap, and a line while it is empty."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        line = row(Icon("circle-alert", 14, "warn"), spacing=6)
        line.addWidget(Label(_OPEN, "caption", "warn", wrap=True), 1)
        self._open = holder(line, self)
        self.setLayout(column(field, self._open, 6, margins=(theme.px(25), 0, 0, 0)))

    def show_said(self, said: bool) -> None:
        """Show whether there is a sentence."""
        self._open.setVisible(not said)
