"""The hand that writes shaped words: the operators that show them, in the fonts of one file."""

from collections.abc import Iterable
from itertools import groupby, repeat
from typing import Any

from roadmapper.pdf.breaking import Ink, Segment
from roadmapper.pdf.faces import Faces, Shape
from roadmapper.pdf.glyphs import is_named
from roadmapper.pdf.shaping import Part

_RISE = "Ts"  # stands where the name of a font would

_Code = tuple[str, str]  # the name of a font and a string; without a name an operator


class Hand:
    """Writes with the fonts of one document of reportlab."""

    def __init__(self, canvas: Any, faces: Faces) -> None:  # reportlab has no types
        self._faces = faces
        self._document = canvas._doc  # noqa: SLF001  the fonts ask for it
        self._glyphs: dict[tuple[str, str], tuple[str, str]] = {}
        self._codes: dict[Shape, list[_Code]] = {}

    def text(self, segment: Segment, x: float, y: float) -> str:
        """Return the operators that write a segment at a place."""
        ink = segment.ink
        codes = [code for shape in segment.shapes for code in self._encoded(shape)]
        if ink.spacing and not all(shape.count for shape in segment.shapes):
            codes = self._unspaced(segment)
        return _text(codes, ink, x, y)

    def _unspaced(self, segment: Segment) -> list[_Code]:
        """Return codes that keep together what joins, in an ink that sets characters apart."""
        codes: list[_Code] = []
        for shape in segment.shapes:
            spacing = segment.ink.spacing if shape.count else 0
            codes += [("", f"{spacing:g} Tc"), *self._encoded(shape)]
        return codes

    def _encoded(self, shape: Shape) -> list[_Code]:
        """Return a shape as pairs of font name and string, for this document."""
        found = self._codes.get(shape)
        if found is None:
            found = self._codes[shape] = [
                code for part in shape.parts for code in _explained(part, self._encode(part))
            ]
        return found

    def _encode(self, part: Part) -> list[_Code]:
        if not part.shifts:
            return self._plain(part)
        found: list[_Code] = []
        risen = 0
        for character, move, (right, up) in zip(part.text, part.moves, part.shifts, strict=True):
            name, code = self._glyph(part.file, character)
            piece = (f" {-right} " if right else "") + f"<{code}>"
            piece += str(right - move) if move != right else ""
            if up != risen:
                found.append((_RISE, str(up)))
                risen = up
            if found and found[-1][0] == name:
                found[-1] = (name, _joined((found[-1][1], piece)))
            else:
                found.append((name, piece))
        return [*found, (_RISE, "0")] if risen else found

    def _plain(self, part: Part) -> list[_Code]:
        """Return the codes of a part whose characters all stand on the line, as most do."""
        named = zip(map(self._glyph, repeat(part.file), part.text), part.moves, strict=True)
        return [
            (name, _joined(f"<{code}>{-move}" if move else f"<{code}>" for (_, code), move in run))
            for name, run in groupby(named, lambda one: one[0][0])
        ]

    def _glyph(self, file: str, character: str) -> tuple[str, str]:
        """Return the name of the font subset and the code of a character in it."""
        found = self._glyphs.get((file, character))
        if found is None:
            font = self._faces.font(file)
            ((subset, code),) = font.splitString(character, self._document)
            name = font.getSubsetInternalName(subset, self._document)
            found = self._glyphs[file, character] = (name, code.hex())
        return found


def rgb(color: str) -> str:
    """Return a color as three shares."""
    return " ".join(f"{int(color[i : i + 2], 16) / 255:.4g}" for i in (0, 2, 4))


def _text(codes: list[_Code], ink: Ink, x: float, y: float) -> str:
    """Return the operators that show strings at a place."""
    place = f"1 0 0 1 {x:.2f} {y + ink.rise:.2f} Tm"
    parts = [f"BT {rgb(ink.color)} rg {ink.spacing:g} Tc {place}"]
    for name, run in groupby(codes, lambda code: code[0]):
        pieces = [piece for _, piece in run]
        if name == _RISE:
            parts.append(f"{int(pieces[-1]) * ink.size / 1000:.3f} Ts")
        elif name:
            parts.append(f"{name} {ink.size:g} Tf [{_joined(pieces)}] TJ")
        else:
            parts += pieces
    return " ".join([*parts, "ET"])


def _joined(pieces: Iterable[str]) -> str:
    """Return the pieces of a TJ array; strings that follow one another are one."""
    return "".join(pieces).replace("><", "")


def _explained(part: Part, codes: list[_Code]) -> list[_Code]:
    """Return codes; those whose characters do not say it say what they stand for."""
    meant = "".join(filter(is_named, part.hidden))
    if not meant:
        return codes
    text = meant.encode("utf-16-be").hex()
    return [("", f"/Span <</ActualText <feff{text}>>> BDC"), *codes, ("", "EMC")]
