"""Checks of the results on a model card: how sure, on how many, on which data, for whom."""

import re
from collections.abc import Iterator

from roadmapper.checks.cards_read import Card, Row, finding
from roadmapper.proposal.facts import Finding
from roadmapper.template.kinds import number

_BY_RATE = re.compile(
    r"\b(?:ppv|npv|auprc|average precision|precision|(?:positive|negative) predictive value)\b",
    re.IGNORECASE,
)
_FEWEST = 10
_SHOWN = 3
_WORDS = ("an interval", "the number of cases", "the data set")


def bare_results(card: Card) -> Iterator[Finding]:
    """A result is believed with its interval, its count and its data."""
    bare = [(row, lacks) for row in card.rows("performance_metrics") if (lacks := _lacks(row))]
    if bare:
        told = [row.text("metric") or "a result" for row, _ in bare]
        more = f" and {len(told) - _SHOWN} more" if len(told) > _SHOWN else ""
        words = [word for word in _WORDS if any(word in lacks for _, lacks in bare)]
        verb = "lacks" if len(told) == 1 else "lack"
        yield finding(
            "card-bare-result",
            bare[0][0].path("value"),
            f"{card.name}: {', '.join(told[:_SHOWN])}{more} {verb} {_joined(words)}.",
            "A number without these cannot be compared with anything.",
        )


def _lacks(row: Row) -> list[str]:
    """Return what a result needs to be believed and does not have."""
    if not row.text("value"):
        return []
    interval = (row.text("lower") and row.text("upper")) or row.text("sd")
    held = (interval, row.text("n"), row.text("data_set"))
    return [word for word, it in zip(_WORDS, held, strict=True) if not it]


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


def rate_dependent(card: Card) -> Iterator[Finding]:
    """A predictive value moves with how common the outcome is."""
    for row in card.rows("performance_metrics"):
        if _BY_RATE.search(row.text("metric")) and row.text("value") and not row.text("events"):
            yield finding(
                "card-outcome-rate",
                row.path("events"),
                f"{card.name}: {row.text('metric')} is given without the number of outcomes.",
                "Where the outcome is rarer this number falls; they ask how common it was.",
            )


def small_groups(card: Card) -> Iterator[Finding]:
    """A result on a handful of patients says little, and may show who they are."""
    for row in card.rows("fairness_metrics"):
        size = number(row.text("n"))
        if size is not None and 0 < size < _FEWEST and row.text("value"):
            yield finding(
                "card-small-group",
                row.path("n"),
                f"{card.name}: the result for {row.text('group') or 'a group'} rests on {size} "
                "patients.",
                "Fewer than ten can be recognized, and their result is chance. Pool or leave out.",
            )


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
    for row in card.rows("fairness_metrics"):
        value = number(row.text("value"))
        alone = not any(row.text(name) for name in ("unit", "lower", "upper", "n"))
        if value is not None and value == 0 and alone:
            yield finding(
                "card-stand-in",
                row.path("value"),
                f"{card.name}: {row.text('metric') or 'a result by group'} is 0 without unit, "
                "interval or count, and is not evidence.",
                "Such a zero reads as perfect fairness where nothing was measured. Clear it.",
            )


def _joined(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1]))) if words else ""


CHECKS = (
    bare_results,
    undated_results,
    rate_dependent,
    small_groups,
    fewer_groups,
    stand_ins,
)
