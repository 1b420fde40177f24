"""What is wrong on a step: told when one leaves an answer, and at the top when one comes back."""

from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui_hands import click, type_text
from ui.field import Field
from ui.window import Window
from ui.wizard import Wizard


def _wizard(window: Window, path: Path) -> Wizard:
    window.open_proposal(path)
    assert window.wizard is not None
    return window.wizard


def _field(wizard: Wizard, path: str) -> Field:
    return wizard.page.body.fields[path]


def _told(field: Field) -> str:
    return field.told.sentence


def _look(wizard: Wizard, qtbot: QtBot) -> None:
    wizard.flush()
    # What was looked at before may still be on its way.
    qtbot.waitUntil(lambda: not wizard.watcher.is_looking)
    with qtbot.waitSignal(wizard.watcher.looked):
        wizard.watcher.look()


def test_a_wrong_answer_is_told_on_leaving_it_and_goes_while_it_is_put_right(
    window: Window, empty_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, empty_file)
    term = _field(wizard, "deal.term_years")
    wizard.go_to("deal.term_years")
    type_text(term.editor.focusProxy(), "40")
    _look(wizard, qtbot)
    assert _told(term) == ""

    wizard.go_to("deal.health_system")
    assert _told(term) == "Enter 10 or less."

    wizard.go_to("deal.term_years")
    QApplication.processEvents()
    assert _told(term) == "Enter 10 or less."
    wizard.opened.bridge.set("deal.term_years", "4")
    _look(wizard, qtbot)
    assert _told(term) == ""


def test_nothing_is_told_of_what_is_missing_before_the_step_was_left(
    window: Window, empty_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, empty_file)
    _look(wizard, qtbot)

    assert wizard.page.summary.isHidden()
    assert _told(_field(wizard, "deal.vendor")) == ""


def test_coming_back_to_a_step_tells_at_its_top_what_is_wrong_and_leads_there(
    window: Window, empty_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, empty_file)
    _look(wizard, qtbot)
    click(wizard.footer.next)
    assert wizard.section.id == "system"

    click(wizard.footer.back)

    summary = wizard.page.summary
    assert summary.isVisible()
    assert summary.accessibleName() == "Four answers need a look before this step is complete"
    assert [one.text() for one in summary.links][:2] == [
        "Health system is empty",
        "Our company is empty",
    ]
    assert _told(_field(wizard, "deal.vendor")).startswith("Enter an answer. The name that signs")
    click(summary.links[1])
    focus = QApplication.focusWidget()
    assert focus is not None
    assert _field(wizard, "deal.vendor").isAncestorOf(focus)


def test_the_summary_goes_away_as_its_answers_come_in(
    window: Window, empty_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, empty_file)
    _look(wizard, qtbot)
    wizard.go("system")
    wizard.go("deal")
    wizard.opened.bridge.change({"deal.health_system": "Lowmarsh", "deal.vendor": "Us"}, "Fill")
    _look(wizard, qtbot)
    summary = wizard.page.summary
    assert [one.text() for one in summary.links] == [
        "“What are you proposing?” is empty",
        "Proposal name is empty",
    ]

    wizard.opened.bridge.change({"deal.use_case": "other", "deal.name": "A name"}, "Fill")
    _look(wizard, qtbot)

    assert summary.isHidden()


def test_the_footer_names_what_rows_lack_and_leads_to_the_first(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, sample_file)
    wizard.go("value")
    rows = wizard.opened.answers.rows("value.drivers")
    path = f"value.drivers[{rows[-1]}].owner"
    wizard.opened.bridge.set(path, None)
    _look(wizard, qtbot)
    assert wizard.footer.state.text() == "One driver has no owner on their side"

    click(wizard.footer.state)

    field = wizard.page.body.fields["value.drivers"]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert field.isAncestorOf(focus)


def test_the_footer_counts_answers_to_check_first(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, sample_file)
    assert wizard.footer.state.isHidden()

    wizard.opened.bridge.set("deal.term_years", "40")
    _look(wizard, qtbot)

    assert wizard.footer.state.text() == "One answer to check"
    click(wizard.footer.state)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert _field(wizard, "deal.term_years").isAncestorOf(focus)


def test_the_bar_says_saving_saved_just_now_and_then_when(
    window: Window, empty_file: Path, qtbot: QtBot
) -> None:
    wizard = _wizard(window, empty_file)
    bar = wizard.topbar

    type_text(_field(wizard, "deal.health_system").editor.focusProxy(), "Low")
    assert bar.saved.text() == "Saving"

    wizard.flush()
    assert bar.saved.text() == "Saved just now"
    bar._settled.setInterval(0)
    bar._settled.start()
    qtbot.waitUntil(lambda: bar.saved.text() not in ("Saved just now", "Saving"))
    assert bar.saved.text().startswith("Saved ")
    assert bar.saved.text().count(":") == 2
