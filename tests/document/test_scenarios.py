"""The scenario table says the three cases and the stress line in the words of the figures."""

from roadmapper.document.scenarios import scenario_rows
from tests.outlooks import figure, outlook


def test_the_rows_follow_the_money_from_value_to_net_for_each_case() -> None:
    rows = {row.part: row for row in scenario_rows(outlook())}

    assert rows["value"].texts == ("$3.40M", "$5.50M", "$7.60M", "$0.90M")
    assert rows["fixed"].texts == ("−$3.70M", "−$3.72M", "−$3.72M", "−$3.70M")
    assert rows["loss"].texts == ("$0", "$0.02M", "$0", "$0.09M")
    assert rows["net"].texts == ("−$1.31M", "$0.47M", "$2.22M", "−$3.18M")
    assert rows["year.3"].texts == rows["net"].texts
    assert rows["fee_share"].texts == ("96%",) * 4


def test_a_case_that_is_never_ahead_says_so_and_no_case_ahead_has_no_row() -> None:
    months = {
        "outlook.case.strong.payback_month": figure("case.strong.payback_month", 14, "months")
    }

    some = {row.part: row for row in scenario_rows(outlook() | months)}

    never = "not in the term"
    assert some["payback_month"].texts == (never, never, "month 14", never)


def test_what_is_nothing_in_every_case_has_no_row() -> None:
    figures = outlook()
    nothing = {name: figure(name[8:], 0) for name in figures if name.endswith(".gain")}

    assert "gain" not in {row.part for row in scenario_rows(figures | nothing)}


def test_a_royalty_has_its_row_where_one_is_agreed() -> None:
    names = ("case.cautious", "case.expected", "case.strong", "stress")
    royalties = {f"outlook.{name}.royalty": figure(f"{name}.royalty", 60_000) for name in names}

    assert "royalty" not in {row.part for row in scenario_rows(outlook())}
    rows = {row.part: row for row in scenario_rows(outlook() | royalties)}
    assert rows["royalty"].texts == ("$0.06M",) * 4


def test_there_is_no_table_without_an_expected_net() -> None:
    assert scenario_rows(outlook("outlook.case.expected.net")) == ()
