"""The outlook says what may come of a deal, and each number agrees with the others."""

from decimal import Decimal

import pytest
from hypothesis import given, settings

from roadmapper.figures.book import figures
from roadmapper.figures.paths import first_ahead
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.dealt import amounts, merged, outlooked
from tests.figured import DRIVERS, FEES
from tests.figures.random_deals import deals

CASES = ("outlook.case.cautious", "outlook.case.expected", "outlook.case.strong", "outlook.stress")


@pytest.mark.parametrize("case", CASES)
def test_the_rows_of_a_case_add_up_to_its_net(case: str) -> None:
    rows = amounts(outlooked(), case)

    paid = rows["fixed"] + rows["earned"] + rows["gain"] + rows["loss"] - rows["credits"]
    assert rows["paid"] == paid
    assert rows["value"] - paid - rows["costs"] == rows["net"] == rows["year.3"]


@settings(max_examples=12, deadline=None)
@given(deals())
def test_the_rows_of_any_case_of_any_deal_add_up(answers: dict[str, Value]) -> None:
    told = {one.name: one for one in figures(Answers(answers), 200, whole=False)}

    for case in CASES:
        rows = amounts(told, case)
        if not rows:
            continue
        paid = rows["fixed"] + rows["earned"] + rows["gain"] + rows["loss"] - rows["credits"]
        assert rows["value"] + rows.get("royalty", 0) - paid - rows["costs"] == rows["net"]
        assert rows["net"] == rows["year.3"]


@pytest.mark.parametrize(
    ("path", "month"),
    [((-5, -1, 2, 3), 2), ((-5, 1, -1, 3), 3), ((0, 1, 2, 3), 1), ((-5, 1, 2, -1), None)],
)
def test_ahead_is_from_where_it_is_never_behind_again(
    path: tuple[float, ...], month: int | None
) -> None:
    assert first_ahead(path) == month


def test_cases_and_parts_of_the_net_are_the_same_numbers() -> None:
    told = outlooked()
    net = amounts(told, "outlook.net")

    assert net["p10"] == told["outlook.case.cautious.net"].value
    assert net["mean"] == told["outlook.case.expected.net"].value
    assert net["p90"] == told["outlook.case.strong.net"].value
    assert net["p10"] < net["p50"] < net["p90"]
    assert told["outlook.paid.mean"].value == told["outlook.case.expected.paid"].value


def test_the_last_month_is_the_end_of_the_term() -> None:
    told = outlooked()

    for part in ("p10", "p50", "p90"):
        assert told[f"outlook.month.36.{part}"].value == told[f"outlook.net.{part}"].value
    assert told["outlook.month.36.paid"].value == told["outlook.paid.mean"].value
    assert "outlook.month.37.p50" not in told


def test_the_spread_holds_every_draw_once() -> None:
    told = outlooked()

    shares = [told[f"outlook.bin.{at}.share"].value for at in range(20)]
    ends = [told[f"outlook.bin.{at}.to"].value for at in range(19)]
    starts = [told[f"outlook.bin.{at}.from"].value for at in range(1, 20)]
    assert sum(shares) == 100
    assert ends == starts


def test_the_same_answers_give_the_same_figures_and_another_seed_others() -> None:
    first = outlooked()

    assert first == outlooked()
    other = outlooked({"value.seed": "7"})
    assert first["outlook.net.mean"] != other["outlook.net.mean"]
    assert other["outlook.seed"].value == 7


def test_the_classes_make_the_expected_value_together() -> None:
    told = outlooked()

    classes = amounts(told, "outlook.class")
    assert sum(classes.values()) == told["outlook.case.expected.value"].value
    assert classes["capacity"] == classes["avoided"] == 0
    assert 0 < classes["cash"] != classes["revenue"] > 0


def test_without_runs_there_is_no_outlook_and_without_the_whole_no_tornado() -> None:
    answers = Answers(merged())

    assert not [one for one in figures(answers, 0) if one.name.startswith("outlook")]
    quick = {one.name for one in figures(answers, 200, whole=False)}
    assert "outlook.net.mean" in quick
    assert not [name for name in quick if "tornado" in name or "break_even" in name]


def test_without_value_only_fees_have_an_outlook() -> None:
    told = outlooked({DRIVERS: ()})

    assert told["outlook.paid.mean"].value > 0
    assert "outlook.net.mean" not in told
    assert "outlook.month.0.p50" not in told


def test_without_fees_or_term_there_is_no_outlook() -> None:
    assert "outlook.runs" not in outlooked({FEES: ()})
    assert "outlook.runs" not in outlooked({"deal.term_years": ""})
    assert "outlook.runs" not in outlooked({f"{FEES}[r1].price": ""})


def test_the_chance_of_being_ahead_is_counted_in_runs() -> None:
    told = outlooked()

    runs = told["outlook.ahead_runs"].value
    assert told["outlook.ahead"].value == runs * 100 / Decimal(2_000)
