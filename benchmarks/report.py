"""Writes a run down: results.json with all seconds, README.md with the ratios."""

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from benchmarks.contestants import PDF, WORD
from benchmarks.results import OURS, Results, Score

HERE = Path(__file__).parent
BEGIN, END = "<!-- results: written by run.py -->", "<!-- end of results -->"
BY_HAND, BROWSER = "Strings by hand, zipped", "WeasyPrint"


def keep(results: Results) -> None:
    """Write both files."""
    data = json.dumps(asdict(results), indent=1, default=str)
    (HERE / "results.json").write_text(data + "\n", "utf-8")
    readme = HERE / "README.md"
    before, _, rest = readme.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    readme.write_text(f"{before}{BEGIN}\n\n{table(results)}\n{END}{after}", "utf-8")


def table(results: Results) -> str:
    """Return the results as Markdown."""
    return "\n".join(_lines(results)) + "\n"


def _lines(results: Results) -> Iterator[str]:
    before, after = results.loads
    yield (
        f"{results.day}, {results.machine}. Median of {results.rounds} rounds; "
        f"load {before} before and {after} after (busy cores make single numbers jump)."
    )
    yield ""
    yield ", ".join(f"{name} {found}" for name, found in results.versions.items()) + "."
    for size in results.samples:
        yield ""
        yield (
            f"### {size.name.capitalize()}: {size.pages} pages, {size.headings} headings, "
            f"{size.tables} tables, {size.words} words"
        )
        yield ""
        yield "| | | first call | next calls |"
        yield "|---|---|---:|---:|"
        for score in results.scores:
            if score.sample == size.name:
                yield _row(score, results)
    yield ""
    yield from _exports(results)
    yield ""
    yield from _aims(results)


def _row(score: Score, results: Results) -> str:
    if not score.sittings:
        return f"| {score.group} | {score.name} | not installed | not installed |"
    base = results.score(score.sample, PDF if score.group == PDF else WORD, OURS)
    first, again = score.first / base.first, score.again / base.again
    return f"| {score.group} | {score.name} | {first:.2f} | {again:.2f} |"


def _exports(results: Results) -> Iterator[str]:
    yield "### Whole exports of the whole document, as processes"
    yield ""
    yield "| | seconds | processor seconds | largest process, MB |"
    yield "|---|---:|---:|---:|"
    for one in results.exports:
        yield f"| {one.name} | {one.seconds:.1f} | {one.processor:.1f} | {one.megabytes:.0f} |"


def _aims(results: Results) -> Iterator[str]:
    yield "### Aims"
    yield ""
    yield "| | aim | first call | next calls |"
    yield "|---|---|---:|---:|"
    for size in results.samples:
        ours = results.score(size.name, WORD, OURS)
        hand = results.score(size.name, WORD, BY_HAND)
        yield f"| Word beside strings by hand, {size.name} | at most 3 | {_times(ours, hand)} |"
    for size in results.samples:
        ours = results.score(size.name, PDF, OURS)
        for name in (BROWSER, f"{BROWSER}, tagged"):
            peer = results.score(size.name, PDF, name)
            told = _times(peer, ours) if peer.sittings else "not installed | not installed"
            yield f"| {name} beside our PDF, {size.name} | at least 5 | {told} |"
    more = round((results.startup.get - results.startup.bare) * 1000)
    yield f"| `roadmapper get` beside bare Python | under 150 ms more | {more} ms more | |"


def _times(one: Score, other: Score) -> str:
    return f"{one.first / other.first:.1f} | {one.again / other.again:.1f}"
