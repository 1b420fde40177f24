"""The buttons of a row, and what stands in place of a table without rows."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from roadmapper.template.model import Question
from ui import theme
from ui.fields.rows_actions import RowsActions
from ui.fields.rows_table import RowsTable
from ui.parts.buttons import Button, IconButton
from ui.parts.cards import Card
from ui.parts.labels import Icon, Label
from ui.parts.layouts import row
from ui.words import _


class RowButtons(QWidget):
    """The buttons at the end of the row under the pointer, else of the current row.

    The keyboard has Enter and the menu key instead, so they take no place in the tab order.

    Signals:
        open_asked: the form of a row is wanted; the row is the current one.
        menu_asked: the menu of a row is wanted; carries it and where, on the screen.
    """

    open_asked = Signal()
    menu_asked = Signal(int, QPoint)

    def __init__(self, table: RowsTable) -> None:
        super().__init__(table.viewport())
        self._table = table
        self.row = -1
        self.open_button = IconButton("maximize", _("Open row (Enter)"), self, size=28)
        self.menu_button = IconButton("ellipsis-vertical", _("More for this row"), self, size=28)
        for button in (self.open_button, self.menu_button):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setLayout(row(self.open_button, self.menu_button, spacing=2, margins=(0, 0, 2, 0)))
        self.hide()
        self.open_button.clicked.connect(self._open)
        self.menu_button.clicked.connect(self._show_menu)
        for signal in (table.hovered, table.current_moved, table.placed, table.focused):
            signal.connect(self.place)

    def place(self) -> None:
        """Stand at the end of the row that is pointed at or current."""
        table = self._table
        row = table.cells.hovered if table.cells.hovered >= 0 else table.currentIndex().row()
        self.row = row if row < len(table.rows.rows) else -1
        self.setVisible(self.row >= 0)
        if self.row >= 0:
            self.adjustSize()
            area = table.row_rect(self.row)
            top = area.top() + (area.height() - 1 - self.height()) // 2
            self.move(table.viewport().width() - self.width(), top)

    def _open(self) -> None:
        self._table.setFocus()
        self._table.select(self.row, max(self._table.currentIndex().column(), 0))
        self.open_asked.emit()

    def _show_menu(self) -> None:
        place = self.menu_button.mapToGlobal(QPoint(0, self.menu_button.height()))
        self.menu_asked.emit(self.row, place)


class Start(Card):
    """What stands in place of a table without rows; its button begins one."""

    button: Button

    def take_paste(self, acts: RowsActions) -> None:
        """Begin the table with what is pasted onto the button."""
        keys = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.button)
        keys.setContext(Qt.ShortcutContext.WidgetShortcut)
        keys.activated.connect(acts.paste_first)


class EmptyRows(Start):
    """What belongs into the table, and a button."""

    def __init__(self, question: Question, acts: RowsActions, parent: QWidget) -> None:
        sentence = question.help or _("Nothing here yet.")
        self.button = Button(_("Add row"), "secondary", icon="plus", small=True)
        self.button.setAccessibleName(_("Add a row to {label}").format(label=question.label))
        line = row(Icon("rows-3", 20, "accent"), spacing=theme.px(14))
        line.addWidget(Label(sentence, "cell", "ink2", wrap=True), 1)
        line.addWidget(self.button)
        super().__init__(line, parent, margins=(16, 14, 14, 14), fill="sunken")
        self.button.clicked.connect(acts.add)
        self.take_paste(acts)
