"""Keeps backups of proposals beside the window, and brings them back."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from roadmapper.errors import BackupError, FileError
from ui.tasks import Tasks, Work
from ui.toasts import Toasts
from ui.words import _

if TYPE_CHECKING:
    from roadmapper.store.backups import Backup, Backups


class Safekeeping(QObject):
    """Backs proposals up: once a day when one was opened, and before it is changed as a whole."""

    def __init__(
        self,
        folder: Path,
        tasks: Tasks,
        toasts: Toasts,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._tasks = tasks
        self._toasts = toasts
        self._clock = clock

    def of(self, path: Path) -> "tuple[Backup, ...]":
        """Return the backups of a proposal, newest first."""
        return self._backups().of(path)

    def keep_daily(self, path: Path) -> None:
        """Back up a proposal that was opened, beside the window, if that is due."""
        backups, now = self._backups(), self._clock()

        def keep(_work: Work) -> str:
            try:
                backups.keep(path, now, daily=True)
            except BackupError as error:
                return str(error)
            except FileError:
                # What stands in the way of the proposal itself is told where it is open.
                return ""
            return ""

        self._tasks.run("backup", keep, self._tell)

    def keep_now(self, path: Path) -> bool:
        """Back up a proposal before it is changed as a whole; return whether it is safe."""
        try:
            self._backups().keep(path, self._clock())
        except FileError as error:
            self._tell(str(error))
            return False
        return True

    def copy(self, backup: Path, target: Path, name: str) -> None:
        """Put a copy of a backup in place, as one of the proposal of this name.

        Raises:
            FileError: The backup cannot be read, or the folder cannot take a file.
        """
        # Loaded late: Home is painted before the store is there.
        from roadmapper.store.file import ProposalFile  # noqa: PLC0415

        with ProposalFile.open(backup, write=False) as file:
            file.copy_to(target, clock=self._clock, name=name)

    def follow(self, old: Path, new: Path) -> None:
        """Bring the backups of a proposal along that was moved."""
        self._backups().follow(old, new)

    def forget(self, path: Path) -> None:
        """Delete the backups of a proposal that was deleted."""
        self._backups().forget(path)

    def _backups(self) -> "Backups":
        # Loaded late: Home is painted before the store is there.
        from roadmapper.store.backups import Backups  # noqa: PLC0415

        return Backups(self._folder)

    def _tell(self, sentence: str) -> None:
        if sentence:
            self._toasts.warn(_("No backup was made"), sentence)
