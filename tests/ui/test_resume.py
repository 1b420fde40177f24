"""The card on Home that leads back into the last proposal, and what is told as ready."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui_hands import click, press, type_text
from ui.home.beginning import Beginning
from ui.home.entries import Entry, Status, as_seen, last_edited, read_entry
from ui.home.head import summary
from ui.home.looked import Gap, Look
from ui.home.looks import look_at
from ui.home.nothing import Nothing
from ui.home.resume import Resume
from ui.window import Window

_AT = datetime(2027, 5, 3, 10, 42, tzinfo=UTC)
_SOON = 20_000


def _entry(name: str, status: Status = Status.IN_PROGRESS, days: int = 0) -> Entry:
    return Entry(Path(name), name, "", 1.0, status, _AT - timedelta(days))


@pytest.fixture
def begun(window: Window, qtbot: QtBot) -> Window:
    """Return the window on Home with one proposal that was just begun, and looked at."""
    window.resize(1440, 900)
    window.journeys.begin(Beginning("Tarn Clinics", "Night nursing", "virtual nursing", None))
    window.go_home()
    qtbot.waitUntil(lambda: bool(window.home.listing.entries))
    qtbot.waitUntil(lambda: bool(window.home.resume.gaps), timeout=_SOON)
    return window


def test_the_last_proposal_is_shown_with_its_next_step_and_three_worst_findings(
    begun: Window,
) -> None:
    resume = begun.home.resume

    assert resume.isVisible()
    assert resume.accessibleName() == "Continue where you stopped: Tarn Clinics"
    assert resume.go.text() == "Continue with opportunity"
    assert [one.gap.severity for one in resume.gaps] == ["must fix"] * 3
    assert resume.gaps[0].accessibleName().startswith("Must fix: ")
    assert resume.more.isVisible()


def test_continue_opens_the_next_open_step_with_one_key(window: Window, qtbot: QtBot) -> None:
    window.journeys.begin(Beginning("Tarn Clinics", "Night nursing", "virtual nursing", None))
    assert window.wizard is not None
    window.wizard.opened.bridge.change({"deal.vendor": "Quillon", "deal.term_years": "3"}, "Begin")
    window.go_home()
    resume = window.home.resume
    qtbot.waitUntil(lambda: resume.go.text().startswith("Continue with system"), timeout=_SOON)

    qtbot.waitUntil(resume.go.hasFocus)
    press(QApplication.focusWidget(), Qt.Key.Key_Return)

    assert window.wizard is not None
    assert window.wizard.section.id == "system"


def test_a_finding_opens_its_field(begun: Window) -> None:
    line = begun.home.resume.gaps[1]

    press(line, Qt.Key.Key_Space)

    wizard = begun.wizard
    assert wizard is not None
    assert wizard.section.id == line.gap.path.partition(".")[0]
    focus = QApplication.focusWidget()
    assert focus is not None
    assert wizard.page.body.fields[line.gap.path].isAncestorOf(focus)


def test_the_rest_of_the_findings_stands_in_the_review(begun: Window) -> None:
    click(begun.home.resume.more)

    assert begun.wizard is not None
    assert begun.wizard.section.id == "review"


def test_preview_opens_the_document(begun: Window) -> None:
    click(begun.home.resume.preview)

    assert begun.wizard is not None
    assert begun.wizard.outlet.desk.is_open


def test_the_card_makes_room_while_one_searches(begun: Window) -> None:
    type_text(begun.home.search, "tarn")
    assert not begun.home.resume.isVisible()

    press(begun.home.search, Qt.Key.Key_Escape)

    assert begun.home.search.text() == ""
    assert begun.home.resume.isVisible()


def test_down_leads_from_the_search_to_the_list_and_ctrl_f_back(begun: Window) -> None:
    press(begun.home.search, Qt.Key.Key_Down)
    assert begun.home.grid.hasFocus()

    press(begun.home.grid, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert begun.home.search.hasFocus()


def test_tab_goes_through_home_as_one_reads(begun: Window, qtbot: QtBot) -> None:
    home = begun.home
    qtbot.waitUntil(begun.isActiveWindow)
    home.search.setFocus()
    order = [
        home.open,
        home.new,
        home.resume.go,
        home.resume.preview,
        *home.resume.gaps,
        home.resume.more,
        home.bar.filter.button(0),
        home.bar.sort,
        home.bar.as_grid,
        home.grid,
    ]

    for wanted in order:
        press(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted


def test_a_complete_proposal_without_must_fix_is_told_as_ready(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    window.open_proposal(sample_file)
    window.go_home()
    listing = window.home.listing
    qtbot.waitUntil(lambda: bool(listing.entries))
    qtbot.waitUntil(lambda: listing.entry(0).status is Status.READY, timeout=_SOON)

    assert window.home.head.lead.text() == "One ready to present."
    click(window.home.bar.filter.button(2))
    assert listing.rowCount() == 1
    click(window.home.bar.filter.button(1))
    assert listing.rowCount() == 0


def test_what_was_seen_holds_until_the_file_changes(begun: Window) -> None:
    entry = begun.home.listing.entry(0)
    looker = begun.home.looker

    assert looker.seen(read_entry(entry.path)) is not None
    assert looker.seen(entry._replace(changed=_AT + timedelta(1))) is None


def test_the_sample_is_ready_and_leads_to_its_export(sample_file: Path) -> None:
    look = look_at(read_entry(sample_file))

    assert look.ready
    assert (look.step, look.gaps, look.count) == ("review", (), 0)


def test_a_delivered_proposal_is_neither_ready_nor_gone_on_with() -> None:
    sent, older = _entry("sent", Status.DELIVERED), _entry("older", days=3)
    look = Look(sent.path, sent.changed, ready=True, step="", step_title="", gaps=(), count=0)

    assert as_seen(sent, look).status is Status.DELIVERED
    assert last_edited((sent, older)) is older
    assert last_edited((sent,)) is None


def test_the_card_takes_no_look_at_another_proposal(qtbot: QtBot) -> None:
    resume = Resume()
    qtbot.addWidget(resume)
    resume.show_entry(_entry("Tarn"), None)
    gap = Gap("deal.name", "No name.", "must fix")
    other = Look(Path("Cedar"), _AT, ready=False, step="deal", step_title="x", gaps=(gap,), count=1)

    resume.take_look(other)
    assert resume.go.text() == "Continue"
    assert not resume.gaps

    resume.miss(Path("Tarn"))
    assert not resume.gaps


@pytest.mark.parametrize(
    ("search", "status", "told", "button"),
    [
        ("zebra  x", None, "No client or opportunity matches “zebra x”.", "Clear search"),
        ("zebra", Status.READY, "matches “zebra” in “Ready”.", "Clear search"),
        ("", Status.READY, "No proposals are ready yet", "Show all proposals"),
        ("", Status.DELIVERED, "No proposals were delivered yet", "Show all proposals"),
        ("", Status.IN_PROGRESS, "No proposals are in progress", "Show all proposals"),
    ],
)
def test_an_empty_list_says_why_and_what_to_do(
    search: str, status: Status | None, told: str, button: str, qtbot: QtBot
) -> None:
    nothing = Nothing()
    qtbot.addWidget(nothing)

    nothing.explain(search, status)

    assert told in nothing.told
    assert nothing.clear.text() == button


def test_the_sentence_on_home_counts_in_words() -> None:
    entries = (_entry("a"), _entry("b"), _entry("c", Status.READY), _entry("d", Status.DELIVERED))

    assert summary(entries) == "Two in progress, one ready to present, one delivered."
    assert summary(()) == ""
