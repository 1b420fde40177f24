"""Source attributes in the annex of cards: every item, our answer to it, or what is missing."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from roadmapper.card_lists import shipped_lists
from roadmapper.document.attributes import GAP, NOT_AVAILABLE, attributes
from roadmapper.document.card import Card
from roadmapper.document.tree import Block, Paragraph, Table, plain
from roadmapper.document.wording import Scope
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.checklist import Checklist
from roadmapper.template.kinds import Value
from tests.composed import SAMPLES, document_of, sample, template, texts

CARD = "transparency.models[m1]"


def _annex(
    answers: Mapping[str, Value], lists: tuple[Checklist, ...] | None = None
) -> tuple[Block, ...]:
    facts = told(template(), Answers(answers))
    facts = facts if lists is None else replace(facts, lists=lists)
    question = template().question("transparency", "models")
    return tuple(attributes(Card(question, "m1", Scope(facts, "transparency"))))


def _answers(blocks: tuple[Block, ...]) -> dict[str, str]:
    """Return what stands beside each item, by its number."""
    (table,) = (one for one in blocks if isinstance(one, Table))
    rows = [row.cells for row in table.rows]
    return {
        plain(item.paragraphs[0]).split()[0]: "\n".join(map(plain, answer.paragraphs))
        for item, answer in rows
    }


def _named(**more: Value) -> dict[str, Value]:
    cells = {f"{CARD}.{name}": value for name, value in more.items()}
    return {"transparency.models": ("m1",), f"{CARD}.model_name": "Tide", **cells}


def test_a_card_without_answers_has_eleven_items_not_available_and_twenty_gaps() -> None:
    found = list(_answers(_annex(_named())).values())

    assert found.count(NOT_AVAILABLE) == 11
    assert found.count(GAP) == 20


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_leaves_no_gap(name: str) -> None:
    (annex,) = (one for one in document_of(sample(name)).chapters if one.key == "cards")
    tables = [one for one in annex.blocks if isinstance(one, Table) and one.key.startswith("hti1")]

    assert {len(one.rows) for one in tables} == {31}
    assert GAP not in list(texts(annex))


def test_the_day_and_the_pending_proposal_are_said_and_nothing_is_judged() -> None:
    blocks = _annex(sample("larkmere"))
    (standing,) = (plain(one.line) for one in blocks if isinstance(one, Paragraph))

    assert "As read on October 1, 2026. In force on this day." in standing
    assert "A proposal of December 29, 2025 to remove these lists was pending." in standing
    assert "complian" not in " ".join(texts(blocks)).lower()


def test_an_answer_counts_only_from_the_rows_an_item_means() -> None:
    found = _answers(_annex(sample("larkmere")))

    assert found["(B)(7)(i)"].startswith("AUROC 0.85, 95% interval 0.84 to 0.86, internal test,")
    assert "Later stays 2024" not in found["(B)(7)(iii)"]
    assert found["(B)(6)(ii)"] == "Quality teams of the three hospitals"
    assert found["(B)(8)(ii)"] == NOT_AVAILABLE


def test_a_word_that_says_nothing_is_a_gap_and_a_reason_is_an_answer() -> None:
    reason = "Not available, because the grant ended. We will name the funder by May."

    row: dict[str, Value] = {"evidence": ("e1",), "evidence[e1].citation": reason}
    assert _answers(_annex(_named(**row)))["(B)(7)(v)"] == reason
    assert _answers(_annex(_named(funding_source="N/A")))["(B)(1)(ii)"] == GAP
    assert _answers(_annex(_named(funding_source=reason)))["(B)(1)(ii)"] == reason


@pytest.mark.parametrize(
    ("kind", "lists"),
    [
        ("predictive", ["hti1-predictive"]),
        ("not_decision_support", ["hti1-predictive"]),
        ("evidence_based", ["hti1-evidence"]),
        ("both", ["hti1-evidence", "hti1-predictive"]),
    ],
)
def test_the_kind_of_model_decides_which_list_is_shown(kind: str, lists: list[str]) -> None:
    blocks = _annex(_named(dsi_kind=kind))
    keys = [one.key.rpartition("-")[0] for one in blocks if isinstance(one, Table)]
    standing = " ".join(plain(one.line) for one in blocks if isinstance(one, Paragraph))

    assert keys == lists
    assert ("hold this model not to be" in standing) is (kind == "not_decision_support")


def test_another_list_changes_the_annex_and_no_code() -> None:
    (ours,) = (one for one in shipped_lists() if one.name == "haip")
    shown = replace(ours, shown_for=("predictive",), items=ours.items[:2])
    blocks = _annex(sample("larkmere"), (shown,))

    assert list(_answers(blocks)) == [item.id for item in ours.items[:2]]
