"""The lanes of the timeline, and what stands on it by the dates of other steps."""

from datetime import date

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.dated import dated_rows, stands
from roadmapper.proposal.lanes import free_lane, items_asked, lanes_of
from roadmapper.template.kinds import Value
from tests.composed import document_of, template


def told(answers: Answers) -> list[tuple[str, str]]:
    """Return names and colors of the lanes."""
    return [(lane.name, lane.tone) for lane in lanes_of(template(), answers)]


def test_without_answers_there_are_six_in_their_usual_colors() -> None:
    assert told(Answers()) == [
        ("Current solution", "accent"),
        ("Co-development", "plum"),
        ("In-house capability", "slate"),
        ("Workforce", "gold"),
        ("Continuity", "sage"),
        ("Value and risk", "clay"),
    ]


def test_the_last_three_take_names_colors_and_another_order() -> None:
    lanes = told(
        Answers(
            {
                "roadmap.lanes": ("value", "own1", "workforce", "continuity", "own2"),
                "roadmap.lanes[value].name": "Money",
                "roadmap.lanes[value].tone": "slate",
                "roadmap.lanes[own1].name": "Research",
            }
        )
    )

    assert lanes[3:] == [
        ("Money", "slate"),
        ("Research", "plum"),
        ("Workforce", "gold"),
        ("Continuity", "sage"),
    ]


def test_an_own_lane_is_there_when_it_has_a_name_or_a_bar() -> None:
    empty = Answers()
    named = Answers({"roadmap.lanes[own1].name": "Research"})
    used = Answers({"roadmap.items": ("a",), "roadmap.items[a].lane": "own1"})

    assert free_lane(template(), empty) == "own1"
    assert free_lane(template(), named) == "own2"
    assert told(used)[-1] == ("Lane of your own", "plum")


def test_what_only_a_bar_knows_of_comes_last() -> None:
    answers = Answers({"roadmap.items": ("a", "b"), "roadmap.items[a].lane": "Legal"})

    assert told(answers)[6:] == [("Legal", "accent"), ("Other", "plum")]


def test_the_bars_offer_the_lanes_as_they_are_called() -> None:
    asked = items_asked(template(), Answers({"roadmap.lanes[value].name": "Money"}))
    lane = asked.column("lane")

    assert lane is not None
    assert [(one.value, one.label) for one in lane.options][-1] == ("Value and risk", "Money")


def test_rows_of_other_steps_with_a_date_stand_on_the_timeline() -> None:
    answers = Answers(
        {
            "continuity.exercise": ("x", "y"),
            "continuity.exercise[x].type": "tabletop",
            "continuity.exercise[x].date": "2028-02-15",
            "continuity.exercise[y].type": "functional",
            "deploy.waves": ("w",),
            "deploy.waves[w].wave": "2",
            "deploy.waves[w].start": "2028-04-03",
            "workforce.training": ("t",),
            "workforce.training[t].tier": "Aware",
            "workforce.training[t].when": "May 2028",
        }
    )

    found = [
        (one.name, one.lane, one.when.start, one.address) for one in dated_rows(template(), answers)
    ]

    assert found == [
        ("Wave 2", "Current solution", date(2028, 4, 3), "deploy.waves[w].start"),
        ("Training: Aware", "Workforce", date(2028, 5, 1), "workforce.training[t].when"),
        ("Tabletop rehearsal", "Continuity", date(2028, 2, 15), "continuity.exercise[x].date"),
    ]
    assert stands(answers, "continuity.exercise", "x")
    assert not stands(answers, "continuity.exercise", "y")


def test_a_promise_stands_there_until_a_bar_is_built_for_it() -> None:
    promises: dict[str, Value] = {
        "roadmap.codev_items": ("a", "b", "c"),
        "roadmap.codev_items[a].need": "Orders that are spoken",
        "roadmap.codev_items[a].quarter": "Q1 2028",
        "roadmap.codev_items[b].need": "Visits with an interpreter",
        "roadmap.codev_items[b].quarter": "Q3 2028",
        "roadmap.codev_items[c].need": "An idea",
        "roadmap.codev_items[c].quarter": "Q3 2028",
        "roadmap.codev_items[c].commitment": "idea",
    }
    bar: dict[str, Value] = {"roadmap.items": ("i",), "roadmap.items[i].needs": ("a",)}

    assert [one.name for one in dated_rows(template(), Answers(promises))] == [
        "Orders that are spoken",
        "Visits with an interpreter",
    ]
    assert [one.name for one in dated_rows(template(), Answers({**promises, **bar}))] == [
        "Visits with an interpreter"
    ]


def test_the_document_calls_the_lanes_as_a_person_does() -> None:
    answers = Answers(
        {
            "roadmap.lanes[own1].name": "Research",
            "roadmap.lanes[own1].tone": "sage",
            "roadmap.items": ("i",),
            "roadmap.items[i].name": "Study",
            "roadmap.items[i].lane": "own1",
            "roadmap.items[i].from": "2028-01-01",
            "roadmap.items[i].to": "2028-06-30",
        }
    )

    told = repr(document_of(answers))

    assert "Lane(name='Research', tone=<Tone.SAGE: 'sage'>" in told
    assert "Lane of your own" not in told
