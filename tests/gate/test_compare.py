"""A finished file says what its document says, and whatever it says otherwise is found."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pikepdf
import pytest

from roadmapper.document.nodes import Paragraph
from roadmapper.document.tree import Chapter, Document, Link, Text
from roadmapper.gate.compare import compare
from roadmapper.gate.zipped import parts_of
from tests.gate.finished import READ, made, reading, with_part, with_pdf
from tests.trees import full_document, small_document

KINDS = ("docx", "pdf")
DOCUMENT = full_document(every_page=False)


def _with_first(document: Document, change: Callable[[Chapter], Chapter]) -> Document:
    first, *rest = document.chapters
    return replace(document, chapters=(change(first), *rest))


def _said(document: Document, kind: str) -> str:
    """Return what is found when the file is compared with another document than its own."""
    return " ".join(
        f"{one.where}: {one.what}" for one in compare(document, reading(DOCUMENT, kind))
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_with_every_kind_of_block_is_its_document(kind: str) -> None:
    assert compare(DOCUMENT, reading(DOCUMENT, kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_that_is_missing_is_named_with_its_chapter(kind: str) -> None:
    more = Paragraph((Text("Nobody ever wrote this sentence."),))
    other = _with_first(DOCUMENT, lambda one: replace(one, blocks=(*one.blocks, more)))

    assert (
        'the chapter "Executive summary": "Nobody ever wrote this sentence." is missing'
        in _said(other, kind)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_sentence_that_the_document_does_not_have_is_found(kind: str) -> None:
    other = _with_first(DOCUMENT, lambda one: replace(one, blocks=one.blocks[2:]))

    assert "The file says" in _said(other, kind)


@pytest.mark.parametrize("kind", KINDS)
def test_a_heading_a_table_and_a_link_of_another_document_are_missed(kind: str) -> None:
    for before, after, found in (
        ("What happens next", "What comes", '"What comes" is no heading in its place'),
        ("If this happens", "Should it happen", 'the table "Scenarios we plan for together"'),
        ("mailto:hello@", "mailto:halo@", 'The link to "mailto:halo@example.org" is missing'),
    ):
        assert found in _said(_changed(DOCUMENT, before, after), kind)


def _changed(value: object, before: str, after: str) -> Document:
    """Return a document in which a text reads otherwise."""
    found = _replaced(value, before, after)
    assert isinstance(found, Document)
    return found


def _replaced(value: object, before: str, after: str) -> object:
    match value:
        case str():
            return value.replace(before, after)
        case tuple():
            return tuple(_replaced(one, before, after) for one in value)
        case _ if hasattr(value, "__dataclass_fields__"):
            names = value.__dataclass_fields__
            held = {name: _replaced(getattr(value, name), before, after) for name in names}
            return type(value)(**held)
        case _:
            return value


@pytest.mark.parametrize(
    ("name", "before", "after", "found"),
    [
        ("word/document.xml", b"42 minutes", b"24 minutes", "is missing or changed"),
        ("word/document.xml", b'w:name="_', b'w:name="x', "is not there"),
        ("word/footnotes.xml", b"Measured by", b"Weighed by", "The note"),
    ],
)
def test_a_changed_part_of_a_word_file_is_found(
    name: str, before: bytes, after: bytes, found: str
) -> None:
    data = with_part(made(DOCUMENT, "docx"), name, lambda one: one.replace(before, after))

    assert any(found in one.what for one in compare(DOCUMENT, READ["docx"](data)))


def test_a_number_changed_in_the_book_behind_a_chart_is_found() -> None:
    data = made(DOCUMENT, "docx")
    (book,) = _names(data, "word/embeddings/")[:1]
    sheet = "xl/worksheets/sheet1.xml"
    changed = with_part(
        data,
        book,
        lambda one: with_part(one, sheet, lambda xml: xml.replace(b"<v>1.8</v>", b"<v>8.1</v>")),
    )

    told = [one.what for one in compare(DOCUMENT, READ["docx"](changed))]

    assert any("shows other numbers than it holds" in one for one in told)
    assert any("Its numbers are not those of the document" in one for one in told)


def test_a_picture_that_is_gone_is_found() -> None:
    data = made(DOCUMENT, "docx")
    (picture,) = [one for one in _names(data, "word/media/") if one.endswith(".svg")][:1]

    changed = with_part(data, picture, lambda _one: b"")

    assert any(picture in one.what for one in compare(DOCUMENT, READ["docx"](changed)))


def test_a_pdf_without_its_outline_or_with_a_link_to_nowhere_is_found() -> None:
    def without_outline(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.Outlines

    def without_goal(pdf: pikepdf.Pdf) -> None:
        links = [one for page in pdf.pages for one in page.obj.get("/Annots", []) if "/Dest" in one]
        links[0].Dest[0] = pdf.make_indirect(pikepdf.Dictionary())

    data = made(DOCUMENT, "pdf")
    for change, found in ((without_outline, "not in the outline"), (without_goal, "leads nowhere")):
        told = compare(DOCUMENT, READ["pdf"](with_pdf(data, change)))
        assert any(found in one.what for one in told)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "words", ["Zürich – “Käse” ½ ﬁ", "שלום a1", "日本語 です", "😀 fine", "\x02x", "a \ud800"]
)
def test_unusual_letters_are_no_fault_of_the_file(kind: str, words: str) -> None:
    document = small_document(Paragraph((Text(words),)), Paragraph((Text("And then more."),)))

    assert compare(document, reading(document, kind)) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_short_text_that_also_stands_inside_of_a_blurred_one_is_no_fault(kind: str) -> None:
    texts = ("It is not 😀 in every chart", "no", "Four weeks")
    document = small_document(*(Paragraph((Text(one),)) for one in texts))

    assert compare(document, reading(document, kind)) == []


_LEFTWARD = "مرحبا بالعالم and שלום עולם, again"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 40])
def test_words_beside_those_that_run_leftward_may_be_turned(kind: str, count: int) -> None:
    document = _leftward(count)

    assert compare(document, reading(document, kind)) == []


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("count", [1, 40])
def test_a_word_that_is_missing_beside_them_is_found(kind: str, count: int) -> None:
    document = _leftward(count)
    more = Paragraph((Text("Nobody ever wrote zebra."),))
    other = _with_first(document, lambda one: replace(one, blocks=(*one.blocks, more)))

    (found,) = compare(other, reading(document, kind))

    assert found.what == '"Nobody ever wrote zebra." is missing or changed.'


def _leftward(count: int) -> Document:
    """Return a document with lines that run leftward among plain ones."""
    texts = [text for _ in range(count) for text in (_LEFTWARD, "Not started: 0 to 0.8.")]
    return small_document(*(Paragraph((Text(one),)) for one in texts))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("target", ["https://bücher.example/a", "https://a.example/b\u00adc d"])
def test_an_address_that_only_some_files_take_for_a_link_is_no_fault(
    kind: str, target: str
) -> None:
    document = small_document(Paragraph((Link(target, target),)))

    assert compare(document, reading(document, kind)) == []


def test_what_a_chart_shows_is_read_in_exact_numbers() -> None:
    (first, *_rest) = reading(DOCUMENT, "docx").charts

    assert first.series[0] == tuple(map(Decimal, ("1.8", "2.1", "2.6", "3.9")))


def _names(data: bytes, start: str) -> list[str]:
    return [one for one in parts_of(data, "word/document.xml") if one.startswith(start)]
