"""The drivers of value as a table reads them: a range stands in three cells. No widgets here."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QObject, Qt

from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.labels import inside_sentence
from roadmapper.template.kinds import Kind, Value, number
from roadmapper.template.model import Question
from ui.fields.rows_edits import RowsEdits
from ui.fields.rows_model import STATE, RowsModel
from ui.fields.rows_sync import Index
from ui.opened import Opened
from ui.shown_values import edited_number, shown_value
from ui.words import _

PATH = "value.drivers"
OWNER = "owner"
RANGE = "improvement"
PARTS = (f"{RANGE}.low", f"{RANGE}.likely", f"{RANGE}.high")
"""How the three cells of a range are named; kept is the range as one answer."""
_LABELS = (_("Low"), _("Likely"), _("High"))
_ORDER = ("driver", *PARTS, "unit", "realization", OWNER)
_HEADS = {"realization": _("Counts"), OWNER: _("Owner, their side")}
_SOFT = "soft"


def driver_columns(question: Question) -> tuple[Question, ...]:
    """Return the columns of the table, those that it shows first."""
    asked: dict[str, Question] = {one.id: one for one in question.columns}
    whole = asked.pop(RANGE)
    for name, label in zip(PARTS, _LABELS, strict=True):
        asked[name] = replace(whole, id=name, kind=Kind.NUMBER, label=label)
    for name, label in _HEADS.items():
        asked[name] = replace(asked[name], label=label)
    rest = [one for one in asked if one not in _ORDER]
    return tuple(asked[name] for name in (*_ORDER, *rest))


class DriversModel(RowsModel):
    """What the cells of the drivers say."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QObject | None = None
    ) -> None:
        super().__init__(question, path, opened, parent, columns=driver_columns(question))

    def read(self, row: str) -> tuple[Value, ...]:
        """Return what is kept in the cells of a row."""
        start = f"{self.path}[{row}]."
        parts = dict(zip(PARTS, _three(self.opened.value(f"{start}{RANGE}")), strict=True))
        return tuple(
            parts[one.id] or None if one.id in parts else self.opened.value(start + one.id)
            for one in self.columns
        )

    def cell_path(self, index: Index) -> str:
        """Return the address of a cell; the three of a range have that of the range."""
        path = super().cell_path(index)
        return path.rpartition(".")[0] if self.columns[index.column()].id in PARTS else path

    def keep(self, index: Index, value: Value) -> None:
        """Ask for a cell to be kept; a part of a range is kept with the other two."""
        name = self.columns[index.column()].id
        if name not in PARTS:
            super().keep(index, value)
            return
        path, text = self.cell_path(index), value if isinstance(value, str) else ""
        if text != self.value(index) and not self.opened.bridge.set(
            path, with_part(self.opened.value(path), name, text)
        ):
            self.sync()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # Qt's own type
        """Return what a cell says in a role; a range that turns is wrong at once."""
        name = self.columns[index.column()].id
        if role == STATE and name == OWNER and self.lacks_owner(index.row()):
            return ""  # the chip says it
        if role == STATE and name in PARTS and PARTS.index(name) in self._turning(index.row()):
            return Severity.MUST_FIX.value
        return super().data(index, role)

    def told(self, index: Index) -> list[Finding]:
        """Return the findings about a cell; a range out of order is told where it turns."""
        found = super().told(index)
        name = self.columns[index.column()].id
        turning = self._turning(index.row()) if name in PARTS else ()
        return [] if turning and PARTS.index(name) not in turning else found

    def says_kind(self, place: int) -> str:
        """Return the words below a driver: what it is worth, and where."""
        columns = {one.id: one for one in self.columns}
        path = self.row_path(place)
        told = [
            shown_value(columns[name], self.opened.value(f"{path}.{name}"))
            for name in ("class", "function")
        ]
        first, *rest = [one for one in told if one] or [""]
        return ", ".join((first, *(inside_sentence(one) for one in rest)))

    def lacks_owner(self, place: int) -> bool:
        """Return whether nobody answers for a driver that counts as money."""
        path = self.row_path(place)
        has_driver = bool(self.opened.text(f"{path}.driver").strip())
        soft = self.opened.text(f"{path}.class") == _SOFT
        return has_driver and not soft and not self.opened.text(f"{path}.{OWNER}").strip()

    def place_of(self, name: str) -> int:
        """Return the column that an answer stands in, of a range the first of its three."""
        return super().place_of(PARTS[0] if name == RANGE else name)

    def _turning(self, place: int) -> Sequence[int]:
        """Return which of low, likely and high are above the one after them."""
        texts = _three(self.opened.value(f"{self.row_path(place)}.{RANGE}"))
        steps = enumerate(pairwise(number(one) for one in texts))
        return [
            at
            for at, (one, after) in steps
            if one is not None and after is not None and one > after
        ]


class DriversEdits(RowsEdits):
    """Changes drivers; what is typed into three cells is kept as one range."""

    def kept(self, values: dict[str, Value]) -> dict[str, Value]:
        """Return what is typed into cells as answers."""
        made: dict[str, Value] = {}
        for path, value in values.items():
            name = next((one for one in PARTS if path.endswith(f".{one}")), "")
            if name:
                whole = path.removesuffix(name) + RANGE
                kept = made[whole] if whole in made else self._model.opened.value(whole)
                made[whole] = with_part(kept, name, value if isinstance(value, str) else "")
            else:
                made[path] = value
        return made

    def copied(self, index: Index) -> str:
        """Return a cell as text for a spreadsheet."""
        if self._model.columns[index.column()].id in PARTS:
            value = self._model.value(index)
            return edited_number(value) if isinstance(value, str) else ""
        return super().copied(index)


def with_part(value: Value, name: str, text: str) -> Value:
    """Return a range with another low, likely or high; None if nothing of it is left."""
    parts = list(_three(value))
    parts[PARTS.index(name)] = text
    return tuple(parts) if any(parts) else None


def _three(value: Value) -> tuple[str, str, str]:
    texts = value if isinstance(value, tuple) else ()
    low, likely, high = (*texts, "", "", "")[:3]
    return low, likely, high
