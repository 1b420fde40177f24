"""What can be done to the timeline; each is one step of undo with a name."""

from roadmapper.proposal.lanes import ITEMS, LANES, Lane, free_lane
from roadmapper.proposal.path import new_row_ids
from roadmapper.proposal.rowing import rows_at
from roadmapper.proposal.starting import starter_values, starts_on
from roadmapper.template.kinds import Value
from roadmapper.template.starters import Starter
from ui.opened import Opened
from ui.pages.roadmap_board import GATES, Board, Item
from ui.pages.roadmap_read import date_values, link_values, read_board
from ui.pages.roadmap_time import Dates, first, half, last
from ui.words import _

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
        found = board.one(path)
        if found is None or found.dates == dates:
            return
        one_end = found.dates.start == dates.start or found.dates.end == dates.end
        words = _("Stretch {label}") if one_end and board.item(path) else _("Move {label}")
        self._bridge.change(date_values(board, path, dates), words.format(label=found.label))

    def move_after(self, item: Item) -> None:
        """Move an item behind everything it depends on."""
        board = self.board
        dates = board.after_all(item)
        self._bridge.change(
            date_values(board, item.path, dates), _("Move {label}").format(label=item.label)
        )

    def link(self, path: str, on: str) -> None:
        """Make an item depend on another item or a gate, or no longer if it does."""
        board = self.board
        item = board.item(path)
        if item is None:
            return
        waits = on in item.after
        after = tuple(one for one in item.after if one != on) if waits else (*item.after, on)
        words = (
            _("Let {label} no longer depend on {name}")
            if waits
            else _("Let {label} depend on {name}")
        )
        label = words.format(label=item.label, name=board.name_of(on))
        self._bridge.change(link_values(item, after), label)

    def move_lane(self, lane: str, by: int) -> bool:
        """Move a lane up or down among those that can be; return whether it moved."""
        lanes = self.board.lanes
        rows = [one.row for one in lanes if one.row]
        found = next((one for one in lanes if one.id == lane), None)
        if found is None or not found.row:
            return False
        to = rows.index(found.row) + by
        if not 0 <= to < len(rows):
            return False
        other, every = rows[to], list(self._lane_rows)
        here, there = every.index(found.row), every.index(other)
        every[here], every[there] = other, found.row
        return self._bridge.change(
            {LANES: tuple(every)}, _("Move lane {name}").format(name=found.name)
        )

    def name_lane(self, lane: Lane, name: str) -> bool:
        """Call a lane something else; an empty name is its usual one."""
        label = (
            _("Rename lane {name} to {name2}").format(name=lane.name, name2=name)
            if name
            else _("Reset name of lane {name}").format(name=lane.name)
        )
        return self._bridge.change({f"{LANES}[{lane.row}].name": name or None}, label)

    def remove_lane(self, lane: Lane) -> bool:
        """Take a lane of one's own away, which has no bars."""
        path = f"{LANES}[{lane.row}]"
        values: dict[str, Value] = {f"{path}.name": None, f"{path}.tone": None}
        return self._bridge.change(values, _("Remove lane {name}").format(name=lane.name))

    def color_lane(self, lane: Lane, tone: str) -> bool:
        """Give a lane another color."""
        return self._bridge.change(
            {f"{LANES}[{lane.row}].tone": tone}, _("Color lane {name}").format(name=lane.name)
        )

    def add_lane(self, name: str) -> str:
        """Add a lane at the end; return its row, empty if there is no more room."""
        row = free_lane(self._opened.template, self._opened.answers)
        rest = tuple(one for one in self._lane_rows if one != row)
        values: dict[str, Value] = {f"{LANES}[{row}].name": name, LANES: (*rest, row)}
        return (
            row
            if row and self._bridge.change(values, _("Add lane {name}").format(name=name))
            else ""
        )

    @property
    def _lane_rows(self) -> tuple[str, ...]:
        asked = self._opened.question(LANES)
        return rows_at(asked, self._opened.answers, LANES)

    def add_item(self, lane: str) -> str:
        """Add an item at the end of a lane; return its address, empty if it was not kept."""
        board = self.board
        there = tuple(one for one in board.in_lane(lane) if one.dated is None)
        days = [one.dates.end for one in there] or [
            starts_on(self._opened.answers, self._opened.today)
        ]
        start = half(max(days)) + 1 if there else half(days[0])
        dates = Dates(first(start), last(start + _LONG - 1))
        return self._add(
            ITEMS,
            {
                "lane": lane,
                "from": dates.start.isoformat(),
                "to": dates.end.isoformat(),
            },
            _("Add item to {name}").format(name=board.lane(lane).name),
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
            GATES, {"gate": free[0].value if free else None, "date": on.isoformat()}, _("Add gate")
        )

    def remove(self, path: str) -> bool:
        """Remove an item; return whether it is gone."""
        table, _rest, row = path.partition("[")
        return self._bridge.act(lambda session: session.remove_row(table, row[:-1]))

    def fill(self, starter: Starter) -> None:
        """Fill the timeline from a starter."""
        opened = self._opened
        used = opened.session.used_rows | {*opened.answers.rows(ITEMS)}
        values = starter_values(starter, opened.template, opened.answers, used, self._opened.today)
        self._bridge.change(values, _("Start from {title}").format(title=starter.title))

    def _add(self, table: str, cells: dict[str, str | None], label: str) -> str:
        rows = self._opened.answers.rows(table)
        taken = self._opened.session.used_rows | {*rows}
        row = next(new_row_ids(taken))
        values: dict[str, Value] = {table: (*rows, row)}
        values |= {f"{table}[{row}].{name}": value for name, value in cells.items()}
        return f"{table}[{row}]" if self._bridge.change(values, label) else ""
