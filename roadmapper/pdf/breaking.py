"""Lines of text: inked words are broken to a width, where a reader expects a break."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from roadmapper.document.tree import NoteMark
from roadmapper.pdf.direction import in_order, runs_left, turned
from roadmapper.pdf.faces import Faces, Shape
from roadmapper.pdf.tagging import Node

_CJK = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_ATOM = re.compile(
    rf"\n| +|[{_CJK}]"
    rf"|[^ \n{_CJK}]+?(?:(?<=\w)-(?=[^\W\d])|[–—/](?=\w)|(?=[ \n{_CJK}]|\Z))"
)
_BREAKABLE = re.compile(rf"[-–—/ \n{_CJK}]\Z")
_LONGEST = 60  # characters of one atom, so that a word without end is not shaped as a whole
_PAUSES = ",;:—"
_UNEVEN = 0.5  # a headline's shorter line is longer than this share of the other
_MOST_BALANCED = 4  # lines of a headline; what is longer is a paragraph
_UNSEEN = 4.0  # points; a difference in width that no eye sees
_TOLERANCE = 0.01


@dataclass(slots=True, eq=False)
class Ink:
    """How a run of text is set: font file, size, color, and what it belongs to."""

    file: str
    size: float
    color: str
    spacing: float = 0
    rise: float = 0
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
    """One line on paper: its segments from left to right, and the note marks in it.

    Lines are remembered and drawn in many places, so a finished one is never changed.
    """

    segments: list[Segment] = field(default_factory=list)
    width: float = 0
    notes: list[NoteMark] = field(default_factory=list)

    def followed_by(self, other: "TextLine", x: float) -> "TextLine":
        """Return this line with another one written behind it, from x on."""
        moved = [replace(segment, x=segment.x + x) for segment in other.segments]
        return TextLine([*self.segments, *moved], x + other.width, [*self.notes, *other.notes])


@dataclass(slots=True, eq=False)
class Atom:
    """A piece of text that is parted only where a word alone is wider than a line."""

    ink: Ink
    text: str
    shape: Shape
    width: float
    note: NoteMark | None = None

    @property
    def is_space(self) -> bool:
        """Whether it may hang over the end of a line."""
        return self.text[0] == " "


class Breaker:
    """Cuts text into atoms and puts atoms on lines."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces

    def cut(self, ink: Ink, text: str, note: NoteMark | None = None) -> Iterator[Atom]:
        """Yield a run of text as atoms."""
        for found in _ATOM.finditer(text):
            whole = found.group()
            for start in range(0, len(whole), _LONGEST):
                yield self._atom(ink, whole[start : start + _LONGEST], note)

    def kern_spaces(self, atoms: list[Atom]) -> None:
        """Kern the words beside each space, as Word and LibreOffice do."""
        for before, after in pairwise(atoms):
            if before.ink.file == after.ink.file and before.is_space != after.is_space:
                pair = before.text[-1] + after.text[0]
                before.width += self._faces.kerning(before.ink.file, pair) * before.ink.size / 1000

    def broken(self, atoms: list[Atom], width: float) -> list[TextLine]:
        """Return the atoms as lines no wider than the width."""
        lines: list[list[Atom]] = [[]]
        used = 0.0
        for chunk in _chunks(atoms):
            wide = sum(one.width for one in chunk)
            is_space = chunk[0].is_space
            if chunk[0].text == "\n" or (
                used and not is_space and used + wide > width + _TOLERANCE
            ):
                lines.append([])
                used = 0.0
            if chunk[0].text == "\n":
                continue
            if wide > width + _TOLERANCE and not is_space:
                used = self._squeeze(chunk, width, lines)
                continue
            lines[-1].extend(chunk)
            used += wide
        return [self._line(one) for one in lines]

    def balanced(self, atoms: list[Atom], width: float) -> list[TextLine]:
        """Return a headline's few lines, parted after a comma or as even as they can be."""
        found = self.broken(atoms, width)
        if not 1 < len(found) <= _MOST_BALANCED:
            return found
        if parted := self._parted(atoms, width, len(found)):
            return parted
        low, high = width / 3, width
        best = found
        while high - low > _UNSEEN:
            middle = (low + high) / 2
            tried = self.broken(atoms, middle)
            if len(tried) > len(found) or any(one.width > middle for one in tried):
                low = middle
            else:
                best, high = tried, middle
        return best

    def _parted(self, atoms: list[Atom], width: float, count: int) -> list[TextLine]:
        """Return two lines parted after a pause, or none where they would be too uneven."""
        pauses = [
            at + 1
            for at in range(1, len(atoms) - 1)
            if atoms[at].is_space and atoms[at - 1].text[-1] in _PAUSES
        ]
        for at in reversed(pauses):
            lines = [self._line(atoms[:at]), self._line(atoms[at:])]
            short, long = sorted(line.width for line in lines)
            if count == len(lines) and long <= width and short > long * _UNEVEN:
                return lines
        return []

    def _squeeze(self, chunk: list[Atom], width: float, lines: list[list[Atom]]) -> float:
        """Break a chunk wider than a line between any two characters; return the width used."""
        used = sum(one.width for one in lines[-1])
        for atom in chunk:
            for character in atom.text:
                one = self._atom(atom.ink, character, atom.note)
                if used + one.width > width and lines[-1]:
                    lines.append([])
                    used = 0.0
                lines[-1].append(one)
                used += one.width
        return used

    def _line(self, atoms: list[Atom]) -> TextLine:
        """Return a line of segments, one space at its end kept but not counted."""
        line = TextLine()
        x = 0.0
        for atom in self._ordered(self._trimmed(atoms)):
            last = line.segments[-1] if line.segments else None
            if last and last.ink is atom.ink:
                last.shapes.append(atom.shape)
                last.width += atom.width
            else:
                line.segments.append(Segment(x, atom.width, atom.ink, [atom.shape]))
            x += atom.width
            if not atom.is_space:
                line.width = x
            if atom.note and atom.note not in line.notes:
                line.notes.append(atom.note)
        return line

    def _trimmed(self, atoms: list[Atom]) -> list[Atom]:
        kept = len(atoms)
        while kept and atoms[kept - 1].is_space:
            kept -= 1
        if kept == len(atoms):
            return atoms
        return [*atoms[:kept], self._atom(atoms[kept].ink, " ")]

    def _ordered(self, atoms: list[Atom]) -> list[Atom]:
        if not any(runs_left(atom.text) for atom in atoms):
            return atoms
        return in_order(
            atoms,
            lambda atom: atom.text,
            lambda atom: self._atom(atom.ink, turned(atom.text), atom.note),
        )

    def _atom(self, ink: Ink, text: str, note: NoteMark | None = None) -> Atom:
        shape = self._faces.shape(ink.file, "" if text == "\n" else text)
        return Atom(ink, text, shape, ink.width(shape), note)


def _chunks(atoms: Iterable[Atom]) -> Iterator[list[Atom]]:
    """Yield what must stand on one line: atoms that no space, dash or ideograph divides."""
    chunk: list[Atom] = []
    for atom in atoms:
        if chunk and (atom.text[0] in " \n" or _BREAKABLE.search(chunk[-1].text)):
            yield chunk
            chunk = []
        chunk.append(atom)
    if chunk:
        yield chunk
