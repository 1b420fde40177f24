"""Ways to paint that several parts share: rounded boxes, focus rings, shadows, text."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
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
    for step in range(_STEPS + 1):
        part = step / _STEPS
        gradient.setColorAt(part, _shade(alpha * (1 - part) ** 2.2))
    return gradient


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
