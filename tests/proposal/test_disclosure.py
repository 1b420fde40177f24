"""Sources under NDA and internal ones, in what a document may know and in the document itself."""

from collections.abc import Mapping

import pytest

from roadmapper.document.tree import Paragraph, plain
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.disclosure import IN_FULL, NDA, TITLES
from roadmapper.template.kinds import Value
from tests.composed import document_of, sample, template

AT = "solution.evidence[{}].{}".format
SECRET, HIDDEN, OPEN = "e8", "e10", "e1"
TITLE = "Secret result of customer A"


def _answers(more: Mapping[str, Value] | None = None) -> Answers:
    changed: dict[str, Value] = {
        AT(SECRET, "access"): "under NDA",
        AT(SECRET, "reference"): TITLE,
        AT(SECRET, "effect"): "Canary7431 found",
        AT(HIDDEN, "access"): "internal",
        AT(HIDDEN, "reference"): "Canary8642 log",
        "solution.regulatory": f"Our counsel wrote this down [{HIDDEN}]. It stands [{OPEN}].",
    }
    return Answers({**sample("fernhollow"), **changed, **(more or {})})


def test_a_source_under_nda_is_only_said_to_be_available() -> None:
    facts = told(template(), _answers())

    assert facts.answers.text(AT(SECRET, "reference")) == "Available under NDA"
    assert facts.answers.text(AT(SECRET, "effect")) == ""
    assert facts.answers.text(AT(SECRET, "comparable")) == "yes"


def test_its_title_is_kept_if_a_person_chose_so() -> None:
    facts = told(template(), _answers({NDA: TITLES}))

    assert facts.answers.text(AT(SECRET, "reference")) == f"{TITLE} (available under NDA)"
    assert facts.answers.text(AT(SECRET, "effect")) == ""


def test_all_of_it_is_printed_if_a_person_chose_so() -> None:
    facts = told(template(), _answers({NDA: IN_FULL}))

    assert facts.answers.text(AT(SECRET, "effect")) == "Canary7431 found"


@pytest.mark.parametrize("choice", ["", TITLES, IN_FULL])
def test_an_internal_source_is_in_no_document(choice: str) -> None:
    facts = told(template(), _answers({NDA: choice}))

    assert HIDDEN not in facts.answers.rows("solution.evidence")
    assert HIDDEN not in facts.citations["solution.known_limits"]
    assert facts.answers.text(AT(HIDDEN, "reference")) == ""
    assert "Canary8642" not in repr(facts.answers)


def test_rows_of_other_tables_with_the_same_id_stay() -> None:
    more: dict[str, Value] = {
        "solution.users": (HIDDEN,),
        f"solution.users[{HIDDEN}].role": "Nurse",
    }

    assert told(template(), _answers(more)).answers.rows("solution.users") == (HIDDEN,)


def test_neither_secret_is_in_the_document_in_any_audience() -> None:
    for audience in template().audiences:
        text = repr(document_of(_answers(), audience))
        assert "Canary" not in text
        assert TITLE not in text


def test_a_sentence_that_cites_an_internal_source_reads_as_if_it_did_not() -> None:
    document = document_of(_answers())
    lines = [
        plain(block.line)
        for chapter in document.chapters
        for block in chapter.blocks
        if isinstance(block, Paragraph)
        and block.source is not None
        and block.source.path == "solution.regulatory"
    ]

    assert lines == ["Our counsel wrote this down. It stands [1]."]
