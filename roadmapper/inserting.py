"""What a benchmark becomes in a proposal: a driver, and the studies behind it as evidence."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from roadmapper.packs import Benchmark, Idea, Study
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.notes import REGISTER, evidence_at
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template

DRIVERS = "value.drivers"
_SHAPE = "pert"


@dataclass(frozen=True, slots=True)
class Inserted:
    """What to give `Session.change`, and where the new numbers stand then."""

    path: str
    values: Mapping[str, Value]


@dataclass(slots=True)
class _Insertion:
    """Gathers answers; rows that are there stay as they are."""

    template: Template
    answers: Answers
    fresh: Iterator[str]
    values: dict[str, Value] = field(default_factory=dict)

    def add_row(self, path: str, cells: Mapping[str, Value]) -> str:
        """Add a row with those cells that are asked, and return its id."""
        row = next(self.fresh)
        rows = self.values.get(path, self.answers.rows(path))
        self.values[path] = (*(rows if isinstance(rows, tuple) else ()), row)
        for name, value in cells.items():
            if value and self._takes(f"{path}.{name}", value):
                self.values[f"{path}[{row}].{name}"] = value
        return row

    def source(self, study: Study) -> str:
        """Return the row of a study in the register; it is added if it is not there."""
        for row in self.answers.rows(REGISTER):
            same_mark = self.answers.text(f"{REGISTER}[{row}].origin") == study.id
            reference = self.answers.text(f"{REGISTER}[{row}].reference").strip()
            if same_mark or reference == study.source:
                return row
        return self.add_row(
            REGISTER,
            {
                "reference": study.source,
                "setting": study.setting,
                "design": study.design,
                "n": study.n,
                "effect": study.finding,
                "caveat": study.caveat,
                "funding": study.funding,
                "url": study.url,
                "as_of": study.checked_on.isoformat(),
                "published": study.published,
                "origin": study.id,
            },
        )

    def _takes(self, path: str, value: Value) -> bool:
        section, name, column = path.split(".")
        question = self.template.find(f"{section}.{name}")
        asked = question.column(column) if question else None
        return asked is not None and (not asked.options or asked.option(str(value)) is not None)


def insert_benchmark(
    template: Template, answers: Answers, benchmark: Benchmark, fresh: Iterator[str]
) -> Inserted:
    """Return a benchmark as answers; what is answered already is left alone.

    `fresh` yields ids of rows that were never used.
    """
    made = _Insertion(template, answers, fresh)
    sources = tuple(dict.fromkeys(made.source(study) for study in benchmark.studies))
    if benchmark.fills:
        return _filled(made, benchmark, sources)
    cells: dict[str, Value] = {
        **_told(benchmark.idea),
        "improvement": benchmark.range,
        "shape": _SHAPE if benchmark.range else "",
        "unit_value": benchmark.worth,
        "evidence": sources,
    }
    row = made.add_row(DRIVERS, cells)
    return Inserted(f"{DRIVERS}[{row}]", made.values)


def insert_idea(template: Template, answers: Answers, idea: Idea, fresh: Iterator[str]) -> Inserted:
    """Return a driver without numbers as answers."""
    made = _Insertion(template, answers, fresh)
    row = made.add_row(DRIVERS, _told(idea))
    return Inserted(f"{DRIVERS}[{row}]", made.values)


def _told(idea: Idea) -> dict[str, Value]:
    return {
        "driver": idea.driver,
        "class": idea.kind,
        "function": idea.function,
        "metric": idea.metric,
        "unit": idea.unit,
    }


def _filled(made: _Insertion, benchmark: Benchmark, sources: tuple[str, ...]) -> Inserted:
    """Return the range as an answer of its own; one that is there gets the studies only."""
    if made.answers.value(benchmark.fills) is None:
        made.values[benchmark.fills] = benchmark.range
    about = evidence_at(benchmark.fills)
    made.values[about] = tuple(dict.fromkeys((*made.answers.rows(about), *sources)))
    return Inserted(benchmark.fills, made.values)
