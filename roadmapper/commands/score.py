"""score: the levels of the six criteria, with what each still lacks."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from roadmapper.checks.levels import Criteria, Level, is_ready, levels, raises_most
from roadmapper.commands.desk import DONE, Desk
from roadmapper.criteria import load_criteria
from roadmapper.gather import gather
from roadmapper.proposal.facts import Severity
from roadmapper.proposal.renaming import renamed
from roadmapper.store.file import ProposalFile
from roadmapper.templates import template_named


def score(options: Namespace, desk: Desk) -> int:
    """Write six levels side by side, what is missing for each, and whether it is ready."""
    with ProposalFile.open(Path(options.file), write=False) as file:
        template, answers = template_named(file.meta.template), file.answers
    answers = answers.changed(renamed(template, answers))
    pack, findings = load_criteria(), gather(template, answers).findings
    told, red = levels(pack, answers), sum(one.severity is not Severity.POLISH for one in findings)
    ready, most = is_ready(pack, told, findings), raises_most(told)
    if options.json:
        desk.say_json(
            {
                "pack": pack.title,
                "dated": pack.dated.isoformat(),
                "ready": ready,
                "red_checks": red,
                "raises_most": {"text": most.text, "path": most.path} if most else None,
                "criteria": [_described(one) for one in told],
            }
        )
        return DONE
    for line in _lines(pack, told):
        desk.say(line)
    if most:
        desk.say(f"What raises it most: {most.text} ({most.path}).")
    desk.say(_verdict(pack, told, red, ready=ready))
    return DONE


def _lines(pack: Criteria, told: tuple[Level, ...]) -> Iterator[str]:
    yield f"{pack.title}, {pack.dated}"
    for one in told:
        yield f"{one.id} {one.name}: level {one.level}, {pack.levels[one.level]}"
        for lack in one.missing:
            yield f"    for level {lack.level}: {lack.text} ({lack.path})"


def _verdict(pack: Criteria, told: tuple[Level, ...], red: int, *, ready: bool) -> str:
    if ready:
        return f"Ready: all six reach level {pack.ready}, and no check is red."
    low = [one.id for one in told if one.level < pack.ready]
    checks = "one check is" if red == 1 else f"{red} checks are"
    reasons = [f"{', '.join(low)} below level {pack.ready}"] if low else []
    reasons += [f"{checks} red; see them with roadmapper check"] if red else []
    return f"Not ready: {', and '.join(reasons)}."


def _described(told: Level) -> dict[str, object]:
    return {
        "id": told.id,
        "name": told.name,
        "level": told.level,
        "missing": [
            {"level": one.level, "text": one.text, "path": one.path} for one in told.missing
        ],
    }
