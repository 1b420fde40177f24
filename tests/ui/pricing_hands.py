"""Figures of a deal made by hand, which follow a few answers as real ones do."""

from collections.abc import Iterator
from decimal import Decimal

from roadmapper.figures.book import figures as real_figures
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from roadmapper.template.kinds import number

YEARS, BINS = 3, 20
_CASES = {"cautious": "0.68", "expected": "1", "strong": "1.28", "stress": "-0.4"}


def made_figures(answers: Answers, runs: int = 2000, *, whole: bool = True) -> tuple[Figure, ...]:
    """Return the real figures, and in place of the draws what a straight line would give."""
    del runs, whole
    real = {one.name: one for one in real_figures(answers, 0)}
    fee = real.get("pricing.annual_fee")
    if fee is None or "value.net_likely" not in real:
        return tuple(real.values())
    risk = number(answers.text("pricing.at_risk_pct")) or Decimal(0)
    return (*real.values(), *outlook_figures(fee.value, risk))


def _figure(name: str, value: Decimal | int | str, unit: str = "USD", *inputs: str) -> Figure:
    return Figure(name, Decimal(value), unit, "made by hand", inputs)


def outlook_figures(fee: Decimal, risk: Decimal) -> Iterator[Figure]:
    """Yield what draws would give for a yearly fee and the percent of it at risk."""
    for name, value in {"runs": 2000, "seed": 2027, "years": YEARS, "ahead_runs": 1956}.items():
        yield _figure(f"outlook.{name}", value, "")
    yield _figure("outlook.ahead", "97.8", "%")
    yield _figure("outlook.ahead_month", 15, "months")
    yield _figure("outlook.above_base", 34, "%")
    yield _figure("outlook.cap_reached", 12, "%")
    net = Decimal(11_400_000) - 3 * fee
    for name, part in {"p10": "0.36", "p50": "1", "mean": "1", "p90": "1.64"}.items():
        yield _figure(f"outlook.net.{name}", net * Decimal(part))
        yield _figure(f"outlook.paid.{name}", 3 * fee * (1 + Decimal(part) / 10))
        yield _figure(f"outlook.forgone.{name}", fee * risk / 100 * Decimal(part))
    yield _figure("outlook.worst_year", -Decimal(200_000))
    yield _figure("outlook.worst_year_number", 1, "")
    for name, share in {"exposure": "1", "exposure_tail": "0.8", "exposure_mean": "0.3"}.items():
        yield _figure(f"outlook.{name}", fee * risk / 100 * Decimal(share))
    yield from _months(net, fee)
    yield from _bins(net)
    yield from _cases(net, fee, risk)
    yield from _inputs(net)


def _months(net: Decimal, fee: Decimal) -> Iterator[Figure]:
    last = YEARS * 12
    for month in range(last + 1):
        part = Decimal(month) / last
        way = part * part * (net + 650_000) - 650_000
        spread = part * part * abs(net) * Decimal("0.64")
        for name, value in {"p10": way - spread, "p50": way, "p90": way + spread}.items():
            yield _figure(f"outlook.month.{month}.{name}", value)
        yield _figure(f"outlook.month.{month}.paid", 650_000 + part * 3 * fee)


def _bins(net: Decimal) -> Iterator[Figure]:
    low, wide = net - 6_000_000, Decimal(600_000)
    for i in range(BINS):
        yield _figure(f"outlook.bin.{i}.from", low + i * wide)
        yield _figure(f"outlook.bin.{i}.to", low + (i + 1) * wide)
        yield _figure(f"outlook.bin.{i}.share", Decimal(max(0, 10 - abs(10 - i))), "%")


def _cases(net: Decimal, fee: Decimal, risk: Decimal) -> Iterator[Figure]:
    for case, text in _CASES.items():
        part, name = Decimal(text), "outlook.stress" if case == "stress" else f"outlook.case.{case}"
        forgone = fee * risk / 100 if case == "cautious" else Decimal(0)
        rows = {
            "value": net * part + 3 * fee + 500_000,
            "fixed": 2 * fee,
            "earned": fee,
            "gain": Decimal(0),
            "loss": Decimal(0),
            "credits": Decimal(0),
            "costs": Decimal(500_000),
            "net": net * part,
            "forgone": forgone,
            "paid": 3 * fee,
        }
        for row, value in rows.items():
            yield _figure(f"{name}.{row}", value)
        yield _figure(f"{name}.adoption", 74 * abs(part), "%")
        for year in range(1, YEARS + 1):
            yield _figure(f"{name}.year.{year}", net * part * year / YEARS)


def _inputs(net: Decimal) -> Iterator[Figure]:
    yield _figure("outlook.tornado.likely", net)
    for i in range(3):
        path, swing = f"value.drivers[r{i + 1}].improvement", Decimal(2_400_000 - 700_000 * i)
        ends = {"low": net - swing, "high": net + swing, "swing": 2 * swing}
        for name, value in ends.items():
            yield _figure(f"outlook.tornado.{i}.{name}", value, "USD", path)
        yield _figure(f"outlook.tornado.{i}.from", 20, "", path)
        yield _figure(f"outlook.tornado.{i}.to", 50, "", path)
    yield _figure("outlook.break_even.0", "31.456", "", "value.drivers[r1].improvement")
    yield _figure("five.year", 2, "")
    for at, outcome in enumerate(("none", "threshold", "half", "target", "best")):
        yield _figure(f"five.{outcome}.paid", 500_000 + 60_000 * at)
        yield _figure(f"five.{outcome}.forgone", max(0, 210_000 - 70_000 * at))
        yield _figure(f"five.{outcome}.value", 900_000 * at)
