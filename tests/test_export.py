"""An export remembers what was sent out, also while the proposal is open."""

import re
import zipfile
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from roadmapper import paths
from roadmapper.export import Exported, Keep, export
from roadmapper.proposal.answers import Answers
from roadmapper.store.file import ProposalFile
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
    proposal: Path, name: str, keep: Keep | None = None, letterhead: Path | None = None
) -> Exported:
    return export(
        proposal,
        proposal.with_name(name),
        audience="full",
        paper="a4",
        letterhead=letterhead,
        draft=True,
        annexes=True,
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
