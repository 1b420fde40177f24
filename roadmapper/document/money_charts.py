"""Charts of what the deal comes to, from its figures: over time, spread, who bears what, inputs.

Each takes the figures by name and the answers for names of rows, and gives None where a figure
it needs is missing. Page and document show the same.
"""

from collections.abc import Sequence
from decimal import Decimal

from roadmapper.document import formats
from roadmapper.document.input_names import input_name
from roadmapper.document.outlook_reading import (
    CASES,
    Figures,
    TornadoRow,
    runs_note,
    tornado_rows,
    value_of,
    values_at,
)
from roadmapper.document.rounding import Rounding, rounding_of, share_text
from roadmapper.document.scenarios import scenario_rows
from roadmapper.document.tree import Chart, ChartKind, Flag, Limit, Series
from roadmapper.proposal.answers import Answers

__all__ = ["over_time", "scenario_rows", "spread_chart", "tornado", "waterfall", "who_bears"]

CLASSES = {
    "cash": "Cash released",
    "revenue": "Revenue",
    "capacity": "Capacity",
    "avoided": "Avoided cost",
}
NET_LOSS = "net loss"
LONGEST_TORNADO = 6
_BINS = 20


def over_time(figures: Figures, answers: Answers) -> Chart | None:
    """Return cumulative net value month by month: band, median, and what was paid."""
    del answers
    rounding, last = rounding_of(figures), _last_month(figures)
    columns = [
        values_at(figures, [f"outlook.month.{month}.{name}" for month in range(last + 1)])
        for name in ("p10", "p50", "p90", "paid")
    ]
    if last < 1 or not all(columns):
        return None
    names = ("One in ten is lower", "net, middle run", "One in ten is higher", "paid to us")
    ahead = value_of(figures, "outlook.ahead_month")
    flag = Flag(ahead, f"Ahead from month {ahead:f}") if ahead is not None else None
    return Chart(
        key="over-time",
        kind=ChartKind.AREA,
        title="Cumulative net value to you",
        categories=("Start", *(f"Month {month}" for month in range(1, last + 1))),
        series=tuple(
            _line(name, values, rounding) for name, values in zip(names, columns, strict=True)
        ),
        alt=_over_time_alt(columns, last, ahead, rounding),
        subtitle=(
            f"{_ahead_words(ahead)} The line is the middle run; eight in ten runs end inside "
            "the band; the dashed line is what you have paid us."
        ),
        unit=rounding.unit,
        note=runs_note(figures),
        flag=flag,
        places=rounding.places,
    )


def _last_month(figures: Figures) -> int:
    years = value_of(figures, "outlook.years")
    return int(years * 12) if years is not None else 0


def _line(name: str, values: tuple[Decimal, ...], rounding: Rounding) -> Series:
    labels = ("",) * (len(values) - 1) + (rounding.text(values[-1]),)
    return Series(name, tuple(rounding.fine(value) for value in values), labels)


def _ahead_words(month: Decimal | None) -> str:
    if month is None:
        return "The middle run is not ahead within the term."
    return f"The middle run stays ahead from month {month:f} on."


def _over_time_alt(
    columns: list[tuple[Decimal, ...]], last: int, ahead: Decimal | None, rounding: Rounding
) -> str:
    low, middle, high, paid = columns
    turn = f"ahead from month {ahead:f}" if ahead is not None else "not ahead within the term"
    return (
        f"Cumulative net value in the middle run goes from {rounding.text(middle[0])} to "
        f"{rounding.text(middle[-1])} over {last} months; {turn}. Eight in ten runs end between "
        f"{rounding.text(low[-1])} and {rounding.text(high[-1])}. "
        f"Fees paid by then: {rounding.text(paid[-1])}."
    )


def spread_chart(figures: Figures, answers: Answers) -> Chart | None:
    """Return in how many runs the net over the term falls where, with the zero line."""
    del answers
    parts = [
        values_at(figures, [f"outlook.bin.{i}.{name}" for i in range(_BINS)])
        for name in ("from", "to", "share")
    ]
    ahead = value_of(figures, "outlook.ahead")
    if not all(parts) or ahead is None:
        return None
    rounding = rounding_of(figures)
    low, high, share = parts
    words = f"You are ahead in {share_text(ahead)} of runs and behind in the rest."
    shares = tuple(formats.rounded(one, Decimal("0.1")) for one in share)
    zero = _zero_place(low, high)
    most = max(range(_BINS), key=lambda i: share[i])
    return Chart(
        key="spread",
        kind=ChartKind.HISTOGRAM,
        title="How the net over the term is spread",
        categories=tuple(rounding.text(one) for one in low),
        series=(Series("Share of runs", shares),),
        alt=(
            f"Share of runs by net over the term, from {rounding.text(low[0])} to "
            f"{rounding.text(high[-1])}; the fullest column lies between "
            f"{rounding.text(low[most])} and {rounding.text(high[most])}. "
            f"{words}"
        ),
        subtitle=(
            f"{words} Share of runs in percent; the amount below a column is where it begins."
        ),
        unit="%",
        emphasised=tuple(i for i, top in enumerate(high) if top <= 0),
        note=runs_note(figures),
        flag=Flag(zero, "$0") if zero is not None else None,
    )


def _zero_place(low: tuple[Decimal, ...], high: tuple[Decimal, ...]) -> Decimal | None:
    """Return where zero lies, counted in columns from the left; None if it lies outside."""
    for i, (start, end) in enumerate(zip(low, high, strict=True)):
        if start <= 0 < end:
            return i - formats.rounded(start / (end - start), Decimal("0.01"))
    return None


def who_bears(figures: Figures, answers: Answers) -> Chart | None:
    """Return the value of each case as a stack: what is left, fees, costs, fees forgone."""
    del answers
    rounding = rounding_of(figures)
    cases = tuple(case for case in CASES if f"outlook.case.{case}.net" in figures)
    parts = {
        name: values_at(figures, [f"outlook.case.{case}.{name}" for case in cases])
        for name in ("net", "paid", "costs", "forgone", "value")
    }
    if not all(parts.values()):
        return None
    shown = (
        ("Left with you", parts["net"]),
        ("Paid to us", parts["paid"]),
        ("Your own cost", parts["costs"]),
        ("Fee we do not earn", tuple(-one for one in parts["forgone"])),
    )
    told = [(name, values) for name, values in shown if any(map(rounding.of, values))]
    said = "; ".join(
        f"{case}: "
        + ", ".join(f"{_inside(name)} {rounding.text(values[i])}" for name, values in told)
        for i, case in enumerate(cases)
    )
    return Chart(
        key="who-bears",
        kind=ChartKind.STACKED,
        title="Who gets what, and who bears what",
        categories=tuple(case.capitalize() for case in cases),
        series=tuple(_stack(name, values, rounding) for name, values in told),
        alt=f"{counted(cases)} over the term. {said[:1].upper()}{said[1:]}.",
        subtitle=(
            "Above zero is where the value goes over the term; "
            "below zero is what either side goes without."
        ),
        unit=rounding.unit,
        note=runs_note(figures),
        places=rounding.places,
    )


def counted(cases: Sequence[str]) -> str:
    """Return how many cases there are, in words."""
    return "One case" if len(cases) == 1 else f"{formats.in_words(len(cases)).capitalize()} cases"


def _inside(name: str) -> str:
    return name[:1].lower() + name[1:]


def _stack(name: str, values: tuple[Decimal, ...], rounding: Rounding) -> Series:
    return Series(
        name, tuple(map(rounding.of, values)), tuple(rounding.text(one) for one in values)
    )


def tornado(figures: Figures, answers: Answers) -> Chart | None:
    """Return what each input alone does to the net, from its low to its high, largest first."""
    likely = value_of(figures, "outlook.tornado.likely")
    rows = tornado_rows(figures)[:LONGEST_TORNADO]
    if likely is None or not rows:
        return None
    rounding = rounding_of(figures)
    names = tuple(input_name(row.path, answers) for row in rows)
    said = "; ".join(
        f"{name} {_end(row.low, rounding)} to {_end(row.high, rounding)}"
        for name, row in zip(names, rows, strict=True)
    )
    return Chart(
        key="tornado",
        kind=ChartKind.TORNADO,
        title="Which input moves the net most",
        categories=names,
        series=(
            _ends("Input at its low", [row.low for row in rows], rounding),
            _ends("Input at its high", [row.high for row in rows], rounding),
        ),
        alt=f"Net over the term with one input at its low or its high: {said}.",
        subtitle=(
            "Net over the term with one input at its low or its high, all others at likely."
            f"{_less_paid(rows)}"
        ),
        unit=rounding.unit,
        limit=Limit(rounding.of(likely), f"All at likely: {rounding.text(likely)}"),
        note=runs_note(figures),
        places=rounding.places,
    )


def _less_paid(rows: Sequence[TornadoRow]) -> str:
    """Return why a poor result can leave more with the buyer, where a measure is shown."""
    told = any(row.path.startswith("pricing.kpis[") for row in rows)
    return " A measure we miss lowers what you pay." if told else ""


def _ends(name: str, values: list[Decimal], rounding: Rounding) -> Series:
    return Series(
        name, tuple(map(rounding.of, values)), tuple(_end(one, rounding) for one in values)
    )


def _end(value: Decimal, rounding: Rounding) -> str:
    """Return the result at the end of a bar; below zero it says so."""
    text = rounding.text(value)
    return f"{text} {NET_LOSS}" if rounding.of(value) < 0 else text


def waterfall(figures: Figures, answers: Answers) -> Chart | None:
    """Return the way from value, by class where it is known, through fees and cost to the net."""
    del answers
    steps, net = _steps(figures), value_of(figures, "outlook.case.expected.net")
    if not steps or net is None:
        return None
    rounding = rounding_of(figures)
    told = [(name, value) for name, value in steps if rounding.of(value)]
    named = [*told, ("Left with you", net)]
    said = "; ".join(f"{_inside(name)} {rounding.text(value)}" for name, value in named)
    values = tuple(value for _, value in named)
    return Chart(
        key="waterfall",
        kind=ChartKind.WATERFALL,
        title="From value to what is left with you",
        categories=tuple(name for name, _ in named),
        series=(_stack("Amount", values, rounding),),
        alt=f"Expected case, over the term: {said}.",
        subtitle="Expected case, over the whole term.",
        unit=rounding.unit,
        emphasised=(len(told),),
        note=runs_note(figures),
        places=rounding.places,
    )


def _steps(figures: Figures) -> list[tuple[str, Decimal]]:
    """Return what is added and what is taken away; empty if a figure is missing."""
    names = ("value", "fixed", "earned", "gain", "loss", "credits", "costs")
    parts = values_at(figures, [f"outlook.case.expected.{name}" for name in names])
    if not parts:
        return []
    value, fixed, earned, gain, loss, credited, costs = parts
    royalty = value_of(figures, "outlook.case.expected.royalty") or Decimal(0)
    classes = values_at(figures, [f"outlook.class.{name}" for name in CLASSES])
    made = list(zip(CLASSES.values(), classes, strict=True)) if classes else [("Value", value)]
    return [
        *made,
        ("Fixed fees", -fixed),
        ("Fees earned", -earned),
        ("Our share of the gain", -gain),
        ("Loss we bear", -loss),
        ("Service credits", credited),
        ("Royalties to you", royalty),
        ("Your own cost", -costs),
    ]
