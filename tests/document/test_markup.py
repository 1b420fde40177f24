"""Typed prose loses nothing but its markers."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from roadmapper.document.markup import clean, inline, prose
from roadmapper.document.tree import Line, Link, ListLook, Text, plain

TYPED = st.text(
    st.one_of(
        st.sampled_from("*-•1. )[](|\\ab\n\t \u00e9"),
        st.characters(codec=None),
    ),
    max_size=80,
)


def shown(text: str) -> str:
    """Return what a reader sees of typed prose, with everything that may be a marker taken out."""
    return re.sub(r"[\s*\-•\d.)\[\](|\\]", "", text)


@given(TYPED)
@example("**a*b**c*")
@example("- - a")
@example("[a](https://x.org/(b))")
@example("**[a](https://x.org)**")
def test_no_letter_is_lost_but_link_targets(text: str) -> None:
    lines = [part.line for part in prose(text)]
    targets = "".join(one.target for line in lines for one in line if isinstance(one, Link))
    found = "".join(plain(line) for line in lines)

    assert sorted(shown(found + targets)) == sorted(shown(clean(text)))


@given(TYPED)
def test_nothing_typed_makes_an_empty_paragraph(text: str) -> None:
    for part in prose(text):
        assert plain(part.line).strip()
        assert all(one.text for one in part.line if isinstance(one, Text | Link))


@given(st.text(st.characters(codec=None), max_size=60))
def test_what_no_file_can_hold_is_taken_out(text: str) -> None:
    left = clean(text)

    assert left.encode("utf-8").decode("utf-8") == left
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\ufffe\uffff]", left)
    assert clean(left) == left


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("plain", (Text("plain"),)),
        ("a **b** c", (Text("a "), Text("b", bold=True), Text(" c"))),
        ("*b*", (Text("b", italic=True),)),
        ("**a *b* c**", (Text("a ", True), Text("b", True, True), Text(" c", True))),
        ("[a](https://x.org)", (Link("a", "https://x.org"),)),
        ("**[a](mailto:b@c.de)**", (Link("a", "mailto:b@c.de", bold=True),)),
        ("[a](javascript:b)", (Text("[a](javascript:b)"),)),
        ("A1*B2*C3", (Text("A1*B2*C3"),)),
        ("2 * 3 * 4", (Text("2 * 3 * 4"),)),
        ("**open", (Text("**open"),)),
        ("\\*a\\*", (Text("*a*"),)),
        ("un\\|**bold**\\|able", (Text("un"), Text("bold", bold=True), Text("able"))),
        ("a\\|b \\\\*c*", (Text("ab \\"), Text("c", italic=True))),
        ("[a\\]b](https://x.org)", (Link("a]b", "https://x.org"),)),
        ("{deal.name} {", (Text("{deal.name} {"),)),
    ],
)
def test_markers_that_pair_are_read_and_others_stand(text: str, line: Line) -> None:
    assert inline(text) == line


def test_lists_have_marks_and_two_levels() -> None:
    parts = prose("Lead in:\n- one\n  - two\n* three\n\n1. first\n2) second\n\nEnd")

    assert [(plain(one.line), one.look, one.level) for one in parts] == [
        ("Lead in:", None, 0),
        ("one", ListLook.BULLET, 0),
        ("two", ListLook.BULLET, 1),
        ("three", ListLook.BULLET, 0),
        ("first", ListLook.NUMBER, 0),
        ("second", ListLook.NUMBER, 0),
        ("End", None, 0),
    ]


def test_a_line_break_inside_a_paragraph_stays() -> None:
    assert [plain(part.line) for part in prose("a\r\nb\n\n\nc")] == ["a\nb", "c"]


def test_a_dash_in_a_sentence_is_no_list() -> None:
    assert [one.look for one in prose("2027 - 2029\n-5 degrees\n1.5 hours")] == [None]
