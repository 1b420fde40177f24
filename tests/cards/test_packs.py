"""Packs of card formats: what they name is there, and a format is a file."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.cards.packs import Element, Pack, load_packs
from roadmapper.cards.place import Place
from roadmapper.cards.recognise import read_card
from roadmapper.errors import TemplateError
from tests.cards.small import FIELDS, PACKS

ROOT = Path(__file__).parents[2]
README = (paths.templates() / "README.md").read_text(encoding="utf-8")
HEAD = 'title = "T"\nkind = "json"\nas_of = 2027-01-15\nstatus = "S"\nsigns = ["ward"]\n'


def _places(pack: Pack) -> list[Place]:
    found = [place for one in pack.elements for place in (one.place, one.results)]
    return [place for place in found if place]


@pytest.mark.parametrize("name", PACKS)
def test_what_a_pack_names_is_asked_by_the_template(name: str) -> None:
    for place in _places(PACKS[name]):
        field = FIELDS[place.field]
        column = field.columns[place.column] if place.column else field
        assert not place.given or place.given in field.given
        assert {*place.cells} <= {*field.columns}
        for key, value in place.cells.items():
            assert value in field.columns[key].options
        assert {choice for _, choice in place.means} <= {*column.options}
    for element in PACKS[name].elements:
        assert {*element.adds} <= {*FIELDS}


def test_every_question_of_a_card_has_a_place_in_the_chai_card_but_three() -> None:
    chai = PACKS["chai"]
    placed = {place.field for place in _places(chai)}
    placed |= {name for one in chai.elements for name in one.adds}

    assert {*FIELDS} - placed == {"dsi_kind", "licence_terms", "irm_register"}


@pytest.mark.parametrize("version", ["0.1", "0.2"])
def test_the_chai_pack_has_the_elements_of_the_published_schema(version: str) -> None:
    schema = next(ROOT.parent.glob(f"*/fixtures/model-cards/chai/v{version}/schema.xsd"), None)
    if schema is None:
        pytest.skip("The published schemas are not beside the project.")
    told = schema.read_text(encoding="utf-8")
    leaves = re.findall(r'<xs:element name="(\w+)" type="xs:string"', told)

    known = {one.path.rpartition("/")[2] for one in PACKS["chai"].of(version)}
    assert known - {"MetricResult"} == {*leaves} - {"Label", "ValueJson"}


@pytest.mark.parametrize("kind", [Element, Place, Pack])
def test_the_guide_explains_every_key_of_a_pack(kind: type[Element | Place | Pack]) -> None:
    ours = {"place", "results", "elements", "name"}
    assert [
        one.name for one in fields(kind) if one.name not in ours and f"`{one.name}`" not in README
    ] == []


def test_another_format_is_a_file_and_no_code(tmp_path: Path) -> None:
    (tmp_path / "ward.toml").write_text(
        HEAD + '[[element]]\npath = "ward.title"\nfield = "model_name"\n'
    )

    card = read_card(b'{"ward": {"title": "Tide"}}', load_packs(tmp_path), FIELDS)

    assert (card.form, card.texts) == ("T", {"model_name": "Tide"})


def test_a_question_that_no_template_asks_takes_nothing(tmp_path: Path) -> None:
    (tmp_path / "ward.toml").write_text(
        HEAD + '[[element]]\npath = "ward.title"\nfield = "shoe_size"\n'
    )

    card = read_card(b'{"ward": {"title": "Tide"}}', load_packs(tmp_path), FIELDS)

    assert [(one.where, one.text) for one in card.unplaced] == [("ward.title", "Tide")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = 1 2", "cannot be used"),
        (HEAD.replace("title", "titel"), "'title' is missing"),
        (HEAD + '[[element]]\npath = "a"\nfeld = "b"\n', 'the key "feld" of "a"'),
        (HEAD + '[[element]]\nfield = "b"\n', "'path' is missing"),
    ],
)
def test_a_mistake_in_a_pack_is_named(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "ward.toml").write_text(text)

    with pytest.raises(TemplateError, match=re.escape(said)):
        load_packs(tmp_path)
