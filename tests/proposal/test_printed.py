"""Which chapters are printed, and in which order."""

from roadmapper import paths
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.printed import (
    ORDER,
    case_at,
    in_order,
    printed,
    printed_at,
    printed_cases,
)
from roadmapper.template.shelf import template_in

TEMPLATE = template_in(paths.templates() / "partnership")


def test_every_chapter_is_printed_but_the_private_one() -> None:
    told = printed(TEMPLATE, Answers())

    assert told == tuple(one.id for one in TEMPLATE.chapters if one.id != "coalition")


def test_a_private_chapter_is_printed_when_a_person_says_so() -> None:
    assert "coalition" in printed(TEMPLATE, Answers({printed_at("coalition"): True}))


def test_a_chapter_that_was_switched_off_is_not_printed() -> None:
    assert "value" not in printed(TEMPLATE, Answers({printed_at("value"): False}))


def test_chapters_newer_than_the_order_follow_what_they_follow_in_the_template() -> None:
    kept = tuple(one.id for one in reversed(TEMPLATE.chapters) if one.id != "system")

    told = [one.id for one in in_order(TEMPLATE, Answers({ORDER: (*kept, "gone", kept[0])}))]

    assert sorted(told) == sorted(one.id for one in TEMPLATE.chapters)
    assert told.index("system") == told.index("summary") + 1
    assert [one for one in told if one != "system"] == list(kept)


def test_a_case_prints_unless_a_person_said_no() -> None:
    assert printed_cases(Answers()) == ("cautious", "expected", "strong")
    assert printed_cases(Answers({case_at("strong"): False})) == ("cautious", "expected")
