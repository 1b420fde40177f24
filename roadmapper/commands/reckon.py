"""figures: every number a proposal comes to, and what it was made from."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from roadmapper.commands.desk import DONE, Desk
from roadmapper.gather import told
from roadmapper.proposal.facts import Figure
from roadmapper.proposal.renaming import renamed
from roadmapper.store.file import ProposalFile
from roadmapper.templates import template_named

_HEADINGS = {
    "system": "Their priorities",
    "pricing": "What it costs",
    "value": "What it brings",
    "workforce": "Training and backfill",
    "deploy": "Work asked of them",
    "pilot": "What the pilot must measure",
    "settled": "Every year, settled at the likely values",
    "worked": "The first year, step by step",
    "five": "What would have been paid: five outcomes of a full year",
    "outlook": "What may come of it",
    "returns": "Money over time",
}
_SERIES = 3
"""So many figures of one kind are one line."""
_INPUTS = 3
"""So many answers are named; a whole deal has dozens."""


def list_figures(options: Namespace, desk: Desk) -> int:
    """Write every figure with its unit, its formula and the answers it was made from."""
    with ProposalFile.open(Path(options.file), write=False) as file:
        template, answers = template_named(file.meta.template), file.answers
    found = told(template, answers.changed(renamed(template, answers))).figures.values()
    if options.json:
        desk.say_json([_told(figure) for figure in found])
        return DONE
    for line in _lines(found, whole=options.all):
        desk.say(line)
    if not found:
        desk.say("Nothing can be worked out yet. Begin with the fees and the value drivers.")
    return DONE


def _lines(found: Iterable[Figure], *, whole: bool) -> Iterator[str]:
    """Yield the figures under headings; series are folded unless the whole is asked for."""
    sections: dict[str, list[Figure]] = {}
    for figure in found:
        sections.setdefault(figure.name.partition(".")[0], []).append(figure)
    for at, (section, figures) in enumerate(sections.items()):
        heading = f"{_HEADINGS.get(section, section)} ({len(figures)})"
        yield from ([""] if at else [])
        yield heading
        yield "-" * len(heading)
        for (formula, inputs), alike in groupby(_folded(figures), key=_origin):
            yield from (line for several in alike for line in _values(several, whole=whole))
            yield f"    {formula}"
            yield f"    from {_inputs(inputs, whole=whole)}"


def _folded(figures: list[Figure]) -> Iterable[list[Figure]]:
    """Return figures that differ by a number in their name only, each kind together."""
    kinds: dict[object, list[Figure]] = {}
    for figure in figures:
        kind = (_pattern(figure.name), figure.formula, figure.inputs, figure.unit)
        kinds.setdefault(kind, []).append(figure)
    return kinds.values()


def _pattern(name: str) -> str:
    return ".".join("#" if part.isdigit() else part for part in name.split("."))


def _origin(several: list[Figure]) -> tuple[str, tuple[str, ...]]:
    return several[0].formula, several[0].inputs


def _values(several: list[Figure], *, whole: bool) -> Iterator[str]:
    first, last = several[0], several[-1]
    if whole or len(several) < _SERIES:
        for figure in several:
            yield f"{figure.name} = {_amount(figure.value)} {figure.unit}".rstrip()
        return
    values = [figure.value for figure in several]
    span = f"from {_amount(min(values))} to {_amount(max(values))} {first.unit}".rstrip()
    yield f"{first.name} … {last.name}: {len(several)} figures {span}"


def _amount(value: Decimal) -> str:
    return f"{value:,f}"


def _inputs(inputs: tuple[str, ...], *, whole: bool) -> str:
    """Return the answers behind a figure; many of them by their tables, or by their sections."""
    if not inputs:
        return "the whole deal"
    if whole or len(inputs) <= _INPUTS:
        return ", ".join(inputs)
    counts = Counter(one.partition("[")[0] for one in inputs)
    if len(counts) > _INPUTS:
        counts = Counter(one.partition(".")[0] for one in inputs)
    named = (f"{name} ({count})" if count > 1 else name for name, count in counts.items())
    return f"{len(inputs)} answers: {', '.join(named)}"


def _told(figure: Figure) -> dict[str, object]:
    return {
        "name": figure.name,
        "value": f"{figure.value:f}",
        "unit": figure.unit,
        "formula": figure.formula,
        "inputs": list(figure.inputs),
    }
