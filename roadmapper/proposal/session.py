"""The session: the only thing that changes answers.

A change is written to the journal, applied, announced. If writing fails, nothing has changed.
"""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Protocol

from roadmapper.errors import AddressError, ValueRefusedError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.proposal.history import History
from roadmapper.proposal.path import AnswerPath, is_row_id, new_row_id
from roadmapper.template.kinds import LIST_KINDS, Kind, Value, canonical
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
    """One open proposal: what was answered, and the one door for changing it."""

    def __init__(
        self,
        template: Template,
        answers: Answers,
        journal: Journal,
        *,
        log: Sequence[Batch] = (),
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
        self._used_rows = {row for batch in log for row in _rows_in(batch)}
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
        changes: list[Change] = []
        answers = self.answers
        for path, value in values.items():
            address = AnswerPath.parse(path)
            kept = self._kept(address, value)
            before = answers.value(path)
            if kept == before:
                continue
            step = [*self._orphans(address, kept, answers), Change(path, before, kept)]
            changes += step
            answers = answers.changed(step)
        for change in changes:
            self._check_rows_exist(AnswerPath.parse(change.path), answers)
        return self._commit(tuple(changes), label, origin) if changes else None

    def add_row(
        self, path: str, cells: dict[str, Value] | None = None, at: int | None = None
    ) -> str:
        """Add a row to a rows answer, with cells by column id, and return its id."""
        address = AnswerPath.parse(path)
        question = self._free_rows(address)
        rows = self.answers.rows(path)
        row = new_row_id(self._used_rows | set(rows) | self._rows_of(address))
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
        if self._folds(batch):
            batch = self._fold(batch)
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

    def _fold(self, batch: Batch) -> Batch:
        last = self._history.undoable[-1]
        folded = last.folded(batch)
        self._journal.amend(folded)
        self._history.replace_last(folded)
        return folded

    def _question(self, address: AnswerPath) -> Question:
        if address.about:
            return _ABOUT
        return self.template.question(address.section, address.question, address.columns)

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

    def _kept(self, address: AnswerPath, value: Value) -> Value:
        if address.is_row and not address.about:
            raise AddressError(f'"{address}" is a row. Add a column: {address}.<column>.')
        question = self._question(address)
        return _fit(question, value)

    def _check_rows_exist(self, address: AnswerPath, answers: Answers) -> None:
        if address.about:
            return
        here = address.root
        for row, column in address.steps:
            question = self._question(here)
            rows = answers.rows(str(here)) or tuple(one.id for one in question.fixed)
            if row not in rows and answers.value(str(address)) is not None:
                raise AddressError(
                    f'"{question.label}" has no row "{row}". '
                    f"Its rows are: {', '.join(rows) or 'none yet'}."
                )
            here = here.row(row).column(column) if column else here.row(row)

    def _orphans(self, address: AnswerPath, kept: Value, answers: Answers) -> tuple[Change, ...]:
        """Return the changes that clear what lies in rows a new list of rows leaves out."""
        if address.about or not self._question(address).is_group:
            return ()
        stay = kept if isinstance(kept, tuple) else ()
        gone = [row for row in answers.rows(str(address)) if row not in stay]
        paths = [path for row in gone for path in answers.inside(address.row(row))]
        return tuple(Change(path, answers.value(path), None) for path in paths)

    def _check_row(self, path: str, row: str) -> None:
        if row not in self.rows(path):
            rows = ", ".join(self.rows(path)) or "none yet"
            raise AddressError(f'There is no row "{row}" in {path}. Its rows are: {rows}.')

    def _rows_of(self, address: AnswerPath) -> frozenset[str]:
        inside = self.answers.inside(address)
        return frozenset(row for path in inside for row, _ in AnswerPath.parse(path).steps)


_ABOUT = Question(id="about", kind=Kind.PROSE, label="Note")


def _fit(question: Question, value: Value) -> Value:
    """Return a value in the form it is kept in under this question, or refuse it."""
    if value is None or value in ("", ()):
        return None
    if question is _ABOUT:
        return value
    if question.kind is Kind.COMPUTED:
        raise ValueRefusedError(f'"{question.label}" is computed by the program; it cannot be set.')
    if question.kind is Kind.YES_NO:
        return _yes_no(question, value)
    if question.kind in LIST_KINDS:
        if not isinstance(value, tuple):
            raise ValueRefusedError(f'"{question.label}" takes a list.')
        inner = Kind.NUMBER if question.kind is Kind.RANGE else Kind.LINE
        _check_fixed(question, value)
        return tuple(canonical(inner, one) for one in value)
    if not isinstance(value, str):
        raise ValueRefusedError(f'"{question.label}" takes one text, not a list.')
    return canonical(question.kind, value)


def _yes_no(question: Question, value: Value) -> bool:
    if isinstance(value, bool):
        return value
    known = {"yes": True, "true": True, "no": False, "false": False}
    if isinstance(value, str) and value.strip().lower() in known:
        return known[value.strip().lower()]
    raise ValueRefusedError(f'"{question.label}" takes yes or no.')


def _check_fixed(question: Question, value: tuple[str, ...]) -> None:
    given = [row.id for row in question.fixed]
    if question.is_group and given and sorted(value) != sorted(given):
        raise ValueRefusedError(
            f'The rows of "{question.label}" are given by the template: {", ".join(given)}. '
            "They can be put in another order only."
        )
    if question.is_group and len(set(value)) != len(value):
        raise ValueRefusedError(f'"{question.label}" names a row twice.')
    if question.is_group and not all(is_row_id(row) for row in value):
        raise ValueRefusedError(
            f'"{question.label}" takes a list of row names: small letters, digits and hyphens.'
        )


def _rows_in(batch: Batch) -> set[str]:
    """Return every row id a batch names, in addresses and in lists of rows."""
    rows = {row for change in batch.changes for row, _ in AnswerPath.parse(change.path).steps}
    for change in batch.changes:
        for value in (change.before, change.after):
            if isinstance(value, tuple):
                rows.update(value)
    return rows
