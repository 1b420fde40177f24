"""What tests of files do again and again: open, type, look for a sheet or a message."""

import subprocess
import sys
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from roadmapper.store.file import ProposalFile
from tests.ui_hands import type_text
from ui.parts.sheet import Sheet
from ui.toasts import Toast
from ui.window import Window
from ui.wizard import Wizard

ROOT = Path(__file__).parents[2]
_DYING = """
import os, sys
from datetime import datetime
from pathlib import Path
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.store.file import ProposalFile
from tests.proposals import HEADLINE
now = datetime.fromisoformat("2027-05-03T11:30:00+00:00")
file = ProposalFile.open(Path(sys.argv[1]), clock=lambda: now)
change = Change("deal.name", file.answers.value("deal.name"), "Ambient notes")
number = file.last_change[0] + 1
file.append(Batch(number, "Edit name", Origin.USER, "", now, (change,)), HEADLINE)
os._exit(9)
"""

SheetKind = TypeVar("SheetKind", bound=Sheet)


def opened_in(window: Window, path: Path | None = None) -> Wizard:
    """Open a proposal, or return the one that is open."""
    if path is not None:
        window.open_proposal(path)
    assert window.wizard is not None
    return window.wizard


def input_at(wizard: Wizard, path: str) -> QWidget:
    """Return where one types at an address."""
    wizard.go_to(path)
    found = wizard.page.body.fields[path].editor.focusProxy()
    assert found is not None
    return found


def type_at(wizard: Wizard, path: str, text: str) -> None:
    """Type an answer and keep it."""
    type_text(input_at(wizard, path), text)
    wizard.flush()


def sheet_of(window: Window, kind: type[SheetKind]) -> SheetKind:
    """Return the one sheet of a kind that is shown."""
    found = [one for one in window.findChildren(kind) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def toast_of(window: Window, words: str) -> Toast:
    """Return the message that says this."""
    found = [one for one in window.toasts.shown if words in one.words]
    assert found, [one.words for one in window.toasts.shown]
    return found[0]


def kept_at(path: Path, address: str = "deal.health_system") -> str:
    """Return what a file holds at an address."""
    with ProposalFile.open(path, write=False) as file:
        return file.answers.text(address)


def die_while_typing(path: Path) -> None:
    """Have another program change a proposal and end without closing it."""
    subprocess.run([sys.executable, "-c", _DYING, str(path)], cwd=ROOT, check=False)
