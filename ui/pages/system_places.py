"""The places of rows in a list that is put in order: rows slide to where they belong."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPoint, QPropertyAnimation
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.pages.system_row import RankRow

_GAP = 8


class Places:
    """Puts `rows` below each other in `canvas`, which gets as high as they are."""

    def __init__(self, canvas: QWidget, rows: Mapping[str, RankRow]) -> None:
        self._canvas, self._rows = canvas, rows
        self._slides: dict[str, QPropertyAnimation] = {}

    def arrange(self, order: Sequence[str], *, slide: bool) -> None:
        """Put every row to its place; let them slide if they may."""
        top, width = 0, self._canvas.width()
        for name in order:
            one = self._rows[name]
            high = one.height() if one.is_lifted else one.height_for(width)
            one.resize(width, high)
            self._bring(one, QPoint(0, top), slide=slide)
            top += high + theme.px(_GAP)
        self._canvas.setFixedHeight(max(top - theme.px(_GAP), 0))

    def place_at(self, order: Sequence[str], name: str, middle: float) -> int:
        """Return the place a row belongs to whose middle is there."""
        top = 0.0
        for place, other in enumerate(one for one in order if one != name):
            high = self._rows[other].height()
            if middle < top + high / 2 + self._rows[name].height() / 2:
                return place
            top += high + theme.px(_GAP)
        return len(order) - 1

    def forget(self, name: str) -> None:
        """Know that a row goes."""
        self._slides.pop(name, None)

    def _bring(self, one: RankRow, place: QPoint, *, slide: bool) -> None:
        running = self._slides.pop(one.row, None)
        if running is not None:
            running.stop()
        if not slide or one.pos() == place or not theme.duration("base"):
            one.move(place)
            return
        going = QPropertyAnimation(one, b"pos", self._canvas)
        going.setDuration(theme.duration("base"))
        going.setEasingCurve(QEasingCurve.Type.OutCubic)
        going.setEndValue(place)
        self._slides[one.row] = going
        going.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)
