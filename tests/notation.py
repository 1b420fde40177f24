"""Writes a document tree as a short text that a person can read and compare."""

from collections.abc import Iterable, Iterator
from typing import assert_never

from roadmapper.document.formats import plain_number
from roadmapper.document.tree import (
    Block,
    Bullets,
    Callout,
    Chapter,
    Chart,
    Columns,
    Document,
    Heading,
    Inline,
    KeyFigures,
    Landscape,
    Line,
    Link,
    ListLook,
    ModelFacts,
    NoteMark,
    PageNumber,
    Paragraph,
    ParagraphLook,
    Quote,
    Reference,
    Sources,
    Steps,
    Table,
    Text,
    Tiers,
    Timeline,
)

_LONGEST = 110
_MARKS = {ListLook.BULLET: "-", ListLook.NUMBER: "1.", ListLook.CHECK: "[x]"}


def notation(document: Document) -> str:
    """Return the whole document; long texts are cut so that a difference fits a screen."""
    cover = document.cover
    lines = [
        f"cover: {cover.title} | {cover.promise}",
        *(f"  {fact.label}: {fact.value}" for fact in cover.facts),
        f"  {cover.eyebrow} | {cover.organization} | {cover.version}",
        f"  route: {', '.join(cover.stations)}",
        f"foot: {document.foot}",
    ]
    for chapter in document.chapters:
        lines += ["", *_chapter(chapter)]
    return "\n".join(_cut(line) for line in lines) + "\n"


def _chapter(chapter: Chapter) -> Iterator[str]:
    badges = " ".join(f"C{badge.number}" for badge in chapter.badges)
    yield f"# {chapter.number} {chapter.title} ({badges})"
    yield f"  {chapter.headline}"
    yield f"  {chapter.line}"
    yield from blocks_notation(chapter.blocks)


def blocks_notation(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the lines of some blocks."""
    for block in blocks:
        yield from _block(block)


def _cut(line: str) -> str:
    line = line.replace("\n", " / ").rstrip()
    return line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"


def _inside(blocks: Iterable[Block]) -> list[str]:
    return [f"  {_cut(line)}" for line in blocks_notation(blocks)]


def _block(block: Block) -> list[str]:
    match block:
        case Heading() | Paragraph() | Bullets() | Quote():
            return list(_prose(block))
        case Callout(title=title, body=body):
            return [f"callout: {title}", *_inside(body)]
        case Columns(left=left, right=right):
            return ["left:", *_inside(left), "right:", *_inside(right)]
        case Landscape(blocks=inner):
            return ["landscape:", *_inside(inner)]
        case Table() | ModelFacts() | Sources():
            return list(_grid(block))
        case KeyFigures() | Steps() | Tiers() | Chart() | Timeline():
            return list(_picture(block))
        case _:
            assert_never(block)


def _prose(block: Heading | Paragraph | Bullets | Quote) -> Iterator[str]:
    match block:
        case Heading(text=text, level=level, eyebrow=eyebrow):
            yield f"{'#' * level} {eyebrow}{': ' if eyebrow else ''}{text}"
        case Paragraph(line=line, look=look):
            yield f"{'' if look is ParagraphLook.BODY else f'{look}: '}{line_notation(line)}"
        case Bullets(items=items, look=look):
            for one in items:
                yield f"{'  ' * one.level}{_MARKS[look]} {line_notation(one.line)}"
        case Quote(line=line):
            yield f"> {line_notation(line)}"
        case _:
            assert_never(block)


def _grid(block: Table | ModelFacts | Sources) -> Iterator[str]:
    match block:
        case Table(caption=caption, number=number, columns=columns, rows=rows, note=note):
            yield f"table {number}: {caption} | {' | '.join(one.title for one in columns)}"
            for row in rows:
                cells = [" / ".join(map(line_notation, cell.paragraphs)) for cell in row.cells]
                yield f"  {' | '.join(_short(cell) for cell in cells)}"
            yield from [f"  note: {note}"] if note else []
        case ModelFacts(title=title, headline=headline, facts=facts):
            yield f"label: {title}, {headline}"
            yield from (f"  {'  ' * one.level}{one.label}: {one.value}" for one in facts)
        case Sources(entries=entries):
            yield from (f"source {one.number}: {line_notation(one.line)}" for one in entries)
        case _:
            assert_never(block)


def _short(text: str) -> str:
    return text if len(text) <= 40 else f"{text[:39]}…"


def _picture(block: KeyFigures | Steps | Tiers | Chart | Timeline) -> Iterator[str]:
    match block:
        case KeyFigures(items=figures):
            yield from (f"figure: {one.value} | {one.label} | {one.note}" for one in figures)
        case Steps(items=steps):
            yield from (f"step: {one.title} | {one.detail}" for one in steps)
        case Tiers(items=tiers, totals=totals):
            for one in tiers:
                yield f"tier: {one.name} | {one.who} | {one.amount} | {', '.join(one.facts)}"
            yield f"  {', '.join(totals)}"
        case Chart(kind=kind, number=number, title=title, categories=categories, series=series):
            yield f"chart {number}: {kind}: {title} | {', '.join(categories)}"
            for each in series:
                shown = [plain_number(one) if one is not None else "-" for one in each.values]
                yield f"  {each.name}: {', '.join(shown)}"
        case Timeline(number=number, title=title, lanes=lanes, gates=gates):
            yield f"timeline {number}: {title} | {', '.join(gate.name for gate in gates)}"
            for lane in lanes:
                bars = [f"{bar.text} {bar.start} to {bar.end}" for bar in lane.bars]
                yield f"  {lane.name}: {'; '.join(bars)}"
        case _:
            assert_never(block)


def line_notation(line: Line) -> str:
    """Return a line with its runs marked."""
    return "".join(_inline(part) for part in line)


def _inline(part: Inline) -> str:
    match part:
        case Text(text=text, bold=bold, italic=italic):
            marks = ("**" if bold else "") + ("*" if italic else "")
            return f"{marks}{text}{marks[::-1]}"
        case Link(text=text, target=target):
            return f"[{text}]({target})"
        case Reference(text=text):
            return f"[{text}]"
        case PageNumber(key=key):
            return f"<page of {key}>"
        case NoteMark(number=number, note=note):
            return f"[^{number}: {line_notation(note)}]"
        case _:
            assert_never(part)
