"""Icons: the shipped drawings, recolored and cached for the screen they are painted on."""

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from roadmapper import paths
from ui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


def icon(name: str, color: str = "ink2", size: int = 16) -> "QIcon":
    """Return an icon for a native control or a menu."""
    # Loaded late: it takes Qt for Python a moment, and Home paints its drawings.
    from PySide6.QtGui import QIcon  # noqa: PLC0415

    return QIcon(pixmap(name, size, color))


def pixmap(name: str, size: int = 16, color: str = "ink2") -> QPixmap:
    """Return a drawing as a pixmap as sharp as the screen."""
    app = QApplication.instance()
    ratio = app.devicePixelRatio() if isinstance(app, QApplication) else 1.0
    return _pixmap(name, size, theme.hex_color(color), ratio)


def paint(painter: QPainter, name: str, box: QRectF, color: str = "ink2") -> None:
    """Paint a drawing into a box."""
    _renderer(name, theme.hex_color(color)).render(painter, box)


@lru_cache(maxsize=400)
def _pixmap(name: str, size: int, color: str, ratio: float) -> QPixmap:
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _renderer(name, color).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return made


@lru_cache(maxsize=400)
def _renderer(name: str, color: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", color).encode()))


@cache
def _drawing(name: str) -> str:
    return (paths.assets() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
