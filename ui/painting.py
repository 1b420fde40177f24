"""Ways to paint that several parts share: rounded boxes, focus rings, shadows, text."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QGradient,
    QLinearGradient,
    QPainter,
    QPen,
    QRadialGradient,
)
from PySide6.QtWidgets import QWidget

from ui import theme


@contextmanager
def painting(widget: QWidget) -> Iterator[QPainter]:
    """Paint on a widget with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def box(  # noqa: PLR0917 - area, corner, fill, edge, width, in the order one draws
    painter: QPainter,
    area: QRectF,
    corner: float,
    fill: str = "",
    edge: str = "",
    width: float = 1.0,
    *,
    dashed: bool = False,
) -> None:
    """Paint a rounded box whose edge lies inside `area`."""
    edge = theme.edge_of(fill) or edge
    half = width / 2 if edge else 0.0
    painter.setPen(pen(edge, width, dashed=dashed) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(area.adjusted(half, half, -half, -half), corner, corner)


def pen(color: str, width: float = 1.0, *, dashed: bool = False) -> QPen:
    """Return a pen with round ends."""
    made = QPen(theme.color(color), width)
    made.setCapStyle(Qt.PenCapStyle.RoundCap)
    if dashed:
        made.setDashPattern([3, 3])
    return made


def focus_ring(painter: QPainter, area: QRectF, corner: float) -> None:
    """Paint the ring of the focused control, inside its edge so that it is never cut."""
    box(painter, area, corner, edge="accent", width=2)


def text(  # noqa: PLR0917 - area, words, style, color, in the order one writes
    painter: QPainter,
    area: QRectF,
    words: str,
    style: str = "cell",
    color: str = "ink",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
    weight: int | None = None,
) -> None:
    """Paint one line of text."""
    painter.setFont(theme.font(style, weight))
    painter.setPen(theme.color(color))
    painter.drawText(area, align, words)


def cut(words: str, width: float, style: str = "cell", weight: int | None = None) -> str:
    """Return a text as far as it fits on one line, with an ellipsis if it does not."""
    metrics = QFontMetricsF(theme.font(style, weight))
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def lines(  # noqa: PLR0917 - area, words, style, color, in the order one writes
    painter: QPainter,
    area: QRectF,
    words: str,
    style: str = "cell",
    color: str = "ink",
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    weight: int | None = None,
) -> None:
    """Paint up to two lines of text in the middle of an area; more ends in an ellipsis."""
    font = theme.font(style, weight)
    painter.setFont(font)
    painter.setPen(theme.color(color))
    told = broken(words, area.width(), style, weight, theme.scale())
    high = painter.fontMetrics().height()
    top = area.center().y() - high * len(told) / 2
    for at, line in enumerate(told):
        place = QRectF(area.left(), top + at * high, area.width(), high)
        painter.drawText(place, align | Qt.AlignmentFlag.AlignVCenter, line)


@lru_cache(maxsize=4096)
def broken(
    words: str, width: float, style: str, weight: int | None, _scale: float
) -> tuple[str, ...]:
    """Return a text as at most two lines of this width, the last with an ellipsis if cut."""
    # Loaded late: Home has no text of two lines.
    from PySide6.QtGui import QTextLayout, QTextOption  # noqa: PLC0415

    font = theme.font(style, weight)
    layout = QTextLayout(words[:_LONGEST], font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    if not first.isValid() or width < 1:
        return (words[:1],) if words else ()
    first.setLineWidth(width)
    layout.endLayout()
    head, rest = words[: first.textLength()].rstrip(), words[first.textLength() :].lstrip()
    cut = QFontMetricsF(font).elidedText(rest[:_LONGEST], Qt.TextElideMode.ElideRight, width)
    return (head, cut) if cut else (head,)


_LONGEST = 600
"""Characters of a text that two lines could ever hold."""

_STEPS = 8
_SPREAD = 1.35
"""How far a shadow reaches, as a multiple of its blur."""
_CORE = 0.55


def shadow(painter: QPainter, area: QRectF, level: str) -> None:
    """Paint the soft shadow of a thing that floats, from gradients on four edges and corners."""
    rule = theme.tokens()["elevation"][level]
    blur, alpha = float(rule["blur"]), min(1.0, float(rule["alpha"]) * 1.5)
    core = area.translated(0, rule["dy"]).adjusted(
        blur * _CORE, blur * _CORE, -blur * _CORE, -blur * _CORE
    )
    reach = blur * _SPREAD
    painter.save()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillRect(core, _shade(alpha))
    for side, start, end in _sides(core, reach):
        painter.fillRect(side, QBrush(_faded(QLinearGradient(start, end), alpha)))
    for corner, center in _corners(core, reach):
        painter.fillRect(corner, QBrush(_faded(QRadialGradient(center, reach), alpha)))
    painter.restore()


def _shade(alpha: float) -> QColor:
    made = QColor(0, 0, 0) if theme.is_dark() else QColor(30, 34, 38)
    made.setAlphaF(alpha)
    return made


def _faded(gradient: QGradient, alpha: float) -> QGradient:
    gradient.setStops(_stops(alpha, theme.is_dark()))
    return gradient


@lru_cache(maxsize=16)
def _stops(alpha: float, _dark: bool) -> list[tuple[float, QColor]]:
    parts = (step / _STEPS for step in range(_STEPS + 1))
    return [(part, _shade(alpha * (1 - part) ** 2.2)) for part in parts]


def _sides(core: QRectF, reach: float) -> Iterator[tuple[QRectF, QPointF, QPointF]]:
    left, top, right, bottom = core.left(), core.top(), core.right(), core.bottom()
    wide, high = core.width(), core.height()
    yield QRectF(left - reach, top, reach, high), QPointF(left, 0), QPointF(left - reach, 0)
    yield QRectF(right, top, reach, high), QPointF(right, 0), QPointF(right + reach, 0)
    yield QRectF(left, top - reach, wide, reach), QPointF(0, top), QPointF(0, top - reach)
    yield QRectF(left, bottom, wide, reach), QPointF(0, bottom), QPointF(0, bottom + reach)


def _corners(core: QRectF, reach: float) -> Iterator[tuple[QRectF, QPointF]]:
    for x, start in ((core.left(), core.left() - reach), (core.right(), core.right())):
        for y, begin in ((core.top(), core.top() - reach), (core.bottom(), core.bottom())):
            yield QRectF(start, begin, reach, reach), QPointF(x, y)
