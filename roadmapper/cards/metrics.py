"""Results as the CHAI card of version 0.2 spells them: a label, and a value as JSON."""

import json
import re
from collections.abc import Iterator, Mapping

from roadmapper.cards.card import Row

KEYS: Mapping[str, Mapping[str, str]] = {
    "single": {"value": "value", "unit": "unit"},
    "estimate_ci": {
        "value": "estimate",
        "lower": "lower",
        "upper": "upper",
        "level": "level",
        "unit": "unit",
    },
    "mean_sd": {"value": "mean", "sd": "sd", "unit": "unit"},
}
"""For each kind of value, our columns and the keys they stand under."""

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?")
_ZERO = re.compile(r"-?0+(?:\.0*)?")
_LONGEST = 60
_DEEPEST = 60
_MOST_PARTS = 50_000


class Number(str):
    """A number in JSON, with the digits it was written with."""

    __slots__ = ()


def loads(text: str) -> object:
    """Return what a JSON text holds, numbers as they are written.

    Raises:
        ValueError: It is no JSON.
    """
    if sum(map(text.count, ",[{")) > _MOST_PARTS:
        raise ValueError("it has more parts than a card has")
    try:
        found = json.loads(text, parse_float=_number, parse_int=_number, parse_constant=_number)
    except RecursionError:
        raise ValueError("it nests its parts too deep") from None
    _check_depth(found)
    return found


def _check_depth(value: object) -> None:
    """Make sure that parts lie in one another no deeper than in a card."""
    here = [value]
    for _ in range(_DEEPEST):
        maps = [inside for one in here if isinstance(one, dict) for inside in one.values()]
        here = maps + [inside for one in here if isinstance(one, list) for inside in one]
        if not here:
            return
    raise ValueError("it nests its parts too deep")


def dumps(value: object) -> str:
    """Return JSON on one line, without spaces, as published cards write it."""
    match value:
        case Number():
            return str(value)
        case dict():
            pairs = (f"{json.dumps(str(key))}:{dumps(it)}" for key, it in value.items())
            return f"{{{','.join(pairs)}}}"
        case list():
            return f"[{','.join(map(dumps, value))}]"
        case _:
            return json.dumps(value, ensure_ascii=False)


def _number(text: str) -> str:
    return Number(text) if len(text) <= _LONGEST and _NUMBER.fullmatch(text) else text


def cells_of(label: str, value: object) -> dict[str, str] | None:
    """Return a result as cells of a row, None if it is of no kind that is known."""
    if not isinstance(value, dict) or value.get("kind") not in KEYS:
        return None
    keys = KEYS[str(value["kind"])]
    found = {column: value[key] for column, key in keys.items() if key in value}
    if not all(isinstance(one, str) for one in found.values()) or "value" not in found:
        return None
    return {"metric": label, **found}


def is_stand_in(cells: Mapping[str, str]) -> bool:
    """Return whether a result is a zero without a unit or an interval, which says nothing.

    The schema asks for a value even where none was measured, and authors wrote 0.
    """
    alone = not any(cells.get(name) for name in ("unit", "lower", "upper", "sd", "n"))
    return alone and _ZERO.fullmatch(cells.get("value", "").strip()) is not None


def label_of(row: Row) -> str:
    """Return what a result is called: the measure, of whom, on which data and how many."""
    return ", ".join(filter(None, (row.cells.get("metric"), *_circumstances(row))))


def _circumstances(row: Row) -> Iterator[str]:
    """Yield what a result needs to be understood, as far as it is told."""
    cells = row.cells
    yield ": ".join(filter(None, (cells.get("group_variable"), cells.get("group"))))
    yield cells.get("slice", "")
    yield f"{cells['data_role']} test" if cells.get("data_role") else ""
    yield cells.get("data_set", "")
    for name, word in (("threshold", "threshold "), ("n", "n = "), ("events", "events = ")):
        yield f"{word}{cells[name]}" if cells.get(name) else ""
    yield cells.get("date", "")


def value_of(row: Row) -> dict[str, object]:
    """Return the value of a result as its JSON has it; empty if it has none."""
    cells = row.cells
    if not cells.get("value"):
        return {}
    kind = "single"
    if cells.get("lower") and cells.get("upper"):
        kind = "estimate_ci"
    elif cells.get("sd"):
        kind = "mean_sd"
    made: dict[str, object] = {"kind": kind}
    for column, key in KEYS[kind].items():
        if text := cells.get(column, "").strip():
            made[key] = _number(text)
    return made


def patched(before: object, was: Mapping[str, object], now: Mapping[str, object]) -> object:
    """Return a value as it was written, with only that changed which changed."""
    if not isinstance(before, dict):
        return now
    made = {key: value for key, value in before.items() if key not in was or key in now}
    return made | {key: value for key, value in now.items() if value != was.get(key)}


def in_words(row: Row) -> str:
    """Return a result on one line, for a card that takes text only."""
    cells = row.cells
    unit = cells.get("unit", "")
    joint = "" if unit == "%" or not unit else " "
    told = f"{cells.get('metric', '')} {cells.get('value', 'not measured')}{joint}{unit}".strip()
    if cells.get("lower") and cells.get("upper"):
        told += f" ({cells.get('level') or '95'}% CI {cells['lower']} to {cells['upper']})"
    elif cells.get("sd"):
        told += f" (SD {cells['sd']})"
    return ", ".join([told, *filter(None, _circumstances(row))])
