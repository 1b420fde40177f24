"""A proposal with few answers claims no more than was answered."""

from collections.abc import Iterator

import pytest

from roadmapper.document.tree import Table, walk
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from roadmapper.template.model import BlockRule, ChapterRule
from roadmapper.template.wordings import PLACEHOLDER
from tests.composed import SAMPLES, document_of, kept, sample, template, texts, without_typed_holes

CHAPTERS = tuple(one for one in template().chapters if one.id not in {"matrix", "cards"})
QUESTIONS = tuple(path for path, question in template().addresses() if not question.internal)
CLAIMS = {
    "what we return if it does not work": "pricing.at_risk_pct",
    "care does not stop": "continuity.offline_hours continuity.downtime_mode",
    "runs today at other systems": "solution.live_sites",
    "who approves an AI tool": "system.ai_governance",
    "your budget already counts": "value.budgeted_savings",
    "and how it connects": "deploy.integration deploy.choices",
    "who has measured it": "solution.evidence",
    "Your questions about our models, answered": "transparency.four_questions",
    "Where this helps, and where it does not": "system.priorities",
    "each can stop the work": "deploy.gates",
    "leaves more in your hands": "roadmap.capabilities",
}
"""What may be said only if one of these questions is answered."""


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda one: one.id)
def test_a_sentence_that_names_no_answer_has_a_condition(chapter: ChapterRule) -> None:
    assert list(unconditional(chapter)) == []


def test_one_answer_alone_makes_no_claim_about_another() -> None:
    told = {question: said_of(question) for question in QUESTIONS}

    claimed = [
        (claim, question) for question, said in told.items() for claim in CLAIMS if claim in said
    ]
    assert [pair for pair in claimed if pair[1] not in CLAIMS[pair[0]].split()] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_a_table_of_which_only_the_first_column_is_answered_is_a_list(name: str) -> None:
    document = document_of(first_columns(name))

    blocks = [block for one in document.chapters for block in walk(one.blocks)]
    assert [one.key for one in blocks if isinstance(one, Table) and len(one.columns) == 1] == []
    assert all(one in " ".join(texts(document)) for one in typed_first(name, "review.asks"))


def typed_first(name: str, question: str) -> list[str]:
    """Return what is typed in the first column of a table."""
    cells = [
        value for path, value in first_columns(name).items() if path.startswith(f"{question}[")
    ]
    return [value for value in cells if isinstance(value, str)]


def said_of(question: str) -> str:
    """Return all that a document says in which only this question is answered."""
    answers = kept(without_typed_holes(sample("fernhollow")), lambda path: path == question)
    return " ".join(texts(document_of(answers)))


def first_columns(name: str) -> dict[str, Value]:
    """Return a sample with nothing in a row but its first column."""
    first = {
        path: question.columns[0].id
        for path, question in template().addresses()
        if question.is_group and path != "transparency.models"
    }
    found = {}
    for path, value in without_typed_holes(sample(name)).items():
        address = AnswerPath.parse(path)
        wanted = first.get(str(address.root))
        if wanted is None or not address.columns or address.columns[0] == wanted:
            found[path] = value
    return found


def unconditional(chapter: ChapterRule) -> Iterator[str]:
    """Yield the sentences of a chapter that are said whatever was answered."""
    for block in chapter.every_block():
        if block.kind in {"paragraph", "callout", "quote"} and not block.when:
            yield from _unconditional(block)


def _unconditional(block: BlockRule) -> Iterator[str]:
    for one in block.wordings["text"]:
        if not one.when and not any(map(PLACEHOLDER.search, one.sentences)):
            yield from one.sentences
