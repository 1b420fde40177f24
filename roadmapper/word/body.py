"""The text of the document: cover, contents and chapters, in their sections."""

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
from roadmapper.word import figures, front, panels, prose, tables
from roadmapper.word.draft import Draft
from roadmapper.word.ooxml import run
from roadmapper.word.pieces import Piece, Room, stack
from roadmapper.word.sections import COVER_TOP, Furniture, Running, Sheet, close_section, section

_COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'


def body(draft: Draft, document: Document, sheet: Sheet, furniture: Furniture) -> str:
    """Return everything inside w:body, section by section."""
    drawn = not sheet.given
    first = front.cover(draft, document.cover, sheet, drawn=drawn)
    margins = replace(sheet.margins, top=COVER_TOP) if drawn else sheet.margins
    cover_sheet = replace(sheet, margins=margins)
    running = furniture.running(document.contents.title, sheet)
    second = front.contents(draft, document.contents, document.chapters, sheet.text_width)
    parts = [
        close_section(draft, first, section(cover_sheet, Running())),
        close_section(draft, second, section(sheet, running)),
    ]
    for chapter in document.chapters:
        draft.begin_chapter()
        parts.append(_Chapter(draft, chapter, sheet, furniture).write())
    text = "".join(parts)
    return _unwrap_last(text)


def block_piece(draft: Draft, block: Block, room: Room) -> Piece:
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
            return panels.key_figures(draft, block, room)
        case Table():
            return tables.captioned_table(draft, block, room, draft.sheet)
        case ModelFacts():
            return tables.facts_label(draft, block, room, draft.sheet)
        case Chart():
            return figures.chart(draft, block, room)
        case Steps():
            return panels.steps(draft, block, room)
        case Tiers():
            return panels.tiers(draft, block, room)
        case Timeline():
            return figures.timeline(draft, block, room)
        case Sources():
            return prose.sources(draft, block, room)
        case Columns(left=left, right=right):
            # Columns inside columns or landscape pages stand one below the other.
            return Piece(stack(draft, (block_piece(draft, one, room) for one in (*left, *right))))
        case Landscape(blocks=inner):
            return Piece(stack(draft, (block_piece(draft, one, room) for one in inner)))
        case _:
            assert_never(block)


@dataclass(slots=True)
class _Chapter:
    """One chapter on its way into sections: upright, in columns, sideways."""

    draft: Draft
    chapter: Chapter
    sheet: Sheet
    furniture: Furniture

    def write(self) -> str:
        """Return the sections of the chapter."""
        parts: list[str] = []
        pieces = [Piece(self._opener())]
        begins = "nextPage"
        for block in self.chapter.blocks:
            if not isinstance(block, Columns | Landscape):
                pieces.append(block_piece(self.draft, block, Room(self.sheet.text_width)))
                continue
            if pieces:
                parts.append(self._upright(pieces, begins))
            if isinstance(block, Columns):
                parts.append(self._columns(block))
                pieces, begins = [Piece("", after=m.COLUMNS_AFTER)], "continuous"
            else:
                parts.append(self._sideways(block))
                pieces, begins = [], "nextPage"
        if any(piece.xml for piece in pieces):
            parts.append(self._upright(pieces, begins))
        return "".join(parts)

    def _opener(self) -> str:
        draft, chapter = self.draft, self.chapter
        title = draft.place(chapter.key, run(chapter.title))
        xml = draft.paragraph("Heading1", title, extra=self._number(), text=chapter.title)
        if chapter.headline:
            xml += draft.paragraph("Headline", run(chapter.headline), text=chapter.headline)
        if chapter.badges:
            pills = run("\u2002").join(
                run(f"\u00a0{badge.number}\u00a0", "BadgeNumber")
                + run(f"\u00a0{badge.name}\u00a0\u00a0", "BadgeName")
                for badge in chapter.badges
            )
            xml += draft.paragraph("Badges", pills)
        return xml

    def _number(self) -> str:
        number = self.chapter.number
        if not number:
            return '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
        return ""

    def _running(self, sheet: Sheet) -> Running:
        number = f"{self.chapter.number} " if self.chapter.number else ""
        return self.furniture.running(f"{number}{self.chapter.title}", sheet)

    def _upright(self, pieces: list[Piece], begins: str) -> str:
        xml = stack(self.draft, pieces)
        properties = section(self.sheet, self._running(self.sheet), begins=begins)
        return close_section(self.draft, xml, properties)

    def _columns(self, block: Columns) -> str:
        room = self.sheet.text_width - m.COLUMNS_GAP
        left, right = room * block.share, room * (1 - block.share)
        xml = stack(self.draft, [block_piece(self.draft, one, Room(left, wide=True)) for one in block.left])
        second = stack(
            self.draft, [block_piece(self.draft, one, Room(right, wide=True)) for one in block.right]
        )
        properties = section(
            self.sheet, self._running(self.sheet), begins="continuous", columns=(left, right)
        )
        return close_section(self.draft, xml + self._broken(second), properties)

    def _broken(self, xml: str) -> str:
        """Return the blocks of the right column, the break in their first paragraph."""
        if xml.startswith("<w:p>"):
            head, mark, rest = xml.partition("</w:pPr>")
            return head + mark + _COLUMN_BREAK + rest
        return self.draft.paragraph("Gap0x0", _COLUMN_BREAK) + xml

    def _sideways(self, block: Landscape) -> str:
        sheet = self.sheet.turned()
        room = Room(sheet.text_width, wide=True)
        xml = stack(self.draft, [block_piece(self.draft, one, room) for one in block.blocks])
        return close_section(self.draft, xml, section(sheet, self._running(sheet)))


def _unwrap_last(text: str) -> str:
    """Return the body with the properties of its last section where Word wants them: at the very end."""
    start = text.rfind("<w:sectPr>")
    end = text.rfind("</w:sectPr>") + len("</w:sectPr>")
    return text[:start] + text[end:] + text[start:end]
