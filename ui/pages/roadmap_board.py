"""What stands on the timeline, read from the answers as the document reads them. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from roadmapper.document import formats
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value, day
from roadmapper.template.model import Template
from ui.pages.roadmap_time import Dates, begun_on, plus
from ui.shown_dates import shown_date, shown_month, shown_span

ITEMS, GATES, STAGES = "roadmap.items", "deploy.gates", "roadmap.stages"
TONES = ("accent", "plum", "slate", "gold", "sage", "clay")
"""Colors of the lanes in their order; the document prints the same."""
OTHER = "Other"
UNNAMED, UNNAMED_GATE = "Not named yet", "Gate without a name"


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of work with its dates; `after` holds the addresses of what it depends on."""

    path: str
    name: str
    lane: str
    dates: Dates
    after: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """What stands on its bar."""
        return self.name or UNNAMED


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


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of work and its color."""

    name: str
    tone: str


@dataclass(frozen=True, slots=True)
class Board:
    """Everything on the timeline; `undated` are rows that say something but have no dates."""

    lanes: tuple[Lane, ...]
    items: tuple[Item, ...]
    gates: tuple[Gate, ...]
    undated: tuple[str, ...] = ()

    def item(self, path: str) -> Item | None:
        """Return the item at an address."""
        return next((one for one in self.items if one.path == path), None)

    def gate(self, path: str) -> Gate | None:
        """Return the gate at an address."""
        return next((one for one in self.gates if one.path == path), None)

    def in_lane(self, name: str) -> tuple[Item, ...]:
        """Return the items of a lane, the earliest first."""
        return tuple(one for one in self.items if one.lane == name)

    def lane(self, name: str) -> Lane:
        """Return a lane by its name, the first one if there is none."""
        return next((one for one in self.lanes if one.name == name), self.lanes[0])

    def end_of(self, path: str) -> date | None:
        """Return the last day of an item, or the day of a gate."""
        item, gate = self.item(path), self.gate(path)
        return item.dates.end if item else gate.on if gate else None

    def name_of(self, path: str) -> str:
        """Return the name of an item or gate."""
        one = self.item(path) or self.gate(path)
        return one.label if one else ""

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
        items = (replace(one, dates=dates) if one.path == path else one for one in self.items)
        gates = (replace(one, on=dates.end) if one.path == path else one for one in self.gates)
        return replace(self, items=tuple(items), gates=tuple(gates))

    @property
    def days(self) -> Iterator[date]:
        """All days that have to be on the picture."""
        for item in self.items:
            yield item.dates.start
            yield item.dates.end
        yield from (gate.on for gate in self.gates)

    @property
    def stops_at_go_live(self) -> bool:
        """Whether there is a solution today and nothing that is built or run after it."""
        first, after = self.lanes[0].name, {lane.name for lane in self.lanes[1:3]}
        return bool(self.in_lane(first)) and not any(one.lane in after for one in self.items)


def read_board(template: Template, answers: Answers) -> Board:
    """Return what stands on the timeline."""
    rows = answers.rows(ITEMS)
    items = [item for row in rows if (item := _item(template, answers, f"{ITEMS}[{row}]"))]
    gates = [gate for row in answers.rows(GATES) if (gate := _gate(template, answers, row))]
    drawn = {item.path for item in items}
    told = answers.told_rows(AnswerPath.parse(ITEMS))
    return Board(
        tuple(_lanes(template, items)),
        tuple(sorted(items, key=lambda one: (one.dates, one.name))),
        tuple(sorted(gates, key=lambda one: (one.on, one.name))),
        tuple(f"{ITEMS}[{row}]" for row in rows if row in told and f"{ITEMS}[{row}]" not in drawn),
    )


def lane_names(template: Template) -> tuple[str, ...]:
    """Return the lanes of the template in their order."""
    question = template.find(ITEMS)
    lane = question.column("lane") if question else None
    return tuple(option.label for option in lane.options) if lane else ()


def date_values(board: Board, path: str, dates: Dates) -> dict[str, Value]:
    """Return the answers that put an item or gate to other dates."""
    if board.gate(path):
        return {f"{path}.date": dates.end.isoformat()}
    return {f"{path}.from": dates.start.isoformat(), f"{path}.to": dates.end.isoformat()}


def link_values(item: Item, on: str) -> dict[str, Value]:
    """Return the answers that make an item depend on another item or a gate."""
    wanted = (*item.after, on)
    return {
        f"{item.path}.{column}": tuple(
            path.partition("[")[2][:-1] for path in wanted if path.startswith(f"{table}[")
        )
        for column, table in (("after", ITEMS), ("after_gates", GATES))
        if on.startswith(f"{table}[")
    }


def _lanes(template: Template, items: Sequence[Item]) -> Iterator[Lane]:
    known = lane_names(template)
    others = [item.lane for item in items if item.lane not in known]
    for place, name in enumerate((*known, *dict.fromkeys(others))):
        yield Lane(name, TONES[place % len(TONES)])


def _item(template: Template, answers: Answers, path: str) -> Item | None:
    start, end = _day(answers, f"{path}.from"), _day(answers, f"{path}.to")
    if start is None or end is None or start > end:
        return None
    after = [f"{ITEMS}[{row}]" for row in answers.rows(f"{path}.after")]
    after += [f"{GATES}[{row}]" for row in answers.rows(f"{path}.after_gates")]
    name = " ".join(answers.text(f"{path}.name").split())
    lane = _label(template, ITEMS, "lane", answers.text(f"{path}.lane"))
    return Item(path, name, lane or OTHER, Dates(start, end), tuple(after))


def _gate(template: Template, answers: Answers, row: str) -> Gate | None:
    path = f"{GATES}[{row}]"
    on = _day(answers, f"{path}.date")
    name = _label(template, GATES, "gate", answers.text(f"{path}.gate"))
    return Gate(path, name, on) if on else None


def _day(answers: Answers, path: str) -> date | None:
    text = answers.text(path)
    return day(text) if text else None


def _label(template: Template, table: str, column: str, value: str) -> str:
    """Return how a choice reads on the screen and in the document."""
    question = template.find(table)
    asked = question.column(column) if question else None
    option = asked.option(value) if asked else None
    return option.label if option else value


# --- in words -----------------------------------------------------------------------------------


def dates_told(dates: Dates) -> str:
    """Return dates as they are said: "April 2028 to August 2028"."""
    start, end = shown_month(dates.start), shown_month(dates.end)
    return start if start == end else f"{start} to {end}"


def exact_dates_told(dates: Dates) -> str:
    """Return dates with their days."""
    return shown_span(dates.start, dates.end)


def told(board: Board, path: str) -> str:
    """Return what a screen reader says of an item or gate; empty if there is none."""
    gate, item = board.gate(path), board.item(path)
    if gate:
        on = shown_date(gate.on.isoformat())
        return f"{gate.label}, decision gate, {on}, from the deployment step"
    if not item:
        return ""
    parts = [item.label, _small(item.lane), dates_told(item.dates)]
    names = [_small(name) for path in item.after if (name := board.name_of(path))]
    if names:
        parts.append(f"depends on {formats.joined(names)}")
    early = [_small(board.name_of(path)) for path in board.blockers(item)]
    if early:
        parts.append(f"begins before {formats.joined(early)} is over")
    return ", ".join(parts)


def _small(text: str) -> str:
    """Return a name as it stands inside a sentence: initials keep their capitals."""
    return text if text[1:2].isupper() or text[1:2].isdigit() else text[:1].lower() + text[1:]
