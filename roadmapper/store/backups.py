"""Dated backups of proposals, in a person's own folder, so that a proposal stays one file.

A backup is a whole proposal file that only its owner may read. The ten newest of each proposal
stay. They are found by the place of the proposal, since one that is damaged cannot say who it is.
"""

from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from roadmapper.errors import BackupError, FileError
from roadmapper.placing import finish, part_of, reason
from roadmapper.store.file import ProposalFile

KEPT = 10
"""Backups that stay of each proposal."""

_STAMP = "%Y-%m-%dT%H%M%S.%fZ"
_SUFFIX = ".roadmap"
_FOLDER, _FILE = 0o700, 0o600


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: where it lies, when it was made, its bytes and how many answers it holds."""

    path: Path
    at: datetime
    size: int
    answers: int


class Backups:
    """The backups of all proposals, in a folder that is made when it is first needed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def of(self, proposal: Path) -> tuple[Backup, ...]:
        """Return the backups of the proposal at a place, newest first.

        Those of another proposal that once was at that place are left out.
        """
        begun = _began(proposal)
        read = (_backup(path, at) for at, path in self._found(proposal))
        return tuple(one for since, one in read if not begun or since in ("", begun))

    def keep(self, proposal: Path, now: datetime, *, daily: bool = False) -> Path | None:
        """Back a proposal up if it changed since its newest backup; return the new backup.

        With `daily` it is not done twice on one day.

        Raises:
            BackupError: The folder cannot take a file.
            FileError: The proposal cannot be read.
        """
        found = self._found(proposal)
        if daily and found and found[0][0].astimezone().date() == now.astimezone().date():
            return None
        with ProposalFile.open(proposal, write=False) as file:
            if found and _state(file) == _state_of(found[0][1]):
                return None
            try:
                made = self._made(file, now)
            except OSError as error:
                raise BackupError(
                    f'No backup of "{proposal.name}" could be kept in {self._folder} '
                    f"({reason(error)}). Check the disk and the folder."
                ) from error
        for _at, path in self._found(proposal)[KEPT:]:
            path.unlink(missing_ok=True)
        return made

    def follow(self, old: Path, new: Path) -> None:
        """Bring the backups of a proposal along that was moved, if its new place has none."""
        here, there, found, begun = (
            self._place(old),
            self._place(new),
            self._found(old),
            _began(new),
        )
        if found and begun and not there.exists() and _began(found[0][1]) == begun:
            with suppress(OSError):  # they can still be found where they are
                here.rename(there)

    def forget(self, proposal: Path) -> None:
        """Delete all backups of a proposal that is itself deleted."""
        rmtree(self._place(proposal), ignore_errors=True)

    # --- inside ----------------------------------------------------------------------------------

    def _place(self, proposal: Path) -> Path:
        key = sha256(str(proposal.absolute()).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        return self._folder / f"{proposal.stem[:40]}-{key}"

    def _found(self, proposal: Path) -> list[tuple[datetime, Path]]:
        found = []
        for path in self._place(proposal).glob(f"*{_SUFFIX}"):
            with suppress(ValueError):  # a file that somebody else put there
                found.append((datetime.strptime(path.stem, _STAMP).replace(tzinfo=UTC), path))
        return sorted(found, reverse=True)

    def _made(self, file: ProposalFile, now: datetime) -> Path:
        place = self._place(file.path)
        self._folder.parent.mkdir(parents=True, exist_ok=True)
        for folder in (self._folder, place):  # its name tells whose proposal it is
            folder.mkdir(mode=_FOLDER, exist_ok=True)
        at = now.astimezone(UTC)
        while (target := place / f"{at.strftime(_STAMP)}{_SUFFIX}").exists():
            at += timedelta(microseconds=1)
        with part_of(target) as part:
            file.back_up_to(part)
            finish(part, _FILE)
            part.replace(target)
        return target


def _state(file: ProposalFile) -> tuple[int, datetime, int]:
    """Return what differs after every step and every export."""
    return (*file.last_change, len(file.revisions))


def _state_of(path: Path) -> tuple[int, datetime, int] | None:
    try:
        with ProposalFile.open(path, write=False) as file:
            return _state(file)
    except FileError:  # a damaged backup keeps nobody from making a good one
        return None


def _began(path: Path) -> str:
    """Return when the proposal in a file was begun, which no two proposals share.

    Empty if the file cannot be read.
    """
    try:
        with ProposalFile.open(path, write=False) as file:
            return file.meta.created
    except FileError:  # what cannot be read is not known
        return ""


def _backup(path: Path, at: datetime) -> tuple[str, Backup]:
    """Return a backup after the time its proposal was begun, which is empty if it is damaged."""
    size = path.stat().st_size
    try:
        with ProposalFile.open(path, write=False) as file:
            return file.meta.created, Backup(path, at, size, len(file.answers))
    except FileError:  # a damaged one is listed, and says so when it is opened
        return "", Backup(path, at, size, 0)
