"""Typed prose is written so that reading it gives the same prose again."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmapper.document.marked import marked, tidy
from roadmapper.document.markup import Prose, inline, link_target, prose, unmarked
from roadmapper.document.tree import Link, ListLook, Text
from tests.prose_parts import LETTERS, PARTS


@given(PARTS)
@example([Prose((Text("un"), Text("bold", bold=True), Text("able")))])
@example([Prose((Text("a", bold=True), Text("b", italic=True)))])
@example([Prose((Text("a ", True), Text("b", True, True), Text(" c", italic=True)))])
@example([Prose((Text("*a*"),)), Prose((Text("- a\n1. b"),)), Prose((Text("C:\\"),))])
@example([Prose((Link("a\\", "https://x.org", bold=True), Text("\\", bold=True)))])
def test_prose_that_is_written_is_read_again(parts: list[Prose]) -> None:
    assert prose(marked(parts)) == tidy(parts)


@given(st.text(LETTERS, max_size=80))
@example("**a*b**c*")
@example("[a](https://x.org)[b](https://x.org)")
@example("\\\\*a*")
@example("**a\\|**b")
def test_typed_text_means_the_same_when_it_is_written_again(text: str) -> None:
    again = marked(prose(text))

    assert tidy(prose(again)) == tidy(prose(text))
    assert marked(prose(again)) == again


@given(PARTS)
def test_the_one_form_is_its_own(parts: list[Prose]) -> None:
    assert tidy(tidy(parts)) == tidy(parts)


@given(st.text(LETTERS, max_size=80))
def test_text_from_elsewhere_stays_letter_by_letter(text: str) -> None:
    parts = tidy(unmarked(text))

    assert prose(marked(parts)) == parts
    assert all(isinstance(one, Text) and not one.bold for part in parts for one in part.line)


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "A **bold** word, an *italic* one and **a *b* c**.",
        "2 * 3 * 4 = A1*B2*C3",
        "\\\\server\\share and C:\\d",
        "[a](https://x.org) and **[b](mailto:b@c.de)**",
        "Lead in:\n\n- one\n  - two\n- three\n\n1. first\n2. second\n\nEnd",
        "a\nb",
        "2027 - 2029",
        "{figures.pricing.fee_at_risk} [not a link]",
        "un\\|**bold**\\|able",
        "\\|- no item",
    ],
)
def test_the_usual_form_stays_as_it_is(text: str) -> None:
    assert marked(prose(text)) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("* one\n* two", "- one\n- two"),
        ("3) three\n4) four", "1. three\n2. four"),
        ("a\n\n\n\nb  ", "a\n\nb"),
    ],
)
def test_other_forms_are_written_in_the_usual_one(text: str, written: str) -> None:
    assert marked(prose(text)) == written


def test_stars_typed_by_hand_are_no_markers() -> None:
    assert marked([Prose((Text("*a* and **"),))]) == "\\*a\\* and \\*\\*"
    assert marked([Prose((Text("1. *"),)), Prose((Text("*"),))]) == "\\|1. *\n\n*"


def test_a_space_at_the_edge_of_bold_words_is_plain() -> None:
    line = (Text(" a ", bold=True), Text("b"))

    assert marked([Prose(line)]) == "**a** b"


def test_a_long_label_becomes_several_links_to_one_place() -> None:
    parts = tidy([Prose((Link("[*" * 400, "https://x.org"),))])

    assert prose(marked(parts)) == parts
    assert "".join(one.text for one in parts[0].line if isinstance(one, Link)) == "[*" * 400


def test_a_list_of_a_thousand_items_stays_a_list() -> None:
    parts = [Prose((Text("a"),), ListLook.NUMBER)] * 1200

    assert len(prose(marked(parts))) == 1200


@pytest.mark.parametrize(
    ("typed", "target"),
    [
        (" HTTPS://x.org/a b(c) ", "https://x.org/a%20b%28c%29"),
        ("mailto:a@b.org", "mailto:a@b.org"),
        ("javascript:alert(1)", ""),
        ("x.org", ""),
        ("https://", ""),
    ],
)
def test_a_link_leads_to_the_web_or_to_mail(typed: str, target: str) -> None:
    assert link_target(typed) == target


def test_a_backslash_elsewhere_stands_as_typed() -> None:
    assert inline("\\\\server\\share\\n") == (Text("\\\\server\\share\\n"),)


@pytest.mark.parametrize("letter", ["*", "\\", "[", "[a](", "\\[", "- ", "**a** "])
def test_a_long_run_of_markers_takes_no_longer_than_words(letter: str) -> None:
    """Reading each start anew would take minutes here."""
    text = (letter * 100_000)[:100_000]

    assert tidy(prose(marked(prose(text)))) == tidy(prose(text))
