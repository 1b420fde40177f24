"""The pen that draws text, rules and boxes, each marked as content or decoration.

x runs from the left edge of the page, y down from its upper edge.
"""

from typing import Any

from roadmapper.document.scene import Scene
from roadmapper.document.style import Style
from roadmapper.pdf.breaking import Segment, TextLine
from roadmapper.pdf.draw import Lettering, draw_scene
from roadmapper.pdf.faces import Faces
from roadmapper.pdf.hand import Hand, rgb
from roadmapper.pdf.tagging import Node, Structure

_ABOVE, _BELOW = 0.95, 0.3  # of its size: how far a line of text reaches from its base line
_ARC = 0.4477  # how far a control point of a quarter circle stands from the corner


class Pen:
    """Draws on a canvas of reportlab and records the structure of what it draws."""

    def __init__(self, canvas: Any, faces: Faces, style: Style) -> None:  # reportlab has no types
        self.structure = Structure()
        self.style = style
        self._canvas = canvas
        self._height = 0.0
        self._open: Node | str = ""
        self._hand = Hand(canvas, faces)
        self._lettering = Lettering(self._hand, faces, style)

    def begin_page(self, width: float, height: float) -> None:
        """Start a page of this size."""
        self._canvas.setPageSize((width, height))
        self._height = height
        self.structure.begin_page()

    def end_page(self) -> None:
        """Finish the page."""
        self._close()
        self._canvas.showPage()

    def line(self, line: TextLine, x: float, y: float, node: Node | None) -> None:
        """Write a line of text, its base line at y; without a node it is decoration."""
        for segment in line.segments:
            if node is None:
                self._artifact()
            else:
                self._tag(segment.ink.node or node)
            self._code(self._hand.text(segment, x + segment.x, self._height - y))
            if node and segment.ink.target and segment.ink.node:
                self._link(segment, segment.ink.node, x + segment.x, self._height - y)
        if node and node.source and line.segments:
            high, base = max(one.ink.size for one in line.segments), self._height - y
            box = (x, base - high * _BELOW, x + line.width, base + high * _ABOVE)
            self.structure.spot(node, box)

    def rule(self, x: float, y: float, width: float, thickness: float, color: str) -> None:
        """Draw a horizontal rule, its upper edge at y."""
        self._artifact()
        bottom = self._height - y - thickness
        self._code(f"{self._rgb(color)} rg {x:.2f} {bottom:.2f} {width:.2f} {thickness:.2f} re f")

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str = "",
        stroke: str = "",
        thickness: float = 0.75,
        radius: float = 0,
    ) -> None:
        """Draw a box, its upper left corner at x, y."""
        self._artifact()
        operator = ("B" if stroke else "f") if fill else "S"
        colors = f"{self._rgb(fill)} rg " if fill else ""
        colors += f"{self._rgb(stroke)} RG {thickness} w " if stroke else ""
        path = _rounded(x, self._height - y - height, width, height, min(radius, height / 2))
        self._code(f"{colors}{path} {operator}")

    def figure(self, scene: Scene, x: float, y: float, node: Node | None, scale: float = 1) -> None:
        """Draw a picture, its upper left corner at x, y; without a node it is decoration."""
        bottom = self._height - y - scene.height * scale
        if node is None:
            self._artifact()
        else:
            node.box = (x, bottom, x + scene.width * scale, bottom + scene.height * scale)
            self._tag(node)
        self._canvas.saveState()
        self._canvas.translate(x, bottom)
        self._canvas.scale(scale, scale)
        draw_scene(self._canvas, scene, self.style, self._lettering)
        self._canvas.restoreState()

    def link(
        self, place: tuple[float, float, float, float], target: str, text: str, node: Node
    ) -> None:
        """Make a place (x, y, width, height) a link."""
        x, y, width, height = place
        bottom = self._height - y - height
        self.structure.link(node, (x, bottom, x + width, bottom + height), target, text)

    def _link(self, segment: Segment, node: Node, x: float, y: float) -> None:
        ink = segment.ink
        box = (x, y - ink.size * 0.25, x + max(segment.width, 2), y + ink.size * 0.85)
        text = "".join(shape.text for shape in segment.shapes)
        self.structure.link(node, box, ink.target, text.strip() or ink.target)

    def _tag(self, node: Node) -> None:
        if self._open is not node:
            self._close()
            self._code(f"/{node.role} <</MCID {self.structure.mark(node)}>> BDC")
            self._open = node

    def _artifact(self) -> None:
        if self._open != "artifact":
            self._close()
            self._code("/Artifact BMC")
            self._open = "artifact"

    def _close(self) -> None:
        if self._open:
            self._code("EMC")
        self._open = ""

    def _code(self, code: str) -> None:
        self._canvas.addLiteral(code)

    def _rgb(self, color: str) -> str:
        return rgb(self.style.colors[color])


def _rounded(x: float, y: float, width: float, height: float, radius: float) -> str:
    """Return the path of a box with round corners."""
    if not radius:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    r, k, right, top = radius, radius * _ARC, x + width, y + height
    points = (
        (x + r, y, "m"),
        (right - r, y, "l"),
        (right - k, y, right, y + k, right, y + r, "c"),
        (right, top - r, "l"),
        (right, top - k, right - k, top, right - r, top, "c"),
        (x + r, top, "l"),
        (x + k, top, x, top - k, x, top - r, "c"),
        (x, y + r, "l"),
        (x, y + k, x + k, y, x + r, y, "c"),
    )
    return (
        " ".join(
            " ".join(one if isinstance(one, str) else f"{one:.2f}" for one in step)
            for step in points
        )
        + " h"
    )
