"""Step 3: roles on a map, what is written about them, and the other views of the same rows."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QFontMetrics

from roadmapper.gather import gather
from roadmapper.proposal.facts import public_answers
from tests.ui_hands import body_at, click, drag, hold, move_to, press, type_text
from ui.pages.coalition import CoalitionPage
from ui.pages.coalition_node import RoleNode
from ui.pages.coalition_views import few
from ui.parts.labels import Label
from ui.window import Window


@pytest.fixture
def page(window: Window, sample_file: Path) -> CoalitionPage:
    """Return the page of the filled sample."""
    return body_at(window, sample_file, "coalition", CoalitionPage)


@pytest.fixture
def empty(window: Window, empty_file: Path) -> CoalitionPage:
    """Return the page of an empty proposal."""
    return body_at(window, empty_file, "coalition", CoalitionPage)


def _middle(node: RoleNode) -> QPoint:
    return node.rect().center()


def _said(page: CoalitionPage, row: str) -> tuple[float | None, float | None]:
    person = page.people.person(row)
    return person.stance, person.influence


def _drag_to(page: CoalitionPage, row: str, point: QPointF) -> None:
    node = page.map.nodes[row]
    way = point.toPoint() - node.geometry().center()
    drag(node, _middle(node), _middle(node) + way)


def test_a_drag_changes_stance_and_influence_as_one_step(page: CoalitionPage) -> None:
    assert _said(page, "cfo") == (-1, 5)

    _drag_to(page, "cfo", page.map.plane.point(1, 3) + QPointF(9, -7))

    assert _said(page, "cfo") == (1, 3)
    middle = QPointF(page.map.nodes["cfo"].geometry().center())
    assert (middle - page.map.plane.point(1, 3)).manhattanLength() < 4
    page._opened.bridge.undo()
    assert _said(page, "cfo") == (-1, 5)


def test_escape_gives_a_drag_up(page: CoalitionPage) -> None:
    node = page.map.nodes["cfo"]
    before = node.pos()
    begin = hold(node, _middle(node))
    move_to(node, begin + QPoint(200, 150))
    assert node.pos() != before

    press(node, Qt.Key.Key_Escape)

    assert node.pos() == before
    assert _said(page, "cfo") == (-1, 5)


def test_arrows_move_a_role_by_one_step_and_stop_at_the_edge(page: CoalitionPage) -> None:
    node = page.map.nodes["cfo"]
    node.setFocus()

    press(node, Qt.Key.Key_Up)
    assert _said(page, "cfo") == (-1, 5)
    press(node, Qt.Key.Key_Right)
    press(node, Qt.Key.Key_Down)

    assert _said(page, "cfo") == (0, 4)
    assert node.accessibleName().startswith("CFO, neutral, influence 4 of 5, needed: supportive")


def test_enter_opens_what_is_written_about_a_role(page: CoalitionPage) -> None:
    node = page.map.nodes["cfo"]
    node.setFocus()

    press(node, Qt.Key.Key_Return)

    assert page.inspector.row == "cfo"
    assert page.inspector.fields["concern"].isAncestorOf(page.window().focusWidget())


def test_what_is_written_is_kept_at_the_address_of_its_role(page: CoalitionPage) -> None:
    page.open("cio")
    field = page.inspector.fields["concern"]
    press(page.window().focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(page.window().focusWidget(), "Too many vendors")

    page.map.nodes["coo"].setFocus()

    assert page._opened.text("coalition.people[cio].concern") == "Too many vendors"
    assert field.path == "coalition.people[coo].concern"


def test_the_scales_say_the_word_and_take_keys_and_clicks(page: CoalitionPage) -> None:
    page.pick("cfo")
    scale = page.inspector.scales["stance"]
    assert scale.slider.accessibleName() == "Stance today: Skeptical"

    press(scale.slider, Qt.Key.Key_Right)
    assert _said(page, "cfo")[0] == 0
    click(scale.slider, scale.slider.stop(2).toPoint())
    assert _said(page, "cfo")[0] == 2
    assert scale.slider.accessibleName() == "Stance today: Champion"


def test_a_scale_that_says_nothing_stands_nowhere_until_it_is_touched(
    empty: CoalitionPage,
) -> None:
    click(empty.first)
    slider = empty.inspector.scales["needed"].slider
    assert not slider.is_set

    click(slider, slider.stop(0).toPoint())

    assert slider.is_set
    assert empty.people.person(empty.row).needed == 0


def test_an_empty_map_begins_with_the_usual_six(empty: CoalitionPage) -> None:
    assert empty.first.text() == "Add the usual six"
    assert empty.first.hasFocus()

    press(empty.first, Qt.Key.Key_Space)

    roles = [person.role for person in empty.people.all()]
    assert roles == ["CMIO", "CIO", "CFO", "COO", "CNIO", "Department lead"]
    assert empty.map.waiting == empty.people.rows
    assert empty.map.nodes[empty.people.rows[0]].hasFocus()
    empty._opened.bridge.undo()
    assert not empty.people.rows


def test_a_role_without_a_place_is_dragged_from_the_tray(empty: CoalitionPage) -> None:
    click(empty.first)
    row = empty.people.rows[2]

    _drag_to(empty, row, empty.map.plane.point(-2, 4))

    assert _said(empty, row) == (-2, 4)
    assert row not in empty.map.waiting


def test_the_menu_offers_the_usual_roles_that_are_not_there(page: CoalitionPage) -> None:
    menu = page.adding.menu_of_roles()
    offered = [action.data() for action in menu.actions() if action.data() is not None]
    assert offered == ["CNIO", "CMO", "VP revenue cycle", "Department lead", ""]

    next(action for action in menu.actions() if action.data() == "CNIO").trigger()

    added = page.people.person(page.people.rows[-1])
    assert (added.role, added.part) == ("CNIO", "Nursing informatics")
    assert page.map.nodes[added.row].hasFocus()
    menu.close()


def test_the_menu_adds_the_usual_roles_that_are_not_there(page: CoalitionPage) -> None:
    menu = page.adding.menu_of_roles()
    assert menu.actions()[0].text() == "Add the usual two"

    menu.actions()[0].trigger()

    assert [one.role for one in page.people.all()][-2:] == ["CNIO", "Department lead"]
    menu.close()


def test_another_role_asks_for_its_name(page: CoalitionPage) -> None:
    page._add("")

    assert page.inspector.fields["role"].isAncestorOf(page.window().focusWidget())


def test_a_map_without_who_pays_and_who_runs_it_says_so(page: CoalitionPage) -> None:
    assert page._missing.isHidden()

    for row in ("cfo", "coo"):
        press(page.map.nodes[row], Qt.Key.Key_Delete)

    assert page._missing.isVisible()
    assert page._missing.accessibleName() == (
        "No one on the map owns the budget. No one on the map owns operations."
    )


def test_a_map_without_who_speaks_for_nurses_says_so_where_they_are_users(
    page: CoalitionPage,
) -> None:
    words = "Nurses will use this, and no one on the map speaks for them."
    assert "CNE" in [one.short for one in page.people.all()]
    assert words not in page.people.missing()

    page._opened.bridge.set("coalition.people[cne].role", "Head of the wards")
    assert words in page.people.missing()
    for row in page._opened.session.rows("solution.users"):
        page._opened.bridge.set(f"solution.users[{row}].role", "Physicians")
    assert words not in page.people.missing()


def test_a_role_that_goes_is_let_go_by_those_who_point_to_it(page: CoalitionPage) -> None:
    press(page.map.nodes["cio"], Qt.Key.Key_Delete)

    assert "cio" not in page.map.nodes
    assert page.people.person("cmio").boss == ""
    assert page._opened.value("coalition.people[cmio].reports_to") is None
    page._opened.bridge.undo()
    assert page.people.person("cmio").boss == "cio"


def test_who_has_no_answer_yet_is_marked_and_named(page: CoalitionPage) -> None:
    assert page._unanswered.isHidden()

    page._opened.bridge.set("coalition.people[ciso].proof", None)

    assert page._unanswered.text() == "Has no answer yet to what they need to see: CISO"
    assert page.map.nodes["ciso"].accessibleName().endswith("has no answer yet")


def test_labels_touch_no_node_and_no_other_label(page: CoalitionPage) -> None:
    discs = {row: node.disc for row, node in page.map.nodes.items()}
    assert page.map.captions.places
    for row, place in page.map.captions.places.items():
        others = [one for other, one in page.map.captions.places.items() if other != row]
        others += [one for other, one in discs.items() if other != row]
        assert not any(place.intersects(one) for one in others)
        assert page.map.plane.area.contains(place)


def test_roles_in_the_same_cell_do_not_hide_each_other(page: CoalitionPage) -> None:
    assert _said(page, "coo") == _said(page, "cmo")

    coo, cmo = page.map.nodes["coo"].disc, page.map.nodes["cmo"].disc

    assert not coo.intersects(cmo)


def test_movement_is_drawn_for_all_when_it_is_asked_for(page: CoalitionPage) -> None:
    page.pick("cmio")
    before = page.map.grab().toImage()

    click(page.moves)

    assert page.map.grab().toImage() != before


def test_the_privacy_line_stands_in_every_view(page: CoalitionPage) -> None:
    words = "Stances stay private. They are left out of the exported document."
    for view in range(3):
        click(page.views.button(view))
        assert any(one.text() == words and one.isVisible() for one in page.findChildren(Label))


def test_nothing_about_stances_or_lines_reaches_a_document(page: CoalitionPage) -> None:
    answers = public_answers(page._opened.template, page._opened.answers)

    hidden = ("stance", "influence", "needed", "reports_to", "listens_to", "name", "source")
    assert gather(page._opened.template, answers).filled_rows("coalition.people")
    for row in page.people.rows:
        for column in hidden:
            assert answers.value(f"coalition.people[{row}].{column}") is None


def test_the_table_shows_the_same_rows(page: CoalitionPage) -> None:
    click(page.views.button(1))

    assert page.table is not None
    assert page.table.isVisible()
    assert page.inspector.isHidden()
    assert page.table.editor.read() == page.people.rows


def test_the_org_chart_follows_the_lines(page: CoalitionPage) -> None:
    click(page.views.button(2))
    cards = page.chart.cards

    assert cards["cmio"].y() > cards["cio"].y()
    assert cards["cmio"].accessibleName().endswith("reports to Chief information officer")
    click(cards["pc"])
    assert page.inspector.row == "pc"


def test_arrows_go_from_card_to_card_in_the_org_chart(page: CoalitionPage) -> None:
    click(page.views.button(2))
    cards = page.chart.cards
    cards["cmio"].setFocus()

    press(cards["cmio"], Qt.Key.Key_Up)
    assert cards["cio"].hasFocus()
    assert page.inspector.row == "cio"
    stops = [one for one in cards.values() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [cards["cio"]]
    press(cards["cio"], Qt.Key.Key_Return)
    assert page.inspector.fields["concern"].isAncestorOf(page.window().focusWidget())


def test_the_cmio_stands_below_whom_step_2_names(page: CoalitionPage) -> None:
    page._opened.bridge.set("coalition.people[cmio].reports_to", None)
    page._opened.bridge.set("system.cmio_reports_to", "COO")
    click(page.views.button(2))

    assert page.chart.cards["cmio"].y() > page.chart.cards["coo"].y()


def test_lines_in_a_circle_are_left_out_and_the_others_stay(page: CoalitionPage) -> None:
    page._opened.bridge.change(
        {
            "coalition.people[cio].reports_to": ("cmio",),
            "coalition.people[cfo].reports_to": ("cio",),
        },
        "Turn in a circle",
    )
    click(page.views.button(2))

    assert page.chart.isVisible()
    assert page.chart.cards["cfo"].y() > page.chart.cards["cio"].y()


def test_the_line_of_step_2_makes_no_circle(page: CoalitionPage) -> None:
    page._opened.bridge.change(
        {
            "coalition.people[cmio].reports_to": None,
            "coalition.people[cio].reports_to": ("cmio",),
        },
        "Turn it round",
    )

    assert (
        page.chart.cards["cio"]
        .accessibleName()
        .endswith("reports to Chief medical information officer")
    )


def test_many_without_an_answer_are_counted() -> None:
    assert few(["A", "B"]) == "A, B"
    assert few(list("ABCDEFG")) == "A, B, C, D, E, F, G"
    assert few(list("ABCDEFGHI")) == "A, B, C, D, E, F and 3 more"


def test_a_screen_reader_finds_a_list_of_roles(page: CoalitionPage) -> None:
    listed = QAccessible.queryAccessibleInterface(page.map)
    item = QAccessible.queryAccessibleInterface(page.map.nodes["cfo"])

    assert listed.role() == QAccessible.Role.List
    assert item.role() == QAccessible.Role.ListItem
    assert "CFO, skeptical" in item.text(QAccessible.Text.Name)


def test_tab_goes_from_the_views_to_one_role_and_on_to_what_is_written(
    page: CoalitionPage,
) -> None:
    page.pick("cfo")
    page.adding.setFocus()

    press(page.adding, Qt.Key.Key_Tab)
    assert page.map.nodes["cfo"].hasFocus()
    seen = []
    for _ in range(5):
        press(page.window().focusWidget(), Qt.Key.Key_Tab)
        seen.append(page.window().focusWidget())

    scales = page.inspector.scales
    assert seen[1:4] == [scales[one].slider for one in ("stance", "needed", "influence")]
    assert page.inspector.fields["concern"].isAncestorOf(seen[4])


def test_page_keys_go_from_role_to_role(page: CoalitionPage) -> None:
    rows = page.people.rows
    page.map.nodes[rows[0]].setFocus()

    press(page.map.nodes[rows[0]], Qt.Key.Key_PageDown)
    assert page.map.nodes[rows[1]].hasFocus()
    press(page.map.nodes[rows[1]], Qt.Key.Key_End)
    assert page.map.nodes[rows[-1]].hasFocus()
    press(page.map.nodes[rows[-1]], Qt.Key.Key_PageUp)
    assert page.map.nodes[rows[-2]].hasFocus()


def test_an_address_leads_to_a_cell_of_a_role(page: CoalitionPage) -> None:
    assert page.focus("coalition.people[ciso].source")

    assert page.inspector.fields["source"].isVisible()
    assert page.inspector.fields["source"].isAncestorOf(page.window().focusWidget())


def test_the_title_of_a_role_in_the_chart_fits_its_card(page: CoalitionPage) -> None:
    click(page.views.button(2))
    for card in page.chart.cards.values():
        words = card.words_area()
        needed = QRectF(
            QFontMetrics(card.words_font()).boundingRect(
                words.toRect(), Qt.TextFlag.TextWordWrap, card.person.title
            )
        )
        assert needed.height() <= words.height()
