"""The thirteen steps of an open proposal: rail, bar, page, guidance and footer."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from roadmapper.template.model import Section
from ui.guidance import Guidance
from ui.opened import Opened
from ui.outlet import Outlet
from ui.page import Page
from ui.pagestack import PageStack
from ui.parts.layouts import column, row
from ui.parts.reading import put_in_order
from ui.rail import Rail
from ui.roles import first_step, next_open
from ui.room import Room
from ui.standing import Standing
from ui.tasks import Tasks
from ui.topbar import Footer, TopBar
from ui.undone import Undone
from ui.watcher import Watcher


class Wizard(QWidget):
    """An open proposal.

    Signals:
        home_asked: the way back to all proposals was clicked.
        settings_asked, search_asked, menu_asked: what was clicked.
        refused: a sentence about a value that could not be kept.
        not_kept: a sentence about a file that could not be written.
    """

    home_asked = Signal()
    settings_asked = Signal()
    search_asked = Signal()
    menu_asked = Signal()
    refused = Signal(str)
    not_kept = Signal(str)

    def __init__(
        self,
        opened: Opened,
        tasks: Tasks,
        parent: QWidget | None = None,
        *,
        paper: str = "letter",
    ) -> None:
        super().__init__(parent)
        self.opened = opened
        self.watcher = Watcher(opened, tasks, self)
        self.sections: Sequence[Section] = opened.template.sections
        self.section = self.sections[0]
        self.rail = Rail(opened.template, self)
        self.topbar = TopBar(self)
        self.stack = PageStack(opened, self.watcher, self)
        self.guidance = Guidance(opened, self)
        self.footer = Footer(self)
        self._here = ""
        self.outlet = Outlet(self, paper, self)
        self.undone = Undone(opened, self)
        self._build()
        self._connect()
        self.standing = Standing(
            self.watcher, opened, self.rail, self.topbar, self.footer, guidance=self.guidance
        )
        parts = opened.session.progress
        self.go(first_step(opened.template, parts, opened.role).id)
        self.watcher.look()

    # --- going about -----------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The step that is shown."""
        return self.stack.page(self.section.id)

    def go(self, section: str) -> None:
        """Go to a step; what was typed on this one is kept first."""
        self.flush()
        self.outlet.leave_export(section)
        if section != self.section.id:
            self.stack.leave(self.section.id)
        self.section = next(one for one in self.sections if one.id == section)
        self.room.take_page(self.stack.show_section(self.section))
        self.standing.show_section(self.section)
        self.page.focus_first()
        self._here = section

    def go_to(self, path: str) -> None:
        """Go to the field of an address, such as `pricing.kpis[r7].weight`, or to a section."""
        section = path.partition(".")[0]
        if section != self.section.id or self.outlet.is_exporting:
            self.go(section)
        if "." in path:
            self.page.focus(path)
            self._here = path

    def step(self, by: int) -> None:
        """Go to a step before or after this one; after the last one comes the export."""
        at = self.sections.index(self.section) + by
        if by > 0:
            self.stack.leave(self.section.id)
        if at == len(self.sections):
            self.outlet.show_export()
        elif at >= 0:
            self.go(self.sections[at].id)

    def go_to_open(self) -> None:
        """Go to the next question that counts and is open, one's own first, around the end."""
        parts = self.opened.session.progress
        path = next_open(self.opened.template, parts, self.opened.role, self._here)
        if path:
            self.go_to(path)

    def flush(self) -> None:
        """Keep everything that was typed."""
        self.stack.flush()
        self.guidance.flush()

    # --- undo ------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step, wherever it was made, and show it."""
        self.flush()
        self.opened.bridge.undo()

    def redo(self) -> None:
        """Bring the last undone step again."""
        self.flush()
        self.opened.bridge.redo()

    # --- look ------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit rail, bar and guidance to the width."""
        super().resizeEvent(event)
        self.room.fit()

    def show_above(self, notice: QWidget) -> None:
        """Show what stays true of the whole proposal below the bar, on every step."""
        self._right.insertWidget(1, notice)

    # --- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        middle = row()
        middle.addWidget(self.outlet.desk, 1)
        middle.addWidget(self.guidance)
        self.room = Room(self, middle, self)
        self._right = column(self.topbar)
        self._right.addLayout(middle, 1)
        self._right.addWidget(self.footer)
        whole = row(self.rail)
        whole.addLayout(self._right, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        bridge = self.opened.bridge
        bridge.not_kept.connect(self.not_kept)
        bridge.refused.connect(self._pass_refusal)
        self.opened.go_asked.connect(self.go_to)
        self.undone.go_asked.connect(self._show_undone)
        self.rail.step_chosen.connect(self.go)
        self.rail.settings_asked.connect(self.settings_asked)
        self.rail.menu_asked.connect(self.menu_asked)
        self.stack.focused.connect(self._show_question)
        self.stack.go_asked.connect(self.go_to)
        self.stack.built.connect(self._take_built)
        self.guidance.jump_asked.connect(self.go_to)
        for bar, mine in (
            (self.topbar.home_asked, self.home_asked),
            (self.topbar.menu_asked, self.menu_asked),
            (self.topbar.search_asked, self.search_asked),
        ):
            bar.connect(mine)
        self.topbar.undo_asked.connect(self.undo)
        self.topbar.redo_asked.connect(self.redo)
        self.topbar.retry_asked.connect(bridge.retry)
        self.footer.back_asked.connect(partial(self.step, -1))
        self.footer.next_asked.connect(partial(self.step, 1))
        self.footer.open_asked.connect(self._go_to_open_here)

    def _show_question(self, path: str) -> None:
        self._here = path
        self.guidance.show_question(path, self.opened.question(path))

    def search_guide(self, words: str) -> None:
        """Show what the guide says of these words."""
        self.guidance.show()
        self.guidance.search(words)

    def _take_built(self, page: Page) -> None:
        put_in_order(page, after=self.topbar.export)

    def _show_undone(self, path: str) -> None:
        if path.partition(".")[0] != self.section.id or self.outlet.is_exporting:
            self.go_to(path)

    def _pass_refusal(self, _path: str, sentence: str) -> None:
        self.refused.emit(sentence)

    def _go_to_open_here(self) -> None:
        if self.standing.open.path:
            self.go_to(self.standing.open.path)
