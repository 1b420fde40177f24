"""The six criteria: a level is the highest for which all conditions hold."""

import re
from datetime import date
from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.checks.levels import (
    Criterion,
    Level,
    is_ready,
    levels,
    raises_most,
    unanswered,
)
from roadmapper.checks.run import in_short
from roadmapper.criteria import criteria_of, load_criteria
from roadmapper.errors import TemplateError
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
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
    assert is_ready(PACK, told, gather(template(), sample(name)).findings)


def test_an_empty_proposal_reaches_nothing() -> None:
    told = levels(PACK, Answers())
    most = raises_most(told)

    assert [one.level for one in told] == [0] * 6
    assert most is not None
    assert most.level == 1
    assert not is_ready(PACK, told, ())


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
                assert set(test.one_of) <= set(question.choices)
                for column in (*test.filled, *test.counted, *(test.says or ())):
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


def test_levels_are_climbed_one_by_one() -> None:
    answers: dict[str, Value] = {
        "security.pentest": ("p",),
        "security.pentest[p].date": "2027-01-04",
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


def test_the_weakest_criterion_by_its_shortest_way_raises_most() -> None:
    answers = Answers({**sample("fernhollow"), "security.baa": "not started"})

    most = raises_most(levels(PACK, answers))

    assert most is not None
    assert most.path == "security.baa"


def test_one_red_check_or_one_weak_criterion_is_not_ready() -> None:
    told = levels(PACK, sample("fernhollow"))
    red = Finding("x", Severity.SHOULD_FIX, "deal.name", "")
    amber = Finding("x", Severity.POLISH, "deal.name", "")
    weak = Level("C5", "Compliance and security", 1, ())

    assert is_ready(PACK, told, (amber,))
    assert not is_ready(PACK, told, (red,))
    assert not is_ready(PACK, (*told[:4], weak, *told[5:]), ())


def test_a_criterion_without_an_answer_is_found_once_its_step_is_begun() -> None:
    assert list(unanswered(PACK, Answers())) == []
    (finding,) = unanswered(PACK, Answers({"roadmap.stability": "Since 2019."}))

    assert finding.path == "roadmap.stages"
    assert '"Long-term partner"' in finding.message
    assert list(unanswered(PACK, sample("larkmere"))) == []


def test_an_empty_proposal_is_told_in_a_short_list_worst_first() -> None:
    findings = gather(template(), Answers()).findings

    short = in_short(template(), findings)

    assert len(short) < 20 < len(findings)
    order = list(Severity)
    places = [order.index(one.severity) for one in short]
    assert places == sorted(places)
    assert {one.path.partition(".")[0] for one in short} == {one.id for one in template().sections}
    assert len({one.path for one in short}) == len(short)


def test_a_list_is_not_shortened_where_a_step_is_begun() -> None:
    findings = gather(template(), sample("fernhollow")).findings

    assert in_short(template(), findings) == findings


_BROKEN: tuple[tuple[str, str], ...] = (
    ('dated = "2026-11-25"', 'dated = "soon"'),
    ("level = 2", "level = 5"),
    ('rows = "continuity.targets", ', ""),
    ('"a statement",', ""),
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
