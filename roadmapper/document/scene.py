"""A picture as a list of marks, in points from the upper left: drawn alike in PDF, SVG and PNG.

Colors are names of the style sheet. What lies outside the scene is cut off by whoever draws it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from roadmapper import paths
from roadmapper.document.measure import Measure
from roadmapper.document.style import Style

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, filled, outlined or both."""

    x: float
    y: float
    width: float
    height: float
    fill: str = ""
    stroke: str = ""
    radius: float = 0
    stroke_width: float = 0.75
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Polyline:
    """A line through points, solid or dashed."""

    points: tuple[Point, ...]
    stroke: str
    stroke_width: float = 0.75
    dash: tuple[float, ...] = ()
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Path:
    """A smooth line: a start, then cubic curves, each by two control points and its end."""

    start: Point
    curves: tuple[tuple[Point, Point, Point], ...]
    stroke: str
    stroke_width: float = 0.75
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape."""

    points: tuple[Point, ...]
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.75
    opacity: float = 1


@dataclass(frozen=True, slots=True)
class Circle:
    """A circle around a center."""

    x: float
    y: float
    radius: float
    fill: str = ""
    stroke: str = ""
    stroke_width: float = 0.75


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; y is its base line, the anchor says which end of it stands at x."""

    x: float
    y: float
    text: str
    family: str
    size: float
    color: str
    bold: bool = False
    anchor: Anchor = "start"


Mark = Rect | Polyline | Path | Polygon | Circle | Label


@dataclass(frozen=True, slots=True)
class Slot:
    """The room of one category of a chart; its values are read at the middle.

    A row lies: its values are read across. Otherwise they stand above one another; the points of
    lines are where they have their values.
    """

    category: int
    x: float
    y: float
    width: float
    height: float
    points: tuple[Point, ...] = ()
    lies: bool = False


@dataclass(frozen=True, slots=True)
class Scene:
    """A picture: its size in points, its marks from back to front, and what it shows in words.

    The slots of a chart say where on it something can be read or pointed at.
    """

    width: float
    height: float
    marks: tuple[Mark, ...]
    alt: str
    slots: tuple[Slot, ...] = ()


@dataclass(slots=True)
class Drawing:
    """A scene in the making, with the pen and the ruler at hand."""

    style: Style
    measure: Measure
    family: str
    strong: str
    size: float
    marks: list[Mark] = field(default_factory=list)
    slots: list[Slot] = field(default_factory=list)

    def add(self, *marks: Mark) -> None:
        """Put marks on top of what is there."""
        self.marks.extend(marks)

    def stand(
        self,
        centers: Sequence[float],
        span: tuple[float, float],
        room: float,
        points: Sequence[Sequence[Point | None]] = (),
    ) -> None:
        """Note where categories stand: each reaches half the room to both sides of its center."""
        top, bottom = span
        for i, x in enumerate(centers):
            found = tuple(point for series in points if (point := series[i]))
            self.slots.append(Slot(i, x - room / 2, top, room, bottom - top, found))

    def lie(self, centers: Sequence[float], span: tuple[float, float], width: float) -> None:
        """Note where categories lie: each reaches halfway to the next."""
        top, bottom = span
        starts = [top, *((a + b) / 2 for a, b in pairwise(centers))]
        ends = [*starts[1:], bottom]
        for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
            if i < len(centers):
                self.slots.append(Slot(i, 0, start, width, end - start, lies=True))

    def line(
        self, start: Point, end: Point, stroke: str, width: float = 0.75, dash: bool = False
    ) -> None:
        """Draw a straight line, dotted if asked."""
        pattern = (1.5, 2.25) if dash else ()
        self.add(Polyline((start, end), stroke, width, pattern))

    def label(
        self,
        at: Point,
        text: str,
        color: str = "ink",
        strong: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """Write a line of text."""
        family = self.strong if strong else self.family
        self.add(Label(*at, text, family, self.size, color, anchor=anchor))

    def width_of(self, text: str, strong: bool = False) -> float:
        """Return how wide a text will be."""
        return self.measure.width(text, self.strong if strong else self.family, self.size)

    def shorten(self, text: str, room: float, strong: bool = False) -> str:
        """Return the text cut to the room."""
        family = self.strong if strong else self.family
        return self.measure.shorten(" ".join(text.split()), family, self.size, room)

    def wrap(self, text: str, room: float, lines: int = 2) -> tuple[str, ...]:
        """Return the text as lines that fit the room."""
        return self.measure.wrap(text, self.family, self.size, room, lines)

    def scene(self, width: float, height: float, alt: str) -> Scene:
        """Return what was drawn as a finished scene."""
        return Scene(width, height, tuple(self.marks), alt, tuple(self.slots))


def drawing(style: Style, measure: Measure | None, text: str = "chart") -> Drawing:
    """Return an empty drawing that writes in the text style of this name."""
    look = style.text[text]
    strong = f"{look.font} SemiBold"
    return Drawing(
        style,
        measure or Measure(style, paths.fonts()),
        look.font,
        strong if strong in style.families else look.font,
        look.size,
    )
