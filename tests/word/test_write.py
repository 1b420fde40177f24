"""The Word file of a document: valid, styled, anchored, the same every time."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from roadmapper import paths
from roadmapper.document.tree import (
    Bullets,
    Cell,
    Chart,
    ChartKind,
    Column,
    Item,
    Landscape,
    ListLook,
    Paragraph,
    Row,
    Source,
    Table,
    Text,
    Tier,
    Tiers,
)
from roadmapper.errors import ExportError
from roadmapper.word.write import write
from tests.trees import full_document, small_document
from tests.word.made import W, bookmarked, docx, paragraphs, part, parts, sheet, styles_worn, words

_LOOKS = ("b", "i", "u", "color", "sz", "rFonts", "highlight", "shd", "vertAlign", "caps")


@pytest.fixture(scope="module")
def full() -> bytes:
    return docx(full_document())


def test_a_document_with_every_node_is_valid(full: bytes, tmp_path: Path) -> None:
    file = tmp_path / "full.docx"
    file.write_bytes(full)

    report = OpenXmlValidator().validate(str(file))

    assert [str(error.description) for error in report.errors] == []


def test_the_same_document_gives_the_same_bytes(full: bytes) -> None:
    assert docx(full_document()) == full


def test_the_file_is_smaller_than_a_megabyte(full: bytes) -> None:
    assert len(full) < 2**20


def test_no_text_is_formatted_directly(full: bytes) -> None:
    direct = [
        one.tag
        for name, content in parts(full).items()
        if re.fullmatch(r"word/(document|header\d+|footer\d+|footnotes)\.xml", name)
        for one in part(full, name).iter(*(f"{W}{look}" for look in _LOOKS))
        if content and one.getparent().tag != f"{W}tcPr"
    ]

    assert direct == []


def test_every_style_the_text_wears_is_defined(full: bytes) -> None:
    defined = {one.get(f"{W}styleId") for one in part(full, "word/styles.xml").iter(f"{W}style")}

    assert styles_worn(part(full)) - defined == set()


def test_the_chapters_are_the_first_headings() -> None:
    document = full_document()

    root = part(docx(document))

    titles = [
        words(one)
        for one in root.iter(f"{W}p")
        if one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") in {"Heading1", "Heading1Plain"}
    ]
    assert titles == [chapter.title for chapter in document.chapters]


def test_the_contents_hold_the_given_page_numbers() -> None:
    document = full_document()

    lines = paragraphs(part(docx(document, pages={"summary": 3, "roadmap": 14})))

    assert "1\tExecutive summary\t3" in lines
    assert "7\tPartnership roadmap\t14" in lines


def test_nothing_asks_word_to_update_fields(full: bytes) -> None:
    assert b"updateFields" not in parts(full)["word/settings.xml"]
    assert b"w:dirty" not in parts(full)["word/document.xml"]


def test_a_paragraph_an_item_and_a_cell_that_are_answers_have_one_bookmark_each() -> None:
    row = Row((Cell(((Text("cell"),), (Text("more"),)), source=Source("c.d")),))
    document = small_document(
        Paragraph((Text("one "), Text("two", bold=True)), source=Source("a.b", 1)),
        Bullets((Item((Text("item"),), source=Source("b.c")),)),
        Table("t", "T", (Column("C"),), (row,), number=1),
    )

    data = docx(document)

    texts = [text for name, text in bookmarked(part(data)).items() if name.startswith("_rm_")]
    assert texts == ["one two", "item", "cell"]


def test_what_a_tier_holds_is_marked_where_it_is_one_answer() -> None:
    detail, when = Source("workforce.training[t1].content"), Source("workforce.training[t1].when")
    tier = Tier(
        "Aware",
        "Everyone",
        "A short video",
        "20 min",
        ("640 people", "Day 30"),
        detail,
        (None, when),
    )

    data = docx(small_document(Tiers((tier,))))

    texts = [text for name, text in bookmarked(part(data)).items() if name.startswith("_rm_")]
    assert texts == ["A short video", "Day 30"]


def test_the_map_says_which_answer_a_bookmark_is() -> None:
    source = Source('models[m1]."x"', 2)

    data = docx(small_document(Paragraph((Text("text"),), source=source)))

    (name,) = (one for one in bookmarked(part(data)) if one.startswith("_rm_"))
    (entry,) = part(data, "customXml/item1.xml").iter("{urn:roadmapper:sources}source")
    assert entry.attrib == {"bookmark": name, "path": source.path, "part": "2"}


def test_an_answer_shown_twice_has_two_bookmarks() -> None:
    twice = Paragraph((Text("text"),), source=Source("a.b"))

    names = bookmarked(part(docx(small_document(twice, twice))))

    assert len([name for name in names if name.startswith("_rm_")]) == 2


def test_a_bookmark_name_stays_the_same_when_the_text_changes() -> None:
    first = docx(small_document(Paragraph((Text("before"),), source=Source("a.b"))))
    second = docx(small_document(Paragraph((Text("after"),), source=Source("a.b"))))

    assert list(bookmarked(part(first))) == list(bookmarked(part(second)))


def test_each_numbered_list_begins_anew() -> None:
    one = Bullets((Item((Text("a"),)), Item((Text("b"),), level=1)), ListLook.NUMBER)

    root = part(docx(small_document(one, one)))

    numbers = [
        paragraph.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for paragraph in root.iter(f"{W}p")
        if words(paragraph) in {"a", "b"}
    ]
    assert numbers[0] == numbers[1] != numbers[2] == numbers[3]


def test_the_properties_name_the_organization_the_revision_and_no_clock(full: bytes) -> None:
    core, custom = parts(full)["docProps/core.xml"], parts(full)["docProps/custom.xml"]

    assert b"<dc:creator>Northquill Clinical Systems</dc:creator>" in core
    assert set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {b"2027-05-03T09:30:00Z"}
    assert b'name="RoadmapperRevision"><vt:lpwstr>3f2a9c<' in custom


def test_no_part_carries_the_time_of_writing(full: bytes) -> None:
    year = str(datetime.now(tz=UTC).year).encode()

    assert not any(year + b"-" in one for name, one in parts(full).items() if name.endswith("l"))


def test_tables_repeat_their_header_and_say_what_they_are(full: bytes) -> None:
    root = part(full)

    tables = [
        one
        for one in root.iter(f"{W}tbl")
        if one.find(f"{W}tblPr/{W}tblStyle").get(f"{W}val") == "ProposalTable"
    ]
    assert tables
    assert all(one.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for one in tables)
    assert all(one.find(f"{W}tblPr/{W}tblCaption") is not None for one in tables)


def test_a_row_with_a_long_cell_may_break_over_pages() -> None:
    rows = (Row((Cell(((Text("word " * 900),),)),)), Row((Cell(((Text("short"),),)),)))

    root = part(docx(small_document(Table("t", "T", (Column("C"),), rows, number=1))))

    held = [one for one in root.iter(f"{W}tr") if words(one).startswith(("word", "short"))]
    assert [one.find(f".//{W}cantSplit") is None for one in held] == [True, False]


def test_a_chapter_that_begins_sideways_and_one_without_a_number_are_not_counted() -> None:
    document = small_document()
    (only,) = document.chapters
    sideways = replace(only, key="side", blocks=(Landscape(only.blocks),), number=2)
    chapters = (
        only,
        sideways,
        replace(only, key="third", number=3),
        replace(only, key="x", number=0),
    )

    root = part(docx(replace(document, chapters=chapters)))

    titles = [one for one in root.iter(f"{W}p") if words(one) == "Only chapter"]
    worn = [one.find(f"{W}pPr/{W}pStyle").get(f"{W}val") for one in titles]
    restarted = [one.find(f"{W}pPr/{W}numPr") is not None for one in titles]
    assert worn == ["Heading1", "Heading1Plain", "Heading1", "Heading1Plain"]
    assert restarted == [False, False, True, False]


def test_every_chapter_has_its_title_in_the_running_head(full: bytes) -> None:
    heads = {words(part(full, name)) for name in parts(full) if name.startswith("word/header")}

    assert "A partnership roadmap for Fernhollow Health\t3 Continuity" in heads


def test_a_missing_drawing_is_an_error_a_person_understands() -> None:
    chart = Chart("c", ChartKind.RANGE, "Value", ("a",), (), "Values.", number=1)
    style = sheet()

    plain = replace(small_document(chart).chapters[0], badges=())
    with pytest.raises(ExportError, match="“Value”"):
        write(
            replace(small_document(chart), chapters=(plain,)),
            style,
            style.papers["a4"],
            fonts=paths.fonts(),
            pages={},
            page_count=1,
            pictures={},
        )


def test_a_table_without_columns_leaves_its_caption() -> None:
    lines = paragraphs(part(docx(small_document(Table("t", "Nothing yet", (), (), number=1)))))

    assert "Table 1. Nothing yet" in lines


def test_pictures_and_charts_say_what_they_show(full: bytes) -> None:
    drawing = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"

    said = [one.get("descr") for one in part(full).iter(drawing)]

    assert len(said) == 20
    assert all(said)
    assert "Criterion 5: Compliance and security" in said
    assert any("Outage drill, 2027-12-01 to 2028-01-15" in one for one in said)
