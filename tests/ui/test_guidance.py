"""The panel beside a step: what the guide says, sources to attach, and what is strong."""

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper import paths
from roadmapper.template.guide import guide_of
from roadmapper.template.load import load_template
from tests.ui_hands import click, press, type_text
from ui.guidance import EVIDENCE
from ui.hints import Hints
from ui.parts.buttons import Button
from ui.sources import source_data
from ui.window import Window
from ui.wizard import Wizard


def _buttons(hints: Hints) -> list[Button]:
    # What was just added shows with the next turn of events.
    QApplication.processEvents()
    return [one for one in hints.findChildren(Button) if not one.isHidden()]


_WHY = "deal.compelling_event"


def _wizard(window: Window, path: Path) -> Wizard:
    window.resize(1440, 900)
    window.open_proposal(path)
    assert window.wizard is not None
    window.wizard.guidance.show()
    return window.wizard


def test_every_step_has_a_saying_and_marks_of_a_strong_answer() -> None:
    template = load_template(paths.templates() / "partnership")
    guide = guide_of(template)
    sections = {section.id for section in template.sections}

    assert {one.section for one in guide.sayings} == sections
    assert {one.section for one in guide.strong} == sections


def test_a_strong_answer_ticks_itself(window: Window, empty_file: Path, qtbot: QtBot) -> None:
    wizard = _wizard(window, empty_file)
    mark = wizard.guidance.hints.marks["Names the decision and when it is wanted"]
    qtbot.waitUntil(lambda: not wizard.watcher.is_looking)
    assert not mark.is_ticked

    with qtbot.waitSignal(wizard.watcher.looked):
        wizard.opened.bridge.set("deal.decision_date", "2027-05-14")

    assert mark.is_ticked
    assert mark.accessibleName() == "Names the decision and when it is wanted: is there"


def test_enter_attaches_a_source_to_the_answer_one_is_in(window: Window, sample_file: Path) -> None:
    wizard = _wizard(window, sample_file)
    wizard.go_to(_WHY)
    click(wizard.guidance.tabs.button(EVIDENCE))
    page = wizard.guidance.evidence
    free = next(one for one in page.list.checks if not one.isChecked())
    type_text(page.list.search, free.source.title.split()[0])

    free.setFocus()
    press(free, Qt.Key.Key_Return)

    assert free.source.row in wizard.opened.answers.rows(f"_evidence.{_WHY}")
    assert free.source.title in [one.accessibleName() for one in page.links]


def test_a_source_attached_on_this_step_leads_to_its_answer(
    window: Window, sample_file: Path
) -> None:
    wizard = _wizard(window, sample_file)
    row = wizard.opened.answers.rows("solution.evidence")[0]
    wizard.opened.bridge.set(f"_evidence.{_WHY}", (row,))
    click(wizard.guidance.tabs.button(EVIDENCE))

    click(wizard.guidance.evidence.links[0])

    focus = QApplication.focusWidget()
    assert focus is not None
    assert wizard.page.body.fields[_WHY].isAncestorOf(focus)


def test_a_source_dropped_on_an_answer_stands_behind_it(window: Window, sample_file: Path) -> None:
    wizard = _wizard(window, sample_file)
    row = wizard.opened.answers.rows("solution.evidence")[1]
    field = wizard.page.body.fields["deal.promise"]
    data, none = source_data(row), Qt.KeyboardModifier.NoModifier
    link, left = Qt.DropAction.LinkAction, Qt.MouseButton.LeftButton

    coming = QDragEnterEvent(QPoint(5, 5), link, data, left, none)
    QApplication.sendEvent(field, coming)
    assert coming.isAccepted()
    QApplication.sendEvent(field, QDropEvent(QPoint(5, 5).toPointF(), link, data, left, none))

    assert wizard.opened.answers.rows("_evidence.deal.promise") == (row,)


def test_the_pages_of_a_step_are_listed_once_they_are_there(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, sample_file)
    wizard.go("pricing")
    hints = wizard.guidance.hints

    click(_buttons(hints)[-1])
    qtbot.waitUntil(lambda: wizard.outlet.press.proof is not None, timeout=60_000)

    proof = wizard.outlet.press.proof
    assert proof is not None
    own = next(one for one in proof.chapters if one.section == "pricing")
    assert f"{own.title}, page {own.page}" in [one.text() for one in _buttons(hints)]


def test_in_a_narrow_window_guidance_lies_over_the_step_until_escape(
    window: Window, sample_file: Path
) -> None:
    wizard = _wizard(window, sample_file)
    window.resize(1024, 700)
    QApplication.processEvents()
    assert wizard.guidance.isHidden()
    width = wizard.page.width()

    press(window, Qt.Key.Key_F1)
    QApplication.processEvents()

    assert wizard.guidance.isVisible()
    assert wizard.page.width() == width
    assert wizard.guidance.geometry().right() == wizard.width() - 1
    wizard.guidance.tabs.button(EVIDENCE).setFocus()
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert wizard.guidance.isHidden()
