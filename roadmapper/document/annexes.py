"""Annexes: set smaller than chapters, and the lines in chapters that lead to them."""

from collections.abc import Mapping
from dataclasses import replace

from roadmapper.document.tree import (
    Block,
    Chapter,
    Heading,
    Landscape,
    Line,
    PageNumber,
    Paragraph,
    ParagraphLook,
    Table,
    Text,
    walk,
)

_SUBJECT = 2  # level of the headings of an annex that chapters lead to


def dense(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks as an annex shows them: tables and paragraphs in smaller type."""
    return tuple(_dense(block) for block in blocks)


def _dense(block: Block) -> Block:
    match block:
        case Table():
            return replace(block, dense=True)
        case Paragraph(look=ParagraphLook.BODY):
            return replace(block, look=ParagraphLook.SMALL)
        case _:
            return block


def with_pointers(chapters: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    """Return numbered chapters, each with a line that leads to what the annexes add to it.

    A heading of an annex belongs to the chapter that has this title, or this heading.
    """
    annexed = {
        block.text: (chapter, block)
        for chapter in chapters
        if chapter.annex
        for block in chapter.blocks
        if isinstance(block, Heading) and block.level == _SUBJECT
    }
    return tuple(one if one.annex else _pointing(one, annexed) for one in chapters)


def _pointing(chapter: Chapter, annexed: Mapping[str, tuple[Chapter, Heading]]) -> Chapter:
    headings = (block.text for block in walk(chapter.blocks) if isinstance(block, Heading))
    found = [annexed[text] for text in dict.fromkeys((chapter.title, *headings)) if text in annexed]
    if not (found and chapter.blocks):
        return chapter
    pointer = Paragraph(_pointer(chapter, found), ParagraphLook.SMALL)
    return replace(chapter, blocks=_placed(pointer, chapter.blocks))


def _pointer(chapter: Chapter, found: list[tuple[Chapter, Heading]]) -> Line:
    line: list[Text | PageNumber] = []
    for annex, heading in found:
        line.append(Text("; " if line else "More detail: "))
        about = "" if heading.text == chapter.title else f"{heading.text}, "
        line += [Text(f"{about}{annex.sign}, page "), PageNumber(heading.key)]
    return (*line, Text("."))


def _placed(pointer: Paragraph, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks with the pointer after the opening paragraph, where no page ends."""
    first = blocks[0]
    if isinstance(first, Landscape):
        return (replace(first, blocks=(pointer, *first.blocks)), *blocks[1:])
    opening = 1 if isinstance(first, Paragraph) else 0
    return (*blocks[:opening], pointer, *blocks[opening:])
