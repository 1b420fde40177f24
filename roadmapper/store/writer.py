"""The writing side of a proposal file; everything here happens inside `db.atomic()`.

Only writers import this module: sqlite-utils takes a tenth of a second to load.
"""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from itertools import count
from pathlib import Path

from sqlite_utils import Database

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch
from roadmapper.proposal.headline import Headline
from roadmapper.store import attachments, journal, revisions, schema
from roadmapper.store.connection import connect
from roadmapper.store.ground import Ground
from roadmapper.store.header import CLOSING
from roadmapper.store.headlines import write_headline
from roadmapper.store.lock import Claim, Lock
from roadmapper.store.migrations import migrate
from roadmapper.store.place import beside
from roadmapper.store.trimming import trim


class Writer:
    """The one writer of a file: it holds the lock from the moment it is made until `release`."""

    def __init__(
        self,
        path: Path,
        connection: sqlite3.Connection,
        written: int,
        clock: Callable[[], datetime],
        *,
        take_over: bool = False,
    ) -> None:
        self._db = Database(connection, execute_plugins=False)
        self._lock = Lock(connection, path, clock)
        self._ground = Ground(path, connection)
        with self._transaction():
            if not take_over:
                self._lock.check_free()
            found = journal.read_answers(connection)
            if written < schema.FORMAT:
                _keep_copy(path, written)
                migrate(connection)
                found = journal.read_answers(connection)
            self._found: Answers | None = found
            self._lock.take()
            trim(connection, clock(), journal.RECENT)
            has_room = attachments.drop_unnamed(connection)
            self._ground.remember()
        if has_room:
            _shrink(connection)

    @property
    def left(self) -> Claim | None:
        """The claim of the last program that wrote here, if it ended without closing the file."""
        return self._lock.left

    def found(self) -> Answers | None:
        """Return the answers that were there when the lock was taken; None once they were asked."""
        found, self._found = self._found, None
        return found

    def append(self, batch: Batch, told: Headline) -> None:
        """Store a new batch and what follows from it."""
        with self._change() as connection:
            self._write(connection, batch, told)

    def amend(self, batch: Batch, told: Headline) -> None:
        """Store a batch in place of the one with its id, and what follows from it."""
        with self._change() as connection:
            journal.forget_batch(connection, batch.id)
            self._write(connection, batch, told)

    def add_revision(self, revision: revisions.Revision) -> None:
        """Store a document that was sent out."""
        with self._change() as connection:
            revisions.write_revision(connection, revision)

    def keep_file(self, content: bytes) -> str:
        """Keep the bytes of an attached file and return their hash."""
        with self._change() as connection:
            return attachments.keep(connection, content)

    def beat(self) -> None:
        """Say that the holder of the lock is still there."""
        with self._change():
            self._lock.beat()

    def release(self) -> None:
        """Give the lock up."""
        with self._transaction():
            self._lock.release()

    def _write(self, connection: sqlite3.Connection, batch: Batch, told: Headline) -> None:
        journal.write_batch(connection, batch)
        journal.apply(connection, batch.changes)
        write_headline(connection, told)

    @contextmanager
    def _change(self) -> Iterator[sqlite3.Connection]:
        self._found = None
        self._ground.check_there()
        with self._transaction() as connection:
            self._lock.check()
            self._ground.check_same()
            yield connection

    @contextmanager
    def _transaction(self) -> Iterator[sqlite3.Connection]:
        with CLOSING, self._db.atomic():
            # A change of nothing takes SQLite's write lock before anything is read.
            self._db.execute("DELETE FROM lock WHERE 0")
            yield self._db.conn


def fill(
    path: Path,
    meta: Mapping[str, str],
    answers: Answers,
    told: Headline | None = None,
    files: Iterable[bytes] = (),
) -> None:
    """Write a whole proposal into an empty file."""
    with closing(connect(path, write=True)) as connection:
        db = Database(connection, execute_plugins=False)
        with db.atomic():
            migrate(connection)
            connection.executemany("INSERT INTO meta (name, value) VALUES (?, ?)", meta.items())
            journal.write_answers(connection, answers)
            if told is not None:
                write_headline(connection, told)
            for content in files:
                attachments.keep(connection, content)


def migrated_copy(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Return the proposal in the newest format, in memory, for a reader of an older file."""
    copy = sqlite3.connect(":memory:")
    with closing(connection):
        connection.backup(copy)
    migrate(copy)
    return copy


def _shrink(connection: sqlite3.Connection) -> None:
    """Give the room of dropped files back to the disk, so that the proposal can be mailed."""
    # Without the room for this the file stays as long as it is; what comes next fills the gap.
    with CLOSING, suppress(sqlite3.OperationalError):
        connection.execute("VACUUM")


def _keep_copy(path: Path, written: int) -> None:
    stem = f"{path.stem}.format{written}"
    names = (f"{stem}-{n}" if n > 1 else stem for n in count(1))
    free = next(one for name in names if not (one := path.with_name(name + path.suffix)).exists())
    # Through SQLite, since closing the file by hand would drop the locks of this process; through
    # a second connection, since a backup waits forever for a change its own connection has begun.
    with (
        beside(free) as part,
        closing(connect(path, write=False)) as source,
        closing(sqlite3.connect(part)) as copy,
    ):
        source.backup(copy)
