"""Drawings that are no charts: the cover's field, the disc of a step, the block of a tier."""

from math import fsum

from roadmapper.document import measures as m
from roadmapper.document.measure import Measure
from roadmapper.document.scene import (
    Circle,
    Label,
    Mark,
    Path,
    Point,
    Polyline,
    Rect,
    Scene,
    drawing,
)
from roadmapper.document.style import Style
from roadmapper.document.tree import Badge, Cover, Tone

FIELD = 0.6  # of the page's height
CONTOURS = 18
ROUTE = 7  # the contour that is the route
BAND_ROUTE = 2  # in a band, where it passes above the text
FIRST, LAST = 0.14, 0.84  # where on the route the first and the last station stand
DISC = 7.5
BLOCK_HEIGHT = 43.5

Curve = tuple[Point, Point, Point, Point]


def cover_scene(
    cover: Cover, width: float, height: float, style: Style, measure: Measure | None = None
) -> Scene:
    """Return the colored field at the top of a cover page of this size, with route and stations.

    The scene is as wide as the page and 60 % as high; that of a band is low and has no stations.
    """
    board = drawing(style, measure)
    field = m.BAND_HEIGHT if cover.banded else height * FIELD
    stations = () if cover.banded else cover.stations
    board.add(Rect(0, 0, width, field, "accent"))
    for k in range(CONTOURS):
        curve = _contour(k, width, field)
        opacity = 0.10 + 0.017 * k
        board.add(Path(curve[0], (curve[1:],), "on_accent", 0.9, opacity))
    route = _contour(BAND_ROUTE if cover.banded else ROUTE, width, field)
    board.add(Path(route[0], (route[1:],), "accent_line", 1.9))
    places = [_on(route, t) for t in _shares(len(stations))]
    for x, y in places:
        board.add(Circle(x, y, 4.5, "accent", "on_accent", 1.8))
    room = width * (LAST - FIRST) / max(1, len(places) - 1) - 8
    edge = style.margins.right / 2
    for (x, y), station in zip(places, stations, strict=True):
        name = board.shorten(station, min(room, width - 2 * edge), strong=True)
        half = board.width_of(name, strong=True) / 2
        middle = min(max(x, edge + half), width - edge - half)
        if name:
            board.label((middle, y - 11), name, "on_accent", strong=True, anchor="middle")
    alt = "A route across contour lines"
    alt += f" with the stops {', '.join(stations)}." if stations else "."
    return board.scene(width, field, alt)


def step_scene(number: int, width: float, joined: bool, style: Style) -> Scene:
    """Return the numbered disc of a step, with a line towards the next one if it is joined."""
    look = style.text["step_title"]
    middle = DISC
    disc: tuple[Mark, ...] = (
        Circle(DISC, middle, DISC, "accent"),
        Label(DISC, middle + 2.7, str(number), look.font, 7.5, "on_accent", anchor="middle"),
    )
    line = Polyline(((2 * DISC + 4.5, middle), (width - 4.5, middle)), "accent_line", 1.1)
    rest = (line,) if joined and width > 2 * DISC + 12 else ()
    return Scene(width, 2 * DISC, (*disc, *rest), f"Step {number}")


def pill_scene(badge: Badge, style: Style, measure: Measure | None = None) -> Scene:
    """Return the pill of a criterion: its number in a disc, and its name."""
    board = drawing(style, measure, "badge")
    family, size = style.text["badge"].font, style.text["badge"].size
    high, radius = m.BADGE_HEIGHT, m.BADGE_DISC / 2
    middle, left = high / 2, (high - m.BADGE_DISC) / 2 + 1
    start = left + m.BADGE_DISC + 5
    width = start + board.measure.width(badge.name, family, size) + m.BADGE_PAD
    board.add(
        Rect(0.5, 0.5, width - 1, high - 1, "accent_tint", "accent_line", high / 2),
        Circle(left + radius, middle, radius, "accent"),
        Label(
            left + radius,
            middle + size * 0.36,
            str(badge.number),
            family,
            size,
            "on_accent",
            anchor="middle",
        ),
        Label(start, middle + size * 0.35, badge.name, family, size, "accent"),
    )
    return board.scene(width, high, f"Criterion {badge.number}: {badge.name}")


def tier_scene(number: int, count: int, width: float, tone: Tone, style: Style) -> Scene:
    """Return the block of one training tier, centered, narrower from the first tier to the last."""
    share = 1 - 0.54 * (number - 1) / max(1, count - 1)
    wide = (width - 1) * share
    color, tint = tone_colors(tone)
    look = style.text["tier_name"]
    base = BLOCK_HEIGHT / 2 + look.size * 0.32
    marks = (
        Rect((width - wide) / 2, 0.5, wide, BLOCK_HEIGHT - 1, tint, color, 4.5, 0.9),
        Label(width / 2, base, str(number), look.font, look.size, color, anchor="middle"),
    )
    return Scene(width, BLOCK_HEIGHT, marks, f"Tier {number}")


def tone_colors(tone: Tone) -> tuple[str, str]:
    """Return the names of the strong color and the tint of a tone."""
    if tone is Tone.PLAIN:
        return "ink2", "track"
    return tone.value, f"{tone.value}_tint"


def _contour(k: int, width: float, field: float) -> Curve:
    y = field * (1.18 - 0.058 * k)
    return (
        (-15, y),
        (width * 0.30, y + 22 - 2.25 * k),
        (width * 0.46, field * (0.62 - 0.030 * k)),
        (width + 15, field * (0.74 - 0.052 * k)),
    )


def _shares(count: int) -> list[float]:
    if count == 1:
        return [(FIRST + LAST) / 2]
    return [FIRST + (LAST - FIRST) * i / (count - 1) for i in range(count)]


def _on(curve: Curve, t: float) -> Point:
    """Return the point of a cubic curve at a share of its way."""
    weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t * t, t**3)
    x = fsum(weight * point[0] for weight, point in zip(weights, curve, strict=True))
    y = fsum(weight * point[1] for weight, point in zip(weights, curve, strict=True))
    return x, y
