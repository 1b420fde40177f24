"""Findings in short: an empty or half-filled proposal gives a list one can work through."""

import pytest

from roadmapper.checks.short import in_short
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from tests.composed import SAMPLES, sample, template


def _short(answers: Answers) -> tuple[Finding, ...]:
    short = in_short(template(), gather(template(), answers).findings)
    order = list(Severity)
    places = [order.index(one.severity) for one in short]
    assert places == sorted(places)
    assert len({(one.check, one.path) for one in short}) == len(short)
    return short


def _filled(steps: int, questions: int) -> Answers:
    """Return a sample of which some steps, and the first questions of each, are answered."""
    kept = {
        f"{section.id}.{question.id}"
        for section in template().sections[:steps]
        for question in section.questions[:questions]
    }
    told = sample("fernhollow").items()
    return Answers({path: value for path, value in told if path.partition("[")[0] in kept})


def test_an_empty_proposal_is_told_in_a_short_list() -> None:
    findings = gather(template(), Answers()).findings

    short = _short(Answers())

    assert len(short) < 20 < len(findings)
    assert {one.path.partition(".")[0] for one in short} == {one.id for one in template().sections}
    assert len({one.path for one in short}) == len(short)


@pytest.mark.parametrize("steps", [1, 4, 7, 10])
def test_a_proposal_filled_step_by_step_has_one_line_for_each_that_waits(steps: int) -> None:
    short = _short(_filled(steps, 100))

    waiting = {one.id for one in template().sections[steps:]}
    empty = [one for one in short if one.path.partition(".")[0] in waiting]
    assert len(empty) == len(waiting)
    assert all(template().find(one.path) for one in empty)
    assert {one.severity for one in empty} == {Severity.MUST_FIX}
    assert len(short) < 25


@pytest.mark.parametrize("questions", [1, 2, 4])
def test_a_proposal_begun_everywhere_is_told_step_by_step(questions: int) -> None:
    answers = _filled(13, questions)
    findings = gather(template(), answers).findings

    short = _short(answers)

    assert len(short) <= 30
    assert len(short) < len(findings)


def test_answers_a_step_still_needs_are_one_line_that_leads_to_the_first() -> None:
    short = _short(Answers({"continuity.backup": "Each night."}))

    (found,) = [one for one in short if one.path.startswith("continuity.")]
    assert found.path == "continuity.targets"
    assert found.severity is Severity.MUST_FIX
    assert found.message.startswith('"Continuity" still needs 3 answers: "Recovery targets", ')


def test_what_could_be_better_waits_for_what_is_needed_and_is_counted() -> None:
    needed = Finding("required", Severity.MUST_FIX, "pricing.kpis", '"Measures" is missing.')
    better = Finding("no-window", Severity.SHOULD_FIX, "pricing.window", "No window.")

    (found,) = in_short(template(), (better, needed))

    assert found.path == "pricing.kpis"
    assert found.message == '"Measures" is missing. One more finding waits here.'


def test_one_check_that_says_the_same_of_an_answer_often_is_one_line() -> None:
    text = "We expect {figures.value.net_likely} and {figures.pricing.annual_fee}."
    short = _short(Answers({"deal.promise": text}))

    (found,) = [one for one in short if one.check == "placeholder"]
    assert found.message.endswith("There is one more like it.")


@pytest.mark.parametrize("name", SAMPLES)
def test_a_finished_proposal_has_nothing_to_fold(name: str) -> None:
    assert _short(sample(name)) == gather(template(), sample(name)).findings
