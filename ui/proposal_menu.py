"""The menu of the open proposal: its copies, its place, its history, its end."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QMenu

from roadmapper.errors import RoadmapperError
from roadmapper.proposal.notes import STATUS
from ui import theme
from ui.file_names import free_name
from ui.history import History
from ui.home.entries import DELIVERED, SUFFIX
from ui.making import NAME
from ui.messages import ask_save
from ui.proposal_files import ProposalFiles
from ui.wizard import Wizard
from ui.words import _

if TYPE_CHECKING:
    from ui.checking import Checking
    from ui.window import Window


class ProposalMenu(QObject):
    """Does what concerns the open proposal as a whole."""

    def __init__(self, window: "Window", clock: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self.files = ProposalFiles(window, clock)
        self._checking: Checking | None = None

    def show(self) -> None:
        """Show the menu at the pointer."""
        menu = self.menu()
        if menu is not None:
            menu.popup(QCursor.pos())

    def menu(self) -> QMenu | None:
        """Return the menu, None if no proposal is open."""
        wizard = self._window.wizard
        if wizard is None:
            return None
        menu = QMenu(self._window)
        menu.setFont(theme.font("cell"))
        delivered = wizard.opened.text(STATUS) == DELIVERED
        if not wizard.opened.reading:
            menu.addAction(_("Rename"), self.ask_rename)
        menu.addAction(_("Duplicate"), self.duplicate)
        menu.addAction(_("Save a copy"), self.save_copy)
        self.files.add_to(menu)
        menu.addAction(_("Show in folder"), self.show_in_folder)
        menu.addAction(
            _("Mark as in progress") if delivered else _("Mark as delivered"), self.toggle_delivered
        )
        menu.addAction(_("History"), self.show_history)
        menu.addAction(_("Check an exported file"), self.check_export)
        menu.addSeparator()
        menu.addAction(_("Close"), self._window.go_home)
        return menu

    def check_export(self) -> None:
        """Ask for a file and say whether it is an export of the open proposal."""
        # Loaded late: it reads finished files, which few ever ask for.
        from ui.checking import Checking  # noqa: PLC0415

        if self._checking is None:
            self._checking = Checking(self._window)
        self._checking.ask()

    def ask_rename(self) -> None:
        """Ask for another name on the cover and of the file."""
        # Loaded late: a rename is rare.
        from ui.renaming import Rename  # noqa: PLC0415

        wizard = self._window.wizard
        if wizard is not None:
            wizard.flush()
            opened = wizard.opened
            client = opened.text("deal.health_system")
            dialog = Rename(self._window, opened.path, client, opened.text(NAME))
            dialog.renamed.connect(self.rename)
            dialog.open()

    def rename(self, name: str, stem: str) -> None:
        """Give the open proposal other names; for another file name it is closed and comes back."""
        wizard = self._window.wizard
        if wizard is None:
            return
        if name != wizard.opened.text(NAME):
            wizard.opened.bridge.change({NAME: name or None}, _("Rename the proposal"))
        path, section = wizard.opened.path, wizard.section.id
        if stem == path.stem:
            return
        self._window.go_home()
        if self._window.wizard is None:
            self._window.deeds.open_at(self._window.deeds.move(path, stem), section)

    def duplicate(self) -> None:
        """Make a copy beside the open proposal, which stays open."""
        wizard = self._window.wizard
        if wizard is not None:
            path = wizard.opened.path
            copy = free_name(path.parent, _("{stem} - copy").format(stem=path.stem))
            if self.copy_to(wizard, copy):
                toast = self._window.toasts.shown[-1]
                button = toast.add_action(_("Open the copy"))
                button.clicked.connect(toast.go)
                button.clicked.connect(partial(self._window.open_proposal, copy))

    def show_history(self) -> None:
        """Show the steps that were made."""
        self.show_recovered(None)

    def show_recovered(self, since: datetime | None) -> None:
        """Show the steps that were made, those recovered since some time marked."""
        if self._window.wizard is not None:
            self._window.wizard.flush()
            sheet = History(self._window, self._window.wizard.opened, self._clock, since)
            sheet.back_asked.connect(self.go_back)
            sheet.open()

    def go_back(self, count: int) -> None:
        """Take back several steps; each can be brought again."""
        for _rest in range(count):
            if self._window.wizard is not None:
                self._window.wizard.undo()

    def save_copy(self) -> None:
        """Let a person choose where a copy goes."""
        wizard = self._window.wizard
        if wizard is None:
            return
        if wizard.opened.bridge.waiting:
            self.rescue()
            return
        path = wizard.opened.path
        start = path.with_name(_("{stem} - copy{SUFFIX}").format(stem=path.stem, SUFFIX=SUFFIX))
        chosen = ask_save(
            self._window, _("Save a copy"), start, _("Proposals (*{SUFFIX})").format(SUFFIX=SUFFIX)
        )
        if chosen is not None:
            self.copy_to(wizard, chosen)

    def rescue(self) -> None:
        """Go on in a copy that holds all that was typed, also what could not be written."""
        wizard = self._window.wizard
        if wizard is None:
            return
        folder, name = self._window.settings.proposals_folder, wizard.opened.path.stem
        start = free_name(folder, _("{name} - copy").format(name=name))
        chosen = ask_save(
            self._window, _("Save a copy"), start, _("Proposals (*{SUFFIX})").format(SUFFIX=SUFFIX)
        )
        if chosen is not None and self.copy_to(wizard, chosen):
            section = wizard.section.id
            self._window.unsaved.end()
            wizard.opened.bridge.give_up()
            self._window.open_proposal(chosen)
            if self._window.wizard is not None:
                self._window.wizard.go(section)

    def copy_to(self, wizard: Wizard, target: Path) -> bool:
        """Write a copy with all that was typed and say so; return whether it is there."""
        wizard.flush()
        try:
            wizard.opened.save_copy(target)
        except RoadmapperError as error:
            self._window.toasts.warn(_("The copy could not be saved"), str(error))
            return False
        self._window.toasts.say(_("Copy saved"), target.name)
        return True

    def show_in_folder(self) -> None:
        """Show where the proposal lies."""
        if self._window.wizard is not None:
            self._window.journeys.show_in_folder(self._window.wizard.opened.path)

    def toggle_delivered(self) -> None:
        """Mark the proposal as delivered, or as in progress again."""
        if self._window.wizard is not None:
            opened = self._window.wizard.opened
            delivered = opened.text(STATUS) == DELIVERED
            opened.bridge.set(STATUS, None if delivered else DELIVERED)
