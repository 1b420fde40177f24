"""Numbers follow one another, keys are used once, headings stand above something."""

from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal

import pytest

from roadmapper.document.outline import number
from roadmapper.document.tree import (
    Bar,
    Block,
    Bullets,
    Callout,
    Cell,
    Chapter,
    Chart,
    ChartKind,
    Column,
    Columns,
    Heading,
    Item,
    Landscape,
    Lane,
    Line,
    NoteMark,
    Paragraph,
    Row,
    Series,
    SourceEntry,
    Sources,
    Table,
    Text,
    Timeline,
    Tone,
    walk,
)
from tests.composed import SAMPLES, document_of, sample

SAID = Paragraph((Text("a"),))
NOTED: Line = (Text("a"), NoteMark(0, (Text("n"),)))


def chapter(*blocks: Block, key: str = "one") -> Chapter:
    """Return a chapter of these blocks."""
    return Chapter(key, "Title", "Headline", "Line", (), blocks)


def table(caption: str = "Table", line: Line = ()) -> Table:
    """Return a table of one cell."""
    return Table("t", caption, (Column("A"),), (Row((Cell((line,)),)),))


def chart() -> Chart:
    """Return a chart of one bar."""
    return Chart("c", ChartKind.BARS, "Chart", ("a",), (Series("s", (Decimal(1),)),), "alt")


def timeline() -> Timeline:
    """Return a timeline of one bar."""
    day = date(2027, 1, 4)
    return Timeline("c", "T", day, day, (), (Lane("l", Tone.PLAIN, (Bar("b", day, day),)),), "alt")


def kept(*blocks: Block) -> list[str]:
    """Return the texts of the headings that stay, and the kinds of the other blocks."""
    numbered = number((chapter(*blocks),))[0].blocks
    return [one.text if isinstance(one, Heading) else type(one).__name__ for one in numbered]


@pytest.mark.parametrize(
    ("blocks", "left"),
    [
        ((Heading("A"),), []),
        ((Heading("A"), SAID), ["A", "Paragraph"]),
        ((Heading("A"), Heading("B"), SAID), ["B", "Paragraph"]),
        ((Heading("A"), Heading("B", 3), SAID), ["A", "B", "Paragraph"]),
        ((Heading("A"), Heading("B", 3), Heading("C"), SAID), ["C", "Paragraph"]),
        ((SAID, Heading("A"), Heading("B", 3)), ["Paragraph"]),
        ((Columns((Heading("A"),), (SAID,)),), ["Paragraph"]),
        ((Heading("A"), Columns((Heading("B"),), (Heading("C"),))), []),
        ((Heading("A"), Landscape((Heading("B"),))), []),
        ((Columns((SAID, Heading("A")), (SAID,)),), ["Columns"]),
    ],
)
def test_a_heading_stands_above_something(blocks: tuple[Block, ...], left: list[str]) -> None:
    assert kept(*blocks) == left


def test_a_heading_at_the_foot_of_a_column_goes() -> None:
    columns = number((chapter(Columns((SAID, Heading("A")), (SAID,))),))[0].blocks[0]

    assert isinstance(columns, Columns)
    assert columns.left == (SAID,)


def test_numbers_run_through_the_whole_document() -> None:
    first = chapter(table(), chart(), Columns((table(),), (timeline(),)), table(""))
    second = chapter(Landscape((chart(),)), table(), key="two")

    done = number((first, second))

    blocks = [block for one in done for block in walk(one.blocks)]
    assert [one.number for one in done] == [1, 2]
    assert [one.number for one in blocks if isinstance(one, Table)] == [1, 2, 0, 3]
    assert [one.number for one in blocks if isinstance(one, Chart | Timeline)] == [1, 2, 3]


def test_notes_are_numbered_in_reading_order() -> None:
    blocks = (
        Paragraph(NOTED),
        Bullets((Item(NOTED), Item(NOTED))),
        Callout("c", (Paragraph(NOTED),)),
        table(line=NOTED),
        Paragraph(NOTED),
    )

    assert marks(number((chapter(*blocks),))) == [1, 2, 3, 4, 5, 6]


def marks(node: object) -> list[int]:
    """Return the numbers of all note marks, in order."""
    if isinstance(node, NoteMark):
        return [node.number]
    if isinstance(node, tuple):
        return [one for part in node for one in marks(part)]
    if is_dataclass(node):
        return [one for field in fields(node) for one in marks(getattr(node, field.name))]
    return []


def keys(chapters: tuple[Chapter, ...]) -> list[str]:
    """Return every key a link may lead to."""
    found = [one.key for one in chapters]
    for one in chapters:
        for block in walk(one.blocks):
            if isinstance(block, Sources):
                found += [entry.key for entry in block.entries]
            else:
                found += [key] if (key := getattr(block, "key", "")) else []
    return found


def test_a_key_is_used_once_even_if_a_chapter_or_source_has_it() -> None:
    sources = Sources((SourceEntry("t", 1, (Text("a"),)),))
    done = number(
        (chapter(table(), table(), chart(), key="c"), chapter(sources), chapter(key="t-2"))
    )

    found = keys(done)

    assert len(found) == len(set(found))
    assert {"c", "one", "t", "t-2"} <= set(found)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_has_every_key_once_and_every_number_in_turn(name: str) -> None:
    chapters = document_of(sample(name)).chapters
    blocks = [block for one in chapters for block in walk(one.blocks)]
    tables = [one.number for one in blocks if isinstance(one, Table) and one.caption]
    found = keys(chapters)

    assert len(found) == len(set(found))
    assert tables == list(range(1, len(tables) + 1))
    body = [one.mark for one in chapters if not one.annex]
    assert body == [str(place) for place in range(1, len(body) + 1)]
    assert [one.mark for one in chapters if one.annex] == ["A", "B", "C"]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_link_inside_a_sample_leads_somewhere(name: str) -> None:
    chapters = document_of(sample(name)).chapters

    assert sorted(set(targets(chapters)) - {f"#{key}" for key in keys(chapters)}) == []


def targets(node: object) -> list[str]:
    """Return the places inside the document that links lead to."""
    if isinstance(node, tuple):
        return [one for part in node for one in targets(part)]
    if not is_dataclass(node):
        return []
    target = getattr(node, "target", "")
    inner = [one for field in fields(node) for one in targets(getattr(node, field.name))]
    return [target, *inner] if target.startswith("#") else inner
