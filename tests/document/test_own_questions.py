"""The annex of their own questions: each with the page of its answer, or when it comes."""

import pytest

from roadmapper.document.compose import Edition, compose
from roadmapper.document.own_questions import KEY
from roadmapper.document.tree import Document, Heading, PageNumber, Row, Table, Text, walk
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.their_questions import PATH, cell
from tests.composed import NOW, SAMPLES, sample, template


def _composed(answers: Answers, *, annexes: bool = True) -> Document:
    return compose(gather(template(), answers), Edition("full", NOW, "r", annexes=annexes))


def _rows(document: Document) -> tuple[Row, ...]:
    blocks = [block for chapter in document.chapters for block in walk(chapter.blocks)]
    return next((one.rows for one in blocks if isinstance(one, Table) and one.key == KEY), ())


def _words(row: Row) -> list[str]:
    lines = (line for cell in row.cells for line in cell.paragraphs)
    return [part.text for line in lines for part in line if isinstance(part, Text)]


@pytest.mark.parametrize("name", SAMPLES)
def test_each_question_leads_to_a_heading_that_is_there(name: str) -> None:
    document = _composed(sample(name))
    keys = {one.key for one in document.chapters}
    for chapter in document.chapters:
        keys |= {one.key for one in walk(chapter.blocks) if isinstance(one, Heading)}
        keys |= {getattr(one, "key", "") for one in walk(chapter.blocks)}

    rows = _rows(document)

    assert len(rows) == len(sample(name).rows(PATH))
    for row in rows:
        ((page,),) = row.cells[2].paragraphs
        assert isinstance(page, PageNumber)
        assert page.key in keys


def test_an_answer_is_found_under_its_own_heading_in_the_chapter_first() -> None:
    told = {_words(row)[0]: _words(row)[1] for row in _rows(_composed(sample("fernhollow")))}

    asked = "Is audio kept, and who may use it to train a model?"
    assert told[asked] == "8 Compliance and security: What may be done with your data"


def test_a_question_that_is_not_answered_says_by_when() -> None:
    answers = Answers(
        {
            **sample("fernhollow"),
            PATH: ("a", "b"),
            cell("a", "question"): "Who pays?",
            cell("a", "by"): "2027-05-03",
            cell("b", "question"): "Who else?",
        }
    )

    assert [_words(row) for row in _rows(_composed(answers))] == [
        ["Who pays?", "Not yet; we answer by May 3, 2027"],
        ["Who else?", "Not yet"],
    ]


def test_what_only_stays_in_the_file_is_no_place_of_an_answer() -> None:
    answers = Answers({**sample("fernhollow"), cell("q1", "where"): "review.approval"})

    assert _words(_rows(_composed(answers))[0])[1:] == ["Not yet"]


def test_without_questions_there_is_no_annex_for_them() -> None:
    told = {p: v for p, v in sample("larkmere").items() if not p.startswith(PATH)}
    document = _composed(Answers(told))

    assert not _rows(document)
    assert "questions" not in [one.key for one in document.chapters]
    assert not _rows(_composed(sample("larkmere"), annexes=False))
