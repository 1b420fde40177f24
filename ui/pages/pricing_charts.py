"""The charts of the pricing page: those of the document, titled for who works on it. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from roadmapper.document.money_charts import over_time, spread_chart, tornado, who_bears
from roadmapper.document.rounding import rounding_of
from roadmapper.document.tree import Chart, ChartKind, Limit, Series
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from ui.pages.pricing_cases import case_figure, case_way
from ui.shown_numbers import shown_amount
from ui.shown_values import shown_short_money
from ui.words import _

Figures = Mapping[str, Figure]
COST = _("What one year can cost us")
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Tab:
    """One way to look at the outlook: its name, its chart, and the title it has here."""

    label: str
    build: Callable[[Figures, Answers], Chart | None]
    title: str
    subtitle: str


TABS = (
    Tab(
        _("Over time"),
        over_time,
        _("Cumulative net value to the health system"),
        _("Median of {runs} runs; the band holds 80% of them"),
    ),
    Tab(
        _("Spread"),
        spread_chart,
        _("Where the net value ends"),
        _("Share of {runs} runs; the line marks zero"),
    ),
    Tab(
        _("Who bears what"),
        who_bears,
        _("Who gets what, and who bears what"),
        _("Three cases out of {runs} runs, over the term"),
    ),
)


def tab_chart(tab: Tab, figures: Figures, answers: Answers, case: str = "") -> Chart | None:
    """Return the chart of a tab, over time with the line of one case; None if it lacks figures."""
    chart, runs = tab.build(figures, answers), figures.get("outlook.runs")
    if chart is None or runs is None:
        return None
    subtitle = tab.subtitle.format(runs=shown_amount(int(runs.value)))
    chart = replace(chart, title=tab.title, subtitle=subtitle)
    return _with_case(chart, figures, case) if case and chart.kind is ChartKind.AREA else chart


def _with_case(chart: Chart, figures: Figures, case: str) -> Chart:
    """Return the chart over time with the way of one case, straight from year to year."""
    rounding, months = rounding_of(figures), len(chart.categories)
    years = [
        found.value
        for year in range((months - 1) // _YEAR + 1)
        if (found := figures.get(case_figure(case, f"year.{year}")))
    ]
    if len(years) == (months - 1) // _YEAR:
        # The first point is that of all runs; nothing has happened yet.
        start = figures.get("outlook.month.0.p50")
        years.insert(0, start.value if start else Decimal(0))
    if len(years) != (months - 1) // _YEAR + 1:
        return chart
    values = tuple(rounding.fine(_between(years, month)) for month in range(months))
    labels = ("",) * (months - 1) + (rounding.text(years[-1]),)
    line = Series(case_way(case), values, labels)
    return replace(chart, series=(*chart.series, line))


def _between(years: list[Decimal], month: int) -> Decimal:
    year, rest = divmod(month, _YEAR)
    if not rest:
        return years[year]
    return years[year] + (years[year + 1] - years[year]) * rest / _YEAR


def inputs_chart(figures: Figures, answers: Answers) -> Chart | None:
    """Return what each input alone does to the net."""
    chart = tornado(figures, answers)
    if chart is None:
        return None
    return replace(
        chart,
        title=_("What moves the result most"),
        subtitle=_("Net to them over the term; one input from low to high, the rest at likely"),
    )


def exposure_chart(figures: Figures, limit: Decimal | None) -> Chart | None:
    """Return what one year can cost us, with the manager's limit across it."""
    bars = [
        (label, found.value)
        for label, name in (
            (_("Most, by the contract"), "outlook.exposure"),
            (_("Worst tenth of runs"), "outlook.exposure_tail"),
            (_("On average"), "outlook.exposure_mean"),
        )
        if (found := figures.get(name))
    ]
    if not bars:
        return None
    thousand = Decimal(1000)
    texts = tuple(shown_short_money(value) for _label, value in bars)
    over = tuple(
        at for at, (_label, value) in enumerate(bars) if limit is not None and value > limit
    )
    told = "; ".join(f"{label} {text}" for (label, _value), text in zip(bars, texts, strict=True))
    line = None
    if limit is not None:
        name = _("Our limit, {amount}").format(amount=shown_short_money(limit))
        line = Limit(limit / thousand, name)
        told = f"{told}; {name}"
    return Chart(
        key="exposure",
        kind=ChartKind.BARS,
        title=COST,
        categories=tuple(label for label, _value in bars),
        series=(Series(_("Cost to us"), tuple(value / thousand for _label, value in bars), texts),),
        alt=f"{COST}: {told}.",
        subtitle=_("Fees we do not earn, losses we bear and credits we give, in a year"),
        unit="$K",
        limit=line,
        emphasised=over,
    )
