"""What published studies found, to look over and to add one as a driver."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from roadmapper.packs import Benchmark
from ui import theme
from ui.fields.inputs import LineInput
from ui.opened import Opened
from ui.pages.value_adding import Adding
from ui.pages.value_studies_list import StudiesList
from ui.pages.value_study import StudyView
from ui.parts.buttons import Button
from ui.parts.labels import Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.parts.scrolling import fitting
from ui.parts.sheet import Dialog
from ui.words import _

_TITLE = _("Add from published studies")
_LINE = _("Each comes with its sources, who paid for them, and what limits them. All of it prints.")
_ADD, _FILL = _("Add driver"), _("Use as adoption")
_LIST = 320
_HIGH, _REST = 470, 260
_MOVES = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class SearchLine(LineInput):
    """A search over a list: the arrows move in the list.

    Signals:
        moved: by how many lines.
    """

    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move in the list while the cursor stays here; what Enter does is no other's."""
        if event.key() in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class StudiesSheet(Dialog):
    """A list to search, and beside it all there is to know about one of them.

    Signals:
        chosen: one is to be added; the dialog is gone by then.
    """

    chosen = Signal(Benchmark)

    def __init__(self, window: QWidget, adding: Adding, opened: Opened) -> None:
        super().__init__(window, _TITLE, _LINE, width=960)
        self.search = SearchLine(_("Search studies"), self.panel, icon="search")
        self.search.setPlaceholderText(_("Search by driver, finding or source"))
        self.list = StudiesList(adding, self.panel)
        self.view = StudyView(adding.pack, opened, self.panel)
        self.add_button = Button(_ADD, "primary", self.panel, icon="plus")
        self._nothing = Label(_("Nothing matches."), "cell", "ink2", self.panel)
        self._build(window, adding)
        self.search.textChanged.connect(self._search)
        self.search.moved.connect(self.list.move_by)
        self.search.returnPressed.connect(self._take)
        self.list.moved.connect(self._show)
        self.list.doubleClicked.connect(self._take)
        self.list.activated.connect(self._take)
        self.add_button.clicked.connect(self._take)
        self._search("")

    def _build(self, window: QWidget, adding: Adding) -> None:
        high = theme.px(fitting(window, _HIGH, _REST))
        for one in (self.list, self.view):
            one.setFixedHeight(high)
        self.list.setFixedWidth(theme.px(_LIST))
        left = column(self.list, self._nothing, STRETCH)
        both = row(left, Rule(upright=True), spacing=14)
        both.addWidget(self.view, 1)
        self.set_body(column(self.search, both, spacing=12))
        told = Label(" ".join(adding.pack.caveats), "caption", "ink3", self.panel, wrap=True)
        self.foot.addWidget(told, 1)
        cancel = Button(_("Cancel"), "secondary", self.panel)
        cancel.clicked.connect(self.dismiss)
        self.foot.addWidget(cancel)
        self.foot.addWidget(self.add_button)

    def _search(self, typed: str) -> None:
        found = self.list.search(typed)
        self._nothing.setVisible(not found)
        self.list.setVisible(found)
        self.view.setVisible(found)
        self.add_button.setEnabled(found)

    def _show(self) -> None:
        benchmark = self.list.benchmark()
        if benchmark is not None:
            self.view.show_benchmark(benchmark)
            self.add_button.setText(_FILL if benchmark.fills else _ADD)
            self.add_button.updateGeometry()

    def _take(self, _index: QModelIndex | bool = False) -> None:
        benchmark = self.list.benchmark()
        if benchmark is not None:
            self.leave()
            self.chosen.emit(benchmark)
