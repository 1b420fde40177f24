"""Many draws of the whole Fernhollow contract, beside a plain loop and a public library.

`python benchmarks/chance.py` measures and writes the table in README.md (`--dry` leaves it alone).
"""

import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.by_loop import looped, plan_of  # noqa: E402 - the path comes first
from roadmapper.figures.chance import forget  # noqa: E402
from roadmapper.figures.deal import Deal  # noqa: E402
from roadmapper.figures.dealing import deal_of  # noqa: E402
from roadmapper.figures.outlook import outlook  # noqa: E402
from roadmapper.gather import open_defaults  # noqa: E402
from roadmapper.proposal.answers import Answers  # noqa: E402
from roadmapper.samples import find_sample, sample_answers, sample_template  # noqa: E402

BEGIN, END = "<!-- chance: written by chance.py -->", "<!-- chance: end -->"
README = Path(__file__).with_name("README.md")
OURS = "Roadmapper: draws, settlement, every summary, tornado"
SLID, FEW, MANY = 2_000, 10_000, 100_000
AIMS = {FEW: "50", MANY: "400"}
_TURNS = 15
_NEAR = 0.05
"""Two settled the same if their parts differ by less than this, of the way from P10 to P90."""
Parts = tuple[float, float, float, float]


def main() -> None:
    """Measure, print and keep."""
    deal = sample_deal()
    table = _table(deal, tuple(_lines(deal)))
    print(table)
    if "--dry" not in sys.argv:
        before, _, rest = README.read_text("utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", "utf-8")


def sample_deal() -> Deal:
    """Return the deal of the sample, its open defaults filled in as for a document.

    Raises:
        LookupError: The sample is no deal any more.
    """
    sample = find_sample("fernhollow")
    template = sample_template(sample)
    answers = sample_answers(sample, template, lambda: datetime(2027, 1, 1, tzinfo=UTC))
    deal = deal_of(Answers({**open_defaults(template, answers), **answers}))
    if deal is None:
        raise LookupError("The sample has no term or no fees; fill them in.")
    return deal


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: what, how many runs, milliseconds (none: not installed), the aim."""

    name: str
    runs: int
    took: float | None
    aim: str = ""


def _lines(deal: Deal) -> Iterator[Line]:
    """Yield our times, then those of the others, who must have settled the same contract."""
    for runs, aim in AIMS.items():
        yield Line(OURS, runs, _median(partial(_anew, deal, runs)), aim)
    for runs in AIMS:
        yield Line("Draws kept, settled and told again", runs, _median(partial(_kept, deal, runs)))
    yield Line("What follows a slider", SLID, _median(lambda: _kept(deal, SLID)))
    plan = plan_of(deal)
    yield Line("Plain Python loop", FEW, _once(lambda: looped(plan, FEW, 1), deal))
    try:
        from benchmarks import with_monaco  # noqa: PLC0415 - optional
    except ImportError:
        yield Line("monaco", FEW, None)
    else:
        yield Line("monaco", FEW, _once(lambda: with_monaco.run(plan, FEW, 1), deal))


def _anew(deal: Deal, runs: int) -> None:
    """Draw, settle and tell, with nothing kept from before."""
    forget()
    outlook.cache_clear()
    outlook(deal, runs)


def _kept(deal: Deal, runs: int) -> None:
    """Settle and tell with the draws of before, without tornado, as a page does."""
    outlook.cache_clear()
    outlook(deal, runs, whole=False)


def _median(work: Callable[[], object]) -> float:
    work()
    return statistics.median(_timed(work) for _ in range(_TURNS))


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return (time.perf_counter() - begin) * 1000


def _once(work: Callable[[], Parts], deal: Deal) -> float:
    """Return how long one turn takes.

    Raises:
        ValueError: It did not settle the same contract.
    """
    begin = time.perf_counter()
    theirs = work()
    took = (time.perf_counter() - begin) * 1000
    told = {one.name: float(one.value) for one in outlook(deal, FEW)}
    ours = [told[f"outlook.net.{part}"] for part in ("mean", "p10", "p50", "p90")]
    width = ours[-1] - ours[1]
    if any(abs(one - other) > _NEAR * width for one, other in zip(ours, theirs, strict=True)):
        raise ValueError(f"{theirs} is not what our draws come to: {ours}.")
    return took


def _table(deal: Deal, lines: Sequence[Line]) -> str:
    base = next(one.took for one in lines if one.runs == FEW)
    head = (
        f"{datetime.now(UTC):%Y-%m-%d}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}. "
        f"{len(deal.inputs)} inputs, {len(deal.contract.clauses)} clauses, {deal.years} years. "
        f"Milliseconds, median of {_TURNS} turns; one turn of the others."
    )
    rows = [_row(one, base) for one in lines]
    return "\n".join(
        (head, "", "| What | runs | ms | aim | ratio |", "|---|---:|---:|---:|---:|", *rows)
    )


def _row(one: Line, base: float | None) -> str:
    if one.took is None or base is None:
        return f"| {one.name} | {one.runs:,} | not installed | | |"
    ratio = f"{one.took / base:.2f}" if one.runs == FEW else ""
    return f"| {one.name} | {one.runs:,} | {one.took:.1f} | {one.aim} | {ratio} |"


if __name__ == "__main__":
    main()
