"""A public program is one configuration of the engine: the Medicare Shared Savings Program.

The few rows here are public; the whole table of 2022 is settled too where it lies beside the
project.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest

from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.contract_file import Rows, load_contract
from roadmapper.figures.contract_problems import problems
from roadmapper.figures.results_file import load_results
from roadmapper.figures.settlement import settle_one
from roadmapper.figures.structures import GainShare
from roadmapper.figures.terms import Lookup, worth

ROOT = Path(__file__).parents[2]
CONTRACT = load_contract(ROOT / "tests/files/mssp-2022.toml").contract
_HEAD = (
    "ACO_ID,Current_Track,Risk_Model,N_AB,ABtotBnchmk,ABtotExp,MinSavPerc,"
    "QualScore,FinalShareRate,DisAdj"
)


def _table() -> Path:
    found = next(ROOT.parent.glob("*/fixtures/mssp/mssp_py2022_financial.csv"), None)
    if found is None:
        pytest.skip("The public table of 2022 is not beside the project.")
    return found


def _pays(row: str, tmp_path: Path) -> list[Decimal]:
    path = tmp_path / "one.csv"
    path.write_text(f"{_HEAD}\n{row}\n", encoding="utf-8")
    (one,) = load_results(path, Rows("ACO_ID"))
    return [made.amount for made in settle_one(EXACT, CONTRACT, one.results).payments]


@pytest.mark.parametrize(
    ("row", "gain", "loss"),
    [
        ("A1001,EN,Two-Sided,74992,966116777,903712089,0.02,0.8941,0.75,", 45_867_446, 0),
        ("A1006,B,One-Sided,30324,427696841,425214479,0.024,0.8328,0.4,", 0, 0),
        ("A1539,EN,Two-Sided,23249,236275356,249555909,0.01,0.7063,0.75,", 0, -6_245_512),
        ("A1539,EN,Two-Sided,23249,236275356,249555909,0.01,0.7063,0.75,-6245512", 0, 0),
    ],
    ids=["gain", "inside the corridor", "loss by quality", "loss waived"],
)
def test_public_rows_come_out_as_they_were_paid(
    row: str, gain: int, loss: int, tmp_path: Path
) -> None:
    assert _pays(row, tmp_path) == [gain, loss]


def test_the_contract_has_no_problem() -> None:
    assert problems(CONTRACT) == ()


def test_every_payment_of_2022_is_right_to_the_dollar() -> None:
    told = list(csv.DictReader(_table().read_text(encoding="utf-8").splitlines()))
    rows = load_results(_table(), Rows("ACO_ID"))

    paid = {one.label: settle_one(EXACT, CONTRACT, one.results).payments[0].amount for one in rows}

    assert len(paid) == len(told) == 482
    earners = {row["ACO_ID"] for row in told if Decimal(row["EarnSaveLoss"] or 0) > 0}
    assert len(earners) == 304
    assert {name for name, amount in paid.items() if amount} == earners
    for row in told:
        assert abs(paid[row["ACO_ID"]] - Decimal(row["EarnSaveLoss"] or 0)) <= 1


def test_every_minimum_rate_of_the_one_sided_follows_from_its_size() -> None:
    clause = CONTRACT.clauses[0].structure
    assert isinstance(clause, GainShare)
    assert clause.gain is not None
    minimum = clause.gain.minimum
    assert isinstance(minimum, Lookup)
    rows = [one.results for one in load_results(_table(), Rows("ACO_ID"))]
    one_sided = [one for one in rows if one.words["Risk_Model"] == "One-Sided"]

    right = [round(worth(EXACT, minimum, one), 4) == one.numbers["MinSavPerc"] for one in one_sided]

    assert (sum(right), len(right)) == (198, 198)


def test_the_corridor_counts_what_the_program_counted() -> None:
    for one in load_results(_table(), Rows("ACO_ID")):
        numbers = one.results.numbers
        saved = numbers["ABtotBnchmk"] - numbers["ABtotExp"]
        is_past = abs(saved) >= numbers["MinSavPerc"] * numbers["ABtotBnchmk"]
        is_one_sided_loss = saved < 0 and one.results.words["Risk_Model"] == "One-Sided"
        counted = saved if is_past and not is_one_sided_loss else Decimal(0)
        # The program rounds benchmark and expenditure to dollars each by itself.
        assert abs(counted - numbers["GenSaveLoss"]) <= 1, one.label
