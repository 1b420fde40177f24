"""A chart on the screen: it is painted, read place by place, and told to a screen reader."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from roadmapper.document.tree import Flag
from tests.ui.chart_hands import ROWS, YEARS
from tests.ui_hands import click, press
from ui import theme
from ui.parts.chart import ChartView
from ui.parts.scene_paint import screen_scene, zoom
from ui.theme import Mode


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    """Return a chart over time, shown."""
    one = ChartView()
    qtbot.addWidget(one)
    one.resize(700, 420)
    one.show_chart(YEARS)
    one.show()
    qtbot.waitExposed(one)
    return one


def test_arrow_keys_move_the_reading_line(view: ChartView) -> None:
    view.canvas.setFocus()
    press(view.canvas, Qt.Key.Key_End)
    press(view.canvas, Qt.Key.Key_Left)

    assert view.canvas.at == 2
    assert view.canvas.told == ("Month 24: cautious $0, net value $3M, strong $6M, fees paid $3M")
    assert view.canvas.accessibleDescription() == view.canvas.told


def test_escape_takes_the_reading_line_away(view: ChartView) -> None:
    view.canvas.setFocus()
    press(view.canvas, Qt.Key.Key_Home)
    press(view.canvas, Qt.Key.Key_Escape)

    assert view.canvas.at == -1
    assert view.canvas.accessibleDescription() == YEARS.alt


def test_the_arrows_begin_where_something_is_pointed_out(view: ChartView) -> None:
    view.show_chart(replace(YEARS, flag=Flag(Decimal(1), "Ahead from month 12")))
    view.canvas.setFocus()
    press(view.canvas, Qt.Key.Key_Right)

    assert view.canvas.at == 1


def test_the_pointer_reads_where_it_is(view: ChartView) -> None:
    slot = view.canvas.scene.slots[3]
    at = QPoint(round((slot.x + slot.width / 2) * zoom()), round((slot.y + 10) * zoom()))
    QTest.mouseMove(view.canvas, QPoint(2, 2))
    QTest.mouseMove(view.canvas, at)

    assert view.canvas.at == 3


def test_rows_are_read_from_top_to_bottom(view: ChartView) -> None:
    view.show_chart(ROWS)
    view.canvas.setFocus()
    press(view.canvas, Qt.Key.Key_Down)
    press(view.canvas, Qt.Key.Key_Down)

    assert view.canvas.told == "Adoption: Swing $2M"


def test_a_screen_reader_is_told_what_the_chart_shows(view: ChartView) -> None:
    found = QAccessible.queryAccessibleInterface(view.canvas)

    assert found.role() is QAccessible.Role.Graphic
    assert found.text(QAccessible.Text.Name) == YEARS.title
    assert found.text(QAccessible.Text.Description) == YEARS.alt


def test_the_same_numbers_stand_as_a_table(view: ChartView) -> None:
    click(view.switch)

    assert view.table is not None
    assert view.is_table
    assert view.canvas.isHidden()
    assert view.table.accessibleName() == YEARS.title
    cells = [view.table.item(3, at) for at in range(5)]
    told = [cell.text() for cell in cells if cell is not None]
    assert told == ["Month 36", "$2M", "$7M", "$11M", "$4M"]
    heads = [view.table.horizontalHeaderItem(at) for at in range(1, 5)]
    assert all(one is not None and one.text()[0].isupper() for one in heads)

    click(view.switch)
    assert not view.is_table
    assert view.canvas.isVisible()


def test_a_table_follows_the_chart(view: ChartView) -> None:
    click(view.switch)
    view.show_chart(ROWS)

    assert view.table is not None
    assert view.table.rowCount() == 2


def test_the_menu_offers_the_table(view: ChartView) -> None:
    action = view.menu().actions()[0]
    assert action.text() == "Show as table"
    action.trigger()

    assert view.is_table


def test_a_sentence_stands_where_there_is_no_chart(view: ChartView) -> None:
    view.show_nothing("Cumulative net value", "Add a value driver first.")

    assert view.chart is None
    assert view.otherwise.isVisible()
    assert not view.canvas.isVisible()
    view.show_chart(YEARS)
    assert view.chart == YEARS
    assert view.canvas.isVisible()


def test_an_old_chart_turns_faint_only_when_the_new_one_takes_its_time(
    qtbot: QtBot, view: ChartView
) -> None:
    view.expect()
    assert not view.canvas.is_old
    qtbot.waitUntil(lambda: view.canvas.is_old)
    view.show_chart(YEARS)

    assert not view.canvas.is_old


def test_a_chart_keeps_its_reading_line_when_its_values_move(view: ChartView) -> None:
    view.canvas.setFocus()
    press(view.canvas, Qt.Key.Key_End)
    view.show_chart(replace(YEARS, subtitle="Median of 10,000 runs"))

    assert view.canvas.at == 3


@pytest.mark.parametrize("size", [1.0, 2.0])
def test_text_of_a_chart_has_the_size_of_the_screen(
    qapp: QApplication, qtbot: QtBot, size: float
) -> None:
    theme.apply(qapp, Mode.DARK, scale=size, motion=False)
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(900, 700)
    view.show_chart(replace(YEARS, flag=Flag(Decimal(1), "Ahead from month 12")))

    assert zoom() * 8.2 == pytest.approx(12 * size)
    assert not view.grab().isNull()
    assert screen_scene(YEARS, 900).width == pytest.approx(900 / zoom())


def test_lines_are_drawn_in_the_colors_of_the_theme(qapp: QApplication, view: ChartView) -> None:
    theme.apply(qapp, Mode.DARK, motion=False)
    image = QImage(view.canvas.size(), QImage.Format.Format_ARGB32)
    image.fill(theme.color("surface"))
    painter = QPainter(image)
    view.canvas.render(painter, QPoint())
    painter.end()

    wide, high = range(image.width()), range(0, image.height(), 3)
    found = {image.pixelColor(x, y).name() for x in wide for y in high}
    assert theme.hex_color("accent").lower() in found
