"""Each of the forty checks finds its own mistake in a whole proposal, and nothing when mended."""

import pytest

from roadmapper.checks import levels, run
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from tests.checks.forty import AMBER, BESIDE, FORTY, TRIPPED
from tests.checks.whole import found
from tests.composed import SAMPLES, sample, template


def _beside(check: str) -> frozenset[str]:
    return BESIDE[check][0] if check in BESIDE else frozenset()


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_clean(name: str) -> None:
    assert gather(template(), sample(name)).findings == ()


@pytest.mark.parametrize("check", TRIPPED)
def test_a_check_finds_its_own_mistake_alone(check: str) -> None:
    changes, _ = TRIPPED[check]

    assert {one.check for one in found(changes)} - _beside(check) == {check}


@pytest.mark.parametrize("check", TRIPPED)
def test_a_check_is_red_unless_it_is_amber(check: str) -> None:
    changes, _ = TRIPPED[check]
    amber = check in AMBER

    told = [one.severity for one in found(changes) if one.check == check]

    assert set(told) == {Severity.SHOULD_FIX if amber else Severity.MUST_FIX}


@pytest.mark.parametrize("check", TRIPPED)
def test_a_check_finds_nothing_where_the_mistake_is_mended(check: str) -> None:
    _, mended = TRIPPED[check]

    assert {one.check for one in found(mended)} <= _beside(check)


def test_every_finding_is_a_sentence_with_a_reason_at_a_place_that_is_asked() -> None:
    for changes, _ in TRIPPED.values():
        for one in found(changes):
            question, _, _ = one.path.partition("[")
            assert one.message[0].isupper() or one.message[0] in '"$7'
            assert one.message.endswith((".", '".', "?"))
            assert one.why.endswith(".")
            assert template().find(question) is not None


def test_every_check_of_the_forty_is_one_that_runs() -> None:
    running = {*run.CHECKS, *run.ACROSS, *run.COUNTED}
    running |= {one for checks in run.BY_SECTION.values() for one in checks}

    asked = {one for checks in FORTY.values() for one in checks}

    assert asked <= {*running, levels.unanswered}


def test_the_worst_comes_first_and_what_may_be_set_aside_after_it() -> None:
    told_order = [one.severity for one in found({**TRIPPED["baa"][0], **TRIPPED["duty"][0]})]

    assert told_order == sorted(told_order, key=list(Severity).index)
    assert set(told_order) == {Severity.MUST_FIX, Severity.SHOULD_FIX}


def test_a_check_keeps_silent_while_its_section_is_empty() -> None:
    one_answer = Answers({"security.baa": "signed"})

    names = {one.check for one in run.check(template(), one_answer)}

    assert "information-security" in names
    assert names.isdisjoint({"adoption-measure", "effort", "rhythm", "no-gap", "hosting"})
