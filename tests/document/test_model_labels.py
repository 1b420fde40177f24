"""Model facts as labels: two side by side, with the name of their model, and no page of its own."""

from roadmapper.document.compose import Edition, compose
from roadmapper.document.tree import Columns, Heading, ModelFacts, walk
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from tests.composed import NOW, document_of, sample, template


def test_two_labels_stand_side_by_side_and_bear_the_names_of_their_models() -> None:
    answers = Answers(sample("fernhollow"))
    made = compose(gather(template(), answers), Edition("full", NOW, "r", labels=True))
    (chapter,) = (one for one in made.chapters if one.key == "transparency")
    heading, columns = chapter.blocks[-2:]

    assert isinstance(heading, Heading)
    assert isinstance(columns, Columns)
    assert heading.text == "Model facts"
    sides = (*columns.left, *columns.right)
    assert [one.title for one in sides if isinstance(one, ModelFacts)] == [
        "Ambient note drafting",
        "Visit summary for patients",
    ]


def test_labels_and_pages_tell_the_same_facts() -> None:
    answers = Answers(sample("larkmere"))
    made = compose(gather(template(), answers), Edition("full", NOW, "r", labels=True))
    told = [
        [
            block.facts
            for one in document.chapters
            for block in walk(one.blocks)
            if isinstance(block, ModelFacts)
        ]
        for document in (made, document_of(answers))
    ]

    assert told[0] == told[1] != []


def test_what_has_no_name_yet_is_not_called_not_stated() -> None:
    card = "transparency.models[m1]"
    answers = Answers(
        {
            "transparency.models": ("m1",),
            f"{card}.model_name": "Tide",
            f"{card}.training_data_sources": ("d1",),
            f"{card}.training_data_sources[d1].data_set": "Visits of many kinds.",
            f"{card}.performance_metrics": ("p1",),
            f"{card}.performance_metrics[p1].value": "3",
        }
    )
    (label,) = (
        block
        for one in document_of(answers).chapters
        for block in walk(one.blocks)
        if isinstance(block, ModelFacts)
    )
    facts = {one.label: one.value for one in label.facts}

    assert facts["Training data"] == "In words, not counted"
    assert facts["Acting limit"] == "Not stated"
    assert facts["A measure"] == "3"
    assert "Not stated" not in facts
