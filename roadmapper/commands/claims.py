"""claims: sentences that claim something and have neither evidence nor a mark."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from roadmapper.checks.claims import open_claims
from roadmapper.commands.desk import DONE, Desk
from roadmapper.proposal.renaming import renamed
from roadmapper.store.file import ProposalFile
from roadmapper.templates import template_named


def claims(options: Namespace, desk: Desk) -> int:
    """Write each open claim with its address and of what kinds it is."""
    with ProposalFile.open(Path(options.file), write=False) as file:
        template, answers = template_named(file.meta.template), file.answers
    found = list(open_claims(template, answers.changed(renamed(template, answers))))
    if options.json:
        desk.say_json([asdict(one) for one in found])
        return DONE
    for one in found:
        lacks = " and no ".join(one.lacks)
        desk.say(f"{one.path}: {', '.join(one.kinds)}; no {lacks}")
        desk.say(f"    {one.sentence}")
    desk.say(
        "Give each of them evidence, or mark it as a goal or an assumption; say of a benefit "
        "where, for whom or when."
        if found
        else "No paragraph claims anything without evidence beside it."
    )
    return DONE
