"""How sources stand, in the chip of an answer, in the list, and in the choice at export."""

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from roadmapper.cli import main
from roadmapper.proposal.disclosure import NDA
from tests.ui_hands import click
from ui.evidence import EvidenceChip
from ui.pages.export_look import Look
from ui.sources import sources
from ui.window import Window
from ui.wizard import Wizard

PATH = "solution.summary"


@pytest.fixture
def wizard(window: Window, sample_file: Path) -> Wizard:
    """Return the sample, open on its first step."""
    window.open_proposal(sample_file)
    assert window.wizard is not None
    return window.wizard


def test_a_chip_says_that_all_sources_behind_an_answer_are_weak(wizard: Wizard) -> None:
    wizard.go("solution")
    chip = wizard.page.body.fields[PATH].findChild(EvidenceChip)

    assert isinstance(chip, EvidenceChip)
    assert chip.text() == "1 source, weak"
    wizard.opened.bridge.change({f"_evidence.{PATH}": ("e8", "e4")}, "Add a trial")
    assert chip.text() == "2 sources"


def test_a_chip_says_that_a_source_no_longer_stands(wizard: Wizard) -> None:
    wizard.go("solution")
    chip = wizard.page.body.fields[PATH].findChild(EvidenceChip)
    assert isinstance(chip, EvidenceChip)

    wizard.opened.bridge.change({f"_evidence.{PATH}": ("e8", "e4")}, "Add a trial")
    wizard.opened.bridge.change({"solution.evidence[e8].standing": "withdrawn"}, "It fell")

    assert [one.gone for one in sources(wizard.opened) if one.gone] == ["withdrawn"]
    chip.refresh()
    assert chip.text() == "2 sources, 1 no longer stands"


def test_a_source_due_for_review_by_the_decision_is_old(wizard: Wizard) -> None:
    wizard.opened.bridge.change({"solution.evidence[e1].review_by": "2027-05-13"}, "Due")

    assert [one.row for one in sources(wizard.opened) if one.is_old] == ["e1"]


def test_a_source_says_how_like_their_setting_it_is(wizard: Wizard) -> None:
    like = {one.row: one.like for one in sources(wizard.opened)}

    assert like["e8"] == "yes"
    assert like["e4"] == "partly"


def test_the_choice_of_what_is_under_nda_shows_once_a_source_is(wizard: Wizard) -> None:
    look = Look(wizard.opened, wizard)
    line = look.under_nda.parentWidget()
    assert line is not None
    assert line.isHidden()

    wizard.opened.bridge.change({"solution.evidence[e8].access": "under NDA"}, "Keep it close")
    assert not line.isHidden()
    click(look.under_nda.button(1))

    assert wizard.opened.value(NDA) == "titles"
    wizard.undo()
    assert look.under_nda.index == 0


def test_a_source_that_another_proposal_withdrew_is_told_at_the_register(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    other = sample_file.with_name("harrow bay.roadmap")
    shutil.copyfile(sample_file, other)
    assert main(["set", str(other), "solution.evidence[e2].standing", "withdrawn"]) == 0

    window.open_proposal(sample_file)
    assert window.wizard is not None
    watcher = window.wizard.watcher
    qtbot.waitUntil(lambda: bool(watcher.findings("solution.evidence")), timeout=20_000)

    (one,) = watcher.findings("solution.evidence")
    assert one.path == "solution.evidence[e2].standing"
    assert "“harrow bay” it is marked withdrawn. Here it stands behind" in one.message
