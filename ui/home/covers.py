"""A small printed cover for a proposal: its color and drawing follow from its name."""

from collections.abc import Callable
from functools import lru_cache
from zlib import crc32

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from ui import theme
from ui.painting import shadow

_PAPER = QColor("#ffffff")
"""Paper is white in both themes; so is the ink of its drawing."""
_AROUND = 24
"""Room for the shadow."""


def paint_cover(painter: QPainter, area: QRectF, name: str) -> None:
    """Paint a cover into an area; the same name always gives the same cover."""
    covers = list(theme.tokens()["cover"].values())
    hue, drawing = covers[crc32(name.encode()) % len(covers)]
    ratio = painter.device().devicePixelRatioF()
    made = _picture(hue, drawing, area.width(), area.height(), ratio, theme.is_dark())
    painter.drawPixmap(area.topLeft() - QPointF(_AROUND, _AROUND), made)


@lru_cache(maxsize=16)
def _picture(
    hue: str, drawing: str, wide: float, high: float, ratio: float, _dark: bool
) -> QPixmap:
    """Return a cover with its shadow: one picture serves all proposals that share it."""
    made = QPixmap(round((wide + 2 * _AROUND) * ratio), round((high + 2 * _AROUND) * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint(painter, QRectF(_AROUND, _AROUND, wide, high), QColor(hue), _DRAWINGS[drawing])
    painter.end()
    return made


def _paint(
    painter: QPainter, area: QRectF, hue: QColor, draw: Callable[[QPainter, QRectF], None]
) -> None:
    shadow(painter, area, "lifted")
    page = QPainterPath()
    page.addRoundedRect(area, 3, 3)
    painter.setClipPath(page)
    painter.fillRect(area, _PAPER)
    upper = QRectF(area.x(), area.y(), area.width(), area.height() * 0.5)
    painter.fillRect(upper, hue)
    _paint_words(painter, area, hue)
    painter.setClipRect(upper, Qt.ClipOperation.IntersectClip)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    draw(painter, upper)


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
