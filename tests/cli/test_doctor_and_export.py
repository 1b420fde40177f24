"""doctor, check and export, with a stand-in for the slow writing of documents."""

import io
import json
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmapper import paths
from roadmapper.commands.desk import show_progress
from roadmapper.errors import BlockedError, ExportError
from roadmapper.export import Exported

Roadmapper = Callable[..., Any]


class Exporter:
    """Writes small files in place of documents, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: dict[str, Any] = {}
        self.pdf = b"%PDF-1.7\n%%EOF\n"
        self.error: Exception | None = None
        self.remembered = True

    def __call__(self, file: Path, out: Path, **asked: Any) -> Exported:
        """Write a file."""
        self.asked = {"file": file, "out": out, **asked}
        if self.error is not None:
            raise self.error
        asked["progress"](1.0, "Done")
        if out.suffix == ".pdf":
            out.write_bytes(self.pdf)
        else:
            with zipfile.ZipFile(out, "w") as archive:
                archive.writestr("word/document.xml", "<w/>")
        return Exported(out, 1, (), "our own layout", self.remembered)


@pytest.fixture
def exporter(monkeypatch: pytest.MonkeyPatch) -> Exporter:
    """Put the stand-in in place."""
    stand_in = Exporter()
    monkeypatch.setattr("roadmapper.commands.doctor.export", stand_in)
    monkeypatch.setattr("roadmapper.commands.send.export", stand_in)
    return stand_in


@pytest.mark.usefixtures("exporter")
def test_doctor_finds_nothing_wrong(roadmapper: Roadmapper) -> None:
    answer = roadmapper("doctor")

    assert (answer.code, answer.err) == (0, "")
    assert answer.out.endswith("Everything works.\n")
    assert answer.out.count("Word and PDF on") == 4


def test_doctor_says_which_document_cannot_be_made(
    roadmapper: Roadmapper, exporter: Exporter
) -> None:
    exporter.error = ExportError("The disk is full. Free some space.")
    answer = roadmapper("doctor")

    assert answer.code == 1
    assert "wrong  Fernhollow Health: Word and PDF on letter paper" in answer.out
    assert "The disk is full. Free some space." in answer.out


def test_doctor_looks_into_what_was_written(roadmapper: Roadmapper, exporter: Exporter) -> None:
    exporter.pdf = b"%PDF-1.7\nhalf"

    assert "The pdf file that was made cannot be opened again." in roadmapper("doctor").out


@pytest.mark.usefixtures("exporter")
def test_doctor_names_a_damaged_font(
    roadmapper: Roadmapper, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "fonts").mkdir()
    good = (paths.fonts() / "Inter-Bold.ttf").read_bytes()
    (tmp_path / "fonts" / "Half.ttf").write_bytes(good[:300])
    monkeypatch.setattr(paths, "fonts", lambda: tmp_path / "fonts")

    answer = roadmapper("doctor")

    assert answer.code == 1
    assert "The font Half.ttf is damaged." in answer.out


def test_export_hands_on_every_choice(
    roadmapper: Roadmapper, proposal: str, exporter: Exporter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    options = (
        "--paper",
        "a4",
        "--audience",
        "cfo",
        "--letterhead",
        "l.docx",
        "--draft",
        "--no-annexes",
        "--accent",
        "plum",
        "--allow",
        "Larkmere",
    )
    answer = roadmapper("export", proposal, "out.docx", *options)

    assert (answer.code, answer.out) == (0, "Wrote out.docx: 1 page by our own layout.\n")
    asked = {key: value for key, value in exporter.asked.items() if key != "progress"}
    assert asked.pop("now").isoformat() == "2027-01-15T08:00:00+00:00"
    assert asked == {
        "file": Path(proposal),
        "out": Path("out.docx"),
        "audience": "cfo",
        "paper": "a4",
        "letterhead": Path("l.docx"),
        "draft": True,
        "annexes": False,
        "accent": "plum",
        "under_nda": "",
        "allow": ["Larkmere"],
    }


@pytest.mark.parametrize(
    ("option", "told"), [("--under-nda", "in full"), ("--nda-titles", "titles")]
)
def test_export_says_what_is_printed_of_sources_under_nda(
    roadmapper: Roadmapper, proposal: str, exporter: Exporter, option: str, told: str
) -> None:
    assert roadmapper("export", proposal, "out.pdf", option).code == 0
    assert exporter.asked["under_nda"] == told


def test_an_export_that_was_not_recorded_says_so(
    roadmapper: Roadmapper, proposal: str, exporter: Exporter
) -> None:
    assert roadmapper("export", proposal, "out.pdf").out == "Wrote out.pdf: 1 page.\n"
    exporter.remembered = False

    assert "not recorded in the proposal, because" in roadmapper("export", proposal, "o.pdf").out


@pytest.mark.parametrize(("error", "code"), [(BlockedError, 1), (ExportError, 2)])
def test_an_export_that_is_refused_ends_with_its_code(
    roadmapper: Roadmapper,
    proposal: str,
    exporter: Exporter,
    error: type[Exception],
    code: int,
) -> None:
    exporter.error = error("Answer the pricing first.")
    answer = roadmapper("export", proposal, "out.pdf")

    assert (answer.code, answer.out) == (code, "")
    assert answer.err == "roadmapper: Answer the pricing first.\n"


def test_an_empty_proposal_has_findings_that_block(roadmapper: Roadmapper, proposal: str) -> None:
    answer = roadmapper("check", proposal)
    told = json.loads(roadmapper("check", proposal, "--json").out)

    assert answer.code == 1
    assert "must fix: " in answer.out
    assert {"check", "severity", "path", "message", "why", "set_aside"} == told[0].keys()


def test_nothing_blocks_the_samples(roadmapper: Roadmapper) -> None:
    for name in ("fernhollow", "larkmere"):
        roadmapper("sample", name, f"{name}.roadmap")

        assert roadmapper("check", f"{name}.roadmap").code == 0


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_one_line_that_is_gone_when_the_work_is_done(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)

    show_progress(0.0, "Reading the proposal")
    show_progress(1.0, "Putting the file in its place")

    assert terminal.getvalue().split("\r\x1b[K") == ["", "  0% Reading the proposal", ""]


def test_progress_is_told_to_nobody_where_the_output_is_kept(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show_progress(0.5, "Laying out pages")

    assert capsys.readouterr().err == ""
