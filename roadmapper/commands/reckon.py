"""figures: every number a proposal comes to, and what it was made from."""

from argparse import Namespace
from pathlib import Path

from roadmapper.commands.desk import DONE, Desk
from roadmapper.gather import told
from roadmapper.proposal.facts import Figure
from roadmapper.proposal.renaming import renamed
from roadmapper.store.file import ProposalFile
from roadmapper.templates import template_named


def list_figures(options: Namespace, desk: Desk) -> int:
    """Write every figure with its unit, its formula and the answers it was made from."""
    with ProposalFile.open(Path(options.file), write=False) as file:
        template, answers = template_named(file.meta.template), file.answers
    found = told(template, answers.changed(renamed(template, answers))).figures.values()
    if options.json:
        desk.say_json([_told(figure) for figure in found])
        return DONE
    for figure in found:
        desk.say(f"{figure.name} = {figure.value:f} {figure.unit}".rstrip())
        desk.say(f"    {figure.formula}")
        desk.say(f"    from {', '.join(figure.inputs)}")
    if not found:
        desk.say("Nothing can be worked out yet. Begin with the fees and the value drivers.")
    return DONE


def _told(figure: Figure) -> dict[str, object]:
    return {
        "name": figure.name,
        "value": f"{figure.value:f}",
        "unit": figure.unit,
        "formula": figure.formula,
        "inputs": list(figure.inputs),
    }
