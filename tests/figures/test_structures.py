"""Each structure pays what its formula says, to the cent."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.payouts import Band, Payout, Shape, kept
from roadmapper.figures.settlement import Statement, limits_of, settle, settle_one
from roadmapper.figures.structures import (
    Clause,
    Collar,
    Contract,
    Fee,
    FeesAtRisk,
    GainShare,
    Gate,
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
from roadmapper.figures.terms import Column, MissingResultError, Results

D = Decimal
_TEN_MILLION = D(10_000_000)


def _results(period: int = 1, **numbers: str) -> Results[Decimal]:
    return Results({name: D(text) for name, text in numbers.items()}, period=period)


def _settled(structure: Structure, results: Results[Decimal]) -> Statement[Decimal]:
    return settle_one(EXACT, Contract((Clause(structure),)), results)


def _measures(payout: Payout) -> tuple[Measure, ...]:
    return tuple(
        Measure(name, weight, Column(name), D(0), D(1), payout)
        for name, weight in (("a", D("0.5")), ("b", D("0.3")), ("c", D("0.2")))
    )


def _gain(**how: object) -> GainShare:
    sharing = Sharing(
        minimum=D("0.02"),
        rate=D("0.25"),
        limits=(Limit(D(400_000)),),
        only_past=bool(how.get("only_past")),
    )
    loss = Sharing(minimum=D("0.02"), rate=D("0.3"), limits=(Limit(D(150_000)),))
    return GainShare("Savings", _TEN_MILLION, sharing, saved=Column("v"), loss=loss)


def test_a_subscription_rises_every_year() -> None:
    structure = Subscription("Seats", (Item(D(500), D(3000), D("0.03")),))

    made = [_settled(structure, Results({}, period=year)).total for year in (1, 2, 3)]

    assert made == [D(1_500_000), D(1_545_000), D(1_591_350)]


@pytest.mark.parametrize(
    ("payout", "pay"),
    [
        (Payout(Shape.LINEAR, D("0.5"), D("0.5")), D(1_116_000)),
        (Payout(Shape.CLIFF), D(1_008_000)),
        (Payout(Shape.TIERS, tiers=((D("0.4"), D("0.5")), (D("0.9"), D(1)))), D(1_164_000)),
    ],
    ids=["straight line", "cliff", "tiers"],
)
def test_fees_at_risk_are_earned_by_results(payout: Payout, pay: Decimal) -> None:
    structure = FeesAtRisk("Fee", Fee(D(1_200_000)), D("0.2"), _measures(payout))

    assert _settled(structure, _results(a="0.9", b="0.4", c="1.1")).total == pay


def test_a_bonus_is_earned_between_the_target_and_its_stretch() -> None:
    structure = FeesAtRisk(
        "Fee",
        Fee(D(100_000)),
        D("0.2"),
        (Measure("a", D(1), Column("a"), D(0), D(1)),),
        bonus=D("0.1"),
        stretch=D("1.2"),
    )

    made = [_settled(structure, _results(a=text)).total for text in ("1", "1.1", "1.2", "3")]

    assert made == [D(100_000), D(105_000), D(110_000), D(110_000)]


@pytest.mark.parametrize(
    ("saved", "first_dollar", "second_dollar"),
    [
        ("150000", 0, 0),
        ("200000", 50_000, 0),
        ("1000000", 250_000, 200_000),
        ("3000000", 400_000, 400_000),
        ("-100000", 0, 0),
        ("-200000", -60_000, -60_000),
        ("-400000", -120_000, -120_000),
        ("-800000", -150_000, -150_000),
    ],
)
def test_a_gain_share_pays_past_its_corridor_and_within_its_limits(
    saved: str, first_dollar: int, second_dollar: int
) -> None:
    assert _settled(_gain(), _results(v=saved)).total == first_dollar
    assert _settled(_gain(only_past=True), _results(v=saved)).total == second_dollar


def test_a_price_for_outcomes_counts_those_that_stand_between_its_limits() -> None:
    structure = PerEvent("Events", D(12), Column("n"), Column("back"), D(300_000), D(450_000))

    made = [
        _settled(structure, _results(n=many, back="1500")).total
        for many in ("40000", "30000", "10000")
    ]

    assert made == [D(450_000), D(342_000), D(300_000)]


def test_milestones_release_their_part_less_what_each_week_late_costs() -> None:
    steps = (
        Milestone("one", D("0.4"), D(1)),
        Milestone("two", D("0.3"), D(1), Column("late")),
        Milestone("three", D("0.3"), D(0)),
    )
    structure = Milestones("Work", Fee(D(400_000)), D("0.25"), steps, D("0.02"), D("0.1"))

    made = _settled(structure, _results(late="3"))

    assert [one.amount for one in made.payments] == [300_000, 40_000, 28_200, 0]
    assert made.total == D(368_200)


def test_service_credits_follow_the_time_the_service_was_down() -> None:
    bands = tuple(
        (D(limit), D(credit))
        for limit, credit in (("0.999", "0"), ("0.995", "0.05"), ("0.99", "0.1"), ("0", "0.25"))
    )
    structure = ServiceCredits("Service", D(100_000), D(43_200), D(240), Column("down"), bands)

    made = [_settled(structure, _results(down=text)).total for text in ("0", "120", "300", "9999")]

    assert made == [D(0), D(-5_000), D(-10_000), D(-25_000)]


def test_a_rate_per_member_counts_every_month() -> None:
    structure = PerMember("Members", D(85_000), D("0.42"))

    assert _settled(structure, _results()).total == D(428_400)


def test_a_least_volume_is_paid_even_if_fewer_came() -> None:
    structure = PerMember("Members", Column("n"), D(1), least_units=D(100), most=D(2_000))

    assert _settled(structure, _results(n="20")).total == D(1_200)
    assert _settled(structure, _results(n="900")).total == D(2_000)


def test_a_fee_follows_those_who_use_the_service_but_not_below_its_floor() -> None:
    structure = Ramp(
        "Fee", Fee(D(1_500_000)), active=Column("n"), contracted=D(500), floor=D("0.4")
    )

    assert _settled(structure, _results(n="310")).total == D(930_000)
    assert _settled(structure, _results(n="10")).total == D(600_000)


def test_a_ramp_has_a_part_for_each_period_and_keeps_the_last() -> None:
    structure = Ramp("Fee", Fee(D(1_000)), parts=(D("0.25"), D("0.5"), D(1)))

    made = [_settled(structure, _results(period)).total for period in (1, 2, 3, 4)]

    assert made == [250, 500, 1_000, 1_000]


def test_a_royalty_ends_when_its_multiple_is_paid() -> None:
    structure = Royalty("Royalty", D("0.06"), Column("revenue"), D(500_000), D(2))
    revenue = ("1000000", "4000000", "9000000", "12000000", "1")
    periods = [_results(at, revenue=text) for at, text in enumerate(revenue, 1)]

    made = settle(EXACT, Contract((Clause(structure),)), periods)

    assert [one.total for one in made] == [60_000, 240_000, 540_000, 160_000, 0]


def test_a_collar_holds_the_sum_but_not_the_credits() -> None:
    fee = Subscription("Fee", (Item(D(1), D(1_200_000)),))
    loss = GainShare("Savings", _TEN_MILLION, Sharing(), saved=Column("v"), loss=Sharing())
    down = ServiceCredits("Down", D(100_000), D(100), D(0), D(50), ((D(0), D("0.05")),))
    collar = Collar(Fee(D(1_200_000)), D("0.15"), D("0.1"))
    contract = Contract((Clause(fee), Clause(loss), Clause(down)), collar)

    made = settle_one(EXACT, contract, _results(v="-240000"))

    assert [made.before_collar, made.after_collar] == [960_000, 1_020_000]
    assert made.total == 1_015_000


def test_a_closed_gate_stops_results_and_gains_but_neither_fees_nor_losses() -> None:
    gate = Gate("Falls not worse", Column("falls"), most=D(3))
    at_risk = FeesAtRisk("Fee", Fee(D(100)), D("0.2"), (Measure("a", D(1), D(1), D(0), D(1)),))
    contract = Contract((Clause(at_risk, (gate,)), Clause(_gain(), (gate,))))

    good = settle_one(EXACT, contract, _results(v="1000000", falls="3"))
    bad = settle_one(EXACT, contract, _results(v="1000000", falls="3.1"))
    lost = settle_one(EXACT, contract, _results(v="-400000", falls="4"))

    assert [good.total, bad.total, lost.total] == [250_100, 80, -119_920]


def test_a_clause_holds_only_in_its_periods() -> None:
    early = Clause(Subscription("Fee", (Item(D(1), D(100)),)), periods=frozenset({1, 2}))

    made = settle(EXACT, Contract((early,)), [_results(1), _results(2), _results(3)])

    assert [one.total for one in made] == [100, 100, 0]


def test_what_was_paid_meanwhile_and_what_is_disputed_are_taken_off() -> None:
    fee = Clause(Subscription("Fee", (Item(D(1), D(100)),)))
    contract = Contract((fee,), interim=Column("paid"), disputed=Column("open"))

    made = settle_one(EXACT, contract, _results(paid="70", open="20"))

    assert [made.true_up, made.held, made.due] == [30, 20, 10]


def test_a_result_that_is_missing_is_named() -> None:
    with pytest.raises(MissingResultError) as told:
        _settled(_gain(), _results(other="1"))

    assert told.value.column == "v"


_REACH = {
    "professional": ((D("0.05"), "0.5"), (D("0.1"), "0.35"), (D("0.15"), "0.15"), (None, "0.05")),
    "global": ((D("0.25"), "1"), (D("0.35"), "0.5"), (D("0.5"), "0.25"), (None, "0.1")),
    "part D": ((D("0.05"), "1"), (D("0.1"), "0.5"), (None, "0.2")),
}
_KEPT: Mapping[str, tuple[tuple[str, str], ...]] = {
    "professional": ((".03", ".015"), (".08", ".0355"), (".12", ".0455"), (".4", ".0625")),
    "global": ((".2", ".2"), (".3", ".275"), (".4", ".3125"), (".6", ".3475")),
    "part D": ((".07", ".06"), (".1", ".075"), (".15", ".085")),
}


@pytest.mark.parametrize("schedule", _REACH)
def test_bands_keep_their_own_share_of_what_lies_in_them(schedule: str) -> None:
    bands = [Band(D(rate), limit) for limit, rate in _REACH[schedule]]

    for rate, part in _KEPT[schedule]:
        assert kept(EXACT, D(rate), bands) == D(part)


def test_a_collar_pays_nothing_in_a_period_without_a_clause_inside_it() -> None:
    fee = Clause(Subscription("Fee", (Item(D(1), D(100)),)), periods=frozenset({1, 2}))
    apart = Clause(Subscription("Set-up", (Item(D(1), D(50)),)), outside=True)
    contract = Contract((fee, apart), Collar(Fee(D(200)), D("0.1"), D("0.1")))

    held, free = (settle_one(EXACT, contract, Results({}, period=one)) for one in (2, 50))

    assert [held.before_collar, held.after_collar, held.total] == [100, 180, 230]
    assert [free.before_collar, free.after_collar, free.total] == [0, 0, 50]
    assert limits_of(EXACT, contract, Results({}, period=50)) == (None, None)


def test_what_lies_outside_the_collar_is_added_after_it() -> None:
    fee = Clause(Subscription("Fee", (Item(D(1), D(130)),)))
    set_up = Clause(Subscription("Set-up", (Item(D(1), D(50)),)), outside=True)
    contract = Contract((fee, set_up), Collar(Fee(D(100)), D("0.1"), D("0.1")))

    made = settle_one(EXACT, contract, Results({}))

    assert [made.before_collar, made.after_collar, made.total] == [130, 110, 160]


def test_a_royalty_returned_to_the_system_is_taken_off_until_its_multiple() -> None:
    back = Royalty("Royalty", D("0.1"), D(4_000), D(300), D(2), returned=True)
    contract = Contract((Clause(back),))

    made = settle(EXACT, contract, [Results({}, period=year) for year in (1, 2, 3)])

    assert [one.total for one in made] == [-400, -200, 0]


def test_a_loss_may_be_shared_without_a_gain_and_credits_count_their_months() -> None:
    loss = GainShare("Loss", _TEN_MILLION, saved=D(-1_000_000), loss=Sharing(rate=D("0.3")))
    bands = ((D("0.99"), D(0)), (D(0), D("0.1")))
    down = ServiceCredits("Down", D(1_000), D(100), D(0), D(50), bands, months=D(3))

    made = settle_one(EXACT, Contract((Clause(loss), Clause(down))), Results({}))

    assert [one.amount for one in made.payments] == [-300_000, -300]
