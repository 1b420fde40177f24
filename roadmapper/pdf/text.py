"""Running text: a line of the tree becomes lines of the page, broken where a reader expects it."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import assert_never

from roadmapper.document.style import Style, TextStyle
from roadmapper.document.tree import Line, Link, NoteMark, PageNumber, Reference, Text
from roadmapper.pdf.faces import Faces, Shape
from roadmapper.pdf.glyphs import clean
from roadmapper.pdf.links import target_of
from roadmapper.pdf.tagging import Node

_CJK = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_ATOM = re.compile(
    rf"\n| +|[{_CJK}]"
    rf"|[^ \n{_CJK}]+?(?:(?<=\w)-(?=[^\W\d])|[–—/](?=\w)|(?=[ \n{_CJK}]|\Z))"
)
_BREAKABLE = re.compile(rf"[-–—/ \n{_CJK}]\Z")
_UNKNOWN_PAGE = "00"
_LONGEST = 60  # characters of one atom: longer ones are cut, so that no word needs more than a line
_LONGEST_LINE = 300
_NOTE_SIZE = 0.62
_NOTE_RISE = 0.36


@dataclass(slots=True, eq=False)
class Ink:
    """How a run of text is set: font file, size, colour, and what it belongs to."""

    file: str
    size: float
    color: str
    spacing: float = 0
    rise: float = 0
    tabular: bool = False
    target: str = ""
    node: Node | None = None

    def width(self, shape: Shape) -> float:
        """Return the width of a shape in points."""
        return shape.width * self.size / 1000 + self.spacing * shape.count


@dataclass(slots=True, eq=False)
class Segment:
    """A piece of a text line in one ink."""

    x: float
    width: float
    ink: Ink
    shapes: list[Shape]


@dataclass(slots=True, eq=False)
class TextLine:
    """One line of the page: its segments from left to right."""

    segments: list[Segment] = field(default_factory=list)
    width: float = 0
    notes: list[NoteMark] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Atom:
    ink: Ink
    text: str
    shape: Shape
    width: float
    note: NoteMark | None = None


class Typesetter:
    """Sets lines of the tree in the styles of the style sheet."""

    def __init__(self, style: Style, faces: Faces, pages: Mapping[str, int]) -> None:
        self.style = style
        self.faces = faces
        self.asked_for_pages = False
        self.keys: frozenset[str] = frozenset(pages)
        self._pages = pages

    def ink(
        self, look: TextStyle, *, bold: bool = False, italic: bool = False, color: str = ""
    ) -> Ink:
        """Return the ink of a text style."""
        family = self.style.families[look.font]
        file = family.file(bold=bold, italic=italic or look.style == "italic")
        return Ink(file, look.size, self.style.colors[color or look.color], look.spacing)

    def lines(
        self,
        line: Line,
        look: TextStyle,
        width: float,
        node: Node | None = None,
        *,
        bold: bool = False,
        color: str = "",
        tabular: bool = False,
        balanced: bool = False,
    ) -> list[TextLine]:
        """Return a line of the tree broken to a width; `node` becomes the parent of its links."""
        atoms = list(self._atoms(line, look, node, bold, color, tabular))
        found = _broken(self, atoms, width)
        if balanced and 1 < len(found) < 5:  # noqa: PLR2004  a headline, not a paragraph
            return self._balanced(atoms, found, width)
        return found

    def plain(self, text: str, look: TextStyle, *, bold: bool = False, color: str = "") -> TextLine:
        """Return a text as one line of any width."""
        return self.lines((Text(text.replace("\n", " ")),), look, 1e9, bold=bold, color=color)[0]

    def shortened(self, text: str, look: TextStyle, width: float) -> TextLine:
        """Return a text as one line, cut with an ellipsis where it is wider."""
        line = self.plain(text[:_LONGEST_LINE], look)
        while line.width > width and text:
            text = text[: min(len(text), _LONGEST_LINE) * 9 // 10]
            line = self.plain(text.rstrip() + "…", look)
        return line

    def _balanced(self, atoms: list[_Atom], found: list[TextLine], width: float) -> list[TextLine]:
        """Return as many lines, as even as they can be."""
        low, high = max(width / 3, width * (len(found) - 1) / len(found) / 2), width
        best = found
        while high - low > 4:  # noqa: PLR2004  points; the eye sees no less
            middle = (low + high) / 2
            tried = _broken(self, atoms, middle)
            if len(tried) > len(found) or any(one.width > middle for one in tried):
                low = middle
            else:
                best, high = tried, middle
        return best

    def _atoms(
        self,
        line: Line,
        look: TextStyle,
        node: Node | None,
        bold: bool,
        color: str,
        tabular: bool,
    ) -> Iterator[_Atom]:
        for part in line:
            match part:
                case Text(text, strong, italic):
                    ink = self.ink(look, bold=bold or strong, italic=italic, color=color)
                case Link(text, target, strong, italic):
                    ink = self.ink(look, bold=bold or strong, italic=italic, color=color)
                    self._make_link(ink, target, node)
                case Reference(key, text):
                    ink = self.ink(look, bold=bold, color=color)
                    self._make_link(ink, f"#{key}", node, tinted=False)
                case PageNumber(key):
                    self.asked_for_pages = True
                    text = str(self._pages.get(key) or _UNKNOWN_PAGE)
                    ink = self.ink(look, bold=bold, color=color)
                    self._make_link(ink, f"#{key}", node, tinted=False)
                case NoteMark(number):
                    text, ink = str(number), self._note_ink(look, node)
                case _:
                    assert_never(part)
            ink.tabular = tabular
            text = clean(text)
            yield from self._cut(
                ink, text.upper() if look.caps else text, part if isinstance(part, NoteMark) else None
            )

    def _cut(self, ink: Ink, text: str, note: NoteMark | None) -> Iterator[_Atom]:
        for found in _ATOM.finditer(text):
            whole = found.group()
            for start in range(0, len(whole), _LONGEST):
                yield self._atom(ink, whole[start : start + _LONGEST], note)

    def _atom(self, ink: Ink, text: str, note: NoteMark | None = None) -> _Atom:
        shape = self.faces.shape(ink.file, "" if text == "\n" else text, tabular=ink.tabular)
        return _Atom(ink, text, shape, ink.width(shape), note)

    def _make_link(self, ink: Ink, target: str, node: Node | None, *, tinted: bool = True) -> None:
        ink.target = target_of(target, self.keys)
        if ink.target and node:
            ink.node = node.child("Link")
            if tinted:
                ink.color = self.style.colors["accent"]

    def _note_ink(self, look: TextStyle, node: Node | None) -> Ink:
        ink = self.ink(self.style.text["figure_label"], color="accent")
        ink.size, ink.rise = look.size * _NOTE_SIZE, look.size * _NOTE_RISE
        ink.node = node.child("Reference") if node else None
        return ink


def _broken(setter: Typesetter, atoms: list[_Atom], width: float) -> list[TextLine]:
    """Return the atoms as lines no wider than the width."""
    lines: list[list[_Atom]] = [[]]
    used = 0.0
    for chunk in _chunks(atoms):
        wide = sum(one.width for one in chunk)
        if chunk[0].text == "\n":
            lines.append([])
            used = 0.0
            continue
        if chunk[0].text[0] != " " and used + wide > width + 0.01 and used:
            lines.append([])
            used = 0.0
        if wide > width and chunk[0].text[0] != " ":
            used = _squeeze(setter, chunk, width, lines)
            continue
        lines[-1].extend(chunk)
        used += wide
    return [_line(atoms) for atoms in lines]


def _chunks(atoms: Iterable[_Atom]) -> Iterator[list[_Atom]]:
    """Yield what must stand on one line: atoms that no space, dash or ideograph divides."""
    chunk: list[_Atom] = []
    for atom in atoms:
        if chunk and (atom.text[0] in " \n" or _BREAKABLE.search(chunk[-1].text)):
            yield chunk
            chunk = []
        chunk.append(atom)
    if chunk:
        yield chunk


def _squeeze(
    setter: Typesetter, chunk: list[_Atom], width: float, lines: list[list[_Atom]]
) -> float:
    """Break a chunk wider than a line between any two characters, and return the width used."""
    used = sum(one.width for one in lines[-1])
    for atom in chunk:
        for character in atom.text:
            one = setter._atom(atom.ink, character, atom.note)  # noqa: SLF001  of this file
            if used + one.width > width and lines[-1]:
                lines.append([])
                used = 0.0
            lines[-1].append(one)
            used += one.width
    return used


def _line(atoms: list[_Atom]) -> TextLine:
    """Return a line of segments, the space at its end kept but not counted."""
    line = TextLine()
    x = 0.0
    for atom in _in_reading_order(atoms):
        last = line.segments[-1] if line.segments else None
        if last and last.ink is atom.ink:
            last.shapes.append(atom.shape)
            last.width += atom.width
        else:
            line.segments.append(Segment(x, atom.width, atom.ink, [atom.shape]))
        x += atom.width
        if atom.text[0] != " ":
            line.width = x
        if atom.note and atom.note not in line.notes:
            line.notes.append(atom.note)
    return line


def _in_reading_order(atoms: list[_Atom]) -> list[_Atom]:
    return atoms
