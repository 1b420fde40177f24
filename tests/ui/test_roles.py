"""A role is a view: what is one's own comes first, nothing is locked, and counts are the same."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from roadmapper.proposal.progress import progress, whole
from tests.ui_hands import click, press, type_text
from ui.history import History
from ui.introduction import Introduction
from ui.opened import Opened
from ui.roles import ROLES, first_step, has_mine, is_mine, next_open, own_open
from ui.settings import Settings
from ui.settings_sheet import SettingsSheet
from ui.steps import StepButton
from ui.tour import Tour
from ui.window import Window
from ui.wizard import Wizard


def _wizard(window: Window, path: Path, role: str) -> Wizard:
    window.take_settings(window.settings._replace(role=role))
    window.open_proposal(path)
    assert window.wizard is not None
    return window.wizard


# --- what is one's own ----------------------------------------------------------------------------


def test_every_role_has_questions_of_its_own_and_nobody_has_none(opened: Opened) -> None:
    for role in ROLES:
        assert any(has_mine(section, role) for section in opened.template.sections)
    assert not any(has_mine(section, "") for section in opened.template.sections)


def test_own_open_answers_add_up_over_the_roles_to_all_open_ones(opened: Opened) -> None:
    parts = progress(opened.template, opened.answers)

    counts = [sum(own_open(opened.template, parts, role).values()) for role in ROLES]

    assert sum(counts) == len(whole(parts.values()).open)
    assert min(counts[:2]) > 0


@pytest.mark.parametrize("role", ["", *ROLES])
def test_a_proposal_that_was_just_begun_opens_at_its_beginning(opened: Opened, role: str) -> None:
    opened.bridge.set("deal.health_system", "Lowmarsh")
    parts = progress(opened.template, opened.answers)

    assert first_step(opened.template, parts, role).id == "deal"


def test_a_proposal_opens_where_one_is_needed(opened: Opened) -> None:
    opened.bridge.set("system.emr", "epic")
    parts = progress(opened.template, opened.answers)
    places = {role: first_step(opened.template, parts, role) for role in ("", *ROLES)}

    assert places[""].id == places["AE"].id == "deal"
    assert places["MGR"].id == "review"
    assert own_open(opened.template, parts, "SA")[places["SA"].id] > 0
    assert places["SA"].id != "deal"


def test_who_has_nothing_open_begins_at_the_beginning(sample: Opened) -> None:
    parts = progress(sample.template, sample.answers)

    assert first_step(sample.template, parts, "SA").id == "deal"
    assert not next_open(sample.template, parts, "SA", "deal")


def test_the_next_open_answer_goes_around_and_one_s_own_come_first(opened: Opened) -> None:
    template, parts = opened.template, progress(opened.template, opened.answers)
    everything = list(whole(parts.values()).open)
    own = [path for path in everything if (asked := template.find(path)) and is_mine(asked, "SA")]

    assert next_open(template, parts, "", "deal") == everything[0]
    assert next_open(template, parts, "", everything[0]) == everything[1]
    assert next_open(template, parts, "", everything[-1]) == everything[0]
    assert next_open(template, parts, "SA", "deal") == own[0]
    assert next_open(template, parts, "SA", f"{own[0]}[r1].title") == own[1]
    assert next_open(template, parts, "SA", own[-1]) == own[0]


# --- in the window --------------------------------------------------------------------------------


def test_mine_shows_the_questions_of_one_s_role(window: Window, empty_file: Path) -> None:
    wizard = _wizard(window, empty_file, "SA")
    wizard.go("solution")
    fields = wizard.page.body.fields.values()
    before = [field for field in fields if not field.isHidden()]

    click(wizard.page.scope.button(2))
    shown = [field for field in fields if not field.isHidden()]

    assert shown
    assert len(shown) < len(before)
    assert all(field.question.filled_by == "SA" for field in shown)
    click(wizard.page.scope.button(1))
    assert [field for field in fields if not field.isHidden()] == before


def test_without_a_role_there_is_no_mine_and_no_mark(window: Window, empty_file: Path) -> None:
    wizard = _wizard(window, empty_file, "")

    assert wizard.page.scope.button(2) is None
    assert "for you" not in wizard.rail.steps["transparency"].accessibleName()


def test_a_step_says_what_is_open_for_one_and_counts_the_same_for_all(
    window: Window, empty_file: Path
) -> None:
    def told(role: str) -> tuple[str, str]:
        window.go_home()
        step: StepButton = _wizard(window, empty_file, role).rail.steps["transparency"]
        return step.accessibleName(), step.toolTip()

    plain, _tip = told("")
    named, tip = told("SA")

    assert named.startswith(plain)
    assert "open for you" in named
    assert "open for you" in tip


def test_f8_goes_to_one_s_own_first(window: Window, empty_file: Path) -> None:
    wizard = _wizard(window, empty_file, "SA")
    assert wizard.section.id == "deal"

    press(window, Qt.Key.Key_F8)

    asked = next(
        f for f in wizard.page.body.fields.values() if f.isAncestorOf(window.focusWidget())
    )
    assert asked.question.filled_by == "SA"


def test_another_role_in_the_settings_holds_when_they_close(
    window: Window, empty_file: Path
) -> None:
    wizard = _wizard(window, empty_file, "")
    wizard.go("solution")
    window.show_settings()
    (sheet,) = window.findChildren(SettingsSheet)

    sheet.role.setFocus()
    type_text(sheet.role, "Solution")
    press(sheet, Qt.Key.Key_Escape)

    assert window.settings.role == "SA"
    assert window.wizard is not None
    assert window.wizard.section.id == "solution"
    assert window.wizard.page.scope.button(2) is not None


# --- name and role --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "role", "author"),
    [
        ("", "", ""),
        ("Dana", "", "Dana"),
        ("", "SA", "Solution architect"),
        ("Dana", "MGR", "Dana, manager"),
        ("Dana", "CEO", "Dana"),
    ],
)
def test_name_and_role_are_one_line(name: str, role: str, author: str) -> None:
    assert Settings(name=name, role=role).author == author


def test_name_and_role_stand_beside_changes_from_now_on(window: Window, empty_file: Path) -> None:
    wizard = _wizard(window, empty_file, "")
    window.take_settings(window.settings._replace(name="Dana", role="SA"))

    wizard.opened.bridge.set("deal.name", "Notes")

    assert wizard.opened.session.history.undoable[-1].author == "Dana, solution architect"
    window.menu.show_history()
    assert window.findChild(History) is not None


def _first_time(window: Window, path: Path, qtbot: QtBot) -> Introduction:
    window.take_settings(Settings(theme="light", motion=False, folder=window.settings.folder))
    window.open_proposal(path)
    qtbot.waitUntil(lambda: window.findChild(Introduction) is not None)
    asked = window.findChild(Introduction)
    assert asked is not None
    return asked


def test_the_first_proposal_asks_who_one_is_and_then_shows_the_tour(
    window: Window, empty_file: Path, qtbot: QtBot
) -> None:
    asked = _first_time(window, empty_file, qtbot)

    type_text(asked.name, "Dana")
    click(asked.tiles["SA"])
    click(asked.go_on)
    qtbot.waitUntil(lambda: window.findChild(Tour) is not None)

    assert (window.settings.name, window.settings.role) == ("Dana", "SA")
    assert window.wizard is not None
    assert window.wizard.opened.role == "SA"


@pytest.mark.parametrize("place", ["name", "role"])
def test_enter_goes_on_once(place: str, window: Window, empty_file: Path, qtbot: QtBot) -> None:
    asked = _first_time(window, empty_file, qtbot)
    click(asked.tiles["MGR"])
    told: list[Settings] = []
    asked.told.connect(told.append)

    press(asked.name if place == "name" else asked.tiles["MGR"], Qt.Key.Key_Return)

    assert [one.role for one in told] == ["MGR"]
    assert not asked.isVisible()


def test_who_will_not_say_who_they_are_is_not_asked_again(
    window: Window, empty_file: Path, qtbot: QtBot
) -> None:
    asked = _first_time(window, empty_file, qtbot)

    press(asked, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: window.findChild(Tour) is not None)
    tour = window.findChild(Tour)
    assert tour is not None
    click(tour.leave)
    window.go_home()
    window.open_proposal(empty_file)

    assert window.settings.tour_seen
    assert not any(one.isVisible() for one in window.findChildren(Introduction))
