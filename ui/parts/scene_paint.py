"""Scenes of charts on the screen: vectors in the colors of the theme, at the size of its text."""

from functools import cache
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPainterPath, QPen, QPolygonF

from roadmapper import paths
from roadmapper.document import scene as marks
from roadmapper.document.geometry import chart_scene
from roadmapper.document.measure import Measure
from roadmapper.document.style import Style, load_style
from roadmapper.document.tree import Chart
from ui import theme

_SEMIBOLD = " SemiBold"
_TEXT = "caption"
"""The type style in which a chart is written on the screen."""
_QUIET = frozenset(("", "ink", "ink2", "ink3", "line", "line2", "track", "paper"))
"""Colors of axes and names, which stay as they are while the lines of a chart are old."""
_OLD = 0.4
_OTHERS = {"paper": "canvas", "accent_wash": "accentTint"}


@cache
def _style() -> Style:
    return load_style(paths.templates() / "partnership" / "style.toml")


@cache
def _ruler() -> Measure:
    return Measure(_style(), paths.fonts())


def zoom() -> float:
    """Return how many pixels a point of a scene takes, so that its text has the screen's size."""
    return theme.font(_TEXT).pixelSize() / _style().text["chart"].size


def screen_scene(chart: Chart, width: float) -> marks.Scene:
    """Return a chart as a scene that is so many pixels wide when it is painted."""
    return chart_scene(chart, max(width, 1.0) / zoom(), _style(), _ruler())


def paint_scene(painter: QPainter, scene: marks.Scene, *, old: bool = False) -> None:
    """Paint a scene from the upper left; what shows values is faint while it is old."""
    size = zoom()
    for mark in scene.marks:
        painter.setOpacity(_OLD if old and _colors(mark) - _QUIET else 1.0)
        _paint(painter, mark, size)
    painter.setOpacity(1.0)


def _colors(mark: marks.Mark) -> set[str]:
    match mark:
        case marks.Label():
            return {mark.color}
        case marks.Polyline() | marks.Path():
            return {mark.stroke}
        case _:
            return {mark.fill, mark.stroke}


def _paint(painter: QPainter, mark: marks.Mark, size: float) -> None:
    match mark:
        case marks.Rect():
            _brush(painter, mark, size)
            area = QRectF(mark.x * size, mark.y * size, mark.width * size, mark.height * size)
            painter.drawRoundedRect(area, mark.radius * size, mark.radius * size)
        case marks.Circle():
            _brush(painter, mark, size)
            radius = mark.radius * size
            painter.drawEllipse(QPointF(mark.x * size, mark.y * size), radius, radius)
        case marks.Polygon():
            _brush(painter, mark, size)
            painter.drawPolygon(_points(mark.points, size))
        case marks.Polyline():
            painter.setPen(_pen(mark.stroke, mark.stroke_width * size, mark.opacity, mark.dash))
            painter.drawPolyline(_points(mark.points, size))
        case marks.Path():
            painter.setPen(_pen(mark.stroke, mark.stroke_width * size, mark.opacity))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(_path(mark, size))
        case marks.Label():
            _write(painter, mark, size)
        case unreachable:
            assert_never(unreachable)


def _brush(painter: QPainter, mark: marks.Rect | marks.Circle | marks.Polygon, size: float) -> None:
    opacity = 1.0 if isinstance(mark, marks.Circle) else mark.opacity
    fill, edge = mark.fill, mark.stroke or theme.edge_of(_token(mark.fill))
    painter.setBrush(theme.color(_token(fill), opacity) if fill else Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(edge, mark.stroke_width * size) if edge else QPen(Qt.PenStyle.NoPen))


def _pen(color: str, width: float, opacity: float = 1.0, dash: tuple[float, ...] = ()) -> QPen:
    made = QPen(theme.color(_token(color), opacity), width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dash:
        pattern = dash if len(dash) % 2 == 0 else dash * 2
        made.setDashPattern([part * zoom() / width for part in pattern])
    return made


def _write(painter: QPainter, mark: marks.Label, size: float) -> None:
    font = QFont(mark.family.removesuffix(_SEMIBOLD))
    font.setPixelSize(max(1, round(mark.size * size)))
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if mark.bold or mark.family.endswith(_SEMIBOLD):
        font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(theme.color(_token(mark.color)))
    x, wide = mark.x * size, painter.fontMetrics().horizontalAdvance(mark.text)
    x -= {"start": 0.0, "middle": wide / 2, "end": float(wide)}[mark.anchor]
    painter.drawText(QPointF(x, mark.y * size), mark.text)


def _points(points: tuple[marks.Point, ...], size: float) -> QPolygonF:
    return QPolygonF([QPointF(x * size, y * size) for x, y in points])


def _path(mark: marks.Path, size: float) -> QPainterPath:
    path = QPainterPath(QPointF(mark.start[0] * size, mark.start[1] * size))
    for curve in mark.curves:
        path.cubicTo(*(QPointF(x * size, y * size) for x, y in curve))
    return path


def _token(name: str) -> str:
    """Return the name of a document's color in the theme: accent_tint is accentTint there."""
    first, *rest = _OTHERS.get(name, name).split("_")
    return first + "".join(part.capitalize() for part in rest)
