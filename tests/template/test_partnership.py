"""The shipped template asks everything, and says nothing that is not so."""

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from roadmapper import paths
from roadmapper.document.functions import FUNCTIONS as MADE
from roadmapper.figures.book import FIGURE_NAMES
from roadmapper.template.chapters import FUNCTIONS
from roadmapper.template.model import BlockRule, Condition, Question, Wording
from roadmapper.template.wordings import FORMS, PLACEHOLDER
from tests.composed import template

BANNED = re.compile(
    r"leverag|seamless|cutting[- ]edge|revolutionary|unlock|empower|best[- ]in[- ]class|synerg",
    re.IGNORECASE,
)
COMPLIANT = re.compile(r"compliant", re.IGNORECASE)
CARD = "transparency.models"
CATALOGUE: dict[str, dict[str, dict[str, Any]]] = json.loads(
    (Path(__file__).parents[1] / "files" / "catalogue.json").read_text(encoding="utf-8")
)
"""What the shipped template was asked to hold: its fields, and the columns of a model card."""
TEXTS = sorted(paths.templates().rglob("*.toml"))


@cache
def questions() -> tuple[tuple[str, Question], ...]:
    """Return every question and every column with its address."""
    return tuple(
        (path, one)
        for root, question in template().addresses()
        for path, one in inside(root, question)
    )


def inside(path: str, question: Question) -> Iterator[tuple[str, Question]]:
    """Yield a question and the columns inside it."""
    yield path, question
    for column in question.columns:
        yield from inside(f"{path}[].{column.id}", column)


def blocks(rules: tuple[BlockRule, ...]) -> Iterator[BlockRule]:
    """Yield every block, those in columns too."""
    for rule in rules:
        yield rule
        yield from blocks(rule.left)
        yield from blocks(rule.right)


def wordings() -> Iterator[tuple[str, Wording]]:
    """Yield everything a chapter may say, with the chapter's id."""
    for chapter in template().chapters:
        for wording in (chapter.title, chapter.line, chapter.headline):
            yield chapter.id, wording
        for rule in blocks(chapter.blocks):
            parts = [part for entry in rule.items for part in entry.parts.values()]
            for wording in (*rule.wordings.values(), *parts):
                yield chapter.id, wording


def sentences() -> Iterator[tuple[str, str]]:
    """Yield every sentence a chapter may say, with the chapter's id."""
    for chapter, wording in wordings():
        for alternative in wording:
            yield from ((chapter, sentence) for sentence in alternative.sentences)


def test_every_field_of_the_catalogue_is_asked() -> None:
    assert len(CATALOGUE["fields"]) == 142
    assert [path for path in CATALOGUE["fields"] if template().find(path) is None] == []


def test_required_and_essential_follow_the_catalogue() -> None:
    wanted = CATALOGUE["fields"]
    asked = {path: question for path, question in template().addresses() if path in wanted}

    missing = [path for path, one in asked.items() if wanted[path]["required"] and not one.required]
    essential = [path for path, one in asked.items() if one.essential]

    assert missing == []
    assert sorted(essential) == sorted(path for path in wanted if wanted[path]["essential"])


def test_every_option_of_the_catalogue_is_kept_word_for_word() -> None:
    for path, field in CATALOGUE["fields"].items():
        question = template().find(path)
        assert question is not None
        assert set(field.get("options", ())) <= {one.value for one in question.options}, path


def test_every_column_of_the_model_card_is_asked_with_its_inner_table() -> None:
    card = template().find(CARD)
    assert card is not None
    assert len(CATALOGUE["card"]) == 70

    for name, field in CATALOGUE["card"].items():
        column = card.column(name)
        assert column is not None, name
        rows, columns = field.get("rows", []), field.get("columns", [])
        assert [row.id for row in column.fixed] == rows, name
        # What names the rows of a table whose rows are given is no column of ours.
        asked = columns[1:] if rows else columns
        assert [one for one in asked if column.column(one) is None] == [], name


def test_figures_in_placeholders_are_worked_out() -> None:
    named = {
        name.removeprefix("figures.")
        for _, sentence in sentences()
        for name in PLACEHOLDER.findall(sentence)
        if name.startswith("figures.")
    }
    bare = {name.rpartition(".")[0] if name.rpartition(".")[2] in FORMS else name for name in named}

    assert bare
    assert sorted(bare - set(FIGURE_NAMES)) == []


def test_labels_in_a_section_differ() -> None:
    for section in template().sections:
        labels = [question.label.lower() for question in section.questions]
        assert sorted({one for one in labels if labels.count(one) > 1}) == [], section.id


def test_labels_in_a_table_differ() -> None:
    for path, question in questions():
        labels = [column.label.lower() for column in question.columns]
        assert sorted({one for one in labels if labels.count(one) > 1}) == [], path


@pytest.mark.parametrize("key", ["help", "why", "label"])
def test_every_question_tells_what_to_write_and_why(key: str) -> None:
    lacking = [path for path, question in template().addresses() if not getattr(question, key)]

    assert lacking == []


def test_every_question_is_somebodys_to_fill_in() -> None:
    lacking = [path for path, one in template().addresses() if not one.filled_by]

    assert [path for path in lacking if template().find(path).kind != "computed"] == []  # type: ignore[union-attr]


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_text_sells(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if BANNED.search(line)] == []


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_text_claims_compliance(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if COMPLIANT.search(line)] == []


def test_every_function_a_template_may_name_is_made() -> None:
    assert set(FUNCTIONS) == set(MADE)


def test_a_chapter_has_one_quote_at_most() -> None:
    for chapter in template().chapters:
        quotes = [rule for rule in blocks(chapter.blocks) if rule.kind == "quote"]
        told = [rule for rule in quotes if not rule.when and not rule.audience]
        assert len(told) <= 1, chapter.id


def test_given_rows_carry_what_the_market_says_and_where_that_comes_from() -> None:
    question = template().find("system.priorities")

    assert question is not None
    notes = {row.id: row.note for row in question.fixed if row.note}
    assert notes == {
        "r1": "67% say it rose",
        "r2": "75% say it rose",
        "r3": "58% say it rose",
        "r6": "53% say it rose",
        "r10": "Largest gap of all",
    }
    assert all(row.name in row.label and not row.name[0].isdigit() for row in question.fixed)
    assert "CIOs, CMIOs and CNIOs together" in question.row_notes


def test_the_usual_roles_name_who_pays_and_who_runs_it() -> None:
    question = template().find("coalition.people")

    assert question is not None
    first = [row.label for row in question.usual if row.first]
    assert first == ["CMIO", "CIO", "CFO", "COO", "CNIO", "Department lead"]
    missing = {row.label: row.missing for row in question.usual if row.missing}
    assert missing["CFO"] == "No one on the map owns the budget."
    assert missing["COO"] == "No one on the map owns operations."
    nurses = next(row for row in question.usual if row.label == "CNIO")
    assert nurses.missing_if == Condition("solution.users", "has", "nurse", "role")
