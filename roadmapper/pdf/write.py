"""The document tree as a PDF file: blocks are laid out, pages filled, drawn and finished."""

import gc
import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from roadmapper.document.spot import Spot
from roadmapper.document.style import Paper, Style
from roadmapper.document.targets import CONTENTS, keys_in
from roadmapper.document.tree import (
    Chapter,
    Contents,
    Document,
    Landscape,
    Text,
)
from roadmapper.pdf import front, prose
from roadmapper.pdf.blocks import lay, sideways
from roadmapper.pdf.desk import Desk, Space, baseline
from roadmapper.pdf.faces import Faces, faces
from roadmapper.pdf.finish import Entry, Places, finish
from roadmapper.pdf.page import Feet, Pages, draw_head_and_foot, draw_page
from roadmapper.pdf.pen import Pen
from roadmapper.pdf.spots import spots
from roadmapper.pdf.strips import Strip, height_of
from roadmapper.pdf.tagging import Node
from roadmapper.pdf.text import Typesetter
from roadmapper.pdf.word_mode import as_word

_TITLE_GAP = 4.0  # points between the space after the numeral and the title of a chapter
_PASSES = 3  # the second knows the page numbers of the first; a third settles a line more or less

Progress = Callable[[float], None]


@dataclass(frozen=True, slots=True)
class Layout:
    """A PDF file, the page (from 1) on which each key begins, and where answers stand."""

    data: bytes
    pages: dict[str, int]
    page_count: int
    spots: tuple[Spot, ...] = ()


def write(
    document: Document,
    style: Style,
    paper: Paper,
    *,
    fonts: Path,
    progress: Progress | None = None,
) -> Layout:
    """Return the document as a tagged PDF; the same document gives the same bytes on any day."""
    report = progress or _unheard
    style = style.fitting(document)
    with _undisturbed():
        made = _settled(document, style, paper, faces(fonts, style.fallback), report, in_word=False)
        data, spots = _draw(made, report)
    return Layout(data, made.numbers, len(made.pages.pages), spots)


def paginate(document: Document, style: Style, paper: Paper, *, fonts: Path) -> Layout:
    """Return the page numbers of the Word file, where notes take room below their paragraphs."""
    shared = faces(fonts, style.fallback)
    style = as_word(style.fitting(document))
    with _undisturbed():
        made = _settled(document, style, paper, shared, _unheard, in_word=True)
    return Layout(b"", made.numbers, len(made.pages.pages))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put the search for garbage off: all strips stand to the end, and then go without it."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _settled(
    document: Document,
    style: Style,
    paper: Paper,
    shared: Faces,
    report: Progress,
    *,
    in_word: bool,
) -> "_Maker":
    """Lay the document out until the page numbers it mentions are those it has."""
    numbers: dict[str, int] = dict.fromkeys(keys_in(document), 0)
    for _ in range(_PASSES):
        made = _Maker(document, style, paper, shared, numbers, in_word=in_word)
        made.lay(report)
        if not made.setter.asked_for_pages or made.numbers == numbers:
            break
        numbers = {**numbers, **made.numbers}
    return made


class _Maker:
    """Lays one document out."""

    def __init__(
        self,
        document: Document,
        style: Style,
        paper: Paper,
        shared: Faces,
        numbers: Mapping[str, int],
        *,
        in_word: bool,
    ) -> None:
        self.document = document
        self.faces = shared
        self.pages = Pages(paper, style.margins, in_word=in_word)
        self.setter = Typesetter(style, shared, numbers, in_word=in_word)
        self.desk = Desk(self.setter, self.pages.room(), in_word, self.pages.width)
        self.root = Node("Document")
        self._paper = paper
        self._known = frozenset(numbers)
        self._in_word = in_word

    @property
    def numbers(self) -> dict[str, int]:
        """The page on which each key of the document begins."""
        return {key: page for key, (page, _) in self.pages.places.items() if key in self._known}

    def lay(self, report: Progress) -> None:
        """Fill the pages."""
        document = self.document
        if document.contents is None and not document.bare:
            self._below_band()
            return
        if document.contents is not None:
            self._front(document.contents)
        for at, chapter in enumerate(document.chapters, 1):
            self._chapter(chapter)
            report(at / len(document.chapters) / 2)
        self.pages.finish()

    def _cover(self) -> list[Strip]:
        wide, high = self._paper.width, self._paper.height
        return front.cover(self.document.cover, self.desk, self._space(self.root), wide, high)

    def _front(self, contents: Contents) -> None:
        """Lay the cover and the contents."""
        document, space, places = self.document, self._space(self.root), self.pages.places
        self.pages.begin("", is_cover=True)
        self.pages.add(self._cover())
        self.pages.begin(contents.title)
        self.pages.name(CONTENTS)
        self.pages.add(
            front.contents(
                contents,
                document.chapters,
                self.desk,
                space,
                lambda key: places[key][0],  # without the pages, so that they go when they are done
            )
        )

    def _below_band(self) -> None:
        """Fill the pages of a document whose chapters begin below the band of its cover."""
        self.pages.begin(self.document.cover.eyebrow, is_banded=True)
        strips, space = self._cover(), self._space(self.root.child("Sect"))
        for chapter in self.document.chapters:
            self.pages.name(chapter.key)
            strips += [strip for one in chapter.blocks for strip in lay(one, self.desk, space)]
        self.pages.add(strips)
        self.pages.finish()

    def _chapter(self, chapter: Chapter) -> None:
        node = self.root.child("Sect")
        self.desk.footnotes.clear()
        blocks = [one for one in chapter.blocks if one != Landscape(())]
        turned = bool(blocks) and isinstance(blocks[0], Landscape)
        head = chapter.name
        self.pages.begin(head, turned=turned)
        self.pages.name(chapter.key)
        waiting = self._opening(chapter, node, turned=turned)
        for at, block in enumerate(blocks):
            if not isinstance(block, Landscape):
                if turned:
                    self._turn(waiting, head, turned=False)
                    turned = False
                waiting += lay(block, self.desk, self._space(node))
                continue
            if at:
                self._turn(waiting, head, turned=True)
            turned = True
            width, room = self.pages.turned_width, self.pages.room(turned=True)
            space = Space(width, width, node)
            waiting += sideways(block, self.desk, space, room - height_of(waiting))
        self.pages.add(waiting)

    def _turn(self, waiting: list[Strip], head: str, *, turned: bool) -> None:
        self.pages.add(waiting)
        waiting.clear()
        self.pages.begin(head, turned=turned)

    def _opening(self, chapter: Chapter, node: Node, *, turned: bool) -> list[Strip]:
        """Return numeral, claim and badges of a chapter; sideways without the numeral."""
        desk = self.desk
        width = self.pages.turned_width if turned else self.pages.width
        space = Space(width, width, node)
        desk.key_for(chapter.key, chapter.name if chapter.annex else chapter.title, 1)
        heading = node.child(desk.heading_role(1))
        strips = self._title(chapter, heading, turned=turned)
        look = desk.look("heading1")
        if chapter.headline:
            claim = node.child("P")
            even = not self._in_word
            lines = desk.setter.lines((Text(chapter.headline),), look, width, balanced=even)
            strips += desk.strips(lines, look, claim)
        return strips + (prose.badges(chapter.badges, desk, space) if chapter.badges else [])

    def _title(self, chapter: Chapter, heading: Node, *, turned: bool) -> list[Strip]:
        """Return the numeral of a chapter with its title beside it; sideways the title alone."""
        desk = self.desk
        look, numeral = desk.look("chapter_title"), desk.look("numeral")
        if turned or not chapter.number:
            return desk.strips([desk.setter.plain(chapter.title, look)], look, heading)
        number = desk.setter.plain(f"{chapter.sign} ", numeral)
        room = self.pages.width - number.width
        title = desk.setter.shortened(chapter.title, look, room)

        def paint(pen: Pen, x: float, y: float) -> None:
            down = y + baseline(numeral)
            pen.line(number, x, down, heading)
            pen.line(title, x + number.width + _TITLE_GAP, down, heading)

        return [Strip(numeral.leading, paint, numeral.before, numeral.after, keep=True)]

    def _space(self, node: Node) -> Space:
        margins = self.setter.style.margins
        width = self.pages.width
        measure = width - margins.note_width - margins.note_gap
        return Space(width, measure, node, notes_beside=not self._in_word)


def _draw(made: _Maker, report: Progress) -> tuple[bytes, tuple[Spot, ...]]:
    """Return the pages drawn and finished."""
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  heavy

    style, document = made.setter.style, made.document
    first = made.faces.font(style.families[style.text["body"].font].regular)
    out = io.BytesIO()
    canvas = Canvas(
        out, pageCompression=0, invariant=1, initialFontName=first.fontName, pdfVersion=(1, 7)
    )
    pen = Pen(canvas, made.faces, style)
    pen.structure.root = made.root
    pages = made.pages.pages
    for at, page in enumerate(pages, 1):
        pen.begin_page(page.width, page.height)
        draw_page(pen, page, style.margins)
        if not page.is_cover:
            draw_head_and_foot(pen, page, made.desk, _feet(document, at, len(pages)))
        pen.end_page()
        report(0.5 + at / len(pages) * 0.4)
    canvas.save()
    places = Places(dict(made.pages.places), _outline(made))
    data = finish(out.getvalue(), pen.structure, places, document.properties)
    report(1.0)
    return data, tuple(spots(pen.structure, pages))


def _feet(document: Document, at: int, count: int) -> Feet:
    return Feet(document.running_head, document.foot, f"Page {at} of {count}")


def _outline(made: _Maker) -> tuple[Entry, ...]:
    keys = [key for key in made.desk.titles if key in made.pages.places]
    return tuple(Entry(made.desk.titles[key][0], made.desk.titles[key][1], key) for key in keys)


def _unheard(_share: float) -> None:
    """Take a report that nobody asked for."""
