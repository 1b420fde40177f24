"""One model card: its questions in tabs, the essential ones first."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.facts import Finding
from roadmapper.proposal.progress import counts
from roadmapper.template.model import Question
from ui.field import Field
from ui.fieldgrid import FieldGrid
from ui.fields.kinds import editor
from ui.fields.rows_cells import EDGES
from ui.opened import Opened
from ui.pages.models_data import PATH, Tab, tabs_of
from ui.pages.models_field import CardField
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.labels import Label, Rule
from ui.parts.layouts import column, row
from ui.parts.reading import put_around_in_order
from ui.parts.tabs import Tabs
from ui.words import _, ngettext

_STEPS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}


class ModelForm(Card):
    """All questions of the card in a row. It can be turned to another card.

    Signals:
        focused: the cursor came into a field; carries its address.
        turned: another tab is shown; carries its place.
    """

    focused = Signal(str)
    turned = Signal(int)

    def __init__(self, question: Question, opened: Opened, parent: QWidget) -> None:
        self._inside = column(spacing=0)
        super().__init__(self._inside, parent, margins=(12, 8, 12, 16))
        self.path = ""
        self._opened = opened
        self._findings: Sequence[Finding] = ()
        self._gaps: set[str] = set()
        self._parts = tabs_of(question)
        self._bodies: dict[int, TabBody] = {}
        self._only = False
        self.above = column(spacing=0)
        self.tabs = Tabs([one.label for one in self._parts], _("Parts of a model card"), self)
        self.tabs.chosen.connect(self.show_tab)
        self._inside.addWidget(self.tabs)
        self._inside.addWidget(Rule(self))
        self._inside.addSpacing(12)
        self._inside.addLayout(self.above)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that are built."""
        return tuple(field for body in self._bodies.values() for field in body.fields)

    @property
    def body(self) -> "TabBody":
        """The tab that is shown."""
        return self._bodies[self.tabs.index]

    @property
    def row(self) -> str:
        """The row of the card that is shown; empty before the first."""
        return self.path.removeprefix(f"{PATH}[").removesuffix("]")

    def show_row(self, row_id: str) -> None:
        """Turn to a card; what was typed on the one before is kept first."""
        path = f"{PATH}[{row_id}]"
        if path == self.path:
            return
        if self.path:
            self.flush()
        self.path = path
        for field in self.fields:
            field.show_path(f"{path}.{field.question.id}")
        self.show_tab(self.tabs.index)
        self.show_findings(self._findings)

    def show_tab(self, place: int) -> None:
        """Show a tab, built when it is first wanted."""
        self.tabs.choose(place)
        if place not in self._bodies:
            body = TabBody(self._parts[place], self)
            self._bodies[place] = body
            self._inside.addWidget(body)
            body.build()
            body.offer_more(offered=not self._only)
        else:
            self.refresh()
        for at, body in self._bodies.items():
            body.setVisible(at == place)
        self.turned.emit(place)

    def show_essential(self, *, only: bool) -> None:
        """Show the essential questions of each tab only, or offer the others as well."""
        self._only = only
        for body in self._bodies.values():
            body.offer_more(offered=not only)

    def show_gaps(self, unanswered: Iterable[Question]) -> None:
        """Mark the tabs in which an essential question is open."""
        self._gaps = {one.id for one in unanswered}
        self._mark_tabs()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with this card, at its fields and with a dot at its tabs."""
        self._findings = findings
        for field in self.fields:
            start = (f"{field.path}[", f"{field.path}.")
            field.show_findings([one for one in findings if f"{one.path}.".startswith(start)])
        self._mark_tabs()

    def _mark_tabs(self) -> None:
        for place, part in enumerate(self._parts):
            names = {one.id for one in part.columns}
            told = [one for one in self._findings if self._column(one.path) in names]
            gap = "warn" if names & self._gaps else ""
            self.tabs.mark(place, EDGES[told[0].severity.value] if told else gap)

    def refresh(self) -> None:
        """Show what is kept now; tabs that are not shown do so when they are."""
        for field in self.body.fields:
            field.refresh()

    def refresh_about(self) -> None:
        """Show evidence and notes at the fields."""
        for field in self.fields:
            field.refresh_about()

    def flush(self) -> None:
        """Keep what was typed."""
        for field in self.fields:
            field.editor.flush()

    def focus(self, path: str) -> None:
        """Put the cursor into the field of an address on this card, or into its first field."""
        name = self._column(path)
        place = next(
            (at for at, one in enumerate(self._parts) if name in {it.id for it in one.columns}), 0
        )
        self.show_tab(place)
        body = self._bodies[place]
        field = body.field(name)
        if field is not None:
            field.focus(path)
        elif body.fields:
            body.fields[0].editor.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from tab to tab with Ctrl+Tab."""
        step = _STEPS.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.show_tab((self.tabs.index + step) % len(self._parts))
            self.tabs.button(self.tabs.index).setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)

    def made(self, question: Question, over: QWidget) -> Field:
        """Return a field of this card, made on a widget."""
        path = f"{self.path}.{question.id}"
        field = CardField(question, path, self._opened, over, editor=editor)
        field.edited.connect(self._opened.bridge.set)
        field.focused.connect(self._take_focus)
        return field

    def _take_focus(self, path: str) -> None:
        for field in self.fields:
            field.set_current(path.startswith(field.path))
        self.focused.emit(path)

    def _column(self, path: str) -> str:
        """Return the question of this card that an address is about; empty if none."""
        inside = path.removeprefix(f"{self.path}.")
        return "" if inside == path else inside.partition("[")[0]


class TabBody(QWidget):
    """The fields of one tab: the essential ones, and all others by their groups when wanted."""

    def __init__(self, tab: Tab, form: ModelForm) -> None:
        super().__init__(form)
        self.tab = tab
        self._form = form
        self._first = Section(tuple(filter(counts, tab.columns)), self, form)
        others = ((group, [one for one in it if not counts(one)]) for group, it in tab.groups)
        self._others = [(group, asked) for group, asked in others if asked]
        self._rest: list[Section] = []
        self._lines: list[QWidget] = []
        self.more = Button("", "ghost", self, icon="chevron-down", small=True)
        self.more.clicked.connect(self._turn)
        self.has_more = False
        """Whether the questions that are not essential are shown."""
        self._layout = column(self._first, 10, row(self.more), spacing=0)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._layout)

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that are built."""
        return tuple(field for one in (self._first, *self._rest) for field in one.fields)

    def build(self) -> None:
        """Build the essential fields; the others too where none is essential."""
        self._first.build()
        self.show_more(wanted=not self._first.fields)

    def offer_more(self, *, offered: bool) -> None:
        """Offer the questions that are not essential, or leave them out altogether."""
        if not offered and self._first.fields:
            self.show_more(wanted=False)
        self.more.setHidden(not (offered and self._others))

    def field(self, name: str) -> Field | None:
        """Return the field of a question, built if need be."""
        if any(one.id == name for _group, asked in self._others for one in asked):
            self.show_more(wanted=True)
        return next((one for one in self.fields if one.question.id == name), None)

    def show_more(self, *, wanted: bool) -> None:
        """Show the questions that are not essential, or leave them out."""
        self.has_more = wanted
        if wanted and not self._rest:
            self._build_rest()
        for one in (*self._lines, *self._rest):
            one.setVisible(wanted)
        count = sum(len(asked) for _group, asked in self._others)
        told = ngettext("One more question", "{count} more questions", count).format(count=count)
        self.more.setText(_("Show the essential ones only") if wanted else told)
        self.more.show_icon("chevron-up" if wanted else "chevron-down")
        self.more.updateGeometry()

    def _turn(self) -> None:
        self.show_more(wanted=not self.has_more)

    def _build_rest(self) -> None:
        for group, asked in self._others:
            section = Section(asked, self, self._form)
            title = Label(group.label, "cardHeading", parent=self, wrap=True)
            told = Label(group.purpose, "caption", "ink3", self, wrap=True)
            title.setContentsMargins(4, 16, 0, 0)
            told.setContentsMargins(4, 2, 0, 8)
            for one in (title, told, section):
                self._layout.addWidget(one)
            self._lines += (title, told)
            self._rest.append(section)
            section.build()
        put_around_in_order(self)


class Section(QWidget):
    """Fields in one column or two."""

    def __init__(self, asked: Sequence[Question], parent: QWidget, form: ModelForm) -> None:
        super().__init__(parent)
        self._asked, self._form = asked, form
        self.fields: list[Field] = []
        self._grid = FieldGrid(self.fields)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._narrow = True
        self.setLayout(self._grid)

    def build(self) -> None:
        """Build the fields."""
        for question in self._asked:
            field = self._form.made(question, self)
            field.show()
            self.fields.append(field)
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one column or two."""
        super().resizeEvent(event)
        if self._grid.has_room(event.size().width()) is self._narrow:
            self._arrange()

    def _arrange(self) -> None:
        self._narrow = not self._grid.has_room(self.width())
        self._grid.arrange(narrow=self._narrow)
