"""What no shipped font can draw, and what nobody can see, is reported at its place."""

import pytest

from roadmapper.gather import undrawable_characters
from roadmapper.proposal.answers import Answers
from tests.composed import template


def _found(text: str) -> list[tuple[str, str]]:
    answers = Answers({"deal.name": text})
    return [(one.check, one.message) for one in undrawable_characters(template(), answers)]


@pytest.mark.parametrize(
    "text",
    [
        "Plain — with “marks” and ½",
        "קָמָץ مرحبا हिन्दी ไทย 患者 Ελλάδα",
        "👩‍⚕️👍🏽🇺🇸 x\u0323 soft\xadhyphen \u200bspace\ufeff",
        "two\nlines\tand a\x0bbreak\u2028more",
    ],
)
def test_what_is_drawn_is_not_reported(text: str) -> None:
    assert _found(text) == []


def test_a_script_without_a_font_is_reported_with_its_characters() -> None:
    ((check, message),) = _found("Name 한국")

    assert check == "undrawable"
    assert "2 of its characters cannot be drawn: 국 (U+AD6D), 한 (U+D55C)" in message


@pytest.mark.parametrize("code", [0xD800, 0xE000, 0xFFFE, 0xFFFF, 0x1FFFE, 0xF0000, 0x10FFFF])
def test_what_means_nothing_is_reported_by_its_number(code: int) -> None:
    ((check, message),) = _found(f"a{chr(code)}")

    assert check == "undrawable"
    assert f"drawn: U+{code:04X}." in message


def test_control_characters_are_counted() -> None:
    assert [check for check, _ in _found("a\x00b\x1b\x9f")] == ["control"]
