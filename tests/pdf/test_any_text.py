"""Whatever a person pastes comes out on paper, or as a visible box."""

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapper import paths
from roadmapper.document.style import Style, load_style
from roadmapper.document.tree import (
    Bullets,
    Callout,
    Cell,
    Chart,
    ChartKind,
    Column,
    Document,
    Heading,
    Item,
    NoteMark,
    Paragraph,
    Quote,
    Row,
    Series,
    SourceEntry,
    Sources,
    Table,
    Text,
)
from roadmapper.pdf.glyphs import REPLACEMENT, clean, undrawable, visible
from roadmapper.pdf.write import write
from tests.pdf_reading import text_of
from tests.tree_parts import paragraph, text
from tests.trees import small_document

STYLE = load_style(paths.templates() / "partnership" / "style.toml")


def _everywhere(words: str) -> Document:
    cell = Cell((text(words),))
    return small_document(
        paragraph(words),
        Bullets((Item(text(words)),)),
        Heading(words),
        Quote(text(words)),
        Callout(words, (paragraph(words),)),
        Table("t", words, (Column(words),), (Row((cell,)),), words, 1),
        Paragraph((Text("x"), NoteMark(1, (Text(words),)))),
        Sources((SourceEntry("s", 1, text(words)),)),
    )


def _written(words: str) -> str:
    paper = STYLE.papers["letter"]
    return text_of(write(_everywhere(words), STYLE, paper, fonts=paths.fonts()).data)


def _on_paper(words: str) -> set[str]:
    """Return the characters a reader must find: no spaces, none without a glyph."""
    shown = set("".join(visible(clean(words)).split())) - undrawable(words, STYLE, paths.fonts())
    return {one for one in shown if unicodedata.category(one)[0] != "Z"}


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=120))
def test_any_text_is_written_and_can_be_read_back(words: str) -> None:
    found = unicodedata.normalize("NFKC", _written(words))

    assert set(unicodedata.normalize("NFKC", "".join(sorted(_on_paper(words))))) <= set(found)


@settings(max_examples=15, deadline=None)
@given(st.text(st.characters(min_codepoint=0x21, max_codepoint=0x24F), max_size=200))
def test_western_text_is_read_back_in_its_order(words: str) -> None:
    wanted = "".join(visible(clean(words)).split())

    assert wanted in _written(words)


@pytest.mark.parametrize(
    "words",
    [
        "<b>&amp;</b> =1+1 5 < 6",
        "患者的安全是第一位的",
        "Ελληνικά Кириллица",
        "Tiếng Việt ổn định",
        "☎ ✓ → ≤ ½ 😀",
        "a\x00b\x07c\x1bd\x7fe",
        "line\r\nline\u2028line",
    ],
)
def test_such_text_is_read_back_whole(words: str) -> None:
    assert "".join(visible(clean(words)).split()) in _written(words)


@pytest.mark.parametrize("words", ["שלום", "مرحبا"])
def test_words_of_right_to_left_scripts_are_read_back(words: str) -> None:
    assert words in _written(words)


def test_what_no_font_has_is_a_box_that_says_what_it_stands_for(style: Style) -> None:
    layout = write(
        small_document(paragraph("before 한 after")),
        style,
        style.papers["letter"],
        fonts=paths.fonts(),
    )

    assert "before한after" in text_of(layout.data)
    assert undrawable("a한", style, paths.fonts()) == {"한"}


@pytest.mark.parametrize("code", [0xD800, 0xE000, 0xFFFD, 0x10FFFD])
def test_what_means_nothing_is_a_box(code: int) -> None:
    assert REPLACEMENT in _written(chr(code))


HUGE = {"one word": "x" * 100_000, "words": "a word " * 15_000, "ideographs": "安" * 30_000}


@pytest.mark.parametrize("words", HUGE.values(), ids=HUGE.keys())
def test_a_hundred_thousand_characters_are_written(style: Style, words: str) -> None:
    document = small_document(
        paragraph(words), Table("t", "", (Column(""),), (Row((Cell((text(words),)),)),))
    )
    layout = write(document, style, style.papers["letter"], fonts=paths.fonts())

    assert text_of(layout.data).count(words[0]) >= 2 * words.count(words[0])


def test_a_label_of_a_chart_is_drawn_as_far_as_fonts_go(style: Style) -> None:
    values = (Series("One", (Decimal(3), Decimal(4))),)
    chart = Chart("c", ChartKind.BARS, "Title", ("Ärzte \ue000", "漢字"), values, "Two bars.")
    paper = style.papers["letter"]
    found = text_of(write(small_document(chart), style, paper, fonts=paths.fonts()).data)

    assert f"Ärzte{REPLACEMENT}" in found
    assert "漢字" in found


def test_empty_text_everywhere_is_no_error() -> None:
    assert "Onlychapter" in _written("")
