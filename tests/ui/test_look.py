"""How the window looks: contrast, names for screen readers, no cut text, at several sizes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFontMetricsF
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui import theme
from ui.page import Page
from ui.pages.coalition_map import CoalitionMap
from ui.pages.readiness import Count
from ui.parts.chips import Chip
from ui.parts.labels import Elided, Label
from ui.window import Window

SECTIONS = (
    "deal",
    "system",
    "coalition",
    "solution",
    "transparency",
    "deploy",
    "continuity",
    "security",
    "value",
    "pricing",
    "workforce",
    "roadmap",
    "review",
)
SMALL = ((1024, 700, 1.0), (1024, 700, 1.5), (1024, 700, 2.0))
SIZES = (*SMALL, (1280, 800, 1.0), (1440, 900, 1.25), (1920, 1080, 2.0))


def _luminance(color: QColor) -> float:
    parts = (color.redF(), color.greenF(), color.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(text: str, ground: str) -> float:
    first, second = _luminance(theme.color(text)), _luminance(theme.color(ground))
    return (max(first, second) + 0.05) / (min(first, second) + 0.05)


@pytest.mark.parametrize("contrast", [False, True])
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_can_be_read_on_its_ground(mode: str, contrast: bool, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Mode(mode), motion=False, contrast=contrast)
    ratios = {
        f"{pair['text']} on {pair['on']}": (_ratio(pair["text"], pair["on"]), pair["needs"])
        for pair in theme.tokens()["pairs"]
    }

    assert {pair: ratio for pair, (ratio, needs) in ratios.items() if ratio < needs} == {}


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_more_contrast_shows_every_line_and_gives_tints_an_edge(
    mode: str, qapp: QApplication
) -> None:
    assert not theme.has_contrast()
    assert theme.edge_of("warnTint") == ""
    theme.apply(qapp, theme.Mode(mode), motion=False, contrast=True)
    names = [name for name in theme.tokens()["color"] if name.endswith(("Line", "line", "line2"))]

    assert min(_ratio(name, "surface") for name in names) >= 3
    assert _ratio("ink3", "surface") == _ratio("ink2", "surface")
    tints = [name for name in theme.tokens()["color"] if name.endswith("Tint")]
    assert {theme.hex_color(one) for one in tints} == {theme.hex_color("surface")}
    assert min(_ratio(theme.edge_of(one), "surface") for one in tints) >= 3


def test_a_chip_has_an_edge_where_more_contrast_is_wanted(qapp: QApplication, qtbot: QtBot) -> None:
    chip = Chip("Should fix", "warn")
    qtbot.addWidget(chip)
    plain = chip.grab().toImage()

    theme.apply(qapp, theme.Mode.LIGHT, motion=False, contrast=True)

    strong = chip.grab().toImage()
    top = QPoint(chip.width() // 2, 0)
    assert strong.pixelColor(top).name() != plain.pixelColor(top).name()
    inside = QPoint(chip.width() // 2, 3)
    assert strong.pixelColor(inside).name() == theme.hex_color("surface").lower()


def _shown(window: QWidget) -> Iterator[QWidget]:
    yield from (one for one in window.findChildren(QWidget) if one.isVisible())


def _is_inside_a_control(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return isinstance(widget, QScrollBar) or isinstance(parent, QComboBox | QAbstractScrollArea)


@pytest.mark.parametrize("section", SECTIONS)
def test_everything_that_takes_the_focus_has_a_name(
    section: str, window: Window, sample_file: Path
) -> None:
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.go(section)

    nameless = [
        f"{type(one).__name__} {one.objectName()}"
        for one in _shown(window)
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not _is_inside_a_control(one)
        and not one.accessibleName()
        and not (isinstance(one, QPushButton) and one.text())
    ]

    assert nameless == []


@pytest.mark.parametrize("size", SIZES)
def test_no_text_is_cut(
    size: tuple[int, int, float], window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    width, height, scale = size
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Mode.LIGHT, scale=scale, motion=False)
    window.resize(width, height)
    window.open_proposal(sample_file)
    wizard = window.wizard
    assert wizard is not None

    for section in SECTIONS:
        wizard.go(section)
        # Qt lays out in several turns; what counts is where that ends.
        qtbot.waitUntil(lambda: _is_whole(window))
        qtbot.waitUntil(lambda: _hides_nothing_at_its_side(wizard.page))


def test_a_proposal_just_begun_hides_nothing_at_its_side_at_large_text(
    window: Window, empty_file: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale=2.0, motion=False)
    window.resize(1024, 700)
    window.open_proposal(empty_file)
    wizard = window.wizard
    assert wizard is not None

    for section in SECTIONS:
        wizard.go(section)
        qtbot.waitUntil(lambda: wizard.watcher.facts is not None)
        qtbot.waitUntil(lambda: _hides_nothing_at_its_side(wizard.page))


def test_buttons_without_room_show_their_drawing_only_and_keep_their_name(
    window: Window, sample_file: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    theme.apply(qapp, theme.Mode.LIGHT, scale=2.0, motion=False)
    window.resize(1024, 700)
    window.open_proposal(sample_file)
    wizard = window.wizard
    assert wizard is not None
    wizard.go("roadmap")
    export, back = wizard.topbar.export, wizard.footer.back
    qtbot.waitUntil(lambda: back.width() == back.height())

    assert export.width() == export.height()
    assert (export.text(), export.toolTip()) == ("Export", "Export")
    assert (back.text(), back.toolTip()) == ("Workforce", "Workforce")

    window.resize(1920, 1080)

    qtbot.waitUntil(lambda: export.width() > export.height())
    assert back.width() > back.height()
    assert (export.toolTip(), back.toolTip()) == ("", "")


def test_a_long_name_of_a_client_gives_way_to_the_arrow_home(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    window.resize(1280, 800)
    window.open_proposal(sample_file)
    assert window.wizard is not None
    bar = window.wizard.topbar
    qtbot.waitUntil(bar.back.isHidden)

    bar.show_place("The United Hospitals and Clinics of the Northern Counties", "Opportunity")

    qtbot.waitUntil(bar.back.isVisible)
    assert _is_whole(bar)


def test_the_map_of_roles_is_seen_whole_in_the_smallest_window(
    window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.go("coalition")
    page = window.wizard.page
    shown = page.findChildren(CoalitionMap)[0]

    def bottom() -> int:
        return shown.mapTo(page.viewport(), QPoint(0, shown.height())).y()

    qtbot.waitUntil(lambda: 0 < bottom() <= page.viewport().height())


@pytest.mark.parametrize("section", ["security", "roadmap", "review"])
def test_large_text_leaves_no_step_at_the_side_and_begins_with_its_heading(
    section: str, window: Window, sample_file: Path, qtbot: QtBot
) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, theme.Mode.LIGHT, scale=2.0, motion=False)
    window.resize(1280, 800)
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.go(section)
    page = window.wizard.page
    inner = page.widget()
    assert inner is not None

    qtbot.waitUntil(lambda: inner.width() == page.viewport().width())
    qtbot.waitUntil(lambda: page.verticalScrollBar().maximum() > 0)

    assert page.verticalScrollBar().value() == 0
    for count in page.findChildren(Count):
        assert count.width() >= count.minimumSizeHint().width()


def _is_whole(window: QWidget) -> bool:
    assert dict(_cut(window)) == {}
    return True


def _hides_nothing_at_its_side(page: Page) -> bool:
    inner = page.widget()
    assert inner is not None
    return inner.width() == page.viewport().width()


def _cut(window: QWidget) -> Iterator[tuple[str, str]]:
    for one in _shown(window):
        if isinstance(one, QLabel) and one.text() and not isinstance(one, Elided):
            yield from _cut_label(one)
        elif isinstance(one, QPushButton) and one.text() and one.width() < one.sizeHint().width():
            yield one.text(), f"{one.width()} of {one.sizeHint().width()} wide"


def _cut_label(label: QLabel) -> Iterator[tuple[str, str]]:
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + 1:
            yield label.text(), f"{label.height()} of {needed} high"
    else:
        wide = QFontMetricsF(label.font()).horizontalAdvance(label.text())
        if wide > room.width() + 1:
            yield label.text(), f"{room.width()} of {wide:.0f} wide"


def test_everything_that_is_shown_takes_a_new_theme_at_once(
    window: Window, sample_file: Path, qapp: QApplication
) -> None:
    window.open_proposal(sample_file)
    assert window.wizard is not None
    window.wizard.go("review")

    theme.apply(qapp, theme.Mode.DARK, motion=False)

    told = [one for one in _shown(window) if isinstance(one, Label)]
    colors = {one.palette().color(one.foregroundRole()).name() for one in told}
    assert theme.hex_color("ink").lower() in colors
    assert all(QColor(one).lightness() > 100 for one in colors)


def test_a_tooltip_shows_what_looks_like_markup_as_it_was_written(qtbot: QtBot) -> None:
    label = Elided('Beds < 200 <img src="//elsewhere/x.png"> & more')
    qtbot.addWidget(label)
    label.resize(40, 20)
    label.show()
    qtbot.waitUntil(lambda: bool(label.toolTip()))

    assert "<img" not in label.toolTip()
    assert "Beds &lt; 200 &lt;img" in label.toolTip()
