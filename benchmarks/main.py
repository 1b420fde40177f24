"""Runs every contestant in turn, several rounds, and writes down what came out."""

import argparse
import json
import pickle
import subprocess
import sys
import tempfile
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.content import tally
from benchmarks.contestant import Contestant
from benchmarks.contestants import CONTESTANTS
from benchmarks.report import keep, table
from benchmarks.results import Results, SampleSize, Score, Sitting, load, machine, versions
from benchmarks.sample import Sample, samples
from benchmarks.startup import ROOT, exports, startup

Key = tuple[str, str, str]


def main() -> None:
    """Measure, print and keep."""
    parser = argparse.ArgumentParser(description="Measure exports beside what else one would use.")
    parser.add_argument("--rounds", type=int, default=3, help="how often each takes its turn")
    parser.add_argument("--dry", action="store_true", help="print only, change no file")
    asked = parser.parse_args()
    found = _measure(asked.rounds)
    print(table(found))
    if not asked.dry:
        keep(found)


def _measure(rounds: int) -> Results:
    sittings: dict[Key, list[Sitting]] = defaultdict(list)
    before = load()
    # First, while this process is small: a process begins as large as the one that starts it.
    started, exported = startup(), exports()
    documents = samples()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        for at, sample in enumerate(documents):
            (Path(folder) / f"{at}.pickle").write_bytes(pickle.dumps(sample))
        # Rounds go around everybody, so that a busy minute of the machine hits all alike.
        for turn in range(1, rounds + 1):
            print(f"Round {turn} of {rounds}", file=sys.stderr)
            for at, sample in enumerate(documents):
                for one in (other for other in CONTESTANTS if other.present):
                    file = Path(folder) / f"{at}.pickle"
                    sittings[sample.name, one.group, one.name].append(_sitting(one, file))
    return Results(
        day=datetime.now(UTC).date(),
        machine=machine(),
        versions=versions(),
        samples=tuple(map(_size, documents)),
        scores=tuple(
            Score(
                sample.name, one.group, one.name, tuple(sittings[sample.name, one.group, one.name])
            )
            for sample in documents
            for one in CONTESTANTS
        ),
        startup=started,
        exports=exported,
        rounds=rounds,
        loads=(before, load()),
    )


def _sitting(one: Contestant, file: Path) -> Sitting:
    command = [sys.executable, "-m", "benchmarks.one", one.group, one.name, str(file)]
    said = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    told = json.loads(said.stdout.splitlines()[-1])
    return Sitting(told["first"], tuple(told["again"]), told["size"])


def _size(sample: Sample) -> SampleSize:
    held = tally(sample.parts)
    return SampleSize(sample.name, sample.page_count, held.headings, held.tables, held.words)


if __name__ == "__main__":
    main()
