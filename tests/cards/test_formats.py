"""Cards in Markdown and JSON, wrapped in FHIR or carried by a PDF."""

from dataclasses import replace

import pytest

from roadmapper.cards import markdown_write
from roadmapper.cards.card import Card, Row
from roadmapper.errors import CardError
from tests.cards.small import FIELDS, GOOGLE, MARKDOWN, MONAI, PACKS, chai, fhir, pdf, read

HUGGING = PACKS["huggingface"]


def _written(now: Card, was: Card) -> str:
    return markdown_write.write(now, was, HUGGING, FIELDS).text


def _listed(card: Card) -> dict[str, str]:
    return {one.where: one.text for one in card.unplaced}


def test_a_markdown_card_is_read_by_its_keys_headings_and_bullets() -> None:
    card = read(MARKDOWN)

    assert card.texts["model_name"] == "Northquill Tide"
    assert card.texts["summary"] == "Finds sepsis on adult wards."
    assert card.texts["licence_terms"] == "mit"
    assert card.texts["developer_name"] == "Northquill"
    assert card.texts["intended_use"] == "Adult wards."
    assert card.texts["cautioned_uses"] == "Children.\n\n#### Not even older ones\n\nReally."
    assert card.rows("performance_metrics")[0].cells == {
        "principle": "usefulness",
        "metric": "AUROC",
        "value": "0.870",
        "data_set": "Harrow Bay 2025",
    }


def test_what_a_markdown_card_says_beyond_our_questions_is_listed() -> None:
    card = read(MARKDOWN)

    assert "known_risks" not in card.texts
    assert _listed(card) == {
        "Front matter, language": "en",
        "Front matter, widget": '- text: "Hello: you"',
        "model-index, entry 1, name": "Northquill Tide",
        "Model Details: Shoe size": "43",
        "Environmental Impact": "Small.",
    }


def test_a_markdown_card_goes_out_letter_by_letter_but_for_what_changed() -> None:
    card = read(MARKDOWN)
    now = replace(card, texts={**card.texts, "developer_name": "Acme", "licence_terms": "other"})

    assert _written(card, card) == MARKDOWN
    assert _written(now, card) == MARKDOWN.replace("license: mit", "license: other").replace(
        "by:** Northquill", "by:** Acme"
    )


def test_remarks_and_empty_lines_of_the_front_matter_stay_where_a_key_changes() -> None:
    text = MARKDOWN.replace("license: mit\n", "license: mit\n# asked of legal\n\n")
    card = read(text)
    now = replace(card, texts={**card.texts, "licence_terms": "other"})
    gone = replace(card, texts={**card.texts, "licence_terms": ""})

    assert _written(card, card) == text
    assert _written(now, card) == text.replace("license: mit", "license: other")
    assert _written(gone, card) == text.replace("license: mit\n", "")


def test_a_choice_that_is_only_read_from_a_key_is_told_when_it_changes() -> None:
    card = read(MARKDOWN.replace("language: en", "pipeline_tag: tabular-classification"))
    now = replace(card, texts={**card.texts, "output_type": "prediction"})

    assert card.texts["output_type"] == "classification"
    for goal, told in ((card, ()), (now, ("Type of output",))):
        assert markdown_write.write(goal, card, HUGGING, FIELDS).gaps.dropped == told


def test_an_edited_result_keeps_what_else_stands_beside_it() -> None:
    card = read(MARKDOWN)
    (row,) = card.rows("performance_metrics")
    rows = (Row({**row.cells, "value": "0.88"}), Row({"metric": "PPV", "value": "0.4"}))
    now = replace(card, tables={**card.tables, "performance_metrics": rows})

    again = read(_written(now, card))

    assert _written(now, card) == MARKDOWN.replace("0.870", "0.88")
    assert [one.cells["value"] for one in again.rows("performance_metrics")] == ["0.88"]


def test_a_new_answer_comes_under_a_heading_of_the_format() -> None:
    card = read(MARKDOWN)
    now = replace(card, texts={**card.texts, "explainability": "Weights are shown."})

    assert _written(now, card) == f"{MARKDOWN}\n## Model Examination\n\nWeights are shown.\n"


def test_a_markdown_card_from_nothing_reads_back_the_same() -> None:
    card = read(MARKDOWN)

    again = read(_written(card, Card()))

    assert {**again.texts, "keywords": ""} == {**card.texts, "keywords": ""}
    assert again.rows("performance_metrics") == card.rows("performance_metrics")
    assert "medical" in again.texts["keywords"]


def test_answers_without_a_place_in_the_format_are_told() -> None:
    card = Card({"model_name": "Tide", "rollback": "30 minutes."})

    assert markdown_write.write(card, Card(), HUGGING, FIELDS).gaps.dropped == (
        "Off switch and way back",
    )


@pytest.mark.parametrize(
    ("index", "warning"),
    [
        ("model-index: soon", "model-index is no list of models"),
        ("model-index:\n- name: Tide", "entry 1 has no results"),
        ("model-index:\n- results:\n  - task: {type: x}", "without a metric and its value"),
        (
            "model-index:\n- results:\n  - metrics:\n    - {type: auc, value: 0.9}",
            "does not name the data set",
        ),
        ("model-index: [", "The front matter was not read"),
        ("license: &a mit\nmodel-index: *a", "refers back to another"),
    ],
)
def test_a_broken_model_index_warns_and_the_rest_is_read(index: str, warning: str) -> None:
    card = read(f"---\nlibrary_name: x\n{index}\n---\n# Tide\n\nFinds sepsis.\n")

    assert card.texts["model_name"] == "Tide"
    assert any(warning in one for one in card.warnings)


def test_front_matter_that_cannot_be_read_goes_out_as_it_came() -> None:
    text = "---\nlicense: [\n---\n# Tide\n\nFinds sepsis.\n"
    card = read(text)

    assert _written(card, card) == text


def test_a_card_without_front_matter_is_known_by_its_headings() -> None:
    body = MARKDOWN.split("---\n")[2]

    assert read(body).texts["cautioned_uses"].startswith("Children.")
    with pytest.raises(CardError, match="no model card that is known"):
        read("# Shopping\n\n## Uses\n\nMilk.\n")


def test_a_google_card_is_read_by_its_paths() -> None:
    card = read(GOOGLE)

    assert card.texts["developer_name"] == "Northquill"
    assert card.texts["known_risks"] == "Late values."
    assert card.rows("training_data_sources")[0].cells == {"data_set": "Ward stays"}
    assert card.rows("performance_metrics")[0].cells["lower"] == "0.85"
    assert _listed(card)["considerations.mood"] == "good"


def test_a_monai_card_makes_rows_of_its_maps() -> None:
    card = read(MONAI)

    assert card.rows("version_history")[0].cells == {"version": "0.6.0", "what_changed": "Faster"}
    assert card.rows("performance_metrics")[0].cells["value"] == "0.961"
    assert _listed(card)["network_data_format"] == '{"inputs":{"image":{"type":"image"}}}'


def test_a_wrapped_card_is_read_by_what_is_in_it() -> None:
    assert read(fhir(chai("0.2").encode())).form == "CHAI Applied Model Card 0.2"
    assert read(fhir(MARKDOWN.encode(), "text/markdown")).texts["licence_terms"] == "mit"
    assert read(fhir(pdf(chai("0.1")), "application/pdf")).texts["model_name"] == "Northquill Tide"


def test_a_wrapper_that_only_links_is_told_apart() -> None:
    linked = '{"resourceType":"DocumentReference","content":[{"attachment":{"url":"https://x.example/c"}}]}'

    with pytest.raises(CardError, match="only links to its card"):
        read(linked)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<!DOCTYPE html><html></html>", "a web page"),
        ("<rss><item/></rss>", "XML, but no model card"),
        ('{"a": 1}', "JSON, but no model card"),
        ("Dear all,", "no model card that is known"),
    ],
)
def test_what_is_something_else_is_called_so(text: str, said: str) -> None:
    with pytest.raises(CardError, match=said):
        read(text)


def test_a_pdf_carries_its_card_under_a_key_or_attached() -> None:
    assert read(pdf(chai("0.2"))).source == chai("0.2")
    assert read(pdf(attached=chai("0.1").encode())).form == "CHAI Applied Model Card 0.1"
    with pytest.raises(CardError, match="carries no card"):
        read(pdf())


def test_a_card_of_front_matter_alone_takes_a_name_and_a_summary() -> None:
    card = read("---\nlicense: mit\n---\n")
    named = replace(card, texts={**card.texts, "model_name": "Tide", "summary": "Finds it."})
    only = replace(card, texts={**card.texts, "summary": "Finds it."})

    assert _written(named, card) == "---\nlicense: mit\n---\n\n# Tide\n\nFinds it.\n"
    assert read(_written(only, card)).texts["summary"] == "Finds it."


def test_the_title_of_the_template_is_no_part_of_the_name() -> None:
    card = read("---\nlicense: mit\n---\n# Model Card for Tide\n\nFinds it.\n")
    now = replace(card, texts={**card.texts, "model_name": "Ebb"})

    assert card.texts["model_name"] == "Tide"
    assert "# Model Card for Ebb\n" in _written(now, card)


def test_a_model_without_results_takes_its_first() -> None:
    card = read("---\nmodel-index:\n- name: Tide\n---\n# Tide\n")
    row = Row({"metric": "AUROC", "value": "0.87", "data_set": "Wards"})
    now = replace(card, tables={"performance_metrics": (row,)})

    again = read(_written(now, card))

    assert again.rows("performance_metrics")[0].cells["value"] == "0.87"
    assert again.warnings == ()
