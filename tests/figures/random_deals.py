"""Random answers to everything a deal is made of, sensible or silly."""

from collections.abc import Callable, Iterator, Mapping

from hypothesis import strategies as st

from roadmapper.template.kinds import Value
from tests.dealt import GAINS, KPIS, gain, kpi
from tests.figured import COSTS, DRIVERS, FEES, TERM, Cells, cost, driver, fee, rows_of

STRUCTURES = (
    "fees at risk / performance guarantee",
    "gain share one-sided",
    "gain share two-sided",
    "outcome price per event",
    "milestone holdback",
    "SLA credits",
    "per member or bed per month",
    "ramped or adoption-based",
    "co-investment / royalty",
)
"""The ways to charge besides a fixed fee, as `pricing.structure` names them."""


def whole(low: int, high: int) -> st.SearchStrategy[str]:
    """Return whole numbers as they are kept."""
    return st.integers(low, high).map(str)


def spans(low: int, high: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Return ranges in order."""
    three = st.lists(st.integers(low, high), min_size=3, max_size=3)
    return three.map(lambda found: tuple(map(str, sorted(found))))


def points(low: int, high: int) -> st.SearchStrategy[tuple[str, ...]]:
    """Return ranges whose three values are one."""
    return st.integers(low, high).map(lambda found: (str(found),) * 3)


def _years() -> st.SearchStrategy[str]:
    return st.sampled_from(["", "1", "2-3", "1, 3", "7"])


def cells(**columns: st.SearchStrategy[Value]) -> st.SearchStrategy[Cells]:
    """Return rows with a value in each of these columns."""
    return st.fixed_dictionaries(dict(columns))


def tables(path: str, row: st.SearchStrategy[Cells], most: int = 2) -> st.SearchStrategy[Cells]:
    """Return the answers of a table with up to so many rows."""
    return st.lists(row, max_size=most).map(lambda found: rows_of(path, *found))


Ranges = Callable[[int, int], st.SearchStrategy[tuple[str, ...]]]
Chances = st.SearchStrategy[str]


@st.composite
def deals(draw: st.DrawFn, *, certain: bool = False) -> dict[str, Value]:
    """Draw the answers of a whole deal; a certain one has ranges without width, and no chances."""
    ranges: Ranges = points if certain else spans
    chance: Chances = st.just("") if certain else whole(0, 100)
    made: dict[str, Value] = {**TERM, **_SINGLE_FIXED}
    made["pricing.structure"] = tuple(draw(st.sets(st.sampled_from(STRUCTURES))))
    for path, values in _single().items():
        made[path] = draw(values)
    for table in (*_value(ranges, chance), *_results(ranges), *_shares(chance), *_more(ranges)):
        made |= draw(table)
    made |= draw(_milestones(ranges, chance))
    made |= draw(_credits(st.just("12") if certain else whole(0, 12)))
    if draw(st.booleans()):
        made["value.adoption"] = draw(ranges(0, 100))
    return made


_SINGLE_FIXED: Mapping[str, Value] = {"value.discount_rate": "8"}


def _single() -> Mapping[str, st.SearchStrategy[Value]]:
    return {
        "pricing.at_risk_pct": whole(0, 100),
        "pricing.at_risk_years": _years(),
        "pricing.bonus": whole(0, 20),
        "pricing.holdback": whole(0, 100),
        "pricing.holdback_of": st.sampled_from(["set-up fee", "first yearly fee"]),
        "pricing.late_per_week": whole(0, 10),
        "pricing.late_most": whole(0, 100),
        "pricing.ramp_by": st.sampled_from(["steps", "use"]),
        "pricing.ramp_parts": st.sampled_from(["", "40, 70, 100", "100"]),
        "pricing.ramp_floor": whole(0, 100),
        "value.range_means": st.sampled_from(["limits", "tenths"]),
        "value.correlation": st.booleans(),
    }


def _value(ranges: Ranges, chance: Chances) -> Iterator[st.SearchStrategy[Cells]]:
    drivers = cells(
        improvement=ranges(-50, 100),
        shape=st.sampled_from(["", "pert", "triangular", "uniform", "lognormal"]),
        follows_adoption=st.sampled_from(["", "yes", "no"]),
        chance=chance,
        **{"class": st.sampled_from(["cash-releasing", "revenue", "capacity", "soft"])},
    )
    yield tables(DRIVERS, drivers.map(lambda more: driver(more=more)), 3)
    costs = ranges(0, 1000).map(lambda one: cost(one[1], "annual", low=one[0], high=one[2]))
    yield tables(COSTS, costs)
    once = st.sampled_from(["each year", "once"])
    items = st.tuples(whole(1, 99), whole(0, 9_999), once, whole(0, 9))
    yield st.lists(items, min_size=1, max_size=3).map(
        lambda found: rows_of(
            FEES, *(fee(count, price, basis=basis, escalator=e) for count, price, basis, e in found)
        )
    )


def _results(ranges: Ranges) -> Iterator[st.SearchStrategy[Cells]]:
    measures = cells(
        baseline=whole(0, 100),
        target=whole(0, 100),
        threshold=whole(0, 100),
        expected=ranges(0, 100),
        weight=whole(1, 100),
        payout=st.sampled_from(["", "cliff", "linear", "tiers"]),
        tiers=st.sampled_from(["", "80: 50, 100: 100", "100: 100, 50: 20"]),
        at_threshold=whole(0, 100),
    )
    yield tables(KPIS, measures.map(kpi), 4)


def _shares(chance: Chances) -> Iterator[st.SearchStrategy[Cells]]:
    share = {
        "vendor_share": whole(0, 100),
        "cap": st.one_of(st.just(""), whole(0, 50_000)),
        "cap_share": st.one_of(st.just(""), whole(0, 100)),
        "years": _years(),
    }
    kinds = st.sampled_from(["", "all", "cash-releasing", "revenue"])
    mode = st.sampled_from(["first dollar", "second dollar"])
    gains = cells(minimum_rate=whole(0, 9), counts=kinds, mode=mode, **share)
    yield tables(GAINS, gains.map(gain))
    yield tables("pricing.downside", cells(minimum_loss=whole(0, 9), **share))
    yield tables("pricing.collar", cells(floor=whole(0, 100), ceiling=whole(100, 200)), 1)
    yield tables("pricing.quality_gate", cells(chance=chance, left=whole(0, 100)))


def _more(ranges: Ranges) -> Iterator[st.SearchStrategy[Cells]]:
    outcomes = cells(
        price=whole(0, 99), expected=ranges(0, 900), reversed=whole(0, 100), years=_years()
    )
    members = cells(rate=whole(0, 99), units=ranges(0, 900), least_units=whole(0, 500))
    royalties = cells(
        rate=whole(0, 20),
        revenue=ranges(0, 90_000),
        amount=whole(0, 9_000),
        cap_multiple=whole(1, 3),
    )
    yield tables("pricing.outcomes", outcomes)
    yield tables("pricing.per_member", members)
    yield tables("pricing.royalty", royalties)


def _milestones(ranges: Ranges, chance: Chances) -> st.SearchStrategy[Cells]:
    steps = cells(milestone=st.just("Live"), weight=whole(1, 60), chance=chance, late=ranges(0, 9))
    return tables("pricing.milestones", steps, 3)


def _credits(months: st.SearchStrategy[str]) -> st.SearchStrategy[Cells]:
    bands = st.sampled_from([("99.9", "99.5"), ("99.5", ""), ("", "99"), ("98", "99")])
    rows = st.tuples(bands, whole(0, 30), st.one_of(st.just(""), whole(0, 30)), months)
    return st.lists(rows, max_size=2).map(
        lambda found: rows_of(
            "pricing.sla",
            *(
                {"band_from": a, "band_to": b, "credit": credit, "cap": cap, "months": count}
                for (a, b), credit, cap, count in found
            ),
        )
    )
