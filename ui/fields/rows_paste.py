"""One paste: what cells from another program mean, gathered before any of it is kept."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.proposal.path import new_row_ids
from roadmapper.template.kinds import GROUP_KINDS, Kind, Value
from roadmapper.template.model import Question
from ui.fields.rows_links import linked_rows
from ui.fields.rows_text import (
    UnreadableError,
    cell_text,
    columns_of,
    table_cells,
    typed_value,
)
from ui.opened import Opened
from ui.words import _

_NAMED = 3
"""Names that are told; of more only how many."""


@dataclass(frozen=True, slots=True)
class Pasted:
    """How a paste went: cells not read, lines without a row, names that no row has."""

    lines: int = 0
    columns: int = 0
    unread: int = 0
    left_over: int = 0
    unknown: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """What to tell about it; empty if all went in."""
        parts = []
        if self.unread:
            parts.append(
                _("{counted} could not be read and stayed as before.").format(
                    counted=_counted(self.unread, "cell")
                )
            )
        if self.left_over:
            parts.append(
                _("{counted} had no row to go to.").format(counted=_counted(self.left_over, "line"))
            )
        if self.unknown:
            names = ", ".join(f"“{name}”" for name in self.unknown[:_NAMED])
            more = len(self.unknown) - _NAMED
            parts.append(
                _("No row is named {names}{words}.").format(
                    names=names, words=f" and {more} more" if more > 0 else ""
                )
            )
        return " ".join(parts)


class Paste:
    """Reads cells into `values`, by address. `fresh` yields ids for new rows."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self.values: dict[str, Value] = {}
        self.fresh: Iterator[str] = new_row_ids(opened.session.used_rows)
        self.unread = 0
        self.unknown: dict[str, None] = {}

    def read(self, asked: Question, path: str, cell: str) -> None:
        """Take one cell; what says nothing here is counted and changes nothing."""
        text = cell.strip()
        if asked.kind is Kind.LINK:
            self._read_links(asked, path, text)
        elif asked.kind in GROUP_KINDS:
            self._read_rows(asked, path, text)
        elif asked.kind is Kind.COMPUTED:
            self.unread += bool(text) and bool(asked.id)
        else:
            try:
                self.values[path] = typed_value(asked, cell)
            except UnreadableError:
                self.unread += bool(text)

    def _read_links(self, asked: Question, path: str, text: str) -> None:
        rows, unknown = linked_rows(self._opened, asked.link, text)
        self.unknown |= dict.fromkeys(unknown)
        if rows or not text:
            self.values[path] = rows or None

    def _read_rows(self, asked: Question, path: str, text: str) -> None:
        """Take a table inside a cell in place of the rows there; an empty cell leaves them."""
        lines = table_cells(text)
        if not lines or cell_text(asked, self._opened.value(path), self._opened) == text:
            # A spreadsheet that was filled without what is inside says only how many rows it has.
            return
        if asked.fixed:
            rows = list(self._opened.session.rows(path))
        else:
            rows = [next(self.fresh) for _rest in lines]
            self.values[path] = tuple(rows)
        for row, line in zip(rows, lines, strict=False):
            for column, cell in zip(columns_of(asked), line, strict=False):
                if column.id:
                    self.read(column, f"{path}[{row}].{column.id}", cell)


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"
