"""Copies of attached files that other programs read, in a folder that goes with the proposal."""

from contextlib import suppress
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from PySide6.QtCore import QObject

from roadmapper.errors import ExportError
from roadmapper.placing import reason
from ui.opened import Opened
from ui.words import _

_READ_ONLY, _REMOVABLE = 0o400, 0o600


class Copies(QObject):
    """Puts copies into a folder that only this person may read, and clears it away at the end.

    They are read-only, so that a program says so before anybody writes into what will be gone.
    """

    def __init__(self, opened: Opened) -> None:
        super().__init__(opened)
        self._folders: list[Path] = []
        opened.closed.connect(self._clear)

    @classmethod
    def of(cls, opened: Opened) -> "Copies":
        """Return those of an open proposal."""
        return opened.findChild(cls) or cls(opened)

    def put(self, name: str, content: bytes) -> Path:
        """Return a new copy; its name must be one that every system takes.

        Raises:
            ExportError: There is no room for it.
        """
        try:
            folder = Path(mkdtemp(prefix="roadmapper-"))
            self._folders.append(folder)
            path = folder / name
            path.write_bytes(content)
            path.chmod(_READ_ONLY)
        except OSError as error:
            raise ExportError(
                _("A copy to open could not be made ({reason}). Save a copy instead.").format(
                    reason=reason(error)
                )
            ) from error
        return path

    def _clear(self) -> None:
        for folder in self._folders:
            for path in folder.glob("*"):
                with suppress(OSError):  # a program that has it open keeps it
                    path.chmod(_REMOVABLE)
            rmtree(folder, ignore_errors=True)
        self._folders.clear()
