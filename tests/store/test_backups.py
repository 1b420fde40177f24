"""Ten dated backups of each proposal, in a person's own folder."""

import stat
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from roadmapper.errors import BackupError
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.store.backups import KEPT, Backups
from roadmapper.store.file import ProposalFile
from tests.proposals import HEADLINE, START


def _edit(path: Path, text: str, at: datetime = START) -> None:
    with ProposalFile.open(path) as file:
        number = file.last_change[0] + 1
        change = Change("deal.name", file.answers.value("deal.name"), text)
        file.append(Batch(number, "Edit", Origin.USER, "", at, (change,)), HEADLINE)


def _name(path: Path) -> str:
    with ProposalFile.open(path, write=False) as file:
        return file.answers.text("deal.name")


def test_a_backup_holds_all_answers_and_only_its_owner_may_read_it(
    proposal: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "own" / "backups")

    made = backups.keep(proposal, START)

    assert made is not None
    assert _name(made) == "Fern"
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(made.parent.parent.stat().st_mode) == 0o700
    assert list(proposal.parent.glob("fern*")) == [proposal]
    assert [path.name for path in made.parent.iterdir()] == [made.name]


def test_a_proposal_that_did_not_change_is_not_backed_up_again(
    proposal: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups")
    backups.keep(proposal, START)

    assert backups.keep(proposal, START + timedelta(days=2)) is None
    _edit(proposal, "Lark")
    assert backups.keep(proposal, START + timedelta(days=2)) is not None


def test_a_daily_backup_is_made_once_a_day_and_another_whenever_it_is_asked_for(
    proposal: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups")
    backups.keep(proposal, START, daily=True)
    _edit(proposal, "Lark")

    assert backups.keep(proposal, START + timedelta(hours=1), daily=True) is None
    assert backups.keep(proposal, START + timedelta(hours=1)) is not None


def test_the_ten_newest_stay(proposal: Path, tmp_path: Path) -> None:
    backups = Backups(tmp_path / "backups")
    for day in range(KEPT + 3):
        _edit(proposal, f"Day {day}")
        backups.keep(proposal, START + timedelta(days=day), daily=True)

    found = backups.of(proposal)

    assert [one.at for one in found] == [START + timedelta(days=day) for day in range(12, 2, -1)]
    assert _name(found[0].path) == "Day 12"


def test_a_proposal_that_somebody_writes_is_backed_up_without_its_lock(
    proposal: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups")
    with ProposalFile.open(proposal):
        made = backups.keep(proposal, START)

    assert made is not None
    with ProposalFile.open(made, write=False) as file:
        assert file.claim is None


def test_a_damaged_backup_is_listed_and_keeps_nobody_from_a_good_one(
    proposal: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups")
    made = backups.keep(proposal, START)
    assert made is not None
    made.write_text("damaged")
    made.with_name("notes.roadmap").write_text("not ours")

    assert backups.keep(proposal, START) is not None
    assert [one.answers for one in backups.of(proposal)] == [2, 0]


def test_a_folder_that_takes_no_backup_says_so(proposal: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "blocked"
    blocked.write_text("a file")

    with pytest.raises(BackupError, match=r"No backup of .* could be kept"):
        Backups(blocked).keep(proposal, START)


def test_backups_follow_a_file_that_was_moved_and_go_with_one_that_is_deleted(
    proposal: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups")
    backups.keep(proposal, START)
    there = proposal.rename(tmp_path / "elsewhere.roadmap")

    backups.follow(proposal, there)
    assert (len(backups.of(proposal)), len(backups.of(there))) == (0, 1)
    backups.forget(there)
    assert backups.of(there) == ()


def test_a_copy_names_its_original_without_the_folder(proposal: Path, tmp_path: Path) -> None:
    with ProposalFile.open(proposal, write=False) as file:
        file.copy_to(tmp_path / "copy.roadmap", clock=lambda: START)
        assert file.copy_of == ""

    with ProposalFile.open(tmp_path / "copy.roadmap", write=False) as copy:
        assert copy.copy_of == "fern.roadmap"
        assert copy.base == copy.answers


def test_backups_of_another_proposal_that_was_at_the_place_are_not_listed(
    proposal: Path, tmp_path: Path
) -> None:
    backups = Backups(tmp_path / "backups")
    backups.keep(proposal, START)
    proposal.unlink()
    later = START + timedelta(days=1)
    ProposalFile.create(proposal, "tiny", "1", clock=lambda: later)

    backups.keep(proposal, later)

    assert [one.at for one in backups.of(proposal)] == [later]
