"""What must stay inside is found in every byte of a file, and ordinary words are no alarm."""

import zlib
from collections.abc import Callable

import pikepdf
import pytest

from roadmapper.document.tree import Document, Paragraph, Text
from roadmapper.errors import ExportError
from roadmapper.gate.judge import judge, public_words, refuse
from roadmapper.gate.needles import (
    Needle,
    Public,
    needles_in,
    secrets,
    stands,
    without_secrets,
)
from roadmapper.gate.zipped import parts_of
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.disclosure import IN_FULL, NDA
from roadmapper.proposal.naming import Others
from roadmapper.template.kinds import Value
from tests.composed import template
from tests.gate.finished import made, with_part, with_pdf
from tests.trees import full_document, small_document

DOCUMENT: Document = full_document(every_page=False)
WORDS = "The champion doubts the price"
NEEDLE = Needle(WORDS, "the internal answer “Champion”")


def _leaks(data: bytes, name: str, *needles: Needle) -> list[str]:
    verdict = judge(data, name, DOCUMENT, needles=needles or (NEEDLE,), others=Others())
    return [one.where for one in verdict.leaks]


def _added(text: bytes) -> Callable[[bytes], bytes]:
    return lambda one: one + text


def test_a_clean_file_holds_nothing_to_hide() -> None:
    assert _leaks(made(DOCUMENT, "docx"), "offer.docx") == []
    assert _leaks(made(DOCUMENT, "pdf"), "offer.pdf") == []


RUNS = b"<w:p><w:r><w:t>The cham</w:t></w:r><w:r><w:t>pion doubts the price</w:t></w:r></w:p>"
PACKED = zlib.compress(WORDS.encode())
CHUNK = (len(PACKED) + 9).to_bytes(4, "big") + b"zTXtComment" + bytes(2) + PACKED
HELD = WORDS.encode()


def _put(before: bytes, after: bytes) -> Callable[[bytes], bytes]:
    return lambda one: one.replace(before, after, 1)


@pytest.mark.parametrize(
    ("part", "change"),
    [
        ("word/document.xml", _put(b"</w:body>", RUNS + b"</w:body>")),
        ("word/document.xml", _put(b'descr="', b'descr="' + HELD + b" ")),
        ("word/document.xml", _put(b"</w:body>", b"<!-- " + HELD + b" --></w:body>")),
        ("docProps/core.xml", _put(b"</dc:title>", b" " + HELD + b"</dc:title>")),
        ("docProps/custom.xml", _put(b"RoadmapperProposal", HELD)),
        ("word/settings.xml", _put(b'"720"', b'"The &#99;hampion doubts the price"')),
        ("word/notes.txt", _added(HELD)),
        ("word/odd.bin", _added(WORDS.encode("utf-16-le"))),
        ("word/odd.png", _added(b"\x89PNG\r\n\x1a\n" + CHUNK)),
    ],
)
def test_words_are_found_in_any_part_of_a_word_file(
    part: str, change: Callable[[bytes], bytes]
) -> None:
    assert _leaks(with_part(made(DOCUMENT, "docx"), part, change), "offer.docx")


def test_words_are_found_in_the_book_behind_a_chart() -> None:
    data = made(DOCUMENT, "docx")
    book = next(one for one in _names(data) if one.endswith(".xlsx"))
    shared = "xl/sharedStrings.xml"
    more = _put(b"</sst>", b"<si><t>" + HELD + b"</t></si></sst>")
    changed = with_part(data, book, lambda one: with_part(one, shared, more))

    (where,) = _leaks(changed, "offer.docx")

    assert where == f"the file: {book}: {shared}"


def _in_properties(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Note"] = WORDS


def _in_wide_properties(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Note"] = f"日本 {WORDS}"


def _in_attachment(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = pikepdf.AttachedFileSpec(pdf, zlib.compress(b"") + WORDS.encode())


def _in_structure(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K.Alt = pikepdf.String(WORDS)


def _in_stream(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Odd = pdf.make_stream(zlib.compress(WORDS.encode()), Filter=pikepdf.Name.FlateDecode)


def _in_metadata(pdf: pikepdf.Pdf) -> None:
    with pdf.open_metadata() as metadata:
        metadata["dc:source"] = WORDS


@pytest.mark.parametrize(
    "change",
    [_in_properties, _in_wide_properties, _in_attachment, _in_structure, _in_stream, _in_metadata],
)
def test_words_are_found_anywhere_in_a_pdf(change: Callable[[pikepdf.Pdf], None]) -> None:
    assert _leaks(with_pdf(made(DOCUMENT, "pdf"), change), "offer.pdf")


def test_words_are_found_behind_the_end_of_a_file_and_in_its_name() -> None:
    assert _leaks(made(DOCUMENT, "pdf") + WORDS.encode(), "offer.pdf")
    assert _leaks(made(DOCUMENT, "pdf"), "The-champion-doubts_the_price.pdf") == ["the file name"]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_words_that_stand_on_the_pages_are_found_across_lines_and_runs(kind: str) -> None:
    said = "We do not ask you to take this on trust. Twice a year we rehearse an outage"

    assert _leaks(made(DOCUMENT, kind), f"a.{kind}", Needle(said, "a comment")) == ["the text"]


@pytest.mark.parametrize("kind", ["docx", "pdf"])
def test_words_are_found_where_a_line_ends_within_one_and_whatever_their_accents(kind: str) -> None:
    inside = "The champion-led group is against low-ball cafe\u0301 prices and docu\u00admentation"
    for room in range(0, 30, 6):
        document = small_document(Paragraph((Text(f"{'word ' * 12}{'y' * room} {inside}."),)))
        verdict = judge(
            made(document, kind),
            f"a.{kind}",
            document,
            needles=needles_in(inside, "a comment"),
            others=Others(),
        )

        assert [one.where for one in verdict.leaks] == ["the text"]


def test_a_refusal_says_what_stands_where_and_that_nothing_was_written() -> None:
    data = with_pdf(made(DOCUMENT, "pdf"), _in_properties)
    verdict = judge(data, "offer.pdf", DOCUMENT, needles=[NEEDLE], others=Others())

    with pytest.raises(ExportError, match=r'nothing was written\. In the property "Note", the int'):
        refuse(verdict)


@pytest.mark.parametrize(
    "text", ["3", "yes", "champion", "2027-05-05", "12", "1,200", "80%", "soon", "–", ""]
)
def test_values_that_tell_nothing_by_themselves_are_not_looked_for(text: str) -> None:
    assert list(needles_in(text, "a comment")) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Abridge", ["Abridge"]),
        ("1250000", ["1250000", "1,250,000"]),
        ("Canary7431", ["Canary7431"]),
        ("They like us.\nThe CFO does not", ["They like us", "The CFO does not"]),
    ],
)
def test_values_that_tell_something_are_looked_for(text: str, wanted: list[str]) -> None:
    assert [one.text for one in needles_in(text, "a comment")] == wanted


def test_what_the_document_says_anyway_is_no_secret() -> None:
    answers: dict[str, Value] = {
        "coalition.champion": "Care teams in the west",
        "pricing.floor_price": "400000",
        "_notes.deal.vendor": "Tell Mercy first. Nobody else may know of it",
    }
    public = Public(["We begin with care  teams in the West.", "$400,000", "mercy"])

    found = secrets(template(), Answers(answers), public)

    assert [one.text for one in found] == ["Tell Mercy first", "Nobody else may know of it"]


def test_sources_that_a_document_may_not_name_are_looked_for() -> None:
    title, source = "The Harrow pilot nobody may know of", "solution.evidence[{}].{}"
    told: dict[str, Value] = {"solution.evidence": ("e1", "e2", "e3", "e4")}
    for row, access in (("e1", "internal"), ("e2", "under NDA"), ("e3", "public"), ("e4", "")):
        told[source.format(row, "reference")] = f"{title}, part {row}"
        told[source.format(row, "access")] = access or None

    found = [one.text for one in secrets(template(), Answers(told), Public([]))]

    assert found == [f"{title}, part e1", f"{title}, part e2"]
    told[NDA] = IN_FULL
    in_full = [one.text for one in secrets(template(), Answers(told), Public([]))]
    assert in_full == [f"{title}, part e1"]


@pytest.mark.parametrize(
    ("number", "text", "found"),
    [
        ("10090", "at 0.10090 of it", False),
        ("250,000", "for $1,250,000 a year", False),
        ("250,000", "250,000,000 in all", False),
        ("250,000", "It is 1, 250,000.", True),
        ("250,000", "$250,000.00 a year", True),
        ("250,000", "250,000.50", False),
    ],
)
def test_a_number_does_not_stand_in_a_longer_one(number: str, text: str, found: bool) -> None:
    assert stands(number, text) is found


def test_what_two_cells_of_a_document_say_together_is_no_secret() -> None:
    public = Public(["Pending", "CFO approval"])

    assert public.says(Needle("Pending CFO approval", ""))


def test_internal_words_go_before_the_public_document_is_made_and_choices_stay() -> None:
    answers = Answers(
        {
            "deal.vendor": "Quillmark",
            "coalition.champion": "The one",
            "coalition.people": ("r1",),
            "coalition.people[r1].stance": "1",
            "_evidence.deal.vendor": ("r1",),
            "_notes.deal.vendor": "Hm",
        }
    )

    kept = without_secrets(template(), answers)

    assert kept.keys() >= {"deal.vendor", "coalition.people", "_evidence.deal.vendor"}
    assert not kept.keys() & {"coalition.champion", "_notes.deal.vendor"}


def test_everything_a_document_prints_counts_as_public() -> None:
    public = public_words(DOCUMENT)

    for text in (
        "Ambient notes return 42 minutes a day",
        "Interpreter visits",
        "Nobody wrote that",
    ):
        assert public.says(Needle(text, "")) == (text != "Nobody wrote that")


def _names(data: bytes) -> list[str]:
    return list(parts_of(data, "word/document.xml"))
