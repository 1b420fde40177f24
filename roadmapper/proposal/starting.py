"""Turns a starter into answers: bars and stages with the dates of this proposal."""

import calendar
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.dated import stands
from roadmapper.proposal.path import new_row_ids
from roadmapper.template.kinds import Value, day, number
from roadmapper.template.model import Template
from roadmapper.template.starters import GATES, ITEMS, STAGES, Starter, StarterItem, Stretch

_YEAR = 12
_MIDDLE = 15
_LONGEST = 40
"""Letters in the name of a bar."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """A bar that is about to be answered."""

    name: str
    lane: str
    start: date
    end: date


def starter_values(
    starter: Starter, template: Template, answers: Answers, used: Collection[str], today: date
) -> dict[str, Value]:
    """Return the answers that a starter fills in; what is answered already stays as it is."""
    start = starts_on(answers, today)
    bars = list(_bars(starter, template, answers, start))
    ids = new_row_ids(used)
    rows = {next(ids): bar for bar in bars}
    values: dict[str, Value] = {ITEMS: (*answers.rows(ITEMS), *rows)}
    for row, bar in rows.items():
        path = f"{ITEMS}[{row}]"
        values |= {f"{path}.name": bar.name, f"{path}.lane": bar.lane}
        values |= {f"{path}.from": bar.start.isoformat(), f"{path}.to": bar.end.isoformat()}
    for stage, months in starter.stages:
        for column, on in (("from", _from(start, months)), ("to", _to(start, months))):
            path = f"{STAGES}[{stage}].{column}"
            if answers.value(path) is None:
                values[path] = on.isoformat()
    return values


def starts_on(answers: Answers, today: date) -> date:
    """Return the day of the start; where it is open, the first day of the next quarter."""
    found = day(answers.text("deal.start_date"))
    if found is not None:
        return found
    return _later(date(today.year, (today.month - 1) // 3 * 3 + 1, 1), 3)


def term_months(template: Template, answers: Answers) -> int:
    """Return how many months the contract lasts."""
    question = template.find("deal.term_years")
    kept = answers.value("deal.term_years") or (question.default if question else None)
    years = number(kept) if isinstance(kept, str) else None
    return round(years * _YEAR) if years else 0


def _bars(starter: Starter, template: Template, answers: Answers, start: date) -> Iterator[_Bar]:
    gates = {
        answers.text(f"{GATES}[{row}].gate"): day(answers.text(f"{GATES}[{row}].date"))
        for row in answers.rows(GATES)
    }
    term = term_months(template, answers)
    for item in starter.items:
        rows = answers.rows(item.each) if item.each else ()
        if rows:
            left = (
                ()
                if item.dated
                else tuple(row for row in rows if not stands(answers, item.each, row))
            )
            yield from _row_bars(item, left, answers, start)
            continue
        bar = _bar(item, start, item.name)
        begins, ends = bar.start, bar.end
        after, until = gates.get(item.after), gates.get(item.until)
        if after is not None:
            begins, ends = after, ends + (after - begins)
        if item.term and term:
            ends = _later(start, term) - timedelta(days=1)
        ends = until if until is not None else ends
        yield _Bar(bar.name, bar.lane, begins, max(ends, begins))


def _row_bars(
    item: StarterItem, rows: tuple[str, ...], answers: Answers, start: date
) -> Iterator[_Bar]:
    """Yield a bar for each row, one after the other."""
    for place, row in enumerate(rows):
        path = f"{item.each}[{row}]"
        called = answers.text(f"{path}.{item.called}") if item.called else ""
        name = f"{item.name}: {called}"[:_LONGEST] if called else item.name
        by = place * item.every
        stretch = Stretch(item.months.start + by, item.months.end + by)
        yield _Bar(name, item.lane, _from(start, stretch), _to(start, stretch))


def _bar(item: StarterItem, start: date, name: str) -> _Bar:
    return _Bar(name, item.lane, _from(start, item.months), _to(start, item.months))


def _from(start: date, months: Stretch) -> date:
    return _later(start, months.start)


def _to(start: date, months: Stretch) -> date:
    return _later(start, months.end) - timedelta(days=1)


def _later(on: date, months: float) -> date:
    """Return a day so many months later, a half being 15 days, or the last day of all."""
    whole = int(months)
    year, month = divmod(on.year * _YEAR + on.month - 1 + whole, _YEAR)
    if year >= date.max.year:
        return date.max
    last = calendar.monthrange(year, month + 1)[1]
    moved = date(year, month + 1, min(on.day, last))
    return moved + timedelta(days=_MIDDLE) if months > whole else moved
