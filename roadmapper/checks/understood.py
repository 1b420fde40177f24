"""Whether the system was understood: priorities, evidence that is like it, who decides."""

import re
from collections.abc import Iterator

from roadmapper.checks.reading import chosen, given_rows, nurses_use_it, of_nurses, rows
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

PRIORITIES, PEOPLE = "system.priorities", "coalition.people"
_SERVED = ("2", "3")
_TOP = frozenset({"r1", "r2", "r3", "r4", "r5"})
_PERCENT = re.compile(r"\d+(?:\.\d+)?\s?%")
_COHORT = re.compile(r"\b(publish\w*|survey\w*|information officers?|cohort|list)\b", re.IGNORECASE)
_BURDEN = "administrative burden"
_ROLES = {
    "the CMIO": re.compile(r"\bcmio\b|chief medical information", re.IGNORECASE),
    "the CIO": re.compile(r"\bcio\b|chief information officer", re.IGNORECASE),
    "the CFO": re.compile(r"\bcfo\b|chief financ", re.IGNORECASE),
    "the COO": re.compile(r"\bcoo\b|chief operating", re.IGNORECASE),
    "a leader of a unit": re.compile(
        r"\b(directors?|vps?|vice president|managers?|head|leaders?|service line|chair|chief of)\b",
        re.IGNORECASE,
    ),
}


def no_priority_served(template: Template, answers: Answers) -> Iterator[Finding]:
    """None of their priorities is served in part or directly."""
    told = list(given_rows(template, answers, PRIORITIES))
    if told and not any(row.text("fit") in _SERVED for row in told):
        yield Finding(
            "no-priority",
            Severity.SHOULD_FIX,
            PRIORITIES,
            "None of their priorities is served, not even in part.",
            "A proposal that serves nothing they ranked is a proposal for somebody else.",
        )


def percent_without_cohort(template: Template, answers: Answers) -> Iterator[Finding]:
    """A percentage of the market survey is quoted without whom it was asked of."""
    question = template.find(PRIORITIES)
    notes = {row.id: _PERCENT.findall(row.note) for row in (question.fixed if question else ())}
    for row in given_rows(template, answers, PRIORITIES):
        said = _PERCENT.findall(row.text("answer"))
        quoted = set(said) & set(notes[row.path.partition("[")[2].rstrip("]")])
        if quoted and not _COHORT.search(row.words("answer", "source")):
            yield Finding(
                "no-cohort",
                Severity.POLISH,
                row.at("answer"),
                f"{min(quoted)} is a figure of the market; say of whom it is.",
                "It was asked of information officers of many systems, and is no figure of theirs.",
            )


def no_gap_chosen(_template: Template, answers: Answers) -> Iterator[Finding]:
    """No improvement gap is chosen."""
    if not chosen(answers, "system.gaps"):
        yield Finding(
            "no-gap",
            Severity.POLISH,
            "system.gaps",
            "No improvement gap is named that this closes.",
            "A gap they know of is where a measured result is wanted first.",
        )


def burden_alone(template: Template, answers: Answers) -> Iterator[Finding]:
    """Less administrative burden is the main driver, and no top priority is served."""
    fits = {
        row.path.partition("[")[2].rstrip("]"): row.text("fit")
        for row in given_rows(template, answers, PRIORITIES)
    }
    main = _BURDEN in chosen(answers, "system.gaps")[:1] or fits.get("r10") == "3"
    served = [row for row, fit in fits.items() if fit in _SERVED]
    if main and served and _TOP.isdisjoint(served):
        yield Finding(
            "burden-alone",
            Severity.SHOULD_FIX,
            PRIORITIES,
            "Less administrative burden is the main driver, and none of the five highest "
            "priorities is served.",
            "It is the largest gap, and still the tenth of ten priorities; it does not carry a "
            "decision alone.",
        )


def no_consolidation(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nothing is said of tools and contracts this replaces."""
    if not answers.is_told("system.tools_replaced"):
        yield Finding(
            "no-consolidation",
            Severity.POLISH,
            "system.tools_replaced",
            "Say which tools or contracts this replaces; write none if it replaces none.",
            "Fewer vendors is a priority of theirs, and one more must be worth it.",
        )


def nothing_comparable(_template: Template, answers: Answers) -> Iterator[Finding]:
    """No evidence comes from a setting like theirs, or all that does was paid for by a vendor."""
    told = list(rows(answers, "solution.evidence"))
    like = [row for row in told if row.text("comparable") in ("yes", "partly")]
    if told and not like:
        yield Finding(
            "not-comparable",
            Severity.SHOULD_FIX,
            "solution.evidence",
            "No evidence comes from a setting comparable to theirs.",
            "They ask first where it worked, and whether that place is like their own.",
        )
    elif told and all(row.text("funding") == "yes" for row in like):
        yield Finding(
            "vendor-funded",
            Severity.POLISH,
            "solution.evidence",
            "All comparable evidence was paid for by a vendor.",
            "Independent people finding less is worth more to them than we finding a lot.",
        )


def coalition_incomplete(_template: Template, answers: Answers) -> Iterator[Finding]:
    """One of those who decide together is not in the coalition."""
    roles = [row.text("role") for row in rows(answers, PEOPLE)]
    missing = [name for name, one in _ROLES.items() if not any(map(one.search, roles))]
    if roles and missing:
        yield Finding(
            "coalition",
            Severity.SHOULD_FIX,
            PEOPLE,
            f"The decision coalition is without {_listed(missing)}.",
            "The CMIO does not decide alone; whoever is left out may say no at the end.",
        )


def line_unknown(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nobody knows whom the CMIO reports to."""
    if answers.text("system.cmio_reports_to") in ("", "unknown"):
        yield Finding(
            "reporting-line",
            Severity.POLISH,
            "system.cmio_reports_to",
            "We do not know yet whom the CMIO reports to.",
            "The line decides whether budget or clinical standing comes first.",
        )


def no_nurse_leader(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nurses use it, and nobody who leads nurses is in the coalition."""
    roles = [row.text("role") for row in rows(answers, PEOPLE)]
    if roles and nurses_use_it(answers) and not any(map(of_nurses, roles)):
        yield Finding(
            "no-nurse-leader",
            Severity.SHOULD_FIX,
            PEOPLE,
            "Nurses use it, and nobody who leads nurses is in the coalition.",
            "Nurses trust it less than physicians do, and their leaders speak for them.",
        )


def draft_label(_template: Template, answers: Answers) -> Iterator[Finding]:
    """The handling label of an internal draft would leave the house."""
    if answers.text("deal.confidentiality") == "internal draft":
        yield Finding(
            "draft-label",
            Severity.SHOULD_FIX,
            "deal.confidentiality",
            'The handling label says "internal draft".',
            "Whoever receives it must know what may be done with it.",
        )


def _listed(names: list[str]) -> str:
    """Return names as one says them."""
    return " and ".join((", ".join(names[:-1]), names[-1])) if len(names) > 1 else names[0]
