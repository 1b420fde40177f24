"""Runs the checks: functions that take template and answers and yield findings."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from roadmapper.checks import (
    cards,
    claims,
    committed,
    contradictions,
    legal,
    order,
    outcome,
    people,
    pricing,
    returns,
    stages,
    understood,
    value,
    wellformed,
    years,
)
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Finding, Severity
from roadmapper.template.model import Template

CHECKS = (
    wellformed.required_answers,
    wellformed.empty_sections,
    wellformed.wrong_values,
    wellformed.huge_numbers,
    wellformed.row_counts,
    value.deaths_as_money,
    value.costs_in_order,
    value.incomplete_costs,
    value.incomplete_drivers,
    value.counted_in_a_study,
    value.no_owner,
    value.time_as_money,
    value.no_soft_value,
    value.whole_numbers,
    pricing.target_is_today,
    pricing.weights,
    pricing.threshold_side,
    pricing.incomplete_measures,
    pricing.no_expectation,
    pricing.tiers_read,
    pricing.collar_crossed,
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
    claims.findings,
)
_Check = Callable[[Template, Answers], Iterator[Finding]]
BY_SECTION: Mapping[str, tuple[_Check, ...]] = {
    "deal": (understood.draft_label, order.start_before_decision),
    "system": (
        understood.no_priority_served,
        understood.percent_without_cohort,
        understood.no_gap_chosen,
        understood.burden_alone,
        understood.no_consolidation,
    ),
    "coalition": (
        understood.coalition_incomplete,
        understood.line_unknown,
        understood.no_nurse_leader,
        order.steps_after_decision,
    ),
    "solution": (understood.nothing_comparable, stages.nothing_shipped),
    "transparency": (committed.questions_open,),
    "deploy": (
        committed.no_choice_of_hosting,
        committed.decisions_open,
        committed.connection_vague,
        committed.no_governing_body,
        committed.effort_untold,
        order.gate_without_decider,
        order.gates_in_order,
        order.work_before_start,
        order.live_before_security,
        order.pilot_too_short,
        contradictions.more_in_waves,
    ),
    "continuity": (committed.targets_incomplete, committed.no_joint_date),
    "security": (
        committed.nothing_attested,
        committed.attestation_overdue,
        committed.agreement_not_begun,
        committed.sharing_untold,
        committed.controls_untold,
    ),
    "value": (
        returns.efficiency_one_sided,
        returns.no_hard_value,
        returns.budget_out_of_range,
        returns.no_attribution,
        returns.no_finance_owner,
        returns.outcomes_in_one_area,
    ),
    "pricing": (
        returns.measure_without_source,
        returns.no_window,
        returns.duty_not_measured,
        contradictions.measure_said_twice,
        contradictions.targets_said_twice,
        contradictions.part_at_risk,
    ),
    "workforce": (
        people.nurses_left_out,
        people.concern_unanswered,
        people.too_few_tiers,
        people.adoption_elsewhere,
        people.adoption_unmeasured,
        contradictions.trained_above_headcount,
        contradictions.backfill_above_training,
        contradictions.users_untrained,
        contradictions.roles_promised_and_saved,
    ),
    "roadmap": (stages.stage_empty, stages.ability_missing, stages.no_rhythm),
}
"""Checks of what a section ought to say; they keep silent as long as it says nothing."""
COUNTED = (
    value.counted_once,
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
    findings = [finding for one in CHECKS for finding in one(template, answers)]
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


def in_short(template: Template, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings with one line for each step in which nothing is answered yet.

    The first step is told in full, because one begins there.
    """
    told = tuple(findings)
    empty = {one.path: one for one in told if one.check == "empty-section"}
    empty.pop(template.sections[0].id, None)
    needed = Counter(one.path.partition(".")[0] for one in told if one.check == "required")
    kept = [one for one in told if one.path.partition(".")[0] not in empty]
    folded = [_folded(one, needed[path]) for path, one in empty.items()]
    return worst_first((*kept, *folded))


def _folded(finding: Finding, needed: int) -> Finding:
    if not needed:
        return finding
    answers = "one answer is" if needed == 1 else f"{needed} answers are"
    message = f"{finding.message.removesuffix('.')}; {answers} needed."
    return replace(finding, severity=Severity.MUST_FIX, message=message)
