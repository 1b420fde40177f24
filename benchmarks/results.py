"""What a run found, and on what machine."""

import os
import platform
import shutil
import statistics
import subprocess
from dataclasses import dataclass
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.startup import Export, Startup

OURS = "Roadmapper"
PACKAGES = ("python-docx", "docxtpl", "weasyprint", "typst", "reportlab", "lxml", "uharfbuzz")


@dataclass(frozen=True, slots=True)
class Sitting:
    """One contestant in one process: the first call and the next ones, in processor seconds."""

    first: float
    again: tuple[float, ...]
    size: int


@dataclass(frozen=True, slots=True)
class Score:
    """A contestant's medians over all rounds; `sittings` is empty where it is not installed."""

    sample: str
    group: str
    name: str
    sittings: tuple[Sitting, ...]

    @property
    def first(self) -> float:
        """The median first call in a new process."""
        return statistics.median(one.first for one in self.sittings)

    @property
    def again(self) -> float:
        """The median of all later calls."""
        return statistics.median(value for one in self.sittings for value in one.again)


@dataclass(frozen=True, slots=True)
class SampleSize:
    """How large a measured document is."""

    name: str
    pages: int
    headings: int
    tables: int
    words: int


@dataclass(frozen=True, slots=True)
class Results:
    """Everything one run found."""

    day: date
    machine: str
    versions: dict[str, str]
    samples: tuple[SampleSize, ...]
    scores: tuple[Score, ...]
    startup: Startup
    exports: tuple[Export, ...]
    rounds: int
    loads: tuple[float, float]

    def score(self, sample: str, group: str, name: str) -> Score:
        """Return the score of one contestant."""
        wanted = (sample, group, name)
        return next(one for one in self.scores if (one.sample, one.group, one.name) == wanted)


def machine() -> str:
    """Return processor, number of cores, system and Python in one line."""
    cpus = Path("/proc/cpuinfo")
    lines = cpus.read_text().splitlines() if cpus.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    model = models[0] if models else platform.processor() or platform.machine()
    system = f"{platform.system()} {platform.machine()}"
    return f"{model}, {os.cpu_count()} cores, {system}, Python {platform.python_version()}"


def load() -> float:
    """Return how many processes wanted a core in the last minute; 0 where nobody says."""
    return round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else 0.0


def versions() -> dict[str, str]:
    """Return the version of everything measured, or that it is not installed."""
    return {name: _version(name) for name in PACKAGES} | {"LibreOffice": _office()}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _office() -> str:
    program = shutil.which("soffice")
    if program is None:
        return "not installed"
    said = subprocess.run([program, "--version"], check=True, capture_output=True, text=True)
    return said.stdout.split()[1]
