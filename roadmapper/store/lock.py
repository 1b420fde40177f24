"""The lock row: one writer at a time, across programs and machines.

A lock is left behind by a program that was killed. It is taken over when its process is gone (same
machine, not started anew) or when its heartbeat is old (another machine, or one that cannot tell).
"""

import os
import secrets
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from getpass import getuser
from pathlib import Path
from platform import node

from sqlite_utils import Database

from roadmapper.errors import LockedError

STALE = timedelta(minutes=5)
"""A lock whose heartbeat is older belongs to nobody, unless its process is seen alive here."""

BEAT = timedelta(minutes=1)
"""How often a holder says that it is still there."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who writes: a machine, a user and a process on it."""

    machine: str
    user: str
    process: str

    @classmethod
    def this(cls) -> "Holder":
        """Return this process of this user."""
        return cls(node(), _user(), _mark(os.getpid()))

    def is_gone(self) -> bool:
        """Return whether the process is known to have ended."""
        return self._is_here() and not _lives(self.process)

    def is_alive(self) -> bool:
        """Return whether the process is known to run."""
        return self._is_here() and sys.platform != "win32" and _lives(self.process)

    def _is_here(self) -> bool:
        # Two machines may have one name, such as "localhost"; what a system draws when it starts is
        # its own.
        return self.machine == node() and self.process.partition("/")[2] == _boot()


class Lock:
    """The claim of one open file to be the only writer. Every change asks `check` first."""

    def __init__(self, db: Database, path: Path, clock: Callable[[], datetime]) -> None:
        self._db = db
        self._path = path
        self._clock = clock
        self._token = secrets.token_hex(8)

    def check_free(self) -> None:
        """Make sure that nobody else writes the file.

        Raises:
            LockedError: Somebody does.
        """
        held = self._row()
        if held is not None and not self._is_stale(held):
            raise LockedError(_told(self._path, held))

    def take(self) -> None:
        """Claim the file, inside the caller's transaction and after `check_free`."""
        now = self._clock().isoformat()
        holder = Holder.this()
        self._db.table("lock").insert(
            {
                "id": 1,
                "token": self._token,
                "machine": holder.machine,
                "user": holder.user,
                "process": holder.process,
                "since": now,
                "heartbeat": now,
            },
            replace=True,
        )

    def check(self) -> None:
        """Make sure that the claim still stands, and renew it when it is due.

        Raises:
            LockedError: Somebody took the file over, as happens after a machine slept for long.
        """
        held = self._row()
        if held is None or held["token"] != self._token:
            raise LockedError(
                f'"{self._path.name}" was taken over by another program meanwhile, '
                "so the change was not kept. Open the file again."
            )
        if self._clock() - datetime.fromisoformat(held["heartbeat"]) >= BEAT:
            self.beat()

    def beat(self) -> None:
        """Say that the holder is still there."""
        self._db.execute(
            "UPDATE lock SET heartbeat = ? WHERE token = ?",
            [self._clock().isoformat(), self._token],
        )

    def release(self) -> None:
        """Give the claim up; a claim that somebody took over is theirs."""
        self._db.execute("DELETE FROM lock WHERE token = ?", [self._token])

    def _row(self) -> dict[str, str] | None:
        return next(iter(self._db.query("SELECT * FROM lock")), None)

    def _is_stale(self, held: dict[str, str]) -> bool:
        holder = Holder(held["machine"], held["user"], held["process"])
        if holder.is_alive():
            return False
        return holder.is_gone() or abs(self._clock() - _time(held["heartbeat"])) > STALE


def _told(path: Path, held: dict[str, str]) -> str:
    since = _time(held["since"]).astimezone().strftime("%Y-%m-%d %H:%M")
    who = f"{held['user']} on {held['machine']}" if held["user"] else held["machine"]
    return (
        f'"{path.name}" is open for changes by {who} since {since}. '
        "Close it there, or work on a copy."
    )


def _time(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _user() -> str:
    try:
        return getuser()
    except (OSError, KeyError, ImportError):  # an account without a name, as in some containers
        return ""


def _mark(process: int) -> str:
    """Return a process id with the moment it began, if known, because ids are used again.

    After a slash follows what tells this start of this machine from all others, if known.
    """
    began, boot = _began(process), _boot()
    return f"{process}{f'@{began}' if began else ''}{f'/{boot}' if boot else ''}"


def _boot() -> str:
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _began(process: int) -> str:
    try:
        # The 22nd field; the second, a name in brackets, may hold spaces.
        return Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()[19]
    except (OSError, IndexError, UnicodeDecodeError):
        return ""


def _lives(mark: str) -> bool:
    """Return whether a process runs; where that cannot be asked, it is taken to run."""
    process, _, began = mark.partition("/")[0].partition("@")
    # On Windows signal 0 would end the process.
    if sys.platform == "win32" or not process.isdecimal():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return not began or _began(int(process)) == began
