"""The session: the only thing that changes answers.

A change is written to the journal, applied, announced. If writing fails, nothing has changed: the
error says what to do, and the same call may be made again.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from roadmapper.proposal.announcing import Announcer, Listener
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.proposal.draft import Draft
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.headline import Headline
from roadmapper.proposal.history import History
from roadmapper.proposal.labels import add_step, edit_step, inside_sentence, row_step
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.progress import progress
from roadmapper.proposal.renaming import renamed
from roadmapper.proposal.rowing import (
    check_row,
    copied,
    free_rows,
    fresh_row,
    put_in,
    rows_at,
    rows_in,
    rows_of,
)
from roadmapper.proposal.summary import headline
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template

FOLD_WITHIN = timedelta(seconds=3)
"""Typing in the same answer within this time is one step of undo. The time is the session's clock,
asked once for each step; it becomes the step's `at`, which moves on as the step grows."""


class Journal(Protocol):
    """Where batches are kept. Both calls return once the batch is safely stored, or raise."""

    def append(self, batch: Batch, headline: Headline) -> None:
        """Store a new batch, the state after it and what a list shows of that."""

    def amend(self, batch: Batch, headline: Headline) -> None:
        """Store a batch that grew in place of the last one, and what follows from it."""


class Session:
    """One open proposal: what was answered, and the one door for changing it.

    `log` may be the end of a longer log; `used_rows` are then the row ids of the rest.
    """

    def __init__(
        self,
        template: Template,
        answers: Answers,
        journal: Journal,
        *,
        log: Sequence[Batch] = (),
        used_rows: Iterable[str] = (),
        author: str = "",
        clock: Callable[[], datetime],
    ) -> None:
        self.template = template
        self.answers = answers
        self.progress = progress(template, answers)
        """How far each section is, by its id."""
        self._journal = journal
        self.history = History.of(log)
        self._last = log[-1] if log else None
        self._open: Batch | None = None
        self.author = author
        self._clock = clock
        self._used_rows = {row for batch in log for row in rows_in(batch)} | set(used_rows)
        self._announcer = Announcer()

    # --- reading ---------------------------------------------------------------------------------

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self.history.undoable)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to bring again."""
        return bool(self.history.redoable)

    @property
    def undo_label(self) -> str:
        """What undo would do, such as "Undo move Pilot"; empty if there is nothing."""
        return _told("Undo", self.history.undoable)

    @property
    def redo_label(self) -> str:
        """What redo would do, such as "Redo move Pilot"; empty if there is nothing."""
        return _told("Redo", self.history.redoable)

    def rows(self, path: str) -> tuple[str, ...]:
        """Return the row ids at this address, those given by the template if none were kept."""
        return rows_at(question_at(self.template, AnswerPath.parse(path)), self.answers, path)

    @property
    def used_rows(self) -> frozenset[str]:
        """Every row id that is or was in use; a new row takes none of them."""
        lists = (value for value in self.answers.values() if isinstance(value, tuple))
        listed = {row for rows in lists for row in rows}
        return frozenset(self._used_rows | listed | rows_of(self.answers))

    def subscribe(self, listener: Listener) -> None:
        """Have every batch announced, after it is stored and applied.

        A step that grew while somebody types is announced again under the same id. What a listener
        raises reaches whoever made the change; the change stands.
        """
        self._announcer.add(listener)

    def unsubscribe(self, listener: Listener) -> None:
        """Announce nothing more to this listener."""
        self._announcer.remove(listener)

    # --- changing --------------------------------------------------------------------------------

    def set(self, path: str, value: Value) -> Batch | None:
        """Keep one answer; None clears it. Returns the batch, or None if nothing changed.

        Raises:
            AddressError: The template has no such question, or the row does not exist.
            ValueRefusedError: The value is not of the kind that is kept there.
        """
        return self.change(
            {path: value}, edit_step(question_at(self.template, AnswerPath.parse(path)))
        )

    def change(
        self, values: dict[str, Value], label: str, origin: Origin = Origin.USER
    ) -> Batch | None:
        """Keep many answers as one step with a name, such as all that find and replace touches.

        Raises:
            AddressError: One address leads nowhere; then nothing is changed.
            ValueRefusedError: One value is not of the kind that is kept there; likewise.
        """
        draft = Draft(self.template, self.answers)
        for path, value in values.items():
            draft.put(path, value)
        changes = draft.changes()
        return self._commit(changes, label, origin) if changes else None

    def add_row(
        self, path: str, cells: dict[str, Value] | None = None, at: int | None = None
    ) -> str:
        """Add a row to a rows answer, with cells by column id, and return its id.

        `path` may lie in a row itself, as `transparency.models[m2].inputs`; `at` counts from 0.
        """
        address = AnswerPath.parse(path)
        question = free_rows(self.template, address)
        row = fresh_row(self.answers, self._used_rows, address)
        rows = self.answers.rows(path)
        values: dict[str, Value] = {path: put_in(rows, row, len(rows) if at is None else at)}
        values |= {str(address.row(row).column(name)): cell for name, cell in (cells or {}).items()}
        self.change(values, add_step(question, Answers(values), address.row(row)))
        return row

    def duplicate_row(self, path: str, row: str, cells: dict[str, Value] | None = None) -> str:
        """Add a copy of a row after it, with all in it and its evidence; return the copy's id.

        `cells` are those that the copy has of its own, by column id.
        """
        address = AnswerPath.parse(path)
        question = free_rows(self.template, address)
        check_row(question, self.answers, path, row)
        copy, rows = fresh_row(self.answers, self._used_rows, address), self.answers.rows(path)
        values: dict[str, Value] = {path: put_in(rows, copy, rows.index(row) + 1)}
        values |= copied(self.answers, address.row(row), address.row(copy))
        own = address.row(copy)
        values |= {str(own.column(name)): cell for name, cell in (cells or {}).items()}
        self.change(values, row_step("Duplicate", question, self.answers, address.row(row)))
        return copy

    def remove_row(self, path: str, row: str) -> Batch | None:
        """Remove a row with everything in it and all that is kept about it, such as notes."""
        address = AnswerPath.parse(path)
        question = free_rows(self.template, address)
        check_row(question, self.answers, path, row)
        rows = tuple(one for one in self.answers.rows(path) if one != row)
        label = row_step("Remove", question, self.answers, address.row(row))
        return self.change({path: rows}, label)

    def move_row(self, path: str, row: str, to: int) -> Batch | None:
        """Move a row to another place, counted from 0."""
        address = AnswerPath.parse(path)
        question = question_at(self.template, address)
        check_row(question, self.answers, path, row)
        rows = tuple(one for one in self.rows(path) if one != row)
        label = row_step("Move", question, self.answers, address.row(row))
        return self.change({path: put_in(rows, row, to)}, label)

    def follow_template(self) -> Batch | None:
        """Bring answers to the addresses the template has renamed; due when a file was opened.

        One step, which can be undone; None if there was nothing to bring.
        """
        changes = renamed(self.template, self.answers)
        return self._commit(changes, "Follow the template", Origin.TEMPLATE) if changes else None

    def undo(self) -> Batch | None:
        """Take back the last step; None if there is nothing to take back."""
        if not self.history.undoable:
            return None
        last = self.history.undoable[-1]
        changes = tuple(change.reversed() for change in reversed(last.changes))
        return self._commit(changes, last.label, Origin.UNDO, about=last.id)

    def redo(self) -> Batch | None:
        """Bring the last undone step again; None if there is none."""
        if not self.history.redoable:
            return None
        last = self.history.redoable[-1]
        return self._commit(last.changes, last.label, Origin.REDO, about=last.id)

    # --- inside ----------------------------------------------------------------------------------

    def _commit(
        self, changes: tuple[Change, ...], label: str, origin: Origin, about: int = 0
    ) -> Batch:
        number = self._last.id + 1 if self._last else 1
        batch = Batch(number, label, origin, self.author, self._clock(), changes, about)
        folded = self._last.folded(batch) if self._last and self._folds(batch) else batch
        answers = self.answers.changed(changes)
        parts = progress(self.template, answers)
        told = headline(self.template, answers, batch.at, parts)
        # Typing something and taking it back is two steps: one of nothing could not be undone.
        if folded is not batch and not folded.is_idle:
            batch = folded
            self._journal.amend(batch, told)
            self.history.replace_last(batch)
        else:
            self._journal.append(batch, told)
            self.history.add(batch)
        self._last = self._open = batch
        self._used_rows |= rows_in(batch)
        self.answers, self.progress = answers, parts
        self._announcer.announce(batch)
        return batch

    def _folds(self, batch: Batch) -> bool:
        """Return whether a batch is more typing in the same answer; a step with a name is not."""
        last = self._open
        return (
            last is not None
            and batch.label == last.label
            and batch.origin is Origin.USER is last.origin
            and len(batch.changes) == 1 == len(last.changes)
            and batch.changes[0].path == last.changes[0].path
            and timedelta(0) <= batch.at - last.at <= FOLD_WITHIN
            and _is_typing(self.template, last)
        )


def _is_typing(template: Template, batch: Batch) -> bool:
    """Return whether a batch of one change is an answer that was edited, not a step with a name."""
    question = question_at(template, AnswerPath.parse(batch.changes[0].path))
    return not question.is_group and batch.label == edit_step(question)


def _told(verb: str, steps: Sequence[Batch]) -> str:
    return f"{verb} {inside_sentence(steps[-1].label)}" if steps else ""
