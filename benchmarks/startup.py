"""How long `roadmapper get` takes as a whole process, beside Python that does nothing."""

import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.sample import SAMPLE

ROOT = Path(__file__).parents[1]
TIMES = 9


@dataclass(frozen=True, slots=True)
class Startup:
    """Seconds of a whole process: bare Python, and one answer read from a proposal."""

    bare: float
    get: float


def startup() -> Startup:
    """Return the medians of turns that alternate."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        file = str(Path(folder) / "sample.roadmap")
        _seconds("-m", "roadmapper", "sample", SAMPLE, file)
        get = ("-m", "roadmapper", "get", file, "deal.health_system")
        _seconds(*get)
        turns = [(_seconds("-c", "pass"), _seconds(*get)) for _ in range(TIMES)]
    bare, full = zip(*turns, strict=True)
    return Startup(statistics.median(bare), statistics.median(full))


def _seconds(*arguments: str) -> float:
    begin = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT)
    return time.perf_counter() - begin
