"""Whether the roadmap leads from a product to a partnership and to their own ability."""

from collections.abc import Iterator

from roadmapper.checks.reading import given_rows, rows
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

STAGES = "roadmap.stages"


def stage_empty(template: Template, answers: Answers) -> Iterator[Finding]:
    """One of the three stages has no goal or no beginning."""
    question = template.find(STAGES)
    told = {row.path: row for row in given_rows(template, answers, STAGES)}
    for fixed in question.fixed if question and told else ():
        path = f"{STAGES}[{fixed.id}]"
        row = told.get(path)
        empty = next((one for one in ("goal", "from") if row is None or not row.text(one)), "")
        if empty:
            yield Finding(
                "stage",
                Severity.SHOULD_FIX,
                f"{path}.{empty}",
                f'The stage "{fixed.label}" has no {"goal" if empty == "goal" else "beginning"}.',
                "A roadmap without all three stages reads as a sales plan.",
            )


def ability_missing(_template: Template, answers: Answers) -> Iterator[Finding]:
    """No clinical, or no technical, ability is handed over with a date and a proof."""
    proven = {
        row.text("clinical_or_technical")
        for row in rows(answers, "roadmap.capabilities")
        if row.has("date", "how_shown")
    }
    missing = [one for one in ("clinical", "technical") if one not in proven]
    if missing:
        yield Finding(
            "ability",
            Severity.SHOULD_FIX,
            "roadmap.capabilities",
            f"No {' and no '.join(missing)} ability is theirs by a date, with a proof.",
            "What they can do themselves in the end is what a partner leaves behind.",
        )


def no_rhythm(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nothing says how often we release, or who meets to decide."""
    told = (
        ("deploy.release_cadence", "how often we release", "deploy.release_cadence" in answers),
        ("roadmap.council", "which council decides together", answers.is_told("roadmap.council")),
    )
    for path, what, is_there in told:
        if not is_there:
            yield Finding(
                "rhythm",
                Severity.POLISH,
                path,
                f"Nothing says {what}.",
                "A rhythm they know, and a seat in it, keep the roadmap theirs too.",
            )


def nothing_shipped(_template: Template, answers: Answers) -> Iterator[Finding]:
    """Nothing a customer asked for has shipped."""
    told = rows(answers, "solution.roadmap_influence")
    if not any(row.has("asked_by") and row.day("shipped") for row in told):
        yield Finding(
            "nothing-shipped",
            Severity.POLISH,
            "solution.roadmap_influence",
            "Nothing that a customer asked for has a date on which it shipped.",
            "It shows that customers shape what we build; a plan does not.",
        )
