"""Whether a file is an export of a proposal, of which revision, and what differs if not."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from roadmapper import paths
from roadmapper.cli import main
from roadmapper.commands.verify import told
from roadmapper.errors import ExportError
from roadmapper.export import export
from roadmapper.gate import zipped
from roadmapper.gate.differ import Change, Difference, differences
from roadmapper.gate.pdf_read import read_pdf
from roadmapper.gate.reading import Kind, Passage, Reading
from roadmapper.proposal.answers import Answers
from roadmapper.store.file import ProposalFile
from roadmapper.store.revisions import RevisionNote
from roadmapper.template.shelf import template_in
from roadmapper.verifying import Report, State, verify
from tests.gate.finished import with_part, with_pdf
from tests.proposals import Clock
from tests.quick_exports import export_quickly

NOW = datetime(2027, 5, 3, 12, tzinfo=UTC)
ANSWERS = Answers(
    {
        "deal.health_system": "Fernhollow Health",
        "deal.vendor": "Quillmark",
        "solution.summary": "It listens to the visit.\n\nIt writes the first draft.",
    }
)
MAIN = "word/document.xml"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a proposal with a Word file and a PDF that went out."""
    folder = tmp_path_factory.mktemp("sent")
    template = template_in(paths.templates() / "partnership")
    path = folder / "p.roadmap"
    ProposalFile.create(path, template.id, template.version, clock=Clock(), answers=ANSWERS)
    with pytest.MonkeyPatch.context() as patch:
        export_quickly(patch)
        for name in ("out.docx", "out.pdf"):
            _export(path, name)
    return path


def _export(path: Path, name: str) -> None:
    export(
        path,
        path.with_name(name),
        audience="full",
        paper="a4",
        letterhead=None,
        draft=True,
        now=NOW,
        progress=lambda _part, _text: None,
    )


def _changed(sent: Path, name: str, change: Callable[[bytes], bytes]) -> Path:
    path = sent.with_name(f"theirs-{name}")
    path.write_bytes(change(sent.with_name(name).read_bytes()))
    return path


@pytest.mark.parametrize("name", ["out.docx", "out.pdf"])
def test_a_file_that_went_out_is_known_byte_for_byte_with_its_revision(
    sent: Path, name: str
) -> None:
    report = verify(sent, sent.with_name(name))

    assert (report.state, report.differences) == (State.SAME, ())
    assert report.note is not None
    assert (report.note.name, report.note.paper, report.note.at) == (name, "a4", NOW)
    assert report.note.made["draft"] == "yes"
    assert report.note.made["pack criteria/six"] >= "2026-11-25"


def test_a_word_file_that_a_manager_edited_differs_by_paragraph(sent: Path) -> None:
    def edit(xml: bytes) -> bytes:
        more = b"<w:p><w:r><w:t>Call me about this.</w:t></w:r></w:p>"
        last = xml.rindex(b"<w:sectPr")
        return xml[:last].replace(b"the first draft", b"every draft") + more + xml[last:]

    path = _changed(sent, "out.docx", lambda data: with_part(data, MAIN, edit))

    report = verify(sent, path)

    assert report.state is State.CHANGED
    assert [(one.change, one.was, one.now) for one in report.differences] == [
        (Change.CHANGED, "It writes the first draft.", "It writes every draft."),
        (Change.ADDED, "", "Call me about this."),
    ]
    assert report.differences[0].where == "Solution and evidence"


def test_comments_in_a_word_file_are_told(sent: Path) -> None:
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    xml = (
        f'<w:comments xmlns:w="{w}"><w:comment w:id="0" w:author="Ana"><w:p><w:r><w:t>Why?</w:t>'
        "</w:r></w:p></w:comment></w:comments>"
    )
    path = _changed(
        sent, "out.docx", lambda data: with_part(data, "word/comments.xml", lambda _: xml.encode())
    )

    (one,) = verify(sent, path).differences

    assert (one.change, one.now) == (Change.COMMENT, "Ana: Why?")


def test_a_file_that_was_only_saved_again_says_the_same(sent: Path) -> None:
    word = _changed(sent, "out.docx", lambda data: with_part(data, "word/odd.xml", lambda _: b""))
    pdf = _changed(sent, "out.pdf", lambda data: with_pdf(data, lambda _pdf: None))

    assert [verify(sent, one).state for one in (word, pdf)] == [State.RESAVED, State.RESAVED]


def test_a_pdf_that_lost_its_structure_is_asked_for_its_words(sent: Path) -> None:
    def flatten(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    path = _changed(sent, "out.pdf", lambda data: with_pdf(data, flatten))

    assert verify(sent, path).state is State.RESAVED


def test_a_file_that_no_longer_names_its_export_is_compared_with_the_likest(sent: Path) -> None:
    def forget(xml: bytes) -> bytes:
        return xml.replace(b"RoadmapperRevision", b"Other")

    path = _changed(sent, "out.docx", lambda data: with_part(data, "docProps/custom.xml", forget))

    report = verify(sent, path)

    assert (report.state, report.says_so) == (State.RESAVED, False)
    assert report.note is not None
    assert report.note.name == "out.docx"


def test_an_older_export_is_made_again_from_its_answers_and_compared(
    sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export_quickly(monkeypatch)
    path = tmp_path / "p.roadmap"
    path.write_bytes(sent.read_bytes())
    with ProposalFile.open(path) as file:
        kept = file.revision(file.revisions[0].id)
        assert kept is not None
        for number in range(3):
            note = replace(kept.note, id=f"r-{number}", sha256="0")
            file.add_revision(replace(kept, note=note, anchors={}, content=b"x"))
    theirs = tmp_path / "theirs.docx"
    data = sent.with_name("out.docx").read_bytes()
    theirs.write_bytes(with_part(data, MAIN, lambda xml: xml.replace(b"listens", b"hears")))

    report = verify(path, theirs)

    assert not report.whole
    assert [(one.was, one.now) for one in report.differences] == [
        ("It listens to the visit.", "It hears to the visit.")
    ]


DEEP = b"<a>" * 1_000 + b"</a>" * 1_000


def _locked(data: bytes) -> bytes:
    held = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.save(held, encryption=pikepdf.Encryption(owner="a", user="b"))
    return held.getvalue()


def _crowded(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Contents = pdf.make_stream(b"0 0 1 1 re f " * 20_001)


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("out.docx", lambda data: data[: len(data) // 2], "damaged or cut off"),
        ("out.pdf", lambda data: data[: len(data) // 3], "damaged|no structure"),
        ("out.docx", lambda _data: b"Dear Ana", "damaged or cut off"),
        ("out.docx", lambda _data: b"", "damaged or cut off"),
        ("out.pdf", lambda _data: b"%PDF-1.7\n%%EOF", "damaged or cut off"),
        ("out.docx", lambda data: with_part(data, MAIN, lambda _: b"<a><b>"), "is damaged"),
        ("out.docx", lambda data: with_part(data, MAIN, lambda _: DEEP), "is damaged"),
        ("out.docx", lambda data: with_part(data, MAIN, lambda _: b"<a/>" * 5_000_001), "larger"),
        ("out.pdf", lambda data: with_pdf(data, _crowded), "holds more than any of ours"),
        ("out.pdf", _locked, "locked with a password"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(
    sent: Path, name: str, change: Callable[[bytes], bytes], said: str
) -> None:
    with pytest.raises(ExportError, match=said):
        verify(sent, _changed(sent, name, change))


def test_a_level_that_is_no_number_is_none(sent: Path) -> None:
    level = '<w:style w:styleId="Odd"><w:pPr><w:outlineLvl w:val="²"/></w:pPr></w:style>'.encode()
    end = b"</w:styles>"

    def with_style(data: bytes) -> bytes:
        return with_part(data, "word/styles.xml", lambda one: one.replace(end, level + end))

    assert verify(sent, _changed(sent, "out.docx", with_style)).state is State.RESAVED


def test_a_file_that_unpacks_without_end_is_refused(
    sent: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zipped, "LARGEST", 1_000_000)
    bomb = _changed(sent, "out.docx", lambda data: with_part(data, MAIN, lambda _: bytes(999_999)))

    with pytest.raises(ExportError, match="unpacks to more"):
        verify(sent, bomb)


def test_a_file_of_another_proposal_is_unknown(sent: Path, tmp_path: Path) -> None:
    template = template_in(paths.templates() / "partnership")
    other = tmp_path / "other.roadmap"
    ProposalFile.create(other, template.id, template.version, clock=Clock(), answers=Answers())

    report = verify(other, sent.with_name("out.docx"))

    assert report.state is State.UNKNOWN
    with ProposalFile.open(sent, write=False) as file:
        assert report.names == file.revisions[0].id


def test_a_number_changed_in_a_pdf_without_structure_is_told(sent: Path) -> None:
    kept = read_pdf(sent.with_name("out.pdf").read_bytes())
    was = replace(kept, passages=(*kept.passages, Passage(Kind.TEXT, "It costs $1.15M a year.")))
    flat = [Passage(Kind.TEXT, kept.drawn)]
    right, wrong = (Passage(Kind.TEXT, f"It costs ${cost}M a year.") for cost in ("1.15", "2.15"))

    same = differences(was, Reading((*flat, right), is_drawn=True))
    other = differences(was, Reading((*flat, wrong), is_drawn=True))

    assert same == []
    assert other[0].was == "It costs $1.15M a year."


def test_the_command_says_it_in_words_and_in_json_and_ends_with_one_if_something_differs(
    sent: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    theirs = _changed(
        sent,
        "out.docx",
        lambda data: with_part(data, MAIN, lambda xml: xml.replace(b"e first", b"e 1st")),
    )

    assert main(["verify", str(sent), str(sent.with_name("out.pdf"))]) == 0
    assert "out.pdf is the PDF exported on 2027-05-03 12:00" in capsys.readouterr().out
    assert main(["verify", str(sent), str(theirs)]) == 1
    assert "1 paragraph differs:\nSolution and evidence: changed" in capsys.readouterr().out
    assert main(["verify", str(sent), str(theirs), "--json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert (told["state"], told["differences"][0]["was"]) == (
        "changed",
        "It writes the first draft.",
    )
    assert main(["verify", str(sent), str(sent.with_name("gone.docx"))]) == 2


def test_of_a_very_different_file_only_so_much_is_told_in_words() -> None:
    note = RevisionNote("r-1", NOW, 4, "out.docx", "docx", "full", "a4", "1", "ab", 3)
    one = Difference("Value", Change.REMOVED, "A line.", "")
    report = Report(State.CHANGED, note, (one,) * 250)

    lines = list(told(report, "theirs.docx", "p.roadmap"))

    assert lines[1] == "250 paragraphs differ:"
    assert len(lines) == 2 + 2 * 200 + 1
    assert lines[-1] == "And 50 more; --json lists all."
