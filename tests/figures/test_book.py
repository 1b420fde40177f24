"""The book of figures holds what the answers come to, and nothing that is guessed."""

import re
from decimal import Decimal
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from roadmapper.figures.book import FIGURE_NAMES, figures
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.figured import COSTS, DRIVERS, FEES, book, fee, rows_of

TEMPLATES = Path(__file__).parents[2] / "templates"
COUNTED = ("value.driver.r", "outlook.", "settled.", "worked.", "pilot.gate.r")
PLACEHOLDER = re.compile(r"\{figures\.([a-z0-9_.]+?)(?:\.(?:short|number|words))?\}")


def test_an_empty_proposal_has_no_figures() -> None:
    assert figures(Answers()) == ()


def test_training_is_people_times_hours_in_whole_hours() -> None:
    tiers = (("2150", "0.3333"), ("640", "1.5"), ("640", "0.75"), ("48", "16"))

    found = book(rows_of("workforce.training", *({"people": a, "hours": b} for a, b in tiers)))

    assert found["workforce.training_hours"] == Decimal(2925)
    assert found["workforce.training_people"] == Decimal(2150)
    assert found["workforce.training_places"] == Decimal(3478)


def test_work_asked_of_the_system_is_summed_over_roles() -> None:
    roles = (
        {"hours_before": "150", "hours_month": "8"},
        {"hours_before": "56", "hours_month": "3"},
    )

    found = book(rows_of("deploy.customer_effort", *roles))

    assert found["deploy.effort_hours"] == Decimal(206)
    assert found["deploy.effort_monthly"] == Decimal(11)


def test_a_figure_names_its_formula_and_the_answers_it_came_from() -> None:
    answers = Answers({**rows_of(FEES, fee()), "pricing.at_risk_pct": "25"})

    found = {figure.name: figure for figure in figures(answers)}["pricing.fee_at_risk"]

    assert found.unit == "USD"
    assert found.formula == "yearly fee × fee at risk"
    assert set(found.inputs) == {
        "pricing.base_fee[r1].quantity",
        "pricing.base_fee[r1].price",
        "pricing.base_fee[r1].basis",
        "pricing.at_risk_pct",
    }


TEXTS = st.one_of(
    st.sampled_from(["", "0", "1", "-3", "0.5", "9" * 18, "1e5", "each year", "once", "annual"]),
    st.text(max_size=6),
)
PATHS = {
    FEES: ("item", "quantity", "price", "basis", "escalator", "start"),
    DRIVERS: ("class", "improvement", "volume", "unit_value", "realization", "ramp"),
    COSTS: ("item", "timing", "year", "low", "likely", "high", "borne_by"),
    "workforce.training": ("people", "hours"),
    "pricing.collar": ("floor", "ceiling"),
}


@given(st.data())
def test_any_typed_text_gives_figures_from_answers_that_are_there(data: st.DataObject) -> None:
    answers = Answers(_typed(data))

    for figure in figures(answers):
        assert figure.name in FIGURE_NAMES or figure.name.startswith(COUNTED)
        assert figure.value.is_finite()
        assert all(answers.value(path) is not None for path in figure.inputs)


def _typed(data: st.DataObject) -> dict[str, Value]:
    typed: dict[str, Value] = {"deal.term_years": data.draw(TEXTS)}
    for path, columns in PATHS.items():
        rows = [
            {column: _cell(data, column) for column in columns}
            for _ in range(data.draw(st.integers(0, 2)))
        ]
        typed |= rows_of(path, *rows)
    return typed


def _cell(data: st.DataObject, column: str) -> Value:
    if column == "improvement":
        return data.draw(st.tuples(TEXTS, TEXTS, TEXTS))
    return data.draw(st.one_of(TEXTS, st.none()))


def test_every_figure_the_template_names_is_in_the_book() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEMPLATES.rglob("*.toml"))]
    named = {name for text in texts for name in PLACEHOLDER.findall(text)}

    assert named
    assert named <= set(FIGURE_NAMES)
