"""Each of the forty checks finds its own mistake in a whole proposal, and nothing when mended."""

from collections.abc import Callable, Mapping

import pytest

from roadmapper.checks import (
    committed,
    contradictions,
    legal,
    outcome,
    people,
    pricing,
    returns,
    run,
    stages,
    understood,
    value,
)
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from tests.checks.whole import Changes, found
from tests.composed import SAMPLES, sample, template

FORTY: Mapping[str, tuple[Callable[..., object], ...]] = {
    "CHK-PRIO-01": (understood.no_priority_served,),
    "CHK-PRIO-02": (understood.percent_without_cohort,),
    "CHK-PRIO-03": (understood.no_gap_chosen,),
    "CHK-ADM-01": (understood.burden_alone,),
    "CHK-VEND-01": (understood.no_consolidation,),
    "CHK-EVID-01": (understood.nothing_comparable,),
    "CHK-T-01": (committed.questions_open,),
    "CHK-D-01": (committed.no_choice_of_hosting,),
    "CHK-D-02": (committed.decisions_open,),
    "CHK-C1-01": (committed.targets_incomplete,),
    "CHK-C1-02": (committed.no_joint_date,),
    "CHK-C2-01": (committed.connection_vague,),
    "CHK-C2-02": (committed.no_governing_body,),
    "CHK-C2-03": (committed.effort_untold,),
    "CHK-C3-01": (returns.efficiency_one_sided,),
    "CHK-ROI-01": (value.no_soft_value, returns.no_hard_value),
    "CHK-ROI-02": (value.already_budgeted, returns.budget_out_of_range),
    "CHK-ROI-03": (returns.no_attribution, returns.no_finance_owner),
    "CHK-ROI-04": (returns.outcomes_in_one_area,),
    "CHK-ROI-05": (value.counted_once,),
    "CHK-RISK-01": (
        pricing.nothing_at_risk,
        pricing.incomplete_measures,
        returns.measure_without_source,
        returns.no_window,
    ),
    "CHK-RISK-02": (
        pricing.weights,
        pricing.target_is_today,
        pricing.threshold_side,
        pricing.collar_crossed,
        pricing.bands_overlap,
    ),
    "CHK-RISK-03": (outcome.over_the_limit,),
    "CHK-RISK-04": (returns.duty_not_measured,),
    "CHK-LEGAL-01": (legal.pay_not_told, legal.not_reviewed),
    "CHK-C5-01": (
        committed.nothing_attested,
        committed.attestation_overdue,
        committed.agreement_not_begun,
    ),
    "CHK-C5-02": (committed.sharing_untold, committed.controls_untold),
    "CHK-WF-01": (people.nurses_left_out,),
    "CHK-WF-02": (people.concern_unanswered,),
    "CHK-WF-03": (people.too_few_tiers, people.adoption_elsewhere),
    "CHK-WF-04": (people.adoption_unmeasured,),
    "CHK-WF-05": (contradictions.roles_promised_and_saved,),
    "CHK-COAL-01": (understood.coalition_incomplete,),
    "CHK-COAL-02": (understood.line_unknown,),
    "CHK-COAL-03": (understood.no_nurse_leader,),
    "CHK-COAL-04": (value.no_owner,),
    "CHK-ROAD-01": (stages.stage_empty,),
    "CHK-ROAD-02": (stages.ability_missing,),
    "CHK-ROAD-03": (stages.no_rhythm,),
    "CHK-ROAD-04": (stages.nothing_shipped,),
    "CHK-OUT-01": (understood.draft_label,),
}
"""The checks a CMIO's office reads by, and the functions that answer each."""

_FITS: Changes = {f"system.priorities[r{place}].fit": "1" for place in range(1, 11)}
_ALL_FUNDED: Changes = {f"solution.evidence[e{place}].funding": "yes" for place in range(1, 11)}
_NONE_LIKE: Changes = {f"solution.evidence[e{place}].comparable": "no" for place in range(1, 11)}
_CLINICAL: Changes = {
    f"value.drivers[{one}].function": "clinical"
    for one in ("contracts", "queries", "support", "visits", "cover", "turnover", "calls")
}
_OWNED: Changes = {
    f"value.drivers[{one}].owner": "CMIO"
    for one in ("visits", "cover", "contracts", "queries", "support", "turnover")
}
_CHECKED: Changes = {
    f"coalition.raci[{one}].a": "CMIO" for one in ("baseline", "contract", "benefits")
}
_UNCOVERED: Changes = {"workforce.backfill": None}

# Name of the finding: changes that trip it alone, and changes near it that do not.
TRIPPED: Mapping[str, tuple[Changes, Changes]] = {
    "no-priority": (_FITS, {**_FITS, "system.priorities[r2].fit": "2"}),
    "no-cohort": (
        {"system.priorities[r2].answer": "75% say so", "system.priorities[r2].source": ""},
        {
            "system.priorities[r2].answer": "75% of information officers say that it rose",
            "system.priorities[r2].source": "",
        },
    ),
    "no-gap": ({"system.gaps": None}, {"system.gaps": ("access to care",)}),
    "burden-alone": (
        {**_FITS, "system.priorities[r10].fit": "3"},
        {**_FITS, "system.priorities[r10].fit": "3", "system.priorities[r4].fit": "2"},
    ),
    "no-consolidation": (
        {"system.tools_replaced": None},
        {"system.tools_replaced": ("n",), "system.tools_replaced[n].tool": "None"},
    ),
    "not-comparable": (_NONE_LIKE, {**_NONE_LIKE, "solution.evidence[e5].comparable": "partly"}),
    "vendor-funded": (_ALL_FUNDED, {**_ALL_FUNDED, "solution.evidence[e5].funding": "no"}),
    "question-open": (
        {"transparency.four_questions[drift].answer": None},
        {"transparency.four_questions[drift].answer": "Weekly."},
    ),
    "hosting": (
        {"deploy.hosting": ("EMR-native",), "deploy.not_flexible": None},
        {"deploy.hosting": ("EMR-native",)},
    ),
    "decision-rights": (
        {"deploy.choices[r3].who_decides": None},
        {"deploy.choices[r3].who_decides": "we do"},
    ),
    "targets": (
        {"continuity.targets[r2].rpo": None},
        {"continuity.targets[r2].achieved": None},
    ),
    "no-rehearsal": (
        {f"continuity.scenarios[{one}].exercise_date": "2027-01-04"
         for one in ("emr", "cloud", "ransom", "model", "speech")},
        {"continuity.scenarios[emr].exercise_date": "2027-01-04"},
    ),
    "connection": (
        {f"deploy.integration[{one}].status": None
         for one in ("launch", "read", "write", "adt", "baseline", "orders")},
        {"deploy.integration[launch].status": None},
    ),
    "no-body": (
        {"system.ai_governance": None, "coalition.decision_steps": None},
        {"system.ai_governance": None},
    ),
    "effort": (
        {"deploy.customer_effort": None},
        {"deploy.customer_effort[r1].hours_before": None},
    ),
    "one-sided": (
        {"value.efficiency_it": None, "value.drivers[support].function": "finance"},
        {"value.efficiency_it": None},
    ),
    "budget-range": (
        {"value.budgeted_savings[fy28].amount": "60000000"},
        {"value.budgeted_savings[fy28].amount": "40000000"},
    ),
    "no-attribution": ({"value.attribution": None}, {"value.attribution": "randomised"}),
    "no-finance-owner": ({**_OWNED, **_CHECKED}, _OWNED),
    "areas": (_CLINICAL, {**_CLINICAL, "value.drivers[support].function": "IT"}),
    "no-source": (
        {"pricing.kpis[k1].data_source": None},
        {"pricing.kpis[k1].data_source": "Log"},
    ),
    "no-window": ({"pricing.window": None}, {"pricing.window": ("year",)}),
    "duty": (
        {"pricing.system_duties[log].measure": None},
        {"pricing.system_duties[log].remedy": None},
    ),
    "no-attestation": (
        {"security.attestations[r1].in_scope": False, "security.attestations[r2].in_scope": False},
        {"security.attestations[r1].in_scope": False},
    ),
    "overdue": (
        {"security.attestations[r2].expiry": "2027-05-01"},
        {"security.attestations[r2].expiry": "2027-05-14"},
    ),
    "baa": ({"security.baa": "not started"}, {"security.baa": "our form sent"}),
    "data-sharing": (
        {"security.data_rights[r8].use": None, "security.data_rights[r9].use": None},
        {"security.data_rights[r8].use": None},
    ),
    "information-security": (
        {"security.pentest": None, "security.cpg_status": None, "security.frameworks": None},
        {"security.pentest": None},
    ),
    "nurses": ({"workforce.nurse_voice": None}, {"workforce.nurse_voice[npc].hours_paid": None}),
    "concern": (
        {"workforce.concern_answers[pace].answer": None},
        {"workforce.concern_answers[pace].spokesperson": None},
    ),
    "training-tiers": (
        {**_UNCOVERED, "workforce.training": ("t0", "t1")},
        {**_UNCOVERED, "workforce.training": ("t0", "t1", "t2")},
    ),
    "adoption-evidence": ({"workforce.comparable": None}, {"workforce.comparable": ("e8",)}),
    "adoption-measure": (
        {f"workforce.metrics[m{place}].stop": None for place in range(1, 6)},
        {f"workforce.metrics[m{place}].stop": None for place in range(1, 5)},
    ),
    "displacement": (
        {"value.budgeted_savings[fy28].fte": "6"},
        {"value.budgeted_savings[fy28].fte": "0"},
    ),
    "coalition": (
        {"coalition.people[coo].role": "Chief physician executive"},
        {"coalition.people[coo].role": "Chief operating officer"},
    ),
    "reporting-line": ({"system.cmio_reports_to": "unknown"}, {"system.cmio_reports_to": "CEO"}),
    "no-nurse-leader": (
        {"coalition.people[cne].role": "Chief physician"},
        {"coalition.people[cne].role": "Director of nursing"},
    ),
    "stage": (
        {"roadmap.stages[inhouse].goal": None},
        {"roadmap.stages[inhouse].commercial_form": None},
    ),
    "ability": (
        {f"roadmap.capabilities[r{place}].how_shown": None for place in (3, 4, 5)},
        {f"roadmap.capabilities[r{place}].how_shown": None for place in (3, 4)},
    ),
    "rhythm": ({"deploy.release_cadence": None}, {"deploy.release_cadence": "Monthly."}),
    "nothing-shipped": (
        {f"solution.roadmap_influence[i{place}].shipped": None for place in range(1, 5)},
        {"solution.roadmap_influence[i1].shipped": None},
    ),
    "draft-label": (
        {"deal.confidentiality": "internal draft"},
        {"deal.confidentiality": "shareable"},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_clean(name: str) -> None:
    assert gather(template(), sample(name)).findings == ()


@pytest.mark.parametrize("check", TRIPPED)
def test_a_check_finds_its_own_mistake_alone(check: str) -> None:
    changes, _ = TRIPPED[check]

    assert {one.check for one in found(changes)} == {check}


@pytest.mark.parametrize("check", TRIPPED)
def test_a_check_finds_nothing_where_the_mistake_is_mended(check: str) -> None:
    _, mended = TRIPPED[check]

    assert found(mended) == []


def test_every_finding_is_a_sentence_with_a_reason_at_a_place_that_is_asked() -> None:
    for changes, _ in TRIPPED.values():
        for one in found(changes):
            question, _, _ = one.path.partition("[")
            assert one.message[0].isupper() or one.message[0] in '"$7'
            assert one.message.endswith((".", '".', "?"))
            assert one.why.endswith(".")
            assert template().find(question) is not None


def test_every_check_of_the_forty_is_one_that_runs() -> None:
    running = {*run.CHECKS, *run.COUNTED}
    running |= {one for checks in run.BY_SECTION.values() for one in checks}

    assert {one for checks in FORTY.values() for one in checks} <= running


def test_the_worst_comes_first_and_a_sheer_wish_last() -> None:
    told_order = [one.severity for one in found({**TRIPPED["baa"][0], **TRIPPED["duty"][0]})]

    assert told_order == [Severity.SHOULD_FIX, Severity.POLISH]


def test_a_check_keeps_silent_while_its_section_is_empty() -> None:
    one_answer = Answers({"security.baa": "signed"})

    names = {one.check for one in run.check(template(), one_answer)}

    assert "information-security" in names
    assert names.isdisjoint({"adoption-measure", "effort", "rhythm", "no-gap", "hosting"})
