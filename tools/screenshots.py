"""Takes pictures of every page and state of the window: `make screenshots`."""

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from roadmapper.samples import build_sample, find_sample
from tools.screenshot_files import dismiss, file_states
from tools.screenshot_steps import begun_states, step_states
from ui.app import make_app
from ui.home.beginning import Beginning
from ui.settings import Settings
from ui.sweeping import sweep
from ui.window import Window

Size = tuple[int, int, float]
"""Width and height of the window, and the size of the text."""
SIZES: tuple[Size, ...] = ((1280, 800, 1.0), (1440, 900, 1.0), (1920, 1080, 1.0))
TIGHT: tuple[Size, ...] = ((1024, 700, 1.0), (1024, 700, 1.5), (1024, 700, 2.0))
"""The smallest window; in light colors only."""
MODES = ("light", "dark")
_LAYERS = 4
"""Rounds of events until a new height inside has reached the outermost layout."""
_WAIT = 10_000
"""Milliseconds until a picture is taken even if work is still going on."""
CLIENTS = (
    ("Tarn and Vale Clinics", "Sepsis early warning"),
    ("Cedar Strand Hospitals", "Access and scheduling"),
    ("Lowmarsh Medical Group", "Virtual nursing"),
)


def main(out: Path) -> int:
    """Write all pictures into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    gc.disable()  # as the program does: garbage is looked for in the thread of the window only
    app = make_app()
    for mode in MODES:
        for size in (*SIZES, *(TIGHT if mode == "light" else ())):
            with tempfile.TemporaryDirectory() as folder:
                _take_all(app, out, Path(folder), mode, size)
            sweep()
    return 0


def _take_all(app: QApplication, out: Path, folder: Path, mode: str, size: Size) -> None:
    width, height, scale = size
    settings = Settings(
        theme=mode, scale=scale, motion=False, folder=str(folder / "p"), tour_seen=True
    )
    window = Window(settings, folder / "settings.json", clock=_now)
    window.resize(width, height)
    window.show()
    large = f"-{scale:.0%}" if scale > 1 else ""
    for name in _states(app, window, folder):
        _settle(app, window)
        window.grab().save(str(out / f"{name}-{mode}-{width}{large}.png"))
    window.close()


def _states(app: QApplication, window: Window, folder: Path) -> Iterator[str]:
    """Yield the name of each state once the window is in it."""
    yield "home-first"
    window.journeys.ask_new()
    yield "new-proposal"
    dismiss(window)
    for client, name in CLIENTS:
        window.journeys.begin(Beginning(client, name, "", None))
    sample = folder / "p" / "fernhollow.roadmap"
    build_sample(find_sample("fernhollow"), sample, _now)
    window.go_home()
    _settle(app, window)
    yield "home"
    window.home.bar.as_rows.click()
    yield "home-rows"
    window.show_settings()
    yield "settings"
    dismiss(window)
    window.open_proposal(sample)
    if window.wizard is None:
        raise RuntimeError("the sample did not open")
    for section in window.wizard.sections:
        window.wizard.go(section.id)
        _settle(app, window)
        yield f"step-{section.id}"
    outlet = window.wizard.outlet
    outlet.show_export()
    yield "export"
    window.wizard.go("pricing")
    outlet.toggle_preview()
    yield "preview"
    outlet.toggle_preview()
    yield from step_states(window)
    window.go_home()
    begun = (one for one in window.home.listing.entries if one.client == CLIENTS[0][0])
    yield from begun_states(window, next(begun).path)
    yield from file_states(window, folder, _now)


def _settle(app: QApplication, window: Window) -> None:
    """Wait until nothing is going on beside the window."""
    loop = QEventLoop()
    deadline = QTimer(singleShot=True)
    deadline.timeout.connect(loop.quit)
    deadline.start(_WAIT)
    look = QTimer()
    look.timeout.connect(lambda: None if _is_at_work(window) else loop.quit())
    look.start(350)
    loop.exec()
    look.stop()
    for _ in range(_LAYERS):
        app.processEvents()


def _is_at_work(window: Window) -> bool:
    outlet = window.wizard.outlet if window.wizard is not None else None
    presses = (outlet.press, outlet.card_press) if outlet is not None else ()
    return window.tasks.is_busy or any(one.is_at_work for one in presses)


def _now() -> datetime:
    return datetime(2027, 5, 3, 10, 42, 7, tzinfo=UTC)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")))
