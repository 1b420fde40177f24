"""What leads out of a proposal: the pages beside the steps, and the export."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.template.model import Section
from ui.exporting import Wish
from ui.guidance import Guidance
from ui.opened import Opened
from ui.page import Page
from ui.pages.export import ExportPage
from ui.pages.models_printed import PrintedCard
from ui.pages.review import ReviewPage
from ui.pagestack import PageStack
from ui.preview.desk import Desk
from ui.preview.press import Press
from ui.rail import Rail
from ui.standing import Standing
from ui.topbar import Footer, TopBar
from ui.watcher import Watcher
from ui.words import _


class Steps(Protocol):
    """The steps of an open proposal, as far as what leads out of it has to know them."""

    opened: Opened
    watcher: Watcher
    sections: Sequence[Section]
    rail: Rail
    topbar: TopBar
    footer: Footer
    guidance: Guidance
    stack: PageStack
    standing: Standing

    def go(self, section: str) -> None:
        """Go to a step."""

    def go_to(self, path: str) -> None:
        """Go to the field of an address."""

    def flush(self) -> None:
        """Keep everything that was typed."""


class Outlet(QObject):
    """Shows pages and export of an open proposal.

    Signals:
        save_asked: what is to be saved, and how many findings are open that must be fixed.
        framed: the export took the place of a step, or gave it back.
    """

    save_asked = Signal(Wish, int)
    framed = Signal()

    def __init__(self, steps: Steps, paper: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = steps
        self.press = Press(steps.opened, paper, self)
        self.card_press = Press(steps.opened, paper, self)
        """Makes the page of one model, for who edits its card."""
        self.desk = Desk(self.press, steps.stack, parent)
        self.export_page: ExportPage | None = None
        self.is_exporting = False
        """Whether the export is shown in place of a step."""
        steps.stack.built.connect(self._take_built)
        steps.stack.focused.connect(self.desk.show_path)
        self.desk.picked.connect(steps.go_to)
        self.press.changed.connect(self._show_proof)
        steps.guidance.hints.page_asked.connect(self.show_page)
        steps.topbar.preview_asked.connect(self.toggle_preview)
        steps.topbar.export_asked.connect(self.show_export)

    def toggle_preview(self) -> None:
        """Open or close the pages beside the step; the export has its own."""
        if not self.is_exporting:
            self.desk.toggle()
            self._steps.guidance.setVisible(False)

    def show_page(self, page: int) -> None:
        """Show a page (from 1) beside the step; 0 shows that of the step."""
        self.desk.open_preview()
        if page and self.desk.preview is not None:
            self.desk.preview.go(page)

    def toggle_screen(self) -> None:
        """Show the pages on the whole screen, or end that."""
        self.desk.toggle_screen()

    def show_export(self) -> None:
        """Show the export in place of the step."""
        steps = self._steps
        steps.flush()
        self.desk.close_preview()
        if self.export_page is None:
            self.export_page = self._made()
        steps.stack.setCurrentWidget(self.export_page)
        self._frame(exporting=True)
        self.export_page.pdf.setFocus()

    def leave_export(self, section: str) -> None:
        """Give the frame around the step back; `section` is where one goes."""
        if self.is_exporting:
            self._frame(exporting=False)
        self.desk.show_path(section)

    def primary(self) -> None:
        """Do what the main button would do."""
        if self.is_exporting and self.export_page is not None:
            self.export_page.save()
        else:
            self._steps.footer.next.click()

    def end(self) -> None:
        """End all processes and threads."""
        self.press.end()
        self.card_press.end()

    # --- inside ----------------------------------------------------------------------------------

    def _frame(self, *, exporting: bool) -> None:
        steps = self._steps
        self.is_exporting = exporting
        steps.footer.setHidden(exporting)
        for part in (steps.topbar.guidance, steps.topbar.preview, steps.topbar.export):
            part.setHidden(exporting)
        if exporting:
            steps.guidance.hide()
            steps.rail.show_step(steps.sections[-1].id)
            steps.standing.show_title(_("Export"))
        self.framed.emit()

    def _made(self) -> ExportPage:
        steps = self._steps
        page = ExportPage(steps.opened, steps.watcher, self.press, steps.stack)
        page.save_asked.connect(self._ask_save)
        page.back_asked.connect(self._go_back)
        page.findings_asked.connect(self._go_back)
        page.answer_asked.connect(steps.go_to)
        page.screen_asked.connect(self.desk.toggle_screen)
        page.preview.picked.connect(steps.go_to)
        steps.stack.addWidget(page)
        return page

    def _ask_save(self, wish: Wish) -> None:
        self._steps.flush()
        if self.export_page is not None:
            self.save_asked.emit(wish, self.export_page.must_fix)

    def _go_back(self) -> None:
        self._steps.go(self._steps.sections[-1].id)

    def _show_proof(self) -> None:
        self._steps.guidance.hints.show_proof(self.press.proof)
        self.card_press.choose(paper=self.press.paper)

    def _take_built(self, page: Page) -> None:
        if isinstance(page, ReviewPage):
            page.take_press(self.press)
            page.preview_asked.connect(self.desk.open_preview)
        for printed in page.findChildren(PrintedCard):
            printed.take_press(self.card_press)
