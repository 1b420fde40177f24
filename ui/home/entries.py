"""What a list of proposals knows of each file, read without opening it."""

from collections.abc import Iterable
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapper.errors import FileError
from ui.shown_dates import shown_date, shown_time, shown_weekday
from ui.words import _

if TYPE_CHECKING:
    from roadmapper.proposal.headline import Headline
    from ui.home.looked import Look

SUFFIX = ".roadmap"
UNREADABLE = _("This file can't be read.")
MISSING = _("This file was moved or deleted.")
DELIVERED = "delivered"
"""The status a person sets by hand when the proposal went out."""


class Status(StrEnum):
    """How far a proposal is, as the list says it."""

    IN_PROGRESS = _("In progress")
    READY = _("Ready")
    DELIVERED = _("Delivered")
    UNREADABLE = _("Cannot be read")


class Entry(NamedTuple):
    """One file of the list; `problem` says why it cannot be read.

    `line` is the proposal's name, or what it is about as long as it has none.
    """

    path: Path
    client: str
    line: str
    part: float
    status: Status
    changed: datetime
    decision: str = ""
    problem: str = ""
    name: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether every essential answer is in, so that it may be ready."""
        return self.part >= 1 and self.status in (Status.IN_PROGRESS, Status.READY)

    @property
    def words(self) -> str:
        """What a search looks through, in small letters."""
        return f"{self.client} {self.line} {self.path.stem} {self.status}".lower()


def as_seen(entry: Entry, look: "Look | None") -> Entry:
    """Return an entry as ready if it was looked at, and is."""
    if look is None or not look.ready or not entry.is_complete:
        return entry
    return entry._replace(status=Status.READY)


def last_edited(entries: Iterable[Entry]) -> Entry | None:
    """Return the proposal to go on with: the one changed last that was not delivered."""
    going = (one for one in entries if one.status in (Status.IN_PROGRESS, Status.READY))
    return max(going, key=lambda one: one.changed, default=None)


def find_files(folder: Path, recent: Iterable[str]) -> tuple[Path, ...]:
    """Return the files to list: recent ones, then all others in the folder."""
    listed = {Path(one): None for one in recent}
    if folder.is_dir():
        listed |= {one.absolute(): None for one in sorted(folder.glob(f"*{SUFFIX}"))}
    return tuple(listed)


def read_entry(path: Path) -> Entry:
    """Return what can be said of a file, also of one that cannot be read."""
    # Loaded late, beside the window: Home is painted before SQLite is there.
    from roadmapper.store.headlines import read_headline  # noqa: PLC0415

    try:
        told = read_headline(path)
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
    except (FileError, OSError):
        return _unreadable(path, UNREADABLE if path.exists() else MISSING)
    if told is None:
        return Entry(path, path.stem, "", 0.0, Status.IN_PROGRESS, changed)
    return _told(path, told)


def told_apart(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Return the entries; those that would read alike begin with what their files' names add."""
    listed = tuple(entries)
    alike: dict[tuple[str, str], list[list[str]]] = {}
    for one in listed:
        alike.setdefault((one.client, one.line), []).append(one.path.stem.split())
    return tuple(_marked(one, alike[one.client, one.line]) for one in listed)


def _marked(entry: Entry, names: list[list[str]]) -> Entry:
    """Return an entry with the words of its file's name that others alike do not begin with."""
    if len(names) == 1 or entry.problem:
        return entry
    shared = 0
    while all(len(one) > shared and one[shared] == names[0][shared] for one in names):
        shared += 1
    own = " ".join(entry.path.stem.split()[shared:]).strip(" -")
    return entry._replace(line=f"{own}: {entry.line}" if own and entry.line else entry.line or own)


def _told(path: Path, told: "Headline") -> Entry:
    part = told.answered / told.asked if told.asked else 0.0
    status = Status.DELIVERED if told.status == DELIVERED else Status.IN_PROGRESS
    line = told.name or told.use_case
    return Entry(
        path,
        told.customer or path.stem,
        line,
        part,
        status,
        told.changed,
        told.decision,
        name=told.name,
    )


def _unreadable(path: Path, problem: str) -> Entry:
    never = datetime.fromtimestamp(0, UTC)
    return Entry(path, path.stem, "", 0.0, Status.UNREADABLE, never, problem=problem)


def ago(at: datetime, now: datetime) -> str:
    """Return when something was, as one would say it."""
    passed = now - at
    minutes = int(passed.total_seconds() // 60)
    if minutes < 1:
        return _("Just now")
    if minutes < 60:  # noqa: PLR2004 - minutes of an hour
        return _("{minutes} min ago").format(minutes=minutes)
    local, today = at.astimezone(), now.astimezone()
    days = (today.date() - local.date()).days
    if days == 0:
        return shown_time(at)
    if days == 1:
        return _("Yesterday")
    if days < 7:  # noqa: PLR2004 - days of a week
        return shown_weekday(local.date())
    return shown_date(local.date().isoformat())
