"""The form of one row: all its columns as fields, in tabs where the template groups them."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.facts import Finding
from roadmapper.proposal.notes import REGISTER
from roadmapper.template.model import ColumnGroup, Question
from ui.attachment import Attachment
from ui.field import Field, MakeField
from ui.fieldgrid import FieldGrid
from ui.fields.computed import has_editor
from ui.fields.rows_cells import EDGES
from ui.opened import Opened
from ui.parts.buttons import IconButton
from ui.parts.cards import Card
from ui.parts.labels import Elided, Label
from ui.parts.layouts import column, row
from ui.parts.tabs import Tabs
from ui.words import _

_WHOLE = ColumnGroup("", "", "")


class RowForm(Card):
    """All columns of the row at an address. It can be turned to another row.

    Signals:
        closed: a person is done with it.
        stepped: the row before (-1) or after (1) is wanted.
        focused: the cursor came into a field; carries its address.
        grown: more fields were built.
    """

    grown = Signal()
    closed = Signal()
    stepped = Signal(int)
    focused = Signal(str)

    def __init__(
        self,
        question: Question,
        path: str,
        opened: Opened,
        parent: QWidget | None = None,
        *,
        field: MakeField,
    ) -> None:
        self._inside = column(spacing=0)
        super().__init__(self._inside, parent, margins=(18, 12, 18, 18), fill="sunken")
        self.path = path
        self._question = question
        self._opened = opened
        self._field = field
        self._narrow = False
        self._findings: Sequence[Finding] = ()
        self._groups = tuple(_groups(question))
        self._bodies: dict[int, _Body] = {}
        self.setAccessibleName(_("Row of {label}").format(label=question.label))
        self.head = RowHead(self)
        self.head.closed.connect(self.closed)
        self.head.stepped.connect(self.stepped)
        self._inside.addWidget(self.head)
        self._inside.addSpacing(4)
        self.tabs: Tabs | None = None
        if len(self._groups) > 1:
            labels = [group.label for group in self._groups]
            self.tabs = Tabs(labels, _("Parts of {label}").format(label=question.label), self)
            self.tabs.chosen.connect(self.show_group)
            self._inside.addWidget(self.tabs)
        self._purpose = Label("", "caption", "ink3", self, wrap=True)
        self._inside.addSpacing(8)
        self._inside.addWidget(self._purpose)
        self._inside.addSpacing(10)
        self.show_group(0)
        self.attachment: Attachment | None = None
        if path.rpartition("[")[0] == REGISTER:
            self.attachment = Attachment(path, opened, self)
            self._inside.addSpacing(16)
            self._inside.addWidget(self.attachment)

    # --- for the table ---------------------------------------------------------------------------

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that are built."""
        return tuple(field for body in self._bodies.values() for field in body.fields)

    def show_path(self, path: str) -> None:
        """Turn to another row; what was typed is kept first."""
        if path != self.path:
            self.flush()
            self.path = path
            for field in self.fields:
                field.show_path(f"{path}.{field.question.id}")
            if self.attachment is not None:
                self.attachment.show_path(path)
            self._show_findings()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with this row."""
        self._findings = findings
        self._show_findings()

    def set_narrow(self, narrow: bool) -> None:
        """Put all fields below one another, or short ones side by side."""
        self._narrow = narrow
        for body in self._bodies.values():
            body.grid.arrange(narrow=narrow)

    def refresh(self) -> None:
        """Show what is kept now."""
        for field in self.fields:
            field.refresh()

    def refresh_about(self) -> None:
        """Show evidence and notes at the fields."""
        for field in self.fields:
            field.refresh_about()

    def flush(self) -> None:
        """Keep what was typed."""
        for field in self.fields:
            field.editor.flush()

    def focus(self, path: str, *, jump: bool = True) -> None:
        """Put the cursor into the field of an address, or into the first; a jump shows a ring."""
        name = path.removeprefix(f"{self.path}.").partition("[")[0]
        place = next((at for at, one in enumerate(self._groups) if self._has(one, name)), 0)
        self.show_group(place)
        fields = self._bodies[place].fields
        field = next((one for one in fields if one.question.id == name), None)
        if field is not None and jump:
            field.focus(path)
        elif fields:
            (field or fields[0]).editor.setFocus()

    def show_group(self, place: int) -> None:
        """Show a part of the columns, built when it is first wanted."""
        if self.tabs is not None:
            self.tabs.choose(place)
        if place not in self._bodies:
            self._bodies[place] = self._built(self._groups[place])
            self.grown.emit()
        for at, body in self._bodies.items():
            body.setVisible(at == place)
        self._purpose.setText(self._groups[place].purpose)
        self._purpose.setVisible(bool(self._groups[place].purpose))

    # --- for Qt ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    # --- inside ----------------------------------------------------------------------------------

    def _take_focus(self, path: str) -> None:
        for field in self.fields:
            field.set_current(field.path == path)
        self.focused.emit(path)

    def _has(self, group: ColumnGroup, name: str) -> bool:
        found = self._question.column(name)
        return found is not None and (group is _WHOLE or found.group == group.id)

    def _built(self, group: ColumnGroup) -> "_Body":
        body = _Body(self)
        for one in self._question.columns:
            if has_editor(one, one.id) and self._has(group, one.id):
                field = self._field(one, f"{self.path}.{one.id}", self._opened, body)
                field.edited.connect(self._opened.bridge.set)
                field.focused.connect(self._take_focus)
                body.add(field)
        body.grid.arrange(narrow=self._narrow)
        self._inside.addWidget(body)
        self._show_findings_in(body)
        return body

    def _show_findings(self) -> None:
        for body in self._bodies.values():
            self._show_findings_in(body)
        if self.tabs is not None:
            for place, group in enumerate(self._groups):
                told = [one for one in self._findings if self._has(group, self._column(one))]
                self.tabs.mark(place, EDGES[told[0].severity.value] if told else "")

    def _show_findings_in(self, body: "_Body") -> None:
        for field in body.fields:
            start = (f"{field.path}[", f"{field.path}.")
            field.show_findings([one for one in self._findings if f"{one.path}.".startswith(start)])

    def _column(self, finding: Finding) -> str:
        """Return the column of this row that a finding is about."""
        inside = finding.path.removeprefix(f"{self.path}.")
        return "" if inside == finding.path else inside.partition("[")[0]


class RowHead(QWidget):
    """Which row it is, the way to the rows before and after it, and the way out.

    Signals:
        closed, stepped: as in the form.
    """

    closed = Signal()
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.title = Elided("", "cardHeading", "ink", self)
        self._place = Label("", "caption", "ink3", self)
        self._up = IconButton("chevron-up", _("Row before"), self, size=28)
        self._down = IconButton("chevron-down", _("Row after"), self, size=28)
        self.close_button = IconButton("x", _("Close row (Esc)"), self, size=28)
        self._up.clicked.connect(self._step_up)
        self._down.clicked.connect(self._step_down)
        self.close_button.clicked.connect(self.closed)
        line = row(spacing=6)
        line.addWidget(self.title, 1)
        for part in (self._place, self._up, self._down, self.close_button):
            line.addWidget(part)
        self.setLayout(line)

    def show_place(self, title: str, place: int, count: int) -> None:
        """Show which row it is."""
        self.title.show_text(title)
        self._place.setText(_("{number} of {count}").format(number=place + 1, count=count))
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place + 1 < count)

    def _step_up(self) -> None:
        self.stepped.emit(-1)

    def _step_down(self) -> None:
        self.stepped.emit(1)


class _Body(QWidget):
    """The fields of one group."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.fields: list[Field] = []
        self.grid = FieldGrid(self.fields)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self.grid)

    def add(self, field: Field) -> None:
        """Take one more field, which shows as soon as this does."""
        field.show()
        self.fields.append(field)


def _groups(question: Question) -> Iterator[ColumnGroup]:
    """Yield the groups that hold something; one for all if there are none."""
    used = {column.group for column in question.columns}
    named = [group for group in question.groups if group.id in used]
    yield from named or (_WHOLE,)
