"""What can be done to the timeline; each is one step of undo with a name."""

from roadmapper.proposal.path import new_row_ids
from roadmapper.proposal.starting import starter_values, starts_on
from roadmapper.template.kinds import Value
from roadmapper.template.starters import Starter
from ui.opened import Opened
from ui.pages.roadmap_board import (
    GATES,
    ITEMS,
    Board,
    Item,
    date_values,
    link_values,
    read_board,
)
from ui.pages.roadmap_time import Dates, first, half, last

_LONG = 6
"""Half months in a new bar."""
_APART = 6
"""Half months from the last gate to a new one."""


class Edits:
    """Changes items and gates through the bridge."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._bridge = opened.bridge

    @property
    def board(self) -> Board:
        """The timeline as the answers have it now."""
        return read_board(self._opened.template, self._opened.answers)

    def put(self, path: str, dates: Dates) -> None:
        """Give an item or a gate other dates."""
        board = self.board
        item = board.item(path)
        one_end = item and (item.dates.start == dates.start or item.dates.end == dates.end)
        verb = "Stretch" if one_end else "Move"
        self._bridge.change(date_values(board, path, dates), f"{verb} {board.name_of(path)}")

    def move_after(self, item: Item) -> None:
        """Move an item behind everything it depends on."""
        board = self.board
        dates = board.after_all(item)
        self._bridge.change(date_values(board, item.path, dates), f"Move {item.label}")

    def link(self, path: str, on: str) -> str:
        """Make an item depend on another; return why not, empty if it does now."""
        board = self.board
        item, other = board.item(path), board.item(on)
        if item is None or other is None or on in item.after:
            return ""
        if board.leads_to(on, path):
            return f"{other.label} depends on {item.label} already."
        label = f"Let {item.label} depend on {other.label}"
        self._bridge.change(link_values(item, on), label)
        return ""

    def add_item(self, lane: str) -> str:
        """Add an item at the end of a lane; return its address, empty if it was not kept."""
        board = self.board
        there = board.in_lane(lane)
        days = [one.dates.end for one in there] or [
            starts_on(self._opened.answers, self._opened.today)
        ]
        start = half(max(days)) + 1 if there else half(days[0])
        dates = Dates(first(start), last(start + _LONG - 1))
        return self._add(
            ITEMS,
            {
                "lane": self._option(ITEMS, "lane", lane),
                "from": dates.start.isoformat(),
                "to": dates.end.isoformat(),
            },
            f"Add item to {lane}",
        )

    def add_gate(self) -> str:
        """Add a gate after the last one; return its address, empty if it was not kept."""
        board = self.board
        known = [gate.on for gate in board.gates] or [min(board.days, default=self._opened.today)]
        on = last(half(max(known)) + _APART)
        names = {gate.name for gate in board.gates}
        asked = self._opened.template.find(GATES)
        column = asked.column("gate") if asked else None
        free = [one for one in (column.options if column else ()) if one.label not in names]
        return self._add(
            GATES, {"gate": free[0].value if free else None, "date": on.isoformat()}, "Add gate"
        )

    def remove(self, path: str) -> bool:
        """Remove an item; return whether it is gone."""
        table, _, row = path.partition("[")
        return self._bridge.act(lambda session: session.remove_row(table, row[:-1]))

    def fill(self, starter: Starter) -> None:
        """Fill the timeline from a starter."""
        opened = self._opened
        used = opened.session.used_rows | {*opened.answers.rows(ITEMS)}
        values = starter_values(starter, opened.template, opened.answers, used, self._opened.today)
        self._bridge.change(values, f"Start from {starter.title}")

    def _option(self, table: str, name: str, label: str) -> str | None:
        asked = self._opened.template.find(table)
        column = asked.column(name) if asked else None
        found = (one.value for one in (column.options if column else ()) if one.label == label)
        return next(found, None)

    def _add(self, table: str, cells: dict[str, str | None], label: str) -> str:
        rows = self._opened.answers.rows(table)
        taken = self._opened.session.used_rows | {*rows}
        row = next(new_row_ids(taken))
        values: dict[str, Value] = {table: (*rows, row)}
        values |= {f"{table}[{row}].{name}": value for name, value in cells.items()}
        return f"{table}[{row}]" if self._bridge.change(values, label) else ""
