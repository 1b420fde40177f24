"""Tab goes through every step in the order one reads, and every stop has a name."""

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget

from tests.ui_hands import press
from ui.parts.reading import in_order
from ui.window import Window

_MOST_STOPS = 400
"""More than Tab comes to on any step."""


def _walked(window: Window) -> list[QWidget]:
    """Return what Tab comes to from the beginning of the window until it was there before.

    Qt's chain is not walked by hand: PySide takes each widget in it for the owner of the next.
    """
    window.setFocus()
    walked: list[QWidget] = []
    while (here := _next(window)) not in walked:
        walked.append(here)
    return walked


def _stops(region: QWidget) -> Iterator[QWidget]:
    """Yield what Tab should come to in a part of the window now, as one reads."""
    for one in in_order(region):
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus
        if takes and one.isVisible() and one.isEnabled() and one.focusProxy() is None:
            yield one


def _next(window: Window) -> QWidget:
    window.focusNextChild()
    here = QApplication.focusWidget()
    assert here is not None
    return here


def _area(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _told(widget: QWidget) -> str:
    name = widget.accessibleName() or getattr(widget, "text", str)()
    return f"{type(widget).__name__} {name!r} {_area(widget).getRect()}"


def _goes_back(one: QWidget, following: QWidget) -> bool:
    """Return whether the second of two stops is read before the first."""
    if type(one) is type(following) and one.parent() is following.parent():
        holder = one.parentWidget()
        if holder is not None and holder.layout() is None:
            # On a map or a timeline things stand freely and have an order of their own.
            return False
    here, there = _area(one), _area(following)
    if there.left() > here.right():
        return False
    above = there.bottom() <= here.top()
    beside = there.top() < here.bottom() and there.bottom() > here.top()
    return above or (beside and there.right() <= here.left())


def _name(widget: QWidget) -> str:
    labels = widget.window().findChildren(QLabel)
    buddies = (label.text() for label in labels if label.buddy() in (widget, widget.parent()))
    own = getattr(widget, "text", str)
    return widget.accessibleName() or (own() if callable(own) else "") or next(buddies, "")


@pytest.mark.parametrize("filled", [True, False])
def test_tab_goes_through_every_step_as_one_reads(
    window: Window, sample_file: Path, empty_file: Path, filled: bool
) -> None:
    window.resize(1440, 900)
    window.open_proposal(sample_file if filled else empty_file)
    wizard = window.wizard
    assert wizard is not None
    backward, nameless = [], []
    for section in wizard.sections:
        wizard.go(section.id)
        QApplication.processEvents()
        walked = _walked(window)
        for part in (wizard.rail, wizard.topbar, wizard.page, wizard.guidance, wizard.footer):
            stops = [one for one in walked if part.isAncestorOf(one)]
            nameless += [_told(one) for one in stops if not _name(one)]
            backward += [
                f"{section.id}: {_told(one)} -> {_told(following)}"
                for one, following in pairwise(stops)
                if _goes_back(one, following)
            ]

    assert backward == []
    assert nameless == []


def test_tab_goes_from_part_to_part_as_one_reads(window: Window, sample_file: Path) -> None:
    window.resize(1440, 900)
    window.open_proposal(sample_file)
    wizard = window.wizard
    assert wizard is not None
    wizard.go("security")
    QApplication.processEvents()
    parts = (wizard.rail, wizard.topbar, wizard.page, wizard.guidance, wizard.footer)

    reached = [part for one in _walked(window) for part in parts if part.isAncestorOf(one)]

    assert [one for one, following in pairwise((*reached, None)) if one is not following] == [
        *parts
    ]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_the_tab_key_goes_through_the_whole_window_on_every_step(
    window: Window, sample_file: Path, key: Qt.Key
) -> None:
    window.resize(1440, 900)
    window.open_proposal(sample_file)
    wizard = window.wizard
    assert wizard is not None
    start = wizard.topbar.export
    missed = []
    for section in wizard.sections:
        wizard.go(section.id)
        QApplication.processEvents()
        start.setFocus()
        parts = (wizard.rail, wizard.topbar, wizard.page, wizard.footer)
        # Of choices that exclude each other Tab comes to one; arrows go on from there.
        stops = [
            one
            for part in parts
            for one in _stops(part)
            if not isinstance(one, QAbstractButton) or not one.autoExclusive() or one.isChecked()
        ]
        come_to: set[QWidget | None] = {start}
        for _turn in range(_MOST_STOPS):
            press(QApplication.focusWidget(), key)
            if start.hasFocus():
                break
            come_to.add(QApplication.focusWidget())
        missed += [f"{section.id}: {_told(one)}" for one in stops if one not in come_to]

    assert missed == []


def test_a_priority_that_came_back_stands_in_the_order_of_tab(
    window: Window, sample_file: Path
) -> None:
    window.open_proposal(sample_file)
    wizard = window.wizard
    assert wizard is not None
    wizard.go("system")
    QApplication.processEvents()
    press(QApplication.focusWidget(), Qt.Key.Key_Delete)
    wizard.undo()
    QApplication.processEvents()

    stops = tuple(_stops(wizard.page))

    assert [_told(two) for one, two in pairwise(stops) if _goes_back(one, two)] == []


def test_drop_down_lists_tell_their_name_and_not_only_their_choice(
    window: Window, sample_file: Path
) -> None:
    window.open_proposal(sample_file)
    window.show_settings()

    told = {
        label.text(QAccessible.Text.Name)
        for one in window.findChildren(QComboBox)
        for label, _flag in QAccessible.queryAccessibleInterface(one).relations()
    }

    assert {"Handling label", "Your role", "Sort by"} <= told
