"""Usual plans: every limit has its basis, and what comes from there is marked as a default."""

from itertools import count
from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.checks.cards import card_findings
from roadmapper.errors import TemplateError
from roadmapper.plans import (
    BASES,
    CHANGES,
    PHASES,
    SIGNALS,
    TRIGGERS,
    Part,
    insert_parts,
    load_plan,
    shipped_plan,
)
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.fitting import fit, question_at
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from tests.composed import sample, template

CARD = "transparency.models[m1]"
PLAN = shipped_plan()
TABLES = (SIGNALS, TRIGGERS, PHASES, CHANGES)


def _begun() -> dict[str, Value]:
    """Return a proposal with a model that has only a name."""
    return {"transparency.models": ("m1",), f"{CARD}.model_name": "Tide"}


def _with(parts: tuple[Part, ...], before: dict[str, Value]) -> dict[str, Value]:
    fresh = (f"n{at}" for at in count(1))
    return before | insert_parts(template(), Answers(before), "m1", parts, fresh)


def test_a_plan_is_dated_says_that_no_standard_sets_it_and_has_all_its_rows() -> None:
    assert PLAN.as_of.isoformat() == "2026-11-23"
    assert "No standard" in PLAN.status
    assert [len(PLAN.of(table)) for table in TABLES] == [30, 9, 4, 5]
    assert len({one.id for one in PLAN.parts}) == len(PLAN.parts)


@pytest.mark.parametrize("part", PLAN.of(SIGNALS), ids=lambda one: one.id)
def test_every_signal_says_what_its_limits_rest_on(part: Part) -> None:
    assert part.cells["basis"].startswith(tuple(f"{one}: " for one in BASES.values()))
    assert part.cells["standing"] == "default"
    assert part.formula


@pytest.mark.parametrize("part", PLAN.parts, ids=lambda one: one.id)
def test_every_cell_is_taken_as_it_is_by_the_template(part: Part) -> None:
    values = _with((part,), _begun())
    cells = {path: value for path, value in values.items() if f".{part.table}[" in path}

    assert len(cells) == len(part.cells)
    for path, value in cells.items():
        assert fit(question_at(template(), AnswerPath.parse(path)), value) == value


def test_a_change_has_its_notice_and_stands_as_a_default() -> None:
    for part in PLAN.of(CHANGES):
        assert part.cells["notice_period"]
        assert part.cells["standing"] == "default"


def test_what_is_there_already_is_not_added_twice() -> None:
    once = _with(PLAN.usual(SIGNALS), _begun())

    assert len(Answers(once).rows(f"{CARD}.{SIGNALS}")) == len(PLAN.usual(SIGNALS))
    assert _with(PLAN.usual(SIGNALS), once) == once


def test_rows_go_behind_those_of_a_person() -> None:
    before = dict(sample("larkmere"))
    rows = Answers(before).rows(f"{CARD}.{TRIGGERS}")
    after = Answers(_with(PLAN.usual(TRIGGERS), before)).rows(f"{CARD}.{TRIGGERS}")

    assert after[: len(rows)] == rows
    assert len(after) == len(rows) + len(PLAN.usual(TRIGGERS))


@pytest.mark.parametrize("name", ["t9", "new_model"])
def test_a_default_is_found_until_somebody_stands_behind_it(name: str) -> None:
    (part,) = (one for one in PLAN.parts if one.id == name)
    values = _with((part,), dict(sample("larkmere")))
    standing = f"{CARD}.{part.table}[n1].standing"
    reviewed = values | {standing: "reviewed"}

    (one,) = card_findings(template(), Answers(values))
    assert (one.check, one.path) == ("card-default-limit", standing)
    assert part.name in one.message
    assert list(card_findings(template(), Answers(reviewed))) == []


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ('as_of = "2026-11-23"', 'as_of = "soon"', "as_of: this is no date"),
        ('on = "derived"', 'on = "known"', "signal\\[auroc\\].on"),
        ('trigger = "No outcome', 'triger = "No outcome', "trigger\\[t9\\].trigger"),
    ],
)
def test_a_mistake_in_a_plan_is_named(tmp_path: Path, before: str, after: str, told: str) -> None:
    text = (paths.templates() / "packs" / "plans" / "monitoring.toml").read_text(encoding="utf-8")
    file = tmp_path / "plan.toml"
    file.write_text(text.replace(before, after, 1), encoding="utf-8")

    with pytest.raises(TemplateError, match=told):
        load_plan(file)
