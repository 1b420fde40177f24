"""All fields of one item or gate, below the timeline."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.lanes import ITEMS, items_asked
from roadmapper.template.model import Question
from ui.fields.kinds import make_field
from ui.fields.rows_form import RowForm
from ui.opened import Opened
from ui.pages.roadmap_board import GATES, Board
from ui.parts.layouts import column, page_around
from ui.watcher import Watcher
from ui.words import _

_BELOW = 120
"""Kept in sight below the field one types into; above it, as much of the timeline as fits."""


class RowPanel(QWidget):
    """The form of a row of items or of gates; at most one is open, built when first wanted.

    Signals:
        closed: a person is done with it.
        stepped: the row before (-1) or after (1) in time is wanted.
        focused: the cursor came into a field; carries its address.
    """

    closed = Signal()
    stepped = Signal(int)
    focused = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened = opened
        self._forms: dict[str, RowForm] = {}
        self._questions: dict[str, Question] = {}
        self._inside = column()
        self.path = ""
        self.setLayout(self._inside)
        self.hide()

    @property
    def form(self) -> RowForm | None:
        """The form that is open."""
        return self._forms.get(self._table) if self.path else None

    def show_row(self, path: str, board: Board) -> None:
        """Show the fields of an item or gate."""
        self.flush()
        self.path = path
        self._forget_old()
        if self._table not in self._forms:
            self._forms[self._table] = self._made(path)
        for table, form in self._forms.items():
            form.setVisible(table == self._table)
        self._forms[self._table].show_path(path)
        self._show_place(board)
        self.show()

    def close_row(self) -> None:
        """Close it; what was typed is kept first."""
        self.flush()
        self.path = ""
        self.hide()

    def refresh(self, board: Board) -> None:
        """Show what is kept now; a row that is gone is closed."""
        if self.form is None:
            return
        row = self.path.partition("[")[2][:-1]
        if row not in self._opened.answers.rows(self._table):
            self.path = ""
            self.hide()
            return
        self.form.refresh()
        self._show_place(board)

    def refresh_about(self) -> None:
        """Show evidence and notes at the fields."""
        if self.form is not None:
            self.form.refresh_about()

    def flush(self) -> None:
        """Keep what was typed."""
        if self.form is not None:
            self.form.flush()

    def show_findings(self, watcher: Watcher) -> None:
        """Show what is wrong with the row."""
        if self.form is not None:
            self.form.show_findings(watcher.findings(self.path))

    def focus(self, field: str = "") -> None:
        """Put the cursor into a field, the first one unless said, and bring it into sight."""
        if self.form is None:
            return
        self.form.focus(field or self.path, jump=False)
        page, focus = page_around(self), self.window().focusWidget()
        if page is not None and focus is not None and self.isAncestorOf(focus):
            page.ensureWidgetVisible(focus, 0, _BELOW)

    @property
    def _table(self) -> str:
        return GATES if self.path.startswith(f"{GATES}[") else ITEMS

    def _forget_old(self) -> None:
        """Give up the form of the bars when the lanes are not called so any more."""
        if self._table in self._forms and self._questions[self._table] != self._asked():
            form = self._forms.pop(self._table)
            self._inside.removeWidget(form)
            form.hide()
            form.deleteLater()

    def _asked(self) -> Question:
        """Return what is asked, with the lanes to choose from as they are called now."""
        if self._table == GATES:
            return self._opened.question(GATES)
        return items_asked(self._opened.template, self._opened.answers)

    def _made(self, path: str) -> RowForm:
        asked = self._asked()
        self._questions[self._table] = asked
        form = RowForm(asked, path, self._opened, self, field=make_field)
        form.closed.connect(self.closed)
        form.stepped.connect(self.stepped)
        form.focused.connect(self.focused)
        self._inside.addWidget(form)
        return form

    def _show_place(self, board: Board) -> None:
        form = self.form
        if form is None:
            return
        paths = [one.path for one in (board.gates if self._table == GATES else board.own)]
        place = paths.index(self.path) if self.path in paths else 0
        fallback = _("Gate") if self._table == GATES else _("Bar without dates")
        form.head.show_place(board.name_of(self.path) or fallback, place, max(len(paths), 1))
