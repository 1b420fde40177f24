"""Which rows are in a proposal, and that what is left out is kept."""

from pathlib import Path

import pytest

from roadmapper.checks.cards_read import cards
from roadmapper.errors import CardError, TemplateError
from roadmapper.gather import gather
from roadmapper.model_cards import model_named
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import in_proposal
from roadmapper.proposal.progress import progress
from roadmapper.template.load import load_template
from tests.composed import template
from tests.tiny import SECTION, write_tiny

MODELS = "transparency.models"
BOTH = Answers(
    {
        MODELS: ("m1", "m2"),
        f"{MODELS}[m1].model_name": "Scribe",
        f"{MODELS}[m1].evidence": ("e1",),
        f"{MODELS}[m1].evidence[e1].citation": "Smith 2025",
        f"{MODELS}[m2].model_name": "Coder",
        f"_notes.{MODELS}[m1].model_name": "hush",
    }
)
NO_SCRIBE = Answers({**BOTH, f"{MODELS}[m1].in_proposal": False})
NO_MODELS = Answers({**BOTH, "transparency.uses_no_models": True})


def test_a_model_that_says_no_is_kept_and_stands_in_no_document() -> None:
    told = in_proposal(template(), NO_SCRIBE)

    assert told.rows(MODELS) == ("m2",)
    assert not [path for path in told if "[m1]" in path]
    assert told.text(f"{MODELS}[m2].model_name") == "Coder"
    assert gather(template(), NO_SCRIBE).answers.rows(MODELS) == ("m2",)
    assert [card.name for card in cards(template(), NO_SCRIBE)] == ["Coder"]


def test_all_models_are_in_a_proposal_until_one_says_no() -> None:
    yes = Answers({**BOTH, f"{MODELS}[m1].in_proposal": True})

    assert in_proposal(template(), BOTH) is BOTH
    assert in_proposal(template(), yes) is yes
    assert f"{MODELS}[m1].in_proposal" not in gather(template(), yes).answers


def test_no_model_is_in_a_proposal_that_uses_none() -> None:
    assert in_proposal(template(), NO_MODELS).rows(MODELS) == ()
    assert cards(template(), NO_MODELS) == []
    assert gather(template(), NO_MODELS).answers.rows(MODELS) == ()


def test_a_sentence_completes_the_step_of_a_solution_without_models() -> None:
    path = "transparency.no_models_why"
    why = Answers({**NO_MODELS, path: "The rules are those of your own pathway"})

    assert progress(template(), NO_MODELS)["transparency"].open == (path,)
    assert progress(template(), why)["transparency"].open == ()
    assert not [one for one in gather(template(), why).findings if "transparency" in one.path]


def test_rows_are_chosen_by_a_yes_or_no_that_is_there(tmp_path: Path) -> None:
    write_tiny(tmp_path, SECTION.replace('row_title = "', 'chosen_by = "gone"\nrow_title = "', 1))

    with pytest.raises(TemplateError, match=r'chosen_by: there is no yes or no in a column "gone"'):
        load_template(tmp_path)


def test_without_a_name_only_models_of_the_proposal_count() -> None:
    assert model_named(template(), NO_SCRIBE, "") == "m2"
    assert model_named(template(), NO_SCRIBE, "scribe") == "m1"
    with pytest.raises(CardError, match=r"m1 \(Scribe, not in this proposal\), m2 \(Coder\)"):
        model_named(template(), NO_SCRIBE, "Pump")
