"""A proposal file: the one place where answers, their history and what was sent out are kept."""

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from roadmapper.errors import FileError, NewerFormatError, ReadOnlyError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch
from roadmapper.proposal.history import DEPTH
from roadmapper.store import journal, revisions, schema
from roadmapper.store.connection import check_whole, closed_on_error, connect, plain_errors
from roadmapper.store.header import damaged, examine
from roadmapper.store.place import beside
from roadmapper.store.revisions import Revision, RevisionNote

if TYPE_CHECKING:
    from roadmapper.store.writer import Writer


_RECENT = 2 * DEPTH
"""Steps read for undo and redo: all that can be undone, and as many undos."""


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file says of itself."""

    template: str
    template_version: str
    created: str


def _now() -> datetime:
    return datetime.now(UTC)


class ProposalFile:
    """An open proposal file. A writer holds the lock; a reader never changes a byte.

    It is the journal of a session: once `append` or `amend` returned, a power cut does no harm.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, writer: "Writer | None" = None
    ) -> None:
        self.path = path
        self._connection = connection
        self._writer = writer

    @classmethod
    def create(
        cls,
        path: Path,
        template_id: str,
        template_version: str,
        *,
        clock: Callable[[], datetime],
        answers: Answers | None = None,
    ) -> None:
        """Make a new file, whole or not at all, with answers nobody has to undo.

        Raises:
            FileError: There is a file of that name, or the folder cannot take one.
        """
        # sqlite-utils takes a tenth of a second to load, which a reader need not pay.
        from roadmapper.store.writer import fill  # noqa: PLC0415

        meta = {
            "template": template_id,
            "template_version": template_version,
            "created": clock().isoformat(),
            "program": schema.PROGRAM,
        }
        with beside(path) as part, plain_errors(path):
            fill(part, meta, answers or Answers())

    @classmethod
    def open(
        cls, path: Path, *, write: bool = True, clock: Callable[[], datetime] = _now
    ) -> "ProposalFile":
        """Open a file. `clock` is the time of day that the lock is kept by.

        Raises:
            NotAProposalError: It is empty, damaged or of another kind; it was left as it is.
            NewerFormatError: A newer program wrote it.
            LockedError: Somebody else writes it.
            ReadOnlyError: It was to be written and may only be read.
            FileError: It is not there or cannot be read.
        """
        header = examine(path)
        if write and not header.writable:
            raise ReadOnlyError(
                f'"{path.name}" or its folder is read-only, so it can be read but not changed. '
                "Copy it to a folder of your own and change it there."
            )
        # A damaged table can make even the messages of SQLite unreadable.
        with plain_errors(path), _damage_told(path):
            connection = connect(path, write=write)
            with closed_on_error(connection):
                if header.format > schema.FORMAT:
                    raise _newer(path, _read_meta(connection))
                check_whole(connection, path)
                return cls._opened(path, connection, header.format, clock if write else None)

    @classmethod
    def _opened(
        cls,
        path: Path,
        connection: sqlite3.Connection,
        written: int,
        clock: Callable[[], datetime] | None,
    ) -> "ProposalFile":
        if clock is None and written == schema.FORMAT:
            return cls(path, connection)
        # sqlite-utils takes a tenth of a second to load, which a reader need not pay.
        from roadmapper.store.writer import Writer, migrated_copy  # noqa: PLC0415

        if clock is None:
            return cls(path, migrated_copy(connection))
        journal.read_answers(connection)
        return cls(path, connection, Writer(path, connection, written, clock))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give up the lock and the file."""
        try:
            # What was to be kept is kept; a lock that stays behind is stale for the next writer.
            with suppress(FileError), plain_errors(self.path):
                if self._writer:
                    self._writer.release()
        finally:
            self._connection.close()

    # --- reading ---------------------------------------------------------------------------------

    @property
    def meta(self) -> Meta:
        """The template this proposal answers, and when it was begun."""
        with self._reading():
            known = _read_meta(self._connection)
            return Meta(
                known["template"], known.get("template_version", ""), known.get("created", "")
            )

    @property
    def answers(self) -> Answers:
        """All answers."""
        with self._reading():
            return journal.read_answers(self._connection)

    @property
    def log(self) -> tuple[Batch, ...]:
        """Every step that was made, oldest first."""
        with self._reading():
            return journal.read_log(self._connection)

    @property
    def recent_log(self) -> tuple[Batch, ...]:
        """The last steps, oldest first: as many as undo and redo can reach."""
        with self._reading():
            last = journal.last_batch(self._connection)
            return journal.read_log(self._connection, after=last - _RECENT)

    @property
    def used_rows(self) -> frozenset[str]:
        """Every row id that the log names."""
        with self._reading():
            return journal.read_rows(self._connection)

    @property
    def revisions(self) -> tuple[RevisionNote, ...]:
        """What was sent out, oldest first."""
        with self._reading():
            return revisions.read_notes(self._connection)

    def revision(self, key: str) -> Revision | None:
        """Return what was sent out under this id, None if it does not come from this file."""
        with self._reading():
            return revisions.read_revision(self._connection, key)

    # --- writing ---------------------------------------------------------------------------------

    def append(self, batch: Batch) -> None:
        """Store a new batch and the answers after it."""
        with plain_errors(self.path):
            self._writing().append(batch)

    def amend(self, batch: Batch) -> None:
        """Store a batch that grew in place of the last one, and the answers after it."""
        with plain_errors(self.path):
            self._writing().amend(batch)

    def add_revision(self, revision: Revision) -> None:
        """Store a document that was sent out."""
        with plain_errors(self.path):
            self._writing().add_revision(revision)

    def heartbeat(self) -> None:
        """Say that this file is still open for changes; due once a minute while nothing changes."""
        with plain_errors(self.path):
            self._writing().beat()

    # --- inside ----------------------------------------------------------------------------------

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with plain_errors(self.path), _damage_told(self.path):
            yield

    def _writing(self) -> "Writer":
        if self._writer is None:
            raise ReadOnlyError(f'"{self.path.name}" was opened for reading only.')
        return self._writer


@contextmanager
def _damage_told(path: Path) -> Iterator[None]:
    """Report rows that do not spell what they should as damage."""
    try:
        yield
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise damaged(path) from error


def _read_meta(connection: sqlite3.Connection) -> Mapping[str, str]:
    return dict(connection.execute("SELECT name, value FROM meta"))


def _newer(path: Path, meta: Mapping[str, str]) -> NewerFormatError:
    program = meta.get("program", "a newer version")
    return NewerFormatError(
        f'"{path.name}" was written by a newer Roadmapper and was left as it is. '
        f"Install Roadmapper {program} or later to open it."
    )
