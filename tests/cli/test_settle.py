"""settle, on the command line."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Roadmapper = Callable[..., Any]

_CONTRACT = """
[rows]
label = "site"
period = "year"

[[clause]]
kind = "royalty"
label = "Royalty"
rate = 0.06
revenue = "revenue"
contribution = 500_000
multiple = 2
"""
_ROWS = "North,2,12000000\nSouth,1,1000000\nNorth,1,9000000\nSouth,2,4000000\n"


@pytest.fixture(autouse=True)
def _files(tmp_path: Path) -> None:
    """Put a contract and the results of two sites, not in order, into the folder."""
    (tmp_path / "contract.toml").write_text(_CONTRACT, encoding="utf-8")
    (tmp_path / "actuals.csv").write_text(f"site,year,revenue\n{_ROWS}", encoding="utf-8")


def test_each_organisation_is_settled_over_its_periods_and_all_are_added(
    roadmapper: Roadmapper,
) -> None:
    answer = roadmapper("settle", "contract.toml", "actuals.csv")

    rows = list(csv.DictReader(io.StringIO(answer.out)))
    assert [(row["label"], row["period"], row["total"]) for row in rows] == [
        ("North", "1", "540000.00"),
        ("North", "2", "460000.00"),
        ("South", "1", "60000.00"),
        ("South", "2", "240000.00"),
        ("all", "", "1300000.00"),
    ]


def test_json_holds_every_payment(roadmapper: Roadmapper) -> None:
    told = json.loads(roadmapper("settle", "contract.toml", "actuals.csv", "--json").out)

    (payment,) = told[0]["payments"]
    assert (payment["label"], payment["kind"], payment["amount"]) == (
        "Royalty",
        "gain",
        "540000.00",
    )
    assert [(one["name"], one["value"]) for one in payment["steps"]] == [
        ("gross", "540000"),
        ("left", "1000000"),
        ("paid", "540000"),
    ]
    assert told[0]["due"] == "540000.00"


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ("North,1,9000000", "North,1,9.000.000,5", "more cells than headings"),
        ("North,1,9000000", 'North,1,"9,000"', "Line 4 (North), column 'revenue': '9,000' is no"),
        ("North,1,9000000", "North,1,NaN", "column 'revenue': 'NaN' is no number"),
        ("North,1,9000000", "North,1,inf", "column 'revenue': 'inf' is no number"),
        ("North,1,9000000", "North,1,", "column 'revenue': it is empty"),
        ("North,1,9000000", "North,1", "column 'revenue': it is empty"),
        ("site,year,revenue", "site,year,income", "have no column 'revenue'"),
        ("site,year,revenue", "site,year,Revenues", "There is 'Revenues'"),
        ("site,year,revenue", "place,year,revenue", "has no column 'site'"),
        ("North,1,9000000", "North,2,9000000", "Line 4 (North): period 2 was there before"),
        ("North,1,9000000", "North,2027,9000000", "'2027' is no period"),
    ],
)
def test_results_that_cannot_be_settled_are_told_in_one_sentence(
    before: str, after: str, sentence: str, roadmapper: Roadmapper
) -> None:
    table = Path("actuals.csv")
    table.write_text(table.read_text("utf-8").replace(before, after), encoding="utf-8")

    answer = roadmapper("settle", "contract.toml", "actuals.csv")

    assert answer.code == 2
    assert answer.out == ""
    assert sentence in answer.err


def test_a_contract_that_cannot_work_is_told_before_anything_is_settled(
    roadmapper: Roadmapper,
) -> None:
    wrong = _CONTRACT + "[collar]\nfee = 1\nbelow = 15\nabove = 0.1\n"
    Path("contract.toml").write_text(wrong, encoding="utf-8")

    answer = roadmapper("settle", "contract.toml", "actuals.csv")

    assert (answer.code, answer.out) == (2, "")
    assert "The collar, below is 15. Write a share between 0 and 1." in answer.err


@pytest.mark.parametrize("missing", ["contract.toml", "actuals.csv"])
def test_a_file_that_is_not_there_is_told(missing: str, roadmapper: Roadmapper) -> None:
    Path(missing).unlink()

    answer = roadmapper("settle", "contract.toml", "actuals.csv")

    assert answer.code == 2
    assert f"{missing} cannot be read" in answer.err


@pytest.mark.parametrize(
    "clause",
    [
        'kind = "ramp"\nfee = { first = "revenue", escalator = 1 }\nparts = [999999999999999]',
        'kind = "per member"\nunits = { column = "revenue", times = 1e15 }\nrate = 1',
    ],
)
def test_amounts_that_are_none_are_told_in_one_sentence(
    clause: str, roadmapper: Roadmapper
) -> None:
    Path("contract.toml").write_text(f'[[clause]]\nlabel = "Fee"\n{clause}\n', encoding="utf-8")

    answer = roadmapper("settle", "contract.toml", "actuals.csv")

    assert (answer.code, answer.out) == (2, "")
    assert "Line 2 (1): what it comes to is no sensible amount." in answer.err


def test_a_period_may_be_written_with_zeros_before_it(roadmapper: Roadmapper) -> None:
    table = Path("actuals.csv")
    table.write_text(table.read_text("utf-8").replace("North,2", "North,00012"), encoding="utf-8")

    rows = csv.DictReader(io.StringIO(roadmapper("settle", "contract.toml", "actuals.csv").out))

    assert [row["period"] for row in rows if row["label"] == "North"] == ["1", "12"]


_ROW = {
    "fees at risk": (
        (
            "fee = 100\nat_risk = 0.2\nmeasures = [{ label = 'M', weight = 1, actual = 'revenue', "
            "baseline = 'year', target = 1 }]\n"
        ),
        "Line 2 (1): the target of M equals its baseline",
    ),
    "gain share": (
        'benchmark = { column = "revenue", times = 0 }\nsaved = 1\ngain = { rate = 0.5 }\n',
        "Line 2 (1): the benchmark of Fee is 0",
    ),
    "ramp": (
        'fee = 1\nactive = 1\ncontracted = { column = "revenue", times = -1 }\n',
        "Line 2 (1): what is contracted of Fee is -",
    ),
    "service credits": (
        'monthly_fee = 1\ntotal = 5\nexcluded = "revenue"\ndown = 0\nbands = [[0, 0]]\n',
        "Line 2 (1): the planned time of Fee is -",
    ),
    "service credits, more down than planned": (
        'monthly_fee = 1\ntotal = 5\nexcluded = 0\ndown = "revenue"\nbands = [[0, 0]]\n',
        "Line 2 (1): the time down of Fee is 9000000. It must lie between 0 and the planned",
    ),
}


@pytest.mark.parametrize("kind", _ROW)
def test_a_row_that_cannot_be_settled_is_told(kind: str, roadmapper: Roadmapper) -> None:
    lines, sentence = _ROW[kind]
    kind = kind.partition(",")[0]
    Path("contract.toml").write_text(f'[[clause]]\nkind = "{kind}"\nlabel = "Fee"\n{lines}')
    Path("actuals.csv").write_text("site,year,revenue\nNorth,1,9000000\n", encoding="utf-8")

    answer = roadmapper("settle", "contract.toml", "actuals.csv")

    assert (answer.code, answer.out) == (2, "")
    assert sentence in answer.err


def test_every_row_tells_its_steps_in_their_order(roadmapper: Roadmapper) -> None:
    contract = (
        "[collar]\nfee = 100_000\nbelow = 0.2\nabove = 0.1\n"
        '[[clause]]\nkind = "gain share"\nlabel = "S"\nbenchmark = 10_000_000\nsaved = "v"\n'
        'gates = [{ label = "g", measure = "falls", most = 3 }]\n'
        "gain = { minimum = 0.02, rate = 0.25, limits = [{ share = 400_000 }] }\n"
    )
    Path("contract.toml").write_text(contract, encoding="utf-8")
    Path("actuals.csv").write_text("v,falls\n3000000,3\n3000000,4\n", encoding="utf-8")

    rows = list(csv.reader(io.StringIO(roadmapper("settle", "contract.toml", "actuals.csv").out)))

    steps = ("gates", "value", "benchmark", "minimum", "counted", "share", "shared", "scaled")
    assert rows[0][2:] == [
        *(f"S: gain: {one}" for one in (*steps, "capped")),
        *("S: gain", "before_collar", "collar_least", "collar_most", "after_collar", "outside"),
        *("total", "interim", "true_up", "held", "due"),
    ]
    assert [row[2] for row in rows[1:]] == ["1", "0", ""]
    assert rows[1][8:12] == ["750000", "750000", "400000", "400000.00"]
    assert rows[1][12:16] == ["400000.00", "80000.00", "110000.00", "110000.00"]
    assert rows[2][11:16] == ["0", "0", "80000.00", "110000.00", "80000.00"]

    read = roadmapper("settle", "contract.toml", "actuals.csv", "--steps").out.splitlines()
    words = [" ".join(line.split()) for line in read]
    assert words[:3] == [
        "1, period 1",
        "S: gain (gain)",
        "gates 100.00 % 100 if every gate holds, else 0",
    ]
    assert "minimum 2.00 % the part of the benchmark within which nothing is shared" in words
    assert words[-11:-9] == ["paid 0.00 what is paid, rounded as agreed", "Sum inside the collar 0"]
    assert words[-1] == "Due 80,000.00"
