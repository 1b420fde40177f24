"""A proposal of a few pages, and the preview beside it with the pages there."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from tests.ui_hands import click
from ui.preview.panel import Preview
from ui.window import Window
from ui.wizard import Wizard

SOON = 60_000
"""Milliseconds within which even a busy machine has laid out a few pages."""
FEW = {
    "deal.health_system": "Lowmarsh Health",
    "solution.summary": "It listens, and a nurse signs.",
    "review.summary": "In short, a nurse signs.",
}


def open_few_pages(window: Window, file: Path) -> Wizard:
    """Open a proposal and answer what fills a few pages."""
    window.resize(1600, 900)
    window.open_proposal(file)
    assert window.wizard is not None
    window.wizard.opened.bridge.change(dict(FEW), "Answer a little")
    return window.wizard


def show_pages(wizard: Wizard, qtbot: QtBot) -> Preview:
    """Open the preview beside the first step and wait for its pages."""
    click(wizard.topbar.preview)
    made = wizard.outlet.desk.preview
    assert made is not None
    qtbot.waitUntil(lambda: bool(wizard.outlet.press.images.sizes), timeout=SOON)
    return made
