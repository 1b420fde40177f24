"""What is missing or wrong is said in a sentence, at its place."""

from collections.abc import Mapping

import pytest

from roadmapper.checks.run import check
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity, is_shown
from roadmapper.template.kinds import Value
from tests.composed import SAMPLES, sample, template
from tests.tiny import kpis, tiny_template

FULL: dict[str, Value] = {"name": "Fern", **kpis({"measure": "a"})}


def found(answers: Mapping[str, Value]) -> list[tuple[str, str]]:
    """Return what the checks find in the tiny proposal, but for the required name."""
    kept = {f"deal.{path}": value for path, value in {**FULL, **answers}.items()}
    return [(one.check, one.path) for one in check(tiny_template(), Answers(kept))]


def test_an_empty_proposal_lacks_what_is_required_and_nothing_is_wrong_with_it() -> None:
    findings = check(template(), Answers())
    required = [
        path
        for path, one in template().addresses()
        if one.required and is_shown(template(), one, path.partition(".")[0], Answers())
    ]
    open_ones = [path for path in required if template().find(path).default is None]  # type: ignore[union-attr]

    must = [one.path for one in findings if one.severity is Severity.MUST_FIX]

    assert must == open_ones
    assert {one.check for one in findings} == {"required", "assumed", "empty-section"}


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_blocks_a_sample(name: str) -> None:
    findings = check(template(), sample(name))

    assert [one.message for one in findings if one.severity is Severity.MUST_FIX] == []


def test_the_worst_comes_first_and_every_finding_is_a_sentence() -> None:
    answers = Answers({"deal.term_years": "many", "deal.name": "x" * 500, "gone.away": "a"})
    findings = check(template(), answers)
    order = [Severity.MUST_FIX, Severity.SHOULD_FIX, Severity.POLISH]
    places = [order.index(one.severity) for one in findings]

    assert places == sorted(places)
    assert {"required", "value", "long", "kept", "empty-section"} <= {one.check for one in findings}
    assert all(one.message[-1] in ".?" and one.path for one in findings)


def test_a_full_tiny_proposal_is_well() -> None:
    assert found({}) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("fee", "much"),
        ("fee", "-1"),
        ("fee", "1001"),
        ("start", "May 2027"),
        ("emr", "Epik"),
        ("structure", ("fixed", "free")),
        ("weeks", ("9", "6", "14")),
        ("weeks", ("9", "6")),
        ("kpis[r1].weight", "half"),
    ],
)
def test_a_wrong_value_is_named_and_kept(path: str, value: Value) -> None:
    assert found({path: value}) == [("value", f"deal.{path}")]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("fee", "1,000"),
        ("fee", "0"),
        ("start", "2027-05-14"),
        ("emr", "other"),
        ("structure", ()),
        ("weeks", ("6", "6", "6")),
    ],
)
def test_a_right_value_is_not_named(path: str, value: Value) -> None:
    assert found({path: value}) == []


def test_what_is_hidden_is_neither_missed_nor_judged() -> None:
    assert found({"days": "soon"}) == []
    assert found({"days": "soon", "ready": True}) == [("value", "deal.days")]


@pytest.mark.parametrize("name", ["", "  \n"])
def test_an_answer_of_spaces_is_no_answer(name: str) -> None:
    assert ("required", "deal.name") in found({"name": name})


def test_a_long_text_is_kept_and_named() -> None:
    assert found({"name": "x" * 21}) == [("long", "deal.name")]


def test_a_table_begun_has_not_more_rows_than_it_should() -> None:
    many = kpis(*({"measure": str(place)} for place in range(4)))

    assert found(many) == [("rows", "deal.kpis")]


def test_a_required_table_without_a_cell_is_missed() -> None:
    section = Answers({"pricing.kpis": ("r1",)})
    filled = Answers({"pricing.kpis": ("r1",), "pricing.kpis[r1].measure": "a"})

    def missed(answers: Answers) -> bool:
        return any(
            one.check == "required" and one.path == "pricing.kpis"
            for one in check(template(), answers)
        )

    assert missed(section)
    assert not missed(filled)


def test_an_answer_nobody_asks_for_any_more_is_kept_and_named() -> None:
    assert found({"gone": "a", "kpis[r1].gone": "a"}) == [
        ("kept", "deal.gone"),
        ("kept", "deal.kpis[r1].gone"),
    ]


def test_notes_are_no_answers() -> None:
    answers = Answers({"_notes.deal.fee": "much", "deal.name": "Fern"})

    assert "kept" not in {one.check for one in check(tiny_template(), answers)}
