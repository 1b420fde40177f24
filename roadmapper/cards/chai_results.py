"""The typed results of a CHAI card: which of them stay, which change, which are new."""

from collections.abc import Callable, Iterator, Sequence

from lxml import etree

from roadmapper.cards import metrics
from roadmapper.cards.card import Row
from roadmapper.cards.chai_read import cells_of
from roadmapper.cards.chai_tree import part, text_of
from roadmapper.cards.matching import matched
from roadmapper.cards.place import Place

Maker = Callable[[str, str], etree._Element]  # noqa: SLF001 - lxml names its type so
"""Makes an element with a name and a text."""


def with_value(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Return the rows that hold a result; the format has no place for others."""
    return tuple(row for row in rows if metrics.value_of(row))


def spelled(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return results as they would be written new."""
    return [(metrics.label_of(row), metrics.dumps(metrics.value_of(row))) for row in rows]


def renewed(
    place: Place,
    stood: Sequence[etree._Element],
    goal: Sequence[Row],
    start: Sequence[Row],
    make: Maker,
) -> list[etree._Element]:
    """Return the results that a block should hold.

    `stood` are those it holds, `start` the rows they were read as, `goal` the rows of now. What was
    never read as a row, as a 0 that stands for nothing measured, stays where it is.
    """
    read = [one for one in stood if _was_read(one, place)]
    pairs = read if len(read) == len(start) else []
    results = [
        _renewed(pairs[at], start[at], row, make) if at is not None else _new(row, make)
        for row, at in zip(goal, matched(goal, start if pairs else ()), strict=True)
    ]
    for at, one in enumerate(stood):
        if one not in read:
            results.insert(min(at, len(results)), one)
    return results


def _was_read(result: etree._Element, place: Place) -> bool:
    cells = cells_of(result)
    return cells is not None and not (place.zero_says_nothing and metrics.is_stand_in(cells))


def _renewed(result: etree._Element, was: Row, now: Row, make: Maker) -> etree._Element:
    if metrics.label_of(was) != metrics.label_of(now):
        _put(result, "Label", metrics.label_of(now), make)
    before, after = metrics.value_of(was), metrics.value_of(now)
    if before != after:
        held = metrics.loads(text_of(part(result, "ValueJson")))
        _put(result, "ValueJson", metrics.dumps(metrics.patched(held, before, after)), make)
    return result


def _put(result: etree._Element, name: str, text: str, make: Maker) -> None:
    here = part(result, name)
    if here is None:
        result.append(make(name, text))
    else:
        here.text = text


def _new(row: Row, make: Maker) -> etree._Element:
    result = make("MetricResult", "")
    result.extend(_parts(row, make))
    return result


def _parts(row: Row, make: Maker) -> Iterator[etree._Element]:
    yield make("Label", metrics.label_of(row) or "Result")
    yield make("ValueJson", metrics.dumps(metrics.value_of(row)))
