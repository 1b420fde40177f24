"""Lines of text: inked words are broken to a width, where a reader expects a break."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import fsum

from roadmapper.document.bidi import in_order
from roadmapper.document.direction import has_direction, parted
from roadmapper.document.tree import NoteMark
from roadmapper.pdf.faces import Faces, Shape
from roadmapper.pdf.glyphs import SOFT_BREAKS, SOFT_HYPHEN
from roadmapper.pdf.shaping import clusters, is_complex
from roadmapper.pdf.tagging import Node

_CJK = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\U00020000-\U0003ffff"
_MARKS = "\u3099\u309a\ufe00-\ufe0f\U000e0100-\U000e01ef"  # what belongs to the ideograph before
_ATOM = re.compile(
    rf"\n| +|[{_CJK}][{_MARKS}]*"
    rf"|[^ \n{_CJK}]+?(?:(?<=\w)-(?=[^\W\d])|[–—/](?=\w)|[{SOFT_BREAKS}]|(?=[ \n{_CJK}]|\Z))"
)
_BREAKABLE = re.compile(rf"(?:[-–—/ \n{SOFT_BREAKS}]|[{_CJK}][{_MARKS}]*)\Z")
_LONGEST = 60  # characters of one atom, so that a word without end is not shaped as a whole
_UNSHOWN = f"\n{SOFT_BREAKS}"  # what ends an atom without being drawn
PLAIN = -1  # the level of a paragraph without anything that has a direction
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

    def move(self, by: float) -> None:
        """Begin so much further right."""
        self.width += by
        for segment in self.segments:
            segment.x += by


@dataclass(slots=True, eq=False)
class Atom:
    """A piece of text that is parted only where a word alone is wider than a line."""

    ink: Ink
    text: str
    shape: Shape
    width: float
    note: NoteMark | None = None
    level: int = 0  # an odd one runs to the left
    base: int = PLAIN  # the level of the paragraph

    @property
    def is_space(self) -> bool:
        """Whether it may hang over the end of a line."""
        return self.text[0] == " "


Run = tuple[Ink, str, NoteMark | None]  # a text in one ink; a note mark is a run of its own


class Breaker:
    """Cuts text into atoms and puts atoms on lines."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces

    def cut(self, runs: Sequence[Run]) -> list[Atom]:
        """Return a paragraph as atoms, in the order of reading."""
        if not any(has_direction(text) for _, text, _ in runs):
            return [one for ink, text, note in runs for one in self._cut(ink, text, note)]
        base, found = parted([text for _, text, _ in runs])
        return [
            one
            for (ink, _, note), pieces in zip(runs, found, strict=True)
            for text, level in pieces
            for one in self._cut(ink, text, note, level, base)
        ]

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
            wide = fsum(one.width for one in chunk)
            is_space = chunk[0].is_space
            last = chunk[-1]
            is_soft = last.text[-1] == SOFT_HYPHEN
            taken = wide + self._like(last, "-").width if is_soft else wide
            if chunk[0].text == "\n" or (
                used and not is_space and used + taken > width + _TOLERANCE
            ):
                lines.append([])
                used = 0.0
            if chunk[0].text == "\n":
                continue
            if taken > width + _TOLERANCE and not is_space:
                used = self._squeeze(chunk, width, lines)
                continue
            lines[-1].extend(chunk)
            used += wide
        return [*(self._line(self._hyphened(one)) for one in lines[:-1]), self._line(lines[-1])]

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
        used = fsum(one.width for one in lines[-1])
        for atom in chunk:
            is_whole = atom.level % 2 == 1 or is_complex(atom.text)
            waiting = ""  # letters that join
            for character in self._characters(atom, width) if is_whole else atom.text:
                one = self._like(atom, character)
                if used + one.width > width and (lines[-1] or waiting):
                    lines[-1] += [self._like(atom, waiting)] if waiting else []
                    lines.append([])
                    used, waiting = 0.0, ""
                used += one.width
                if is_whole:
                    waiting += character
                else:
                    lines[-1].append(one)
            lines[-1] += [self._like(atom, waiting)] if waiting else []
        return used

    def _characters(self, atom: Atom, width: float) -> Iterator[str]:
        """Yield what a person sees as one character, parted where it is wider than a line."""
        for cluster in clusters(atom.text):
            fits = len(cluster) == 1 or self._like(atom, cluster).width <= width
            yield from (cluster,) if fits else cluster

    def _line(self, atoms: list[Atom]) -> TextLine:
        """Return a line of segments, one space at its end kept but not counted."""
        line = TextLine()
        atoms = self._trimmed(atoms)
        x = 0.0
        if atoms and atoms[-1].base == 1 and atoms[-1].is_space:
            x = -atoms[-1].width  # such a line ends at its left
        for atom in _ordered(atoms):
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
        last = atoms[kept]
        return [*atoms[:kept], self._atom(last.ink, " ", None, max(last.base, 0), last.base)]

    def _hyphened(self, atoms: list[Atom]) -> list[Atom]:
        """Return a line that ends with a hyphen where it ends within a word."""
        if not atoms or atoms[-1].text[-1] != SOFT_HYPHEN:
            return atoms
        return [*atoms[:-1], self._like(atoms[-1], atoms[-1].text[:-1] + "-")]

    def _cut(
        self, ink: Ink, text: str, note: NoteMark | None, level: int = 0, base: int = PLAIN
    ) -> Iterator[Atom]:
        for found in _ATOM.finditer(text):
            word = found.group()
            if len(word) <= _LONGEST:
                yield self._atom(ink, word, note, level, base)
                continue
            for piece in _short(word):
                yield self._atom(ink, piece, note, level, base)

    def _like(self, atom: Atom, text: str) -> Atom:
        """Return another text set like an atom."""
        return self._atom(atom.ink, text, atom.note, atom.level, atom.base)

    def _atom(self, ink: Ink, text: str, note: NoteMark | None, level: int, base: int) -> Atom:
        shape = self._faces.shape_left if level % 2 else self._faces.shape
        shown = shape(ink.file, text[:-1] if text[-1] in _UNSHOWN else text)
        return Atom(ink, text, shown, ink.width(shown), note, level, base)


def _ordered(atoms: list[Atom]) -> list[Atom]:
    """Return the atoms of a line from left to right."""
    if not atoms or atoms[0].base == PLAIN:
        return atoms
    return [atoms[at] for at in in_order([atom.level for atom in atoms])]


def _short(text: str) -> Iterable[str]:
    """Return a long word in pieces that are not too long to be shaped."""
    if not is_complex(text):
        return (text[at : at + _LONGEST] for at in range(0, len(text), _LONGEST))
    pieces = [""]
    for cluster in clusters(text):
        if pieces[-1] and len(pieces[-1]) + len(cluster) > _LONGEST:
            pieces.append("")
        pieces[-1] += cluster
    return pieces


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
