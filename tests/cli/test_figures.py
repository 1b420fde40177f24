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
    at = lines.index("pricing.fee_at_risk = 300000.00 USD")
    assert lines[at + 1].strip() == "yearly fee × fee at risk"
    assert "pricing.at_risk_pct" in lines[at + 2]


def test_an_empty_proposal_says_where_to_begin(roadmapper: Roadmapper, proposal: str) -> None:
    assert "Begin with the fees" in roadmapper("figures", proposal).out
    assert json.loads(roadmapper("figures", proposal, "--json").out) == []
