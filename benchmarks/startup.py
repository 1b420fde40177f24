"""Whole processes: `roadmapper get` beside Python that does nothing, and whole exports."""

import os
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from benchmarks.sample import SAMPLE

ROOT = Path(__file__).parents[1]
TIMES = 9
EXPORTS = 3


@dataclass(frozen=True, slots=True)
class Startup:
    """Processor seconds of a whole process: bare Python, and one answer read from a proposal."""

    bare: float
    get: float


@dataclass(frozen=True, slots=True)
class Export:
    """A whole export: median seconds by the clock and of the processor, and its largest process."""

    name: str
    seconds: float
    processor: float
    megabytes: float


class Taken(NamedTuple):
    """What a process took, with all that it waited for."""

    seconds: float
    processor: float
    megabytes: float


def startup() -> Startup:
    """Return the medians of turns that alternate."""
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        file = _sample(folder)
        get = ("-m", "roadmapper", "get", file, "deal.health_system")
        _run(*get)
        turns = [(_run("-c", "pass").processor, _run(*get).processor) for _ in range(TIMES)]
    bare, full = zip(*turns, strict=True)
    return Startup(statistics.median(bare), statistics.median(full))


def exports() -> tuple[Export, ...]:
    """Return what whole exports take, with LibreOffice where it is found."""
    search = os.environ.get("PATH", "")
    kinds = [("PDF", "sample.pdf", search), ("Word without LibreOffice", "sample.docx", "")]
    if shutil.which("soffice"):
        kinds.append(("Word with LibreOffice", "sample.docx", search))
    with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
        command = ("-m", "roadmapper", "export", _sample(folder))
        return tuple(
            _median(name, [_run(*command, f"{folder}/{out}", search=path) for _ in range(EXPORTS)])
            for name, out, path in kinds
        )


def _median(name: str, took: list[Taken]) -> Export:
    seconds, processor, megabytes = zip(*took, strict=True)
    return Export(name, statistics.median(seconds), statistics.median(processor), max(megabytes))


def _sample(folder: str) -> str:
    file = str(Path(folder) / "sample.roadmap")
    _run("-m", "roadmapper", "sample", SAMPLE, file)
    return file


def _run(*arguments: str, search: str | None = None) -> Taken:
    """Run Python, its programs searched in a path of their own, and return what it took."""
    command = [sys.executable, *arguments]
    environment = dict(os.environ) if search is None else {**os.environ, "PATH": search}
    environment["PYTHONPATH"] = str(ROOT)
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    begin = time.perf_counter()
    process = os.posix_spawn(command[0], command, environment, file_actions=silent)
    _, status, used = os.wait4(process, 0)
    if status:
        raise RuntimeError(f"{' '.join(command)} ended with {os.waitstatus_to_exitcode(status)}.")
    processor = used.ru_utime + used.ru_stime
    return Taken(time.perf_counter() - begin, processor, used.ru_maxrss / 1024)
