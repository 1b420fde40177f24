"""Annexes: lettered, set smaller, led to from the chapters, and left out on request."""

import pytest

from roadmapper.document.compose import Edition, compose
from roadmapper.document.tree import Document, Heading, PageNumber, Paragraph, Table, walk
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.printed import printed_at
from roadmapper.proposal.their_questions import WHERE
from roadmapper.template.kinds import TEXT_KINDS
from tests.composed import NOW, SAMPLES, document_of, sample, template, texts


def without_annexes(name: str) -> Document:
    """Return a sample as it is exported without its annexes."""
    return compose(
        gather(template(), Answers(sample(name))), Edition("full", NOW, "r", annexes=False)
    )


def led_to(document: Document) -> list[str]:
    """Return the keys that lines of the chapters lead to by page number."""
    blocks = [block for one in document.chapters for block in walk(one.blocks)]
    lines = [block.line for block in blocks if isinstance(block, Paragraph)]
    return [part.key for line in lines for part in line if isinstance(part, PageNumber)]


@pytest.mark.parametrize("name", SAMPLES)
def test_annexes_bear_letters_and_come_last(name: str) -> None:
    marks = [one.sign for one in document_of(sample(name)).chapters]

    assert marks[-3:] == ["Annex A", "Annex B", "Annex C"]
    assert marks[:-3] == [str(number) for number in range(1, len(marks) - 2)]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_table_of_an_annex_is_dense_and_no_other(name: str) -> None:
    for chapter in document_of(sample(name)).chapters:
        tables = [block for block in walk(chapter.blocks) if isinstance(block, Table)]
        assert {one.dense for one in tables} <= {chapter.annex}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_heading_of_an_annex_is_led_to_from_a_chapter(name: str) -> None:
    document = document_of(sample(name))

    annexes = [one for one in document.chapters if one.annex]
    headings = [block for one in annexes for block in one.blocks if isinstance(block, Heading)]
    assert sorted(led_to(document)) == sorted(one.key for one in headings if one.level == 2)


@pytest.mark.parametrize("name", SAMPLES)
def test_without_annexes_nothing_leads_to_one(name: str) -> None:
    document = without_annexes(name)

    said = " ".join(texts(document.chapters))
    typed = " ".join(value for value in sample(name).values() if isinstance(value, str))
    assert [one for one in document.chapters if one.annex] == []
    assert led_to(document) == []
    assert "annex" in typed.lower() or "annex" not in said.lower()


@pytest.mark.parametrize("name", SAMPLES)
def test_every_public_text_is_printed_somewhere(name: str) -> None:
    marked = {path: f"{value} Mark{at}x" for at, (path, value) in enumerate(public_texts(name))}
    private = {printed_at(one.id): True for one in template().chapters if one.private}

    said = " ".join(texts(document_of({**sample(name), **marked, **private})))

    assert [path for path, value in marked.items() if value.rpartition(" ")[2] not in said] == []


def public_texts(name: str) -> list[tuple[str, str]]:
    """Return the typed texts of a sample that a document may print and no figure reads."""
    found = []
    for path, value in sample(name).items():
        address = AnswerPath.parse(path) if not path.startswith("_") else None
        question = template().find(str(address.root)) if address else None
        asked = [question] if question else []
        for column in address.columns if address else ():
            inner = asked[-1].column(column) if asked else None
            asked += [inner] if inner else []
        is_public = bool(asked) and not any(one.internal for one in asked)
        is_text = is_public and asked[-1].kind in TEXT_KINDS
        # A ramp is read as numbers, and where a question is answered is printed as its page.
        is_read = asked[-1].id in {"ramp", WHERE} if asked else False
        if is_text and isinstance(value, str) and "{" not in value and not is_read:
            found.append((path, value))
    return found
