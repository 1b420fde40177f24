"""What tests find on the roadmap, and how they take hold of it."""

from PySide6.QtCore import QPoint

from tests.ui_hands import click
from ui.pages.roadmap import RoadmapPage
from ui.pages.roadmap_board import Item
from ui.pages.roadmap_plan import PlacedBar


def item(page: RoadmapPage, name: str) -> Item:
    """Return the first item with this name."""
    return next(one for one in page.canvas.board.items if one.name.startswith(name))


def bar(page: RoadmapPage, name: str) -> PlacedBar:
    """Return the bar of an item."""
    found = page.canvas.plan.bar(item(page, name).path)
    assert found is not None
    return found


def middle(placed: PlacedBar) -> QPoint:
    """Return the middle of a bar."""
    return QPoint(round(placed.box.left + placed.box.width / 2), round(placed.box.middle))


def choose(page: RoadmapPage, name: str) -> None:
    """Click a bar."""
    click(page.canvas, middle(bar(page, name)))


def heard(page: RoadmapPage) -> str:
    """Return what a screen reader says of what is selected."""
    return page.canvas.listed.items[page.canvas.place.path].accessibleName()


def undo_label(page: RoadmapPage) -> str:
    """Return what undo would do."""
    return page._opened.session.undo_label


def months(page: RoadmapPage, count: float) -> QPoint:
    """Return the way to the right of so many months."""
    return QPoint(round(page.canvas.plan.span.day_width * 30.44 * count), 0)
