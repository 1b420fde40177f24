"""Published cards, read where they lie beside the project; without them these tests are skipped."""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from roadmapper.cards import chai_write, markdown_write
from roadmapper.cards.card import Card
from roadmapper.errors import CardError
from tests.cards.small import FIELDS, PACKS, read

ROOT = Path(__file__).parents[2]
CHAI = PACKS["chai"]
_XS = "{http://www.w3.org/2001/XMLSchema}"
_SIGNATURE = "http://www.w3.org/2000/09/xmldsig#"


@pytest.fixture(scope="module")
def folder() -> Path:
    """Return the folder of published cards."""
    found = next(ROOT.parent.glob("*/fixtures/model-cards"), None)
    if found is None:
        pytest.skip("The published cards are not beside the project.")
    return found


def _schema(folder: Path, version: str) -> etree.XMLSchema:
    """Return a schema that needs no network: any signature will do."""
    tree = etree.parse(folder / f"chai/v{version}/schema.xsd")
    for one in tree.getroot().findall(f"{_XS}import"):
        tree.getroot().remove(one)
    for one in tree.getroot().iter(f"{_XS}element"):
        if one.attrib.pop("ref", None):
            one.tag = f"{_XS}any"
            one.attrib.update({"namespace": _SIGNATURE, "processContents": "skip"})
    return etree.XMLSchema(tree)


def _cards(folder: Path, version: str) -> Iterator[str]:
    paths = sorted((folder / f"chai/v{version}").glob("*.xml"))
    assert len(paths) == 6
    for path in paths:
        yield path.read_bytes().decode("utf-8-sig")


def _leaves(text: str) -> list[tuple[str, str]]:
    root = etree.fromstring(text.encode())
    tree = root.getroottree()
    return [(tree.getelementpath(one), one.text or "") for one in root.iter(etree.Element)]


def _write(now: Card, was: Card, version: str) -> str:
    return chai_write.write(now, was, CHAI, FIELDS, version).text


def _edited(card: Card, name: str) -> Card:
    options = FIELDS[name].options
    goal = next((one for one in options if one != card.texts[name]), "Edited; once.")
    return replace(card, texts={**card.texts, name: goal})


@pytest.mark.parametrize("version", ["0.1", "0.2"])
def test_published_cards_go_out_as_they_came_and_valid(folder: Path, version: str) -> None:
    schema = _schema(folder, version)
    for text in _cards(folder, version):
        card = read(text)
        out = _write(card, card, version)
        assert _leaves(out) == _leaves(text)
        assert schema.validate(etree.fromstring(out.encode())), schema.error_log


@pytest.mark.parametrize("version", ["0.1", "0.2"])
def test_an_edit_of_any_field_of_a_published_card_changes_that_element_only(
    folder: Path, version: str
) -> None:
    schema = _schema(folder, version)
    for text in _cards(folder, version):
        card = read(text)
        for name in card.texts:
            out = _write(_edited(card, name), card, version)
            changed = {
                re.sub(r"\[\d+\]", "", path) for path, _ in {*_leaves(text)} ^ {*_leaves(out)}
            }
            assert len({path.removesuffix("/Keyword") for path in changed}) == 1, name
            assert schema.validate(etree.fromstring(out.encode())), schema.error_log


def test_a_published_card_of_the_newer_version_is_valid_as_the_older(folder: Path) -> None:
    schema = _schema(folder, "0.1")
    for text in _cards(folder, "0.2"):
        card = read(text)
        assert schema.validate(etree.fromstring(_write(card, card, "0.1").encode()))


def test_a_card_of_another_format_is_valid_as_the_older(folder: Path) -> None:
    card = read((folder / "hf/heart-disease-random-forest.README.md").read_bytes())

    out = etree.fromstring(_write(card, card, "0.1").encode())

    assert _schema(folder, "0.1").validate(out)


def test_zeros_that_stand_for_nothing_are_no_evidence_in_any_published_card(folder: Path) -> None:
    for text in _cards(folder, "0.2"):
        for row in read(text).rows("fairness_metrics"):
            assert float(row.cells["value"]) != 0 or row.cells.get("unit")


def test_a_published_pdf_holds_the_card_that_is_published_as_xml(folder: Path) -> None:
    inside = read((folder / "chai/v0.1/pdf/Aidoc_ICH-02-RT.pdf").read_bytes())
    beside = read((folder / "chai/v0.1/Aidoc_ICH-02-RT.xml").read_bytes())

    assert (inside.texts, inside.tables) == (beside.texts, beside.tables)


def test_an_error_that_was_saved_as_a_pdf_is_refused(folder: Path) -> None:
    with pytest.raises(CardError, match="error message of another program"):
        read((folder / "chai/v0.1/pdf/NEGATIVE_Aidoc_MLS-01.pdf").read_bytes())


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("google/cats_vs_dogs.v0.0.1.json", "Google model card"),
        ("google/cats_vs_dogs.v0.0.2.json", "Google model card"),
        ("google/full.v0.0.2.json", "Google model card"),
        ("monai/NV-Segment-CT.metadata.json", "MONAI bundle metadata"),
        ("fhir/CONSTRUCTED_documentreference-chai-v0.1.json", "CHAI Applied Model Card 0.1"),
        ("fhir/CONSTRUCTED_documentreference-markdown.json", "Hugging Face model card"),
        ("hf/heart-disease-random-forest.README.md", "Hugging Face model card"),
        ("hf/phsa-reportability-filter.README.md", "Hugging Face model card"),
    ],
)
def test_published_cards_of_other_formats_are_read(folder: Path, name: str, form: str) -> None:
    card = read((folder / name).read_bytes())

    assert card.form == form
    assert card.texts["model_name"]


def test_a_published_card_with_a_broken_index_warns_and_is_read(folder: Path) -> None:
    card = read((folder / "hf/phsa-reportability-filter.README.md").read_bytes())

    assert card.warnings == ("model-index, entry 1 has no results, so it shows nothing measured.",)
    assert card.texts["model_name"] == "Reportability filter"


def test_the_card_of_a_data_set_is_refused_kindly(folder: Path) -> None:
    with pytest.raises(CardError, match="card of a data set"):
        read((folder / "hf/sample_datasetcard_simple.README.md").read_bytes())


def test_published_markdown_cards_go_out_letter_by_letter(folder: Path) -> None:
    for path in sorted((folder / "hf").glob("[hp]*.md")):
        text = path.read_bytes().decode("utf-8").replace("\r\n", "\n")
        card = read(text)
        assert markdown_write.write(card, card, PACKS["huggingface"], FIELDS).text == text
