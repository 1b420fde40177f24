"""score: the levels of the six criteria, with what each still lacks."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from roadmapper.checks.levels import Level, Rise
from roadmapper.commands.desk import DONE, Desk
from roadmapper.criteria import Scorecard, scorecard
from roadmapper.gather import gather
from roadmapper.proposal.renaming import renamed
from roadmapper.store.file import ProposalFile
from roadmapper.templates import template_named


def score(options: Namespace, desk: Desk) -> int:
    """Write six levels side by side, what is missing for each, and whether it is ready."""
    with ProposalFile.open(Path(options.file), write=False) as file:
        template, answers = template_named(file.meta.template), file.answers
    answers = answers.changed(renamed(template, answers))
    card = scorecard(answers, gather(template, answers).findings)
    if options.json:
        desk.say_json(_card(card))
        return DONE
    for line in _lines(card):
        desk.say(line)
    if card.most:
        desk.say(_most(card, card.most))
    desk.say(_verdict(card))
    return DONE


def _lines(card: Scorecard) -> Iterator[str]:
    yield f"{card.pack.title}, {card.pack.dated}"
    for one in card.levels:
        weight = f", {card.shares[one.id]:.0f}% of their decision" if card.shares else ""
        yield f"{one.id} {one.name}: level {one.level}, {card.pack.levels[one.level]}{weight}"
        for lack in one.missing:
            yield f"    for level {lack.level}: {lack.text} ({lack.path})"


def _most(card: Scorecard, rise: Rise) -> str:
    condition, others = rise.condition, rise.others
    more = f", with {others} more" if others else ""
    higher = f"{rise.criterion.name} to level {condition.level}"
    weight = f" ({card.shares[rise.criterion.id]:.0f}% of their decision)" if card.shares else ""
    return f"What raises it most: {condition.text} ({condition.path}){more}: {higher}{weight}."


def _verdict(card: Scorecard) -> str:
    ready, enough = card.readiness, card.pack.ready
    if ready.is_ready:
        return f"Ready: all six reach level {enough}, and nothing must be fixed."
    low = [one.id for one in card.levels if not card.is_enough(one)]
    reasons = [f"{', '.join(low)} below level {enough}"] if low else []
    if ready.overdue:
        one = ready.overdue == 1
        reasons.append("an attestation is overdue" if one else "attestations are overdue")
    if ready.must_fix:
        one = ready.must_fix == 1
        found = "one finding" if one else f"{ready.must_fix} findings"
        reasons.append(f"{found} must be fixed; see roadmapper check")
    return f"Not ready: {', and '.join(reasons)}."


def _card(card: Scorecard) -> dict[str, object]:
    most = card.most
    return {
        "pack": card.pack.title,
        "dated": card.pack.dated.isoformat(),
        "ready": card.readiness.is_ready,
        "must_fix": card.readiness.must_fix,
        "overdue": card.readiness.overdue,
        "raises_most": _rise(most) if most else None,
        "criteria": [{**_described(one), **_weight(card, one)} for one in card.levels],
    }


def _rise(most: Rise) -> dict[str, object]:
    return {
        "criterion": most.criterion.id,
        "text": most.condition.text,
        "path": most.condition.path,
        "others": most.others,
    }


def _weight(card: Scorecard, told: Level) -> dict[str, object]:
    return {"weight": str(round(card.shares[told.id], 1))} if card.shares else {}


def _described(told: Level) -> dict[str, object]:
    return {
        "id": told.id,
        "name": told.name,
        "level": told.level,
        "missing": [
            {"level": one.level, "text": one.text, "path": one.path} for one in told.missing
        ],
    }
