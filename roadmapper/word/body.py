"""The text of the document: cover, contents and chapters, in their sections."""

import re
from dataclasses import dataclass, replace
from typing import assert_never

from roadmapper.document import measures as m
from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Chapter,
    Chart,
    Columns,
    Contents,
    Document,
    Heading,
    KeyFigures,
    Landscape,
    ModelFacts,
    Paragraph,
    Quote,
    Sources,
    Steps,
    Table,
    Tiers,
    Timeline,
)
from roadmapper.word import facts, figures, front, panels, prose, tables
from roadmapper.word.balance import free_right
from roadmapper.word.draft import Draft
from roadmapper.word.estimate import height_of
from roadmapper.word.ooxml import beside, cell, row, run, table
from roadmapper.word.pieces import Piece, Room, gap, joined, stack
from roadmapper.word.sections import (
    COVER_BOTTOM,
    Furniture,
    Running,
    Sheet,
    close_section,
    section,
)
from roadmapper.word.variants import narrow_id

# What begins a column loses the space before it.
_FIRST_STYLE = re.compile(r'^(<w:p><w:pPr><w:pStyle w:val=")((?:Heading|Eyebrow|Caption|Quote)\w*)')


def body(draft: Draft, document: Document, sheet: Sheet, furniture: Furniture) -> str:
    """Return everything inside w:body, section by section."""
    if document.contents is None and not document.bare:
        return _unwrap_last(_below_band(draft, document, sheet, furniture))
    parts = []
    if document.contents is not None:
        parts = _front(draft, document, document.contents, sheet, furniture)
    sheet = replace(sheet, first_differs=False)
    for chapter in document.chapters:
        draft.begin_chapter()
        parts.append(_Chapter(draft, chapter, sheet, furniture).write())
    text = "".join(parts)
    return _unwrap_last(text)


def _front(
    draft: Draft, document: Document, contents: Contents, sheet: Sheet, furniture: Furniture
) -> list[str]:
    """Return the sections of the cover and of the contents."""
    drawn = _is_drawn(draft, sheet)
    first = front.cover(draft, document.cover, sheet, drawn=drawn)
    margins = (
        replace(sheet.margins, top=m.COVER_TOP, bottom=COVER_BOTTOM) if drawn else sheet.margins
    )
    cover_sheet = replace(sheet, margins=margins)
    sheet = replace(sheet, first_differs=False)
    running = furniture.running(contents.title, sheet)
    second = front.contents(draft, contents, document.chapters, sheet)
    return [
        close_section(draft, first, section(cover_sheet, Running(), "")),
        close_section(draft, second, section(sheet, running, "")),
    ]


def _is_drawn(draft: Draft, sheet: Sheet) -> bool:
    return not sheet.given and "cover" in draft.pictures


def _below_band(draft: Draft, document: Document, sheet: Sheet, furniture: Furniture) -> str:
    """Return a document whose chapter begins below the band of its cover, as one section."""
    drawn = _is_drawn(draft, sheet)
    band = front.cover(draft, document.cover, sheet, drawn=drawn)
    running = replace(furniture.running(document.cover.eyebrow, sheet), bare_first=drawn)
    top = replace(sheet.margins, top=m.COVER_TOP) if drawn else sheet.margins
    blocks = [block for chapter in document.chapters for block in chapter.blocks]
    pieces = [block_piece(draft, block, Room(sheet.text_width)) for block in blocks]
    text = band + stack(draft, pieces)
    return close_section(draft, text, section(replace(sheet, margins=top), running, ""))


def block_piece(  # noqa: C901, PLR0911, PLR0912  one case a kind
    draft: Draft, block: Block, room: Room
) -> Piece:
    """Return one block in the room it has."""
    match block:
        case Heading():
            return prose.heading(draft, block)
        case Paragraph():
            return prose.paragraph(draft, block, room)
        case Bullets():
            return prose.bullets(draft, block, room)
        case Quote():
            return prose.quote(draft, block, room)
        case Callout():
            return panels.callout(draft, block, room)
        case KeyFigures():
            return panels.key_figures(block, room)
        case Table():
            return tables.captioned_table(draft, block, room, draft.sheet)
        case ModelFacts():
            return facts.facts_label(draft, block, room)
        case Chart():
            return figures.chart(draft, block, room)
        case Steps():
            return panels.steps(draft, block, room)
        case Tiers():
            return panels.tiers(draft, block, room)
        case Timeline():
            return figures.timeline(draft, block, room)
        case Sources():
            return prose.sources(draft, block)
        case Columns():
            return _columns(draft, block, room)
        case Landscape(blocks=inner):
            return joined(draft, (block_piece(draft, one, room) for one in inner))
        case _:
            assert_never(block)


@dataclass(slots=True)
class _Chapter:
    """One chapter on its way into sections: upright, or sideways."""

    draft: Draft
    chapter: Chapter
    sheet: Sheet
    furniture: Furniture
    opened: bool = False

    def write(self) -> str:
        """Return the sections of the chapter."""
        parts: list[str] = []
        self.opened = False
        blocks = self.chapter.blocks
        turned = bool(blocks) and isinstance(blocks[0], Landscape)
        pieces = [self._opener(turned=turned)]
        for block in blocks:
            if not isinstance(block, Landscape):
                pieces.append(block_piece(self.draft, block, Room(self.sheet.text_width)))
                continue
            if pieces and not turned:
                parts.append(self._close(pieces, self.sheet))
                pieces = []
            parts.append(self._close([*pieces, *self._sideways(block)], self._turned()))
            pieces, turned = [], False
        if pieces:
            parts.append(self._close(pieces, self.sheet))
        return "".join(parts)

    def _opener(self, *, turned: bool) -> Piece:
        draft, chapter = self.draft, self.chapter
        title = draft.place(chapter.key, run(chapter.title))
        plain = turned or not chapter.number
        style = "Heading1Plain" if plain else "Heading1"
        number = "" if plain else draft.chapter_number(chapter)
        xml = draft.paragraph(style, title, extra=number, text=chapter.title)
        if chapter.headline:
            width = (self._turned() if turned else self.sheet).text_width
            style = narrow_id("Headline", free_right(draft, chapter.headline, "heading1", width))
            xml += draft.paragraph(style, run(chapter.headline), text=chapter.headline)
        if chapter.badges:
            pills = run(" ").join(figures.pill(draft, badge) for badge in chapter.badges)
            xml += draft.paragraph("Badges", pills)
        return Piece(xml, tail=draft.after("badge" if chapter.badges else "heading1"))

    def _sideways(self, block: Landscape) -> list[Piece]:
        room = Room(self._turned().text_width, wide=True, landscape=True)
        return [block_piece(self.draft, one, room) for one in block.blocks]

    def _turned(self) -> Sheet:
        return self.sheet if self.sheet.landscape else self.sheet.turned()

    def _close(self, pieces: list[Piece], sheet: Sheet) -> str:
        running = self.furniture.running(self.chapter.name, sheet)
        notes = self.draft.section_notes()
        text = stack(self.draft, pieces)
        # Word keeps the space above a heading at the top of a page that a section begins.
        text = text if not self.opened else _topped(self.draft, text)
        self.opened = True
        return close_section(self.draft, text, section(sheet, running, notes))


def _columns(draft: Draft, block: Columns, room: Room) -> Piece:
    """Return two groups side by side, or one below the other where a page cannot hold them.

    They stand in a table without rules: the columns of a section break badly at a page's end.
    What is a table itself stands inside it, so that one group is read to its end before the other;
    in one table with merged cells a screen reader would jump between them.
    """
    width = room.width - m.COLUMNS_GAP
    left, right = width * block.share, width * (1 - block.share)
    highest = max(height_of(draft, block.left, left), height_of(draft, block.right, right))
    if highest > draft.page_room:
        blocks = (*block.left, *block.right)
        return joined(draft, (block_piece(draft, one, room) for one in blocks))
    cells = [
        cell(held + space, _stacked(draft, blocks, Room(held, wide=True)), beside(space))
        for blocks, held, space in ((block.left, left, m.COLUMNS_GAP), (block.right, right, 0))
    ]
    xml = table("ColumnsTable", (left + m.COLUMNS_GAP, right), [row(cells)])
    return Piece(xml, before=m.COLUMNS_BEFORE, after=m.COLUMNS_AFTER)


def _stacked(draft: Draft, blocks: tuple[Block, ...], room: Room) -> str:
    piece = joined(draft, (block_piece(draft, one, room) for one in blocks))
    # A cell ends with a paragraph; its space would stand below the columns.
    ending = "" if piece.xml and piece.after is None else gap(draft, 0, 0)
    return _topped(draft, piece.xml + ending)


def _topped(draft: Draft, xml: str) -> str:
    """Return blocks without the space before the first."""
    return _FIRST_STYLE.sub(lambda found: found[1] + draft.style(f"{found[2]}Top"), xml, count=1)


def _unwrap_last(text: str) -> str:
    """Return the body with its last section's properties where Word wants them: at its end."""
    start = text.rfind("<w:sectPr>")
    end = text.rfind("</w:sectPr>") + len("</w:sectPr>")
    return text[:start] + text[end:] + text[start:end]
