"""Cards beside the ranking: the system in short, and the gaps this closes."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from roadmapper.template.kinds import Value
from roadmapper.template.model import Section
from ui.field import Field
from ui.fieldgroup import FieldGroup
from ui.fields.inputs import FocusWatch
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.choices import Check
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.shown_values import shown_number
from ui.watcher import Watcher

_COUNTS = 3
"""Counts of the system that are shown; the table below holds all of them."""


class EditCard(Card):
    """A card that shows answers in short, and the fields behind them on demand.

    Signals:
        focused: the cursor came into a field; carries its address.
    """

    focused = Signal(str)

    def __init__(
        self,
        section: Section,
        opened: Opened,
        watcher: Watcher,
        parent: QWidget | None = None,
        *,
        title: str,
        asked: Sequence[str],
    ) -> None:
        self.opened = opened
        self.button = Button("Edit", "ghost", icon="pencil", small=True)
        self.button.setAccessibleName(f"Edit {title}")
        head = row(Label(title, "heading"), STRETCH, self.button)
        self._view = column()
        self._shown = holder(self._view)
        self._lines = column(spacing=10)
        self._edited = holder(self._lines)
        super().__init__(
            column(head, self._shown, self._edited, spacing=8), parent, margins=(18, 12, 10, 16)
        )
        self._group = FieldGroup(opened, watcher, self._edited)
        self._group.focused.connect(self.focused)
        self._add_fields(section, asked)
        self._edited.hide()
        self.button.clicked.connect(self._toggle)

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields behind the answers, by address."""
        return self._group.fields

    def set_view(self, view: QWidget) -> None:
        """Put what shows the answers in short in place."""
        view.setContentsMargins(0, 0, 8, 0)
        self._view.addWidget(view)

    def edit(self, editing: bool = True) -> None:
        """Show the fields, or the answers in short."""
        self._edited.setVisible(editing)
        self._shown.setVisible(not editing)
        self.button.setText("Done" if editing else "Edit")
        self.button.updateGeometry()

    def focus(self, path: str) -> bool:
        """Go to the field of an address; return whether it is here."""
        field = self.fields.get(path)
        if field is not None:
            self.edit()
            field.focus()
        return field is not None

    def refresh(self) -> None:
        """Show what is kept."""
        self._group.refresh()

    def flush(self) -> None:
        """Keep what was typed."""
        self._group.flush()

    def _add_fields(self, section: Section, asked: Sequence[str]) -> None:
        for name in asked:
            question = section.question(name)
            if question is not None:
                path = f"{section.id}.{name}"
                self._lines.addWidget(self._group.add(path, question, path))

    def _toggle(self) -> None:
        self.flush()
        self.edit(self._edited.isHidden())


class FactsCard(EditCard):
    """The system in short: its kind, its record, and its first counts."""

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        asked = ("type", "emr")
        super().__init__(section, opened, watcher, parent, title="The system", asked=asked)
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        self._facts: list[QWidget] = []
        self.set_view(holder(self._grid))
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        super().refresh()
        for one in self._facts:
            self._grid.removeWidget(one)
            one.hide()
            one.deleteLater()
        self._facts = [_fact(name, said) for name, said in self._told()]
        for at, one in enumerate(self._facts):
            if at < len(self.fields):
                self._grid.addWidget(one, 0, at * _COUNTS, 1, _COUNTS, Qt.AlignmentFlag.AlignTop)
            else:
                place = at - len(self.fields)
                self._grid.addWidget(one, 1, place * 2, 1, 2, Qt.AlignmentFlag.AlignTop)
        for at in range(2 * _COUNTS):
            self._grid.setColumnStretch(at, 1)

    def _told(self) -> Iterator[tuple[str, str]]:
        yield "Kind", self.opened.label("system.type")
        yield "EMR", self.opened.label("system.emr")
        number = self.opened.question("system.size").column("value")
        for name in self.opened.session.rows("system.size")[:_COUNTS]:
            measure = self.opened.text(f"system.size[{name}].measure")
            value = self.opened.text(f"system.size[{name}].value")
            if measure and number is not None:
                yield measure, shown_number(number, value)


def _fact(name: str, said: str) -> QWidget:
    words = Label(said or "Not answered yet", "cell", "ink" if said else "ink3", wrap=True)
    words.setFont(Label("", "label").font() if said else words.font())
    return holder(column(Label(name, "caption", "ink2", wrap=True), words, spacing=1))


class GapsCard(Card):
    """The published gaps in their order, to check.

    Signals:
        chosen: the gaps that are closed now.
        focused: the cursor came here; carries the address.
    """

    chosen = Signal(object)
    focused = Signal(str)
    path = "system.gaps"

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        question = opened.question(self.path)
        self._opened = opened
        self._count = Label("", "caption", "ink3")
        head = row(Label("Largest gaps you close", "heading"), STRETCH, self._count)
        self._watch = FocusWatch()
        self.boxes: dict[str, Check] = {}
        lines = column(spacing=0)
        for number, option in enumerate(question.options, 1):
            check = Check(option.label)
            check.setAccessibleName(f"Gap {number}: {option.label}")
            check.clicked.connect(self._choose)
            self._watch.watch(check)
            self.boxes[option.value] = check
            lines.addLayout(row(check, STRETCH, Label(f"gap {number}", "caption", "ink3")))
        super().__init__(column(head, lines, spacing=8), parent, margins=(18, 14, 18, 12))
        self._watch.setParent(self)
        self._watch.came.connect(self._tell_focus)
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept."""
        value = self._opened.value(self.path)
        on = value if isinstance(value, tuple) else ()
        for name, check in self.boxes.items():
            check.setChecked(name in on)
        self._count.setText(f"{sum(name in on for name in self.boxes)} of {len(self.boxes)}")

    def focus_first(self) -> None:
        """Put the cursor on the first gap."""
        next(iter(self.boxes.values())).setFocus()

    def _choose(self) -> None:
        kept = self._opened.value(self.path)
        unknown = [one for one in kept if one not in self.boxes] if isinstance(kept, tuple) else []
        on: Value = (*(name for name, one in self.boxes.items() if one.isChecked()), *unknown)
        self.chosen.emit(on or None)

    def _tell_focus(self) -> None:
        self.focused.emit(self.path)
