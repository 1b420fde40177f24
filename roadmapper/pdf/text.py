"""Running text: lines of the tree in the inks of the style sheet, broken to a width."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import assert_never

from roadmapper.document.direction import has_direction
from roadmapper.document.style import Style, TextStyle
from roadmapper.document.tree import Inline, Line, Link, NoteMark, PageNumber, Reference, Text
from roadmapper.pdf.breaking import Breaker, Ink, TextLine
from roadmapper.pdf.faces import Faces
from roadmapper.pdf.glyphs import clean
from roadmapper.pdf.links import target_of
from roadmapper.pdf.memory import Memory
from roadmapper.pdf.tagging import Node
from roadmapper.pdf.word_mode import NOTE_SIZE

_UNKNOWN_PAGE = "00"
_LONGEST_LINE = 300  # characters; no page is as wide
_NO_END = 1e9
_NOTE_SIZE = 0.62
_NOTE_RISE = 0.36
_LINE_ROOM = 200  # characters; what a remembered paragraph takes besides its text
_LINES: Memory[list[TextLine]] = Memory(room=4_000_000)  # six documents of 80 pages, 20 MB


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of a line, inked."""

    ink: Ink
    text: str
    note: NoteMark | None = None

    @property
    def is_bound(self) -> bool:
        """Whether it belongs to one place in one document: a link or the mark of a note."""
        return bool(self.note or self.ink.node or self.ink.target)


def _told(piece: _Piece) -> tuple[str, float, str, float, str]:
    """Return all that the look of a piece depends on."""
    ink = piece.ink
    return (ink.file, ink.size, ink.color, ink.spacing, piece.text)


class Typesetter:
    """Sets lines of the tree in the styles of the style sheet."""

    def __init__(
        self, style: Style, faces: Faces, pages: Mapping[str, int], *, in_word: bool = False
    ) -> None:
        self.style = style
        self.asked_for_pages = False
        self._in_word = in_word
        self._faces = faces
        self._breaker = Breaker(faces)
        self._pages = pages

    def lines(
        self,
        line: Line,
        look: TextStyle,
        width: float,
        node: Node | None = None,
        *,
        bold: bool = False,
        color: str = "",
        balanced: bool = False,
    ) -> list[TextLine]:
        """Return a line of the tree broken to a width; `node` becomes the parent of its links.

        Lines of words alone are the same objects whenever they are set again.
        """
        pieces = list(self._pieces(line, look, node, bold=bold, color=color))
        if node:
            _tell(node, pieces)
        if any(piece.is_bound for piece in pieces):
            return self._broken(pieces, width, balanced=balanced)
        key = (self._faces, tuple(map(_told, pieces)), width, balanced, self._in_word)
        size = _LINE_ROOM + sum(len(piece.text) for piece in pieces)
        make = partial(self._broken, pieces, width, balanced=balanced)
        return list(_LINES.recall(key, size, make))

    def plain(self, text: str, look: TextStyle, *, bold: bool = False, color: str = "") -> TextLine:
        """Return a text as one line of any width."""
        words = (Text(text.replace("\n", " ")),)
        return self.lines(words, look, _NO_END, bold=bold, color=color)[0]

    def shortened(self, text: str, look: TextStyle, width: float) -> TextLine:
        """Return a text as one line, cut with an ellipsis where it is wider."""
        line = self.plain(text[:_LONGEST_LINE], look)
        while line.width > width and text:
            text = text[: min(len(text), _LONGEST_LINE) * 9 // 10]
            line = self.plain(text.rstrip() + "…", look)
        return line

    def _broken(self, pieces: list[_Piece], width: float, *, balanced: bool) -> list[TextLine]:
        atoms = self._breaker.cut([(piece.ink, piece.text, piece.note) for piece in pieces])
        if self._in_word:
            self._breaker.kern_spaces(atoms)
        lay = self._breaker.balanced if balanced else self._breaker.broken
        found = lay(atoms, width)
        if atoms and atoms[0].base == 1 and width < _NO_END:
            for one in found:
                one.move(width - one.width)
        return found

    def _pieces(
        self,
        line: Line,
        look: TextStyle,
        node: Node | None,
        *,
        bold: bool,
        color: str,
    ) -> Iterator[_Piece]:
        for part in line:
            strong = bold or (isinstance(part, Text | Link) and part.bold)
            italic = isinstance(part, Text | Link) and part.italic
            ink = self._ink(look, bold=strong, italic=italic, color=color)
            text = clean(self._inked(part, ink, look, node))
            note = part if isinstance(part, NoteMark) else None
            yield _Piece(ink, text.upper() if look.caps else text, note)

    def _ink(self, look: TextStyle, *, bold: bool, italic: bool, color: str) -> Ink:
        family = self.style.families[look.font]
        file = family.file(bold=bold, italic=italic or look.style == "italic")
        return Ink(file, look.size, self.style.colors[color or look.color], look.spacing)

    def _inked(self, part: Inline, ink: Ink, look: TextStyle, node: Node | None) -> str:
        """Fit the ink to the part, and return the part's text."""
        match part:
            case Text(text):
                return text
            case Link(text, target):
                self._make_link(ink, target, node, tinted=True)
                return text
            case Reference(key, text):
                self._make_link(ink, f"#{key}", node)
                return text
            case PageNumber(key):
                self.asked_for_pages = True
                self._make_link(ink, f"#{key}", node)
                return str(self._pages.get(key) or _UNKNOWN_PAGE)
            case NoteMark(number):
                self._raise(ink, look, node)
                return str(number)
            case _:
                assert_never(part)

    def _make_link(self, ink: Ink, target: str, node: Node | None, *, tinted: bool = False) -> None:
        found = target_of(target, self._pages)
        if found and node:
            ink.target, ink.node = found, node.child("Link")
            if tinted:
                ink.color = self.style.colors["accent"]

    def _raise(self, ink: Ink, look: TextStyle, node: Node | None) -> None:
        family = self.style.families[self.style.text["figure_label"].font]
        ink.file, ink.color = family.regular, self.style.colors["accent"]
        ink.size, ink.rise = (
            look.size * (NOTE_SIZE if self._in_word else _NOTE_SIZE),
            look.size * _NOTE_RISE,
        )
        ink.node = node.child("Reference") if node else None


def _tell(node: Node, pieces: Iterable[_Piece]) -> None:
    """Tell an element what stands in it, in the order of reading."""
    words = "".join(piece.text for piece in pieces)
    node.words += f"\n{words}" if node.words else words
    node.is_turned |= has_direction(words)
