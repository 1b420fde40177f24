"""Makes the files of proposals: new, from an earlier one, a copy, the sample."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from roadmapper import paths
from roadmapper.beginning import make_from, make_proposal
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.earlier import Begun
from roadmapper.proposal.session import Session
from roadmapper.samples import build_sample, find_sample
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template
from roadmapper.template.shelf import template_in
from ui.home.new import Beginning

TEMPLATE = "partnership"
SAMPLE = "fernhollow"


def template_used() -> Template:
    """Return the template of new proposals."""
    return template_in(paths.templates() / TEMPLATE)


def make_new(
    path: Path, beginning: Beginning, clock: Callable[[], datetime], company: str = ""
) -> Begun | None:
    """Make a proposal; return what it took from an earlier one, if it did.

    An earlier one also says which company proposes; else it is the one given, if any.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    told = _told(beginning)
    if beginning.earlier is None:
        template = template_used()
        ours: dict[str, Value] = {"deal.vendor": company} if company else {}
        make_proposal(path, template, Answers({**told, **ours}), clock)
        return None
    with ProposalFile.open(beginning.earlier, write=False) as file:
        template, answers = template_in(paths.templates() / file.meta.template), file.answers
    begun = make_from(path, template, answers, clock)
    with ProposalFile.open(path, clock=clock) as file:
        session = Session(template, file.answers, file, clock=clock)
        session.change(told, "Begin the proposal")
    return begun


def _told(beginning: Beginning) -> dict[str, Value]:
    told: dict[str, Value] = {
        "deal.health_system": beginning.health_system,
        "deal.name": beginning.opportunity,
    }
    if beginning.use_case:
        told["deal.use_case"] = beginning.use_case
    return told


def make_sample(path: Path, clock: Callable[[], datetime]) -> None:
    """Make the sample."""
    path.parent.mkdir(parents=True, exist_ok=True)
    build_sample(find_sample(SAMPLE), path, clock)


def make_copy(path: Path, copy: Path, clock: Callable[[], datetime]) -> None:
    """Copy a proposal, also one that another program has open."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    with ProposalFile.open(path, write=False) as there:
        there.copy_to(copy, clock=clock)
