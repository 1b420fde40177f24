"""A few chapters alone, for who asks for the model cards and for nothing else."""

from dataclasses import replace

import pytest

from roadmapper.document.compose import Edition, compose
from roadmapper.document.tree import ModelFacts, walk
from roadmapper.errors import TemplateError
from roadmapper.gather import told
from roadmapper.template.validate_head import validate_head
from tests.composed import NOW, SAMPLES, sample, template

_CARDS = Edition("cards", NOW, "r1", annexes=False, chapters=("deal",))


@pytest.mark.parametrize("name", SAMPLES)
def test_the_model_cards_alone_are_their_chapter_and_annex_whatever_else_is_printed(
    name: str,
) -> None:
    document = compose(told(template(), sample(name)), _CARDS)

    assert [one.key for one in document.chapters] == ["transparency", "cards"]
    assert [one.name for one in document.chapters] == [
        "1 Model transparency",
        "Annex A Model cards in full",
    ]
    assert document.cover.eyebrow == "Model cards alone"
    assert document.properties.title.endswith(", model cards alone")
    labels = [
        block
        for one in document.chapters
        for block in walk(one.blocks)
        if isinstance(block, ModelFacts)
    ]
    assert labels
    assert not any("criteria matrix" in one.foot for one in labels)


def test_an_audience_of_a_chapter_that_is_not_there_is_refused() -> None:
    odd = replace(template(), excerpts={"cards": ("transparency", "attic")})

    with pytest.raises(TemplateError, match='audience "cards": chapters: no chapter "attic"'):
        validate_head(odd)
