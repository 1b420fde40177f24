"""What comes over from a copy, what needs a decision, and what has no place."""

from dataclasses import replace

import pytest

from roadmapper.merge import Comparison, Side, What, compare
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Question, Template
from tests.merge.sides import coupled_template

BASE = Answers(
    {
        "deal.name": "Fern",
        "deal.fee": "10",
        "deal.models": ("r1", "r2"),
        "deal.models[r1].name": "Triage",
        "deal.models[r2].name": "Notes",
    }
)


def _linked() -> Template:
    """Return the template with a link to a model, and a register of sources."""
    template = coupled_template()
    link = Question("chief", Kind.LINK, "Chief model", link="deal.models")
    line = Question("title", Kind.LINE, "Title")
    register = Question("evidence", Kind.ROWS, "Sources", columns=(line,))
    deal = replace(template.sections[0], questions=(*template.sections[0].questions, link))
    solution = replace(deal, id="solution", questions=(register,), together=())
    return replace(template, sections=(deal, solution))


def _with(**values: Value) -> Answers:
    """Return the base with other values; two underscores stand for "deal."."""
    told = {path.replace("__", "deal.", 1): value for path, value in values.items()}
    return Answers({**BASE, **told})


def _changed(values: dict[str, Value]) -> Answers:
    return Answers({**BASE, **values})


def _compare(mine: Answers, theirs: Answers, template: Template | None = None) -> Comparison:
    return compare(template or coupled_template(), BASE, mine, theirs)


def test_changes_in_different_answers_come_together() -> None:
    found = _compare(_with(__name="Moss"), _with(__story="Long"))

    assert [(one.path, one.what) for one in found.taken] == [("deal.story", What.ANSWER)]
    assert found.values() == {"deal.story": "Long"}


def test_what_they_changed_can_be_left_out() -> None:
    found = _compare(BASE, _with(__story="Long", __name="Moss"))

    assert found.values({"deal.story": Side.MINE}) == {"deal.name": "Moss"}


def test_one_answer_changed_on_both_sides_is_a_conflict_with_two_ways() -> None:
    found = _compare(_with(__name="Moss"), _with(__name="Lark"))

    (conflict,) = found.conflicts
    path = "deal.name"
    assert (conflict.base, conflict.mine, conflict.theirs) == (
        {path: "Fern"},
        {path: "Moss"},
        {path: "Lark"},
    )
    assert found.values() == {}
    assert found.values({path: Side.THEIRS}) == {path: "Lark"}


def test_coupled_answers_come_over_together_or_not_at_all() -> None:
    found = _compare(_with(__start="2027-01-01"), _with(__fee="12"))

    assert found.taken == ()
    assert [(one.path, one.what) for one in found.conflicts] == [("deal.fee", What.TOGETHER)]
    assert found.values({"deal.fee": Side.THEIRS}) == {"deal.fee": "12", "deal.start": None}


def test_a_row_that_only_they_added_comes_over_in_its_place() -> None:
    theirs = _changed({"deal.models": ("r1", "r3", "r2"), "deal.models[r3].name": "Sepsis"})

    found = _compare(_with(__name="Moss"), theirs)

    assert [(one.path, one.what) for one in found.taken] == [("deal.models[r3]", What.ROW)]
    assert found.merged().rows("deal.models") == ("r1", "r3", "r2")


def test_two_rows_that_drew_one_id_both_stay_and_links_follow() -> None:
    mine = _changed({"deal.models": ("r1", "r2", "r3"), "deal.models[r3].name": "Ours"})
    theirs = _changed(
        {
            "deal.models": ("r1", "r2", "r3"),
            "deal.models[r3].name": "Yours",
            "_notes.deal.models[r3]": "Ask them",
            "deal.chief": ("r3",),
        }
    )

    merged = _compare(mine, theirs, _linked()).merged()

    assert merged.rows("deal.models") == ("r1", "r2", "r4", "r3")
    assert merged.text("deal.models[r3].name") == "Ours"
    assert merged.text("deal.models[r4].name") == "Yours"
    assert merged.text("_notes.deal.models[r4]") == "Ask them"
    assert merged.rows("deal.chief") == ("r4",)


def test_evidence_follows_a_source_that_gets_another_id() -> None:
    mine = _changed({"solution.evidence": ("r1",), "solution.evidence[r1].title": "Our study"})
    theirs = _changed(
        {
            "solution.evidence": ("r1",),
            "solution.evidence[r1].title": "Your study",
            "_evidence.deal.story": ("r1",),
        }
    )

    merged = _compare(mine, theirs, _linked()).merged()

    assert merged.text("solution.evidence[r1].title") == "Our study"
    (row,) = merged.rows("_evidence.deal.story")
    assert merged.text(f"solution.evidence[{row}].title") == "Your study"


def test_an_id_that_was_in_use_before_is_not_used_again() -> None:
    theirs = _changed({"deal.models": ("r1", "r2", "r3"), "deal.models[r3].name": "Sepsis"})

    found = compare(coupled_template(), BASE, BASE, theirs, used=("r3",))

    assert found.merged().rows("deal.models") == ("r1", "r2", "r4")


def test_a_new_row_with_a_table_inside_comes_home_only_once() -> None:
    theirs = _changed(
        {
            "deal.models": ("r1", "r2", "r3"),
            "deal.models[r3].name": "Sepsis",
            "deal.models[r3].inputs": ("r4",),
            "deal.models[r3].inputs[r4].name": "Vital signs",
        }
    )
    home = compare(coupled_template(), BASE, BASE, theirs, used=("r3", "r4")).merged()

    again = compare(coupled_template(), BASE, home, theirs, used=("r3", "r4"))

    assert again.taken == ()
    assert again.merged() == home


@pytest.mark.parametrize("they_remove", [True, False])
def test_a_row_removed_here_and_edited_there_is_a_conflict(they_remove: bool) -> None:
    removed = Answers({path: value for path, value in BASE.items() if "[r2]" not in path})
    removed = Answers({**removed, "deal.models": ("r1",)})
    edited = _changed({"deal.models[r2].name": "Ambient notes"})

    mine, theirs = (edited, removed) if they_remove else (removed, edited)
    found = _compare(mine, theirs)

    (conflict,) = found.conflicts
    assert (conflict.path, conflict.what) == ("deal.models[r2]", What.ROW)
    assert (conflict.mine is None) is not they_remove
    assert found.merged() == mine
    assert found.merged({conflict.path: Side.THEIRS}) == theirs


def test_a_row_they_removed_goes_with_all_that_is_kept_about_it() -> None:
    note = {"_notes.deal.models[r2]": "Old"}
    theirs = Answers({"deal.name": "Fern", "deal.fee": "10", "deal.models": ("r1",)})
    theirs = Answers({**theirs, "deal.models[r1].name": "Triage"})
    begin = Answers({**BASE, **note})

    found = compare(coupled_template(), begin, begin, theirs)

    assert found.merged() == theirs


def test_the_order_of_rows_comes_over_or_is_decided() -> None:
    swapped = _changed({"deal.models": ("r2", "r1")})
    base = _changed({"deal.models": ("r1", "r2", "r3"), "deal.models[r3].name": "Sepsis"})
    mine = Answers({**base, "deal.models": ("r3", "r1", "r2")})
    theirs = Answers({**base, "deal.models": ("r2", "r1", "r3")})

    assert _compare(BASE, swapped).merged() == swapped
    found = compare(coupled_template(), base, mine, theirs)
    assert [(one.path, one.what) for one in found.conflicts] == [("deal.models", What.ORDER)]
    assert found.merged({"deal.models": Side.THEIRS}) == theirs


def test_what_the_template_does_not_ask_is_reported_and_not_applied() -> None:
    found = _compare(BASE, _changed({"deal.gone": "New", "other.thing": "New"}))

    assert [one.path for one in found.unplaced] == ["deal.gone", "other.thing"]
    assert found.values() == {}
