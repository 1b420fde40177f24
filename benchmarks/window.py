"""What the window takes: keys, edits, steps, opening, Home, cold start.

`python benchmarks/window.py` needs no screen. Where there is a peer, a window of plain PySide6,
its time stands beside ours.
"""

import os
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QElapsedTimer  # noqa: E402 - the path comes first
from PySide6.QtTest import QTest  # noqa: E402
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget  # noqa: E402

from benchmarks import slider  # noqa: E402
from benchmarks.cold import cold_start, now  # noqa: E402
from benchmarks.painted import Painted  # noqa: E402
from roadmapper.samples import build_sample, find_sample  # noqa: E402
from ui.app import make_app  # noqa: E402
from ui.preview.press import State  # noqa: E402
from ui.settings import Settings  # noqa: E402
from ui.window import Window  # noqa: E402
from ui.wizard import Wizard  # noqa: E402

BEGIN = "<!-- window: written by window.py -->"
END = "<!-- window: end -->"
README = Path(__file__).with_name("README.md")
KEYS = 240
_Thing = TypeVar("_Thing")
_KEY_EVERY = 0.07
_BURST = 12
_BREAK = 0.9
"""Seconds of rest after a burst of keys, in which the answer settles and the pages follow."""
_FILES = 500
_TURNS = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the result: what, how much in milliseconds, the aim, and a peer's time."""

    name: str
    ours: float
    aim: str
    peer: float | None = None

    @property
    def ratio(self) -> str:
        """Our time as a multiple of the peer's."""
        return f"{self.ours / self.peer:.2f}" if self.peer else ""


def main() -> None:
    """Measure, print and keep."""
    app = make_app()
    with tempfile.TemporaryDirectory(prefix="benchmark-") as name:
        folder = Path(name)
        lines = (*_cold(folder), *_inside(app, folder), *_home(app, folder))
    text = _table(lines)
    print(text)
    if "--dry" not in sys.argv:
        _keep(text)


def _cold(folder: Path) -> Iterator[Line]:
    """Yield how long a process takes until Home can be used, beside an empty window."""
    ours, peer = cold_start(folder)
    yield Line("Cold start to a usable Home", ours.clock, "1.5 times the peer", peer.clock)
    yield Line("The same, processor time", ours.processor, "", peer.processor)


def _inside(app: QApplication, folder: Path) -> Iterator[Line]:
    """Yield what an open proposal takes, with the preview beside it."""
    file = folder / "sample.roadmap"
    build_sample(find_sample("fernhollow"), file, now)
    window = _window(folder)
    yield Line("Opening the full sample", _opening(app, window, file), "300")
    wizard = _there(window.wizard)
    yield from _steps(app, wizard)
    yield from _slider(app, wizard)
    wizard.go("deal")
    wizard.outlet.desk.open_preview()
    _until(app, lambda: wizard.outlet.press.state is State.READY)
    yield Line("From an edit to its page, preview open", _to_page(app, wizard), "1000")
    editor = _there(wizard.page.body.fields["deal.health_system"].editor.focusProxy())
    plain = QLineEdit()
    plain.show()
    peer, ours = _keys(app, plain), _keys(app, editor)
    plain.close()
    for part, label in ((0.5, "median"), (0.95, "95th percentile")):
        name = f"Keystroke to screen, preview open, {label}"
        yield Line(name, _part(ours, part), "16" if part > 0.5 else "", _part(peer, part))
    yield Line("A settled edit to disk, median", _to_disk(wizard), "5", _bare_disk(folder))
    window.close()


def _slider(app: QApplication, wizard: Wizard) -> Iterator[Line]:
    """Yield how soon the chart of the pricing page follows a slider."""
    plain, ours = slider.plain(app), slider.ours(app, wizard)
    for part, label, aim in ((0.5, "median", ""), (0.95, "95th percentile", "33")):
        name = f"Slider to new chart, {label}"
        yield Line(name, _part(ours, part), aim, _part(plain, part))


def _steps(app: QApplication, wizard: Wizard) -> Iterator[Line]:
    """Yield the slowest step, when it is built and when it is shown again."""
    first: dict[str, float] = {}
    again: dict[str, float] = {}
    # The first step is shown already; when its turn comes it was dropped and is built again.
    for section in (*wizard.sections[1:], wizard.sections[0]):
        here = wizard.section.id
        first[section.id] = _going(app, wizard, section.id)
        _going(app, wizard, here)
        again[section.id] = _going(app, wizard, section.id)
    for told, times, aim in (("built", first, "150"), ("shown again", again, "50")):
        slowest = max(times, key=lambda name: times[name])
        yield Line(f"A step {told}, median of {len(times)}", statistics.median(times.values()), "")
        yield Line(f"A step {told}, slowest: {slowest}", times[slowest], aim)


def _going(app: QApplication, wizard: Wizard, section: str) -> float:
    _for(app, 0.5)
    begin = time.perf_counter()
    wizard.go(section)
    app.processEvents()
    return _since(begin)


def _home(app: QApplication, folder: Path) -> Iterator[Line]:
    """Yield how long a search over many proposals takes."""
    data = (folder / "sample.roadmap").read_bytes()
    many = folder / "many"
    many.mkdir()
    for at in range(_FILES):
        (many / f"Proposal {at:03}.roadmap").write_bytes(data)
    window = _window(many)
    begin = time.perf_counter()
    _until(app, lambda: len(window.home.listing.entries) == _FILES)
    yield Line(f"Home with {_FILES} proposals listed", _since(begin), "")
    times = []
    for text in ("Proposal 2", "Fernhollow", "zz", "ambient", "p", "", "Proposal 499"):
        begin = time.perf_counter()
        window.home.search.setText(text)
        app.processEvents()
        times.append(_since(begin))
    yield Line(f"A search over {_FILES} proposals, slowest", max(times), "50")
    window.close()


def _opening(app: QApplication, window: Window, file: Path) -> float:
    times = []
    for _ in range(_TURNS):
        begin = time.perf_counter()
        window.open_proposal(file)
        app.processEvents()
        times.append(_since(begin))
        window.go_home()
        _for(app, 0.3)
    window.open_proposal(file)
    return statistics.median(times)


def _to_page(app: QApplication, wizard: Wizard) -> float:
    """Return how long it takes from a settled edit to the new picture of the page that is read."""
    times = []
    press = wizard.outlet.press
    for at in range(_TURNS):
        drawn: list[bool] = []
        begin = time.perf_counter()
        wizard.opened.bridge.set("deal.promise", f"What we promise, for the {at}th time")
        _until(app, lambda: press.state is State.READY)
        press.images.drawn.connect(lambda: drawn.append(True))  # noqa: B023 - used in this turn
        _until(app, lambda: bool(drawn))  # noqa: B023
        times.append(_since(begin))
        press.images.drawn.disconnect()
        _for(app, 0.5)
    return statistics.median(times)


def _keys(app: QApplication, editor: QWidget) -> list[float]:
    """Type at a steady pace and return from when each key was due to when it was painted."""
    painted = Painted(editor)
    editor.setFocus()
    times = []
    due = time.perf_counter() + 0.2
    for at in range(KEYS):
        while time.perf_counter() < due:
            app.processEvents()
            time.sleep(0.0005)
        before = painted.count
        QTest.keyClicks(editor, "abcdefghij"[at % 10])
        while painted.count == before:
            app.processEvents()
        times.append((time.perf_counter() - due) * 1000)
        due += _BREAK if at % _BURST == _BURST - 1 else _KEY_EVERY
    return times


def _to_disk(wizard: Wizard) -> float:
    times = []
    for at in range(60):
        begin = time.perf_counter()
        wizard.opened.bridge.set("deal.name", f"Name {at}")
        times.append(_since(begin))
        wizard.opened.bridge.set("deal.version", f"{at}")
    return statistics.median(times)


def _bare_disk(folder: Path) -> float:
    """Return what SQLite alone takes to put one row safely on this disk."""
    times = []
    with closing(sqlite3.connect(folder / "bare.db", isolation_level=None)) as bare:
        bare.execute("PRAGMA synchronous=FULL")
        bare.execute("CREATE TABLE one (value)")
        for at in range(60):
            begin = time.perf_counter()
            bare.execute("INSERT INTO one VALUES (?)", (at,))
            times.append(_since(begin))
    return statistics.median(times)


def _window(folder: Path) -> Window:
    settings = Settings(theme="light", motion=False, folder=str(folder), tour_seen=True)
    window = Window(settings, folder / "settings.json")
    window.resize(1440, 900)
    window.show()
    return window


def _there(thing: _Thing | None) -> _Thing:
    if thing is None:
        raise RuntimeError("A part of the window is missing.")
    return thing


def _until(app: QApplication, is_so: Callable[[], bool]) -> None:
    clock = QElapsedTimer()
    clock.start()
    while not is_so():
        app.processEvents()
        time.sleep(0.001)
        if clock.hasExpired(120_000):
            raise RuntimeError("What was waited for did not come within two minutes.")


def _for(app: QApplication, seconds: float) -> None:
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        app.processEvents()
        time.sleep(0.001)


def _part(times: Sequence[float], part: float) -> float:
    return sorted(times)[round(part * (len(times) - 1))]


def _since(begin: float) -> float:
    return (time.perf_counter() - begin) * 1000


def _table(lines: Sequence[Line]) -> str:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    machine = f"{datetime.now(UTC).date()}, {os.cpu_count()} cores, load {load:.1f} at the end."
    rows = [
        f"{machine} Milliseconds; the peer is plain PySide6, or plain SQLite for the disk.",
        "",
        "| What | Roadmapper | aim | peer | ratio |",
        "|---|---:|---:|---:|---:|",
    ]
    for one in lines:
        peer = f"{one.peer:.1f}" if one.peer else ""
        rows.append(f"| {one.name} | {one.ours:.1f} | {one.aim} | {peer} | {one.ratio} |")
    return "\n".join(rows)


def _keep(text: str) -> None:
    before, _, rest = README.read_text("utf-8").partition(BEGIN)
    after = rest.partition(END)[2]
    README.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{after}", "utf-8")


if __name__ == "__main__":
    main()
