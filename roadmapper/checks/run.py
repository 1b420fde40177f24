"""Runs the checks: functions that take template and answers and yield findings."""

from collections.abc import Mapping

from roadmapper.checks import cards, legal, outcome, pricing, value, wellformed, years
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
    value.one_class,
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
)
COUNTED = (
    value.counted_once,
    value.already_budgeted,
    outcome.loses_when_cautious,
    outcome.over_the_limit,
    outcome.cap_reached,
)
"""Checks of what the answers come to; they take the figures too."""
_ORDER = {Severity.MUST_FIX: 0, Severity.SHOULD_FIX: 1, Severity.POLISH: 2}
_NO_FIGURES: Mapping[str, Figure] = {}


def check(
    template: Template, answers: Answers, figures: Mapping[str, Figure] = _NO_FIGURES
) -> tuple[Finding, ...]:
    """Return what is missing or wrong, worst first, in the order of the wizard within that."""
    findings = [finding for one in CHECKS for finding in one(template, answers)]
    findings += [finding for one in COUNTED for finding in one(template, answers, figures)]
    return tuple(sorted(findings, key=lambda finding: _ORDER[finding.severity]))
