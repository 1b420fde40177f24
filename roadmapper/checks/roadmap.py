"""Whether the roadmap leads from a product to a partnership and to their own ability."""

from collections.abc import Iterator

from roadmapper.checks.reading import (
    given_rows,
    rows,
)
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

STAGES = "roadmap.stages"


@rule("stage", Severity.MUST_FIX, "A roadmap without all three stages reads as a sales plan.")
def stage_empty(template: Template, answers: Answers) -> Iterator[Told]:
    """One of the three stages has no goal or no beginning."""
    question = template.find(STAGES)
    told = {row.path: row for row in given_rows(template, answers, STAGES)}
    for fixed in question.fixed if question and told else ():
        path = f"{STAGES}[{fixed.id}]"
        row = told.get(path)
        empty = next((one for one in ("goal", "from") if row is None or not row.text(one)), "")
        if empty:
            yield (
                f"{path}.{empty}",
                f'The stage "{fixed.label}" has no {"goal" if empty == "goal" else "beginning"}.',
            )


@rule(
    "ability",
    Severity.MUST_FIX,
    "What they can do themselves in the end is what a partner leaves behind.",
)
def ability_missing(_template: Template, answers: Answers) -> Iterator[Told]:
    """No clinical, or no technical, ability is handed over with a date and a proof."""
    proven = {
        row.text("clinical_or_technical")
        for row in rows(answers, "roadmap.capabilities")
        if row.has("date", "how_shown")
    }
    missing = [one for one in ("clinical", "technical") if one not in proven]
    if missing:
        yield (
            "roadmap.capabilities",
            f"No {' and no '.join(missing)} ability is theirs by a date, with a proof.",
        )


@rule(
    "rhythm",
    Severity.SHOULD_FIX,
    "A rhythm they know, and a seat in it, keep the roadmap theirs too.",
)
def no_rhythm(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nothing says how often we release, or who meets to decide."""
    told = (
        ("deploy.release_cadence", "how often we release", "deploy.release_cadence" in answers),
        ("roadmap.council", "which council decides together", answers.is_told("roadmap.council")),
    )
    for path, what, is_there in told:
        if not is_there:
            yield path, f"Nothing says {what}."
