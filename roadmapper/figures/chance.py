"""Draws of a deal: every uncertain input at once, the whole contract settled in each draw."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from roadmapper.figures.deal import Deal
from roadmapper.figures.draws import DRAWS, Array
from roadmapper.figures.flows import Year, years_of
from roadmapper.figures.spread import drawn, even_draws, spread_of
from roadmapper.figures.uncertain import Uncertain, in_year
from roadmapper.figures.worth import ADOPTION

_KEPT = 96
"""So many inputs keep their draws, so that an edit draws only what it touched."""


def draws_of(deal: Deal, runs: int) -> dict[str, Array]:
    """Return the draws of every input by its name; a yearly one has draws for each year."""
    made: dict[str, Array] = {}
    for one in deal.inputs:
        if not one.yearly:
            made[one.name] = _draws(one, one.name, deal.seed, runs)
            continue
        for year in range(1, deal.years + 1):
            name = in_year(one.name, year)
            made[name] = _draws(one, name, deal.seed, runs)
    return made


@lru_cache(maxsize=_KEPT)
def _draws(one: Uncertain, name: str, seed: int, runs: int) -> Array:
    made = drawn(spread_of(one), even_draws(seed, name, runs))
    made.flags.writeable = False
    return made


def forget() -> None:
    """Draw every input anew the next time."""
    _draws.cache_clear()


ROWS = (
    "value",
    "fixed",
    "earned",
    "gain",
    "loss",
    "credits",
    "royalty",
    "costs",
    "forgone",
)
"""What is told of a whole term, in the order in which it is told."""


@dataclass(frozen=True, slots=True)
class Step:
    """One contract year of the system's cash: at its beginning, over its months, at its end."""

    begins: Array
    flows: Array
    ends: Array

    @property
    def net(self) -> Array:
        """The net of the year."""
        return self.begins + self.flows + self.ends


@dataclass(frozen=True, slots=True)
class Outcome:
    """What many draws of a deal come to.

    `rows` are sums over the term; arrays without dimension are the same in every draw, all others
    are as long as `net`.
    """

    years: tuple[Year[Array], ...]
    steps: tuple[Step, ...]
    rows: Mapping[str, Array]
    net: Array
    paid: Array
    adoption: Array | None


def outcome_of(deal: Deal, known: Mapping[str, Array], runs: int) -> Outcome:
    """Return what these draws, or any values of the inputs, come to; `runs` is their number."""
    years = years_of(DRAWS, deal, known)
    steps = tuple(_step(year) for year in years)
    rows = {
        "value": total(one.value for one in years),
        "fixed": total(one.fixed + one.set_up for one in years),
        "earned": total(one.earned for one in years),
        "gain": total(one.gain for one in years),
        "loss": total(one.loss for one in years),
        "credits": total(one.credits for one in years),
        "royalty": total(one.royalty for one in years),
        "costs": total(one.costs + one.once for one in years),
        "forgone": total(one.forgone for one in years),
    }
    net = total(step.net for step in steps)
    paid = rows["fixed"] + rows["earned"] + rows["gain"] + rows["loss"] - rows["credits"]
    return Outcome(years, steps, rows, full(net, runs), full(paid, runs), known.get(ADOPTION))


def full(array: Array, runs: int) -> Array:
    """Return an array with a value for every draw."""
    return np.full(runs, array) if array.ndim == 0 else array


def total(arrays: Iterable[Array]) -> Array:
    """Return the sum over years; the first is not copied."""
    told: Iterator[Array] = iter(arrays)
    result = next(told)
    for one in told:
        result = result + one
    return result


def _step(year: Year[Array]) -> Step:
    return Step(
        begins=-(year.set_up + year.once),
        flows=year.value - year.fixed + year.credits - year.costs,
        ends=year.royalty - year.earned - year.gain - year.loss,
    )
