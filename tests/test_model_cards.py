"""Cards beside a proposal: what is kept of them, how they meet ours, what never gets out."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from roadmapper import model_cards, model_cards_out
from roadmapper.errors import CardError
from roadmapper.gather import told
from roadmapper.model_cards import arriving, as_it_came, card_of
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.answers_file import from_tables, parse_tables
from roadmapper.proposal.answers_text import write_answers
from roadmapper.proposal.change import Origin
from roadmapper.proposal.earlier import begin_from
from roadmapper.proposal.notes import card_at
from roadmapper.proposal.rowing import rows_in
from roadmapper.proposal.session import Session
from tests.cards.small import MARKDOWN, TEMPLATE, chai
from tests.proposals import Clock, Journal, small_template

MODEL = "transparency.models[r1]"
_TEXT = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=60
).map(str.strip)


def _session() -> Session:
    return Session(TEMPLATE, Answers(), Journal(), clock=Clock())


def _bring(session: Session, text: str, row: str = "") -> model_cards.Arrival:
    card = model_cards.read(text.encode(), TEMPLATE)
    arrival = arriving(TEMPLATE, session.answers, session.used_rows, card, row)
    session.change(arrival.found.values(), "Import card", Origin.IMPORT)
    return arrival


def _out(session: Session, suffix: str = ".xml", version: str = "") -> str:
    return model_cards_out.write(TEMPLATE, session.answers, "r1", suffix, version).text


def test_what_comes_in_is_what_the_proposal_says_then() -> None:
    session = _session()
    arrival = _bring(session, chai("0.2"))

    now, came = (
        card_of(TEMPLATE, session.answers, "r1"),
        as_it_came(TEMPLATE, session.answers, "r1", "chai"),
    )

    assert arrival.is_new
    assert now.texts == came.texts == arrival.card.texts
    assert [row.cells for row in now.rows("performance_metrics")] == [
        row.cells for row in came.rows("performance_metrics")
    ]
    assert now.rows("performance_metrics")[0].cells["value"] == "81.5"


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252"])
def test_a_card_goes_out_as_it_came_however_its_file_was_encoded(encoding: str) -> None:
    text = chai("0.2").replace("Adult wards.", "Adult wards – ünïcödé.")
    declared = text.replace('encoding="UTF-8"', f'encoding="{encoding}"')
    session = _session()
    card = model_cards.read(declared.encode(encoding), TEMPLATE)
    arrival = arriving(TEMPLATE, session.answers, session.used_rows, card)
    session.change(arrival.found.values(), "Import card", Origin.IMPORT)

    assert model_cards_out.write(TEMPLATE, session.answers, arrival.row, ".xml").text == text


def test_an_import_is_one_step_that_can_be_taken_back() -> None:
    session = _session()
    _bring(session, chai("0.2"))
    session.undo()

    assert session.answers == Answers()


def test_the_text_of_a_card_is_kept_and_never_reaches_a_document() -> None:
    session = _session()
    _bring(session, chai("0.2"))

    assert session.answers.rows(card_at(MODEL)) == (chai("0.2"),)
    assert not [path for path in told(TEMPLATE, session.answers).answers if path.startswith("_")]


def test_the_text_of_a_card_is_taken_for_no_row() -> None:
    session = _session()
    _bring(session, chai("0.2"))

    assert all(len(row) < 33 for batch in session.history.undoable for row in rows_in(batch))


def test_the_text_of_a_card_goes_with_its_model() -> None:
    session = _session()
    _bring(session, chai("0.2"))
    copy = session.duplicate_row("transparency.models", "r1")
    session.remove_row("transparency.models", "r1")

    assert session.answers.rows(card_at(MODEL)) == ()
    assert model_cards_out.write(TEMPLATE, session.answers, copy, ".xml").text == chai("0.2")


def test_the_text_of_a_card_is_written_to_an_answers_file_and_read_back() -> None:
    session = _session()
    _bring(session, MARKDOWN)

    tables = parse_tables(write_answers(session.answers), "a.toml")

    assert Answers(from_tables(tables, TEMPLATE, "a.toml")) == session.answers


def test_a_proposal_from_an_earlier_one_keeps_the_card_unless_it_names_the_customer() -> None:
    session = _session()
    _bring(session, chai("0.2"))
    kept = begin_from(TEMPLATE, session.answers).answers
    session.set("deal.health_system", "Harrow Bay")
    cleared = begin_from(TEMPLATE, session.answers).answers

    assert kept.rows(card_at(MODEL)) == (chai("0.2"),)
    assert cleared.rows(card_at(MODEL)) == ()


def test_ours_and_theirs_meet_row_by_row() -> None:
    session = _session()
    _bring(session, chai("0.2"))
    first = session.rows(f"{MODEL}.performance_metrics")[0]
    session.set(f"{MODEL}.performance_metrics[{first}].n", "412")
    session.add_row(f"{MODEL}.performance_metrics", {"metric": "PPV", "value": "0.4"})

    arrival = _bring(session, chai("0.2").replace('"estimate":81.50', '"estimate":83'), "r1")

    rows = card_of(TEMPLATE, session.answers, "r1").rows("performance_metrics")
    assert not arrival.found.conflicts
    assert (rows[0].cells["value"], rows[0].cells["n"]) == ("83", "412")
    assert [row.cells["metric"] for row in rows].count("PPV") == 1
    assert len(rows) == 5


def test_a_card_of_another_format_takes_nothing_away() -> None:
    session = _session()
    _bring(session, chai("0.2"))
    before = card_of(TEMPLATE, session.answers, "r1")

    arrival = _bring(session, MARKDOWN, "r1")

    after = card_of(TEMPLATE, session.answers, "r1")
    assert before.texts.items() <= after.texts.items()
    assert len(after.rows("performance_metrics")) == 5
    assert {one.path for one in arrival.found.conflicts} == {
        f"{MODEL}.summary",
        f"{MODEL}.cautioned_uses",
        f"{MODEL}.keywords",
    }


def test_cards_of_two_formats_of_one_model_both_go_out_with_what_is_theirs() -> None:
    session = _session()
    _bring(session, chai("0.2").replace("</BasicInfo>", "<Mood>good</Mood></BasicInfo>"))
    _bring(session, MARKDOWN, "r1")
    _bring(session, MARKDOWN.replace("43", "44"), "r1")

    assert len(session.answers.rows(card_at(MODEL))) == 2
    assert "<Mood>good</Mood>" in _out(session)
    assert "**Shoe size:** 44" in _out(session, ".md")
    assert "**Shoe size:** 43" not in _out(session, ".md")


def test_a_card_made_here_goes_out_in_every_format() -> None:
    session = _session()
    session.add_row("transparency.models", {"model_name": "Tide", "release_stage": "pilot"})
    session.add_row(f"{MODEL}.fairness_metrics", {"metric": "Recall", "value": "0.8"})
    session.set(f"{MODEL}.rollback", "30 minutes.")

    assert "<ReleaseStage>Pilot</ReleaseStage>" in _out(session)
    assert "**Off switch and way back**\n\n30 minutes." in _out(session)
    assert "# Tide\n" in _out(session, ".md")
    with pytest.raises(CardError, match='result under "UsefulnessUsabilityEfficacy"'):
        _out(session, version="0.2")
    for principle in ("usefulness", "safety"):
        cells = {"metric": "Recall", "value": "0.8", "principle": principle}
        session.add_row(f"{MODEL}.performance_metrics", cells)  # type: ignore[arg-type]
    assert '{"kind":"single","value":0.8}' in _out(session, version="0.2")


def test_placeholders_are_filled_and_other_braces_stay() -> None:
    session = _session()
    _bring(session, chai("0.1"))
    session.set("deal.health_system", "Harrow Bay")
    session.set(f"{MODEL}.summary", "For {deal.health_system}, {not.here} and {a}.")

    assert "<Summary>For Harrow Bay, {not.here} and {a}.</Summary>" in _out(session)


def test_a_template_without_cards_says_so() -> None:
    bare = replace(small_template(), sections=())

    with pytest.raises(CardError, match="asks for no model cards"):
        model_cards.fields_of(bare)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["summary", "known_risks", "how_to_use", "rollback", "data_rights"]),
        _TEXT,
        min_size=1,
    )
)
def test_what_is_typed_goes_out_and_comes_back(texts: dict[str, str]) -> None:
    session = _session()
    _bring(session, chai("0.1"))
    told_first = {name: text for name, text in texts.items() if len(text) > 3}
    for name, text in told_first.items():
        session.set(f"{MODEL}.{name}", text)

    out = _out(session)
    again = _session()
    _bring(again, out)

    etree.fromstring(out.encode())
    for name, text in told_first.items():
        assert again.answers.text(f"{MODEL}.{name}") == text
