"""The rows of a table as Qt's views read them."""

from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import QObject, Qt

from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.units import in_unit
from roadmapper.template.kinds import GROUP_KINDS, NUMBER_KINDS, Kind, Value
from roadmapper.template.model import Question
from ui.fields.rows_sync import Index, SyncedRows
from ui.fields.rows_text import cell_text, columns_of, edited_text, heading
from ui.opened import Opened
from ui.sources import Source, sources_behind
from ui.words import _

PROVEN = int(Qt.ItemDataRole.UserRole) + 2
"""The role that tells how the sources behind a cell stand: "some", "old", or "" for none."""

STATE = int(Qt.ItemDataRole.UserRole) + 1
"""The role that tells how bad the worst finding about a cell is."""

_WORST = (Severity.MUST_FIX, Severity.SHOULD_FIX, Severity.POLISH)
_TIP = "<p style='white-space:pre-wrap'>{}</p>"


class RowsModel(SyncedRows):
    """What the cells of a rows question say, and what is wrong with them.

    `shown` is how many columns the table has room for; the rest stand in the form of a row.
    """

    def __init__(
        self,
        question: Question,
        path: str,
        opened: Opened,
        parent: QObject | None = None,
        *,
        columns: tuple[Question, ...] = (),
    ) -> None:
        super().__init__(columns or columns_of(question), path, opened, parent)
        self.question = question
        self.shown = len(self.columns)
        self._findings: dict[str, list[Finding]] = {}

    # --- where things are ------------------------------------------------------------------------

    def cell_path(self, index: Index) -> str:
        """Return the address of a cell; the label of a given row has that of the row."""
        name = self.columns[index.column()].id
        row = self.row_path(index.row())
        return f"{row}.{name}" if name else row

    def place_of(self, name: str) -> int:
        """Return the column that an answer stands in; the first if it has none of its own."""
        return next((at for at, one in enumerate(self.columns) if one.id == name), 0)

    def may_carry(self, index: Index) -> bool:
        """Return whether sources can stand behind a cell, or behind the given row it names."""
        column = self.columns[index.column()]
        told = column.kind not in (*GROUP_KINDS, Kind.COMPUTED) or not column.id
        return told and not column.internal and not self.question.internal

    def title(self, place: int) -> str:
        """Return what a person calls a row."""
        said = str(self.data(self.index(place, 0))) or self.stand_in(place)
        return said or _("Row {number}").format(number=place + 1)

    def stand_in(self, place: int) -> str:
        """Return what else names a row without a title: its first words that are out of sight."""
        hidden = range(self.shown, len(self.columns))
        named = (at for at in hidden if self.columns[at].kind is Kind.LINE)
        told = (self._text(self.index(place, at)) for at in named)
        return next(filter(None, told), "")

    # --- for Qt ----------------------------------------------------------------------------------

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt's own type
        """Return what a cell says in a role."""
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._text(index)
            case Qt.ItemDataRole.EditRole:
                return edited_text(column, self.value(index))
            case Qt.ItemDataRole.ToolTipRole:
                return self._tip(index)
            case Qt.ItemDataRole.AccessibleDescriptionRole:
                return " ".join(one.message for one in self.told(index))
            case _:
                look = {STATE: self._state, PROVEN: self._proven}.get(role)
                return look(index) if look else None

    def headerData(
        self, place: int, side: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:  # Qt's own type
        """Return the heading of a column or the name of a row."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if side is Qt.Orientation.Vertical:
            return self.title(place)
        column = self.columns[place]
        return (
            _("{heading}, private").format(heading=heading(column))
            if self._is_private(column)
            else heading(column)
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say what can be done with a cell."""
        can = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.isValid() and self.columns[index.column()].kind is not Kind.COMPUTED:
            can |= Qt.ItemFlag.ItemIsEditable
        return can

    # --- changing --------------------------------------------------------------------------------

    def keep(self, index: Index, value: Value) -> None:
        """Ask for a cell to be kept; nothing happens if it says that already."""
        if value != self.value(index) and not self.opened.bridge.set(self.cell_path(index), value):
            self.sync()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark the cells that findings are about."""
        before, self._findings = self._findings, {}
        for one in findings:
            self._findings.setdefault(self._marked(one.path), []).append(one)
        if before != self._findings and self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, [STATE])

    # --- inside ----------------------------------------------------------------------------------

    def _text(self, index: Index) -> str:
        column = self.columns[index.column()]
        if not column.id:
            return self.question.fixed_label(self._rows[index.row()])
        asked = in_unit(column, AnswerPath.parse(self.cell_path(index)), self.opened.answers)
        return cell_text(asked, self.value(index), self.opened)

    def _state(self, index: Index) -> str:
        told = {one.severity for one in self.told(index)}
        return next((one.value for one in _WORST if one in told), "")

    def _proven(self, index: Index) -> str:
        behind = sources_behind(self.opened, self.cell_path(index))
        return "old" if any(one.is_old or one.gone for one in behind) else "some" if behind else ""

    def _tip(self, index: Index) -> str:
        lines = [one.message for one in self.told(index)]
        behind = sources_behind(self.opened, self.cell_path(index))
        lines += [
            _("Source: {title}{words}").format(title=one.title, words=_standing(one))
            for one in behind
        ]
        if self.columns[index.column()].kind not in NUMBER_KINDS:
            lines.append(self._text(index))
        return "".join(_TIP.format(escape(line)) for line in lines if line)

    def told(self, index: Index) -> list[Finding]:
        """Return the findings about a cell; the first also tells of columns without room."""
        found = list(self._findings.get(self.cell_path(index), ()))
        if index.column() == 0 and self._findings:
            row = self.row_path(index.row())
            for name in ("", *(f".{column.id}" for column in self.columns[self.shown :])):
                path = row + name
                if path != self.cell_path(index):
                    found += self._findings.get(path, ())
        return found

    def _marked(self, path: str) -> str:
        """Return the cell of this table that a finding lies in, however deep."""
        steps = len(AnswerPath.parse(self.path).steps)
        address = AnswerPath.parse(path)
        kept = address.steps[: steps + 1]
        return str(AnswerPath(address.section, address.question, kept)) if kept else path

    def _is_private(self, column: Question) -> bool:
        return column.internal and not self.question.internal


def _standing(source: Source) -> str:
    if source.gone:
        return _(", no longer stands")
    return _(", old") if source.is_old else ""
