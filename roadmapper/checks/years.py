"""Lines of years and of parts by year: they can be read, and lie inside the term."""

from collections.abc import Iterator

from roadmapper.checks.reading import amount, rows, years
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.kinds import number
from roadmapper.template.model import Template

_TABLES = ("gain_share", "downside", "outcomes", "per_member")


def years_read(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Contract years are written as numbers, and are years of this contract."""
    told = [("pricing.at_risk_years", answers.text("pricing.at_risk_years").strip())]
    for table in _TABLES:
        told += [(row.at("years"), row.text("years")) for row in rows(answers, f"pricing.{table}")]
    term = amount(answers, "deal.term_years")
    for path, text in told:
        found = years(text) if text else frozenset[int]()
        if found is None:
            message = f'The years "{text}" cannot be read. Write them as "1", "2-3" or "1, 3".'
            why = "Until then it holds in every year."
            yield Finding("years", Severity.SHOULD_FIX, path, message, why)
        elif term is not None and found and max(found) > term:
            message = f"Year {max(found)} lies after the term, which ends with year {term:f}."
            why = "What lies after the term is never settled."
            yield Finding("years", Severity.SHOULD_FIX, path, message, why)


def ramps_read(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Parts by year are percentages, divided by commas."""
    told = [("pricing.ramp_parts", answers.text("pricing.ramp_parts").strip())]
    told += [(row.at("ramp"), row.text("ramp")) for row in rows(answers, "value.drivers")]
    for path, text in told:
        parts = [number(one) for one in text.split(",")]
        if text and any(one is None or one < 0 for one in parts):
            message = f'The parts by year "{text}" cannot be read. Write them as "50, 100, 100".'
            why = "Without them nobody knows in which year how much of it comes."
            yield Finding("parts", Severity.SHOULD_FIX, path, message, why)
