"""Checks of the results on a model card: how sure, on how many, on which data, for whom."""

import re
from collections.abc import Iterator

from roadmapper.checks.cards_read import Card, Row, few, finding, lacking
from roadmapper.proposal.facts import Finding
from roadmapper.template.kinds import number

_BY_RATE = re.compile(
    r"\b(?:ppv|npv|auprc|average precision|precision|(?:positive|negative) predictive value)\b",
    re.IGNORECASE,
)
_FEWEST = 10
_ELSEWHERE = ("external", "local", "prospective")


def bare_results(card: Card) -> Iterator[Finding]:
    """A result is believed with its interval, its count and its data."""
    bare = [(row, lacks) for row in card.rows("performance_metrics") if (lacks := _lacks(row))]
    if bare:
        yield finding(
            "card-bare-result",
            bare[0][0].path("value"),
            lacking(card, [(row.text("metric") or "a result", lacks) for row, lacks in bare]),
            "A number without these cannot be compared with anything.",
        )


def _lacks(row: Row) -> list[str]:
    """Return what a result needs to be believed and does not have."""
    if not row.text("value"):
        return []
    told = (
        ("an interval", (row.text("lower") and row.text("upper")) or row.text("sd")),
        ("the number of cases", row.text("n")),
        ("the data set", row.text("data_set")),
    )
    return [word for word, it in told if not it]


def undated_results(card: Card) -> Iterator[Finding]:
    """When a result was measured decides whether it is about this version."""
    undated = [
        row
        for row in card.rows("performance_metrics")
        if row.text("value") and not row.text("date")
    ]
    if undated:
        count = "one result" if len(undated) == 1 else f"{len(undated)} results"
        yield finding(
            "card-undated",
            undated[0].path("date"),
            f"{card.name} does not date {count}.",
            "They ask whether the test was made with the version they get.",
        )


def sites(card: Card) -> Iterator[Finding]:
    """A test elsewhere has a place and a time."""
    tests = card.rows("external_validations")
    bare = [
        (row, lacks)
        for row in tests
        if (
            lacks := [
                word
                for name, word in (
                    ("data_source_and_setting", "a site"),
                    ("period", "months or years"),
                )
                if not row.text(name).strip()
            ]
        )
    ]
    if bare:
        yield finding(
            "card-site",
            bare[0][0].path("data_source_and_setting"),
            lacking(card, [(_tester(row), lacks) for row, lacks in bare]),
            "They ask whether the patients were like theirs, and whether it was the same version.",
        )
    blocks = [row for row in card.rows("validation_blocks") if row.text("testing_data").strip()]
    away = [row for row in card.rows("performance_metrics") if _is_away(row)]
    if away and not tests and not blocks:
        yield finding(
            "card-site",
            card.path("external_validations"),
            f"{card.name} has results from elsewhere and names no site.",
            "A result that travels is worth more once they know from where.",
        )


def _tester(row: Row) -> str:
    return row.text("data_source_and_setting") or row.text("tested_by") or "a test elsewhere"


def _is_away(row: Row) -> bool:
    return bool(row.text("value")) and row.text("data_role") in _ELSEWHERE


def rate_dependent(card: Card) -> Iterator[Finding]:
    """A predictive value moves with how common the outcome is."""
    bare = [
        row
        for row in card.rows("performance_metrics")
        if _BY_RATE.search(row.text("metric")) and row.text("value") and not row.text("events")
    ]
    if bare:
        verb = "is" if len(bare) == 1 else "are"
        yield finding(
            "card-outcome-rate",
            bare[0].path("events"),
            f"{card.name}: {few([row.text('metric') for row in bare])} {verb} given without the "
            "number of outcomes.",
            "Where the outcome is rarer this number falls; they ask how common it was.",
        )


def small_groups(card: Card) -> Iterator[Finding]:
    """A result on a handful of patients says little, and may show who they are."""
    small = [row for row in card.rows("fairness_metrics") if row.text("value") and _is_small(row)]
    if small:
        names = few([row.text("group") or "a group" for row in small])
        yield finding(
            "card-small-group",
            small[0].path("n"),
            f"{card.name}: what it says of {names} rests on fewer than ten patients.",
            "Fewer than ten can be recognized, and their result is chance. Pool or leave out.",
        )


def _is_small(row: Row) -> bool:
    size = number(row.text("n"))
    return size is not None and 0 < size < _FEWEST


def fewer_groups(card: Card) -> Iterator[Finding]:
    """Groups that are counted in the training data should be tested too."""
    trained = {row.text("category").casefold() for row in card.rows("training_demographics")}
    tested = {
        row.text("group").casefold()
        for row in card.rows("fairness_metrics")
        if row.text("group_variable").casefold() != "all"
    }
    if trained and len(tested) < len(trained):
        yield finding(
            "card-groups",
            card.path("fairness_metrics"),
            f"{card.name} counts {len(trained)} groups of people in its training data and shows "
            f"results for {len(tested) or 'none'}.",
            "A group that was counted and not tested is the next question.",
        )


def stand_ins(card: Card) -> Iterator[Finding]:
    """A bare zero for fairness stands for nothing measured; it is no evidence."""
    bare = [row for row in card.rows("fairness_metrics") if _stands_in(row)]
    if bare:
        names = few([row.text("metric") or "a result by group" for row in bare])
        verb = "is" if len(bare) == 1 else "are"
        yield finding(
            "card-stand-in",
            bare[0].path("value"),
            f"{card.name}: {names} {verb} 0 without unit, interval or count, and no evidence.",
            "Such a zero reads as perfect fairness where nothing was measured. Clear it.",
        )


def _stands_in(row: Row) -> bool:
    value = number(row.text("value"))
    alone = not any(row.text(name) for name in ("unit", "lower", "upper", "n"))
    return value is not None and value == 0 and alone


CHECKS = (
    bare_results,
    undated_results,
    sites,
    rate_dependent,
    small_groups,
    fewer_groups,
    stand_ins,
)
