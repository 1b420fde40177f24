"""A chart on a page: its title, the picture, and the same numbers as a table."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QMenu,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from roadmapper.document.tree import Chart
from ui import theme
from ui.parts.buttons import IconButton
from ui.parts.chart_canvas import ChartCanvas
from ui.parts.chart_read import table_of
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.words import _

_PATIENCE = 150
"""Milliseconds after which a chart that is no longer true turns faint."""
_MOST_ROWS = 12
_SHOW_TABLE, _SHOW_CHART = _("Show as table"), _("Show as chart")


class ChartTable(QTableWidget):
    """The numbers of a chart, for reading."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setFont(theme.font("cell"))
        self.horizontalHeader().setFont(theme.font("caption", 600))
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setHighlightSections(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(theme.px(30))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_chart(self, chart: Chart) -> None:
        """Show the numbers of a chart."""
        head, rows = table_of(chart)
        self.setAccessibleName(chart.title)
        self.setAccessibleDescription(chart.alt)
        if (self.rowCount(), self.columnCount()) != (len(rows), len(head)):
            self.setRowCount(len(rows))
            self.setColumnCount(len(head))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for at, name in enumerate(head):
            title = QTableWidgetItem(name)
            if at:
                title.setTextAlignment(right)
            self.setHorizontalHeaderItem(at, title)
        for line, cells in enumerate(rows):
            for at, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if at:
                    item.setTextAlignment(right)
                self.setItem(line, at, item)
        shown = min(len(rows), _MOST_ROWS)
        self.setFixedHeight(theme.px(30) * shown + self.horizontalHeader().sizeHint().height() + 4)


class ChartView(QWidget):
    """Shows a chart, or the sentence that says why there is none.

    `aside` stands at the right of the title.
    """

    def __init__(self, parent: QWidget | None = None, *, aside: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", "cardHeading", "ink", self, wrap=True)
        self.subtitle = Label("", "caption", "ink2", self, wrap=True)
        self.canvas = ChartCanvas(self)
        self.otherwise = Label("", "cell", "ink2", self, wrap=True)
        self.switch = IconButton("rows-3", _SHOW_TABLE, self, size=28)
        self.table: ChartTable | None = None
        self._head = row(column(self.title, 2, self.subtitle), spacing=6)
        self._head.setStretch(0, 1)
        top = Qt.AlignmentFlag.AlignTop
        if aside is not None:
            self._head.addWidget(aside, 0, top)
        self._head.addWidget(self.switch, 0, top)
        self._room = column(self.canvas, self.otherwise)
        self.setLayout(column(self._head, 8, self._room, STRETCH))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self.canvas.show_old)
        self.switch.clicked.connect(self.turn)
        self.otherwise.hide()

    @property
    def chart(self) -> Chart | None:
        """The chart that is shown; none while a sentence stands in its place."""
        return self.canvas.chart if self.otherwise.isHidden() else None

    @property
    def is_table(self) -> bool:
        """Whether the numbers stand as a table."""
        return self.table is not None and not self.table.isHidden()

    def show_chart(self, chart: Chart) -> None:
        """Show a chart."""
        self._patience.stop()
        self._say(chart.title, chart.subtitle)
        self.canvas.show_chart(chart)
        if self.table is not None and self.is_table:
            self.table.show_chart(chart)
        if not self.otherwise.isHidden():
            self.otherwise.hide()
            self.switch.show()
            self.canvas.setVisible(not self.is_table)

    def show_nothing(self, title: str, sentence: str) -> None:
        """Say what is missing for a chart."""
        self._patience.stop()
        self._say(title, "")
        self.otherwise.setText(sentence)
        self.otherwise.show()
        self.canvas.hide()
        self.switch.hide()
        if self.table is not None:
            self.table.hide()
            self.switch.say(_SHOW_TABLE)

    def expect(self) -> None:
        """Know that what is shown is no longer true; it turns faint if the new takes its time."""
        if not self._patience.isActive() and not self.canvas.is_old:
            self._patience.start()

    def turn(self) -> None:
        """Show the numbers as a table, or as a chart again."""
        chart = self.canvas.chart
        if chart is None:
            return
        to_table, had_focus = not self.is_table, self.canvas.hasFocus()
        if to_table:
            if self.table is None:
                self.table = ChartTable(self)
                self._room.addWidget(self.table)
            self.table.show_chart(chart)
        self.canvas.setVisible(not to_table)
        if self.table is not None:
            self.table.setVisible(to_table)
            if had_focus:
                self.table.setFocus()
        self.switch.say(_SHOW_CHART if to_table else _SHOW_TABLE)
        self.switch.show_icon("chart-no-axes-combined" if to_table else "rows-3")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer the other way to show the numbers."""
        if self.chart is not None:
            self.menu().popup(event.globalPos())

    def menu(self) -> QMenu:
        """Return the menu of the chart."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        action = QAction(_SHOW_CHART if self.is_table else _SHOW_TABLE, menu)
        action.triggered.connect(self.turn)
        menu.addAction(action)
        return menu

    def _say(self, title: str, subtitle: str) -> None:
        for label, words in ((self.title, title), (self.subtitle, subtitle)):
            if label.text() != words:
                label.setText(words)
            label.setVisible(bool(words))
