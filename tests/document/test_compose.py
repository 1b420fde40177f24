"""A document says what was answered, nothing else, and nothing half."""

import re
from collections.abc import Callable, Iterator
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapper.document.compose import Edition, compose, left_out
from roadmapper.document.tree import (
    Block,
    Chart,
    Columns,
    Document,
    Heading,
    KeyFigures,
    ModelFacts,
    Sources,
    Steps,
    Table,
    Tiers,
    Timeline,
    walk,
)
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.composed import (
    CANARY,
    NOW,
    SAMPLES,
    document_of,
    kept,
    labels,
    sample,
    template,
    texts,
    with_canaries,
    without_typed_holes,
)
from tests.notation import notation

Golden = Callable[[str, str], None]

FIVE = (
    "deal.health_system",
    "deal.vendor",
    "pricing.structure",
    "pricing.base_fee",
    "solution.summary",
)
QUESTIONS = tuple(path for path, _ in template().addresses())
AUDIENCES = tuple(template().audiences)
BROKEN = re.compile(r"  |\s[.,;:](?:\s|$)|\s$|^\s|\.\.(?!\.)|,,|\(\)")
DANGLING = re.compile(r" (?:of|and|the|an?)[.]?$")
LABELS = frozenset(label for _, one in template().addresses() for label in labels(one))


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_reads_as_its_golden(name: str, golden: Golden) -> None:
    golden(name, notation(document_of(sample(name))))


def test_the_essential_questions_alone_read_as_their_golden(golden: Golden) -> None:
    essential = {path for path, question in template().addresses() if question.essential}
    golden("essential", notation(document_of(kept(sample("fernhollow"), essential.__contains__))))


def test_five_answers_read_as_their_golden(golden: Golden) -> None:
    golden("five", notation(document_of(kept(sample("fernhollow"), FIVE.__contains__))))


def test_a_proposal_without_answers_has_no_chapter() -> None:
    document = document_of({})

    assert document.chapters == ()
    assert document.cover.title == "Proposal"


def test_a_brief_says_less_than_the_full_proposal() -> None:
    whole = len(list(texts(document_of(sample("fernhollow")))))

    for audience in AUDIENCES:
        brief = len(list(texts(document_of(sample("fernhollow"), audience))))
        assert brief == whole if audience == "full" else brief < whole


def test_chapters_left_out_and_chapters_written_are_all_chapters() -> None:
    facts = gather(template(), Answers(kept(sample("fernhollow"), FIVE.__contains__)))
    edition = Edition("full", NOW, "r1")

    written = [chapter.key for chapter in compose(facts, edition).chapters]
    left = [rule.id for rule in left_out(facts, edition)]

    assert sorted(written + left) == sorted(
        one.id for one in template().chapters if not one.private
    )
    assert left


def test_the_same_answers_make_the_same_document() -> None:
    assert document_of(sample("larkmere")) == document_of(dict(sample("larkmere")))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_internal_reaches_a_document(name: str, audience: str) -> None:
    singing = with_canaries(sample(name))

    assert CANARY in repr(singing)
    assert CANARY not in repr(dict(gather(template(), Answers(singing)).answers))
    assert CANARY not in repr(document_of(singing, audience))


def test_an_answer_that_is_hidden_reaches_no_document() -> None:
    hidden: dict[str, Value] = {
        **sample("fernhollow"),
        "pricing.structure": ("fixed subscription",),
        "pricing.downside": ("r1",),
        "pricing.downside[r1].cap": CANARY,
    }
    shown = {**hidden, "pricing.structure": ("gain share two-sided",)}

    assert CANARY not in repr(document_of(hidden))
    assert CANARY in repr(document_of(shown))


def test_answers_that_quote_each_other_come_to_an_end() -> None:
    quoting: dict[str, Value] = {
        "deal.health_system": "the {deal.vendor}",
        "deal.vendor": "the {deal.health_system}",
        "solution.summary": "We are {deal.vendor}, and {solution.summary}",
    }

    document = document_of(quoting)

    assert "the {deal.vendor}" in document.cover.title


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.sampled_from(SAMPLES),
    st.sampled_from(AUDIENCES),
    st.integers(0, 100),
    st.integers(0, 30),
    st.integers(0, 10**6),
)
def test_whatever_is_answered_nothing_dangles(
    name: str, audience: str, questions: int, cells: int, seed: int
) -> None:
    answers = some_of(name, questions, cells, seed)

    document = document_of(with_canaries(answers), audience)

    assert CANARY not in repr(document)
    assert list(faults(document)) == []


def some_of(name: str, questions: int, cells: int, seed: int) -> dict[str, Value]:
    """Return a sample without that many percent of its questions, and of its cells."""
    chance = Random(seed)  # noqa: S311 - a test picks answers, no secrets
    gone = {path for path in QUESTIONS if chance.random() * 100 < questions}
    answers = kept(without_typed_holes(sample(name)), lambda path: path not in gone)
    return {
        path: value
        for path, value in answers.items()
        if isinstance(value, tuple) or chance.random() * 100 >= cells
    }


def faults(document: Document) -> Iterator[str]:
    """Yield what no reader may meet: half sentences, hollow blocks, braces."""
    for chapter in document.chapters:
        if not chapter.title or not chapter.headline or not chapter.blocks:
            yield f"{chapter.key} is hollow"
        yield from (f"{chapter.key}: {fault}" for fault in bare_headings(chapter.blocks))
        for block in walk(chapter.blocks):
            yield from (f"{chapter.key}: {fault}" for fault in hollow(block))
    for text in texts(document):
        odd = BROKEN.search(text) or (DANGLING.search(text) and text not in LABELS)
        if odd or "{" in text or "None" in text.split():
            yield repr(text)


def bare_headings(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Yield headings with nothing below them."""
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        if isinstance(block, Columns):
            yield from bare_headings(block.left)
            yield from bare_headings(block.right)
        if not isinstance(block, Heading):
            continue
        if not block.text.strip():
            yield "a heading without words"
        if after is None or (isinstance(after, Heading) and after.level <= block.level):
            yield f"nothing below {block.text}"


def hollow(block: Block) -> Iterator[str]:
    """Yield what a block lacks."""
    match block:
        case Table(key=key, columns=columns, rows=rows):
            if len(columns) <= 1 or not rows or any(len(row.cells) != len(columns) for row in rows):
                yield f"table {key} is hollow"
        case Chart(key=key, categories=categories, series=series):
            if not categories or not series:
                yield f"chart {key} is hollow"
        case Timeline(lanes=lanes) if not lanes:
            yield "a timeline without lanes"
        case Columns(left=left, right=right) if not (left and right):
            yield "a column without blocks"
        case ModelFacts(facts=facts) if not facts:
            yield "a label without facts"
        case KeyFigures() | Steps() | Tiers() if not block.items:
            yield "a row of nothing"
        case Sources(entries=entries) if not entries:
            yield "a list of no sources"
        case _:
            pass
