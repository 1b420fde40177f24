"""Random contracts and results, for what must hold of every one."""

from decimal import Decimal

from hypothesis import strategies as st

from roadmapper.figures.payouts import Payout, Shape
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
    PerEvent,
    Ramp,
    ServiceCredits,
    Sharing,
    Subscription,
)
from roadmapper.figures.terms import Column, Results

D = Decimal
FEE = D(1_000_000)


def parts(most: str = "1") -> st.SearchStrategy[Decimal]:
    """Return shares with at most four decimals."""
    return st.decimals(0, D(most), places=4, allow_nan=False)


def _payouts() -> st.SearchStrategy[Payout]:
    linear = st.builds(Payout, st.just(Shape.LINEAR), parts(), parts())
    tiers = st.lists(st.tuples(parts("2"), parts()), min_size=1, max_size=4).map(
        lambda told: tuple(
            zip(sorted(limit for limit, _ in told), sorted(part for _, part in told), strict=True)
        )
    )
    return st.one_of(linear, st.just(Payout(Shape.CLIFF)), st.builds(_tiered, tiers))


def _tiered(tiers: tuple[tuple[Decimal, Decimal], ...]) -> Payout:
    return Payout(Shape.TIERS, tiers=tiers)


@st.composite
def fees_at_risk(draw: st.DrawFn) -> FeesAtRisk:
    """Draw fees that wait for up to four measures; their weights make one."""
    cuts = sorted(draw(st.lists(parts(), max_size=3)))
    weights = [after - before for before, after in zip([D(0), *cuts], [*cuts, D(1)], strict=True)]
    measures = tuple(
        Measure(f"m{at}", weight, Column(f"m{at}"), D(0), D(1), draw(_payouts()))
        for at, weight in enumerate(weights)
    )
    bonus = draw(parts("0.3"))
    return FeesAtRisk("At risk", Fee(FEE), draw(parts()), measures, bonus)


def sharings() -> st.SearchStrategy[Sharing]:
    """Return ways to share, with or without a corridor and a limit."""
    limits = st.one_of(st.just(()), parts().map(lambda part: (Limit(part, FEE),)))
    return st.builds(
        Sharing, parts("0.1"), st.booleans(), parts(), st.just(()), parts(), st.just(D(0)), limits
    )


def gain_shares() -> st.SearchStrategy[GainShare]:
    """Return shares of savings, with or without a part in losses."""
    return st.builds(
        GainShare,
        st.just("Savings"),
        st.just(D(10_000_000)),
        sharings(),
        st.just(Column("saved")),
        st.just(None),
        st.one_of(st.none(), sharings()),
    )


def contracts() -> st.SearchStrategy[Contract]:
    """Return mixes of structures under one collar."""
    down = ServiceCredits(
        "Down", D(10_000), D(43_200), D(0), Column("down"), ((D("0.99"), D(0)), (D(0), D("0.2")))
    )
    structures = st.one_of(
        st.just(Subscription("Fee", (Item(D(1), FEE),))),
        fees_at_risk(),
        gain_shares(),
        st.just(PerEvent("Events", D(12), Column("events"), least=D(0))),
        st.just(Ramp("Ramp", Fee(FEE), active=Column("users"), contracted=D(500), floor=D("0.3"))),
        st.just(down),
    )
    clauses = st.lists(structures.map(Clause), min_size=1, max_size=5).map(tuple)
    return st.builds(Contract, clauses, st.builds(Collar, st.just(Fee(FEE)), parts(), parts()))


def results() -> st.SearchStrategy[Results[Decimal]]:
    """Return results for every column a random contract reads."""
    attained = st.decimals(D("-0.5"), D(2), places=3)
    numbers = st.fixed_dictionaries(
        {
            **{f"m{at}": attained for at in range(4)},
            "saved": st.integers(-4_000_000, 4_000_000).map(D),
            "events": st.integers(0, 100_000).map(D),
            "users": st.integers(0, 700).map(D),
            "down": st.integers(0, 43_200).map(D),
        }
    )
    return numbers.map(Results)
