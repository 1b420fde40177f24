"""Files are attached to sources, listed and saved again on the command line."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from roadmapper import attaching
from roadmapper.store.file import ProposalFile
from tests.cli.conftest import Roadmapper

STUDY = b"%PDF-1.7 a study that nobody reads here"
NOW = datetime(2027, 5, 3, tzinfo=UTC)


@pytest.fixture
def attached(roadmapper: Roadmapper, proposal: str) -> str:
    """Return a proposal with a source and its file."""
    roadmapper("rows", proposal, "solution.evidence", "add", "reference=Trial, NEJM AI")
    Path("trial.pdf").write_bytes(STUDY)
    done = roadmapper("attach", proposal, "r1", "trial.pdf")
    assert done.out == "Attached trial.pdf (39 bytes) to r1.\n"
    return proposal


def test_an_attached_file_is_listed_and_saved_as_it_was(
    roadmapper: Roadmapper, attached: str
) -> None:
    Path("trial.pdf").unlink()

    assert "r1\ttrial.pdf\t39 bytes\t" in roadmapper("attached", attached).out
    (told,) = json.loads(roadmapper("attached", attached, "--json").out)
    assert (told["row"], told["name"], told["size"], told["kept"]) == ("r1", "trial.pdf", 39, True)
    assert roadmapper("attached", attached, "r1", "out.pdf").code == 0
    assert Path("out.pdf").read_bytes() == STUDY
    assert "already" in roadmapper("attached", attached, "r1", "out.pdf").err


def test_a_file_is_taken_off_and_comes_back_with_undo(
    roadmapper: Roadmapper, attached: str
) -> None:
    assert roadmapper("attach", attached, "r1", "--remove").out == "Take off trial.pdf.\n"
    assert roadmapper("attached", attached).out == "No file is attached to a source.\n"
    assert "No file is attached to r1" in roadmapper("attached", attached, "r1", "x.pdf").err
    roadmapper("undo", attached)
    assert roadmapper("attached", attached, "r1", "out.pdf").code == 0


def test_what_cannot_be_attached_is_told_in_plain_words(
    roadmapper: Roadmapper, attached: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("empty.txt").touch()
    Path("large.bin").write_bytes(b"x" * 41)

    assert "is empty" in roadmapper("attach", attached, "r1", "empty.txt").err
    assert "is no file" in roadmapper("attach", attached, "r1", ".").err
    assert "There is no file" in roadmapper("attach", attached, "r1", "gone.pdf").err
    assert "no row" in roadmapper("attach", attached, "r9", "large.bin").err
    assert "--remove" in roadmapper("attach", attached, "r1").err
    monkeypatch.setattr(attaching, "LARGEST", 40)
    assert "larger than" in roadmapper("attach", attached, "r1", "large.bin").err


def test_a_proposal_holds_so_much_and_no_more(
    roadmapper: Roadmapper, attached: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    roadmapper("rows", attached, "solution.evidence", "add", "reference=Another")
    Path("more.pdf").write_bytes(b"x" * 30)
    monkeypatch.setattr(attaching, "MOST", 60)

    refused = roadmapper("attach", attached, "r2", "more.pdf")

    assert refused.code == 2
    assert 'they have 39 bytes, and "more.pdf" has 30 bytes' in refused.err
    assert roadmapper("attach", attached, "r1", "more.pdf").code == 0


def test_a_file_comes_home_with_the_copy_it_was_attached_in(
    roadmapper: Roadmapper, attached: str
) -> None:
    with ProposalFile.open(Path(attached), write=False) as file:
        file.copy_to(Path("copy.roadmap"), clock=lambda: NOW)
    roadmapper("rows", "copy.roadmap", "solution.evidence", "add", "reference=Another")
    Path("theirs.pdf").write_bytes(b"theirs")
    roadmapper("attach", "copy.roadmap", "r2", "theirs.pdf")

    assert "Another" in roadmapper("merge", attached, "copy.roadmap").out
    roadmapper("attached", attached, "r1", "one.pdf")
    roadmapper("attached", attached, "r2", "two.pdf")

    assert (Path("one.pdf").read_bytes(), Path("two.pdf").read_bytes()) == (STUDY, b"theirs")


def test_a_proposal_that_begins_from_another_keeps_the_files_of_its_sources(
    roadmapper: Roadmapper, attached: str
) -> None:
    assert roadmapper("new", "next.roadmap", "--from", attached).code == 0
    assert roadmapper("attached", "next.roadmap", "r1", "out.pdf").code == 0
    assert Path("out.pdf").read_bytes() == STUDY


def test_a_file_that_names_the_earlier_customer_stays_behind(
    roadmapper: Roadmapper, attached: str
) -> None:
    roadmapper("set", attached, "deal.health_system", "Fernhollow Health")
    Path("For Fernhollow Health.pdf").write_bytes(STUDY)
    roadmapper("attach", attached, "r1", "For Fernhollow Health.pdf")
    roadmapper("new", "next.roadmap", "--from", attached)

    assert roadmapper("attached", "next.roadmap").out == "No file is attached to a source.\n"


def test_an_answer_that_names_a_file_that_is_not_here_says_so(
    roadmapper: Roadmapper, attached: str
) -> None:
    roadmapper("set", attached, "_files.solution.evidence[r1]", "a.pdf", "0" * 64, "3")

    assert "not kept in this proposal" in roadmapper("attached", attached).out
    assert "Attach it again" in roadmapper("attached", attached, "r1", "out.pdf").err
    assert "attached_files" not in roadmapper("get", attached).out


def test_two_files_for_the_same_source_are_a_decision_told_by_name_and_size(
    roadmapper: Roadmapper, attached: str
) -> None:
    with ProposalFile.open(Path(attached), write=False) as file:
        file.copy_to(Path("copy.roadmap"), clock=lambda: NOW)
    Path("ours.pdf").write_bytes(b"ours")
    Path("theirs.pdf").write_bytes(b"theirs")
    roadmapper("attach", attached, "r1", "ours.pdf")
    roadmapper("attach", "copy.roadmap", "r1", "theirs.pdf")

    done = roadmapper("merge", attached, "copy.roadmap")

    assert done.code == 1
    assert "File attached to Trial, NEJM AI" in done.out
    assert "ours: ours.pdf, 4 bytes\n    theirs: theirs.pdf, 6 bytes\n" in done.out
    assert "r1\tours.pdf\t4 bytes" in roadmapper("attached", attached).out
