"""The states of a file that a picture is taken of: held, read-only, backups, a copy, lost."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from roadmapper.proposal.session import Session
from roadmapper.samples import build_sample, find_sample
from roadmapper.store.backups import Backups
from roadmapper.store.file import ProposalFile
from ui.held import Held
from ui.opened import Opened
from ui.parts.sheet import Sheet
from ui.window import Window

_PROMISE = "deal.promise"


def file_states(window: Window, folder: Path, now: Callable[[], datetime]) -> Iterator[str]:
    """Yield the name of each state once the window is in it."""
    path, copy = folder / "p" / "larkmere.roadmap", folder / "p" / "larkmere - copy.roadmap"
    build_sample(find_sample("larkmere"), path, now)
    other = Opened(path, clock=lambda: now() - timedelta(minutes=40))
    window.open_proposal(path)
    yield "held"
    window.findChildren(Held)[-1].read.click()
    yield "read-only"
    other.close()
    _edit_apart(path, copy, now)
    backups = Backups(folder / "backups")
    for days in range(4, 0, -1):
        _edit(path, now, partial(Session.set, path="deal.version", value=f"{days}"))
        backups.keep(path, now() - timedelta(days=days))
    window.open_proposal(path)
    window.menu.files.show_backups()
    yield "backups"
    dismiss(window)
    window.menu.files.homecoming.compare(copy)
    yield "merge"
    dismiss(window)
    window.go_home()
    path.rename(path.with_suffix(".away"))
    window.open_proposal(path)
    yield "lost"
    dismiss(window)


def dismiss(window: Window) -> None:
    """Close every dialog."""
    for sheet in window.findChildren(Sheet):
        sheet.dismiss()


def _edit_apart(path: Path, copy: Path, now: Callable[[], datetime]) -> None:
    with ProposalFile.open(path, write=False) as file:
        file.copy_to(copy, clock=now)
    _edit(path, now, lambda session: session.set(_PROMISE, "One hour back in every shift."))
    _edit(copy, now, lambda session: session.set(_PROMISE, "Two hours back in every shift."))
    _edit(copy, now, lambda session: session.set("deal.name", "Ambient nursing notes"))


def _edit(path: Path, now: Callable[[], datetime], act: Callable[[Session], object]) -> None:
    opened = Opened(path, clock=now)
    act(opened.session)
    opened.close()
