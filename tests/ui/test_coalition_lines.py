"""Step 3: lines between roles, drawn and removed with the pointer and with keys."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt

from tests.ui_hands import body_at, click, drag, hold, move_to, press
from ui.pages.coalition import CoalitionPage
from ui.pages.coalition_lines import Line
from ui.pages.coalition_plane import Curve
from ui.toasts import toasts_of
from ui.window import Window

WORD = Line("cio", "cfo", "listens_to")


@pytest.fixture
def page(window: Window, sample_file: Path) -> CoalitionPage:
    """Return the page of the filled sample."""
    return body_at(window, sample_file, "coalition", CoalitionPage)


def _heard(page: CoalitionPage, row: str) -> tuple[str, ...]:
    return page.people.person(row).listens_to


def _to(page: CoalitionPage, start: str, end: str) -> tuple[QPoint, QPoint]:
    """Return the dot of a node and the middle of another, as the first node sees them."""
    node, other = page.map.nodes[start], page.map.nodes[end]
    return node.dot.toPoint(), other.geometry().center() - node.pos()


def _middle(page: CoalitionPage, line: Line) -> QPoint:
    way = page.map.links.way(line)
    assert way is not None
    return way.at(0.5).toPoint()


def test_a_line_is_drawn_from_the_dot_of_a_role_to_another(page: CoalitionPage) -> None:
    before, place = _heard(page, "ciso"), page.map.nodes["coo"].pos()

    drag(page.map.nodes["coo"], *_to(page, "coo", "ciso"))

    assert _heard(page, "ciso") == (*before, "coo")
    assert page.map.nodes["coo"].pos() == place
    page._opened.bridge.undo()
    assert _heard(page, "ciso") == before


def test_a_line_that_ends_nowhere_is_not_drawn(page: CoalitionPage) -> None:
    heard = {row: _heard(page, row) for row in page.people.rows}
    node = page.map.nodes["coo"]

    drag(node, node.dot.toPoint(), node.dot.toPoint() + QPoint(90, 170))

    assert {row: _heard(page, row) for row in page.people.rows} == heard
    assert page.map.drawing.way() is None


def test_escape_gives_up_a_line_in_the_hand(page: CoalitionPage) -> None:
    node = page.map.nodes["coo"]
    start, end = _to(page, "coo", "ciso")
    begin = hold(node, start)
    move_to(node, begin + (end - start))
    assert page.map.drawing.way() is not None
    assert page.map.nodes["ciso"].is_aim

    press(node, Qt.Key.Key_Escape)

    assert page.map.drawing.way() is None
    assert not page.map.nodes["ciso"].is_aim


def test_a_line_is_drawn_with_keys(page: CoalitionPage) -> None:
    node = page.map.nodes["cfo"]
    node.setFocus()

    press(node, Qt.Key.Key_L)
    assert page.map.nodes["cio"].is_aim
    press(node, Qt.Key.Key_Down)
    press(node, Qt.Key.Key_Down)
    assert page.map.nodes["ciso"].is_aim
    press(node, Qt.Key.Key_Return)

    assert "cfo" in _heard(page, "ciso")
    assert node.hasFocus()
    assert (page.people.person("cfo").stance, page.people.person("cfo").influence) == (-1, 5)


def test_keys_remove_a_line_that_is_there(page: CoalitionPage) -> None:
    page.lines.join("cio", "cfo")
    node = page.map.nodes["cio"]
    node.setFocus()
    press(node, Qt.Key.Key_L)
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Left):
        press(node, key)
    assert page.map.nodes["cfo"].is_aim

    press(node, Qt.Key.Key_Delete)

    assert "cio" not in _heard(page, "cfo")
    assert "cio" in page.people.rows


def test_keys_give_a_line_up_when_the_focus_goes(page: CoalitionPage) -> None:
    node = page.map.nodes["cfo"]
    node.setFocus()
    press(node, Qt.Key.Key_L)

    press(node, Qt.Key.Key_Tab)

    assert page.map.drawing.way() is None
    assert not any(one.is_aim for one in page.map.nodes.values())


def test_a_line_is_picked_with_a_click_and_removed_with_delete(page: CoalitionPage) -> None:
    page.lines.join("cio", "cfo")
    click(page.map, _middle(page, WORD))
    assert page.map.links.picked == WORD
    assert page.map.links.remove.isVisible()

    press(page.map, Qt.Key.Key_Delete)

    assert "cio" not in _heard(page, "cfo")
    toasts = toasts_of(page)
    assert toasts is not None
    assert toasts.shown[-1].words == "Line removed CFO listens to CIO"
    click(toasts.shown[-1].action)
    assert "cio" in _heard(page, "cfo")


def test_a_picked_line_has_a_button_that_removes_it(page: CoalitionPage) -> None:
    line = Line("cio", "cmio", "reports_to")
    click(page.map, _middle(page, line))

    click(page.map.links.remove)

    assert page.people.person("cmio").boss == ""
    assert page.map.links.remove.isHidden()


def test_a_line_is_let_go_by_a_click_beside_it_or_escape(page: CoalitionPage) -> None:
    line = Line("cio", "cmio", "reports_to")
    click(page.map, _middle(page, line))
    assert page.map.links.picked == line

    click(page.map, page.map.plane.area.bottomLeft().toPoint() + QPoint(9, -9))
    assert page.map.links.picked is None
    click(page.map, _middle(page, line))
    press(page.map, Qt.Key.Key_Escape)
    assert page.map.links.picked is None
    assert page.map.nodes["cmio"].hasFocus()


def test_who_is_listened_to_is_picked_in_the_inspector(page: CoalitionPage) -> None:
    page.pick("ciso")
    field = page.inspector.fields["listens_to"]

    field.edited.emit(field.path, ("coo",))

    assert Line("coo", "ciso", "listens_to") in page.map.links.lines


def test_the_dot_of_a_role_is_seen_under_the_pointer(page: CoalitionPage) -> None:
    page.map.nodes["cmio"].setFocus()
    node = page.map.nodes["coo"]
    before = node.grab().toImage()

    node.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, True)

    assert node.grab().toImage() != before


def test_a_caption_without_room_floats_over_the_map_when_it_is_looked_at(
    page: CoalitionPage,
) -> None:
    values = {
        f"coalition.people[{row}].{column}": value
        for row in page.people.rows
        for column, value in (("stance", "0"), ("influence", "3"))
    }
    page._opened.bridge.change(dict(values), "Crowd them")
    hidden = [row for row in page.people.rows if row not in page.map.captions.places]
    assert hidden

    page.map.nodes[hidden[0]].setFocus()
    assert page.map.captions.isVisible()
    page.map.captions.show_under(hidden[-1], True)
    assert page.map.captions._words == page.people.person(hidden[-1]).caption


def test_a_point_is_as_far_from_a_line_as_it_looks() -> None:
    way = Curve(QPointF(0, 0), QPointF(50, 0), QPointF(100, 0))

    assert way.distance(QPointF(50, 6)) == pytest.approx(6)
    assert way.distance(QPointF(103, 4)) == pytest.approx(5)
