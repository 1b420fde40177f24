"""The desk where blocks become strips: paragraphs, notes, and what all blocks share."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from roadmapper.document.style import Style, TextStyle
from roadmapper.document.tree import Line, NoteMark, Source, Text
from roadmapper.pdf.breaking import TextLine
from roadmapper.pdf.pen import Pen
from roadmapper.pdf.strips import SideNote, Strip, nothing
from roadmapper.pdf.tagging import Node
from roadmapper.pdf.text import Typesetter

_MIDDLE = 0.345  # of the size: how far the middle of a line stands above its base line
_NOTE_RULE = 1.4
_NOTE_PAD = 10.0  # between the rule and the text of a side note
_NOTE_LINES = 12  # a side note longer than this may be parted
_LONG = 8  # a paragraph of more lines than this has its notes beside their marks
_LAST_LEVEL = 6


@dataclass(frozen=True, slots=True)
class Space:
    """Where blocks go: the full width, that of running text, and the element that holds them."""

    width: float
    measure: float
    node: Node
    notes_beside: bool = False
    small: bool = False  # running text wears the style of call-outs

    def inside(self, node: Node) -> "Space":
        """Return the same room inside another element."""
        return replace(self, node=node)


@dataclass(slots=True)
class Desk:
    """What every block needs while it is laid out."""

    setter: Typesetter
    room: float  # height of a page
    in_word: bool = False  # only to know where the pages of the Word file end
    room_across: float = 0  # width of a page, for footnotes
    titles: dict[str, tuple[str, int]] = field(default_factory=dict)
    level: int = 1
    notes: int = 0
    footnotes: set[int] = field(default_factory=set)  # those of the chapter, in Word

    @property
    def style(self) -> Style:
        """The style sheet."""
        return self.setter.style

    def look(self, name: str) -> TextStyle:
        """Return a text style."""
        return self.style.text[name]

    def paragraph(
        self,
        line: Line,
        look: TextStyle,
        space: Space,
        *,
        role: str = "P",
        x: float = 0,
        width: float = 0,
        bold: bool = False,
        color: str = "",
        balanced: bool = False,
        keys: tuple[str, ...] = (),
        source: Source | None = None,
    ) -> list[Strip]:
        """Return a paragraph as strips of a line each, with its notes."""
        node = space.node.child(role, source=source)
        lines = self.setter.lines(
            line,
            look,
            width or space.measure - x,
            node,
            bold=bold,
            color=color,
            balanced=balanced,
        )
        strips = self.strips(lines, look, node, x)
        strips[0].keys = keys
        for strip in strips:
            strip.wide = bool(width) or not space.notes_beside
        return [*strips, *self.noted(strips, lines, node, space)]

    def strips(
        self, lines: list[TextLine], look: TextStyle, node: Node | None, x: float = 0
    ) -> list[Strip]:
        """Return lines as strips that leave no line alone at the end of a page."""
        strips = [line_strip(line, look, node, x) for line in lines]
        strips[0].before, strips[-1].after = look.before, look.after
        for strip in (strips[0], *strips[-2:-1]) if not look.keep else strips:
            strip.keep = look.keep or strip is not strips[-1]
        return strips

    def noted(
        self, strips: list[Strip], lines: list[TextLine], node: Node, space: Space
    ) -> list[Strip]:
        """Give strips their side notes, or return the notes as strips to stand below."""
        if self.in_word:
            for line, strip in zip(lines, strips, strict=True):
                strip.notes += self.footnotes_of(line)
            return []
        if not space.notes_beside:
            marks = [mark for line in lines for mark in line.notes]
            return self.notes_below(marks, node, space)
        for line, strip in zip(lines, strips, strict=True):
            for mark in line.notes:
                holder = strips[0] if len(strips) <= _LONG else strip
                holder.notes += tuple(self._side_note(mark, node))
        return []

    def footnotes_of(self, line: TextLine) -> tuple[SideNote, ...]:
        """Return the footnotes that Word puts at the foot of the page of a line."""
        width = self.room_across
        found: list[SideNote] = []
        for mark in line.notes:
            if mark.number not in self.footnotes:
                self.footnotes.add(mark.number)
                lines, look, _ = self._note(mark, Node("Note"), width)
                found.append(SideNote(len(lines) * look.leading, nothing))
        return tuple(found)

    def notes_below(self, marks: Iterable[NoteMark], node: Node, space: Space) -> list[Strip]:
        """Return notes as small paragraphs."""
        return [
            strip
            for mark in dict.fromkeys(marks)
            for strip in self.strips(*self._note(mark, node, space.width))
        ]

    def key_for(self, key: str, title: str, level: int) -> str:
        """Return the key of a heading, and remember it for the outline."""
        key = key or f"heading {len(self.titles)}"
        self.titles[key] = (title, level)
        return key

    def heading_role(self, level: int) -> str:
        """Return the role of a heading, never more than one level below the one before."""
        self.level = min(level, self.level + 1, _LAST_LEVEL)
        return f"H{self.level}"

    def _note(
        self, mark: NoteMark, node: Node, width: float
    ) -> tuple[list[TextLine], TextStyle, Node]:
        look = self.look("note")
        self.notes += 1
        own = node.child("Note", name=f"note{self.notes}")
        line = (Text(f"{mark.number}\xa0 ", bold=True), *mark.note)
        return self.setter.lines(line, look, width, own), look, own

    def _side_note(self, mark: NoteMark, node: Node) -> Iterable[SideNote]:
        width = self.style.margins.note_width - _NOTE_PAD
        lines, look, own = self._note(mark, node, width)
        for start in range(0, len(lines), _NOTE_LINES):
            some = lines[start : start + _NOTE_LINES]
            after = look.after if start + _NOTE_LINES >= len(lines) else 0
            yield _side_note(some, look, own, after)


def baseline(look: TextStyle) -> float:
    """Return how far the base line stands below the top of a line."""
    return look.leading / 2 + look.size * _MIDDLE


def line_strip(line: TextLine, look: TextStyle, node: Node | None, x: float = 0) -> Strip:
    """Return one line of text as a strip."""
    down = baseline(look)

    def paint(pen: Pen, left: float, top: float) -> None:
        pen.line(line, left + x, top + down, node)

    return Strip(look.leading, paint)


def write_lines(
    pen: Pen, lines: list[TextLine], look: TextStyle, at: tuple[float, float], node: Node | None
) -> float:
    """Write lines below each other from a corner, and return where they end."""
    x, y = at
    for line in lines:
        pen.line(line, x, y + baseline(look), node)
        y += look.leading
    return y


def _side_note(lines: list[TextLine], look: TextStyle, node: Node, after: float) -> SideNote:
    height = len(lines) * look.leading

    def paint(pen: Pen, x: float, y: float) -> None:
        pen.box(x, y, _NOTE_RULE, height + after, fill="accent_line")
        write_lines(pen, lines, look, (x + _NOTE_PAD, y), node)

    return SideNote(height, paint, after)
