"""The forty checks by name, how bad each is, and what trips it."""

from collections.abc import Callable, Mapping

from roadmapper.checks import (
    coalition,
    continuity,
    deal,
    deploy,
    drivers,
    legal,
    levels,
    measures,
    outcome,
    pricing,
    promises,
    roadmap,
    security,
    solution,
    system,
    transparency,
    value,
    workforce,
)
from tests.checks import tripped, tripped_money
from tests.checks.whole import Changes

FORTY: Mapping[str, tuple[Callable[..., object], ...]] = {
    "CHK-PRIO-01": (system.no_priority_served,),
    "CHK-PRIO-02": (system.percent_without_cohort,),
    "CHK-PRIO-03": (system.no_gap_chosen,),
    "CHK-ADM-01": (system.burden_alone,),
    "CHK-VEND-01": (system.no_consolidation,),
    "CHK-EVID-01": (
        solution.nothing_comparable,
        solution.evidence_paid_for,
    ),
    "CHK-T-01": (transparency.questions_open,),
    "CHK-D-01": (deploy.no_choice_of_hosting,),
    "CHK-D-02": (deploy.decisions_open,),
    "CHK-C1-01": (continuity.targets_incomplete,),
    "CHK-C1-02": (continuity.no_joint_date,),
    "CHK-C2-01": (deploy.connection_vague,),
    "CHK-C2-02": (deploy.no_governing_body,),
    "CHK-C2-03": (deploy.effort_untold,),
    "CHK-C3-01": (value.efficiency_one_sided,),
    "CHK-ROI-01": (value.no_soft_value, value.no_hard_value),
    "CHK-ROI-02": (value.budget_uncovered, value.already_budgeted, value.budget_out_of_range),
    "CHK-ROI-03": (value.no_attribution, value.no_finance_owner),
    "CHK-ROI-04": (value.outcomes_in_one_area,),
    "CHK-ROI-05": (drivers.counted_once,),
    "CHK-RISK-01": (
        pricing.nothing_at_risk,
        measures.incomplete_measures,
        measures.measure_without_source,
        pricing.no_window,
    ),
    "CHK-RISK-02": (
        pricing.weights,
        measures.target_is_today,
        measures.threshold_side,
        pricing.collar_crossed,
        pricing.floor_above_risk,
        pricing.bands_overlap,
    ),
    "CHK-RISK-03": (outcome.over_the_limit,),
    "CHK-RISK-04": (pricing.duty_not_measured,),
    "CHK-LEGAL-01": (legal.pay_not_told, legal.not_reviewed),
    "CHK-C5-01": (
        security.nothing_attested,
        security.attestation_overdue,
        security.agreement_not_begun,
    ),
    "CHK-C5-02": (security.sharing_untold, security.controls_untold),
    "CHK-WF-01": (workforce.nurses_left_out,),
    "CHK-WF-02": (workforce.concern_unanswered,),
    "CHK-WF-03": (workforce.no_framework, workforce.too_few_tiers, workforce.adoption_elsewhere),
    "CHK-WF-04": (workforce.adoption_unmeasured,),
    "CHK-WF-05": (promises.roles_promised_and_saved,),
    "CHK-COAL-01": (coalition.coalition_incomplete,),
    "CHK-COAL-02": (coalition.line_unknown,),
    "CHK-COAL-03": (coalition.no_nurse_leader,),
    "CHK-COAL-04": (drivers.no_owner,),
    "CHK-ROAD-01": (roadmap.stage_empty,),
    "CHK-ROAD-02": (roadmap.ability_missing,),
    "CHK-ROAD-03": (roadmap.no_rhythm,),
    "CHK-ROAD-04": (solution.nothing_shipped,),
    "CHK-CRIT-01": (levels.unanswered,),
    "CHK-OUT-01": (deal.draft_label,),
}
"""The checks a CMIO's office reads by, and the functions that answer each."""

BESIDE: Mapping[str, tuple[frozenset[str], str]] = {
    "coalition": (frozenset({"not-in-coalition"}), "who is left out owns a driver"),
    "no-nurse-leader": (frozenset({"not-in-coalition"}), "who is left out decides at gates"),
    "no-rehearsal": (frozenset({"rehearsal"}), "days of rehearsals stand in their own table too"),
    "no-hard": (frozenset({"no-coverage"}), "without money nothing covers the budget"),
    "budget-range": (frozenset({"budgeted"}), "so much is above all that the sample brings"),
    "effort": (frozenset({"their-questions"}), "they asked how many hours"),
    "information-security": (frozenset({"their-questions"}), "they asked for the test"),
}
"""Findings an edit cannot avoid, and why."""

AMBER = frozenset(
    {
        "no-cohort",
        "no-gap",
        "no-consolidation",
        "vendor-funded",
        "no-body",
        "budget-range",
        "areas",
        "duty",
        "reporting-line",
        "rhythm",
        "nothing-shipped",
    }
)
"""What should be fixed and may be set aside; all else that is found here must be fixed."""

TRIPPED: Mapping[str, tuple[Changes, Changes]] = {**tripped.TRIPPED, **tripped_money.TRIPPED}
"""Changes of a whole proposal that trip a finding alone, and changes near them that do not."""
