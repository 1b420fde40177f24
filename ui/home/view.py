"""Home: the list of proposals with its search, its filters and the ways to begin."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import theme
from ui.fields.inputs import Combo, LineInput
from ui.home.cards import CardPainter
from ui.home.entries import SUFFIX, Entry, Status
from ui.home.grid import Grid
from ui.home.listing import SORTS, Listing
from ui.parts.buttons import Button, IconButton
from ui.parts.cards import Card, Panel
from ui.parts.choices import Segments
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.mark import Mark

if TYPE_CHECKING:
    from ui.home.nothing import Nothing
    from ui.home.start import FirstRun

_FILTERS = (None, Status.IN_PROGRESS, Status.COMPLETE, Status.DELIVERED)


class Home(QWidget):
    """All proposals.

    Signals:
        opened: a file to open.
        new_asked, sample_asked, file_asked, settings_asked: what was clicked.
        menu_asked, delete_asked: the file that is meant.
    """

    opened = Signal(Path)
    new_asked = Signal()
    sample_asked = Signal()
    file_asked = Signal()
    settings_asked = Signal()
    menu_asked = Signal(Path)
    delete_asked = Signal(Path)

    def __init__(self, clock: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.listing = Listing(self)
        self.grid = Grid(self.listing, CardPainter(clock, self), self)
        self.grid.opened.connect(self.opened)
        self.grid.menu_asked.connect(self.menu_asked)
        self.grid.delete_asked.connect(self.delete_asked)
        self.lists = QStackedWidget(self)
        self.lists.addWidget(self.grid)
        self.stack = QStackedWidget(self)
        self._listed = self._main()
        self.stack.addWidget(self._listed)
        whole = row(self._nav())
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)

    @cached_property
    def nothing(self) -> "Nothing":
        """What stands in place of the list when nothing is found."""
        # Loaded late: at first everything is listed.
        from ui.home.nothing import Nothing  # noqa: PLC0415

        made = Nothing(self)
        made.cleared.connect(self._clear_search)
        self.lists.addWidget(made)
        return made

    @cached_property
    def first_run(self) -> "FirstRun":
        """The ways to begin, for one who has no proposal yet."""
        # Loaded late: who has proposals never sees it.
        from ui.home.start import FirstRun  # noqa: PLC0415

        made = FirstRun(self)
        made.new_asked.connect(self.new_asked)
        made.sample_asked.connect(self.sample_asked)
        made.file_asked.connect(self.file_asked)
        self.stack.addWidget(made)
        return made

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show the proposals there are; without any, the ways to begin."""
        self.listing.show_entries(entries)
        self.stack.setCurrentWidget(self._listed if entries else self.first_run)
        self.lead.setText(summary(entries))
        self._show_found()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a proposal that is dragged over the window."""
        if any(url.toLocalFile().endswith(SUFFIX) for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the proposal that was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        found = next((one for one in files if one.suffix == SUFFIX), None)
        if found is not None:
            event.acceptProposedAction()
            self.opened.emit(found)

    # --- inside ----------------------------------------------------------------------------------

    def _nav(self) -> Panel:
        tip = column(
            row(
                Icon("book-open", 15, "accent"),
                Label("See a finished proposal", "label"),
                STRETCH,
                spacing=8,
            ),
            Label(
                "A complete sample for a fictional health system. Copy anything you like from it.",
                "caption",
                "ink2",
                wrap=True,
            ),
            spacing=6,
        )
        self.sample = Button("Open the sample", "secondary", small=True)
        self.sample.clicked.connect(self.sample_asked)
        tip.addLayout(row(self.sample, STRETCH))
        self.tip = Card(tip, margins=(14, 13, 14, 13))
        self.settings = IconButton("settings", "Settings", size=28)
        self.settings.clicked.connect(self.settings_asked)
        foot = row(
            Icon("lock", 14, "ink3"),
            7,
            Label("Kept on this computer only", "caption", "ink3"),
            STRETCH,
            self.settings,
            margins=(8, 0, 0, 0),
        )
        head = row(Mark(26), 9, Label("Roadmapper", "heading"), STRETCH, margins=(6, 0, 0, 0))
        body = column(head, STRETCH, self.tip, 14, foot, margins=(12, 14, 12, 12))
        panel = Panel(body, self, fill="rail", lines="r")
        panel.setFixedWidth(theme.measure("layout", "homeNav"))
        return panel

    def _main(self) -> QWidget:
        self.lead = Label("", "body", "ink2")
        self.search = LineInput("Find a client or opportunity", icon="search")
        self.search.setPlaceholderText("Find a client or opportunity")
        self.search.setMinimumWidth(theme.px(100))
        self.search.setMaximumWidth(theme.px(240))
        self.search.textChanged.connect(self.listing.search)
        self.search.textChanged.connect(self._show_found)
        self.search.textChanged.connect(self._offer_clearing)
        self.new = Button("New proposal", "primary", icon="plus")
        self.new.clicked.connect(self.new_asked)
        self.open = Button("Open a file", "secondary", icon="folder-open")
        self.open.clicked.connect(self.file_asked)
        head = row(Label("Proposals", "title"), STRETCH, spacing=10)
        for part in (self.search, self.open, self.new):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        below = column(head, 2, self.lead, 18, self._bar(), 14)
        below.addWidget(self.lists, 1)
        content = holder(below)
        content.setMaximumWidth(theme.px(1400))
        frame = row(margins=(36, 32, 30, 0))
        frame.addStretch(1)
        frame.addWidget(content, 1000)
        frame.addStretch(1)
        return holder(frame)

    def _bar(self) -> QWidget:
        labels = ("All", *(str(one) for one in _FILTERS if one))
        self.filter = Segments(labels, "Show", index=0)
        self.filter.chosen.connect(self._filter)
        self.sort = Combo("Sort by")
        self.sort.addItems(SORTS)
        self.sort.activated.connect(self.listing.order_by)
        self.as_grid = IconButton("layout-grid", "Show as cards")
        self.as_rows = IconButton("rows-3", "Show as rows")
        for button, checked in ((self.as_grid, True), (self.as_rows, False)):
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(checked)
            button.toggled.connect(self._show_as)
        line = row(self.filter, STRETCH, Label("Sort by", "cell", "ink2"), self.sort, spacing=8)
        line.addSpacing(6)
        line.addWidget(self.as_grid)
        line.addWidget(self.as_rows)
        return holder(line)

    def _filter(self, index: int) -> None:
        self.listing.show_status(_FILTERS[index])
        self._show_found()

    def _show_as(self) -> None:
        self.grid.show_rows(self.as_rows.isChecked())

    def _clear_search(self) -> None:
        self.search.clear()
        self.filter.choose(0)
        self._filter(0)

    def _offer_clearing(self) -> None:
        # Not sooner: the button takes a moment to make, and an empty search needs none.
        self.search.setClearButtonEnabled(True)

    def _show_found(self) -> None:
        found = self.listing.rowCount() > 0
        self.lists.setCurrentWidget(self.grid if found else self.nothing)
        if not found:
            status = _FILTERS[self.filter.index]
            self.nothing.explain(self.search.text(), str(status) if status else "")


def summary(entries: tuple[Entry, ...]) -> str:
    """Return how many proposals stand where, in one sentence."""
    counts = [
        (sum(one.status is status for one in entries), words)
        for status, words in (
            (Status.IN_PROGRESS, "in progress"),
            (Status.COMPLETE, "complete"),
            (Status.DELIVERED, "delivered"),
            (Status.UNREADABLE, "that cannot be read"),
        )
    ]
    told = [f"{count} {words}" for count, words in counts if count]
    return ", ".join(told) + "." if told else ""
