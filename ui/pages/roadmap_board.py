"""What stands on the timeline: lanes, bars, gates, and what follows from their dates. No Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from roadmapper.proposal.dated import Dated
from roadmapper.proposal.lanes import Lane
from ui.pages.roadmap_time import Dates, begun_on, plus
from ui.words import _

GATES, STAGES = "deploy.gates", "roadmap.stages"
UNNAMED, UNNAMED_GATE = _("Not named yet"), _("Gate without a name")


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of work with its dates; `after` holds the addresses of what it depends on.

    `lane` is the lane as it is kept, `done` is in percent. With `dated` it belongs to another
    answer, which alone keeps its date.
    """

    path: str
    name: str
    lane: str
    dates: Dates
    after: tuple[str, ...] = ()
    done: int = 0
    dated: Dated | None = None

    @property
    def label(self) -> str:
        """What stands on its bar."""
        return self.name or UNNAMED

    @property
    def is_day(self) -> bool:
        """Whether it is a single day of another step."""
        return self.dated is not None and not self.dated.when.months

    def put(self, dates: Dates) -> "Item":
        """Return it on other dates; what is a month or a quarter stays one."""
        if self.dated is None:
            return replace(self, dates=dates)
        when = self.dated.when.near(dates.start)
        return replace(self, dates=Dates(when.start, when.end))


@dataclass(frozen=True, slots=True)
class Gate:
    """A day on which somebody decides whether the work goes on."""

    path: str
    name: str
    on: date

    @property
    def label(self) -> str:
        """What stands beside its mark."""
        return self.name or UNNAMED_GATE

    @property
    def dates(self) -> Dates:
        """Its day."""
        return Dates(self.on, self.on)

    def put(self, dates: Dates) -> "Gate":
        """Return it on another day."""
        return replace(self, on=dates.end)


@dataclass(frozen=True, slots=True)
class Stake:
    """What of our fee waits for results in a year of the contract, in words."""

    dates: Dates
    told: str


@dataclass(frozen=True)
class Board:
    """Everything on the timeline; `undated` are rows that say something but have no dates.

    What is at risk stands in the lane `stakes_in`.
    """

    lanes: tuple[Lane, ...]
    items: tuple[Item, ...]
    gates: tuple[Gate, ...]
    undated: tuple[str, ...] = ()
    stakes: tuple[Stake, ...] = ()
    stakes_in: str = ""

    @cached_property
    def _items(self) -> Mapping[str, Item]:
        return {one.path: one for one in self.items}

    @cached_property
    def _gates(self) -> Mapping[str, Gate]:
        return {one.path: one for one in self.gates}

    @cached_property
    def early(self) -> frozenset[str]:
        """The addresses of items that begin before something they wait for is over."""
        return frozenset(one.path for one in self.items if one.after and self.blockers(one))

    def item(self, path: str) -> Item | None:
        """Return the item at an address."""
        return self._items.get(path)

    def gate(self, path: str) -> Gate | None:
        """Return the gate at an address."""
        return self._gates.get(path)

    def one(self, path: str) -> Item | Gate | None:
        """Return the item or the gate at an address."""
        return self.item(path) or self.gate(path)

    def in_lane(self, lane: str) -> tuple[Item, ...]:
        """Return the items of a lane, the earliest first."""
        return tuple(one for one in self.items if one.lane == lane)

    def lane(self, lane: str) -> Lane:
        """Return a lane, the first one if there is none."""
        return next((one for one in self.lanes if one.id == lane), self.lanes[0])

    @property
    def in_time(self) -> tuple[Item | Gate, ...]:
        """Everything, the earliest first."""
        every: tuple[Item | Gate, ...] = (*self.items, *self.gates)
        return tuple(sorted(every, key=lambda one: (one.dates.start, one.dates.end, one.label)))

    def end_of(self, path: str) -> date | None:
        """Return the last day of an item, or the day of a gate."""
        found = self.one(path)
        return found.dates.end if found else None

    def name_of(self, path: str) -> str:
        """Return the name of an item or gate."""
        found = self.one(path)
        return found.label if found else ""

    def blockers(self, item: Item) -> tuple[str, ...]:
        """Return what an item depends on that is not over when it begins."""
        ends = {path: self.end_of(path) for path in item.after}
        return tuple(path for path, end in ends.items() if end and item.dates.start < end)

    def after_all(self, item: Item) -> Dates:
        """Return the dates of an item, moved behind everything it depends on."""
        ends = [end for path in self.blockers(item) if (end := self.end_of(path))]
        return begun_on(item.dates, plus(max(ends), 1)) if ends else item.dates

    def leads_to(self, path: str, goal: str) -> bool:
        """Return whether an item depends on another, directly or through others."""
        seen, left = set[str](), [path]
        while left:
            at = left.pop()
            if at == goal:
                return True
            if at not in seen:
                seen.add(at)
                found = self.item(at)
                left.extend(found.after if found else ())
        return False

    def with_dates(self, path: str, dates: Dates) -> "Board":
        """Return the board with other dates of one item or gate."""
        items = (one.put(dates) if one.path == path else one for one in self.items)
        gates = (one.put(dates) if one.path == path else one for one in self.gates)
        return replace(self, items=in_order(items), gates=gates_in_order(gates))

    @property
    def days(self) -> Iterator[date]:
        """All days that have to be on the picture."""
        for item in self.items:
            yield item.dates.start
            yield item.dates.end
        yield from (gate.on for gate in self.gates)

    @property
    def own(self) -> tuple[Item, ...]:
        """The items that are kept in this step."""
        return tuple(one for one in self.items if one.dated is None)

    @property
    def stops_at_go_live(self) -> bool:
        """Whether there is a solution today and nothing that is built or run after it."""
        first, after = self.lanes[0].id, {lane.id for lane in self.lanes[1:3]}
        return bool(self.in_lane(first)) and not any(one.lane in after for one in self.items)


def in_order(items: Iterator[Item]) -> tuple[Item, ...]:
    """Return items as they stand in their lanes, the earliest first."""
    return tuple(sorted(items, key=lambda one: (one.dates.start, one.dates.end, one.name)))


def gates_in_order(gates: Iterator[Gate]) -> tuple[Gate, ...]:
    """Return gates, the earliest first."""
    return tuple(sorted(gates, key=lambda one: (one.on, one.name)))
