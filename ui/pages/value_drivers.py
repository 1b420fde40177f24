"""The drivers of value: their table, what stands below it, and how one begins."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLayout, QWidget

from roadmapper.packs import Benchmark, Idea
from roadmapper.template.model import Question
from ui.field import Field
from ui.fields.kinds import make_field
from ui.fields.rows import RowsField
from ui.fields.rows_actions import RowsActions
from ui.fields.rows_buttons import Start
from ui.fields.rows_edits import RowsEdits
from ui.fields.rows_making import Hint
from ui.fields.rows_model import RowsModel
from ui.fields.rows_table import RowsTable
from ui.opened import Opened
from ui.pages.add_chip import AddChip
from ui.pages.value_adding import Adding
from ui.pages.value_model import PATH, DriversEdits, DriversModel
from ui.pages.value_owner import Owners
from ui.pages.value_studies import StudiesSheet
from ui.pages.value_table import DriversTable
from ui.parts.buttons import Button
from ui.parts.folding import Folding
from ui.parts.labels import Folded, Icon, Label
from ui.parts.layouts import STRETCH, Flow, column, holder, row
from ui.parts.reading import put_around_in_order
from ui.parts.tips import plain_tip
from ui.toasts import offer_undo
from ui.words import _, ngettext

_ADD = _("Add driver")
_STUDIES = _("Add from published studies")
_COUNTS = _("“Counts” is the share that turns into money. Soft measures are kept apart.")
_FOLDED = 820
"""From this width on what is told stands beside the buttons."""
_START = _("Start with one driver you can measure.")


def drivers_field(question: Question, path: str, opened: Opened, parent: QWidget) -> Field:
    """Return the field of the drivers."""

    def editor(
        asked: Question, at: str, over: Opened, inside: QWidget | None = None
    ) -> DriversField:
        return DriversField(asked, at, over, inside, field=make_field)

    return Field(question, path, opened, parent, editor=editor)


class DriversField(RowsField):
    """The table of the drivers; published studies can be added beside it."""

    def make_table(self, parent: QWidget) -> RowsTable:
        """Return the table, over a model of the rows."""
        self.adding = Adding(self.opened)
        made = DriversTable(DriversModel(self.question, self.path, self.opened, self), parent)
        self.owners = Owners(made, self.opened)
        return made

    def make_edits(self, model: RowsModel) -> RowsEdits:
        """Return what changes the rows."""
        return DriversEdits(model)

    def make_empty(self, acts: RowsActions) -> Start:
        """Return what stands in place of a table without rows."""
        made = DriversStart(self.adding, self)
        made.button.clicked.connect(acts.add)
        made.take_paste(acts)
        made.studies.clicked.connect(self.show_studies)
        made.begun.connect(self.begin)
        return made

    def foot(self, add: Button, hint: Hint) -> QLayout:
        """Return what stands below the table."""
        self.told.hide()
        add.setText(_ADD)
        self.studies = Button(_STUDIES, "ghost", add.parentWidget(), icon="book-open", small=True)
        self.studies.clicked.connect(self.show_studies)
        told = Folded(_COUNTS, "caption", add.parentWidget())
        told.set_color("ink2")
        for label in (told, hint):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
        line = Flow(gap=6)
        for one in (add, self.studies):
            line.addWidget(one)
        words = holder(column(told, 2, hint))
        parts = (holder(line), words)
        below = Folding(parts, below=_FOLDED, spacing=16, apart=6, stretch=(1, 0))
        self.acts.own.append(("user-plus", _("Choose an owner"), self.owners.ask))
        return column(below, margins=(0, 8, 0, 0))

    def show_studies(self) -> None:
        """Show what published studies found."""
        sheet = StudiesSheet(self.window(), self.adding, self.opened)
        sheet.chosen.connect(self.add)
        sheet.open()

    def add(self, benchmark: Benchmark) -> None:
        """Add a benchmark, and stand at its numbers."""
        path = self.adding.add(benchmark)
        if path:
            self._stand_at(path)
            count = len(benchmark.studies)
            line = ngettext(
                "1 source stands behind it.", "{count} sources stand behind it.", count
            ).format(count=count)
            words = _("Added: {driver}").format(driver=benchmark.idea.driver)
            offer_undo(self, words, self.opened.bridge, line=line, icon="book-open")

    def begin(self, idea: Idea) -> None:
        """Add a driver without numbers, and stand where they go."""
        path = self.adding.begin(idea)
        if path:
            self._stand_at(path)

    def _stand_at(self, path: str) -> None:
        if path.startswith(PATH):
            row_id = path.partition("[")[2].rstrip("]")
            self.table.setFocus()
            self.table.select(self.model.rows.index(row_id), 1)
            QTimer.singleShot(0, self, self.table.bring_up)
        else:
            self.opened.go_asked.emit(path)


class DriversStart(Start):
    """No driver yet: three to begin with, one of one's own, or one from published studies.

    Signals:
        begun: a driver to begin with was chosen.
    """

    begun = Signal(Idea)

    def __init__(self, adding: Adding, parent: QWidget) -> None:
        inside = column()
        super().__init__(inside, parent, margins=(16, 26, 16, 26), edge="")
        self._adding = adding
        self.chips: dict[AddChip, Idea] = {}
        self.button = Button(_ADD, "secondary", self, icon="plus")
        self.studies = Button(_STUDIES, "secondary", self, icon="book-open")
        self._for_use = Label("", "cell", "ink2", self, wrap=True)
        self._flow = Flow(gap=8)
        inside.addLayout(row(Icon("trending-up", 22, "accent", self), STRETCH))
        title = Label(_START, "heading", "ink", self, wrap=True)
        inside.addLayout(column(8, title, 4, self._for_use, 12))
        inside.addWidget(holder(self._flow, self))
        inside.addSpacing(16)
        buttons = Flow(gap=10)
        for one in (self.button, self.studies):
            buttons.addWidget(one)
        inside.addWidget(holder(buttons, self))
        self.offer()

    def offer(self) -> None:
        """Offer what suits the use that is proposed now."""
        ideas = self._adding.ideas()
        if ideas == tuple(self.chips.values()):
            return
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        use = self._adding.use_label
        self._for_use.setText(
            _("For {use}, these often come first. Your numbers go in next.").format(use=use)
            if use
            else _("These often come first. Your numbers go in next.")
        )
        for idea in ideas:
            chip = AddChip(idea.driver, _("the drivers"), self)
            chip.setToolTip(plain_tip(idea.metric))
            chip.clicked.connect(self._begin)
            self.chips[chip] = idea
            self._flow.addWidget(chip)
            chip.show()
        put_around_in_order(self)

    def showEvent(self, event: QShowEvent) -> None:
        """Know the use that is proposed now."""
        super().showEvent(event)
        self.offer()

    def _begin(self) -> None:
        chip = self.sender()
        if isinstance(chip, AddChip):
            self.begun.emit(self.chips[chip])
