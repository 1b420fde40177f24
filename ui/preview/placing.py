"""Where pages stand in the preview: pure geometry."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

from ui.shown_numbers import shown_part
from ui.words import _

GAP = 24.0
"""Pixels around and between pages."""
SCREEN = 96 / 72
"""Pixels of a point at 100 %."""
LEAST, MOST = 0.5, 2.0
STEPS = (0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True)
class Zoom:
    """How large pages are: a whole page fits, its width fits, or a part of their true size."""

    fit: str = "page"
    part: float = 1.0

    @property
    def words(self) -> str:
        """What it is called."""
        names = {"page": _("Fit page"), "width": _("Fit width")}
        return names.get(self.fit, shown_part(self.part))


@dataclass(frozen=True, slots=True)
class Placed:
    """The pages in one long column of rows. `part` is the size in force of the first page."""

    areas: tuple[QRectF, ...]
    width: float
    height: float
    part: float

    def shown(self, top: float, bottom: float) -> Iterator[int]:
        """Yield the pages that can be seen between two heights."""
        for at, area in enumerate(self.areas):
            if area.bottom() >= top and area.top() <= bottom:
                yield at

    def at(self, top: float, height: float) -> int:
        """Return the page of which most is seen; the first of several."""
        best, found = 0.0, 0
        for at in self.shown(top, top + height):
            area = self.areas[at]
            seen = min(area.bottom(), top + height) - max(area.top(), top)
            if seen > best + 1:
                best, found = seen, at
        return found


def place(
    sizes: Sequence[QSizeF], zoom: Zoom, columns: int, view: QSizeF, gap: float = GAP
) -> Placed:
    """Return where pages of these sizes stand in a view of this size."""
    areas: list[QRectF] = []
    wide, top, first = view.width(), gap, 0.0
    for start in range(0, len(sizes), columns):
        row = sizes[start : start + columns]
        scale = _scale(row, zoom, columns, view, gap)
        first = first or scale
        full = sum(one.width() * scale for one in row) + gap * (len(row) - 1)
        left = max(gap, (view.width() - full) / 2)
        high = max(one.height() * scale for one in row)
        for one in row:
            width, height = round(one.width() * scale), round(one.height() * scale)
            areas.append(QRectF(round(left), round(top), width, height))
            left += width + gap
        wide = max(wide, full + 2 * gap)
        top += high + gap
    return Placed(tuple(areas), wide, top, first / SCREEN)


def _scale(row: Sequence[QSizeF], zoom: Zoom, columns: int, view: QSizeF, gap: float) -> float:
    if zoom.fit == "part":
        return SCREEN * zoom.part
    # A row that is not full is as large as if it were.
    total = sum(one.width() for one in row) * columns / len(row)
    across = max(view.width() - gap * (columns + 1), 40) / total
    if zoom.fit == "width":
        return across
    down = max(view.height() - 2 * gap, 40) / max(one.height() for one in row)
    return min(across, down)
