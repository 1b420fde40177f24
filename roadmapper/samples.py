"""The sample proposals: plainly fictional, completely filled, kept as answers files."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from roadmapper import paths
from roadmapper.beginning import make_proposal
from roadmapper.errors import FileError, TemplateError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.answers_file import from_tables, read_tables
from roadmapper.proposal.change import Batch, Origin
from roadmapper.proposal.headline import Headline
from roadmapper.proposal.session import Session
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template
from roadmapper.templates import template_named

_HEAD = "sample.toml"
_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample as a list shows it, and the folder its answers lie in."""

    id: str
    title: str
    line: str
    template: str
    order: int
    on: date
    folder: Path


def list_samples() -> tuple[Sample, ...]:
    """Return all samples, the one to show first at the front."""
    heads = (paths.templates() / "samples").glob(f"*/{_HEAD}")
    samples = [_read_head(head) for head in heads]
    return tuple(sorted(samples, key=lambda sample: (sample.order, sample.id)))


def find_sample(name: str) -> Sample:
    """Return the sample with this id.

    Raises:
        FileError: There is none; the message lists what there is.
    """
    samples = list_samples()
    for sample in samples:
        if sample.id == name:
            return sample
    known = ", ".join(sample.id for sample in samples)
    raise FileError(f'There is no sample "{name}". The samples are: {known}.')


def sample_template(sample: Sample) -> Template:
    """Return the template that a sample answers."""
    return template_named(sample.template)


def sample_answers(sample: Sample, template: Template, clock: Callable[[], datetime]) -> Answers:
    """Return the answers of a sample, as a session would keep them."""
    values: dict[str, Value] = {}
    for path in sorted(sample.folder.glob("*.toml")):
        if path.name == _HEAD:
            continue
        found = from_tables(read_tables(path), template, f"{sample.id}/{path.name}")
        twice = sorted(values.keys() & found.keys())
        if twice:
            raise FileError(f"{sample.id}/{path.name}: {twice[0]} is answered in another file too.")
        values |= found
    session = Session(template, Answers(), _NoJournal(), clock=clock)
    session.change(values, sample.title, Origin.IMPORT)
    return session.answers


def build_sample(sample: Sample, path: Path, clock: Callable[[], datetime]) -> None:
    """Make a proposal file from a sample, dated as the sample says, so that it is always the same.

    Raises:
        FileError: There is a file of that name, or the folder cannot take one.
    """
    template = sample_template(sample)
    answers = sample_answers(sample, template, clock)
    made = datetime.combine(sample.on, time(12), UTC)
    make_proposal(path, template, answers, lambda: made)


class _NoJournal:
    """A journal that keeps nothing, for answers that are written whole afterwards."""

    def append(self, batch: Batch, headline: Headline) -> None:
        """Keep nothing."""

    def amend(self, batch: Batch, headline: Headline) -> None:
        """Keep nothing."""


def _read_head(path: Path) -> Sample:
    name = path.parent.name
    head = read_tables(path)
    texts = {key: head.get(key) for key in ("title", "line", "template")}
    order = head.get("order")
    wrong = [key for key, value in texts.items() if not isinstance(value, str) or not value]
    on = head.get("date")
    wrong += [] if isinstance(order, int) else ["order"]
    wrong += [] if isinstance(on, date) else ["date"]
    wrong += sorted(head.keys() - {*texts, "order", "date"})
    if wrong:
        raise TemplateError(
            f"samples/{name}/{_HEAD}: {wrong[0]} is missing, unknown or of the wrong kind. "
            "Write title, line and template as texts, order = 1 and date = 2027-05-03."
        )
    if not _ID.fullmatch(str(texts["template"])):
        raise TemplateError(
            f'samples/{name}/{_HEAD}: template is no folder name. Write template = "partnership".'
        )
    return Sample(
        name,
        str(texts["title"]),
        str(texts["line"]),
        str(texts["template"]),
        order if isinstance(order, int) else 0,
        on if isinstance(on, date) else date.min,
        path.parent,
    )
