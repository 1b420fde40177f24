"""Where paying for results may touch fraud and abuse law: the program warns, counsel decides."""

import re
from collections.abc import Iterator

from roadmapper.checks.pricing import AT_RISK, KPIS, ONE_SIDED, TWO_SIDED
from roadmapper.checks.reading import Row, agreed, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

ASKED = "pricing.pay_depends_on"
_NONE = "none of these"
_SAVINGS = "internal savings alone"
_FOR_RESULTS = (AT_RISK, ONE_SIDED, TWO_SIDED, "outcome price per event")
_CODING = re.compile(
    r"\b(coding|coded|codes?|case[- ]mix|drg|hcc|raf|risk adjustment|w?rvus?|charge capture"
    r"|captured revenue|e/m levels?)\b"
)
_MONEY = re.compile(r"\b(collect(ed|ions?)|net revenue|cash collected)\b")
_ACCURACY = re.compile(r"\b(accura\w+|audit\w*|errors?)\b")
_BOTH = re.compile(
    r"\b(both (ways|directions|sides)|over.{0,40}under|under.{0,40}over|up.{0,20}down)"
)
_TOLD = ("measure", "definition", "unit")
_WHY = "This program only warns; counsel on both sides decides."


@rule("legal-asked", Severity.MUST_FIX, _WHY)
def pay_not_told(_template: Template, answers: Answers) -> Iterator[Told]:
    """Pay depends on results, and nobody said on what else it depends."""
    if agreed(answers, *_FOR_RESULTS) and not answers.value(ASKED):
        message = "Say what our pay depends on, so that counsel can look at it."
        yield ASKED, message


@rule("legal-none", Severity.SHOULD_FIX, _WHY)
def none_and_some(_template: Template, answers: Answers) -> Iterator[Told]:
    """None of these, and one of them, cannot both be."""
    chosen = _chosen(answers)
    if _NONE in chosen and len(chosen) > 1:
        message = '"None of these" is chosen beside one of them.'
        yield ASKED, message


def not_reviewed(template: Template, answers: Answers) -> Iterator[Finding]:
    """Pay depends on something counsel should see, and no review has a date."""
    chosen = [one for one in _chosen(answers) if one not in (_NONE, _SAVINGS)]
    reviewed = any(row.text("reviewed_on") for row in rows(answers, "pricing.legal_flags"))
    if chosen and not reviewed:
        asked = template.find(ASKED)
        option = asked.option(chosen[0]) if asked else None
        message = (
            f"Our pay depends on {option.text if option else chosen[0]}, and no review by counsel "
            "has a date."
        )
        why = f"It may touch fraud and abuse law where federal programs pay. {_WHY}"
        yield Finding("legal-review", Severity.MUST_FIX, "pricing.legal_flags", message, why)


@rule("legal-savings", Severity.POLISH, _WHY)
def savings_alone(_template: Template, answers: Answers) -> Iterator[Told]:
    """Pay for internal savings alone may not fit the safe harbor for outcomes."""
    told = rows(answers, "pricing.legal_flags")
    seen = any("saving" in row.words("question") and row.text("reviewed_on") for row in told)
    if _SAVINGS in _chosen(answers) and not seen:
        message = (
            "The safe harbor for outcomes-based payments may leave out pay for internal savings "
            "alone; put the question to counsel."
        )
        yield "pricing.legal_flags", message


def coding_words(_template: Template, answers: Answers) -> Iterator[Finding]:
    """A measure that is paid speaks of coding or collections, but the question says otherwise."""
    chosen = _chosen(answers)
    for row in rows(answers, KPIS):
        words = row.words(*_TOLD)
        flag = "collections" if _MONEY.search(words) else "coding or case mix"
        if (_CODING.search(words) or _MONEY.search(words)) and flag not in chosen:
            message = f"{_name(row)} speaks of coding, relative value units or collections."
            why = f"Pay that follows them may reward more billing instead of better care. {_WHY}"
            yield Finding("legal-coding", Severity.SHOULD_FIX, row.at("measure"), message, why)


@rule(
    "legal-pair",
    Severity.SHOULD_FIX,
    "A measure must not reward higher coding by itself; pair it with audited accuracy.",
)
def coding_alone(_template: Template, answers: Answers) -> Iterator[Told]:
    """A measure of coding stands beside one of its errors, in both directions."""
    told = [row for row in rows(answers, KPIS) if _CODING.search(row.words(*_TOLD))]
    gates = rows(answers, "pricing.quality_gate")
    guards = [row.words(*_TOLD) for row in rows(answers, KPIS)]
    guards += [row.words("measure", "threshold", "effect") for row in gates]
    if any(_ACCURACY.search(one) and _BOTH.search(one) for one in guards):
        return
    for row in told:
        message = f"{_name(row)} stands without a measure of coding errors in both directions."
        yield row.at("measure"), message


def _chosen(answers: Answers) -> tuple[str, ...]:
    value = answers.value(ASKED)
    return value if isinstance(value, tuple) else ()


def _name(row: Row) -> str:
    return f'"{row.text("measure")}"'
