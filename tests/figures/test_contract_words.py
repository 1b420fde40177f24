"""The page for colleagues who write contracts explains every word that the program reads."""

from dataclasses import fields
from pathlib import Path

import pytest

from roadmapper.figures import structures
from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.contract_file import KINDS, Rows, load_contract
from roadmapper.figures.contract_problems import problems
from roadmapper.figures.payouts import Band, Payout, Shape
from roadmapper.figures.results_file import load_results
from roadmapper.figures.settlement import settle
from roadmapper.figures.terms import Column

ROOT = Path(__file__).parents[2]
_TABLES: tuple[type, ...] = (
    *KINDS.values(),
    *(structures.Contract, structures.Clause, structures.Collar, structures.Fee),
    *(structures.Gate, structures.Item, structures.Limit, structures.Measure),
    *(structures.Milestone, structures.Sharing, Band, Column, Payout, Rows),
)
_UNWRITTEN = {"clauses", "structure", "name"}
"""What a file says otherwise: by [[clause]], and as `column`."""


def _page() -> str:
    text = (ROOT / "templates/README.md").read_text(encoding="utf-8")
    return text.partition("## Contracts")[2].partition("\n## ")[0]


@pytest.mark.parametrize("table", _TABLES, ids=lambda table: table.__name__)
def test_every_key_is_explained(table: type) -> None:
    names = {one.name for one in fields(table)} - _UNWRITTEN

    assert {name for name in names if name not in _page()} == set()


def test_every_kind_and_shape_is_explained() -> None:
    for word in (*KINDS, *(one.value for one in Shape)):
        assert word in _page()


def test_the_glide_path_settles_three_years(tmp_path: Path) -> None:
    file = load_contract(ROOT / "templates/contracts/glide-path.toml")
    results = tmp_path / "results.csv"
    head = "year,minutes,weekly users,benchmark,spent,'errors per 1,000',minutes planned"
    head = f"{head},minutes of maintenance,minutes down,paid so far\n".replace("'", '"')
    rows = (
        "1,10,410,,,2,525600,2880,300,1000000",
        "2,,,20000000,18800000,3,525600,2880,0,1000000",
        "3,,,20000000,21000000,3,525600,2880,9000,1000000",
    )
    results.write_text(head + "\n".join(rows) + "\n", encoding="utf-8")

    told = [one.results for one in load_results(results, file.rows)]
    made = settle(EXACT, file.contract, told)

    assert problems(file.contract) == ()
    assert [str(one.due) for one in made] == ["179428.57", "421400.00", "98080.00"]
