"""Scripts of both directions stand on a line in the order that Unicode lays down."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapper.document.bidi import REMOVED, in_order, levels_of
from roadmapper.document.direction import has_direction, parted, runs_left, sides

_BOTH_WAYS = st.text(
    st.one_of(st.characters(), st.sampled_from("aא1ع()[] .,%\u0661\u202b\u202e\u202c\u2067\u2069"))
)


def _on_paper(text: str) -> str:
    _, levels = levels_of(text)
    kept = [at for at, level in enumerate(levels) if level != REMOVED]
    return "".join(text[kept[at]] for at in in_order([levels[at] for at in kept]))


# Capitals stand for Hebrew letters, as in the examples of the standard.
@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("car means CAR.", "car means RAC."),
        ("CAR MEANS car.", ".car SNAEM RAC"),
        ("he said CAR 12, 345 now", "he said 345 ,12 RAC now"),
        ("COSTS $5,000 YEARLY", "YLRAEY $5,000 STSOC"),
        ("SHARE 12.5% NOW", "WON 12.5% ERAHS"),
        ("A (b) C", "C )b( A"),
        ("a (B) c", "a (B) c"),
        ("a (B c) D", "a (B c) D"),
        ("see A-1/2 B", "see B 1/2-A"),
        ("one \u2067two THREE\u2069 four", "one \u2067EERHT two\u2069 four"),
        ("\u202eabc\u202c d", "cba d"),
    ],
)
def test_pieces_of_both_directions_are_put_in_order(typed: str, seen: str) -> None:
    hebrew = {ord("A") + at: 0x5D0 + at for at in range(26)}

    assert _on_paper(typed.translate(hebrew)) == seen.translate(hebrew)


def test_arabic_numbers_run_to_the_right() -> None:
    assert _on_paper("ب \u0661\u0662\u0663 ت") == "ت \u0661\u0662\u0663 ب"


@given(_BOTH_WAYS)
def test_every_character_has_its_place(text: str) -> None:
    base, levels = levels_of(text)
    kept = [level for level in levels if level != REMOVED]

    assert len(levels) == len(text)
    assert all(base <= level <= 126 for level in kept)
    assert sorted(in_order(kept)) == list(range(len(kept)))


@given(st.text(st.characters(max_codepoint=0x58F)))
def test_a_text_without_such_scripts_has_no_direction(text: str) -> None:
    assert not has_direction(text)
    assert not runs_left(text)


@given(_BOTH_WAYS)
def test_no_character_is_lost_between_the_runs(text: str) -> None:
    assert "".join(run for run, _ in sides(text)) == text


def test_signs_that_only_steer_are_in_no_piece() -> None:
    assert parted(["a\u200f\u202bא\u202c", "ב"]) == (0, [[("a", 0), ("א", 1)], [("ב", 1)]])


def test_a_paragraph_begins_on_the_side_of_its_first_letter() -> None:
    assert runs_left("12. שלום and on")
    assert not runs_left("then שלום")


def test_isolates_nested_deeper_than_the_standard_counts_are_no_error() -> None:
    _, levels = levels_of("\u2067" * 5_000 + "a" + "\u2069" * 5_000 + "\u202b" * 5_000)

    assert max(levels) <= 126
