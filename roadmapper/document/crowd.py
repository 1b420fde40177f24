"""Thins out a timeline with more on it than a page can show; what is left out is counted."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from roadmapper.document.tree import Bar, Gate, Lane, Timeline

MOST_BARS = 90  # that can still be told apart on a page
MOST_GATES = 20


@dataclass(frozen=True, slots=True)
class Shown:
    """What of a timeline is drawn, and how many bars of each lane and gates are not."""

    start: date
    end: date
    gates: tuple[Gate, ...]
    lanes: tuple[Lane, ...]
    bars_left: tuple[int, ...]
    gates_left: int


def thinned(timeline: Timeline) -> Shown:
    """Return what lies in the span, the earliest first, each lane with its fair share of bars."""
    start, end = sorted((timeline.start, timeline.end))
    gates = [gate for gate in timeline.gates if start <= gate.on <= end]
    gates.sort(key=lambda gate: (gate.on, gate.name))
    kept = [_inside(lane.bars, start, end) for lane in timeline.lanes]
    most = _share([len(bars) for bars in kept])
    lanes = tuple(
        replace(lane, bars=tuple(bars[:most]))
        for lane, bars in zip(timeline.lanes, kept, strict=True)
    )
    return Shown(
        start,
        end,
        tuple(gates[:MOST_GATES]),
        lanes,
        tuple(max(0, len(bars) - most) for bars in kept),
        max(0, len(gates) - MOST_GATES),
    )


def _inside(bars: Sequence[Bar], start: date, end: date) -> list[Bar]:
    seen = [
        bar for bar in bars if max(bar.start, bar.end) >= start and min(bar.start, bar.end) <= end
    ]
    return sorted(seen, key=lambda bar: (bar.start, bar.end, bar.text))


def _share(counts: Sequence[int]) -> int:
    """Return how many bars a lane may show so that all lanes together show no more than fit."""
    fitting = (
        each for each in range(MOST_BARS, 1, -1) if sum(min(each, n) for n in counts) <= MOST_BARS
    )
    return next(fitting, 1)
