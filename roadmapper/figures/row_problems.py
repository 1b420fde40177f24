"""What is wrong with the results of one row under a contract, each in one plain sentence."""

from collections.abc import Iterator
from decimal import Decimal

from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.structures import (
    Contract,
    FeesAtRisk,
    GainShare,
    Measure,
    Ramp,
    ServiceCredits,
    Structure,
)
from roadmapper.figures.terms import Results, Term, worth


def row_problems(contract: Contract, results: Results[Decimal]) -> Iterator[str]:
    """Yield what makes these results unfit to be settled, in the order of the clauses."""
    for clause in contract.clauses:
        if not clause.periods or results.period in clause.periods:
            yield from _of_structure(clause.structure, results)


def _of_structure(one: Structure, results: Results[Decimal]) -> Iterator[str]:
    match one:
        case FeesAtRisk():
            for measure in one.measures:
                yield from _of_measure(measure, results)
        case GainShare():
            yield from _not_positive(f"the benchmark of {one.label}", one.benchmark, results)
        case Ramp() if not one.parts:
            yield from _not_positive(f"what is contracted of {one.label}", one.contracted, results)
        case ServiceCredits():
            planned = worth(EXACT, one.total, results) - worth(EXACT, one.excluded, results)
            yield from _not_positive(f"the planned time of {one.label}", planned, results)
            down = worth(EXACT, one.down, results)
            if planned > 0 and not 0 <= down <= planned:
                yield (
                    f"the time down of {one.label} is {down:f}. "
                    f"It must lie between 0 and the planned time, {planned:f}."
                )
        case _:
            pass


def _of_measure(measure: Measure, results: Results[Decimal]) -> Iterator[str]:
    if worth(EXACT, measure.baseline, results) == worth(EXACT, measure.target, results):
        yield f"the target of {measure.label} equals its baseline, so nothing can be reached."


def _not_positive(what: str, term: Term, results: Results[Decimal]) -> Iterator[str]:
    found = worth(EXACT, term, results)
    if found <= 0:
        yield f"{what} is {found:f}. It must be above 0."
