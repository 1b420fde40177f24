"""Step 3: who has to say yes, on a map, in a table and as an org chart."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from roadmapper.proposal.change import Batch
from roadmapper.template.model import Section
from ui import theme
from ui.body import Body, Wanted
from ui.field import Field
from ui.fields.kinds import make_field
from ui.form import Form
from ui.opened import Opened
from ui.pages.coalition_inspector import Inspector
from ui.pages.coalition_lines import BOSS, DOTTED, Line, Lines
from ui.pages.coalition_links import told
from ui.pages.coalition_map import CoalitionMap
from ui.pages.coalition_org import OrgChart
from ui.pages.coalition_people import PATH, People
from ui.pages.coalition_views import Across, AddRole, Views, counted, few
from ui.parts.buttons import Button
from ui.parts.cards import Card, Notice
from ui.parts.chips import ChoiceChip
from ui.parts.choices import Segments
from ui.parts.folding import Folding
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.reading import put_in_order
from ui.toasts import offer_undo
from ui.watcher import Watcher
from ui.words import _

_BESIDE = 800
"""From this width on what is written about a role stands beside the map."""
_INSPECTOR = 332
_BAR = 520
"""From this width on all above the map stands on one line."""
_MAP, _TABLE = 0, 1
_NO_LIMIT = 16_777_215
_ALL = 100
_PRIVATE = _("Stances stay private. They are left out of the exported document.")
_LEGEND = _(
    "An arrow leads from a role to those who listen to it; a plain "
    "line shows who reports to whom. Draw an arrow from the dot at a "
    "role, or with L. Page Up and Page Down go from role to role."
)
_NONE = _("No roles yet.")
_EMPTY = _("Start with the CMIO, then add who signs, who pays and who runs it.")
_LINES = frozenset({BOSS, DOTTED})


class CoalitionPage(Body):
    """The roles that decide, three ways to look at them, and the other questions of the step."""

    widest = ""

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._opened, self._watcher = opened, watcher
        self.people = People(opened)
        self.lines = Lines(self.people, opened)
        self.map = CoalitionMap(self.people)
        self.chart = OrgChart(opened)
        self.table: Field | None = None
        self.inspector = Inspector(self.people, opened, watcher, self)
        self.form = Form(section, opened, watcher, self, without=("people",))
        self.fields = self.form.fields
        self.row = ""
        self._read: list[str] | None = None
        self._build()
        self._connect()
        self._show_people()

    # --- a body ----------------------------------------------------------------------------------

    def show_wanted(self, wanted: Wanted) -> None:
        """Show only the questions that are wanted."""
        self.form.show_wanted(wanted)

    def flush(self) -> None:
        """Keep everything that was typed."""
        self.inspector.flush()
        self.form.flush()
        if self.table is not None:
            self.table.editor.flush()

    def focus_first(self) -> None:
        """Begin with the first role, or with adding the usual ones."""
        node = self.map.nodes.get(self.row)
        if node is None:
            self.first.setFocus()
        else:
            self.show_view(_MAP)
            node.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, path: str) -> bool:
        """Go to the place of an address; return whether it is here."""
        root, _rest, inside = path.partition("[")
        if root != PATH:
            return self.form.focus(path)
        name, _rest, asked = inside.partition("].")
        if name.rstrip("]") not in self.people.rows:
            self.focus_first()
            return True
        self.show_view(_MAP)
        self.pick(name.rstrip("]"))
        if asked:
            self.inspector.focus(asked)
        else:
            self.map.nodes[self.row].setFocus()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put what is written beside the map where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_BESIDE)
        direction = QBoxLayout.Direction
        self._main.setDirection(direction.LeftToRight if wide else direction.TopToBottom)
        self.inspector.setMaximumWidth(theme.px(_INSPECTOR) if wide else _NO_LIMIT)
        self.inspector.setMinimumWidth(theme.px(_INSPECTOR) if wide else 0)

    # --- views -----------------------------------------------------------------------------------

    def show_view(self, view: int) -> None:
        """Show the map, the table or the org chart of the same roles."""
        self.views.choose(view)
        if view == _TABLE and self.table is None:
            self._make_table()
        self.inspector.flush()
        self.stack.setCurrentIndex(view)
        self.stack.fit_to_screen(view == _MAP)
        self._show_parts()
        self.pick(self.row)

    def pick(self, name: str) -> None:
        """Look at a role."""
        if name in self.people.rows:
            self.row = name
            self.inspector.show_person(self.people.person(name))
            self.map.show_picked(name)
            self.chart.show_picked(name)
            self._across.ensureWidgetVisible(self.chart.cards[name])

    def open(self, name: str) -> None:
        """Go to what is written about a role."""
        self.pick(name)
        self.inspector.focus_first()

    # --- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.views = Segments((_("Map"), _("Table"), _("Org chart")), _("View of the roles"), self)
        self.moves = ChoiceChip(_("Show movement"), self, icon="move-right")
        self.moves.setToolTip(_("Draw the way from the stance of today to the one needed"))
        self.adding = AddRole(self.people, self)
        ways = row(self.moves, self.adding, STRETCH, spacing=10)
        bar = Folding(
            (holder(row(self.views, STRETCH)), holder(ways)), self, below=_BAR, stretch=(1, 0)
        )
        self._missing = Notice("warning", "", self)
        usual = sum(one.first for one in self.people.question.usual)
        self.first = Button(
            _("Add the usual {counted}").format(counted=counted(usual)),
            "primary",
            self,
            icon="users-round",
        )
        title, told = Label(_NONE, "heading"), Label(_EMPTY, "body", "ink2", wrap=True)
        for one in (title, told):
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign = row(STRETCH, Icon("users-round", 26, "accent"), STRETCH)
        start = row(STRETCH, self.first, STRETCH)
        inside = column(sign, 10, title, 4, told, 16, start)
        self._empty = Card(inside, self, margins=(24, 56, 24, 56))
        self._across = Across(self.chart)
        self.stack = Views(self)
        self.stack.addWidget(Card(column(self.map), margins=(10, 10, 10, 10)))
        self.stack.fit_to_screen(True)
        self._in_table = column()
        self.stack.addWidget(Card(self._in_table, margins=(14, 10, 14, 12)))
        self.stack.addWidget(Card(column(self._across, STRETCH), margins=(10, 10, 10, 10)))
        self._unanswered = Label("", "caption", "warn", self, wrap=True)
        private = row(Icon("eye-off", 14, "ink3"), spacing=8)
        private.addWidget(Label(_PRIVATE, "caption", "ink3", wrap=True), 1)
        self._legend = Label(_LEGEND, "caption", "ink3", self, wrap=True)
        told_below = (self._unanswered, self._legend, private)
        left = column(self._empty, self.stack, *told_below, STRETCH, spacing=8)
        left.setStretchFactor(self.stack, _ALL)
        self._main = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._main.setSpacing(16)
        self._main.addLayout(left, 1)
        self._main.addLayout(column(self.inspector, STRETCH))
        below = row()
        below.addWidget(self.form, 1000)
        below.addStretch(1)
        self.form.setMaximumWidth(theme.measure("layout", "wideMax"))
        self.setLayout(column(bar, self._missing, self._main, 8, below, STRETCH, spacing=12))

    def _connect(self) -> None:
        self.views.chosen.connect(self.show_view)
        self.moves.toggled.connect(self.map.show_movement)
        self.adding.asked.connect(self._add)
        self.adding.usual_asked.connect(self._add_first)
        self.first.clicked.connect(self._add_first)
        self.map.placed.connect(self.people.place)
        for view in (self.map, self.chart):
            view.picked.connect(self.pick)
            view.opened.connect(self.open)
        self.map.removed.connect(self._remove)
        self.map.joined.connect(self.lines.join)
        self.map.parted.connect(self._part)
        self.inspector.step_chosen.connect(self.people.set_step)
        self.inspector.remove_asked.connect(self._remove)
        self.inspector.focused.connect(self.focused)
        self.form.focused.connect(self.focused)
        self._opened.bridge.changed.connect(self._take_batch)
        self._watcher.looked.connect(self._show_findings)

    def _take_batch(self, batch: Batch) -> None:
        roots = {change.path.partition("[")[0] for change in batch.changes}
        if PATH in roots or roots & _LINES:
            self._show_people()

    def _show_people(self) -> None:
        people = self.people.all()
        self.map.show_people(people)
        self.chart.show_people(people)
        if self.table is not None:
            self.table.refresh()
        rows = [person.row for person in people]
        self.pick(self.row if self.row in rows else next(iter(rows), ""))
        missing = " ".join(self.people.missing()) if people else ""
        self._missing.say(missing)
        self._missing.setVisible(bool(missing))
        open_roles = [one.role for one in people if not one.has_answer and one.role]
        self._unanswered.setText(
            _("Has no answer yet to what they need to see: {few}").format(few=few(open_roles))
        )
        self._unanswered.setVisible(bool(open_roles))
        self._show_parts()
        if rows != self._read:
            self._read = rows
            put_in_order(self)

    def _show_parts(self) -> None:
        there = bool(self.people.rows)
        self._empty.setVisible(not there)
        self.stack.setVisible(there)
        self.inspector.setVisible(there and self.views.index != _TABLE)
        self.moves.setVisible(there and self.views.index == _MAP)
        self._legend.setVisible(there and self.views.index == _MAP)

    def _make_table(self) -> None:
        self.table = make_field(self.people.question, PATH, self._opened, self)
        self.table.focused.connect(self.focused)
        self.table.edited.connect(self._opened.bridge.set)
        self._in_table.addWidget(self.table)
        put_in_order(self)
        self._show_findings()

    def _show_findings(self) -> None:
        if self.table is not None:
            self.table.show_findings(self._watcher.findings(PATH))

    def _add(self, role: str) -> None:
        added = self.people.add(role)
        if not added:
            return
        self.pick(added)
        if role:
            self.map.nodes[added].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.inspector.focus("role")

    def _add_first(self) -> None:
        self.people.add_first()
        self.focus_first()

    def _part(self, line: Line) -> None:
        words = told(line, self.map.nodes)
        self.lines.part(line)
        if line not in self.map.links.lines:
            offer_undo(self, _("Line removed"), self._opened.bridge, line=words)

    def _remove(self, name: str) -> None:
        rows = self.people.rows
        self.inspector.flush()
        role = self.people.person(name).role or _("Role")
        self.people.remove(name)
        rest = self.people.rows
        if rest and name not in rest:
            self.pick(rest[min(rows.index(name), len(rest) - 1)])
        if name not in rest:
            offer_undo(self, _("{role} removed").format(role=role), self._opened.bridge)
        self.focus_first()
