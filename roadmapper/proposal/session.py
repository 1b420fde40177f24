"""The session: the only thing that changes answers.

A change is written to the journal, applied, announced. If writing fails, nothing has changed.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.proposal.draft import Draft
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.history import History
from roadmapper.proposal.path import AnswerPath, new_row_id
from roadmapper.template.kinds import Value
from roadmapper.template.model import Question, Template

FOLD_WITHIN = timedelta(seconds=3)
"""Typing in the same answer within this time is one step of undo."""


class Journal(Protocol):
    """Where batches are kept. Both calls return once the batch is safely stored, or raise."""

    def append(self, batch: Batch) -> None:
        """Store a new batch and the state after it."""

    def amend(self, batch: Batch) -> None:
        """Store a batch that grew in place of the last one, and the state after it."""


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
        self._journal = journal
        self._history = History.of(log)
        self._last = log[-1] if log else None
        self._open: Batch | None = None
        self._author = author
        self._clock = clock
        self._used_rows = {row for batch in log for row in _rows_in(batch)} | set(used_rows)
        self._listeners: list[Callable[[Batch], None]] = []

    # --- reading ---------------------------------------------------------------------------------

    @property
    def undo_label(self) -> str:
        """The name of the step that undo would take back; empty if there is none."""
        return self._history.undoable[-1].label if self._history.undoable else ""

    @property
    def redo_label(self) -> str:
        """The name of the step that redo would bring again; empty if there is none."""
        return self._history.redoable[-1].label if self._history.redoable else ""

    def rows(self, path: str) -> tuple[str, ...]:
        """Return the row ids at this address, those given by the template if none were kept."""
        question = self._question(AnswerPath.parse(path))
        return self.answers.rows(path) or tuple(row.id for row in question.fixed)

    @property
    def used_rows(self) -> frozenset[str]:
        """Every row id that is or was in use; a new row takes none of them."""
        lists = (value for value in self.answers.values() if isinstance(value, tuple))
        listed = {row for rows in lists for row in rows}
        return frozenset(self._used_rows | listed | _rows_of(self.answers))

    def subscribe(self, listener: Callable[[Batch], None]) -> None:
        """Have every batch announced, after it is stored and applied."""
        self._listeners.append(listener)

    # --- changing --------------------------------------------------------------------------------

    def set(self, path: str, value: Value) -> Batch | None:
        """Keep one answer; None clears it. Returns the batch, or None if nothing changed.

        Raises:
            AddressError: The template has no such question, or the row does not exist.
            ValueRefusedError: The value is not of the kind that is kept there.
        """
        address = AnswerPath.parse(path)
        return self.change({path: value}, f"Edit {self._question(address).label.lower()}")

    def change(
        self, values: dict[str, Value], label: str, origin: Origin = Origin.USER
    ) -> Batch | None:
        """Keep several answers as one step."""
        draft = Draft(self.template, self.answers)
        for path, value in values.items():
            draft.put(path, value)
        changes = draft.changes()
        return self._commit(changes, label, origin) if changes else None

    def add_row(
        self, path: str, cells: dict[str, Value] | None = None, at: int | None = None
    ) -> str:
        """Add a row to a rows answer, with cells by column id, and return its id."""
        address = AnswerPath.parse(path)
        question = self._free_rows(address)
        rows = self.answers.rows(path)
        row = new_row_id(self._used_rows | set(rows) | _rows_of(self.answers.inside(address)))
        place = len(rows) if at is None else max(0, min(at, len(rows)))
        values: dict[str, Value] = {path: (*rows[:place], row, *rows[place:])}
        values |= {str(address.row(row).column(name)): cell for name, cell in (cells or {}).items()}
        self.change(values, f"Add to {question.label.lower()}")
        return row

    def remove_row(self, path: str, row: str) -> Batch | None:
        """Remove a row and everything in it."""
        address = AnswerPath.parse(path)
        question = self._free_rows(address)
        self._check_row(path, row)
        rows = tuple(one for one in self.answers.rows(path) if one != row)
        gone = self.answers.inside(address.row(row))
        changes = [Change(one, self.answers.value(one), None) for one in gone]
        changes.append(Change(path, self.answers.value(path), rows or None))
        return self._commit(tuple(changes), f"Remove from {question.label.lower()}", Origin.USER)

    def move_row(self, path: str, row: str, to: int) -> Batch | None:
        """Move a row to another place, counted from 0."""
        question = self._question(AnswerPath.parse(path))
        self._check_row(path, row)
        rows = [one for one in self.rows(path) if one != row]
        rows.insert(max(0, min(to, len(rows))), row)
        return self.change({path: tuple(rows)}, f"Reorder {question.label.lower()}")

    def undo(self) -> Batch | None:
        """Take back the last step; None if there is nothing to take back."""
        if not self._history.undoable:
            return None
        last = self._history.undoable[-1]
        changes = tuple(change.reversed() for change in reversed(last.changes))
        return self._commit(changes, last.label, Origin.UNDO, about=last.id)

    def redo(self) -> Batch | None:
        """Bring the last undone step again; None if there is none."""
        if not self._history.redoable:
            return None
        last = self._history.redoable[-1]
        return self._commit(last.changes, last.label, Origin.REDO, about=last.id)

    # --- inside ----------------------------------------------------------------------------------

    def _commit(
        self, changes: tuple[Change, ...], label: str, origin: Origin, about: int = 0
    ) -> Batch:
        number = self._last.id + 1 if self._last else 1
        batch = Batch(number, label, origin, self._author, self._clock(), changes, about)
        folded = self._last.folded(batch) if self._last and self._folds(batch) else batch
        # Typing something and taking it back is two steps: one of nothing could not be undone.
        if folded is not batch and not folded.is_idle:
            batch = folded
            self._journal.amend(batch)
            self._history.replace_last(batch)
        else:
            self._journal.append(batch)
            self._history.add(batch)
        self._last = self._open = batch
        self._used_rows |= _rows_in(batch)
        self.answers = self.answers.changed(changes)
        for listener in self._listeners:
            listener(batch)
        return batch

    def _folds(self, batch: Batch) -> bool:
        last = self._open
        return (
            last is not None
            and batch.origin is Origin.USER is last.origin
            and len(batch.changes) == 1 == len(last.changes)
            and batch.changes[0].path == last.changes[0].path
            and timedelta(0) <= batch.at - last.at <= FOLD_WITHIN
            and not self._question(AnswerPath.parse(batch.changes[0].path)).is_group
        )

    def _question(self, address: AnswerPath) -> Question:
        return question_at(self.template, address)

    def _free_rows(self, address: AnswerPath) -> Question:
        question = self._question(address)
        if not question.is_group:
            raise AddressError(f'"{question.label}" is not a table, so it has no rows.')
        if question.fixed:
            raise AddressError(
                f'The rows of "{question.label}" are given by the template; '
                "they can be moved and filled, not added or removed."
            )
        return question

    def _check_row(self, path: str, row: str) -> None:
        if row not in self.rows(path):
            rows = ", ".join(self.rows(path)) or "none yet"
            raise AddressError(f'There is no row "{row}" in {path}. Its rows are: {rows}.')


def _rows_of(answers: Iterable[str]) -> set[str]:
    return {row for path in answers if "[" in path for row, _ in AnswerPath.parse(path).steps}


def _rows_in(batch: Batch) -> set[str]:
    """Return every row id a batch names, in addresses and in lists of rows."""
    rows = {row for change in batch.changes for row, _ in AnswerPath.parse(change.path).steps}
    for change in batch.changes:
        for value in (change.before, change.after):
            if isinstance(value, tuple):
                rows.update(value)
    return rows
