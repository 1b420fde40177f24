"""What a source is worth: how old, how strong, how like their setting, and who may see it."""

from collections.abc import Mapping
from datetime import date

import pytest

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.evidence import (
    likeness,
    proposal_day,
    standing,
    uses,
    with_likeness,
)
from roadmapper.proposal.sources import source_key
from roadmapper.template.kinds import Value
from tests.composed import sample, template

TODAY = date(2027, 5, 14)
_NOTHING: Mapping[str, str] = {}


def _answers(cells: Mapping[str, str], more: Mapping[str, Value] | None = None) -> Answers:
    row = {f"solution.evidence[e1].{name}": value for name, value in cells.items()}
    told: dict[str, Value] = {
        "solution.evidence": ("e1",),
        "solution.evidence[e1].reference": "A trial",
        "system.emr": "Epic",
        "system.size": ("s1",),
        "system.size[s1].measure": "Hospitals",
        "system.size[s1].value": "7",
        "solution.users": ("u1",),
        "solution.users[u1].role": "Primary care physicians",
        "deal.promise": "Notes for primary care",
    }
    return Answers({**told, **row, **(more or {})})


@pytest.mark.parametrize(
    ("cells", "stale"),
    [
        ({"review_by": "2027-05-13"}, "due for review since 2027-05-13"),
        ({"review_by": "2027-05-14"}, ""),
        ({"as_of": "2024-05-12"}, "last checked on 2024-05-12"),
        ({"as_of": "2024-06-01", "published": "2012"}, ""),
        ({"published": "2019"}, "published in 2019"),
        ({"published": "October 2025"}, ""),
        ({}, ""),
    ],
)
def test_a_source_is_stale_when_it_is_due_or_old(cells: Mapping[str, str], stale: str) -> None:
    assert standing(_answers(cells), "e1", TODAY).stale == stale


def test_without_a_day_nothing_is_stale() -> None:
    assert standing(_answers({"review_by": "2020-01-01"}), "e1", None).stale == ""


@pytest.mark.parametrize(
    ("cells", "weak"),
    [
        ({"n": "200", "design": "RCT", "funding": "no"}, ()),
        ({"n": "200", "design": "anecdote", "funding": "no"}, ("no comparison",)),
        ({"n": "200", "design": "RCT", "funding": "yes"}, ("paid for by a vendor",)),
        ({"design": "RCT", "funding": "no"}, ("number of people not given",)),
    ],
)
def test_a_source_is_weak_for_reasons(cells: Mapping[str, str], weak: tuple[str, ...]) -> None:
    assert standing(_answers(cells), "e1", TODAY).weak == weak


SAME = "Regional system on Epic, 5 hospitals, primary care"


@pytest.mark.parametrize(
    ("cells", "verdict", "reasons"),
    [
        (
            {"setting": SAME, "population": "210 physicians"},
            "yes",
            "Same roles, care setting, EMR, size",
        ),
        (
            {"setting": SAME, "population": "90 nurses"},
            "partly",
            "Same care setting, EMR, size; other roles",
        ),
        (
            {"setting": "Oracle Health, 40 hospitals, wards", "population": "nurses"},
            "no",
            "Other roles, care setting, EMR, size",
        ),
        (
            {"setting": "Epic, family medicine", "population": "physicians"},
            "partly",
            "Same roles, care setting, EMR; not said: size",
        ),
        ({}, "", "Not said: roles, care setting, EMR, size"),
    ],
)
def test_likeness_follows_role_setting_emr_and_size(
    cells: Mapping[str, str], verdict: str, reasons: str
) -> None:
    found = likeness(_answers(cells), "e1")

    assert (found.verdict, found.reasons) == (verdict, reasons)


@pytest.mark.parametrize(("hospitals", "alike"), [("21", True), ("22", False), ("two", False)])
def test_sizes_are_alike_within_a_factor_of_three(hospitals: str, alike: bool) -> None:
    found = likeness(_answers({"setting": f"{hospitals} hospitals"}), "e1")

    assert ("size" in found.same) is alike
    assert ("size" in found.other) is not alike


def test_what_a_person_said_stays_and_what_nobody_said_is_worked_out() -> None:
    cells = {"setting": SAME, "population": "physicians"}
    at = "solution.evidence[e1]"

    worked = with_likeness(_answers(cells))
    said = with_likeness(_answers({**cells, "comparable": "no"}))

    assert worked.text(f"{at}.comparable") == "yes"
    assert worked.text(f"{at}.why_comparable") == "Same roles, care setting, EMR, size"
    assert said.text(f"{at}.comparable") == "no"
    assert said.text(f"{at}.why_comparable") == ""


def test_a_source_that_a_sentence_names_in_brackets_is_used_there() -> None:
    told: dict[str, Value] = {
        "solution.evidence": ("e1", "e2"),
        "solution.summary": "It helps [e1, e2]. Notes are shorter [e9], as a goal [goal].",
        "_evidence.solution.summary": ("e2",),
        "_notes.solution.summary": "Ask about [e1]",
    }

    assert uses(template(), _answers({}, told)) == {"solution.summary": ("e1", "e2")}


def test_sources_are_used_by_evidence_and_by_columns_that_link() -> None:
    links: dict[str, Value] = {
        "_evidence.solution.summary": ("e1", "gone"),
        "value.drivers": ("r1",),
        "value.drivers[r1].evidence": ("e1",),
        "solution.regulatory": "e1",
    }

    found = uses(template(), _answers({}, links))

    assert found == {"solution.summary": ("e1",), "value.drivers[r1].evidence": ("e1",)}


def test_the_key_of_a_source_is_its_mark_from_the_shelf_or_its_name() -> None:
    assert source_key(_answers({"origin": "nsi-2025"}), "e1") == "nsi-2025"
    assert source_key(_answers({"reference": "UCLA trial, NEJM AI!"}), "e1") == "ucla trial nejm ai"


@pytest.mark.parametrize("name", ["fernhollow", "larkmere"])
def test_no_source_of_a_sample_is_said_to_be_liker_than_it_is(name: str) -> None:
    answers = sample(name)
    said_yes = [
        row
        for row in answers.rows("solution.evidence")
        if answers.text(f"solution.evidence[{row}].comparable") == "yes"
    ]

    assert said_yes
    assert [row for row in said_yes if likeness(answers, row).other] == []
    assert proposal_day(answers) is not None
