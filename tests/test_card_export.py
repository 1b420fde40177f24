"""A model card goes out in pages: what stands on them, what a PDF holds, what never gets out."""

from collections.abc import Mapping
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from roadmapper import model_cards
from roadmapper.card_export import CardFile, Wanted, card_file
from roadmapper.cards.pdf_card import MAKER, XML
from roadmapper.errors import CardError, ExportError
from roadmapper.make import make
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Origin
from roadmapper.proposal.naming import Name, Sort, others
from roadmapper.proposal.session import Session
from roadmapper.template.kinds import Kind, Value
from tests.cards.small import TEMPLATE, chai
from tests.composed import sample
from tests.pdf_reading import opened, pages_of, text_of
from tests.proposals import Clock, Journal

DAY = datetime(2027, 5, 3, 12, tzinfo=UTC)
MODEL = "transparency.models[r1]"
PUBLISHED = next(Path(__file__).parents[2].glob("*/fixtures/model-cards/chai"), None)
CARDS = sorted(PUBLISHED.glob("v*/*.xml")) if PUBLISHED else []
HIDDEN = "Kestrel-canary"


def _session(card: str | bytes = "") -> Session:
    session = Session(TEMPLATE, Answers(), Journal(), clock=Clock())
    if card:
        _bring(session, card.encode() if isinstance(card, str) else card)
    return session


def _bring(session: Session, content: bytes, row: str = "") -> None:
    card = model_cards.read(content, TEMPLATE)
    came = model_cards.arriving(TEMPLATE, session.answers, session.used_rows, card, row)
    session.change(came.found.values(), "Import card", Origin.IMPORT)


def _out(answers: Answers, suffix: str, row: str = "r1", version: str = "") -> CardFile:
    wanted = Wanted(row, suffix, "letter", version)
    return card_file(TEMPLATE, answers, wanted, changed=DAY, progress=_unheard, make=make)


def _unheard(_part: float, _words: str) -> None:
    """Take a report that nobody asked for."""


def _information(data: bytes) -> dict[str, str]:
    """Return what a PDF says of itself, by name."""
    with opened(data) as pdf:
        return {str(name): str(text) for name, text in pdf.docinfo.items()}


def _leaves(card: bytes) -> set[tuple[str, str]]:
    root = etree.fromstring(card)
    tree = root.getroottree()
    return {(tree.getelementpath(one), one.text or "") for one in root.iter(etree.Element)}


def _said(answers: Mapping[str, Value]) -> list[str]:
    """Return what a model says, whatever the ids of its rows."""
    return sorted(
        repr(value)
        for path, value in answers.items()
        if path.startswith("transparency.models[") and not isinstance(value, tuple)
    )


def test_a_pdf_holds_the_card_letter_by_letter_under_the_names_of_its_format() -> None:
    answers = _session(chai("0.2")).answers

    info = _information(_out(answers, ".pdf").data)

    assert info[f"/{XML}"] == chai("0.2")
    assert info[f"/{MAKER}"].startswith("Roadmapper")


def test_a_pdf_holds_the_page_and_the_whole_card_of_one_model_without_a_cover() -> None:
    pages = pages_of(_out(sample("fernhollow"), ".pdf", "m1").data)

    assert "Ambient note drafting" in pages[0]
    assert "Model facts" in pages[0]
    assert "The model card, field by field" in pages[1]
    assert "criteria matrix" not in " ".join(pages)
    assert "Visit summary for patients" not in " ".join(pages)


def test_a_word_file_holds_the_same_pages() -> None:
    data = _out(_session(chai("0.1")).answers, ".docx").data
    with ZipFile(BytesIO(data)) as package:
        body = package.read("word/document.xml").decode()

    for text in ("Northquill Tide", "Model facts", "The model card, field by field"):
        assert text in body


@pytest.mark.parametrize("suffix", [".pdf", ".docx"])
def test_the_same_card_gives_the_same_bytes(suffix: str) -> None:
    answers = _session(chai("0.1")).answers

    assert _out(answers, suffix).data == _out(answers, suffix).data


def test_a_pdf_is_refused_in_the_version_that_asks_for_a_result_there_is_not() -> None:
    session = _session(chai("0.1"))

    with pytest.raises(CardError, match="asks for a result under"):
        _out(session.answers, ".pdf", version="0.2")


def test_a_card_whose_results_stand_for_nothing_goes_out_in_the_version_it_came() -> None:
    card = chai("0.2")

    out = _out(_session(card).answers, ".pdf", version="0.2")

    assert _information(out.data)[f"/{XML}"] == card
    assert out.manifest.format == "PDF with a CHAI Applied Model Card 0.2 inside"


def test_a_card_without_a_name_has_no_page() -> None:
    session = _session()
    session.add_row("transparency.models", {"model_type": "Rules"})

    with pytest.raises(CardError, match="has no name yet"):
        _out(session.answers, ".docx")


@pytest.mark.parametrize("suffix", [".md", ".docx", ".pdf"])
def test_a_card_that_names_the_customer_of_another_proposal_is_stopped(suffix: str) -> None:
    session = _session(chai("0.1"))
    session.change({f"{MODEL}.intended_use": "As at Harrow Valley Clinic."}, "Tell", Origin.USER)
    theirs = others((), [Name("Harrow Valley Clinic", Sort.CUSTOMER, "harrow")], ())

    with pytest.raises(ExportError, match=r'"Harrow.*the customer of "harrow"'):
        card_file(
            TEMPLATE,
            session.answers,
            Wanted("r1", suffix),
            changed=DAY,
            progress=_unheard,
            make=make,
            others=theirs,
        )


def test_paper_that_is_not_known_is_refused() -> None:
    wanted = Wanted("r1", ".pdf", "foolscap")

    with pytest.raises(ExportError, match="Choose one of: letter, a4"):
        card_file(
            TEMPLATE,
            _session(chai("0.1")).answers,
            wanted,
            changed=DAY,
            progress=_unheard,
            make=make,
        )


def test_a_model_that_is_not_in_the_proposal_goes_out_all_the_same() -> None:
    told = _session(chai("0.1")).answers
    left_out = Answers({**told, f"{MODEL}.in_proposal": False})
    none = Answers({**told, "transparency.uses_no_models": True})

    for answers in (left_out, none):
        assert "Northquill Tide" in pages_of(_out(answers, ".pdf").data)[0]


def test_what_is_internal_stands_in_no_byte_of_any_card() -> None:
    answers = Answers({**sample("fernhollow"), **_hidden(sample("fernhollow"))})

    text = _out(answers, ".xml", "m1").data + _out(answers, ".md", "m1").data
    with ZipFile(BytesIO(_out(answers, ".docx", "m1").data)) as package:
        text += b"".join(map(package.read, package.namelist()))
    pdf = _out(answers, ".pdf", "m1").data

    assert HIDDEN.encode() not in text
    assert HIDDEN not in text_of(pdf) + "".join(_information(pdf).values())


def _hidden(answers: Answers) -> dict[str, Value]:
    """Return answers that put a word into every internal place of a model."""
    found: dict[str, Value] = {}
    for question in TEMPLATE.question("transparency", "models").columns:
        path = f"transparency.models[m1].{question.id}"
        if question.internal and question.kind in (Kind.LINE, Kind.PROSE):
            found[path] = HIDDEN
        for column in question.columns:
            if column.internal:
                rows = answers.rows(path) or tuple(one.id for one in question.fixed)
                found |= {f"{path}[{row}].{column.id}": HIDDEN for row in rows}
    assert found
    return found


def test_word_tells_that_it_holds_no_card_and_what_readers_will_miss() -> None:
    gaps = _out(_session(chai("0.1")).answers, ".docx").manifest.gaps

    assert gaps.empty
    assert any("no card that a program reads back" in line for line in gaps.told())


@pytest.mark.skipif(not CARDS, reason="The published cards are not beside the project.")
@pytest.mark.parametrize("path", CARDS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_published_card_edited_in_one_place_comes_back_from_a_pdf_as_it_was_elsewhere(
    path: Path,
) -> None:
    session = _session(path.read_bytes())
    session.set(f"{MODEL}.how_to_use", "Look at the draft, then sign.")

    version = path.parent.name.removeprefix("v")
    data = _out(session.answers, ".pdf", version=version).data
    again = _session(data)

    assert _said(again.answers) == _said(session.answers)
    changed = _leaves(path.read_bytes()) ^ _leaves(_information(data)[f"/{XML}"].encode())
    assert {where.rpartition("}")[2] for where, _ in changed} == {"HowToUse"}
