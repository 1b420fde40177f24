"""The lock row: one writer at a time, across programs and machines.

A lock is left behind by a program that was killed. It is taken over when its process is gone (same
machine, not started anew) or when its heartbeat is old (another machine, or one that cannot tell).
"""

import os
import secrets
import sqlite3
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from getpass import getuser
from pathlib import Path
from platform import node

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


@dataclass(frozen=True, slots=True)
class Claim:
    """Who has a file open for changes, since when, and when that was last said."""

    holder: Holder
    since: datetime
    heartbeat: datetime
    token: str

    def is_stale(self, now: datetime) -> bool:
        """Return whether the claim was left behind and may be taken over."""
        if self.holder.is_alive():
            return False
        return self.holder.is_gone() or abs(now - self.heartbeat) > STALE

    def __str__(self) -> str:
        """Return who it is and since when, as a sentence says it."""
        user, machine = self.holder.user, self.holder.machine
        since = self.since.astimezone().strftime("%Y-%m-%d %H:%M")
        return f"{f'{user} on {machine}' if user else machine} since {since}"


def read_claim(connection: sqlite3.Connection) -> Claim | None:
    """Return the claim that lies in a file, stale or not; None if nobody has it open.

    Raises:
        ValueError: The row is damaged.
    """
    wanted = "SELECT machine, user, process, since, heartbeat, token FROM lock"
    row = connection.execute(wanted).fetchone()
    if row is None:
        return None
    machine, user, process, since, heartbeat, token = row
    return Claim(Holder(machine, user, process), _time(since), _time(heartbeat), token)


class Lock:
    """The claim of one open file to be the only writer. Every change asks `check` first."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, clock: Callable[[], datetime]
    ) -> None:
        self._connection = connection
        self._path = path
        self._clock = clock
        self._token = secrets.token_hex(8)
        self.left: Claim | None = None
        """The claim of a program that ended without giving it up, if one was found."""

    def check_free(self) -> None:
        """Make sure that nobody else writes the file.

        Raises:
            LockedError: Somebody does.
        """
        held = read_claim(self._connection)
        if held is not None and not held.is_stale(self._clock()):
            raise LockedError(
                f'"{self._path.name}" is open for changes by {held}. '
                "Close it there, or work on a copy."
            )
        self.left = held

    def take(self) -> None:
        """Claim the file, inside the caller's transaction and after `check_free`."""
        now = self._clock().isoformat()
        holder = Holder.this()
        told = [self._token, holder.machine, holder.user, holder.process, now, now]
        self._connection.execute("INSERT OR REPLACE INTO lock VALUES (1, ?, ?, ?, ?, ?, ?)", told)

    def check(self) -> None:
        """Make sure that the claim still stands, and renew it when it is due.

        Raises:
            LockedError: Somebody took the file over, on purpose or after this machine slept long.
        """
        held = read_claim(self._connection)
        if held is None or held.token != self._token:
            raise LockedError(
                f'"{self._path.name}" was taken over by another program meanwhile, '
                "so the change was not kept. Open the file again."
            )
        if self._clock() - held.heartbeat >= BEAT:
            self.beat()

    def beat(self) -> None:
        """Say that the holder is still there."""
        self._connection.execute(
            "UPDATE lock SET heartbeat = ? WHERE token = ?",
            [self._clock().isoformat(), self._token],
        )

    def release(self) -> None:
        """Give the claim up; a claim that somebody took over is theirs."""
        self._connection.execute("DELETE FROM lock WHERE token = ?", [self._token])


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
