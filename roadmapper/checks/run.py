"""Runs the checks: functions that take template and answers and yield findings."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from roadmapper.checks import (
    asked,
    cards,
    claims,
    coalition,
    continuity,
    contradictions,
    counts,
    days_said,
    deal,
    deploy,
    drivers,
    evidence,
    legal,
    measures,
    measures_said,
    named,
    order,
    outcome,
    pricing,
    promises,
    roadmap,
    security,
    solution,
    system,
    timeline,
    transparency,
    value,
    wellformed,
    workforce,
    years,
)
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Finding, Severity
from roadmapper.template.model import Template

CHECKS = (
    wellformed.required_answers,
    wellformed.empty_sections,
    wellformed.wrong_values,
    wellformed.row_counts,
    drivers.deaths_as_money,
    drivers.costs_in_order,
    drivers.incomplete_costs,
    drivers.incomplete_drivers,
    drivers.counted_in_a_study,
    drivers.no_owner,
    drivers.time_as_money,
    value.no_soft_value,
    value.whole_numbers,
    measures.target_is_today,
    pricing.weights,
    measures.threshold_side,
    measures.incomplete_measures,
    measures.no_expectation,
    measures.tiers_read,
    pricing.collar_crossed,
    pricing.floor_above_risk,
    pricing.gain_without_amount,
    pricing.loss_without_limit,
    pricing.nothing_at_risk,
    pricing.agreed_without_terms,
    pricing.bands_overlap,
    years.years_read,
    years.ramps_read,
    legal.pay_not_told,
    legal.none_and_some,
    legal.not_reviewed,
    legal.savings_alone,
    legal.coding_words,
    legal.coding_alone,
    cards.card_findings,
    claims.unproven,
    claims.unconditional,
)
_Check = Callable[[Template, Answers], Iterator[Finding]]
BY_SECTION: Mapping[str, tuple[_Check, ...]] = {
    "deal": (deal.draft_label,),
    "system": (
        system.no_priority_served,
        system.percent_without_cohort,
        system.no_gap_chosen,
        system.burden_alone,
        system.no_consolidation,
    ),
    "coalition": (
        coalition.coalition_incomplete,
        coalition.line_unknown,
        coalition.no_nurse_leader,
    ),
    "solution": (
        solution.nothing_comparable,
        solution.evidence_paid_for,
        solution.nothing_shipped,
        evidence.stale,
        evidence.withdrawn,
        evidence.replaced,
        evidence.weak,
        evidence.said_comparable,
    ),
    "transparency": (transparency.questions_open,),
    "deploy": (
        deploy.no_choice_of_hosting,
        deploy.decisions_open,
        deploy.connection_vague,
        deploy.no_governing_body,
        deploy.effort_untold,
        order.gate_without_decider,
    ),
    "continuity": (continuity.targets_incomplete, continuity.no_joint_date),
    "security": (
        security.nothing_attested,
        security.attestation_overdue,
        security.agreement_not_begun,
        security.sharing_untold,
        security.controls_untold,
    ),
    "value": (
        value.efficiency_one_sided,
        value.no_hard_value,
        value.budget_out_of_range,
        value.no_attribution,
        value.no_finance_owner,
        value.outcomes_in_one_area,
    ),
    "pricing": (
        measures.measure_without_source,
        pricing.no_window,
        pricing.duty_not_measured,
    ),
    "workforce": (
        workforce.nurses_left_out,
        workforce.concern_unanswered,
        workforce.no_framework,
        workforce.too_few_tiers,
        workforce.adoption_elsewhere,
        workforce.adoption_unmeasured,
    ),
    "roadmap": (roadmap.stage_empty, roadmap.ability_missing, roadmap.no_rhythm),
    "review": (asked.questions_without_answer,),
}
"""Checks of what a section ought to say; they keep silent as long as it says nothing."""
ACROSS = (
    contradictions.said_otherwise,
    measures_said.measure_said_twice,
    measures_said.targets_said_twice,
    measures_said.measure_said_otherwise,
    measures_said.stops_said_otherwise,
    counts.trained_above_headcount,
    counts.backfill_above_training,
    counts.cover_costs_otherwise,
    counts.users_untrained,
    counts.counted_otherwise,
    counts.more_in_waves,
    counts.seats_otherwise,
    counts.waves_supported_otherwise,
    counts.more_sites_in_waves,
    counts.training_lasts_otherwise,
    promises.months_said_otherwise,
    named.model_unknown,
    contradictions.credits_below_target,
    days_said.fiscal_year_said_otherwise,
    promises.roles_promised_and_saved,
    promises.data_used_otherwise,
    promises.written_otherwise,
    promises.agreement_said_otherwise,
    promises.findings_said_otherwise,
    promises.attributed_otherwise,
    promises.line_said_otherwise,
    named.emr_named_otherwise,
    named.version_named_otherwise,
    named.models_counted_otherwise,
    named.officers_unknown,
    named.person_in_two_roles,
    named.office_held_twice,
    order.start_before_decision,
    order.steps_after_decision,
    order.work_before_start,
    order.live_before_security,
    order.gates_in_order,
    order.waves_before_gates,
    order.pilot_too_short,
    timeline.ends_before_it_begins,
    timeline.after_the_term,
    timeline.bar_before_its_gate,
    timeline.pilot_drawn_otherwise,
    timeline.due_before_its_gate,
    timeline.rehearsed_on_another_day,
    timeline.back_later_than_allowed,
    timeline.papers_too_late,
    timeline.fee_before_start,
    timeline.baseline_in_other_months,
    timeline.decided_on_another_day,
    days_said.day_said_otherwise,
    days_said.live_in_another_month,
)
"""Checks of what one step says and another denies."""
COUNTED = (
    drivers.counted_once,
    value.budget_uncovered,
    value.already_budgeted,
    outcome.loses_when_cautious,
    outcome.over_the_limit,
    outcome.cap_reached,
    contradictions.money_not_priced,
)
"""Checks of what the answers come to; they take the figures too."""
_ORDER = {Severity.MUST_FIX: 0, Severity.SHOULD_FIX: 1, Severity.POLISH: 2}
_NO_FIGURES: Mapping[str, Figure] = {}


def check(
    template: Template, answers: Answers, figures: Mapping[str, Figure] = _NO_FIGURES
) -> tuple[Finding, ...]:
    """Return what is missing or wrong, worst first, in the order of the wizard within that."""
    findings = [finding for one in (*CHECKS, *ACROSS) for finding in one(template, answers)]
    begun = {path.partition(".")[0] for path in answers}
    findings += [
        finding
        for section, checks in BY_SECTION.items()
        if section in begun
        for one in checks
        for finding in one(template, answers)
    ]
    findings += [finding for one in COUNTED for finding in one(template, answers, figures)]
    return worst_first(findings)


def worst_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by how bad they are, otherwise in the order given."""
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.severity]))
