"""What was sent out is remembered, and the file stays small."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from roadmapper.proposal.answers import Answers
from roadmapper.store.file import ProposalFile
from roadmapper.store.revisions import DOCUMENTS, Revision, RevisionNote
from tests.proposals import START

_TEXTS = st.text(st.characters(codec="utf-8"), min_size=1, max_size=20)
_MAPS = st.dictionaries(st.sampled_from([f"deal.q{n}" for n in range(6)]), _TEXTS)


def _revision(key: str, answers: dict[str, str], anchors: dict[str, str]) -> Revision:
    note = RevisionNote(key, START, 4, "out.docx", "docx", "full", "a4", "1", "ab", 3)
    return Revision(note, Answers(answers), anchors, b"PK\x00")


def test_a_revision_comes_back_with_its_answers_anchors_and_bytes(proposal: Path) -> None:
    revision = _revision("abc", {"deal.name": "Fern"}, {"b1": "deal.name#1"})
    with ProposalFile.open(proposal) as file:
        file.add_revision(revision)
        file.add_revision(revision)

    with ProposalFile.open(proposal, write=False) as file:
        assert file.revision("abc") == revision
        assert file.revision("other") is None
        assert file.revisions == (revision.note,)


@settings(
    max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(st.lists(st.tuples(_MAPS, _MAPS), min_size=1, max_size=6))
def test_every_revision_comes_back_whatever_was_kept_before(
    proposal: Path, states: list[tuple[dict[str, str], dict[str, str]]]
) -> None:
    made = [_revision(f"r{n}", *state) for n, state in enumerate(states)]
    with ProposalFile.open(proposal) as file:
        for one in made:
            file.add_revision(one)
        found = [file.revision(one.note.id) for one in made]

    for one, again in zip(made, found, strict=True):
        assert again is not None
        assert (again.note, again.answers, again.anchors) == (one.note, one.answers, one.anchors)


def test_a_revision_sent_out_again_after_a_private_change_harms_no_other(proposal: Path) -> None:
    many = {f"deal.q{n}": "text" * n for n in range(50)}
    first, second = _revision("a", many, {}), _revision("b", {**many, "deal.q1": "new"}, {})
    with ProposalFile.open(proposal) as file:
        for one in (first, second, _revision("a", {"deal.q9": "private"}, {})):
            file.add_revision(one)

        assert file.revision("b") == second
        assert [note.id for note in file.revisions] == ["b", "a"]


def test_only_the_newest_documents_are_kept_whole(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        for number in range(DOCUMENTS + 2):
            file.add_revision(_revision(f"r{number}", {"deal.name": str(number)}, {"b": "deal.q"}))
        found = [file.revision(note.id) for note in file.revisions]

    whole = [one is not None and one.content is not None for one in found]
    assert whole == [False] * 2 + [True] * DOCUMENTS
    assert all(one is not None and one.anchors == {"b": "deal.q"} for one in found)


def test_briefs_do_not_push_out_the_document_they_go_with(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        file.add_revision(_revision("r", {"deal.name": "Fern"}, {}))
        for number in range(DOCUMENTS):
            brief = _revision(f"b{number}", {"deal.name": "Fern"}, {})
            file.add_revision(replace(brief, note=replace(brief.note, audience="cfo")))
        kept = file.revision("r")

    assert kept is not None
    assert kept.content is not None


def test_twenty_documents_leave_a_file_that_can_be_mailed(proposal: Path) -> None:
    chance = random.Random(7)  # noqa: S311 - a fixed seed, no secret
    answers = {f"deal.models[r{n}].name": f"{chance.random()} " * 5 for n in range(2500)}
    anchors = {f"_rm_{chance.getrandbits(64):016x}": f"deal.models[r{n}].name" for n in range(1500)}
    with ProposalFile.open(proposal) as file:
        for number in range(20):
            answers["deal.name"] = str(number)
            one = replace(
                _revision(f"r{number}", answers, anchors), content=chance.randbytes(700_000)
            )
            file.add_revision(one)

    assert proposal.stat().st_size < 4_000_000


def test_a_damaged_revision_is_told_as_damage(proposal: Path) -> None:
    with ProposalFile.open(proposal) as file:
        file.add_revision(_revision("abc", {"deal.name": "Fern"}, {}))
        file._connection.execute("DELETE FROM snapshots")
        file._connection.commit()

        with pytest.raises(Exception, match="damaged"):
            file.revision("abc")
