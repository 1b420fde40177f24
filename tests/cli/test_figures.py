"""figures, on the command line."""

import json
from collections.abc import Callable
from typing import Any

Roadmapper = Callable[..., Any]


def test_every_figure_comes_with_its_formula_and_what_it_was_made_from(
    roadmapper: Roadmapper, proposal: str
) -> None:
    fee = ("item=Seats", "quantity=500", "price=3000", "basis=each year")
    assert roadmapper("rows", proposal, "pricing.base_fee", "add", *fee).code == 0
    assert roadmapper("set", proposal, "pricing.at_risk_pct", "20").code == 0

    told = json.loads(roadmapper("figures", proposal, "--json").out)
    named = {one["name"]: one for one in told}

    assert named["pricing.fee_at_risk"]["value"] == "300000.00"
    assert named["pricing.fee_at_risk"]["unit"] == "USD"
    assert named["pricing.fee_at_risk"]["formula"] == "yearly fee × fee at risk"
    assert "pricing.at_risk_pct" in named["pricing.fee_at_risk"]["inputs"]
    lines = roadmapper("figures", proposal).out.splitlines()
    at = lines.index("pricing.fee_at_risk = 300,000.00 USD")
    assert lines[at + 1].strip() == "yearly fee × fee at risk"
    assert lines[at + 2] == "    from 4 answers: pricing.base_fee (3), pricing.at_risk_pct"


def test_an_empty_proposal_says_where_to_begin(roadmapper: Roadmapper, proposal: str) -> None:
    assert "Begin with the fees" in roadmapper("figures", proposal).out
    assert json.loads(roadmapper("figures", proposal, "--json").out) == []


def test_figures_stand_under_headings_and_a_series_is_one_line(roadmapper: Roadmapper) -> None:
    assert roadmapper("sample", "fernhollow", "f.roadmap").code == 0

    lines = roadmapper("figures", "f.roadmap").out.splitlines()
    whole = roadmapper("figures", "f.roadmap", "--all").out.splitlines()
    names = [one["name"] for one in json.loads(roadmapper("figures", "f.roadmap", "--json").out)]

    heading = next(line for line in lines if line.startswith("What may come of it ("))
    assert lines[lines.index(heading) + 1] == "-" * len(heading)
    months = [name for name in names if name.startswith("outlook.month.") and name.endswith("p50")]
    (folded,) = [line for line in lines if line.startswith(f"{months[0]} … {months[-1]}: ")]
    assert f": {len(months)} figures from " in folded
    assert len(lines) + 100 < len(whole)
    assert {line.partition(" = ")[0] for line in whole if " = " in line} >= set(names)
