"""What can be done to the rows of a table; each is one step of undo."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

from roadmapper.proposal.labels import inside_sentence
from roadmapper.proposal.path import new_row_ids
from roadmapper.template.kinds import GROUP_KINDS, Kind, Value
from roadmapper.template.model import Question
from ui.fields.rows_model import RowsModel
from ui.fields.rows_sync import Index
from ui.fields.rows_text import UnreadableError, copied_text, table_cells, table_text, typed_value


@dataclass(frozen=True, slots=True)
class Pasted:
    """How a paste went: its size, cells that could not be read, lines without a row."""

    lines: int = 0
    columns: int = 0
    unread: int = 0
    left_over: int = 0

    @property
    def sentence(self) -> str:
        """What to tell about it; empty if all went in."""
        parts = []
        if self.unread:
            parts.append(f"{_counted(self.unread, 'cell')} could not be read and stayed as before.")
        if self.left_over:
            parts.append(f"{_counted(self.left_over, 'line')} had no row to go to.")
        return " ".join(parts)


class RowsEdits:
    """Changes rows and cells through the bridge."""

    def __init__(self, model: RowsModel) -> None:
        self._model = model
        self.bridge = model.opened.bridge

    @property
    def are_free(self) -> bool:
        """Whether rows can be added and removed; those a template gives cannot."""
        return not self._model.question.fixed

    @property
    def first_column(self) -> int:
        """The first column that can be typed into."""
        return 0 if self.are_free else 1

    def is_filled(self, place: int) -> bool:
        """Return whether something is answered in a row."""
        model = self._model
        cells = (model.index(place, column) for column in range(len(model.columns)))
        return any(model.value(one) is not None for one in cells)

    def add(self, place: int | None = None) -> str:
        """Add an empty row and return its id; empty if it could not be kept."""
        made: list[str] = []
        path = self._model.path
        self.bridge.act(lambda session: made.append(session.add_row(path, at=place)))
        return made[0] if made else ""

    def duplicate(self, place: int) -> str:
        """Add a copy of a row after it and return its id."""
        made: list[str] = []
        path, row = self._model.path, self._model.rows[place]
        self.bridge.act(lambda session: made.append(session.duplicate_row(path, row)))
        return made[0] if made else ""

    def remove(self, place: int) -> bool:
        """Remove a row and everything in it, and return whether it is gone; undo brings it back."""
        path, row = self._model.path, self._model.rows[place]
        return self.bridge.act(lambda session: session.remove_row(path, row))

    def move(self, place: int, to: int) -> None:
        """Move a row to another place."""
        path, row = self._model.path, self._model.rows[place]
        if 0 <= to < len(self._model.rows) and to != place:
            self.bridge.act(lambda session: session.move_row(path, row, to))

    def clear(self, cells: Iterable[Index]) -> None:
        """Take the answers out of cells; tables inside a row stay."""
        kinds = {Kind.COMPUTED, *GROUP_KINDS}
        values: dict[str, Value] = {
            self._model.cell_path(one): None
            for one in cells
            if self._model.columns[one.column()].kind not in kinds
        }
        self._change(values, "Clear cells of")

    def copy(self, cells: Sequence[Index]) -> str:
        """Return the smallest block around cells as text for a spreadsheet."""
        rows = sorted({one.row() for one in cells})
        columns = sorted({one.column() for one in cells})
        model = self._model
        lines = []
        for row in rows:
            line = [model.index(row, column) for column in columns]
            lines.append([self._copied(one) for one in line])
        return table_text(lines)

    def paste(self, text: str, row: int, column: int, cells: Sequence[Index] = ()) -> Pasted:
        """Fill cells from one on, and add rows as needed; one cell fills all that are selected."""
        lines = table_cells(text)
        if not lines:
            return Pasted()
        values: dict[str, Value] = {}
        if len(lines) == 1 == len(lines[0]) and len(cells) > 1:
            paths = [
                (self._model.columns[one.column()], self._model.cell_path(one)) for one in cells
            ]
            unread = sum(not self._read(*one, lines[0][0], values) for one in paths)
            self._change(values, "Paste into")
            return Pasted(1, 1, unread)
        rows = self._rows_for(row, len(lines), values)
        unread = 0
        for name, line in zip(rows, lines, strict=False):
            for asked, cell in zip(self._model.columns[column:], line, strict=False):
                path = f"{self._model.path}[{name}].{asked.id}"
                unread += not self._read(asked, path, cell, values)
        self._change(values, "Paste into")
        return Pasted(len(rows), max(map(len, lines)), unread, len(lines) - len(rows))

    # --- inside ----------------------------------------------------------------------------------

    def _rows_for(self, first: int, count: int, values: dict[str, Value]) -> list[str]:
        """Return the rows that lines go into; new ones are added to `values`."""
        kept = self._model.rows
        rows = list(kept[first : first + count])
        if self.are_free and len(rows) < count:
            fresh = new_row_ids(self._model.opened.session.used_rows)
            rows += islice(fresh, count - len(rows))
            values[self._model.path] = (*kept, *rows[len(kept) - first :])
        return rows

    def _read(self, asked: Question, path: str, cell: str, values: dict[str, Value]) -> bool:
        """Take a cell into `values`; return whether it says something that can be kept."""
        try:
            values[path] = typed_value(asked, cell)
        except UnreadableError:
            return not cell.strip()
        return True

    def _copied(self, index: Index) -> str:
        column = self._model.columns[index.column()]
        if not column.id:
            return self._model.title(index.row())
        return copied_text(column, self._model.value(index), self._model.opened)

    def _change(self, values: dict[str, Value], verb: str) -> None:
        label = f"{verb} {inside_sentence(self._model.question.label)}"
        if values and not self.bridge.change(values, label):
            self._model.sync()


def _counted(count: int, noun: str) -> str:
    return f"1 {noun}" if count == 1 else f"{count} {noun}s"
