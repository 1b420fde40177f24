"""A proposal file: the one place where answers, their history and what was sent out are kept."""

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from roadmapper.errors import FileError, ReadOnlyError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch
from roadmapper.proposal.headline import Headline
from roadmapper.store import schema
from roadmapper.store.connection import check_whole, closed_on_error, connect, plain_errors
from roadmapper.store.header import examine
from roadmapper.store.lock import Claim
from roadmapper.store.meta import new_meta, newer
from roadmapper.store.place import beside
from roadmapper.store.reading import Reader, damage_told
from roadmapper.store.revisions import Revision

if TYPE_CHECKING:
    from roadmapper.store.writer import Writer


def _now() -> datetime:
    return datetime.now(UTC)


class ProposalFile(Reader):
    """An open proposal file. A writer holds the lock; a reader never changes a byte.

    It is the journal of a session: once `append` or `amend` returned, a power cut does no harm.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, writer: "Writer | None" = None
    ) -> None:
        super().__init__(path, connection)
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
        headline: Headline | None = None,
        files: Iterable[bytes] = (),
    ) -> None:
        """Make a new file, whole or not at all, with answers nobody has to undo.

        Without a headline a list can only show the file's name until the first step. `files` are
        the attached files that the answers name.

        Raises:
            FileError: There is a file of that name, or the folder cannot take one.
        """
        # sqlite-utils takes a tenth of a second to load, which a reader need not pay.
        from roadmapper.store.writer import fill  # noqa: PLC0415

        meta = new_meta(template_id, template_version, clock)
        with beside(path) as part, plain_errors(path):
            fill(part, meta, answers or Answers(), headline, files)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        write: bool = True,
        take_over: bool = False,
        clock: Callable[[], datetime] = _now,
    ) -> "ProposalFile":
        """Open a file. `clock` is the time of day that the lock is kept by.

        What was left behind by a program that is gone is taken over. Where somebody still writes,
        open it with `write=False`, ask `claim` who it is, and offer a copy (`copy_to`) or, for
        `take_over`, to end what the other does: their next change is then refused.

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
        with plain_errors(path), damage_told(path):
            connection = connect(path, write=write)
            with closed_on_error(connection):
                if header.format > schema.FORMAT:
                    raise newer(path, connection)
                check_whole(connection, path)
                if write:
                    return cls._for_changes(path, connection, header.format, clock, take_over)
                return cls._for_reading(path, connection, header.format)

    @classmethod
    def _for_reading(
        cls, path: Path, connection: sqlite3.Connection, written: int
    ) -> "ProposalFile":
        if written == schema.FORMAT:
            return cls(path, connection)
        # sqlite-utils takes a tenth of a second to load, which a reader need not pay.
        from roadmapper.store.writer import migrated_copy  # noqa: PLC0415

        return cls(path, migrated_copy(connection))

    @classmethod
    def _for_changes(
        cls,
        path: Path,
        connection: sqlite3.Connection,
        written: int,
        clock: Callable[[], datetime],
        take_over: bool,
    ) -> "ProposalFile":
        # sqlite-utils takes a tenth of a second to load, which a reader need not pay.
        from roadmapper.store.writer import Writer  # noqa: PLC0415

        writer = Writer(path, connection, written, clock, take_over=take_over)
        return cls(path, connection, writer)

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

    @property
    def answers(self) -> Answers:
        """All answers; those that were read to open the file are not read again."""
        found = self._writer.found() if self._writer else None
        return super().answers if found is None else found

    @property
    def left(self) -> Claim | None:
        """The claim of the last program that wrote here, if it ended without closing the file."""
        return self._writer.left if self._writer is not None else None

    # --- writing ---------------------------------------------------------------------------------

    def append(self, batch: Batch, headline: Headline) -> None:
        """Store a new batch, the answers after it and what a list shows of them.

        Raises:
            FileError: It could not be stored, and nothing was; its kind says why: the file is
                locked, read-only, changed outside, or the disk is full.
        """
        with plain_errors(self.path):
            self._writing().append(batch, headline)

    def amend(self, batch: Batch, headline: Headline) -> None:
        """Store a batch that grew in place of the last one, and what follows from it."""
        with plain_errors(self.path):
            self._writing().amend(batch, headline)

    def add_revision(self, revision: Revision) -> None:
        """Store a document that was sent out."""
        with plain_errors(self.path):
            self._writing().add_revision(revision)

    def keep_file(self, content: bytes) -> str:
        """Keep the bytes of an attached file, once, and return their hash.

        They stay as long as an answer names them, or a step that can be undone or redone.
        """
        with plain_errors(self.path):
            return self._writing().keep_file(content)

    def heartbeat(self) -> None:
        """Say that this file is still open for changes; due once a minute while nothing changes.

        Raises:
            FileError: As for a change: the file was taken over, removed or changed outside.
        """
        with plain_errors(self.path):
            self._writing().beat()

    def _writing(self) -> "Writer":
        if self._writer is None:
            raise ReadOnlyError(f'"{self.path.name}" was opened for reading only.')
        return self._writer
