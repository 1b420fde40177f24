"""Other years and other public programs are contracts like any other, with tables as they come."""

from decimal import Decimal
from pathlib import Path

import pytest

from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.contract_file import load_contract
from roadmapper.figures.contract_problems import problems
from roadmapper.figures.results_file import load_results
from roadmapper.figures.settlement import settle_one

FILES = Path(__file__).parents[1] / "files"
_2018 = (
    "ACO_ID,Current_Track_1,Current_Track_1_Plus,Current_Track_2,Current_Track_3,"
    "ABtotBnchmk,ABtotExp,MinSavPerc,QualScore,Met_QPS,FinalShareRate,DisAdj"
)


def _paid(contract: str, table: str, tmp_path: Path) -> list[list[Decimal]]:
    file = load_contract(FILES / contract)
    assert problems(file.contract) == ()
    path = tmp_path / "results.csv"
    path.write_text(table, encoding="utf-8")
    rows = load_results(path, file.rows)
    made = [settle_one(EXACT, file.contract, one.results) for one in rows]
    return [[pay.amount for pay in one.payments] for one in made]


def test_two_public_rows_of_2018_come_out_as_they_were_settled(tmp_path: Path) -> None:
    capped = 'A1409,1,0,0,0,"$121,182,225","$83,501,144",2.50%,90.82%,1,45.41%,.'
    failed = 'A3743,0,0,0,1,"$100,000,000","$102,828,054",1.00%,0.00%,0,0.00%,"(2,797)"'

    made = _paid("mssp-2018.toml", f"{_2018}\n{capped}\n{failed}\n", tmp_path)

    assert made == [[12_118_223, 0], [0, -2_118_244]]


@pytest.mark.parametrize("name", ["mssp-2018.toml", "reach.toml", "part-d.toml"])
def test_every_contract_here_has_no_problem(name: str) -> None:
    assert problems(load_contract(FILES / name).contract) == ()


def test_sharing_by_bands_of_a_benchmark_depends_on_the_option(tmp_path: Path) -> None:
    rows = (
        "P;professional;1.000.000,00;920.000,00",
        "Q;professional;1.000.000,00;600.000,00",
        "G;global;1.000.000,00;679.000,00",
        "H;global;1.000.000,00;1.200.000,00",
    )
    table = "aco;option;benchmark;spent\n" + "\n".join(rows)

    made = _paid("reach.toml", table, tmp_path)

    assert made == [[35_500, 0], [62_500, 0], [0, 266_750], [0, 0]]


def test_a_plan_keeps_and_bears_by_the_same_corridors(tmp_path: Path) -> None:
    table = "plan\ttarget\tallowable costs\nA\t1,000,000\t930,000\nB\t1,000,000\t1,150,000\n"

    made = _paid("part-d.toml", table, tmp_path)

    assert made == [[60_000, 0], [0, -85_000]]
