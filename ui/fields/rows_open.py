"""The row of a table whose form is open: opening, turning to other rows, closing."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.facts import Finding
from ui import theme
from ui.field import MakeField
from ui.fields.rows_form import RowForm
from ui.fields.rows_table import RowsTable
from ui.parts.layouts import page_around


class OpenRow(QObject):
    """At most one row is open. Its form is built when the first one is opened, and kept.

    Signals:
        made: the form was built and needs a place.
        focused_at: the cursor came into a field of the form; carries its address.
    """

    made = Signal(RowForm)
    focused_at = Signal(str)

    def __init__(self, table: RowsTable, home: QWidget, field: MakeField) -> None:
        super().__init__(home)
        self._field = field
        self._table = table
        self._home = home
        self._findings: Sequence[Finding] = ()
        self.form: RowForm | None = None
        table.current_moved.connect(self._follow)

    @property
    def row(self) -> str:
        """The id of the row that is open; empty if none is."""
        return self._table.cells.open_row

    def open(self, path: str = "") -> None:
        """Open the current row, at the field of an address or of the current cell."""
        index = self._table.currentIndex()
        if not index.isValid():
            return
        model = self._table.rows
        self._table.finish_edit()
        form = self._turned(model.row_path(index.row()))
        self._show(model.rows[index.row()])
        form.focus(path or model.cell_path(index), jump=bool(path))
        QTimer.singleShot(0, self, self._bring_up)

    def close(self) -> None:
        """Close the form; if the focus was in it, it goes back to the table."""
        if self.form is None or not self.row:
            return
        focus = self._home.window().focusWidget()
        inside = focus is not None and self.form.isAncestorOf(focus)
        self.form.flush()
        self._show("")
        if inside:
            self._table.setFocus()
            QTimer.singleShot(0, self, self._go_back)

    def refresh(self) -> None:
        """Show what is kept now."""
        if self.form is None or not self.row:
            return
        if self.row not in self._table.rows.rows:
            self.close()
            return
        self._show_place()
        self.form.refresh()

    def flush(self) -> None:
        """Keep what was typed in the form."""
        if self.form is not None and self.row:
            self.form.flush()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what is wrong with the row."""
        self._findings = findings
        if self.form is not None and self.row:
            start = f"{self.form.path}."
            self.form.show_findings([one for one in findings if one.path.startswith(start)])

    # --- inside ----------------------------------------------------------------------------------

    def _turned(self, path: str) -> RowForm:
        """Return the form, turned to a row."""
        if self.form is not None:
            self.form.show_path(path)
            return self.form
        model = self._table.rows
        self.form = RowForm(model.question, path, model.opened, self._home, field=self._field)
        self.form.closed.connect(self.close)
        self.form.stepped.connect(self._step)
        self.form.focused.connect(self.focused_at)
        self.made.emit(self.form)
        return self.form

    def _show(self, row: str) -> None:
        self._table.cells.open_row = row
        self._table.repaint_rows()
        if self.form is not None:
            self.form.setVisible(bool(row))
            self._show_place()
            self.show_findings(self._findings)

    def _show_place(self) -> None:
        model = self._table.rows
        if self.form is not None and self.row in model.rows:
            place = model.rows.index(self.row)
            self.form.head.show_place(model.title(place), place, len(model.rows))

    def _follow(self) -> None:
        """Turn the open form to the row that is current now."""
        index, model = self._table.currentIndex(), self._table.rows
        if self.form is not None and self.row and index.isValid():
            row = model.rows[index.row()]
            if row != self.row:
                self.form.show_path(model.row_path(index.row()))
                self._show(row)

    def _step(self, by: int) -> None:
        index = self._table.currentIndex()
        self._table.select(index.row() + by, index.column())

    def _go_back(self) -> None:
        """Scroll the page so that the current row is in sight, which stood far above its form."""
        page = page_around(self._home)
        inner = page.widget() if page is not None else None
        if page is not None and inner is not None:
            cell = self._table.visualRect(self._table.currentIndex()).center()
            place = self._table.viewport().mapTo(inner, cell)
            page.ensureVisible(0, place.y(), 0, theme.px(80))

    def _bring_up(self) -> None:
        """Scroll the page so that the form, or as much as fits, and the cursor are in sight."""
        page, focus = page_around(self._home), self._home.window().focusWidget()
        inner = page.widget() if page is not None else None
        if page is None or inner is None or self.form is None or focus is None:
            return
        top = self.form.mapTo(inner, QPoint(0, 0)).y()
        most = min(self.form.height(), page.viewport().height() - theme.px(80))
        page.ensureVisible(0, top + most, 0, theme.px(16))
        if self.form.isAncestorOf(focus):
            page.ensureWidgetVisible(focus, 0, theme.px(60))
