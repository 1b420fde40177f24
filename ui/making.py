"""Makes the files of proposals: new, from an earlier one, a copy, the sample."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from roadmapper.beginning import make_from, make_proposal
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.earlier import Begun, begin_from
from roadmapper.proposal.renaming import renamed
from roadmapper.proposal.session import Session
from roadmapper.samples import build_sample, find_sample
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template
from roadmapper.templates import template_named, template_names
from ui.home.beginning import Beginning
from ui.words import _

TEMPLATE = "partnership"
SAMPLE = "fernhollow"
NAME = "deal.name"
"""Where the name of a proposal is kept."""
_VENDOR = "deal.vendor"
_TEAM = "deal.team"
"""Where stands who prepares a proposal."""
_FIRST = "r1"


def template_used() -> Template:
    """Return the template of new proposals."""
    return template_named(TEMPLATE)


def templates() -> tuple[Template, ...]:
    """Return all templates a proposal can begin with, the usual one first."""
    names = sorted(template_names(), key=lambda one: one != TEMPLATE)
    return tuple(template_named(one) for one in names)


def make_new(
    path: Path, beginning: Beginning, clock: Callable[[], datetime], company: str = ""
) -> Begun | None:
    """Make a proposal; return what it took from an earlier one, if it did.

    An earlier one also says which company proposes; else it is the one given, if any.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    if beginning.earlier is None:
        template = template_named(beginning.template or TEMPLATE)
        told = _told(beginning, template)
        if company and template.find(_VENDOR):
            told |= {_VENDOR: company}
        if beginning.prepared_by and template.find(_TEAM):
            told |= {_TEAM: (_FIRST,), f"{_TEAM}[{_FIRST}].name": beginning.prepared_by}
        make_proposal(path, template, Answers(told), clock)
        return None
    with ProposalFile.open(beginning.earlier, write=False) as earlier:
        template = template_named(earlier.meta.template)
        begun = make_from(path, template, earlier, clock)
    with ProposalFile.open(path, clock=clock) as file:
        session = Session(template, file.answers, file, clock=clock)
        session.change(_told(beginning, template), _("Begin the proposal"))
        _add_to_team(session, beginning.prepared_by)
    return begun


def begun_from(path: Path) -> tuple[Template, Begun]:
    """Return what a new proposal would take from an earlier one, and the template of both.

    Raises:
        RoadmapperError: The earlier proposal or its template cannot be read.
    """
    template, answers = _read(path)
    return template, begin_from(template, answers.changed(renamed(template, answers)))


def _read(path: Path) -> tuple[Template, Answers]:
    with ProposalFile.open(path, write=False) as file:
        return template_named(file.meta.template), file.answers


def _told(beginning: Beginning, template: Template) -> dict[str, Value]:
    told = {
        "customer": beginning.health_system,
        "name": beginning.opportunity,
        "use_case": beginning.use_case,
        "decision": beginning.decision,
    }
    cover = template.cover
    return {cover[key]: value for key, value in told.items() if value and key in cover}


def _add_to_team(session: Session, name: str) -> None:
    """Name who prepares the proposal, unless the team already does."""
    if name and session.template.find(_TEAM):
        rows = session.rows(_TEAM)
        if name not in (session.answers.text(f"{_TEAM}[{row}].name") for row in rows):
            session.add_row(_TEAM, {"name": name})


def make_sample(path: Path, clock: Callable[[], datetime], name: str = SAMPLE) -> None:
    """Make a sample."""
    path.parent.mkdir(parents=True, exist_ok=True)
    build_sample(find_sample(name), path, clock)


def make_copy(path: Path, copy: Path, clock: Callable[[], datetime]) -> None:
    """Copy a proposal, also one that another program has open."""
    copy.parent.mkdir(parents=True, exist_ok=True)
    with ProposalFile.open(path, write=False) as there:
        there.copy_to(copy, clock=clock)


def change_answers(
    path: Path,
    values: dict[str, Value],
    label: str,
    clock: Callable[[], datetime],
    *,
    author: str = "",
) -> None:
    """Change answers of a proposal that is not open, as one step that can be undone there.

    Raises:
        FileError: The file cannot be written, or another program has it open.
    """
    with ProposalFile.open(path, clock=clock) as file:
        template = template_named(file.meta.template)
        log, used = file.recent_log, file.used_rows
        session = Session(
            template, file.answers, file, log=log, used_rows=used, author=author, clock=clock
        )
        session.follow_template()
        session.change(values, label)
