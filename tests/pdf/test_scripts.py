"""Letters join and stack, marks sit on their letters, lines run to where they are read."""

import re
import unicodedata
from collections.abc import Iterator

import pypdfium2
import pytest

from roadmapper import paths
from roadmapper.document.style import Style
from roadmapper.document.tree import (
    Block,
    Bullets,
    Cell,
    Chart,
    ChartKind,
    Column,
    Heading,
    Item,
    Row,
    Series,
    Table,
)
from roadmapper.pdf.breaking import Breaker, Ink, TextLine
from roadmapper.pdf.faces import Faces, faces
from roadmapper.pdf.shaping import clusters, meaning_of
from tests.pdf.conftest import Writing
from tests.pdf_reading import nodes_of, opened, pages_of, text_of
from tests.tree_parts import decimals, paragraph, text
from tests.trees import small_document

HELLO = "مرحبا بالعالم"
BASE = "Inter-Regular.ttf"


@pytest.fixture
def shared(style: Style) -> Faces:
    return faces(paths.fonts(), style.fallback)


def _lines(shared: Faces, words: str, width: float) -> list[TextLine]:
    breaker = Breaker(shared)
    return breaker.broken(breaker.cut([(Ink(BASE, 10, "000000"), words, None)]), width)


def _words_of(line: TextLine) -> str:
    return "".join(shape.text for segment in line.segments for shape in segment.shapes)


def test_arabic_letters_join(shared: Faces) -> None:
    word = "عين"
    joined = shared.shape_left(BASE, word)
    alone = [shared.shape_left(BASE, one) for one in word]

    assert joined.width < sum(one.width for one in alone)
    assert "".join(meaning_of(ord(one)) for one in joined.parts[0].text) == word[::-1]


def test_marks_are_moved_to_their_letters(shared: Faces) -> None:
    (part,) = shared.shape(BASE, "x\u0323").parts

    assert part.shifts[1] != (0, 0)


@pytest.mark.parametrize("words", ["👩‍⚕️", "👍🏽", "🇺🇸"])
def test_an_emoji_of_several_characters_is_one_picture(shared: Faces, words: str) -> None:
    (part,) = shared.shape(BASE, words).parts

    assert len(part.text) == 1
    assert list(clusters(words * 2)) == [words, words]


@pytest.mark.parametrize(
    "words",
    [
        HELLO,
        "سلام الإسلام",
        "מחיר $5,000 (לשנה)",
        "see שלום now",
        "हिन्दी क्षेत्र कार्यक्रम",
        "ผู้ป่วยและความปลอดภัย",
        "👩‍⚕️ and 👍🏽 🇺🇸",
        "x\u0323\u0302 y",
    ],
)
def test_a_line_is_read_back_in_the_order_of_reading(written: Writing, words: str) -> None:
    assert words in " ".join(pages_of(written(small_document(paragraph(words))).data))


def test_letters_with_points_are_read_back_in_their_order(written: Writing) -> None:
    found = unicodedata.normalize("NFC", text_of(written(small_document(paragraph("שָׁלוֹם"))).data))

    assert unicodedata.normalize("NFC", "שָׁלוֹם") in found


def test_a_screen_reader_is_told_the_order_of_reading(written: Writing) -> None:
    words = "שלום (abc) עולם 12.5%"
    layout = written(small_document(paragraph(words), paragraph("Plain.")))
    with opened(layout.data) as pdf:
        told = [str(node.ActualText) for node in nodes_of(pdf) if "/ActualText" in node]

    assert told == [words]


def test_a_chart_joins_letters_too(written: Writing) -> None:
    values = (Series("One", decimals("3 4")),)
    chart = Chart("c", ChartKind.BARS, "Title", ("مرحبا", "Two"), values, "Two bars.")

    assert "مرحبا" in text_of(written(small_document(chart)).data)


def _edges(written: Writing, block: Block, letter: str) -> Iterator[tuple[float, float]]:
    """Yield where a letter begins and ends on the last page."""
    with pypdfium2.PdfDocument(written(small_document(block)).data) as document:
        page = document[len(document) - 1].get_textpage()
        for at, one in enumerate(page.get_text_range()):
            if one == letter:
                left, _, right, _ = page.get_charbox(at)
                yield left, right


def test_a_paragraph_that_begins_at_the_right_ends_at_the_left(written: Writing) -> None:
    ((left, _),) = _edges(written, paragraph("א " + "ב " * 60), "א")
    plain = paragraph("א " + "ב " * 60)
    rest = max(right for _, right in _edges(written, plain, "ב"))

    assert left > 300
    assert rest == pytest.approx(max(right for _, right in _edges(written, plain, "ב")))


def test_the_mark_of_an_item_stands_where_its_line_begins(written: Writing) -> None:
    ((_, bullet),) = _edges(written, Bullets((Item(text("Plain item")),)), "•")
    ((turned, _),) = _edges(written, Bullets((Item(text("אבג")),)), "•")
    ((_, letter),) = _edges(written, Bullets((Item(text("אבג")),)), "א")

    assert bullet < 200 < letter < turned


def test_a_soft_hyphen_shows_only_at_the_end_of_a_line(shared: Faces) -> None:
    words = "documen\xadta\xadtion"
    narrow = _lines(shared, words, 50)

    assert [_words_of(line) for line in narrow] == ["documen-", "tation"]
    assert [_words_of(line) for line in _lines(shared, words, 500)] == ["documentation"]
    assert all(line.width <= 50 for line in narrow)


def test_a_word_may_be_parted_at_a_space_of_no_width(shared: Faces) -> None:
    assert [_words_of(one) for one in _lines(shared, "docu\u200bment", 40)] == ["docu", "ment"]


def test_a_space_that_does_not_break_holds_words_together(shared: Faces) -> None:
    assert [_words_of(one).rstrip() for one in _lines(shared, "a bbbb\xa0cccc", 55)] == [
        "a",
        "bbbb\xa0cccc",
    ]


def test_letters_that_join_are_not_set_apart(written: Writing) -> None:
    layout = written(small_document(Heading("Title", eyebrow=HELLO)))
    with opened(layout.data) as pdf:
        codes = b" ".join(page.Contents.read_bytes() for page in pdf.pages)

    assert re.search(rb"[1-9.]\d* Tc [^T]*Tm 0 Tc", codes)


HUGE = {
    "joined letters": "ب" * 100_000,
    "both directions": "abc אבג (12) " * 8_000,
    "marks": "e" + "\u0323" * 100_000,
    "soft hyphens": "ab\xad" * 33_000,
    "joiners": "👩\u200d" * 20_000,
    "open brackets": "א(" * 30_000,
    "isolates": "\u2067א" * 30_000,
}


@pytest.mark.parametrize("words", HUGE.values(), ids=HUGE.keys())
def test_a_hundred_thousand_such_characters_stay_in_a_narrow_cell(
    written: Writing, words: str
) -> None:
    cells = (Cell((text("x"),)), Cell((text(words),)), Cell((text("y"),)))
    columns = (Column("A", weight=4), Column("B", weight=1), Column("C", weight=4))
    layout = written(small_document(Table("t", "", columns, (Row(cells),))))
    with pypdfium2.PdfDocument(layout.data) as document:
        page = document[min(3, len(document) - 1)].get_textpage()
        boxes = [page.get_rect(at) for at in range(page.count_rects())]

    inside = [box for box in boxes if 200 < box[1] < 600]
    assert inside
    assert all(right < 400 for _, _, right, _ in inside)
