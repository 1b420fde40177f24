"""What one page says and another denies is found, and what only looks like it is not."""

from collections.abc import Mapping

import pytest

from roadmapper.checks.run import check
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.checks.clean import CLEAN
from tests.checks.seeded import SEEDS, Seed
from tests.checks.whole import Changes, found, found_in
from tests.composed import sample, template

_ALONE: Changes = {"value.attribution": "before-after"}

# Name of the finding: changes that contradict, and changes near them that do not.
CONTRADICTED: Mapping[str, tuple[tuple[Changes, ...], tuple[Changes, ...]]] = {
    "two-numbers": (
        (
            {"value.drivers[evenings].baseline": "62 minutes"},
            {"pricing.kpis[k1].baseline": "59"},
            {"pricing.quality_gate[omission].threshold": "2.5% or less, all groups together"},
            {"workforce.metrics[m2].measure": "Visits with a note used",
             "workforce.metrics[m2].target": "55% at week 12"},
        ),
        (
            {"value.drivers[evenings].baseline": "58.0 minutes"},
            {"value.drivers[evenings].baseline": "Not measured yet"},
            {"workforce.metrics[m2].measure": "Visits with a note used"},
        ),
    ),
    "two-targets": (
        (
            {"workforce.metrics[m3].measure": "Activation"},
            {"pricing.kpis[k3].measure": "Visits with a note used"},
        ),
        ({"workforce.metrics[m3].measure": "activation",
          "workforce.metrics[m3].target": "90%"},),
    ),
    "said-otherwise": (
        (
            {"review.summary": "You pay less, and 20% of the fee is at risk."},
            {"review.summary": "20% of our yearly fee depends on results."},
            {"review.summary": "There are four waves."},
            {"review.summary": "We train 800 clinicians."},
            {"review.summary": "We ask 500 hours of your people."},
            {"review.summary": "Of our yearly fee 20% waits for results."},
            {"review.summary": "You pay a fee. 20% of it, {figures.x.y} a year, stays with you."},
            {"roadmap.stages[current].commercial_form": "Subscription, 30 percent of it at risk"},
            {"pricing.at_risk_pct": "20", "review.summary": "At risk are 25% of the fee."},
        ),
        (
            {"review.summary": "25% of the fee is at risk; 20% of notes are checked."},
            {"review.summary": "Use rose by 20%. Nothing else is at risk."},
            {"review.summary": "We ask 370 hours of your people. There are five waves."},
            {"review.summary": "Uptime of the old tool was 97.2% last year."},
        ),
    ),
    "trained-people": (
        ({"workforce.training[t0].people": "2151"},),
        ({"workforce.training[t0].people": "2150"},),
    ),
    "trained-hours": (
        ({"workforce.backfill[nurses].hours": "900"},),
        ({"workforce.backfill[nurses].hours": "500"},),
    ),
    "untrained": (
        ({"workforce.training[t0].roles": "Primary care physicians",
          "workforce.training[t1].roles": "Practitioners and physician assistants",
          "workforce.training[tr].roles": "Nurses who discharge",
          "workforce.training[t2].roles": "Medical assistants",
          "solution.users[ed].role": "Pharmacists"},),
        ({"solution.users[ed].role": "Emergency doctors"},),
    ),
    "wave-users": (
        ({"deploy.waves[r5].users": "1900"},),
        ({"deploy.waves[r5].users": None},),
    ),
    "displacement": (
        (
            {"value.budgeted_savings[fy28].fte": "0.5"},
            {"value.fte_policy": "head-count reduction"},
        ),
        ({"value.fte_policy": "attrition only"},),
    ),
    "start-first": (
        ({"deal.start_date": "2027-05-01"},),
        ({"deal.start_date": "2027-05-14"},),
    ),
    "late-step": (
        ({"coalition.decision_steps[d4].date": "2027-05-20"},),
        ({"coalition.decision_steps[d4].date": "2027-05-14"},),
    ),
    "before-start": (
        (
            {"roadmap.stages[current].from": "2027-06-01"},
            {"deal.start_date": "2027-07-02"},
        ),
        ({"roadmap.stages[current].from": "2027-08-02"},),
    ),
    "live-first": (
        (
            {"coalition.paper_steps[p1].start": "2027-09-20"},
            {"coalition.paper_steps[p1].days": "300"},
        ),
        ({"coalition.paper_steps[p1].start": "2027-08-02"},),
    ),
    "gate-order": (
        ({"deploy.gates[g3].date": "2028-03-01"},),
        ({"deploy.gates[g3].date": "2028-09-30"},),
    ),
    "wave-first": (
        ({"deploy.waves[r4].start": "2028-08-01"},),
        ({"deploy.waves[r4].start": "2028-08-31"},),
    ),
    "no-decider": (
        ({"deploy.gates[g2].decided_by": None},),
        ({"deploy.gates[g2].minimum_sample": None},),
    ),
    "short-pilot": (
        (_ALONE, {**_ALONE, "value.baseline_window": "nine months"}),
        (
            {**_ALONE, "value.baseline_window": "October 2026 to February 2027"},
            {**_ALONE, "value.baseline_window": "The period before"},
            {**_ALONE, "deploy.gates[g2].date": None},
        ),
    ),
}  # fmt: skip
_BAD = [(name, changes) for name, (bad, _) in CONTRADICTED.items() for changes in bad]
_GOOD = [changes for _, good in CONTRADICTED.values() for changes in good]


@pytest.mark.parametrize(("name", "changes"), _BAD)
def test_a_contradiction_is_found(name: str, changes: Changes) -> None:
    assert name in {one.check for one in found(changes)}


@pytest.mark.parametrize("changes", _GOOD)
def test_what_only_looks_like_a_contradiction_is_none(changes: Changes) -> None:
    assert {one.check for one in found(changes)}.isdisjoint(CONTRADICTED)


@pytest.mark.parametrize("seed", SEEDS, ids=[one.says for one in SEEDS])
def test_a_seeded_contradiction_is_found(seed: Seed) -> None:
    assert seed.check in {one.check for one in found(seed.changes)}


@pytest.mark.parametrize("seed", SEEDS[::7], ids=[one.says for one in SEEDS[::7]])
def test_a_contradiction_is_told_in_a_sentence_where_it_can_be_mended(seed: Seed) -> None:
    for one in found(seed.changes):
        question, _, _ = one.path.partition("[")
        assert one.message.endswith((".", '."'))
        assert one.why.endswith(".")
        assert template().find(question) is not None


@pytest.mark.parametrize("name", CLEAN)
def test_in_a_proposal_that_says_the_same_everywhere_nothing_is_found(name: str) -> None:
    assert found_in(CLEAN[name]()) == ()


@pytest.mark.parametrize(
    ("text", "is_known"),
    [
        ("We pay you $180,000 when it ships.", True),
        ("A credit of $1,152,000, the fee of a year.", True),
        ("A milestone of $75,000 on delivery.", False),
        ("A fund of $2 million for both.", False),
    ],
)
def test_money_in_the_roadmap_is_known_to_the_pricing(text: str, *, is_known: bool) -> None:
    changed: dict[str, Value] = {**sample("fernhollow"), "roadmap.economics": text}
    answers = Answers(changed)

    names = [one.check for one in check(template(), answers, told(template(), answers).figures)]

    assert ("unpriced" in names) is not is_known
