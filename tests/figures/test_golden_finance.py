"""Every published case of pricing and money over time comes out as it was published.

The cases lie beside the project; literal values of most of them stand in the tests of each formula.
"""

import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from roadmapper.figures import priorities, returns, sampling, spread
from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.payouts import Band, Payout, Shape, kept
from roadmapper.figures.settlement import settle
from roadmapper.figures.structures import (
    Clause,
    Collar,
    Contract,
    Fee,
    FeesAtRisk,
    GainShare,
    Item,
    Limit,
    Measure,
    Milestone,
    Milestones,
    PerEvent,
    PerMember,
    Ramp,
    Royalty,
    ServiceCredits,
    Sharing,
    Structure,
    Subscription,
)
from roadmapper.figures.terms import Column, Results
from roadmapper.figures.uncertain import Shape as Kind
from tests.figured import DRIVERS, book, driver, rows_of

ROOT = Path(__file__).parents[2]
Told = Mapping[str, Any]
Comes = Callable[[Told, Any], tuple[Any, Any]]
"""From inputs and what is expected to what comes out and what should, both as plain numbers."""


def _file() -> Path | None:
    return next(ROOT.parent.glob("*/fixtures/mssp/golden_finance.json"), None)


def _cases() -> list[Any]:
    file = _file()
    if file is None:
        why = "The published cases are not beside the project."
        return [pytest.param({}, marks=pytest.mark.skip(reason=why))]
    cases = json.loads(file.read_text(encoding="utf-8"))["cases"]
    return [pytest.param(one, id=f"{at}-{one['id']}") for at, one in enumerate(cases, 1)]


def _d(number: float | str) -> Decimal:
    return Decimal(str(number))


def _paid(structure: Structure, *told: Mapping[str, Any], collar: Collar | None = None) -> Any:
    """Return what a structure pays in each of these periods, as floats."""
    periods = [
        Results({name: _d(value) for name, value in one.items()}, period=at)
        for at, one in enumerate(told or ({},), 1)
    ]
    made = settle(EXACT, Contract((Clause(structure),), collar), periods)
    return [float(one.total) for one in made]


def _subscription(told: Told, expect: Any) -> tuple[Any, Any]:
    items = (Item(_d(told["qty"]), _d(told["price"]), _d(told["escalator"])),)
    return _paid(Subscription("Fee", items), *({} for _ in range(told["years"]))), expect


def _at_risk(told: Told, expect: Any) -> tuple[Any, Any]:
    payout = Payout(Shape.CLIFF)
    if "a_min" in told:
        payout = Payout(Shape.LINEAR, _d(told["a_min"]), _d(told["s0"]))
    measures = tuple(
        Measure(str(at), _d(weight), _d(attained), _d(0), _d(1), payout)
        for at, (weight, attained) in enumerate(zip(told["w"], told["att"], strict=True))
    )
    fee = _d(told["F"])
    at_risk = FeesAtRisk("Fee", Fee(fee), _d(told["r"]), measures)
    made = settle(EXACT, Contract((Clause(at_risk),)), [Results({})])[0]
    parts = [
        float(one.amount / (fee * _d(told["r"]) * weight.weight))
        for one, weight in zip(made.payments[1:], measures, strict=True)
    ]
    return [*parts, float(made.total)], [*expect["s"], expect["pay"]]


def _gain(told: Told, expect: Any, *, only_past: bool = False) -> tuple[Any, Any]:
    is_loss = "MLR" in told
    minimum, rate = ("MLR", "lambda") if is_loss else ("MSR", "sigma")
    limits = (Limit(_d(told["cap"])),)
    how = Sharing(_d(told[minimum]), only_past, _d(told[rate]), limits=limits)
    gain, loss = (Sharing(rate=_d(0)), how) if is_loss else (how, None)
    share = GainShare("Savings", _d(told["Base"]), gain, saved=Column("v"), loss=loss)
    return [_paid(share, {"v": value})[0] for value in expect], list(expect.values())


def _per_event(told: Told, expect: Any) -> tuple[Any, Any]:
    numbers = [_d(told[key]) for key in ("price", "events", "reversed", "min", "max")]
    return _paid(PerEvent("Events", *numbers)), [expect]


def _milestones(told: Told, expect: Any) -> tuple[Any, Any]:
    steps = tuple(
        Milestone(str(at), _d(weight), _d(int(late is not None)), _d(late or 0))
        for at, (weight, late) in enumerate(zip(told["w"], told["late_weeks"], strict=True))
    )
    rates = (_d(told["per_week"]), _d(told["max"]))
    structure = Milestones("Work", Fee(_d(told["fee"])), _d(told["holdback"]), steps, *rates)
    total = _paid(structure)[0]
    certain = told["fee"] * (1 - told["holdback"])
    return [total - certain, total], [expect["released"], expect["total"]]


def _credits(told: Told, expect: Any) -> tuple[Any, Any]:
    total, excluded, down = told["days"] * 1440, told["excluded_min"], told["down_min"]
    bands = tuple((_d(limit), _d(credit)) for limit, credit in told["bands"])
    terms = (_d(total), _d(excluded), _d(down))
    uptime = float(EXACT.ratio(_d(total - excluded - down), _d(total - excluded)))
    paid = _paid(ServiceCredits("Service", _d(told["monthly_fee"]), *terms, bands))[0]
    return [uptime, -paid], [expect["uptime"], expect["credit"]]


def _per_member(told: Told, expect: Any) -> tuple[Any, Any]:
    numbers = [_d(told[key]) for key in ("members", "rate", "months")]
    return _paid(PerMember("Members", *numbers)), [expect]


def _adoption(told: Told, expect: Any) -> tuple[Any, Any]:
    active, contracted, floor = (_d(told[key]) for key in ("active", "contracted", "floor"))
    ramp = Ramp("Fee", Fee(_d(told["F"])), active=active, contracted=contracted, floor=floor)
    return _paid(ramp), [expect]


def _royalty(told: Told, expect: Any) -> tuple[Any, Any]:
    contribution, multiple = _d(told["contribution"]), _d(told["cap_multiple"])
    royalty = Royalty("Royalty", _d(told["rho"]), Column("r"), contribution, multiple)
    return _paid(royalty, *({"r": one} for one in told["revenue"])), expect


def _collar(told: Told, expect: Any) -> tuple[Any, Any]:
    fee = _d(told["F"])
    owed = Subscription("Sum", (Item(_d(1), fee + _d(told["variable"])),))
    return _paid(owed, collar=Collar(Fee(fee), _d(told["floor"]), _d(told["ceil"]))), [expect]


def _corridor(told: Told, expect: Any) -> tuple[Any, Any]:
    bands = [Band(_d(rate), _d(limit)) for limit, rate in told["bands_upto_rate"]]
    return [float(kept(EXACT, _d(one), bands)) for one in expect], list(expect.values())


def _payback(told: Told, expect: Any) -> tuple[Any, Any]:
    flows, rate = told["flows"], told["rate"]
    made = {
        "npv": returns.npv(rate, flows),
        "simple": returns.payback(flows),
        "discounted": returns.payback(flows, rate),
        "npv_mid_year": returns.npv(rate, flows, mid_year=True),
    }
    return [made[name] for name in expect], list(expect.values())


def _not_unique(told: Told, expect: Any) -> tuple[Any, Any]:
    at_roots = [returns.npv(root, told["flows"]) for root in expect["roots"]]
    return [returns.irr(told["flows"]) is None, *at_roots], [True, 0, 0]


def _dated(told: Told, expect: Any) -> tuple[Any, Any]:
    days = [date.fromisoformat(one) for one in told["dates"]]
    made = [returns.xnpv(told["rate"], days, told["flows"]), returns.xirr(days, told["flows"])]
    return made, [expect["xnpv"], expect["xirr"]]


def _spread(shape: Kind) -> Comes:
    def comes(told: Told, expect: Any) -> tuple[Any, Any]:
        limits = float(told["low"]), float(told["likely"]), float(told["high"])
        moments = spread.pert_moments if shape is Kind.PERT else spread.triangular_moments
        mean, deviation = moments(*limits)
        parts = [name for name in expect if name.startswith("P")]
        even = np.array([int(name[1:]) / 100 for name in parts])
        drawn = spread.drawn(spread.Spread(*limits, shape), even).tolist()
        made = {"mean": mean, "sd": deviation, **dict(zip(parts, drawn, strict=True))}
        width = (limits[2] - limits[0]) / spread.PERT_WEIGHT
        made |= {
            "alpha": 1 + (limits[1] - limits[0]) / width,
            "beta": 1 + (limits[2] - limits[1]) / width,
        }
        return [made[name] for name in expect], list(expect.values())

    return comes


def _cases_needed(told: Told, expect: Any) -> tuple[Any, Any]:
    made = [sampling.cases_each(float(one), told["alpha"], told["power"]) for one in expect]
    return made, list(expect.values())


def _wedge(told: Told, expect: Any) -> tuple[Any, Any]:
    started = sampling.wedge(told["clusters"])
    assert len(started[0]) == told["periods"]
    return sampling.wedge_variance(started, told["sigma2"], told["tau2"]), expect


def _net(told: Told, **changed: float) -> float:
    """Return what the case leaves of a year: one driver less the fee."""
    at = {**told, **changed}
    factors = {
        "volume": at["users"] * at["enc"] * at["use"],
        "unit_value": at["rate"] / 60,
        "realization": at["realised"] * 100,
    }
    cells: dict[str, Any] = {name: f"{value:.12f}" for name, value in factors.items()}
    one = driver("capacity", {**cells, "improvement": (f"{at['mins']:.12f}",) * 3})
    return float(book(rows_of(DRIVERS, one))["value.hard_likely"]) - float(told["fee"])


def _tornado(told: Told, expect: Any) -> tuple[Any, Any]:
    base = _net(told)
    made, wanted = [base + told["fee"], base], [expect["gross"], expect["net"]]
    for name in ("realised", "mins", "use", "rate"):
        key = next(one for one in expect if one.startswith(name))
        made += [_net(told, **{name: float(end)}) for end in key.split()[1].split("/")]
        wanted += expect[key]
    return [*made, _net(told, mins=expect["breakeven_mins"])], [*wanted, 0]


def _weights(told: Told, expect: Any) -> tuple[Any, Any]:
    made = priorities.weights(told["ranks"])
    return [*made, sum(made)], [*expect["weights"], expect["sum"]]


COMES: Mapping[str, Comes] = {
    "M1_subscription": _subscription,
    "M2_linear": _at_risk,
    "M2_cliff": _at_risk,
    "M3_first_dollar": _gain,
    "M3_second_dollar": lambda t, e: _gain(t, e, only_past=True),
    "M4_two_sided_loss": _gain,
    "M5_per_event": _per_event,
    "M6_milestones": _milestones,
    "M7_sla": _credits,
    "M8_pmpm": _per_member,
    "M9_adoption": _adoption,
    "M10_royalty": _royalty,
    "M11_collar": _collar,
    "corridor_REACH_professional": _corridor,
    "corridor_REACH_global": _corridor,
    "corridor_PartD_plan_bears": _corridor,
    "NPV_all_discounted": lambda t, e: (returns.npv(t["rate"], [0, *t["flows"]]), e),
    "NPV_c0_undiscounted": lambda t, e: (returns.npv(t["rate"], t["flows"]), e),
    "NPV_plus_c0": lambda t, e: (returns.npv(t["rate"], t["flows"]), e),
    "IRR": lambda t, e: (returns.irr(t["flows"]), e),
    "IRR_not_unique": _not_unique,
    "payback": _payback,
    "XNPV_XIRR": _dated,
    "MIRR": lambda t, e: (returns.mirr(t["flows"], t["finance"], t["reinvest"]), e),
    "PERT": _spread(Kind.PERT),
    "TRIANGULAR": _spread(Kind.TRIANGULAR),
    "sample_size_two_means": _cases_needed,
    "hussey_hughes_variance": _wedge,
    "tornado_base": _tornado,
    "priority_weights": _weights,
}


@pytest.mark.parametrize("case", _cases())
def test_a_published_case_comes_out_as_published(case: Told) -> None:
    made, expected = COMES[case["id"]](case["inputs"], case["expect"])

    assert made == pytest.approx(expected, rel=1e-6, abs=1e-6)


def test_all_published_cases_are_there() -> None:
    if _file() is None:
        pytest.skip("The published cases are not beside the project.")

    assert len(_cases()) == 38
