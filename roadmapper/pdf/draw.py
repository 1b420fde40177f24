"""Scenes drawn on a reportlab canvas as vectors, or as a picture for what holds no vectors."""

import io
from pathlib import Path
from typing import Any, assert_never

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from roadmapper.document import scene as marks
from roadmapper.document.measure import MISSING
from roadmapper.document.style import Style

DPI = 200
_PALETTE = 256  # colors
_PACKED = 6  # of 9: five times as fast as the best, and one part in twenty larger
TINY = 1e-6  # keeps 500.00000000000006 dots from becoming 501
ROUND = 1  # reportlab's number for round joins


def font_name(style: Style, family: str, bold: bool = False, italic: bool = False) -> str:
    """Return the name under which the face is registered: the stem of its file."""
    return Path(style.families[family].file(bold=bold, italic=italic)).stem


def register(style: Style, fonts: Path) -> None:
    """Make every face of the style and its fallbacks known to reportlab, once."""
    faces = [
        file
        for family in style.families.values()
        for file in (family.regular, family.italic, family.bold, family.bold_italic)
        if file
    ]
    known = set(pdfmetrics.getRegisteredFontNames())
    for file in dict.fromkeys([*faces, *style.fallback]):
        if Path(file).stem not in known:
            pdfmetrics.registerFont(TTFont(Path(file).stem, str(fonts / file)))


# Any: reportlab has no types.
def draw_scene(canvas: Any, scene: marks.Scene, x: float, y: float, style: Style) -> None:
    """Draw a scene with its lower left corner at x, y; nothing leaves its frame."""
    canvas.saveState()
    canvas.translate(x, y)
    frame = canvas.beginPath()
    frame.rect(0, 0, scene.width, scene.height)
    canvas.clipPath(frame, stroke=0, fill=0)
    pen = _Pen(canvas, scene.height, style)
    for item in scene.marks:
        pen.draw(item)
    canvas.restoreState()


def picture(scene: marks.Scene, style: Style, fonts: Path, dpi: int = DPI) -> bytes:
    """Return the scene as a PNG file."""
    # Loaded late: only a Word file without native charts needs pictures.
    import pypdfium2  # noqa: PLC0415
    from PIL.Image import Dither, Quantize  # noqa: PLC0415

    register(style, fonts)
    page = io.BytesIO()
    first = font_name(style, next(iter(style.families)))
    size = (scene.width, scene.height)
    canvas = Canvas(page, size, invariant=1, pageCompression=0, initialFontName=first)
    draw_scene(canvas, scene, 0, 0, style)
    canvas.save()
    document = pypdfium2.PdfDocument(page.getvalue())
    try:
        bitmap = document[0].render(scale=(dpi - TINY) / 72)
        image = bitmap.to_pil().convert("RGB")
    finally:
        document.close()
    # Few colors are in a drawing: a palette holds them, and takes a third of the room.
    image = image.quantize(_PALETTE, method=Quantize.MEDIANCUT, dither=Dither.NONE)
    out = io.BytesIO()
    image.save(out, "PNG", dpi=(dpi, dpi), compress_level=_PACKED)
    return out.getvalue()


class _Pen:
    """Draws marks on a canvas whose y grows upwards."""

    def __init__(self, canvas: Any, height: float, style: Style) -> None:
        self._canvas = canvas
        self._height = height
        self._style = style

    def draw(self, item: marks.Mark) -> None:
        """Draw one mark."""
        match item:
            case marks.Rect():
                self._rect(item)
            case marks.Polyline():
                self._polyline(item)
            case marks.Path():
                self._path(item)
            case marks.Polygon():
                self._polygon(item)
            case marks.Circle():
                self._circle(item)
            case marks.Label():
                self._label(item)
            case unreachable:
                assert_never(unreachable)

    def _rect(self, item: marks.Rect) -> None:
        self._ink(item.fill, item.stroke, item.stroke_width, item.opacity)
        y = self._height - item.y - item.height
        radius = min(item.radius, item.width / 2, item.height / 2)
        shape = (item.x, y, item.width, item.height)
        sides = {"stroke": int(bool(item.stroke)), "fill": int(bool(item.fill))}
        if radius > 0:
            self._canvas.roundRect(*shape, radius, **sides)
        else:
            self._canvas.rect(*shape, **sides)

    def _polyline(self, item: marks.Polyline) -> None:
        self._ink("", item.stroke, item.stroke_width, item.opacity)
        self._canvas.setDash(list(item.dash))
        self._canvas.drawPath(self._through(item.points), stroke=1, fill=0)
        self._canvas.setDash()

    def _path(self, item: marks.Path) -> None:
        self._ink("", item.stroke, item.stroke_width, item.opacity)
        path = self._through((item.start,))
        for curve in item.curves:
            path.curveTo(*(part for x, y in curve for part in (x, self._height - y)))
        self._canvas.drawPath(path, stroke=1, fill=0)

    def _polygon(self, item: marks.Polygon) -> None:
        self._ink(item.fill, item.stroke, item.stroke_width, item.opacity)
        path = self._through(item.points)
        path.close()
        self._canvas.drawPath(path, stroke=int(bool(item.stroke)), fill=int(bool(item.fill)))

    def _circle(self, item: marks.Circle) -> None:
        self._ink(item.fill, item.stroke, item.stroke_width, 1)
        sides = {"stroke": int(bool(item.stroke)), "fill": int(bool(item.fill))}
        self._canvas.circle(item.x, self._height - item.y, item.radius, **sides)

    def _label(self, item: marks.Label) -> None:
        runs = _runs(item.text, self._style, font_name(self._style, item.family, item.bold))
        wide = sum(pdfmetrics.stringWidth(text, font, item.size) for font, text in runs)
        share = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.anchor]
        self._ink(item.color, "", 0, 1)
        text = self._canvas.beginText(item.x - wide * share, self._height - item.y)
        for font, part in runs:
            text.setFont(font, item.size)
            text.textOut(part)
        self._canvas.drawText(text)

    def _through(self, points: tuple[marks.Point, ...]) -> Any:
        path = self._canvas.beginPath()
        path.moveTo(points[0][0], self._height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, self._height - y)
        return path

    def _ink(self, fill: str, stroke: str, width: float, opacity: float) -> None:
        if fill:
            self._canvas.setFillColor(self._color(fill), alpha=opacity)
        if stroke:
            self._canvas.setStrokeColor(self._color(stroke), alpha=opacity)
            self._canvas.setLineWidth(width)
            self._canvas.setLineJoin(ROUND)

    def _color(self, name: str) -> Any:
        return HexColor(int(self._style.color(name), 16))


def _runs(text: str, style: Style, font: str) -> list[tuple[str, str]]:
    """Return the text as runs of one font each; what no font has becomes a replacement."""
    runs: list[tuple[str, str]] = []
    known = set(pdfmetrics.getRegisteredFontNames())
    chain = [font, *(name for name in map(_stem, style.fallback) if name in known)]
    for character in text:
        name, shown = _drawable(character, chain)
        if runs and runs[-1][0] == name:
            runs[-1] = (name, runs[-1][1] + shown)
        else:
            runs.append((name, shown))
    return runs


def _drawable(character: str, chain: list[str]) -> tuple[str, str]:
    for wanted in (character, MISSING):
        for name in chain:
            if ord(wanted) in pdfmetrics.getFont(name).face.charToGlyph:
                return name, wanted
    return chain[0], "?"


def _stem(file: str) -> str:
    return Path(file).stem
