"""Rows: a table to look over and type into, and the form of one row beside or below it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from roadmapper.proposal.facts import Finding
from roadmapper.template.kinds import GROUP_KINDS, Value
from roadmapper.template.model import Question
from ui import theme
from ui.field import MakeField
from ui.fields.rows_actions import RowsActions
from ui.fields.rows_buttons import RowButtons, Start
from ui.fields.rows_form import RowForm
from ui.fields.rows_making import Hint, RowsMaking
from ui.fields.rows_open import OpenRow
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import column
from ui.parts.reading import put_around_in_order, put_in_order
from ui.words import _, ngettext

WIDE = 900
"""From this width on the form stands beside the table."""
_FORM = 360
_NO_LIMIT = 16_777_215


class RowsField(RowsMaking):
    """A table of rows. Each change of rows or cells goes through the bridge at once.

    It never says `edited`: what that would carry is only the order of its rows.
    """

    def __init__(
        self,
        question: Question,
        path: str,
        opened: Opened,
        parent: QWidget | None = None,
        *,
        field: MakeField,
    ) -> None:
        super().__init__(question, path, opened, parent)
        self._filled = QWidget(self)
        self._empty: Start | None = None
        self.table = self.make_table(self._filled)
        self.model, self.edits = self.table.rows, self.make_edits(self.table.rows)
        self.acts = RowsActions(self.table, self.edits)
        self.buttons = RowButtons(self.table)
        self.open = OpenRow(self.table, self, field)
        self._build()
        self._connect()
        self._show_rows()

    @property
    def form(self) -> RowForm | None:
        """The form of the row that is open."""
        return self.open.form if self.open.row else None

    # --- an editor -------------------------------------------------------------------------------

    def read(self) -> Value:
        """Return the rows as the table shows them."""
        return self.model.rows or None

    def write(self, _value: Value) -> None:
        """Show what is kept; rows are compared, not rebuilt."""
        self.refresh()

    def refresh(self) -> None:
        """Show what is kept now, in the table and in the form."""
        self.model.sync()
        self._show_rows()
        self.open.refresh()

    def show_path(self, path: str) -> None:
        """Show the rows at another address."""
        self.flush()
        self.open.close()
        self.path = path
        self.model.show_path(path)
        self.table.setObjectName(f"tbl:{path}")
        self._show_rows()

    def flush(self) -> None:
        """Keep what is typed in a cell or in the form."""
        self.table.finish_edit()
        self.open.flush()

    def show_inside(self, findings: Sequence[Finding]) -> None:
        """Mark cells and fields that something is wrong with."""
        self.model.show_findings(findings)
        self.open.show_findings(findings)

    def refresh_about(self) -> None:
        """Show evidence in the cells, and evidence and notes at the fields of the form."""
        self.table.viewport().update()
        if self.form is not None:
            self.form.refresh_about()

    def focus_inside(self, path: str) -> None:
        """Go to a row, a cell, or a place deeper in a row."""
        row, _rest, inside = path.removeprefix(f"{self.path}[").partition("]")
        if row not in self.model.rows:
            self.setFocus()
            return
        place = self.model.place_of(inside.removeprefix(".").partition("[")[0])
        self.table.select(self.model.rows.index(row), place)
        if place < self.model.shown and self.model.columns[place].kind not in GROUP_KINDS:
            self.table.setFocus()
            QTimer.singleShot(0, self, self.table.bring_up)
        else:
            self.open.open(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the form beside the table where there is room."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    # --- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.hint = Hint(self._filled)
        self.add_button = Button(_("Add row"), "ghost", self._filled, icon="plus", small=True)
        self.add_button.setAccessibleName(
            _("Add a row to {label}").format(label=self.question.label)
        )
        if not self.edits.are_free:
            self.add_button.hide()
        self.told = Label(self.question.help, "caption", "ink3", self._filled, wrap=True)
        self.told.setContentsMargins(0, 0, 0, 8)
        self._filled.setLayout(column(self.told, self.table, self.foot(self.add_button, self.hint)))
        self._side = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._side.setContentsMargins(0, 0, 0, 0)
        self._side.setSpacing(14)
        self._side.addWidget(self._filled, 1, Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._side)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self.acts.add)
        self.acts.open_asked.connect(self.open.open)
        self.acts.told.connect(self.hint.tell)
        self.buttons.open_asked.connect(self.acts.open_row)
        self.buttons.menu_asked.connect(self.acts.show_menu)
        self.open.made.connect(self._place_form)
        self.open.focused_at.connect(self.focused_at)
        self.table.focused.connect(self._tell_cell)
        self.table.key_pressed.connect(self._take_key)
        self.table.placed.connect(self._tell_keys)
        self.table.current_moved.connect(self._tell_cell)

    def _place_form(self, form: RowForm) -> None:
        self._side.addWidget(form, 0, Qt.AlignmentFlag.AlignTop)
        form.grown.connect(self._order)
        self._order()
        self._fit(self.width())

    def _order(self) -> None:
        """Have Tab lead from the table into the form, and on from there."""
        if self.open.form is not None:
            put_in_order(self)

    def _take_key(self, event: QKeyEvent) -> None:
        """Close the form from the table, too."""
        if event.key() == Qt.Key.Key_Escape and self.open.row:
            event.accept()
            self.open.close()

    def _fit(self, width: int) -> None:
        wide = width >= theme.px(WIDE)
        way = QBoxLayout.Direction
        self._side.setDirection(way.LeftToRight if wide else way.TopToBottom)
        if self.open.form is not None:
            self.open.form.set_narrow(wide)
            self.open.form.setMinimumWidth(theme.px(_FORM) if wide else 0)
            self.open.form.setMaximumWidth(theme.px(_FORM) if wide else _NO_LIMIT)

    def _show_rows(self) -> None:
        """Show the table, or what to do while there are no rows; the focus goes along."""
        filled = bool(self.model.rows)
        if not filled and self._empty is None:
            self._empty = self.make_empty(self.acts)
            self._side.insertWidget(0, self._empty, 1)
            put_around_in_order(self)
        button = self._empty.button if self._empty is not None else None
        focused = self.table.hasFocus() or (button is not None and button.hasFocus())
        goal = self.table if filled or button is None else button
        self.setFocusProxy(goal)
        if self._filled.isHidden() is filled:
            self._filled.setVisible(filled)
        if self._empty is not None and self._empty.isHidden() is not filled:
            self._empty.setVisible(not filled)
        if focused and not goal.hasFocus():
            goal.setFocus()

    def _tell_keys(self) -> None:
        """Tell how to go on, and how much of a row the table has no room for."""
        unseen = len(self.model.columns) - self.model.shown
        if unseen:
            words = ngettext(
                "Enter opens the row with one more field",
                "Enter opens the row with {count} more fields",
                unseen,
            )
            self.hint.show_keys(words.format(count=unseen))
        elif self.edits.are_free:
            self.hint.show_keys(_("Tab moves across, Enter adds a row"))
        else:
            self.hint.show_keys(_("Tab moves across, Enter goes down"))

    def _tell_cell(self) -> None:
        index = self.table.currentIndex()
        if self.table.hasFocus() and index.isValid():
            self.focused_at.emit(self.model.cell_path(index))
