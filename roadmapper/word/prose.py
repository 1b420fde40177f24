"""Headings, paragraphs, lists, quotes and sources."""

from roadmapper.document import measures as m
from roadmapper.document.tree import (
    Bullets,
    Heading,
    Item,
    ListLook,
    Paragraph,
    ParagraphLook,
    Quote,
    SourceEntry,
    Sources,
    plain,
)
from roadmapper.word.balance import free_right
from roadmapper.word.draft import Draft
from roadmapper.word.lines import line
from roadmapper.word.numbering import list_id, numbered_by
from roadmapper.word.ooxml import run
from roadmapper.word.pieces import Piece, Room
from roadmapper.word.variants import narrow_id

_LOOKS = {
    ParagraphLook.BODY: "BodyText",
    ParagraphLook.LEAD: "Lead",
    ParagraphLook.SMALL: "Small",
}
_FRESH_LEVEL = 2  # headings of this level may begin a page
_LISTS = {ListLook.BULLET: "Bullet", ListLook.NUMBER: "Number", ListLook.CHECK: "Check"}


def heading(draft: Draft, block: Heading) -> Piece:
    """Return a heading, with its small line above if it has one; it never skips a level."""
    level = draft.step_to(block.level)
    content = draft.place(block.key, draft.answer(block.source, run(block.text)))
    raised = "Raised" if level < block.level else ""
    below = "Below" if block.eyebrow else ""
    fresh = "Fresh" if block.new_page else ""
    own = below or (fresh if level == _FRESH_LEVEL else "")
    xml = draft.paragraph(f"Heading{block.level}{own}{raised}", content, text=block.text)
    if block.eyebrow:
        xml = draft.paragraph(f"Eyebrow{fresh}", run(block.eyebrow), text=block.eyebrow) + xml
    look = draft.sheet.text[f"heading{block.level}"]
    return Piece(xml, tail=look.after, lead=look.before)


def paragraph(draft: Draft, block: Paragraph, room: Room) -> Piece:
    """Return a paragraph of prose."""
    style = "Callout" if room.callout else room.prose(_LOOKS[block.look])
    content = draft.answer(block.source, line(draft, block.line))
    xml = draft.paragraph(style, content, text=plain(block.line))
    return Piece(xml, tail=draft.after("callout" if room.callout else block.look.value))


def quote(draft: Draft, block: Quote, room: Room) -> Piece:
    """Return the claim to remember."""
    content = draft.answer(block.source, line(draft, block.line))
    look = draft.sheet.text["quote"]
    width = room.width - look.indent - (0 if room.wide else draft.beside)
    free = free_right(draft, plain(block.line), "quote", width)
    xml = draft.paragraph(narrow_id(room.prose("Quote"), free), content, text=plain(block.line))
    return Piece(xml, tail=look.after, lead=look.before)


def bullets(draft: Draft, block: Bullets, room: Room) -> Piece:
    """Return a list; each numbered list begins anew."""
    kind = _LISTS[block.look]
    number = list_id(draft.new_list(kind)) if block.look is ListLook.NUMBER else 0
    last = len(block.items) - 1
    xml = "".join(
        _item(draft, item, room, kind, number, last=at == last)
        for at, item in enumerate(block.items)
    )
    return Piece(xml, tail=m.LIST_AFTER)


def sources(draft: Draft, block: Sources) -> Piece:
    """Return the numbered sources; a number out of turn begins a list of its own."""
    found: list[str] = []
    number, expected = 0, -1
    for entry in block.entries:
        if entry.number != expected:
            number = list_id(draft.new_list("Sources", entry.number))
        expected = entry.number + 1
        found.append(_source(draft, entry, number))
    return Piece("".join(found), tail=draft.after("callout"))


def _item(draft: Draft, item: Item, room: Room, kind: str, number: int, *, last: bool) -> str:
    level = "2" if item.level else ""
    name = f"Callout{kind}{level}" if room.callout else room.prose(f"List{kind}{level}")
    content = draft.answer(item.source, line(draft, item.line))
    extra = numbered_by(item.level, number) if number else ""
    return draft.paragraph(
        f"{name}Last" if last else name, content, extra=extra, text=plain(item.line)
    )


def _source(draft: Draft, entry: SourceEntry, number: int) -> str:
    content = draft.place(entry.key, draft.answer(entry.source, line(draft, entry.line)))
    extra = numbered_by(0, number)
    return draft.paragraph("Source", content, extra=extra, text=plain(entry.line))
