"""CHAI cards, both versions: read, written, and back again unharmed."""

import json
from dataclasses import replace

import pytest
from lxml import etree

from roadmapper.cards import chai_write
from roadmapper.cards.card import Card, Row
from roadmapper.errors import CardError
from tests.cards.small import FIELDS, PACKS, chai, read

CHAI = PACKS["chai"]
VERSIONS = ("0.1", "0.2")


def _written(now: Card, was: Card, version: str) -> str:
    return chai_write.write(now, was, CHAI, FIELDS, version).text


def _leaves(text: str) -> list[tuple[str, str]]:
    """Return every element with its text, in order; a container has none."""
    root = etree.fromstring(text.encode())
    tree = root.getroottree()
    return [
        (tree.getelementpath(one).replace(f"{{{etree.QName(root).namespace}}}", ""), one.text or "")
        for one in root.iter(etree.Element)
        if not len(one)
    ]


def _with(card: Card, name: str, text: str) -> Card:
    return replace(card, texts={**card.texts, name: text})


@pytest.mark.parametrize("version", VERSIONS)
def test_every_text_of_a_card_is_placed_or_listed(version: str) -> None:
    card = read(chai(version))

    told = [*card.texts.values(), *(piece.text for piece in card.unplaced)]
    told += [text for rows in card.tables.values() for row in rows for text in row.cells.values()]
    told += [reading.piece.text for reading in card.readings]
    missing = [
        text
        for path, text in _leaves(chai(version))
        if text and "MetricResult" not in path and not any(text.strip() in one for one in told)
    ]
    assert card.form == f"CHAI Applied Model Card {version}"
    assert missing == []


def test_a_longer_text_is_read_as_a_choice_and_told() -> None:
    card = read(chai("0.1"))

    assert card.texts["release_stage"] == "commercial"
    assert card.texts["risk_level"] == "moderate"
    assert [one.choice for one in card.readings[:2]] == ["Commercial", "Moderate"]


def test_what_says_that_there_is_nothing_is_no_answer() -> None:
    card = read(chai("0.1"))

    assert card.rows("evidence") == ()
    assert ("Resources/PeerReviewedPublications", "N/A") in [
        (one.where, one.text) for one in card.unplaced
    ]
    assert card.texts["known_biases"] == "None"


def test_typed_results_become_rows_with_their_digits() -> None:
    first, age, *_ = read(chai("0.2")).rows("performance_metrics")

    assert first.cells == {
        "principle": "usefulness",
        "metric": "Sensitivity",
        "value": "81.50",
        "lower": "78",
        "upper": "84.0",
        "level": "95",
        "unit": "%",
    }
    assert (age.cells["value"], age.cells["sd"]) == ("67.4", "12.8")


def test_a_bare_zero_for_fairness_is_no_evidence_but_survives() -> None:
    card = read(chai("0.2"))

    assert card.rows("fairness_metrics") == ()
    assert any("stands for a result" in one.text for one in card.unplaced)
    edited = _written(_with(card, "summary", "New."), card, "0.2")
    assert '{"kind":"single","value":0}' in edited


def test_a_zero_with_a_unit_is_a_result() -> None:
    text = chai("0.2").replace('"value":0}', '"value":0,"unit":"count"}')

    (row,) = read(text).rows("fairness_metrics")
    assert (row.cells["value"], row.cells["unit"]) == ("0", "count")


@pytest.mark.parametrize("version", VERSIONS)
def test_a_card_that_did_not_change_goes_out_letter_by_letter(version: str) -> None:
    card = read(chai(version))

    assert _written(card, card, version) == chai(version)


@pytest.mark.parametrize("version", VERSIONS)
def test_one_edited_field_changes_one_element(version: str) -> None:
    card = read(chai(version))
    for name in card.texts:
        goal = "pilot" if name == "release_stage" else "low" if name == "risk_level" else "New; it"
        before = _leaves(chai(version))
        after = _leaves(_written(_with(card, name, goal), card, version))
        changed = {path for path, _ in {*before} ^ {*after}}
        assert len({path.split("[")[0] for path in changed}) == 1, name


def test_one_edited_value_changes_one_key_of_one_result() -> None:
    card = read(chai("0.2"))
    first, *others = card.rows("performance_metrics")
    rows = (Row({**first.cells, "value": "82"}), *others)
    now = replace(card, tables={**card.tables, "performance_metrics": rows})

    after = _written(now, card, "0.2")

    assert after == chai("0.2").replace('"estimate":81.50', '"estimate":82', 1)


def test_a_key_of_a_result_that_is_not_known_survives_an_edit() -> None:
    card = read(chai("0.2"))
    first, age, *others = card.rows("performance_metrics")
    rows = (first, Row({**age.cells, "value": "66"}), *others)
    now = replace(card, tables={**card.tables, "performance_metrics": rows})

    assert '"mean":66,"sd":12.8,"unit":"years","source":"audit"}' in _written(now, card, "0.2")


def test_results_that_are_added_and_removed_leave_the_others_alone() -> None:
    card = read(chai("0.2"))
    first, _, *safety = card.rows("performance_metrics")
    new = Row({"principle": "usefulness", "metric": "PPV", "value": "0.4", "n": "412"})
    now = replace(card, tables={**card.tables, "performance_metrics": (first, new, *safety)})

    labels = [text for path, text in _leaves(_written(now, card, "0.2")) if "Label" in path]
    values = [text for path, text in _leaves(_written(now, card, "0.2")) if "ValueJson" in path]

    assert labels[:2] == ["Sensitivity", "PPV, n = 412"]
    assert values[0].startswith('{"kind":"estimate_ci","estimate":81.50')
    assert json.loads(values[1]) == {"kind": "single", "value": 0.4}


def test_what_the_format_does_not_know_survives_and_is_told() -> None:
    text = chai("0.1").replace("</BasicInfo>", "\t<Mood>good</Mood>\n\t</BasicInfo>")
    card = read(text)

    written = chai_write.write(_with(card, "summary", "New."), card, CHAI, FIELDS, "0.1")

    assert ("BasicInfo/Mood", "good") in [(one.where, one.text) for one in card.unplaced]
    assert "<Mood>good</Mood>" in written.text
    assert any("BasicInfo/Mood" in note for note in written.gaps.notes)


def test_a_signature_goes_when_the_card_changes_and_stays_when_it_does_not() -> None:
    signature = (
        '<s:Signature xmlns:s="http://www.w3.org/2000/09/xmldsig#"><s:SignedInfo/></s:Signature>'
    )
    text = chai("0.1").replace("</AppliedModelCard>", f"{signature}</AppliedModelCard>")
    card = read(text)

    changed = chai_write.write(_with(card, "summary", "New."), card, CHAI, FIELDS, "0.1")

    assert _written(card, card, "0.1") == text
    assert "Signature" not in changed.text
    assert any("signature" in note for note in changed.gaps.notes)


def test_elements_out_of_order_missing_or_twice_come_out_as_the_schema_has_them() -> None:
    summary = "\t\t<Summary>Finds sepsis &amp; says so.\n\nIt is **not** a diagnosis.</Summary>\n"
    text = chai("0.1").replace(summary, "")
    text = text.replace(
        "\t\t</Keywords>\n", f"\t\t</Keywords>\n{summary}\t\t<Summary>Twice.</Summary>\n"
    )
    text = text.replace("\t\t<ReleaseVersion>2.10</ReleaseVersion>\n", "")
    card = read(text)

    paths = [path for path, _ in _leaves(_written(card, card, "0.1"))]
    texts = dict(_leaves(_written(card, card, "0.1")))

    assert paths == [path for path, _ in _leaves(chai("0.1"))]
    assert texts["ReleaseInfo/ReleaseVersion"] == "Not provided."
    assert texts["ModelSummary/Summary"].endswith("a diagnosis.\n\nTwice.")


def test_an_optional_element_comes_in_its_place_and_goes_again() -> None:
    card = read(chai("0.1"))
    more = _with(card, "security_accreditations", "Audited.")

    first = _written(more, card, "0.1")
    again = read(first)

    assert "</OngoingMaintenance>\n\t\t\t<Security>Audited.</Security>\n\t\t</AI" in first
    assert _written(card, again, "0.1") == chai("0.1")


def test_questions_that_share_an_element_come_back_apart() -> None:
    card = read(chai("0.1"))
    more = _with(_with(card, "rollback", "30 minutes. Anyone."), "update_process", "Twice a year.")

    again = read(_written(more, card, "0.1"))

    assert again.texts["rollback"] == "30 minutes. Anyone."
    assert again.texts["update_process"] == "Twice a year."
    assert again.texts["validity_monitoring"] == "Each month."


def test_internal_columns_never_go_out() -> None:
    row = Row({"activity": "Approval", "vendor_role": "Safety lead", "vendor_name": "Kim Secret"})
    card = Card({"model_name": "Tide"}, {"accountability": (row,)})

    text = _written(card, Card(), "0.1")

    assert "Safety lead" in text
    assert "Kim Secret" not in text


def test_a_card_of_one_version_goes_out_in_the_other() -> None:
    card = read(chai("0.2"))

    older = _written(card, card, "0.1")

    assert "- Sensitivity 81.50% (95% CI 78 to 84.0)" in older
    assert dict(_leaves(older))["Resources/PeerReviewedPublications"] == "N/A"


def test_a_version_that_needs_results_is_refused_without_any() -> None:
    card = read(chai("0.1"))

    with pytest.raises(CardError, match=r"asks for a result under .* or write version 0\.1"):
        _written(card, card, "0.2")


def test_a_card_in_no_namespace_is_read_by_its_names() -> None:
    card = read(chai("0.1").replace(' xmlns="https://mc.chai.org/v0.1/schema.xsd"', ""))

    assert card.texts["model_name"] == "Northquill Tide"
    assert "was read by its names" in card.warnings[0]


def test_a_choice_that_was_edited_stands_before_the_words_it_does_not_follow_from() -> None:
    card = read(chai("0.1"))
    useful, *others = card.rows("validation_blocks")
    edited = Row({**useful.cells, "test_type": "external"}, useful.id)
    now = replace(card, tables={**card.tables, "validation_blocks": (edited, *others)})

    assert "<TestType>External. Internal, blinded</TestType>" in _written(now, card, "0.1")


def test_what_else_a_result_says_goes_into_its_label() -> None:
    card = read(chai("0.2"))
    first, *others = card.rows("performance_metrics")
    rows = (Row({**first.cells, "data_set": "Ward stays", "n": "412"}), *others)
    now = replace(card, tables={**card.tables, "performance_metrics": rows})

    assert "<Label>Sensitivity, Ward stays, n = 412</Label>" in _written(now, card, "0.2")


def test_answers_that_the_format_has_no_place_for_are_told() -> None:
    card = Card({"model_name": "Tide", "licence_terms": "Ours"})

    gaps = chai_write.write(card, Card(), CHAI, FIELDS, "0.1").gaps

    assert gaps.dropped == ("License",)
    assert "Developer" in gaps.empty
    assert "This format has no place for: License." in gaps.told()
