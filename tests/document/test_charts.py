"""A chart shows the figures of the book and counts nothing itself."""

from decimal import Decimal

from roadmapper.document.tree import Chart, walk
from roadmapper.proposal.answers import Answers
from tests.composed import document_of, sample
from tests.figured import book


def test_the_chart_of_drivers_shows_their_figures_to_the_cent() -> None:
    answers = Answers({**sample("fernhollow"), "value.drivers[r1].unit_value": "55.555"})
    figures = book(answers)

    chart = next(
        block
        for chapter in document_of(answers).chapters
        for block in walk(chapter.blocks)
        if isinstance(block, Chart) and block.key == "value-drivers"
    )

    for case, series in zip(("low", "likely", "high"), chart.series, strict=True):
        counted = [
            value
            for name, value in figures.items()
            if name.startswith("value.driver.") and name.endswith(f".{case}")
        ]
        assert counted
        assert sorted((value or 0) * 1_000_000 for value in series.values) == sorted(counted)
        assert sum(counted) == figures[f"value.hard_{case}"]
        assert all(isinstance(value, Decimal) for value in series.values)
