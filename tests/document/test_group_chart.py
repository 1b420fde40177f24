"""The results of a model by group of patients, as a chart."""

from roadmapper import paths
from roadmapper.document.card import Card
from roadmapper.document.group_chart import chart_names, group_chart, group_charts
from roadmapper.document.tree import ChartKind
from roadmapper.document.wording import Scope
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from roadmapper.template.load import load_template

_TEMPLATE = load_template(paths.templates() / "partnership")
_PATH = AnswerPath("transparency", "models")


def _card(*rows: dict[str, str]) -> Card:
    """Return a card with these results by group."""
    here = _PATH.row("r1").column("fairness_metrics")
    names = tuple(f"g{at}" for at in range(len(rows)))
    values: dict[str, Value] = {str(_PATH): ("r1",), str(here): names}
    values[str(_PATH.row("r1").column("model_name"))] = "Tide"
    for name, cells in zip(names, rows, strict=True):
        values |= {str(here.row(name).column(key)): text for key, text in cells.items()}
    question = _TEMPLATE.find(str(_PATH))
    assert question is not None
    return Card(question, "r1", Scope(told(_TEMPLATE, Answers(values)), "transparency"))


def _row(group: str, value: str = "", **more: str) -> dict[str, str]:
    given = {"metric": "Recall", "group": group, "value": value, **more}
    return {key: text for key, text in given.items() if text}


def test_one_result_is_no_chart() -> None:
    card = _card(_row("All", "1"), _row("Children"))

    assert group_chart(card) is None
    assert not list(group_charts(card))


def test_counts_stand_beside_results_and_a_missing_one_says_so() -> None:
    card = _card(_row("All", "1", n="90"), _row("Adults", "2"), _row("Children"))

    (chart,) = group_charts(card)

    assert chart.kind is ChartKind.BARS
    assert chart.series[0].labels == ("1, n = 90", "2", "Not measured")


def test_intervals_are_drawn_where_every_result_has_one() -> None:
    ends = {"lower": "1", "upper": "3"}
    whole = _card(_row("All", "2", **ends), _row("Adults", "2", **ends), _row("Children"))
    partly = _card(_row("All", "2", **ends), _row("Adults", "2"))

    assert [one.kind for one in group_charts(whole)] == [ChartKind.RANGE]
    assert [one.kind for one in group_charts(partly)] == [ChartKind.BARS]


def test_each_measure_has_a_chart_of_its_own() -> None:
    other = {"metric": "Precision"}
    card = _card(
        _row("All", "1"), _row("Adults", "2"), _row("All", "3") | other, _row("Adults", "4") | other
    )

    titles = [one.title for one in group_charts(card)]

    assert titles == ["Recall by patient group", "Precision by patient group"]


def test_charts_are_told_apart_by_their_measure_and_else_by_their_data() -> None:
    other, ends = {"metric": "Precision"}, {"lower": "1", "upper": "5"}
    rows = [_row("All", "2", **ends), _row("Adults", "2", **ends)]
    twice = [one | {"data_role": role} for role in ("internal", "external") for one in rows]

    assert chart_names(_card(*rows, *(one | other for one in rows))) == ("Recall", "Precision")
    assert chart_names(_card(*twice)) == (
        "Recall, our own test data",
        "Recall, data from elsewhere",
    )
