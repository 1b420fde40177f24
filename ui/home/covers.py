"""A small printed cover for a proposal: its color and drawing follow from its name."""

from functools import lru_cache
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from ui import theme
from ui.painting import shadow

_PAPER = QColor("#ffffff")
"""Paper is white in both themes; so is the ink of its drawing."""


_ROOM = 24
"""Around a cover kept as a picture, for its shadow."""


def paint_cover(painter: QPainter, area: QRectF, name: str) -> None:
    """Paint a cover into an area; the same name always gives the same cover."""
    shadow(painter, area, "lifted")
    _paint(painter, area, _chosen(name))


def paint_kept_cover(painter: QPainter, area: QRectF, name: str, ratio: float) -> None:
    """Paint a cover from a picture of it: many stand on Home, of few kinds and one size."""
    picture = _kept(_chosen(name), round(area.width()), ratio, theme.is_dark())
    painter.drawPixmap(area.topLeft() - QPointF(_ROOM, _ROOM), picture)


def height_of(width: float) -> float:
    """Return how high a cover of this width is."""
    return width * 1.29


def _chosen(name: str) -> int:
    return crc32(name.encode()) % len(theme.tokens()["cover"])


@lru_cache(maxsize=64)
def _kept(chosen: int, wide: int, ratio: float, is_dark: bool) -> QPixmap:
    picture = _shade(wide, ratio, is_dark).copy()
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, QRectF(_ROOM, _ROOM, wide, height_of(wide)), chosen)
    painter.end()
    return picture


@lru_cache(maxsize=4)
def _shade(wide: int, ratio: float, _is_dark: bool) -> QPixmap:
    """Return the picture of a shadow, on which all covers of one size are painted."""
    high = round(height_of(wide))
    picture = QPixmap(round((wide + 2 * _ROOM) * ratio), round((high + 2 * _ROOM) * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    shadow(painter, QRectF(_ROOM, _ROOM, wide, height_of(wide)), "lifted")
    painter.end()
    return picture


def _paint(painter: QPainter, area: QRectF, chosen: int) -> None:
    hue, drawing = list(theme.tokens()["cover"].values())[chosen]
    painter.save()
    page = QPainterPath()
    page.addRoundedRect(area, 3, 3)
    painter.setClipPath(page, Qt.ClipOperation.IntersectClip)
    painter.fillRect(area, _PAPER)
    upper = QRectF(area.x(), area.y(), area.width(), area.height() * 0.5)
    painter.fillRect(upper, QColor(hue))
    _paint_words(painter, area, QColor(hue))
    painter.setClipRect(upper, Qt.ClipOperation.IntersectClip)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _DRAWINGS[drawing](painter, upper)
    painter.restore()


def _white(alpha: float) -> QColor:
    made = QColor(_PAPER)
    made.setAlphaF(alpha)
    return made


def _paint_contours(painter: QPainter, area: QRectF) -> None:
    left, wide, high = area.x(), area.width(), area.height() * 2
    for step in range(7):
        path = QPainterPath(QPointF(left - 6, area.y() + high * (0.50 - 0.055 * step)))
        path.cubicTo(
            QPointF(left + wide * 0.3, area.y() + high * (0.52 - 0.02 * step)),
            QPointF(left + wide * 0.5, area.y() + high * (0.10 - 0.02 * step)),
            QPointF(left + wide + 6, area.y() + high * (0.22 - 0.05 * step)),
        )
        painter.setPen(QPen(_white(0.24 + 0.055 * step), 1))
        painter.drawPath(path)


def _paint_arcs(painter: QPainter, area: QRectF) -> None:
    center = QPointF(area.x() + area.width() * 0.42, area.bottom())
    for step in range(7):
        reach = area.height() * 0.18 * (step + 1)
        painter.setPen(QPen(_white(0.6 - 0.06 * step), 1))
        painter.drawEllipse(center, reach, reach)


def _paint_dots(painter: QPainter, area: QRectF) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    gap = area.width() / 10
    for line in range(int(area.height() / gap) + 1):
        for at in range(10):
            painter.setBrush(_white(0.25 + 0.05 * ((line + at) % 8)))
            place = QPointF(area.x() + gap * (at + 0.5), area.y() + gap * (line + 0.5))
            painter.drawEllipse(place, 1.1, 1.1)


def _paint_words(painter: QPainter, area: QRectF, hue: QColor) -> None:
    x, unit = area.x() + area.width() * 0.12, area.height()
    painter.fillRect(QRectF(x, area.y() + unit * 0.58, area.width() * 0.1, 2), hue)
    dark, gray = QColor("#23292e"), QColor("#b9b6ae")
    for top, width, ink in ((0.65, 0.62, dark), (0.74, 0.46, dark), (0.86, 0.3, gray)):
        painter.fillRect(QRectF(x, area.y() + unit * top, area.width() * width, 2.4), ink)


_DRAWINGS = {"contours": _paint_contours, "arcs": _paint_arcs, "dots": _paint_dots}
