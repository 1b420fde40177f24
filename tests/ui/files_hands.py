"""What tests of files do again and again: open, type, look for a sheet or a message."""

from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QWidget

from roadmapper.store.file import ProposalFile
from tests.ui_hands import type_text
from ui.parts.sheet import Sheet
from ui.toasts import Toast
from ui.window import Window
from ui.wizard import Wizard

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
