"""The answer editor, with real keys: what is typed, formatted, pasted and kept."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui_hands import click, press, type_text
from ui.fields.kinds import editor
from ui.fields.prose import ProseField
from ui.fields.prose_link import LinkPopover
from ui.fields.textline import TextLineField
from ui.opened import Opened
from ui.window import Window

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PATH = "deal.compelling_event"


@pytest.fixture
def field(opened: Opened, qtbot: QtBot) -> Iterator[ProseField]:
    """Return an empty answer editor with the focus."""
    one = editor(opened.question(PATH), PATH, opened)
    assert isinstance(one, ProseField)
    qtbot.addWidget(one)
    one.resize(600, 300)
    one.show()
    qtbot.waitExposed(one)
    one.text.setFocus()
    yield one
    one.close()


def _select_back(field: ProseField, letters: int) -> None:
    for _ in range(letters):
        press(field.text, Qt.Key.Key_Left, SHIFT)


def _paste(field: ProseField, *, html: str = "", text: str = "") -> None:
    source = QMimeData()
    if html:
        source.setHtml(html)
    source.setText(text)
    field.text.insertFromMimeData(source)


def test_what_is_typed_is_sent_after_a_pause(field: ProseField, qtbot: QtBot) -> None:
    with qtbot.waitSignal(field.edited) as sent:
        type_text(field.text, "Two hours a day.")

    assert sent.args == ["Two hours a day."]


def test_stars_and_numbers_typed_by_hand_stay_what_they_are(field: ProseField) -> None:
    type_text(field.text, "*a* costs 1. {figures.pricing.term_fee}")

    kept = field.read()
    field.write(kept)

    assert field.text.plain() == "*a* costs 1. {figures.pricing.term_fee}"
    assert kept == "\\*a\\* costs 1. {figures.pricing.term_fee}"


def test_control_b_makes_the_selection_bold_and_back(field: ProseField) -> None:
    type_text(field.text, "a word")
    _select_back(field, 4)

    press(field.text, Qt.Key.Key_B, CONTROL)
    assert field.read() == "a **word**"
    assert field.tools["bold"].isChecked()

    press(field.text, Qt.Key.Key_B, CONTROL)
    assert field.read() == "a word"


def test_the_italic_button_leaves_the_cursor_in_the_text(field: ProseField) -> None:
    type_text(field.text, "a")

    click(field.tools["italic"])
    type_text(field.text, "bc")

    assert field.read() == "a\\|*bc*"
    assert field.text.hasFocus()


@pytest.mark.parametrize(
    ("typed", "kept"), [("- one", "- one"), ("* one", "- one"), ("1. one", "1. one")]
)
def test_a_mark_and_a_space_make_a_list(field: ProseField, typed: str, kept: str) -> None:
    type_text(field.text, typed)

    assert field.read() == kept


def test_enter_goes_on_with_a_list_and_leaves_it_from_an_empty_item(field: ProseField) -> None:
    type_text(field.text, "- one")
    press(field.text, Qt.Key.Key_Return)
    type_text(field.text, "two")
    press(field.text, Qt.Key.Key_Return)
    press(field.text, Qt.Key.Key_Return)
    type_text(field.text, "End")

    assert field.read() == "- one\n- two\n\nEnd"


def test_tab_nests_an_item_and_shift_tab_brings_it_back(field: ProseField) -> None:
    type_text(field.text, "- one")
    press(field.text, Qt.Key.Key_Return)
    type_text(field.text, "two")

    press(field.text, Qt.Key.Key_Tab)
    assert field.read() == "- one\n  - two"

    press(field.text, Qt.Key.Key_Backtab, SHIFT)
    assert field.read() == "- one\n- two"


def test_backspace_at_the_start_of_an_item_leaves_the_list(field: ProseField) -> None:
    type_text(field.text, "- one")
    press(field.text, Qt.Key.Key_Home)

    press(field.text, Qt.Key.Key_Backspace)

    assert field.read() == "one"


@pytest.mark.parametrize(
    ("key", "kept"), [(Qt.Key.Key_Asterisk, "- one"), (Qt.Key.Key_7, "1. one")]
)
def test_keys_make_a_list_and_take_it_away(field: ProseField, key: Qt.Key, kept: str) -> None:
    type_text(field.text, "one")

    press(field.text, key, CONTROL | SHIFT)
    assert field.read() == kept

    press(field.text, key, CONTROL | SHIFT)
    assert field.read() == "one"


def test_shift_enter_breaks_a_line_inside_a_paragraph(field: ProseField) -> None:
    type_text(field.text, "a")
    press(field.text, Qt.Key.Key_Return, SHIFT)
    type_text(field.text, "- b")

    assert field.read() == "a\n\\|- b"


def _open_link(field: ProseField) -> LinkPopover:
    press(field.text, Qt.Key.Key_L, CONTROL)
    popover = field.findChild(LinkPopover)
    assert isinstance(popover, LinkPopover)
    return popover


def test_a_link_is_made_changed_and_removed(field: ProseField, qtbot: QtBot) -> None:
    type_text(field.text, "the report")
    _select_back(field, 6)
    popover = _open_link(field)
    type_text(popover.address, "javascript:x")
    click(popover.save)
    assert popover.wrong.isVisible()

    popover.address.clear()
    type_text(popover.address, "example.org/a")
    press(popover.address, Qt.Key.Key_Return)
    assert field.read() == "the [report](https://example.org/a)"

    type_text(field.text, " now")
    assert field.read() == "the [report](https://example.org/a) now"

    qtbot.waitUntil(lambda: field.findChild(LinkPopover) is None)
    press(field.text, Qt.Key.Key_Home)
    for _ in range(6):
        press(field.text, Qt.Key.Key_Right)
    click(_open_link(field).remove)
    assert field.read() == "the report now"


def test_pasted_text_keeps_allowed_formats_only(field: ProseField) -> None:
    _paste(
        field,
        html="<h1 style='color:red'>Head</h1><table><tr><td>a</td><td><i>b</i></td></tr></table>"
        "<p>c <a href='ftp://x.org'>d</a><img src='p.png'></p><ul><li>e</li></ul>",
    )

    assert field.read() == "**Head**\n\na\n\n*b*\n\nc d\n\n- e"


def test_pasted_plain_text_makes_paragraphs_and_lists(field: ProseField) -> None:
    type_text(field.text, "Start: ")

    _paste(field, text="so *far*\n\n- one\n- two")

    assert field.read() == "Start: so \\*far\\*\n\n- one\n- two"


def test_text_pasted_inside_a_line_stays_there(field: ProseField) -> None:
    type_text(field.text, "from 5 ")

    _paste(field, text="- 7")
    _paste(field, text="\n- one\n- two\n")

    assert field.read() == "from 5 - 7\n\n- one\n- two"


def test_what_is_copied_is_pasted_as_it_was(field: ProseField) -> None:
    kept = "**a** b\n\n- [c](https://x.org)\n  - d\n\nEnd"
    field.write(kept)

    press(field.text, Qt.Key.Key_A, CONTROL)
    press(field.text, Qt.Key.Key_C, CONTROL)
    press(field.text, Qt.Key.Key_V, CONTROL)

    assert field.read() == kept


def test_showing_and_leaving_changes_nothing(field: ProseField) -> None:
    sent: list[object] = []
    field.edited.connect(sent.append)
    odd = "* one\n3) two\n\n\n**a** "

    field.write(odd)
    press(field.text, Qt.Key.Key_End)
    field.flush()
    field.text.clearFocus()

    assert field.read() == odd
    assert sent == []


def test_it_grows_from_three_lines_to_twelve(field: ProseField) -> None:
    least = field.text.height()
    for _ in range(6):
        press(field.text, Qt.Key.Key_Return)
    between = field.text.height()
    for _ in range(20):
        press(field.text, Qt.Key.Key_Return)

    assert least < between < field.text.height()
    assert field.text.height() < 13 * 24
    assert field.text.verticalScrollBar().maximum() > 0


def _wheel(field: ProseField) -> bool:
    place = QPointF(5, 5)
    event = QWheelEvent(
        place, place, QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(field.text.viewport(), event)
    return event.isAccepted()


def test_the_wheel_scrolls_the_page_until_the_text_has_focus_and_overflows(
    field: ProseField,
) -> None:
    assert not _wheel(field)

    field.write("a\n\n" * 40)
    assert _wheel(field)

    field.text.clearFocus()
    assert not _wheel(field)


def test_words_are_counted_beside_what_reads_well(field: ProseField, qtbot: QtBot) -> None:
    type_text(field.text, "Two hours a day.")

    qtbot.waitUntil(lambda: field.count.text() == "4 words, up to about 110 read well")


def test_long_text_stays_responsive(field: ProseField) -> None:
    _paste(field, text="Words and more words.\n" * 5000)
    field.flush()

    type_text(field.text, "x")
    field.text.moveCursor(QTextCursor.MoveOperation.Start)

    assert str(field.read()).endswith("x")


def test_undo_is_that_of_the_proposal(window: Window, empty_file: Path) -> None:
    window.open_proposal(empty_file)
    assert window.wizard is not None
    one = window.wizard.page.body.fields[PATH].editor
    assert isinstance(one, ProseField)
    one.text.setFocus()
    type_text(one.text, "Their contract ends.")

    press(one.text, Qt.Key.Key_Z, CONTROL)

    assert one.read() is None
    assert window.wizard.opened.value(PATH) is None


def test_a_long_line_wraps_and_enter_does_not_break_it(opened: Opened, qtbot: QtBot) -> None:
    one = editor(opened.question("deal.promise"), "deal.promise", opened)
    assert isinstance(one, TextLineField)
    qtbot.addWidget(one)
    one.resize(300, 100)
    one.show()
    low = one.text.height()

    type_text(one.text, "A promise that is longer than its box is wide, ")
    press(one.text, Qt.Key.Key_Return)
    type_text(one.text, "so it wraps.")

    assert one.read() == "A promise that is longer than its box is wide, so it wraps."
    assert one.text.height() > low


def test_a_placeholder_tells_what_it_stands_for_now(sample: Opened) -> None:
    from ui.fields.prose_words import hole_at, meaning  # noqa: PLC0415 - only this test

    assert hole_at("by {deal.decision_date}.", 6) == "deal.decision_date"
    assert hole_at("by {deal.decision_date}.", 1) == ""
    assert meaning(sample, PATH, "deal.decision_date") == "Now: May 14, 2027"
    assert meaning(sample, PATH, "figures.none").startswith("Nothing is known")
