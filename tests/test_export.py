"""An export remembers what was sent out, also while the proposal is open."""

import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from roadmapper import paths
from roadmapper.errors import ExportError
from roadmapper.export import Exported, Keep, export
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.printed import ACCENT, ANNEXES
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value
from roadmapper.template.shelf import template_in
from tests.proposals import Clock

NOW = datetime(2027, 5, 3, 12, tzinfo=UTC)
ANSWERS = Answers(
    {
        "deal.health_system": "Fernhollow Health",
        "deal.vendor": "Quillmark",
        "solution.summary": "It listens.\n\nIt writes.",
    }
)


@pytest.fixture
def proposal(tmp_path: Path) -> Path:
    """Return a proposal with a little to say."""
    template = template_in(paths.templates() / "partnership")
    path = tmp_path / "p.roadmap"
    ProposalFile.create(path, template.id, template.version, clock=Clock(), answers=ANSWERS)
    return path


def _export(
    proposal: Path,
    name: str,
    keep: Keep | None = None,
    letterhead: Path | None = None,
    *,
    annexes: bool | None = None,
    accent: str = "",
) -> Exported:
    return export(
        proposal,
        proposal.with_name(name),
        audience="full",
        paper="a4",
        letterhead=letterhead,
        draft=True,
        annexes=annexes,
        accent=accent,
        now=NOW,
        progress=lambda _part, _text: None,
        keep=keep,
    )


def test_a_word_file_is_remembered_with_the_anchors_that_stand_in_it(proposal: Path) -> None:
    done = _export(proposal, "out.docx")
    data = done.path.read_bytes()
    with zipfile.ZipFile(done.path) as package:
        text = package.read("word/document.xml").decode()

    with ProposalFile.open(proposal, write=False) as file:
        (note,) = file.revisions
        revision = file.revision(note.id)

    assert revision is not None
    assert (note.format, note.audience, note.paper, note.at) == ("docx", "full", "a4", NOW)
    assert (note.sha256, note.size) == (sha256(data).hexdigest(), len(data))
    assert (revision.content, revision.answers) == (data, ANSWERS)
    assert set(revision.anchors) == set(re.findall(r'w:name="(_rm_[0-9a-f_]+)"', text))
    assert {"solution.summary", "solution.summary#1"} <= set(revision.anchors.values())


def test_a_proposal_that_is_open_remembers_through_whoever_has_it_open(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        assert not _export(proposal, "a.pdf").remembered
        assert _export(proposal, "b.pdf", file.add_revision).remembered
        assert [(note.name, note.format) for note in file.revisions] == [("b.pdf", "pdf")]


def test_pages_counted_without_the_letterhead_say_so(
    proposal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)
    plain = _export(proposal, "plain.docx")
    on_letterhead = _export(proposal, "out.docx", letterhead=plain.path)

    assert plain.page_source == "our own layout of the same text"
    assert "does not know your letterhead; press Ctrl+A and F9" in on_letterhead.page_source


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
def test_the_accent_kept_in_the_proposal_colors_both_kinds_of_file(
    proposal: Path, name: str
) -> None:
    plum, clay = "75487C", "A54A28"
    assert plum not in _colors(_export(proposal, name))

    chosen = _choosing(proposal, {ACCENT: "plum"})

    assert plum in _colors(_export(chosen, name))
    assert clay in _colors(_export(chosen, name, accent="clay"))
    assert clay not in _colors(_export(_choosing(proposal, {ACCENT: "of another template"}), name))


def test_an_accent_that_nobody_knows_is_refused_with_those_there_are(proposal: Path) -> None:
    with pytest.raises(ExportError, match=r'no accent "pink"\. Choose one of: spruce, slate'):
        _export(proposal, "a.pdf", accent="pink")


def test_annexes_switched_off_in_the_proposal_are_left_out_of_the_file(proposal: Path) -> None:
    told: dict[str, Value] = {
        "transparency.models": ("m1",),
        "transparency.models[m1].model_name": "Note drafting",
    }
    whole = _export(_choosing(proposal, told), "whole.pdf")
    short = _export(_choosing(proposal, {**told, ANNEXES: False}), "short.pdf")
    asked = _export(_choosing(proposal, {**told, ANNEXES: False}), "asked.pdf", annexes=True)

    assert short.pages < whole.pages == asked.pages


def _choosing(proposal: Path, more: Mapping[str, Value]) -> Path:
    """Return a proposal that holds more answers."""
    template = template_in(paths.templates() / "partnership")
    path = proposal.with_name(f"{len(list(proposal.parent.iterdir()))}.roadmap")
    answers = Answers({**ANSWERS, **more})
    ProposalFile.create(path, template.id, template.version, clock=Clock(), answers=answers)
    return path


def _colors(done: Exported) -> set[str]:
    """Return the colors that fill a cover of ours, or the accent that Word offers first."""
    if done.path.suffix == ".docx":
        with zipfile.ZipFile(done.path) as package:
            told = package.read("word/theme/theme1.xml").decode()
        return set(re.findall(r'<a:accent1><a:srgbClr val="([0-9A-F]{6})"', told))
    with pikepdf.open(done.path) as document:
        drawn = document.pages[0].Contents.read_bytes().decode("latin-1")
    filled = re.findall(r"(\S+) (\S+) (\S+) rg", drawn)
    return {"".join(f"{round(float(one) * 255):02X}" for one in color) for color in filled}
