"""The six criteria: a level is the highest for which all conditions hold."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.checks.levels import (
    Criterion,
    Rise,
    levels,
    raises_most,
    shares,
    unanswered,
)
from roadmapper.criteria import criteria_of, load_criteria, scorecard
from roadmapper.errors import TemplateError
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.progress import counts
from roadmapper.proposal.ready import OVERDUE, readiness
from roadmapper.template.kinds import Value
from roadmapper.template.reader import read_table
from tests.composed import SAMPLES, sample, template

PACK = load_criteria()


def level(answers: dict[str, Value], criterion: str) -> int:
    """Return the level of one criterion."""
    return next(one.level for one in levels(PACK, Answers(answers)) if one.id == criterion)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_ready_and_every_criterion_is_supported(name: str) -> None:
    told = levels(PACK, sample(name))

    assert [one.id for one in told] == ["C1", "C2", "C3", "C4", "C5", "C6"]
    assert min(one.level for one in told) >= 3
    card = scorecard(sample(name), gather(template(), sample(name)).findings)
    assert card.readiness.is_ready


def test_an_empty_proposal_reaches_nothing() -> None:
    card = scorecard(Answers(), ())

    assert [one.level for one in card.levels] == [0] * 6
    assert card.most is not None
    assert card.most.condition.level == 1
    assert not card.shares
    assert len(card.readiness.low) == 6
    assert not card.readiness.is_ready


def test_the_criteria_are_those_of_the_template_under_the_same_names() -> None:
    assert [(one.id, one.name) for one in PACK.criteria] == [
        (one.id, one.name) for one in template().criteria
    ]


def test_every_condition_asks_for_what_is_asked_and_for_values_there_are() -> None:
    for criterion in PACK.criteria:
        assert all(template().find(path) for path in criterion.statement)
        for condition in criterion.conditions:
            for test in condition.tests:
                question = template().find(test.path)
                assert question is not None
                assert question.is_group is test.is_table
                assert not (test.words and test.is_table)
                assert set(test.one_of) <= set(question.choices)
                for column in (*test.filled, *test.counted, *test.lasting, *(test.says or ())):
                    assert question.column(column), (test.path, column)
                for column, values in (test.where or {}).items():
                    asked = question.column(column)
                    assert asked is not None
                    assert set(values) <= {*asked.choices, *({"yes"} - set(asked.choices))}


@pytest.mark.parametrize("found", PACK.criteria, ids=lambda one: str(one.id))
def test_a_criterion_falls_when_what_a_level_asks_for_is_gone(found: Criterion) -> None:
    full = sample("fernhollow")
    before = {one.id: one.level for one in levels(PACK, full)}
    for condition in (one for one in found.conditions if one.level <= before[found.id]):
        gone = {test.path for test in condition.tests}
        left = Answers({p: v for p, v in full.items() if p.partition("[")[0] not in gone})
        after = next(one for one in levels(PACK, left) if one.id == found.id)

        assert after.level < condition.level
        assert condition.text in [one.text for one in after.missing]


def test_every_condition_says_what_it_gives_and_weights_have_a_row_for_each() -> None:
    assert all(one.met for criterion in PACK.criteria for one in criterion.conditions)
    asked = template().find(PACK.weights)
    assert asked is not None
    rows = [(one.id, one.label) for one in asked.fixed]
    assert rows == [(one.id.lower(), one.name) for one in PACK.criteria]
    assert all(template().find(path) for path in PACK.decided)


def test_levels_are_climbed_one_by_one() -> None:
    answers: dict[str, Value] = {
        "security.pentest": ("p",),
        "security.pentest[p].date": "2027-01-04",
        "deal.decision_date": "2027-05-14",
    }
    assert level(answers, "C5") == 1

    answers |= {
        "security.baa": "our form sent",
        "security.data_rights": ("d",),
        "security.data_rights[d].data": "Sound",
        "security.data_rights[d].use": "service only",
        "security.data_rights[d].allowed": "yes",
        "security.attestations": ("a",),
        "security.attestations[a].kind": "SOC 2 II",
        "security.attestations[a].state": "attested",
    }
    assert level(answers, "C5") == 2

    answers |= {"security.attestations[a].expiry": "2027-05-13"}
    answers |= {"security.attestations[a].in_scope": True}
    assert level(answers, "C5") == 2
    answers |= {"security.attestations[a].expiry": "2028-01-01"}
    answers |= {"security.attestations[a].in_scope": False}
    assert level(answers, "C5") == 2
    answers |= {"security.attestations[a].in_scope": True}
    assert level(answers, "C5") == 3

    answers |= {
        "coalition.paper_steps": ("s",),
        "coalition.paper_steps[s].step": "Security review",
        "coalition.paper_steps[s].status": "done",
    }
    assert level(answers, "C5") == 4


def _most(answers: Answers) -> Rise:
    found = raises_most(PACK, levels(PACK, answers), shares(PACK, answers))
    assert found is not None
    return found


def test_a_criterion_below_enough_raises_most_by_its_shortest_way() -> None:
    most = _most(Answers({**sample("fernhollow"), "security.baa": "not started"}))

    assert most.condition.path == "security.baa"
    assert most.others == 0


def test_among_those_that_are_enough_the_weight_decides_what_raises_most() -> None:
    told = {
        path: value
        for path, value in sample("fernhollow").items()
        if not path.startswith("system.criteria_weights")
    }
    weight = "system.criteria_weights[{}].weight"

    security = {**told, weight.format("c5"): "70", weight.format("c6"): "30"}
    partner = {**told, weight.format("c5"): "30", weight.format("c6"): "70"}

    assert _most(Answers(security)).criterion.id == "C5"
    assert _most(Answers(partner)).criterion.id == "C6"


def test_weights_are_shares_of_what_is_given_and_none_are_made_up() -> None:
    given: dict[str, Value] = {
        "system.criteria_weights[c1].weight": "30",
        "system.criteria_weights[c2].weight": "10",
    }
    told = shares(PACK, Answers(given))

    assert [int(told[name]) for name in ("C1", "C2", "C3")] == [75, 25, 0]
    assert sum(told.values()) == Decimal(100)
    assert shares(PACK, Answers()) == {}
    assert shares(PACK, Answers({"system.criteria_weights[c1].weight": "much"})) == {}


def test_ready_needs_every_criterion_no_attestation_overdue_and_no_must_fix() -> None:
    should = Finding("x", Severity.SHOULD_FIX, "deal.name", "")
    must = Finding("x", Severity.MUST_FIX, "deal.name", "")
    overdue = Finding(OVERDUE, Severity.SHOULD_FIX, "security.attestations[a].expiry", "")

    assert readiness((), (should,)).is_ready
    assert not readiness(("Compliance and security",), ()).is_ready
    assert not readiness((), (must,)).is_ready
    assert not readiness((), (overdue,)).is_ready


def test_an_attestation_that_expires_before_they_decide_is_not_ready_nor_supported() -> None:
    full = dict(sample("fernhollow"))
    for path in list(full):
        if path.startswith("security.attestations[") and path.endswith("].expiry"):
            full[path] = "2027-01-01"
    answers = Answers(full)

    card = scorecard(answers, gather(template(), answers).findings)

    assert card.readiness.overdue
    assert not card.readiness.is_ready
    assert level(full, "C5") == 2


_ESSENTIAL = tuple(
    f"{section.id}.{question.id}"
    for section in template().sections
    for question in section.questions
    if counts(question)
)


def test_to_empty_an_essential_answer_lowers_only_criteria_that_name_it() -> None:
    full = sample("fernhollow")
    before = {one.id: one.level for one in levels(PACK, full)}
    fallen = set()
    for path in _ESSENTIAL:
        left = Answers({p: v for p, v in full.items() if p.partition("[")[0] != path})
        after = {one.id: one.level for one in levels(PACK, left)}
        lower = {name for name, level in after.items() if level < before[name]}
        naming = {one.id for one in PACK.criteria if path in PACK.names(one)}

        assert lower <= naming, path
        fallen |= lower
    assert fallen == set(before)


def test_another_pack_gives_another_result_without_any_code(tmp_path: Path) -> None:
    file = tmp_path / "six.toml"
    shipped = (paths.templates() / "packs" / "criteria" / "six.toml").read_text(encoding="utf-8")
    asked = 'says = { step = ["security", "redline"] }'
    assert asked in shipped
    file.write_text(
        shipped.replace(asked, 'says = { step = ["associate"] }').replace("ready = 2", "ready = 4"),
        encoding="utf-8",
    )
    done = {**sample("fernhollow")}
    for path, value in sample("fernhollow").items():
        if value == "Business associate agreement":
            done[path.replace(".step", ".status")] = "done"

    ours = scorecard(Answers(done), ())
    theirs = scorecard(Answers(done), (), criteria_of(read_table(file)))

    assert [one.level for one in ours.levels if one.id == "C5"] == [3]
    assert [one.level for one in theirs.levels if one.id == "C5"] == [4]
    assert ours.readiness.is_ready
    assert not theirs.readiness.is_ready


def test_a_criterion_without_an_answer_is_found_once_its_step_is_begun() -> None:
    assert list(unanswered(PACK, Answers())) == []
    (finding,) = unanswered(PACK, Answers({"roadmap.stability": "Since 2019."}))

    assert finding.path == "roadmap.stages"
    assert '"Long-term partner"' in finding.message
    assert list(unanswered(PACK, sample("larkmere"))) == []


_BROKEN: tuple[tuple[str, str], ...] = (
    ('dated = "2026-11-25"', 'dated = "soon"'),
    ("level = 2", "level = 5"),
    ('rows = "continuity.targets", ', ""),
    ('"a statement",', ""),
    ('"Stated", ', ""),
    ("fewest = 3", "fewest = -3"),
    ('statement = ["continuity.targets"', 'statements = ["continuity.targets"'),
)


@pytest.mark.parametrize(("old", "new"), _BROKEN)
def test_a_broken_pack_is_refused_in_a_sentence(tmp_path: Path, old: str, new: str) -> None:
    file = tmp_path / "six.toml"
    shipped = paths.templates() / "packs" / "criteria" / "six.toml"
    told = shipped.read_text(encoding="utf-8")
    assert old in told
    file.write_text(told.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(TemplateError, match=re.escape("six.toml: ")):
        criteria_of(read_table(file))


def test_the_pack_is_dated() -> None:
    assert date(2026, 11, 1) < PACK.dated < date(2027, 1, 1)
