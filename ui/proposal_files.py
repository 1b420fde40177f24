"""The file of the open proposal: why it is read-only, its backups, and copies that come home."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu

from roadmapper.errors import FileError
from roadmapper.merge import values_between
from roadmapper.proposal.renaming import renamed
from roadmapper.store.file import ProposalFile
from ui.backups_sheet import BackupsSheet
from ui.doors import AGAIN, COPY
from ui.homecoming import Homecoming
from ui.reading import Reading
from ui.shown_times import shown_moment
from ui.words import _

if TYPE_CHECKING:
    from roadmapper.store.backups import Backup
    from ui.opened import Opened
    from ui.window import Window
    from ui.wizard import Wizard


class ProposalFiles(QObject):
    """Does what concerns the file of the open proposal."""

    def __init__(self, window: "Window", clock: Callable[[], datetime]) -> None:
        super().__init__(window)
        self._window = window
        self._clock = clock
        self.homecoming = Homecoming(window)
        self.reading: Reading | None = None

    def take(self, wizard: "Wizard") -> None:
        """Say what is special about a proposal that was just opened."""
        self.reading = None
        if wizard.opened.reading:
            self._show_reading(wizard)
        self.homecoming.take(wizard.opened)

    def add_to(self, menu: QMenu) -> None:
        """Add what can be done with the file to the menu of the proposal."""
        menu.addAction(_("Backups"), self.show_backups)
        if not self._is_reading:
            menu.addAction(_("Merge a copy"), self.homecoming.ask_copy)
        if self.homecoming.original is not None:
            name = self.homecoming.original.stem
            menu.addAction(
                _("Bring changes home to {name}").format(name=name), self.homecoming.bring_home
            )

    def show_backups(self) -> None:
        """Show the backups of the open proposal."""
        opened = self._opened
        if opened is None:
            return
        backups = self._window.journeys.safe.of(opened.path)
        may_go_back = not opened.reading
        sheet = BackupsSheet(self._window, opened.path.stem, backups, may_go_back=may_go_back)
        sheet.copy_asked.connect(partial(self._window.journeys.doors.copy_backup, opened.path))
        sheet.back_asked.connect(self.go_back)
        sheet.open()

    def go_back(self, backup: "Backup") -> None:
        """Bring all answers back to those of a backup, as one step, after backing up what is."""
        opened = self._opened
        if opened is None:
            return
        try:
            # Read first: the backup that is kept next may take the place of this one.
            with ProposalFile.open(backup.path, write=False) as file:
                kept = file.answers
        except FileError as error:
            self._window.toasts.warn(_("This backup cannot be read"), str(error))
            return
        if not self._window.journeys.safe.keep_now(opened.path):
            return
        when = shown_moment(backup.at)
        values = values_between(opened.answers, kept.changed(renamed(opened.template, kept)))
        if not values:
            self._window.toasts.say(
                _("Nothing to bring back"), _("All is as it was on {when}.").format(when=when)
            )
        elif opened.bridge.change(values, _("Go back to {when}").format(when=when)):
            toast = self._window.toasts.say(
                _("Back at {when}").format(when=when),
                _("What was there before is a backup too."),
                action=_("Undo"),
            )
            toast.acted.connect(opened.bridge.undo)
            opened.bridge.changed.connect(toast.go)
            opened.closed.connect(toast.go)

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _opened(self) -> "Opened | None":
        wizard = self._window.wizard
        if wizard is None:
            return None
        wizard.flush()
        return wizard.opened

    @property
    def _is_reading(self) -> bool:
        return self._window.wizard is not None and bool(self._window.wizard.opened.reading)

    def _show_reading(self, wizard: "Wizard") -> None:
        path, journeys = wizard.opened.path, self._window.journeys
        held = journeys.doors.is_held(path)
        self.reading = Reading(wizard, self._window.toasts, AGAIN if held else COPY)
        again = partial(journeys.open, path) if held else partial(journeys.doors.copy, path)
        self.reading.acted.connect(again)
