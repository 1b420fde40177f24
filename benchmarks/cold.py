"""From the command to a Home that can be used, beside an empty window of plain PySide6."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from roadmapper.proposal.session import Session
from roadmapper.samples import build_sample, find_sample
from roadmapper.store.file import ProposalFile
from roadmapper.templates import template_named

HERE = Path(__file__).parent
_CLIENTS = ("Ardmore", "Brindle", "Cedar Strand", "Dunmere", "Eastlow", "Fernhollow")
_PROGRAMS = ("our_window.py", "empty_window.py")
_TURNS = 15
_AGE = 86_400
"""Seconds since the proposals were changed: what is that old need not be read at each start."""


@dataclass(frozen=True, slots=True)
class Took:
    """Milliseconds until the first paint: by the clock, and of the processor."""

    clock: float
    processor: float


def cold_start(folder: Path) -> tuple[Took, Took]:
    """Return the medians of our window and of the peer, from turns that alternate."""
    _fill(folder)
    programs = [[sys.executable, str(HERE / name), str(folder)] for name in _PROGRAMS]
    for program in programs:
        _begun(program)  # compiles what is not compiled yet
    ours, peer = zip(*([_begun(one) for one in programs] for _ in range(_TURNS)), strict=True)
    return _median(ours), _median(peer)


def now() -> datetime:
    """Return the day on which all benchmarks take place."""
    return datetime(2027, 5, 3, 12, tzinfo=UTC)


def _fill(folder: Path) -> None:
    """Make a folder of proposals and settings that name it."""
    first = folder / "Home" / f"{_CLIENTS[0]}.roadmap"
    first.parent.mkdir()
    build_sample(find_sample("fernhollow"), first, now)
    data = first.read_bytes()
    for client in _CLIENTS:
        path = first.with_stem(client)
        path.write_bytes(data)
        with ProposalFile.open(path, clock=now) as file:
            template = template_named(file.meta.template)
            session = Session(template, file.answers, file, log=file.recent_log, clock=now)
            session.set("deal.health_system", f"{client} Health")
        os.utime(path, (time.time() - _AGE,) * 2)
    kept = folder / "roadmapper" / "settings.json"
    kept.parent.mkdir()
    kept.write_text(json.dumps({"folder": str(first.parent), "theme": "light"}), "utf-8")


def _begun(command: Sequence[str]) -> Took:
    """Run a program until it says that it was painted."""
    # Modules stay compiled, as they are where the program is installed.
    told = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin = time.perf_counter()
    with subprocess.Popen(
        command, cwd=HERE.parent, env=told, stdout=subprocess.PIPE, text=True
    ) as program:
        words = program.stdout.readline().split() if program.stdout else []
        clock = time.perf_counter() - begin
    if words[:1] != ["painted"]:
        raise RuntimeError("The window was not painted.")
    return Took(clock * 1000, float(words[1]) * 1000)


def _median(took: Sequence[Took]) -> Took:
    return Took(
        statistics.median(one.clock for one in took),
        statistics.median(one.processor for one in took),
    )
