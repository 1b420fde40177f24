"""What leads out of a proposal: the pages beside the steps, and the export."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.exporting import Wish
from ui.page import Page
from ui.pages.export import ExportPage
from ui.pages.review import ReviewPage
from ui.preview.desk import Desk
from ui.preview.press import Press

if TYPE_CHECKING:
    from ui.wizard import Wizard


class Outlet(QObject):
    """Shows pages and export of an open proposal.

    Signals:
        save_asked: what is to be saved, and how many findings are open that must be fixed.
    """

    save_asked = Signal(Wish, int)

    def __init__(self, wizard: "Wizard", paper: str) -> None:
        super().__init__(wizard)
        self._wizard = wizard
        self.press = Press(wizard.opened, paper, self)
        self.desk = Desk(self.press, wizard.stack, wizard)
        self.export_page: ExportPage | None = None
        self.is_exporting = False
        """Whether the export is shown in place of a step."""
        wizard.stack.built.connect(self._take_built)
        wizard.stack.focused.connect(self.desk.show_path)
        self.press.changed.connect(self._show_proof)
        wizard.guidance.hints.page_asked.connect(self.show_page)
        wizard.topbar.preview_asked.connect(self.toggle_preview)
        wizard.topbar.export_asked.connect(self.show_export)

    def toggle_preview(self) -> None:
        """Open or close the pages beside the step; the export has its own."""
        if not self.is_exporting:
            self.desk.toggle()
            self._wizard.guidance.setVisible(False)

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
        wizard = self._wizard
        wizard.flush()
        self.desk.close_preview()
        if self.export_page is None:
            self.export_page = self._made()
        wizard.stack.setCurrentWidget(self.export_page)
        self._frame(exporting=True)
        self.export_page.document.setFocus()

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
            self._wizard.footer.next.click()

    def end(self) -> None:
        """End all processes and threads."""
        self.press.end()

    # --- inside ----------------------------------------------------------------------------------

    def _frame(self, *, exporting: bool) -> None:
        wizard = self._wizard
        self.is_exporting = exporting
        wizard.footer.setHidden(exporting)
        for part in (wizard.topbar.guidance, wizard.topbar.preview, wizard.topbar.export):
            part.setHidden(exporting)
        if exporting:
            wizard.guidance.hide()
            wizard.rail.show_step(wizard.sections[-1].id)
            wizard.standing.show_title("Export")
        wizard.fit()

    def _made(self) -> ExportPage:
        wizard = self._wizard
        page = ExportPage(wizard.opened, wizard.watcher, self.press, wizard.stack)
        page.save_asked.connect(self._ask_save)
        page.back_asked.connect(self._go_back)
        page.findings_asked.connect(self._go_back)
        page.screen_asked.connect(self.desk.toggle_screen)
        wizard.stack.addWidget(page)
        return page

    def _ask_save(self, wish: Wish) -> None:
        self._wizard.flush()
        if self.export_page is not None:
            self.save_asked.emit(wish, self.export_page.must_fix)

    def _go_back(self) -> None:
        self._wizard.go(self._wizard.sections[-1].id)

    def _show_proof(self) -> None:
        self._wizard.guidance.hints.show_proof(self.press.proof)

    def _take_built(self, page: Page) -> None:
        if isinstance(page, ReviewPage):
            page.take_press(self.press)
            page.preview_asked.connect(self.desk.open_preview)
            page.open_asked.connect(self._wizard.go_to_open)
