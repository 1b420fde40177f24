"""Scenes as SVG files: text stays text, sizes stay in points."""

from typing import assert_never

from roadmapper.document import scene as marks
from roadmapper.document.style import Style

SEMIBOLD = " SemiBold"
_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_SPACE = "\t\n\r"


def svg(scene: marks.Scene, style: Style) -> bytes:
    """Return the scene as an SVG file."""
    width, height = _number(scene.width), _number(scene.height)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}pt" height="{height}pt"'
        f' viewBox="0 0 {width} {height}" role="img"><title>{_escape(scene.alt)}</title>'
    )
    body = "\n".join(_mark(item, style) for item in scene.marks)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{head}\n{body}\n</svg>\n'.encode()


def _mark(item: marks.Mark, style: Style) -> str:
    match item:
        case marks.Rect():
            radius = min(item.radius, item.width / 2, item.height / 2)
            place = _attributes(x=item.x, y=item.y, width=item.width, height=item.height, rx=radius)
            return f"<rect{place}{_fill(item, style)}/>"
        case marks.Circle():
            place = _attributes(cx=item.x, cy=item.y, r=item.radius)
            return f"<circle{place}{_fill(item, style)}/>"
        case marks.Polygon():
            return f'<polygon points="{_points(item.points)}"{_fill(item, style)}/>'
        case marks.Polyline():
            dash = " ".join(_number(part) for part in item.dash)
            dashes = f' stroke-dasharray="{dash}"' if dash else ""
            return f'<polyline points="{_points(item.points)}"{_stroke(item, style)}{dashes}/>'
        case marks.Path():
            curves = " ".join(f"C {_points(curve)}" for curve in item.curves)
            return f'<path d="M {_points((item.start,))} {curves}"{_stroke(item, style)}/>'
        case marks.Label():
            return _label(item, style)
        case unreachable:
            assert_never(unreachable)


def _label(item: marks.Label, style: Style) -> str:
    """Return a text; a machine without the semibold face makes it from the family's bold one."""
    plain = item.family.removesuffix(SEMIBOLD)
    named = dict.fromkeys([item.family, plain, style.substitutes.get(item.family, "")])
    families = ", ".join(f"'{name}'" for name in named if name)
    weight = 600 if plain != item.family else 700 if item.bold else 400
    return (
        f'<text{_attributes(x=item.x, y=item.y)} font-family="{families}"'
        f' font-size="{_number(item.size)}" font-weight="{weight}"'
        f' text-anchor="{item.anchor}" fill="#{style.color(item.color)}">'
        f"{_escape(item.text)}</text>"
    )


def _fill(item: marks.Rect | marks.Circle | marks.Polygon, style: Style) -> str:
    opacity = 1.0 if isinstance(item, marks.Circle) else item.opacity
    color = f"#{style.color(item.fill)}" if item.fill else "none"
    if not item.stroke:
        return f' fill="{color}"{_opacity(opacity)}'
    width = _number(item.stroke_width)
    line = f' stroke="#{style.color(item.stroke)}" stroke-width="{width}"'
    return f' fill="{color}"{line}{_opacity(opacity)}'


def _stroke(item: marks.Polyline | marks.Path, style: Style) -> str:
    color, width = style.color(item.stroke), _number(item.stroke_width)
    line = f' fill="none" stroke="#{color}" stroke-width="{width}" stroke-linejoin="round"'
    return line + _opacity(item.opacity)


def _opacity(opacity: float) -> str:
    return "" if opacity == 1 else f' opacity="{_number(opacity)}"'


def _attributes(**numbers: float) -> str:
    return "".join(f' {name}="{_number(number)}"' for name, number in numbers.items())


def _points(points: tuple[marks.Point, ...]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)


def _number(number: float) -> str:
    """Return a number with three decimals at most, so that machines agree on it."""
    text = f"{number:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _escape(text: str) -> str:
    """Return text that XML can hold; what it cannot hold becomes a visible replacement."""
    kept = (c if c >= " " or c in _SPACE else "\ufffd" for c in text)
    safe = "".join(
        "\ufffd" if "\ud800" <= c <= "\udfff" or c in "\ufffe\uffff" else c for c in kept
    )
    return safe.translate(_ESCAPES)
