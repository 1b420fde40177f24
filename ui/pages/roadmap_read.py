"""Reads the timeline from the answers as the document reads them, and writes it back. No Qt."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from roadmapper.figures.fees import fees_at_risk
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.dated import SOURCES, Dated, dated_rows
from roadmapper.proposal.lanes import ITEMS, LANES, lane_at, lanes_of
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.starting import term_months
from roadmapper.template.kinds import Value, day, number
from roadmapper.template.model import Template
from ui.pages.roadmap_board import GATES, STAGES, Board, Gate, Item, Stake, gates_in_order, in_order
from ui.pages.roadmap_time import Dates, plus
from ui.shown_values import shown_money
from ui.words import _

_MONEY_LANE = "Value and risk"
_AT_RISK = "pricing.at_risk_pct"
_START = "deal.start_date"
_YEAR = 12
READS = frozenset(
    {ITEMS, GATES, STAGES, LANES, _START, "deal.term_years", "pricing.base_fee", _AT_RISK}
    | {source.table for source in SOURCES}
)
"""What is read: when one of these questions changes, the timeline may."""


def read_board(template: Template, answers: Answers) -> Board:
    """Return what stands on the timeline."""
    rows = answers.rows(ITEMS)
    items = [item for row in rows if (item := _item(answers, row))]
    gates = [gate for row in answers.rows(GATES) if (gate := _gate(template, answers, row))]
    drawn = {item.path for item in items}
    told = answers.told_rows(AnswerPath.parse(ITEMS))
    elsewhere = (_elsewhere(one) for one in dated_rows(template, answers))
    return Board(
        lanes_of(template, answers),
        in_order(iter([*items, *elsewhere])),
        gates_in_order(iter(gates)),
        tuple(f"{ITEMS}[{row}]" for row in rows if row in told and f"{ITEMS}[{row}]" not in drawn),
        tuple(_stakes(template, answers)),
        _MONEY_LANE,
    )


def date_values(board: Board, path: str, dates: Dates) -> dict[str, Value]:
    """Return the answers that put an item or gate to other dates."""
    item = board.item(path)
    if board.gate(path):
        return {f"{path}.date": dates.end.isoformat()}
    if item is not None and item.dated is not None:
        return {item.dated.address: item.dated.when.near(dates.start).text}
    return {f"{path}.from": dates.start.isoformat(), f"{path}.to": dates.end.isoformat()}


def link_values(item: Item, after: tuple[str, ...]) -> dict[str, Value]:
    """Return the answers that make an item depend on these items and gates."""
    return {
        f"{item.path}.{column}": tuple(
            path.partition("[")[2][:-1] for path in after if path.startswith(f"{table}[")
        )
        or None
        for column, table in (("after", ITEMS), ("after_gates", GATES))
    }


def _item(answers: Answers, row: str) -> Item | None:
    path = f"{ITEMS}[{row}]"
    start, end = _day(answers, f"{path}.from"), _day(answers, f"{path}.to")
    if start is None or end is None or start > end:
        return None
    after = [f"{ITEMS}[{other}]" for other in answers.rows(f"{path}.after")]
    after += [f"{GATES}[{other}]" for other in answers.rows(f"{path}.after_gates")]
    name = " ".join(answers.text(f"{path}.name").split())
    done = number(answers.text(f"{path}.progress")) or 0
    share = round(min(max(done, 0), 100))
    return Item(path, name, lane_at(answers, row), Dates(start, end), tuple(after), share)


def _elsewhere(one: Dated) -> Item:
    return Item(one.path, one.name, one.lane, Dates(one.when.start, one.when.end), dated=one)


def _gate(template: Template, answers: Answers, row: str) -> Gate | None:
    path = f"{GATES}[{row}]"
    on, name = _day(answers, f"{path}.date"), answers.text(f"{path}.gate")
    question = template.find(GATES)
    asked = question.column("gate") if question else None
    option = asked.option(name) if asked else None
    return Gate(path, option.label if option else name, on) if on else None


def _day(answers: Answers, path: str) -> date | None:
    text = answers.text(path)
    return day(text) if text else None


def _stakes(template: Template, answers: Answers) -> Iterator[Stake]:
    """Yield what waits for results in each year of the contract, where pricing says it."""
    start = _day(answers, _START)
    if start is None:
        return
    years = term_months(template, answers) // _YEAR
    for year, amount in enumerate(fees_at_risk(answers, years)):
        if amount:
            dates = Dates(_years_on(start, year), plus(_years_on(start, year + 1), -1))
            money = shown_money(Decimal(round(amount)))
            yield Stake(
                dates, _("{money} at risk in year {number}").format(money=money, number=year + 1)
            )


def _years_on(start: date, years: int) -> date:
    """Return the same day so many years later, the last of February for one that is not there."""
    year = min(start.year + years, date.max.year)
    leap = start.month == 2 and start.day == 29  # noqa: PLR2004 - the day of leap years
    return date(year, 2, 28) if leap else start.replace(year=year)
