"""Whether those who use it are brought along: nurses, fears, training, adoption."""

import re
from collections.abc import Iterator

from roadmapper.checks.reading import (
    chosen,
    given_rows,
    nurses_use_it,
    of_nurses,
    rows,
)
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.model import Template

CONCERNS, TRAINING = "workforce.concern_answers", "workforce.training"
_FEWEST_TIERS = 3
EVERYBODY = re.compile(r"\b(everyone|everybody|all)\b", re.IGNORECASE)


@rule(
    "nurses",
    Severity.MUST_FIX,
    "Nurses trust such tools less than physicians do, and were asked less often.",
)
def nurses_left_out(_template: Template, answers: Answers) -> Iterator[Told]:
    """Nurses use it, and have no group, no training or no voice."""
    if not nurses_use_it(answers):
        return
    groups = [row.text("role") for row in rows(answers, "workforce.groups")]
    trained = [row.text("roles") for row in rows(answers, TRAINING)]
    plan = any(of_nurses(one) or EVERYBODY.search(one) for one in trained)
    heard = answers.is_told("workforce.nurse_voice")
    told = (
        ("workforce.groups", "among the groups affected", any(map(of_nurses, groups))),
        (TRAINING, "in the training", plan),
        ("workforce.nurse_voice", "a voice in the design", heard),
    )
    for path, what, is_there in told:
        if not is_there:
            have = "have no" if what.startswith("a ") else "are not"
            yield path, f"Nurses use it, and {have} {what.removeprefix('a ')}."


@rule(
    "concern",
    Severity.MUST_FIX,
    "Replacement, accuracy and pace are what nurses fear, and a promise answers fear.",
)
def concern_unanswered(template: Template, answers: Answers) -> Iterator[Told]:
    """One of the three concerns of nurses has no answer in writing, or no promise behind it."""
    question = template.find(CONCERNS)
    told = {row.path for row in given_rows(template, answers, CONCERNS) if row.has("answer")}
    promised = {row.text("concern") for row in rows(answers, "workforce.commitments")}
    for row in question.fixed if question else ():
        path = f"{CONCERNS}[{row.id}]"
        if path not in told:
            where, message = f"{path}.answer", f'"{row.label}" has no answer in writing.'
        elif row.id not in promised:
            where, message = "workforce.commitments", f'No promise stands behind "{row.label}"'
        else:
            continue
        yield where, message if message.endswith(".") else f"{message}."


@rule(
    "no-framework",
    Severity.MUST_FIX,
    "They ask which method of change it is before they believe in the training.",
)
def no_framework(_template: Template, answers: Answers) -> Iterator[Told]:
    """No method of change is named."""
    if not answers.text("workforce.framework"):
        yield "workforce.framework", "No change method is chosen."


@rule(
    "training-tiers",
    Severity.MUST_FIX,
    "Users, supporters and leaders need different things; one course for all teaches few.",
)
def too_few_tiers(_template: Template, answers: Answers) -> Iterator[Told]:
    """Training has fewer than three tiers."""
    tiers = [row for row in rows(answers, TRAINING) if row.text("tier")]
    if tiers and len(tiers) < _FEWEST_TIERS:
        yield TRAINING, f"Training has {len(tiers)} of at least three tiers."


@rule(
    "adoption-evidence",
    Severity.MUST_FIX,
    "A change method, tiers and adoption elsewhere are what sets a partner apart.",
)
def adoption_elsewhere(_template: Template, answers: Answers) -> Iterator[Told]:
    """No evidence of adoption in a comparable setting is linked."""
    if not chosen(answers, "workforce.comparable"):
        yield "workforce.comparable", "No evidence of adoption in a comparable setting is named."


@rule(
    "adoption-measure",
    Severity.MUST_FIX,
    "The CMIO is held to account for adoption, and must be able to end what is not used.",
)
def adoption_unmeasured(_template: Template, answers: Answers) -> Iterator[Told]:
    """No adoption measure has a target and a level at which to stop."""
    if not any(row.has("target", "stop") for row in rows(answers, "workforce.metrics")):
        yield "workforce.metrics", "No adoption measure has a target and a level at which to stop."
