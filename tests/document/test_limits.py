"""What a person may type without end: placeholders, markers, rows, long numbers, far dates."""

import time
from collections.abc import Mapping

import pytest

from roadmapper.document.tree import Document
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.composed import document_of, sample, template, texts

_SECONDS = 5.0  # a tenth of this is usual; quadratic work takes minutes


def _changed(changes: Mapping[str, Value]) -> dict[str, Value]:
    return {**sample("fernhollow"), **changes}


def _composed(changes: Mapping[str, Value]) -> Document:
    return document_of(_changed(changes))


@pytest.mark.parametrize(
    "text",
    [
        "{deal.promise} " * 300,
        "{deal.name} {solution.summary} " * 2000,
        "**a " * 25_000,
        "**a** " * 17_000,
        "*" * 100_000,
        "[" * 50_000 + "](https://",
    ],
)
def test_no_text_takes_long_to_compose(text: str) -> None:
    begun = time.monotonic()

    _composed({"deal.promise": text, "deal.name": text, "solution.summary": text})

    assert time.monotonic() - begun < _SECONDS


def test_two_thousand_rows_compose_in_time() -> None:
    rows = tuple(f"r{number}" for number in range(2000))
    cells = {f"solution.evidence[{row}].reference": f"Study {row}" for row in rows}
    begun = time.monotonic()

    _composed({"solution.evidence": rows, **cells})

    assert time.monotonic() - begun < _SECONDS


def test_a_number_of_forty_digits_is_printed() -> None:
    _composed({"pricing.base_fee[f1].price": "1" * 36, "deal.term_years": "1" * 30})


def test_a_sentence_whose_figure_is_missing_is_left_out_and_said() -> None:
    summary = "It runs. It costs {figures.nope.x}. {this} stays."
    answers = _changed({"solution.summary": summary})
    facts = gather(template(), Answers(answers))

    text = " ".join(texts(document_of(answers)))

    assert "It runs. {this} stays." in text
    assert "figures.nope" not in text
    assert [one.path for one in facts.findings if one.check == "placeholder"] == [
        "solution.summary"
    ]


def test_a_chapter_with_internal_answers_only_is_said_to_be_left_out() -> None:
    facts = gather(template(), Answers({"pricing.floor_price": "1000"}))

    assert [one.path for one in facts.findings if one.check == "left-out"] == ["pricing"]


def test_a_control_character_is_said() -> None:
    facts = gather(template(), Answers({"deal.name": "bell\x07"}))

    assert [one.path for one in facts.findings if one.check == "control"] == ["deal.name"]
