"""Is the file still the one that was opened? Asked before each change."""

import sqlite3
from pathlib import Path

from roadmapper.errors import ChangedOutsideError, ReadOnlyError
from roadmapper.store.header import is_writable


class Ground:
    """A file as it was when it was opened, and as this connection alone has changed it since.

    A file that was removed would still take changes, and lose them with the program that holds it.
    """

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._file = self._found()
        self._version = 0

    def remember(self) -> None:
        """Take the content as it is now for that which nobody else may change."""
        self._version = self._seen()

    def check_there(self) -> None:
        """Make sure that the file is where it was and may be changed.

        Raises:
            ChangedOutsideError: It was moved, deleted or replaced.
            ReadOnlyError: It or its folder may no longer be changed.
        """
        if self._found() != self._file:
            raise ChangedOutsideError(
                f'"{self._path.name}" was replaced by another file meanwhile; nothing was changed. '
                "Save a copy of what you have, then open the file again."
            )
        if not is_writable(self._path):
            raise ReadOnlyError(
                f'"{self._path.name}" or its folder may no longer be changed. '
                "Allow it again, or save a copy in a folder of your own."
            )

    def check_same(self) -> None:
        """Make sure that nobody else changed the content; call it inside a transaction.

        Raises:
            ChangedOutsideError: Another program did.
        """
        if self._seen() != self._version:
            raise ChangedOutsideError(
                f'"{self._path.name}" was changed by another program meanwhile, so your last '
                "change was not kept. Save a copy of what you have, then open the file again."
            )

    def _found(self) -> tuple[int, int]:
        try:
            told = self._path.stat()
        except OSError as error:
            raise ChangedOutsideError(
                f'"{self._path.name}" was moved or deleted meanwhile; nothing was changed. '
                "Put it back where it was, or save a copy of what you have."
            ) from error
        return told.st_dev, told.st_ino

    def _seen(self) -> int:
        """Return a number that changes when another connection changes the content."""
        return int(self._connection.execute("PRAGMA data_version").fetchone()[0])
