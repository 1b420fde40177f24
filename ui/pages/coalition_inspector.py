"""Everything that is written about one role, beside the map."""

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from ui import theme
from ui.field import Field
from ui.fieldgroup import FieldGroup
from ui.opened import Opened
from ui.pages.coalition_node import paint_disc
from ui.pages.coalition_people import COLORS, STANCES, People, Person, cell
from ui.pages.coalition_scale import Scale
from ui.painting import painting
from ui.parts.buttons import Button, IconButton
from ui.parts.cards import Card
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.reading import put_in_order
from ui.watcher import Watcher
from ui.words import _

_FIRST = ("concern", "proof", "our_owner", "next_step", "listens_to")
_MORE = ("role", "name", "lever", "interest", "reports_to", "source")
_INFLUENCE = {1: _("Little"), 2: _("Some"), 3: _("Considerable"), 4: _("Strong"), 5: _("Decisive")}


class Inspector(Card):
    """The columns of one role: three scales, what is printed, and more on demand.

    Signals:
        step_chosen: a person moved a scale; carries row, column and number.
        remove_asked: the role is to go.
        focused: the cursor came into a field; carries its address.
    """

    step_chosen = Signal(str, str, int)
    remove_asked = Signal(str)
    focused = Signal(str)

    def __init__(
        self, people: People, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        self._inside = column(spacing=12)
        super().__init__(self._inside, parent, margins=(16, 16, 16, 16))
        self._people = people
        self._group = FieldGroup(opened, watcher, self)
        self._group.focused.connect(self.focused)
        self.row = ""
        self.setAccessibleName(_("What is written about this role"))
        self._build_head()
        self.scales = dict(self._make_scales())
        self._inside.addWidget(Rule())
        self._first = column(spacing=8)
        self._inside.addLayout(self._first)
        self._more = column(spacing=8)
        self._hidden = holder(self._more, self)
        self._hidden.hide()
        self.more = Button(
            _("More about this role"), "ghost", self, after="chevron-down", small=True
        )
        self.more.clicked.connect(self._toggle)
        self._inside.addLayout(row(self.more, STRETCH))
        self._inside.addWidget(self._hidden)
        self._inside.addStretch(1)

    # --- for the page ----------------------------------------------------------------------------

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields that are built, by the columns they are for."""
        return self._group.fields

    def show_person(self, person: Person) -> None:
        """Turn to a role, or show what changed in it; what was typed is kept first."""
        if person.row != self.row:
            self.flush()
            self.row = person.row
            self._turn()
        self._disc.show_person(person)
        self._title.setText(person.title or _("A role without a name"))
        self._part.setText(person.part)
        self._part.setVisible(bool(person.part))
        self._unanswered.setVisible(not person.has_answer)
        values = {"stance": person.stance, "needed": person.needed, "influence": person.influence}
        for name, scale in self.scales.items():
            scale.show_stop(values[name])
        self._group.refresh()

    def focus_first(self) -> None:
        """Put the cursor into what matters to this role."""
        self.fields[_FIRST[0]].focus()

    def focus(self, name: str) -> None:
        """Put the cursor to a column."""
        if name in self.scales:
            self.scales[name].slider.setFocus()
            return
        if name in _MORE:
            self.show_more(True)
        if name in self.fields:
            self.fields[name].focus()

    def show_more(self, shown: bool) -> None:
        """Show or hide what is needed less often; it is built when it is first wanted."""
        if shown and _MORE[0] not in self.fields:
            self._make_fields(_MORE, self._more)
            put_in_order(self)
        self._hidden.setVisible(shown)
        self.more.setText(_("Less about this role") if shown else _("More about this role"))
        self.more.updateGeometry()

    def flush(self) -> None:
        """Keep what was typed."""
        self._group.flush()

    # --- inside ----------------------------------------------------------------------------------

    def _build_head(self) -> None:
        self._disc = _Disc(self)
        self._title = Label("", "heading", wrap=True)
        self._part = Label("", "caption", "ink2", wrap=True)
        self._menu = IconButton("ellipsis", _("More for this role"), self, size=28)
        self._menu.clicked.connect(self._show_menu)
        words = column(STRETCH, self._title, self._part, STRETCH, spacing=1)
        head = row(self._disc, spacing=12)
        head.addLayout(words, 1)
        head.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        self._inside.addLayout(head)
        said = Label(
            _("Has no answer yet to what this role needs to see."), "caption", "warn", wrap=True
        )
        line = row(Icon("circle-alert", 14, "warn"), spacing=6)
        line.addWidget(said, 1)
        self._unanswered = holder(line, self)
        self._inside.addWidget(self._unanswered)

    def _make_scales(self) -> Iterator[tuple[str, Scale]]:
        plain = dict.fromkeys(_INFLUENCE, "accent")
        for name, label, words, colors in (
            ("stance", _("Stance today"), STANCES, COLORS),
            ("needed", _("Needed by the decision"), STANCES, COLORS),
            ("influence", _("Influence on the decision"), _INFLUENCE, plain),
        ):
            scale = Scale(label, name, words, colors, self)
            scale.chosen.connect(self._tell_step)
            self._inside.addWidget(scale)
            yield name, scale

    def _turn(self) -> None:
        for name, field in self.fields.items():
            field.show_path(cell(self.row, name))
        if not self.fields:
            self._make_fields(_FIRST, self._first)
            put_in_order(self)
        self._group.show_findings()

    def _make_fields(self, names: Sequence[str], lines: QVBoxLayout) -> None:
        for name in names:
            asked = self._people.question.column(name)
            if asked is not None:
                lines.addWidget(self._group.add(name, asked, cell(self.row, name)))

    def _tell_step(self, name: str, value: int) -> None:
        self.step_chosen.emit(self.row, name, value)

    def _toggle(self) -> None:
        self.show_more(self._hidden.isHidden())

    def _show_menu(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Remove this role")).triggered.connect(self._ask_remove)
        menu.popup(self._menu.mapToGlobal(QPoint(0, self._menu.height())))

    def _ask_remove(self) -> None:
        self.remove_asked.emit(self.row)


class _Disc(QWidget):
    """The disc of the role."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._person: Person | None = None
        self.setFixedSize(theme.px(44), theme.px(44))

    def show_person(self, person: Person) -> None:
        """Show a role."""
        self._person = person
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        if self._person is not None:
            with painting(self) as painter:
                paint_disc(painter, QRectF(self.rect()), self._person)
