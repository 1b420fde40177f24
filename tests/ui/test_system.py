"""Step 2: putting priorities in order, saying how we know them and how far we serve them."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from roadmapper.gather import gather
from roadmapper.proposal.progress import counts
from roadmapper.template.model import Condition
from tests.ui_hands import body_at, click, drag, hold, move_to, press, type_text
from ui import theme
from ui.pages.coalition_people import People
from ui.pages.system import SystemPage
from ui.pages.system_row import RankRow
from ui.parts.labels import Label
from ui.toasts import Toast, toasts_of
from ui.window import Window

_ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: Window, sample_file: Path) -> SystemPage:
    """Return the page of the filled sample."""
    return body_at(window, sample_file, "system", SystemPage)


@pytest.fixture
def empty(window: Window, empty_file: Path) -> SystemPage:
    """Return the page of an empty proposal."""
    return body_at(window, empty_file, "system", SystemPage)


def _row(page: SystemPage, place: int) -> RankRow:
    return page.ranking.rows[page.priorities.ranked[place]]


def _toast(page: SystemPage) -> Toast:
    toasts = toasts_of(page)
    assert toasts is not None
    return toasts.shown[-1]


def _says(page: SystemPage, words: str) -> bool:
    return any(one.text() == words and one.isVisible() for one in page.findChildren(Label))


def _drag_down(row: RankRow, rows: float) -> None:
    start = QPoint(row.width() // 2, 8)
    drag(row, start, start + QPoint(0, round(rows * (row.height() + theme.px(8)))))


def test_a_row_is_dragged_to_another_place_as_one_step(page: SystemPage) -> None:
    _drag_down(_row(page, 0), 2)

    assert page.priorities.ranked[:3] == ("r2", "r3", "r1")
    tops = [page.ranking.rows[name].y() for name in page.priorities.ranked]
    assert tops == sorted(tops)
    page._opened.bridge.undo()
    assert page.priorities.ranked[:3] == ("r1", "r2", "r3")


def test_others_slide_to_make_room_while_a_row_is_in_the_hand(
    page: SystemPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(theme, "duration", lambda _name: 140)
    second = page.ranking.rows["r2"]
    before = second.y()

    _drag_down(_row(page, 0), 1)

    qtbot.waitUntil(lambda: second.y() == 0)
    assert before > 0
    assert page.priorities.ranked[:2] == ("r2", "r1")


def test_escape_gives_the_drag_up(page: SystemPage) -> None:
    row = _row(page, 0)
    begin = hold(row, QPoint(row.width() // 2, 8))
    move_to(row, begin + QPoint(0, 150))
    assert row.is_lifted
    assert row.y() > 0

    press(row, Qt.Key.Key_Escape)

    assert not row.is_lifted
    assert page.priorities.ranked[0] == row.row
    assert row.y() == 0


def test_alt_and_arrows_move_a_row_and_the_cursor_stays_on_it(page: SystemPage) -> None:
    row = _row(page, 1)
    page.ranking.focus_row(row.row)

    press(row, Qt.Key.Key_Down, _ALT)
    press(row, Qt.Key.Key_Down, _ALT)

    assert page.priorities.ranked.index(row.row) == 3
    assert row.hasFocus()
    assert row.accessibleName().startswith("AI strategy, 4 of 10")


def test_arrows_go_from_row_to_row_and_tab_leaves_the_list(page: SystemPage) -> None:
    page.ranking.focus_first()
    press(_row(page, 0), Qt.Key.Key_Down)
    press(_row(page, 1), Qt.Key.Key_End)

    assert _row(page, 9).hasFocus()
    stops = [
        one for one in page.ranking.rows.values() if one.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert stops == [_row(page, 9)]


def test_digits_set_the_fit(page: SystemPage) -> None:
    row = _row(page, 0)

    for key, fit in ((Qt.Key.Key_3, 3), (Qt.Key.Key_0, 0)):
        press(row, key)
        assert page.priorities.fit(row.row) == fit
    assert "our fit: Not served" in row.accessibleName()


def test_a_click_on_a_bar_sets_the_fit_and_takes_it_back(page: SystemPage) -> None:
    bars = _row(page, 0).fit

    click(bars, bars.bar(2).center().toPoint())
    assert page.priorities.fit("r1") == 2
    click(bars, bars.bar(2).center().toPoint())
    assert page.priorities.fit("r1") == 1


def test_confirming_asks_how_we_know(empty: SystemPage) -> None:
    click(empty.chips["r2"])
    row = empty.ranking.rows["r2"]
    assert row.status.text() == "Assumed"

    click(row.status)

    assert row.status.text() == "Confirmed"
    assert row.details is not None
    source = row.details.fields["source"]
    assert source.isAncestorOf(row.window().focusWidget())
    type_text(row.window().focusWidget(), "Their AI paper")
    empty.flush()
    assert empty.priorities.text("r2", "source") == "Their AI paper"


def test_nothing_is_ranked_until_something_was_heard(empty: SystemPage) -> None:
    assert not empty.priorities.ranked
    assert len(empty.chips) == 10
    assert next(iter(empty.chips.values())).hasFocus()

    press(empty.chips["r6"], Qt.Key.Key_Return)
    press(empty.chips["r2"], Qt.Key.Key_Return)

    assert empty.priorities.ranked == ("r6", "r2")
    assert set(empty.chips) == {"r1", "r3", "r4", "r5", "r7", "r8", "r9", "r10"}


def test_what_is_taken_out_is_not_printed_and_not_lost(page: SystemPage) -> None:
    row = page.ranking.rows["r2"]
    page.ranking.focus_row("r2")

    press(row, Qt.Key.Key_Delete)

    assert "r2" not in page.priorities.ranked
    assert page.ranking.rows["r3"].hasFocus()
    facts = gather(page._opened.template, page._opened.answers)
    where = Condition("", "is_not", "no", column="confirmed")
    assert "r2" not in facts.chosen_rows("system.priorities", (where,))
    click(page.chips["r2"])
    assert page.priorities.ranked[-1] == "r2"
    assert page.priorities.text("r2", "answer")


def test_a_ranking_without_a_strong_fit_says_so(empty: SystemPage) -> None:
    click(empty.chips["r2"])
    assert empty._no_fit.isHidden()

    press(empty.ranking.rows["r2"], Qt.Key.Key_1)
    assert not empty._no_fit.isHidden()
    press(empty.ranking.rows["r2"], Qt.Key.Key_2)
    assert empty._no_fit.isHidden()


def test_market_notes_say_whom_they_are_about(page: SystemPage) -> None:
    words = [label.text() for label in page.findChildren(Label) if label.isVisible()]

    assert "Market notes are for CIOs, CMIOs and CNIOs together, from the CMIO guide." in words
    for note in ("75% say it rose", "67% say it rose", "58% say it rose", "53% say it rose"):
        assert note in words


def test_a_screen_reader_finds_a_list_with_items(page: SystemPage) -> None:
    listed = QAccessible.queryAccessibleInterface(page.ranking)
    item = QAccessible.queryAccessibleInterface(_row(page, 0))

    assert listed.role() == QAccessible.Role.List
    assert item.role() == QAccessible.Role.ListItem
    assert "Cyberthreat detection and response, 1 of 10" in item.text(QAccessible.Text.Name)


def test_a_tile_says_where_the_cmio_reports(page: SystemPage) -> None:
    tiles = page.reports.tiles
    assert tiles[3].isChecked()

    click(tiles[1])
    assert page._opened.text("system.cmio_reports_to") == "CMO / chief physician executive"
    assert page._opened.value("system.cmio_dotted_line") is None

    click(tiles[3])
    assert page._opened.value("system.cmio_dotted_line") == ("CIO",)
    assert tiles[3].accessibleDescription() == "CMO and CIO"


def test_a_tile_moves_the_line_in_step_3_as_one_step(page: SystemPage) -> None:
    bridge = page._opened.bridge
    assert page._opened.value("coalition.people[cmio].reports_to") == ("cio",)

    click(page.reports.tiles[1])

    assert page._opened.value("coalition.people[cmio].reports_to") == ("cmo",)
    assert _toast(page).words == "The CMIO reports to the CMO Step 3 has this line too."
    bridge.undo()
    assert page._opened.value("coalition.people[cmio].reports_to") == ("cio",)
    assert page._opened.text("system.cmio_reports_to") == "CIO"


def test_a_tile_adds_the_roles_that_are_missing(empty: SystemPage) -> None:
    people = People(empty._opened)

    click(empty.reports.tiles[3])

    assert [one.role for one in people.all()] == ["CMIO", "CIO", "CMO"]
    assert people.all()[0].boss == people.rows[1]
    assert _toast(empty).words == (
        "The CMIO reports to the CIO, with a dotted line to the CMO "
        "CMIO and CIO and CMO added in step 3."
    )
    click(_toast(empty).action)
    assert not people.rows
    assert not empty._opened.text("system.cmio_reports_to")


def test_an_answer_without_a_tile_is_written_out(page: SystemPage) -> None:
    page._opened.bridge.change(
        {"system.cmio_reports_to": "COO", "system.cmio_dotted_line": None}, "Edit"
    )

    assert not any(tile.isChecked() for tile in page.reports.tiles)
    assert page.reports._said.text() == "Reports to: COO"


def test_gaps_are_counted(page: SystemPage) -> None:
    assert page.gaps._count.text() == "3 of 5"

    click(page.gaps.boxes["healthcare affordability"])

    assert page.gaps._count.text() == "4 of 5"
    assert "healthcare affordability" in page._opened.answers.rows("system.gaps")


def test_a_gap_that_is_checked_asks_how(page: SystemPage) -> None:
    path = "system.gap_affordability"
    field = page.fields[path]
    assert not field.isVisible()

    click(page.gaps.boxes["healthcare affordability"])
    assert field.isVisible()
    assert _says(page, "Say in one sentence how you close it.")
    field.focus()
    type_text(page.window().focusWidget(), "Fewer contracts")
    page.flush()

    assert page._opened.text(path) == "Fewer contracts"
    assert not _says(page, "Say in one sentence how you close it.")
    click(page.gaps.boxes["healthcare affordability"])
    assert not field.isVisible()
    assert page._opened.text(path) == "Fewer contracts"


def test_an_address_leads_to_how_a_gap_is_closed(page: SystemPage) -> None:
    assert page.focus("system.gap_burden")
    assert page.fields["system.gap_burden"].isAncestorOf(page.window().focusWidget())

    assert page.focus("system.gap_affordability")
    assert page.gaps.boxes["administrative burden"].hasFocus()


def test_tab_goes_through_the_page_as_it_is_read(page: SystemPage) -> None:
    page.ranking.focus_first()
    seen = []
    for _ in range(6):
        press(page.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.window().focusWidget())

    assert seen[:3] == [page.facts.button, page.reports.button, page.reports.tiles[3]]
    assert seen[3] is page.gaps.boxes["administrative burden"]
    assert page.fields["system.gap_burden"].isAncestorOf(seen[4])


def test_edit_opens_the_fields_of_the_system_in_place(page: SystemPage) -> None:
    field = page.fields["system.emr"]
    assert not field.isVisible()

    click(page.facts.button)

    assert field.isVisible()
    assert page.facts.button.text() == "Done"


def test_the_card_names_who_approves_ai_and_who_is_represented(
    page: SystemPage, qtbot: QtBot
) -> None:
    first = "The AI Governance Committee must approve every AI tool that touches a chart"
    assert _says(page, first)

    page._opened.bridge.change(
        {"system.union": ("u1",), "system.union[u1].unit": "Nurses of the east campus"}, "Edit"
    )

    qtbot.waitUntil(lambda: _says(page, "Nurses of the east campus"))


def test_an_address_leads_to_the_cell_of_a_priority(page: SystemPage) -> None:
    assert page.focus("system.priorities[r4].answer")

    details = page.ranking.rows["r4"].details
    assert details is not None
    assert details.fields["answer"].isAncestorOf(page.window().focusWidget())


def test_the_short_path_leaves_out_what_is_not_essential(page: SystemPage) -> None:
    page.show_wanted(counts)

    assert page.gaps.isHidden()
    assert page.reports.isHidden()
    assert page.ranking.isVisible()


def test_an_open_row_grows_with_what_is_typed_in_it(page: SystemPage, qtbot: QtBot) -> None:
    row = page.ranking.rows["r3"]
    field = row.open_details().fields["answer"]
    field.focus()
    before = page.ranking.rows["r4"].y()

    type_text(row.window().focusWidget(), "What we bring, at some length. " * 4)

    qtbot.waitUntil(lambda: page.ranking.rows["r4"].y() > before)
    qtbot.waitUntil(lambda: row.height() >= row.height_for(row.width()))
