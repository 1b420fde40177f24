"""Lines of text in the Word file: whatever a person pastes, links and notes."""

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapper.document.tree import (
    Cell,
    Column,
    Link,
    NoteMark,
    PageNumber,
    Paragraph,
    Reference,
    Row,
    Source,
    Table,
    Text,
)
from tests.trees import small_document
from tests.word.made import W, docx, paragraphs, part, parts, words

_LOOKS = ("b", "i", "u", "color", "sz", "rFonts", "highlight", "shd", "vertAlign", "caps")


def test_links_to_nowhere_and_strange_addresses_are_plain_text() -> None:
    links = (
        Link("gone", "#nowhere"),
        Link("script", "javascript:alert(1)"),
        Link("spaces", "http://not a host/"),
        Reference("nowhere", "Table 9"),
        PageNumber("nowhere"),
    )

    root = part(docx(small_document(Paragraph(links))))

    assert "gonescriptspacesTable 91" in paragraphs(root)
    (line,) = (one for one in root.iter(f"{W}p") if words(one).startswith("gonescript"))
    assert line.findall(f"{W}hyperlink") == []


def test_a_note_stands_at_the_foot_with_its_link() -> None:
    note = NoteMark(1, (Text("See "), Link("here", "https://example.org/a b")))

    data = docx(small_document(Paragraph((Text("Claim"), note))))

    assert "here" in paragraphs(part(data, "word/footnotes.xml"))[-1]
    assert b"https://example.org/a%20b" in parts(data)["word/_rels/footnotes.xml.rels"]


def test_the_same_note_again_leads_to_the_first() -> None:
    note = NoteMark(1, (Text("Once"),))

    root = part(docx(small_document(Paragraph((note, Text(" and "), note)))))

    assert len(list(root.iter(f"{W}footnoteReference"))) == 1


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.text(max_size=200))
def test_whatever_a_person_pastes_is_in_the_file(text: str) -> None:
    document = small_document(
        Paragraph((Text(text, bold=True), Link(text, text)), source=Source(text)),
        Table(text, text, (Column(text),), (Row((Cell(((Text(text),),)),)),), note=text),
    )

    shown = "".join(paragraphs(part(docx(document))))

    kept = re.sub("[^\\w]|[\ud800-\udfff]", "", text)
    assert kept in re.sub(r"[^\w]", "", shown)


@pytest.mark.parametrize(
    "text",
    [
        "5 < 6 & <b>",
        "שלום עולם",
        "مرحبا abc",
        "👩‍⚕️ 🩺",
        "𠀀𝔘",
        "=cmd|' /C calc'!A0",
        "word " * 20_000,
    ],
)
def test_hard_texts_are_kept_letter_by_letter(text: str) -> None:
    root = part(docx(small_document(Paragraph((Text(text),)))))

    assert text in paragraphs(root)


def test_control_characters_vanish_and_line_breaks_stay() -> None:
    root = part(docx(small_document(Paragraph((Text("a\x00b\x0bc\r\nd\ud800"),)))))

    assert "ab\nc\nd\ufffd" in paragraphs(root)


def test_right_to_left_letters_are_marked() -> None:
    root = part(docx(small_document(Paragraph((Text("see שלום now"),)))))

    marked = [words(one.getparent().getparent()) for one in root.iter(f"{W}rtl")]
    assert marked == ["שלום"]


def test_numbers_and_brackets_between_such_letters_run_with_them() -> None:
    root = part(docx(small_document(Paragraph((Text("see שלום (12) עולם (now)"),)))))

    marked = [words(one.getparent().getparent()) for one in root.iter(f"{W}rtl")]
    assert marked == ["שלום (", "12", ") עולם"]


def test_a_paragraph_that_begins_with_such_letters_begins_at_the_right() -> None:
    root = part(docx(small_document(Paragraph((Text("12 שלום"),)), Paragraph((Text("a שלום"),)))))

    turned = [words(one.getparent().getparent()) for one in root.iter(f"{W}bidi")]
    assert turned == ["12 שלום"]


def test_a_soft_hyphen_is_one_that_word_knows() -> None:
    root = part(docx(small_document(Paragraph((Text("docu\xadment"),)))))

    assert len(list(root.iter(f"{W}softHyphen"))) == 1


def test_notes_are_counted_by_word_where_each_chapter_begins_at_one() -> None:
    note = NoteMark(1, (Text("Note"),))
    given = replace(note, number=7)

    counted = part(docx(small_document(Paragraph((note,)))))
    told = part(docx(small_document(Paragraph((given,)))))

    custom = f"{W}customMarkFollows"
    assert [one.get(custom) for one in counted.iter(f"{W}footnoteReference")] == [None]
    assert [one.get(custom) for one in told.iter(f"{W}footnoteReference")] == ["1"]


def test_an_address_in_a_link_is_written_as_word_accepts_it() -> None:
    data = docx(small_document(Paragraph((Link("there", "HTTPS://example.org/ü?a=1&b=<2>"),))))

    held = parts(data)["word/_rels/document.xml.rels"]
    assert b'Target="https://example.org/%C3%BC?a=1&amp;b=%3C2%3E"' in held
