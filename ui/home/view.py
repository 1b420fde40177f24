"""Home: the list of proposals with its search, its filters and the ways to begin."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui import theme
from ui.home.cards import CardPainter
from ui.home.entries import Entry, as_seen, last_edited
from ui.home.grid import Grid
from ui.home.head import FILTERS, Bar, Head
from ui.home.listing import Listing
from ui.home.looker import Looker
from ui.home.middle import Middle, centered
from ui.home.nav import Nav
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.overlay import hand_focus
from ui.tasks import Tasks

if TYPE_CHECKING:
    from ui.home.looked import Look
    from ui.home.nothing import Nothing
    from ui.home.resume import Resume
    from ui.home.start import FirstRun

_NARROW = 900
"""Below this width the left side shows drawings only."""
_TIGHT = 700
_SIDE, _TIGHT_SIDE = 36, 20


class Home(QWidget):
    """All proposals.

    Signals:
        opened: a file to open.
        place_asked: a file to open, and the address in it to go to.
        preview_asked: a file whose document is to be shown.
        new_asked, sample_asked, file_asked, settings_asked, tip_hidden: what was clicked.
        menu_asked: the file that is meant, and where on the screen its menu belongs.
        rename_asked, delete_asked: the file that is meant.
    """

    opened = Signal(Path)
    place_asked = Signal(Path, str)
    preview_asked = Signal(Path)
    new_asked = Signal()
    sample_asked = Signal()
    file_asked = Signal()
    settings_asked = Signal()
    tip_hidden = Signal()
    menu_asked = Signal(Path, QPoint)
    rename_asked = Signal(Path)
    delete_asked = Signal(Path)

    def __init__(
        self, clock: Callable[[], datetime], tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._arriving = True
        self._wanted: Path | None = None
        self._going: Entry | None = None
        self._has_tip = True
        self.looker = Looker(tasks, self)
        self.looker.looked.connect(self._take_look)
        self.nav = Nav(self)
        self.head = Head(self)
        self.search, self.open, self.new = self.head.search, self.head.open, self.head.new
        self.bar = Bar(self)
        self.listing = Listing(self)
        self.grid = Grid(self.listing, CardPainter(clock, self), self)
        self._top, self._found = column(), column(self.grid)
        parts = (self._top, self.bar, 14, self._found, STRETCH)
        self.middle = Middle(column(*parts, margins=(0, 4, 0, 20)), self)
        self._frame = centered(column(self.head), (_SIDE, _SIDE - 4, _SIDE, 0))
        below = column()
        below.addLayout(self._frame)
        below.addSpacing(16)
        below.addWidget(self.middle, 1)
        self.stack = QStackedWidget(self)
        self._listed = holder(below)
        self.stack.addWidget(self._listed)
        whole = row(self.nav)
        whole.addWidget(self.stack, 1)
        self.setLayout(whole)
        self._connect()

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

    @cached_property
    def nothing(self) -> "Nothing":
        """What stands in place of the list when nothing is found."""
        # Loaded late: at first all proposals are shown.
        from ui.home.nothing import Nothing  # noqa: PLC0415

        made = Nothing(self._listed)
        made.cleared.connect(self._clear_search)
        self._found.addWidget(made)
        self.setTabOrder(self.grid, made.clear)
        return made

    @cached_property
    def resume(self) -> "Resume":
        """The proposal to go on with."""
        # Loaded late, beside the window: the list is painted first.
        from ui.home.resume import Resume  # noqa: PLC0415

        made = Resume(self._listed)
        made.hide()
        made.go_asked.connect(self.place_asked)
        made.preview_asked.connect(self.preview_asked)
        self.looker.looked.connect(made.take_look)
        self.looker.failed.connect(made.miss)
        self._top.addWidget(made)
        self._top.addSpacing(20)
        for before, after in (
            (self.new, made.go),
            (made.go, made.preview),
            (made.preview, made.more),
            (made.more, self.bar.filter.button(0)),
        ):
            self.setTabOrder(before, after)
        return made

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        """Show the proposals there are; without any, the ways to begin."""
        seen = tuple(as_seen(one, self.looker.seen(one)) for one in entries)
        current = self._wanted or self.grid.current
        self.listing.show_entries(seen)
        shown = self._listed if entries else self.first_run
        self._arriving = self._arriving or self.stack.currentWidget() is not shown
        self.stack.setCurrentWidget(shown)
        self.show_tip(self._has_tip)
        self.head.show_summary(self.listing.entries)
        self._going = last_edited(self.listing.entries)
        if self._going is not None:
            self.resume.show_entry(self._going, self.looker.seen(self._going))
        self._show_found()
        self.looker.look(seen)
        self._arrive()
        self._select(current)

    def show_tip(self, shown: bool) -> None:
        """Show the way to the sample at the left, or not; the first run shows it anyway."""
        self._has_tip = shown
        self.nav.show_tip(shown and bool(self.listing.entries))

    def start_search(self) -> None:
        """Lead to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def select_when_listed(self, path: Path) -> None:
        """Make a card the current one once the list was read anew."""
        self._wanted = path

    def showEvent(self, event: QShowEvent) -> None:
        """Lead the keys to what one most likely wants once the list is there."""
        super().showEvent(event)
        self._arriving = True

    def hideEvent(self, event: QHideEvent) -> None:
        """Look at nothing more."""
        super().hideEvent(event)
        self.looker.rest()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the left side and the margins to the width."""
        super().resizeEvent(event)
        width = event.size().width()
        self.nav.set_compact(width < theme.px(_NARROW))
        side = _TIGHT_SIDE if width < theme.px(_TIGHT) else _SIDE
        self._frame.setContentsMargins(side, side - 4, side, 0)
        self.middle.set_margins(side, side)

    # --- inside ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.nav.sample_asked.connect(self.sample_asked)
        self.nav.settings_asked.connect(self.settings_asked)
        self.nav.tip_hidden.connect(self.tip_hidden)
        self.new.clicked.connect(self.new_asked)
        self.open.clicked.connect(self.file_asked)
        self.search.textChanged.connect(self._search)
        self.search.left.connect(self.grid.setFocus)
        self.bar.filtered.connect(self._filter)
        self.bar.sorted.connect(self.listing.order_by)
        self.bar.shaped.connect(self.grid.show_rows)
        grid = self.grid
        grid.opened.connect(self.opened)
        grid.menu_asked.connect(self.menu_asked)
        grid.rename_asked.connect(self.rename_asked)
        grid.delete_asked.connect(self.delete_asked)
        grid.moved.connect(partial(self.middle.show_part, grid))

    def _search(self, text: str) -> None:
        self.looker.wait()
        self.listing.search(text)
        self._show_found()

    def _filter(self, index: int) -> None:
        self.listing.show_status(FILTERS[index])
        self._show_found()

    def _clear_search(self) -> None:
        self.search.clear()
        self.bar.choose(0)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_look(self, look: "Look") -> None:
        if self.listing.take_look(look):
            self.head.show_summary(self.listing.entries)
            if self.bar.filter.index:
                self._show_found()

    def _select(self, path: Path | None) -> None:
        """Make the card that was current, or is wanted now, the current one."""
        if path is not None:
            if self._wanted is not None:
                self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            self.grid.select(path)
        self._wanted = None

    def _show_found(self) -> None:
        found = self.listing.rowCount() > 0
        self.grid.fit()
        self.grid.setVisible(found)
        if "nothing" in self.__dict__ or not found:
            self.nothing.setVisible(not found)
        if not found:
            self.nothing.explain(self.search.text(), FILTERS[self.bar.filter.index])
        self._show_resume()

    def _show_resume(self) -> None:
        """Show the card to go on with, unless one looks for something else."""
        if "resume" in self.__dict__:
            self.resume.setVisible(self._going is not None and not self.search.text().strip())

    def _arrive(self) -> None:
        """Put the focus where Enter does the most common thing."""
        if self._arriving and self.isVisible() and not self.search.text():
            self._arriving = False
            first = self.resume.go if self._going else self.new
            hand_focus(first if self.listing.entries else self.first_run.new)
