"""Figures of an outlook made by hand: a deal that is a little ahead, with every name there is."""

from decimal import Decimal

from roadmapper.proposal.facts import Figure

YEARS = 3
LAST = 12 * YEARS
CASES = {
    "cautious": (3_400_000, 3_700_000, 620_000, 0, 0, 4_000, 390_000, 300_000),
    "expected": (5_500_000, 3_720_000, 830_000, 100_000, -20_000, 1_000, 400_000, 100_000),
    "strong": (7_600_000, 3_720_000, 960_000, 300_000, 0, 0, 400_000, 0),
    "stress": (900_000, 3_700_000, 0, 0, -90_000, 9_000, 480_000, 920_000),
}
PARTS = ("value", "fixed", "earned", "gain", "loss", "credits", "costs", "forgone")
INPUTS = (
    ("value.drivers[visits].improvement", -1_400_000, 1_900_000, "0", "0.9"),
    ("value.drivers[cover].improvement", -600_000, 1_300_000, "0", "98"),
    ("value.costs[cover].likely", 530_000, 465_000, "140000", "205000"),
)


def outlook(*without: str) -> dict[str, Figure]:
    """Return the figures by name, without those whose name begins so."""
    found = [*_single(), *_months(), *_bins(), *_cases(), *_tornado()]
    return {one.name: one for one in found if not one.name.startswith(without or ("\0",))}


def figure(name: str, value: object, unit: str = "USD", inputs: tuple[str, ...] = ()) -> Figure:
    """Return a figure of this value."""
    return Figure(f"outlook.{name}", Decimal(str(value)), unit, "by hand", inputs)


def _single() -> list[Figure]:
    dollars = {"net.mean": 471_000, "net.p10": -1_312_345, "net.p50": 377_000, "net.p90": 2_212_000}
    return [
        figure("runs", 10_000, ""),
        figure("seed", 2027, ""),
        figure("years", YEARS, "years"),
        figure("ahead", "63.9", "%"),
        figure("ahead_month", 29, "months"),
        *(figure(name, value) for name, value in dollars.items()),
    ]


def _months() -> list[Figure]:
    ends = {"p10": -1_312_345, "p50": 377_000, "p90": 2_212_000, "paid": 4_629_000}
    return [
        figure(f"month.{month}.{name}", -180_000 + (end + 180_000) * month // LAST)
        for month in range(LAST + 1)
        for name, end in ends.items()
    ]


def _bins() -> list[Figure]:
    found = []
    for i in range(20):
        start = -3_000_000 + 310_000 * i
        found += [figure(f"bin.{i}.from", start), figure(f"bin.{i}.to", start + 310_000)]
        found.append(figure(f"bin.{i}.share", 10 - abs(i - 10), "%"))
    return found


def _cases() -> list[Figure]:
    found = []
    for case, numbers in CASES.items():
        name = "stress" if case == "stress" else f"case.{case}"
        value, fixed, earned, gain, loss, credited, costs, _ = numbers
        net = value - fixed - earned - gain - loss + credited - costs
        told = dict(zip(PARTS, numbers, strict=True))
        told |= {"net": net, "paid": fixed + earned + gain + loss - credited}
        found += [figure(f"{name}.{part}", number) for part, number in told.items()]
        found += [figure(f"{name}.fee_share", 96, "%"), figure(f"{name}.adoption", 61, "%")]
        found += [figure(f"{name}.year.{t}", net * t // YEARS) for t in range(1, YEARS + 1)]
    return found


def _tornado() -> list[Figure]:
    found = [figure("tornado.likely", 500_000)]
    for i, (path, low, high, start, end) in enumerate(INPUTS):
        name = f"tornado.{i}"
        found += [
            figure(f"{name}.low", low, "USD", (path,)),
            figure(f"{name}.high", high, "USD", (path,)),
            figure(f"{name}.swing", abs(high - low)),
            figure(f"{name}.from", start, ""),
            figure(f"{name}.to", end, ""),
        ]
    return found
