"""What a person can do with a proposal that does not open for changes just so."""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from roadmapper.errors import (
    FileError,
    LockedError,
    NewerFormatError,
    ReadOnlyError,
    RoadmapperError,
)
from roadmapper.store.file import ProposalFile
from roadmapper.store.lock import Claim
from ui.backups_sheet import BackupsSheet
from ui.file_names import free_name
from ui.held import Held, held_words
from ui.lost import Lost
from ui.making import make_copy
from ui.messages import ask_open
from ui.shown_times import shown_moment
from ui.toasts import Toasts
from ui.words import _

if TYPE_CHECKING:
    from roadmapper.store.backups import Backup
    from ui.journeys import Journeys

AGAIN = _("Try again")
COPY = _("Open a copy")
_READ_ONLY = _(
    "This file or its folder may not be changed, so it is open for "
    "reading. A copy in your own folder can be changed."
)


class Doors(QObject):
    """Explains why a proposal does not open, and does what is chosen then."""

    def __init__(
        self,
        journeys: "Journeys",
        window: QWidget,
        toasts: Toasts,
        clock: Callable[[], datetime],
        made: Callable[[Callable[[], None]], bool],
    ) -> None:
        """Serve a window; `made` makes a file, or says why it cannot be made."""
        super().__init__(journeys)
        self._journeys = journeys
        self._safe = journeys.safe
        self._window = window
        self._made = made
        self._toasts = toasts
        self._clock = clock

    def explain(self, path: Path, error: RoadmapperError) -> None:
        """Say why a file did not open, with the ways that are left."""
        match error:
            case LockedError():
                self._explain_held(path, error)
            case ReadOnlyError():
                self._journeys.open(path, reading=_READ_ONLY)
            case FileError() if not isinstance(error, NewerFormatError):
                self._explain_lost(path, error)
            case _:
                self._toasts.warn(_("This proposal cannot be opened"), str(error))

    def is_held(self, path: Path) -> bool:
        """Return whether somebody has a file open for changes."""
        return self._claim(path) is not None

    def may_change(self, path: Path, trouble: str) -> bool:
        """Return whether nobody has a file open for changes; else say so below `trouble`."""
        claim, now = self._claim(path), self._clock()
        if claim is None or claim.is_stale(now):
            return True
        words = _("{words} Close it there first.").format(words=held_words(claim, now))
        self._toasts.warn(trouble, words)
        return False

    def copy(self, path: Path) -> None:
        """Open a copy of a file, which can come home later."""
        target = free_name(
            self._journeys.settings.proposals_folder, _("{stem} - copy").format(stem=path.stem)
        )
        if self._made(lambda: make_copy(path, target, self._clock)):
            self._journeys.open(target)

    # --- open elsewhere --------------------------------------------------------------------------

    def _explain_held(self, path: Path, error: LockedError) -> None:
        claim = self._claim(path)
        if claim is None:
            self._toasts.warn(_("This proposal cannot be opened"), str(error))
            return
        sheet = Held(self._window, path, claim, self._clock())
        sheet.read_asked.connect(partial(self._read, path, claim))
        sheet.copy_asked.connect(partial(self.copy, path))
        sheet.take_over_asked.connect(partial(self._take_over, path))
        sheet.open()

    def _claim(self, path: Path) -> Claim | None:
        try:
            with ProposalFile.open(path, write=False) as file:
                return file.claim
        except FileError:  # somebody is in the middle of a change; the first error says so
            return None

    def _read(self, path: Path, claim: Claim) -> None:
        words = held_words(claim, self._clock()).removesuffix(".")
        self._journeys.open(
            path,
            reading=_("{words}, so you are reading. Nothing can be changed.").format(words=words),
        )

    def _take_over(self, path: Path) -> None:
        if self._safe.keep_now(path):
            self._journeys.open(path, take_over=True)

    # --- lost ------------------------------------------------------------------------------------

    def _explain_lost(self, path: Path, error: FileError) -> None:
        has_backup = bool(self._safe.of(path))
        sheet = Lost(self._window, path, str(error), has_backup=has_backup)
        sheet.backup_asked.connect(partial(self.show_backups, path))
        sheet.find_asked.connect(partial(self._find, path))
        sheet.folder_asked.connect(partial(self._journeys.show_in_folder, path))
        sheet.forget_asked.connect(partial(self._journeys.forget, path))
        sheet.open()

    def _find(self, path: Path) -> None:
        folder = path.parent if path.parent.is_dir() else self._journeys.settings.proposals_folder
        found = ask_open(self._window, folder)
        if found is not None:
            self._safe.follow(path, found)
            self._journeys.forget(path)
            self._journeys.open(found)

    # --- backups ---------------------------------------------------------------------------------

    def show_backups(self, path: Path) -> None:
        """Show the backups of a file that is not open."""
        sheet = BackupsSheet(self._window, path.stem, self._safe.of(path), may_go_back=False)
        sheet.copy_asked.connect(partial(self.copy_backup, path))
        sheet.open()

    def copy_backup(self, path: Path, backup: "Backup") -> None:
        """Open a copy of a backup."""
        when = shown_moment(backup.at).replace(":", ".")
        folder = self._journeys.settings.proposals_folder
        target = free_name(folder, _("{stem} - backup {when}").format(stem=path.stem, when=when))

        def make() -> None:
            folder.mkdir(parents=True, exist_ok=True)
            self._safe.copy(backup.path, target, path.name)

        if self._made(make):
            self._journeys.open(target)
