"""Charts of the deal show the figures by name, and nothing where one is missing."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from roadmapper.document import money_charts
from roadmapper.document.outlook_reading import Figures
from roadmapper.document.rounding import HUNDREDTHS, MILLIONS, THOUSANDS, rounding_of
from roadmapper.document.tree import Chart, Flag, Limit
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from tests.outlooks import figure, outlook

Builder = Callable[[Figures, Answers], Chart | None]
NONE = Answers()
NAMED = Answers(
    {"value.drivers[visits].driver": "Visits added", "value.costs[cover].item": "Cover"}
)
NEEDED: dict[Builder, str] = {
    money_charts.over_time: "outlook.month.7.p90",
    money_charts.spread_chart: "outlook.bin.19.share",
    money_charts.who_bears: "outlook.case.strong.forgone",
    money_charts.tornado: "outlook.tornado.likely",
    money_charts.waterfall: "outlook.case.expected.gain",
}


def made(builder: Builder, figures: Figures | None = None, answers: Answers = NONE) -> Chart:
    """Return the chart, which must be there."""
    chart = builder(outlook() if figures is None else figures, answers)
    assert chart is not None
    return chart


@pytest.mark.parametrize("builder", NEEDED)
def test_a_chart_without_one_of_its_figures_is_none(builder: Builder) -> None:
    assert builder(outlook(NEEDED[builder]), NONE) is None
    assert builder({}, NONE) is None


@pytest.mark.parametrize("builder", NEEDED)
def test_every_chart_says_its_unit_its_runs_and_seed_and_is_told_in_words(builder: Builder) -> None:
    chart = made(builder)

    assert chart.unit in ("$M", "%")
    assert "10,000 runs" in chart.note
    assert "seed 2027" in chart.note
    assert chart.title
    assert chart.subtitle.endswith(".")
    assert chart.alt.endswith(".")


def test_the_band_ends_where_the_figures_end() -> None:
    chart = made(money_charts.over_time)

    assert [series.values[-1] for series in chart.series] == [
        Decimal(text) for text in ("-1.3123", "0.3770", "2.2120", "4.6290")
    ]
    assert [series.labels[-1] for series in chart.series] == [
        "−$1.31M", "$0.38M", "$2.21M", "$4.63M"
    ]  # fmt: skip
    assert chart.flag == Flag(Decimal(29), "Ahead from month 29")
    assert "from −$0.18M to $0.38M over 36 months; ahead from month 29" in chart.alt


def test_a_middle_run_that_is_never_ahead_says_so() -> None:
    chart = made(money_charts.over_time, outlook("outlook.ahead_month"))

    assert chart.flag is None
    assert chart.subtitle.startswith("The middle run is not ahead within the term.")


def test_the_zero_line_of_the_spread_stands_where_zero_lies_in_its_column() -> None:
    chart = made(money_charts.spread_chart)

    assert chart.flag is not None
    assert chart.flag.at == Decimal("9.68")
    assert chart.emphasised == tuple(range(9))
    assert "ahead in 64% of runs and behind in the rest" in chart.subtitle


def test_who_bears_what_stacks_net_fees_and_cost_to_the_value_created() -> None:
    chart = made(money_charts.who_bears)

    parts = {series.name: series.values for series in chart.series}
    assert list(parts["Fee we do not earn"]) == [Decimal("-0.30"), Decimal("-0.10"), Decimal(0)]
    for case, value in enumerate(("3.40", "5.50", "7.60")):
        made_of = [parts[name][case] for name in ("Left with you", "Paid to us", "Your own cost")]
        assert sum(one or 0 for one in made_of) == Decimal(value)


def test_the_tornado_names_inputs_by_their_rows_and_says_where_the_net_is_a_loss() -> None:
    chart = made(money_charts.tornado, answers=NAMED)

    assert chart.categories == ("Visits added", "Drivers", "Cover")
    assert chart.series[0].labels == ("−$1.40M net loss", "−$0.60M net loss", "$0.53M")
    assert chart.limit == Limit(Decimal("0.50"), "All at likely: $0.50M")


def test_the_waterfall_adds_up_to_the_net_and_leaves_out_what_is_nothing() -> None:
    chart = made(money_charts.waterfall)

    *steps, net = chart.series[0].values
    assert sum(one or 0 for one in steps) == net == Decimal("0.47")
    assert chart.categories == (
        "Value",
        "Fixed fees",
        "Fees earned",
        "Our share of the gain",
        "Loss we bear",
        "Your own cost",
        "Left with you",
    )
    assert chart.emphasised == (6,)


def test_royalties_are_a_step_of_the_waterfall() -> None:
    royalty = figure("case.expected.royalty", 250_000)

    chart = made(money_charts.waterfall, outlook() | {royalty.name: royalty})

    assert "Royalties to you" in chart.categories


def test_value_by_class_stands_in_the_waterfall_where_it_is_known() -> None:
    classes = {"cash": 1_000_000, "revenue": 3_000_000, "capacity": 0, "avoided": 1_500_000}
    known = {f"outlook.class.{name}": figure(f"class.{name}", n) for name, n in classes.items()}

    chart = made(money_charts.waterfall, outlook() | known)

    assert chart.categories[:3] == ("Cash released", "Revenue", "Avoided cost")


@pytest.mark.parametrize(
    ("low", "high", "rounding", "text"),
    [
        (2_500_000, 11_300_000, MILLIONS, "$6.9M"),
        (-1_000_000, 2_000_000, HUNDREDTHS, "$6.91M"),
        (-20_000, 300_000, THOUSANDS, "$6,912K"),
    ],
)
def test_amounts_are_as_exact_as_their_spread_allows(
    low: int, high: int, rounding: object, text: str
) -> None:
    figures: dict[str, Figure] = {
        f"outlook.net.{name}": figure(f"net.{name}", value)
        for name, value in {"p10": low, "p90": high, "mean": (low + high) // 2}.items()
    }

    found = rounding_of(figures)

    assert found == rounding
    assert found.text(Decimal(6_912_000)) == text
    assert found.text(Decimal(-1)) == "about $0"
    assert found.text(Decimal(0)) == "$0"
