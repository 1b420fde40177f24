"""What stands on the timeline because another answer has a date: rehearsals, waves, promises."""

from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.lanes import ITEMS
from roadmapper.proposal.moments import Moment, moment
from roadmapper.template.model import Template

_LONGEST = 44
"""Letters in the name of a bar."""
_PROMISES = "roadmap.codev_items"


@dataclass(frozen=True, slots=True)
class Source:
    """A table whose rows stand on the timeline: where their dates are, their lane, their name.

    `called` holds the columns one of which names a row; `words` are put around that.
    """

    table: str
    column: str
    lane: str
    called: tuple[str, ...]
    words: str = "{}"


SOURCES = (
    Source("deploy.waves", "start", "Current solution", ("wave", "site"), "Wave {}"),
    Source(_PROMISES, "quarter", "Co-development", ("need",)),
    Source("workforce.training", "when", "Workforce", ("tier",), "Training: {}"),
    Source("continuity.exercise", "date", "Continuity", ("type",), "{} rehearsal"),
    Source("pricing.window", "when", "Value and risk", ("event",)),
)


@dataclass(frozen=True, slots=True)
class Dated:
    """A row of another table with its date: it is kept there and nowhere else."""

    path: str
    column: str
    name: str
    lane: str
    when: Moment

    @property
    def address(self) -> str:
        """Where the date is answered."""
        return f"{self.path}.{self.column}"


def dated_rows(template: Template, answers: Answers) -> tuple[Dated, ...]:
    """Return all rows of other tables that say when they are."""
    return tuple(one for source in SOURCES for one in _of_source(source, template, answers))


def stands(answers: Answers, table: str, row: str) -> bool:
    """Return whether a row of another table has a date with which it stands on the timeline."""
    columns = (source.column for source in SOURCES if source.table == table)
    return any(moment(answers.text(f"{table}[{row}].{column}")) for column in columns)


def _of_source(source: Source, template: Template, answers: Answers) -> Iterator[Dated]:
    left_out = _left_out(answers) if source.table == _PROMISES else set[str]()
    for row in answers.rows(source.table):
        path = f"{source.table}[{row}]"
        when = moment(answers.text(f"{path}.{source.column}"))
        name = _name(source, path, template, answers)
        if when is not None and name and row not in left_out:
            yield Dated(path, source.column, name, source.lane, when)


def _left_out(answers: Answers) -> set[str]:
    """Return the needs that are no promise, and those a bar of its own is built for."""
    built = {need for row in answers.rows(ITEMS) for need in answers.rows(f"{ITEMS}[{row}].needs")}
    rows = answers.rows(_PROMISES)
    return built | {row for row in rows if answers.text(f"{_PROMISES}[{row}].commitment") == "idea"}


def _name(source: Source, path: str, template: Template, answers: Answers) -> str:
    asked = template.find(source.table)
    for column in source.called:
        value = answers.text(f"{path}.{column}")
        found = asked.column(column) if asked else None
        option = found.option(value) if found else None
        text = " ".join((option.label if option else value).split())
        if text:
            name = source.words.format(text) if _takes_words(source, text) else text
            cut = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
            return cut[:1].upper() + cut[1:]
    return ""


def _takes_words(source: Source, text: str) -> bool:
    """Return whether a name needs words around it, as the number of a wave does."""
    return source.table != "deploy.waves" or text.isdigit()
