"""The reading side of a proposal file: what it holds, as frozen values."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch
from roadmapper.store import attachments, journal, revisions
from roadmapper.store.connection import plain_errors
from roadmapper.store.copying import back_up, copy_whole, read_base, read_original
from roadmapper.store.header import damaged
from roadmapper.store.lock import Claim, read_claim
from roadmapper.store.meta import Meta, read_meta
from roadmapper.store.revisions import Revision, RevisionNote
from roadmapper.store.trimming import dropped_rows


class Reader:
    """An open proposal file as anybody may see it; nothing here changes a byte of it."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._connection = connection

    @property
    def meta(self) -> Meta:
        """The template this proposal answers, and when it was begun."""
        with self._reading():
            return read_meta(self._connection)

    @property
    def answers(self) -> Answers:
        """All answers."""
        with self._reading():
            return journal.read_answers(self._connection)

    @property
    def log(self) -> tuple[Batch, ...]:
        """The steps that were made, oldest first; very old ones are trimmed."""
        with self._reading():
            return journal.read_log(self._connection)

    @property
    def last_change(self) -> tuple[int, datetime]:
        """The number and time of the last step; 0 and when the file was made if there is none."""
        with self._reading():
            last = journal.last_batch(self._connection)
            for batch in journal.read_log(self._connection, after=last - 1):
                return batch.id, batch.at
            return 0, datetime.fromisoformat(read_meta(self._connection).created)

    @property
    def recent_log(self) -> tuple[Batch, ...]:
        """The last steps, oldest first: as many as undo and redo can reach."""
        with self._reading():
            last = journal.last_batch(self._connection)
            return journal.read_log(self._connection, after=last - journal.RECENT)

    @property
    def used_rows(self) -> frozenset[str]:
        """Every row id that the log names or named before it was trimmed."""
        with self._reading():
            return journal.read_rows(self._connection) | dropped_rows(self._connection)

    @property
    def claim(self) -> Claim | None:
        """Who has the file open for changes, since when; None if nobody has."""
        with self._reading():
            return read_claim(self._connection)

    @property
    def base(self) -> Answers | None:
        """The answers that a copy began with, for a comparison of three; None if it is no copy."""
        with self._reading():
            return read_base(self._connection)

    @property
    def copy_of(self) -> str:
        """The name of the file that this is a copy of; empty if it is none or not known."""
        with self._reading():
            return read_original(self._connection)

    def copy_to(self, target: Path, *, clock: Callable[[], datetime], name: str = "") -> None:
        """Make a copy of one's own, also of a file that is locked, or was deleted meanwhile.

        It holds all answers, history and revisions, and is open to nobody. It is a copy of the
        file of this name, else of this one.

        Raises:
            FileError: There is a file of that name, or the folder cannot take one.
        """
        with self._reading():
            copy_whole(self._connection, name or self.path.name, target, clock)

    def back_up_to(self, target: Path) -> None:
        """Fill an empty file with all that is kept, as it is."""
        with self._reading():
            back_up(self._connection, target)

    @property
    def revisions(self) -> tuple[RevisionNote, ...]:
        """What was sent out, oldest first."""
        with self._reading():
            return revisions.read_notes(self._connection)

    def revision(self, key: str) -> Revision | None:
        """Return what was sent out under this id, None if it does not come from this file."""
        with self._reading():
            return revisions.read_revision(self._connection, key)

    @property
    def attachments(self) -> frozenset[str]:
        """The hashes of the attached files that are kept."""
        with self._reading():
            return attachments.kept(self._connection)

    def attachment(self, key: str) -> bytes | None:
        """Return the attached file of this hash, None if it is not kept."""
        with self._reading():
            return attachments.read(self._connection, key)

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with plain_errors(self.path), damage_told(self.path):
            yield


@contextmanager
def damage_told(path: Path) -> Iterator[None]:
    """Report rows that do not spell what they should as damage."""
    try:
        yield
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise damaged(path) from error
