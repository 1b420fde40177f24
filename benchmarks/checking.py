"""Every check of the whole Fernhollow sample after an edit, beside what reading it alone takes.

`python benchmarks/checking.py` measures and writes the table in README.md (not with `--dry`).
"""

import os
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from roadmapper.checks.levels import levels  # noqa: E402 - the path comes first
from roadmapper.criteria import load_criteria  # noqa: E402
from roadmapper.gather import gather  # noqa: E402
from roadmapper.proposal.answers import Answers  # noqa: E402
from roadmapper.proposal.change import Change  # noqa: E402
from roadmapper.samples import build_sample, find_sample, sample_answers, sample_template  # noqa: E402
from roadmapper.store.file import ProposalFile  # noqa: E402

BEGIN, END = "<!-- checking: written by checking.py -->", "<!-- checking: end -->"
README = Path(__file__).with_name("README.md")
AIM = "100"
_TURNS = 15
_PATH = "review.summary"
_LIMIT = re.compile(r"\b([a-z]+) (?:above|over|below|under) (\d+(?:\.\d+)?)\s?%", re.IGNORECASE)
"""One pattern such as the checks have dozens of."""


def main() -> None:
    """Measure, print and keep."""
    table = _table(list(_lines()))
    print(table)
    if "--dry" not in sys.argv:
        before, _, rest = README.read_text("utf-8").partition(BEGIN)
        after = rest.partition(END)[2]
        README.write_text(f"{before}{BEGIN}\n\n{table}\n\n{END}{after}", "utf-8")


def edited(answers: Answers, turn: int) -> Answers:
    """Return the answers after one sentence more in the summary, another one each turn."""
    text = answers.text(_PATH)
    return answers.changed([Change(_PATH, text, f"{text} Use rose by {turn % 90}% at our sites.")])


def _lines() -> Iterator[tuple[str, float, str]]:
    sample = find_sample("fernhollow")
    template = sample_template(sample)
    answers = sample_answers(sample, template, _clock)
    pack = load_criteria()

    def all_checks(turn: int) -> None:
        now = edited(answers, turn)
        gather(template, now)
        levels(pack, now)

    start = time.process_time()
    all_checks(0)
    yield "Checks, scorecard, claims, the first time", time.process_time() - start, ""
    yield "The same after an edit", _median(all_checks), AIM
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "fernhollow.roadmap"
        build_sample(sample, path, _clock)
        yield "Peer: reading the answers from the file", _median(lambda _: _read(path)), ""
    yield "Peer: one pattern over every text", _median(lambda _: _searched(answers)), ""


def _clock() -> datetime:
    return datetime(2027, 1, 1, tzinfo=UTC)


def _read(path: Path) -> None:
    with ProposalFile.open(path, write=False) as file:
        len(file.answers)


def _searched(answers: Answers) -> None:
    for value in answers.values():
        if isinstance(value, str):
            _LIMIT.findall(value)


def _median(work: Callable[[int], None]) -> float:
    told = []
    for turn in range(1, _TURNS + 1):
        start = time.process_time()
        work(turn)
        told.append(time.process_time() - start)
    return statistics.median(told)


def _table(lines: list[tuple[str, float, str]]) -> str:
    ours = lines[1][1]
    load = f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "load unknown"
    head = f"{datetime.now(tz=UTC):%Y-%m-%d}, {os.cpu_count()} cores, {load}. "
    head += f"Milliseconds of processor time, median of {_TURNS}; ratio: the edit divided by it."
    rows = [
        head,
        "",
        "| What | ms | aim | ratio |",
        "|---|---:|---:|---:|",
    ]
    for what, seconds, aim in lines:
        ratio = f"{ours / seconds:.1f}" if what.startswith("Peer") and seconds else ""
        rows.append(f"| {what} | {seconds * 1000:.1f} | {aim} | {ratio} |")
    return "\n".join(rows)


if __name__ == "__main__":
    main()
