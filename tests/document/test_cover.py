"""The cover and the assumptions show what the template declares, whatever its questions are."""

from dataclasses import replace
from datetime import UTC, datetime

from roadmapper.document.compose import Edition, compose
from roadmapper.document.tree import Document, Source
from tests.tiny import tiny_facts, tiny_template

NOW = datetime(2027, 5, 3, tzinfo=UTC)
ANSWERS = {"name": "Elm Health", "story": "We listen.", "emr": "other", "start": "2027-06-01"}


def _document(cover: dict[str, str]) -> Document:
    template = replace(tiny_template(), cover=cover)
    return compose(tiny_facts(ANSWERS, template), Edition("full", NOW, ""))


def test_the_cover_shows_what_the_template_names() -> None:
    document = _document(
        {
            "customer": "deal.name",
            "promise": "deal.story",
            "handling": "deal.emr",
            "decision": "deal.start",
        }
    )

    cover = document.cover
    assert (cover.title, cover.title_source) == ("Elm Health", Source("deal.name"))
    assert (cover.promise, cover.promise_source) == ("We listen.", Source("deal.story"))
    assert document.properties.title == "A tiny roadmap for Elm Health"
    assert [fact.value for fact in document.cover.facts][1:] == ["June 1, 2027", "Another"]


def test_a_promise_marked_as_a_goal_says_so_on_the_cover() -> None:
    template = replace(tiny_template(), cover={"promise": "deal.story"})
    facts = replace(tiny_facts(ANSWERS, template), marks={"deal.story": "goal"})

    assert compose(facts, Edition("full", NOW, "")).cover.promise == "Goal: We listen."


def test_a_template_that_names_nothing_has_a_plain_cover() -> None:
    document = _document({})

    assert document.cover.title == "Proposal"
    assert (document.cover.organization, document.cover.promise) == ("", "")
    assert (document.cover.title_source, document.cover.promise_source) == (None, None)
    assert document.properties.title == "Tiny roadmap"


def test_a_promise_that_is_filled_or_put_on_one_line_is_no_answer_letter_by_letter() -> None:
    for typed, shown in (("For {name}.", "For Elm Health."), ("One\nline.", "One line.")):
        template = replace(tiny_template(), cover={"promise": "deal.story"})
        facts = tiny_facts({**ANSWERS, "story": typed}, template)

        cover = compose(facts, Edition("full", NOW, "")).cover

        assert (cover.promise, cover.promise_source) == (shown, None)
