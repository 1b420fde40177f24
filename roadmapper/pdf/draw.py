"""Scenes drawn on a reportlab canvas as vectors, or as a picture for what holds no vectors."""

import io
import math
from pathlib import Path
from typing import Any, assert_never

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from roadmapper.document import scene as marks
from roadmapper.document.style import Style
from roadmapper.pdf.breaking import Breaker, Ink
from roadmapper.pdf.faces import Faces, faces
from roadmapper.pdf.glyphs import clean
from roadmapper.pdf.hand import Hand

DPI = 200
_PALETTE = 256  # colors
_PACKED = 6  # of 9: five times as fast as the best, and one part in twenty larger
TINY = 1e-6  # keeps 500.00000000000006 dots from becoming 501
ROUND = 1  # reportlab's number for round joins
_SHARES = {"start": 0.0, "middle": 0.5, "end": 1.0}


class Lettering:
    """Writes the labels of pictures with the fonts of one document of reportlab."""

    def __init__(self, hand: Hand, faces: Faces, style: Style) -> None:
        self._hand = hand
        self._breaker = Breaker(faces)
        self._style = style

    def text(self, item: marks.Label, y: float) -> str:
        """Return the operators that write a label, its base line at a height."""
        file = self._style.families[item.family].file(bold=item.bold, italic=False)
        ink = Ink(file, item.size, self._style.color(item.color))
        words = clean(item.text).replace("\n", " ")
        line = self._breaker.broken(self._breaker.cut([(ink, words, None)]), math.inf)[0]
        x = item.x - line.width * _SHARES[item.anchor]
        return " ".join(self._hand.text(one, x + one.x, y) for one in line.segments)


# Any: reportlab has no types.
def draw_scene(canvas: Any, scene: marks.Scene, style: Style, lettering: Lettering) -> None:
    """Draw a scene with its lower left corner at the origin; nothing leaves its frame."""
    canvas.saveState()
    frame = canvas.beginPath()
    frame.rect(0, 0, scene.width, scene.height)
    canvas.clipPath(frame, stroke=0, fill=0)
    pen = _Pen(canvas, scene.height, style, lettering)
    for item in scene.marks:
        pen.draw(item)
    canvas.restoreState()


def picture(scene: marks.Scene, style: Style, fonts: Path, dpi: int = DPI) -> bytes:
    """Return the scene as a PNG file."""
    # Loaded late: only a Word file without native charts needs pictures.
    import pypdfium2  # noqa: PLC0415
    from PIL.Image import Dither, Quantize  # noqa: PLC0415

    shared = faces(fonts, style.fallback)
    page = io.BytesIO()
    first = shared.font(next(iter(style.families.values())).regular).fontName
    size = (scene.width, scene.height)
    canvas = Canvas(page, size, invariant=1, pageCompression=0, initialFontName=first)
    draw_scene(canvas, scene, style, Lettering(Hand(canvas, shared), shared, style))
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

    def __init__(self, canvas: Any, height: float, style: Style, lettering: Lettering) -> None:
        self._canvas = canvas
        self._lettering = lettering
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
        self._ink(item.color, "", 0, 1)
        self._canvas.addLiteral(self._lettering.text(item, self._height - item.y))

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
