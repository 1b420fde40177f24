"""Strips: the layers that pages are piled up from; a page may end between any two."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from roadmapper.pdf.pen import Pen

Paint = Callable[[Pen, float, float], None]  # at the left edge of the text and the top of the strip


@dataclass(slots=True, eq=False)
class Panel:
    """What is drawn behind strips that follow each other on a page: a tint, frame or rule."""

    x: float
    width: float
    fill: str = ""
    stroke: str = ""
    thickness: float = 0.75
    radius: float = 0

    def paint(self, pen: Pen, left: float, top: float, bottom: float) -> None:
        """Draw it behind what stands between top and bottom."""
        pen.box(
            left + self.x,
            top,
            self.width,
            bottom - top,
            fill=self.fill,
            stroke=self.stroke,
            thickness=self.thickness,
            radius=self.radius,
        )


@dataclass(slots=True, eq=False)
class SideNote:
    """A note in the margin, or some lines of a long one."""

    height: float
    paint: Paint
    after: float = 0


def nothing(pen: Pen, x: float, y: float) -> None:
    """Paint nothing."""


@dataclass(slots=True, eq=False)
class Strip:
    """A layer as wide as the page's text and of one height.

    `keep` holds it to what follows; `head` is repeated above it where it begins a page; `wide`
    says that it also takes the column of side notes; `keys` are the places that begin with it;
    a `fresh` one begins a page; so much of it as `hang` says may stand below the page's text
    (below zero: so much room it needs there).
    """

    height: float
    paint: Paint = nothing
    before: float = 0
    after: float = 0
    keep: bool = False
    panel: Panel | None = None
    head: "Sequence[Strip]" = ()
    notes: tuple[SideNote, ...] = ()
    keys: tuple[str, ...] = ()
    wide: bool = True
    fresh: bool = False
    hang: float = 0


@dataclass(slots=True, eq=False)
class Placed:
    """A strip and where its top stands."""

    strip: Strip
    y: float

    @property
    def bottom(self) -> float:
        """Where it ends."""
        return self.y + self.strip.height


def groups(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Yield strips that hold to each other."""
    group: list[Strip] = []
    for strip in strips:
        group.append(strip)
        if not strip.keep:
            yield group
            group = []
    if group:
        yield group


def pile(strips: Sequence[Strip], top: float = 0) -> list[Placed]:
    """Return the strips one below the other, the first without the space before it."""
    placed: list[Placed] = []
    y, after = top, 0.0
    for strip in strips:
        if placed:
            y += max(after, strip.before)
        placed.append(Placed(strip, y))
        y, after = y + strip.height, strip.after
    return placed


def height_of(strips: Sequence[Strip]) -> float:
    """Return how high a pile of strips is."""
    return pile(strips)[-1].bottom if strips else 0.0


def paint(pen: Pen, placed: Sequence[Placed], left: float, top: float = 0) -> None:
    """Draw placed strips, panels behind them."""
    for panel, run in _runs(placed):
        if panel:
            panel.paint(pen, left, top + run[0].y, top + run[-1].bottom)
    for one in placed:
        one.strip.paint(pen, left, top + one.y)


def held(strips: list[Strip]) -> list[Strip]:
    """Return the strips, all held to what follows."""
    for strip in strips:
        strip.keep = True
    return strips


def kept(strips: list[Strip]) -> list[Strip]:
    """Return the strips, all but the last held to what follows."""
    held(strips[:-1])
    return strips


def shifted(strip: Strip, by: float) -> Strip:
    """Return a strip drawn further right."""
    draw = strip.paint
    return replace(strip, paint=lambda pen, x, y: draw(pen, x + by, y))


def _runs(placed: Sequence[Placed]) -> Iterator[tuple[Panel | None, list[Placed]]]:
    run: list[Placed] = []
    for one in placed:
        if run and run[-1].strip.panel is not one.strip.panel:
            yield run[-1].strip.panel, run
            run = []
        run.append(one)
    if run:
        yield run[-1].strip.panel, run
