"""The timeline as placed shapes, and what is at a place on it. Pure values, no Qt."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from roadmapper.proposal.lanes import Lane
from ui.pages.roadmap_board import Gate, Item
from ui.pages.roadmap_time import Span

Measure = Callable[[str], float]
"""How wide a text on a bar is."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """The measures of the timeline in pixels; `scaled` for another size of text."""

    head: float = 44
    gate_row: float = 33
    bar: float = 28
    pitch: float = 34
    air: float = 12
    most_air: float = 36
    pad: float = 8
    tight: float = 5
    """The least air on both sides of a label in its bar."""
    beside: float = 7
    grip: float = 6
    """How near the end of a bar one stretches it instead of moving it."""
    mark: float = 8
    """From the middle of the mark of a gate to its corners."""
    dot: float = 5
    icon: float = 22
    """Room for the small link after the name of what comes from another step."""
    day: float = 11
    """How wide the mark of a single day is."""
    foot: float = 24
    """Room for what is at risk, at the foot of its lane."""
    least: float = 4

    def scaled(self, by: float) -> "Sizes":
        """Return the measures for another size of text."""
        names = (
            "head",
            "gate_row",
            "bar",
            "pitch",
            "air",
            "most_air",
            "pad",
            "beside",
            "mark",
            "icon",
            "day",
            "foot",
        )
        return replace(self, **{name: getattr(self, name) * by for name in names})


@dataclass(frozen=True, slots=True)
class Box:
    """A box on the timeline."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Where it ends below."""
        return self.top + self.height

    @property
    def middle(self) -> float:
        """Halfway from top to bottom."""
        return self.top + self.height / 2

    def holds(self, x: float, y: float, margin: float = 0) -> bool:
        """Return whether a place lies in the box, or not farther from it than the margin."""
        inside = self.left - margin <= x <= self.right + margin
        return inside and self.top - margin <= y <= self.bottom + margin


@dataclass(frozen=True, slots=True)
class PlacedBar:
    """A bar with its label, inside of it or beside it; `wide` is the label with its icon."""

    item: Item
    box: Box
    row: int
    text: str
    text_at: float
    inside: bool
    wide: float

    @property
    def dot(self) -> tuple[float, float]:
        """Where the dot is from which one draws to what depends on this."""
        return self.box.left + self.box.width / 2, self.box.bottom

    @property
    def reach(self) -> tuple[float, float]:
        """From where to where bar and label reach."""
        ends = self.text_at + self.wide
        return min(self.box.left, self.text_at), max(self.box.right, ends)


@dataclass(frozen=True, slots=True)
class PlacedGate:
    """A gate: the middle of its mark, and its label."""

    gate: Gate
    x: float
    y: float
    text: str
    text_at: float
    row: int
    dot_at: float

    @property
    def dot(self) -> tuple[float, float]:
        """Where the dot is from which one draws to what waits for this."""
        return self.x, self.dot_at


@dataclass(frozen=True, slots=True)
class PlacedStake:
    """What is at risk in a year: a line from here to there, and its words."""

    left: float
    right: float
    text: str


@dataclass(frozen=True, slots=True)
class PlacedLane:
    """A lane with its bars, and what is at risk at its foot."""

    lane: Lane
    top: float
    height: float
    bars: tuple[PlacedBar, ...]
    stakes: tuple[PlacedStake, ...] = ()

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.top + self.height


@dataclass(frozen=True, slots=True)
class Hit:
    """What is at a place: "bar", its "start", "end" or "dot", "gate", "lane", or nothing."""

    part: str = ""
    path: str = ""
    lane: str = ""


@dataclass(frozen=True)
class Plan:
    """The whole timeline, placed."""

    span: Span
    sizes: Sizes
    gates: tuple[PlacedGate, ...]
    lanes: tuple[PlacedLane, ...]

    @property
    def top(self) -> float:
        """Where the first lane begins."""
        rows = 1 + max((gate.row for gate in self.gates), default=0)
        return self.sizes.head + self.sizes.gate_row * rows

    @property
    def height(self) -> float:
        """How high all of it is."""
        return self.lanes[-1].bottom if self.lanes else self.top

    @property
    def bars(self) -> Iterator[PlacedBar]:
        """All bars, lane by lane."""
        for lane in self.lanes:
            yield from lane.bars

    @cached_property
    def _bars(self) -> Mapping[str, PlacedBar]:
        return {bar.item.path: bar for bar in self.bars}

    @cached_property
    def _gates(self) -> Mapping[str, PlacedGate]:
        return {gate.gate.path: gate for gate in self.gates}

    def bar(self, path: str) -> PlacedBar | None:
        """Return the bar of an item."""
        return self._bars.get(path)

    def gate(self, path: str) -> PlacedGate | None:
        """Return the mark of a gate."""
        return self._gates.get(path)

    def dot(self, path: str) -> tuple[float, float] | None:
        """Return where the dot of an item or a gate is; none for what is kept elsewhere."""
        bar = self.bar(path)
        found = bar or self.gate(path)
        return found.dot if found and not (bar and bar.item.dated) else None

    def hit(self, x: float, y: float, selected: str = "") -> Hit:
        """Return what is at a place; the selected bar lies on top and has its dot."""
        dot = self.dot(selected)
        if dot is not None and _near(dot, x, y, self.sizes.dot + 3):
            return Hit("dot", selected, self._lane_of(selected))
        bars = sorted(self.bars, key=lambda one: one.item.path != selected)
        for one in bars:
            wider = one.item.path == selected or one.item.is_day
            grip = self.sizes.grip if wider else 0.0
            if one.box.holds(x, y, grip if one.box.top <= y <= one.box.bottom else 0.0):
                return Hit(self._part(one, x), one.item.path, one.item.lane)
        for gate in self.gates:
            if abs(gate.x - x) <= self.sizes.mark + 3 and abs(gate.y - y) <= self.sizes.mark + 4:
                return Hit("gate", gate.gate.path)
        lanes = (one for one in self.lanes if one.top <= y < one.bottom)
        lane = next(lanes, None)
        return Hit("lane", "", lane.lane.id) if lane else Hit()

    def _lane_of(self, path: str) -> str:
        bar = self.bar(path)
        return bar.item.lane if bar else ""

    def _part(self, bar: PlacedBar, x: float) -> str:
        if bar.item.dated is not None:
            return "bar"
        grip = min(self.sizes.grip, bar.box.width / 4)
        if x < bar.box.left + grip:
            return "start"
        return "end" if x > bar.box.right - grip else "bar"


def _near(point: tuple[float, float], x: float, y: float, reach: float) -> bool:
    return (point[0] - x) ** 2 + (point[1] - y) ** 2 <= reach**2
