"""What can be done to the rows of a table; each is one step of undo."""

from collections.abc import Iterable, Sequence
from itertools import islice

from roadmapper.proposal.labels import inside_sentence
from roadmapper.proposal.linking import told_links
from roadmapper.template.kinds import GROUP_KINDS, Kind, Value
from ui.fields.rows_copy import copied_text
from ui.fields.rows_model import RowsModel
from ui.fields.rows_paste import Paste, Pasted
from ui.fields.rows_sync import Index
from ui.fields.rows_text import heading, table_cells, table_text
from ui.words import _


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
            self._written(one): None
            for one in cells
            if self._model.columns[one.column()].kind not in kinds
        }
        self._change(values, _("Clear cells of"))

    def copy(self, cells: Sequence[Index]) -> str:
        """Return the smallest block around cells as text for a spreadsheet."""
        rows = sorted({one.row() for one in cells})
        columns = sorted({one.column() for one in cells})
        model = self._model
        lines = []
        for row in rows:
            line = [model.index(row, column) for column in columns]
            lines.append([self.copied(one) for one in line])
        return table_text(lines)

    def paste(self, text: str, row: int, column: int, cells: Sequence[Index] = ()) -> Pasted:
        """Fill cells from one on, and add rows as needed; one cell fills all that are selected."""
        lines = self._without_headings(table_cells(text), column)
        if not lines:
            return Pasted()
        paste, model = Paste(self._model.opened), self._model
        if len(lines) == 1 == len(lines[0]) and len(cells) > 1:
            rows = [""]
            for one in cells:
                paste.read(model.columns[one.column()], self._written(one), lines[0][0])
        else:
            rows = self._rows_for(row, len(lines), paste)
            for name, line in zip(rows, lines, strict=False):
                for asked, cell in zip(model.columns[column:], line, strict=False):
                    paste.read(asked, f"{model.path}[{name}].{asked.id}", cell)
        self._change(paste.values, _("Paste into"))
        left_over = len(lines) - len(rows)
        widest = max(map(len, lines))
        return Pasted(len(rows), widest, paste.unread, left_over, tuple(paste.unknown))

    def pointing(self, place: int) -> str:
        """Return what is told about the answers that link to a row; empty if none does."""
        opened = self._model.opened
        row = self._model.rows[place]
        return told_links(opened.template, opened.answers, self._model.path, row)

    def kept(self, values: dict[str, Value]) -> dict[str, Value]:
        """Return what is typed into cells as answers; in most tables a cell is an answer."""
        return values

    # --- inside ----------------------------------------------------------------------------------

    def _written(self, index: Index) -> str:
        """Return the address of a cell as its column names it."""
        name = self._model.columns[index.column()].id
        return f"{self._model.row_path(index.row())}.{name}" if name else ""

    def _without_headings(self, lines: list[list[str]], column: int) -> list[list[str]]:
        """Return the lines without a first one that only repeats the headings of the columns."""
        asked = self._model.columns[column:]
        above = [one.strip().casefold() for one in lines[0]] if len(lines) > 1 else []
        named = len(above) > 1 and all(
            name in (one.label.casefold(), heading(one).casefold())
            for name, one in zip(above, asked, strict=False)
        )
        return lines[1:] if named else lines

    def _rows_for(self, first: int, count: int, paste: Paste) -> list[str]:
        """Return the rows that lines go into; new ones are added."""
        kept = self._model.rows
        rows = list(kept[first : first + count])
        if self.are_free and len(rows) < count:
            rows += islice(paste.fresh, count - len(rows))
            paste.values[self._model.path] = (*kept, *rows[len(kept) - first :])
        return rows

    def copied(self, index: Index) -> str:
        """Return a cell as text for a spreadsheet."""
        column = self._model.columns[index.column()]
        if not column.id:
            return self._model.title(index.row())
        return copied_text(column, self._model.cell_path(index), self._model.opened)

    def _change(self, values: dict[str, Value], verb: str) -> None:
        label = f"{verb} {inside_sentence(self._model.question.label)}"
        if values and not self.bridge.change(self.kept(values), label):
            self._model.sync()
