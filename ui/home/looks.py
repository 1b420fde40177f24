"""What Home says of a proposal beyond its headline: whether it is ready, and what to do next."""

from collections.abc import Sequence

from roadmapper.checks.short import in_short
from roadmapper.criteria import scorecard
from roadmapper.gather import gather
from roadmapper.proposal.facts import Finding
from roadmapper.proposal.labels import inside_sentence
from roadmapper.proposal.progress import progress
from roadmapper.proposal.renaming import renamed
from roadmapper.store.file import ProposalFile
from roadmapper.template.model import Template
from roadmapper.templates import template_named
from ui.home.entries import Entry
from ui.home.looked import Gap, Look
from ui.pages.findings import readable
from ui.shown_findings import shown_findings

_SHOWN = 3


def look_at(entry: Entry) -> Look:
    """Return how a proposal stands, read from its file without opening it for changes.

    Raises:
        RoadmapperError: The file or its template cannot be read.
    """
    with ProposalFile.open(entry.path, write=False) as file:
        template, answers = template_named(file.meta.template), file.answers
    answers = answers.changed(renamed(template, answers))
    parts = progress(template, answers)
    told = shown_findings(gather(template, answers).findings)
    worst = in_short(template, told)
    open_steps = [one.id for one in template.sections if parts[one.id].open]
    following = open_steps[0] if open_steps else _step_of(worst, template)
    section = next(one for one in template.sections if one.id == following)
    gaps = tuple(Gap(one.path, readable(one, template), one.severity) for one in worst[:_SHOWN])
    ready = scorecard(answers, told).readiness.is_ready
    title = inside_sentence(section.title)
    return Look(entry.path, entry.changed, ready, section.id, title, gaps, len(worst))


def _step_of(worst: Sequence[Finding], template: Template) -> str:
    """Return the step of the worst finding; without any, the last one, where it is sent out."""
    sections = [one.id for one in template.sections]
    steps = (one.path.partition(".")[0] for one in worst)
    return next((one for one in steps if one in sections), sections[-1])
