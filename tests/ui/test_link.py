"""Links to rows of another question."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.template.kinds import Value
from tests.ui_hands import click, press, type_text
from ui.fields.link import LinkField, LinkList
from ui.opened import Opened

PATH = "workforce.comparable"

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


def _field(opened: Opened, qtbot: QtBot) -> LinkField:
    field = LinkField(opened.question(PATH), PATH, opened)
    qtbot.addWidget(field)
    field.edited.connect(lambda value: opened.bridge.set(PATH, value))
    field.write(opened.value(PATH))
    field.resize(500, 300)
    field.show()
    qtbot.waitExposed(field)
    return field


def _list(field: LinkField) -> LinkList:
    click(field.button)
    return field.findChildren(LinkList)[-1]


def test_rows_are_linked_from_a_list_and_shown_by_name(sample: Opened, qtbot: QtBot) -> None:
    sample.bridge.set(PATH, None)
    field = _field(sample, qtbot)
    rows = sample.session.rows("solution.evidence")

    popup = _list(field)
    assert list(popup.boxes) == list(rows)
    click(popup.boxes[rows[1]])
    popup.close()

    assert sample.value(PATH) == (rows[1],)
    reference = sample.text(f"solution.evidence[{rows[1]}].reference")
    assert field.lines[rows[1]].title.accessibleName() == reference


def test_a_link_is_let_go_with_its_button(sample: Opened, qtbot: QtBot) -> None:
    rows = sample.session.rows("solution.evidence")
    sample.bridge.set(PATH, rows[:2])
    field = _field(sample, qtbot)

    click(field.lines[rows[0]].button)

    assert sample.value(PATH) == (rows[1],)
    assert list(field.lines) == [rows[1]]


def test_the_list_is_searched_and_closed_with_keys(sample: Opened, qtbot: QtBot) -> None:
    rows = tuple(f"s{number}" for number in range(9))
    names: dict[str, Value] = {
        f"solution.evidence[{row}].reference": f"Study {row[1:]}" for row in rows
    }
    sample.bridge.change({"solution.evidence": rows, **names}, "Fill")
    field = _field(sample, qtbot)
    popup = _list(field)

    type_text(popup.search, "study 4")
    shown = [box.accessibleName() for box in popup.boxes.values() if not box.isHidden()]
    assert shown == ["Study 4"]

    press(popup.search, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert QApplication.activePopupWidget() is None


def test_a_link_to_a_removed_row_stays_and_says_so(sample: Opened, qtbot: QtBot) -> None:
    sample.bridge.set(PATH, ("gone",))

    field = _field(sample, qtbot)

    assert field.lines["gone"].title.accessibleName() == "A row that was removed"
    assert field.read() == ("gone",)


def test_without_rows_the_list_says_where_to_add_them(opened: Opened, qtbot: QtBot) -> None:
    field = _field(opened, qtbot)
    popup = _list(field)

    assert not popup.boxes
    assert popup.height() > 40
