"""What is not available is said with a reason and a plan, and is known again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapper.cards.unknown import Unknown, unknown, unknown_text

SAID = "Not available, because both sites are in Ohio. We will measure at yours by May 2027."
PARTS = Unknown("both sites are in Ohio", "measure at yours by May 2027")


@pytest.mark.parametrize(
    "text",
    [
        SAID,
        SAID.lower(),
        SAID.replace("available,", "available").removesuffix("."),
        SAID.replace(" We will", "\n\nWe will"),
        SAID.replace("We will", "We’ll"),
        f"**{SAID}**".replace("**Not", "- Not").removesuffix("**"),
    ],
)
def test_the_words_are_known_however_they_are_set(text: str) -> None:
    found = unknown(text)

    assert found is not None
    assert found.because.lower() == PARTS.because.lower()
    assert found.plan.lower() == PARTS.plan.lower()


@pytest.mark.parametrize(
    "text",
    ["", "None", "N/A", "Not available", "Not available, because. We will.", "Same as above."],
)
def test_an_answer_without_a_reason_and_a_plan_is_none(text: str) -> None:
    assert unknown(text) is None
    assert unknown("Not available, because we did not look.") is None


def test_the_words_are_made_from_parts_typed_either_way() -> None:
    assert unknown_text(PARTS.because, PARTS.plan) == SAID
    assert unknown_text(f"Because {PARTS.because}.", f"We will {PARTS.plan}.") == SAID
    assert unknown_text(f" {PARTS.because},\n", f"we'll {PARTS.plan}") == SAID
    assert unknown_text("", PARTS.plan) == unknown_text(PARTS.because, " . ") == ""


@given(st.text("ab w,.;"), st.text("ab w,.;"))
def test_what_is_made_is_known_again(because: str, plan: str) -> None:
    said = unknown_text(because, plan)
    found = unknown(said)

    assert (found is None) is (not said)
    assert found is None or unknown_text(found.because, found.plan) == said
