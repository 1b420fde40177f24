"""One writer at a time."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from roadmapper.errors import LockedError
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.store.file import ProposalFile
from tests.proposals import HEADLINE, START, Clock


def _batch(number: int) -> Batch:
    return Batch(
        number, "Edit", Origin.USER, "", START, (Change("deal.name", "Fern", str(number)),)
    )


def _pretend(path: Path, **cells: str) -> None:
    with closing(sqlite3.connect(path)) as db:
        for name, value in cells.items():
            db.execute(f"UPDATE lock SET {name} = ?", [value])  # noqa: S608 - names of this test
        db.commit()


def _boot() -> str:
    path = Path("/proc/sys/kernel/random/boot_id")
    return path.read_text().strip() if path.exists() else ""


def test_a_second_writer_is_told_who_writes_and_since_when(proposal: Path) -> None:
    with ProposalFile.open(proposal, clock=Clock()):
        _pretend(proposal, user="kim", machine="ward-7", heartbeat=START.isoformat())

        with pytest.raises(LockedError, match=r"kim on ward-7 since 202\d-.*work on a copy"):
            ProposalFile.open(proposal, clock=lambda: START)


def test_a_reader_needs_no_lock(proposal: Path) -> None:
    with ProposalFile.open(proposal) as writer, ProposalFile.open(proposal, write=False) as reader:
        writer.append(_batch(1), HEADLINE)

        assert reader.answers.text("deal.name") == "1"


def test_a_closed_file_can_be_written_by_the_next(proposal: Path) -> None:
    with ProposalFile.open(proposal):
        pass
    with ProposalFile.open(proposal) as file:
        file.append(_batch(1), HEADLINE)


def test_the_lock_of_a_living_process_stays_however_old(proposal: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows is not asked whether a process lives")
    late = START + timedelta(days=3)
    with (
        ProposalFile.open(proposal, clock=lambda: START),
        pytest.raises(LockedError),
    ):
        ProposalFile.open(proposal, clock=lambda: late)


def test_the_lock_of_a_process_that_is_gone_is_taken_over(proposal: Path) -> None:
    program = (
        "import os, sys; from pathlib import Path\n"
        "from roadmapper.store.file import ProposalFile\n"
        "file = ProposalFile.open(Path(sys.argv[1])); os._exit(9)"
    )
    root = Path(__file__).parents[2]
    subprocess.run([sys.executable, "-c", program, str(proposal)], check=False, cwd=root)
    with closing(sqlite3.connect(proposal)) as db:
        assert db.execute("SELECT count(*) FROM lock").fetchone() == (1,)

    with ProposalFile.open(proposal) as file:
        file.append(_batch(1), HEADLINE)


def test_a_process_id_that_is_used_again_is_another_process(proposal: Path) -> None:
    if not Path("/proc/self/stat").exists():
        pytest.skip("this system does not tell when a process began")
    with ProposalFile.open(proposal):
        _pretend(proposal, process=f"{os.getpid()}@1/{_boot()}")

        with ProposalFile.open(proposal) as second:
            second.append(_batch(1), HEADLINE)


def test_another_machine_of_the_same_name_is_another_machine(proposal: Path) -> None:
    if not _boot():
        pytest.skip("this system does not tell its starts apart")
    with ProposalFile.open(proposal, clock=lambda: START):
        _pretend(proposal, process="999999999@1/another-machine")

        with pytest.raises(LockedError):
            ProposalFile.open(proposal, clock=lambda: START)


@pytest.mark.parametrize(("minutes", "free"), [(4, False), (6, True), (-6, True)])
def test_another_machine_is_believed_as_long_as_its_heart_beats(
    proposal: Path, minutes: int, free: bool
) -> None:
    later = START + timedelta(minutes=minutes)
    with ProposalFile.open(proposal, clock=lambda: START):
        _pretend(proposal, machine="far-away")
        try:
            ProposalFile.open(proposal, clock=lambda: later).close()
        except LockedError:
            taken = False
        else:
            taken = True

    assert taken is free


def test_a_writer_whose_file_was_taken_over_writes_no_more(proposal: Path) -> None:
    with ProposalFile.open(proposal, clock=lambda: START) as slept:
        _pretend(proposal, machine="far-away")
        with ProposalFile.open(proposal, clock=lambda: START + timedelta(hours=1)) as other:
            other.append(_batch(1), HEADLINE)

            with pytest.raises(LockedError, match="taken over"):
                slept.append(_batch(2), HEADLINE)
            with pytest.raises(LockedError, match="taken over"):
                slept.heartbeat()

    with ProposalFile.open(proposal, write=False) as file:
        assert file.answers.text("deal.name") == "1"


def test_a_change_and_a_heartbeat_both_say_that_the_writer_lives(proposal: Path) -> None:
    clock = Clock()
    with (
        ProposalFile.open(proposal, clock=clock) as file,
        closing(sqlite3.connect(proposal)) as db,
    ):
        beats: list[datetime] = []
        acts: list[Callable[[], object]] = [
            list,
            lambda: file.append(_batch(1), HEADLINE),
            file.heartbeat,
        ]
        for act in acts:
            act()
            beats.append(
                datetime.fromisoformat(db.execute("SELECT heartbeat FROM lock").fetchone()[0])
            )

    assert beats == sorted(set(beats))


def test_while_another_program_is_in_the_middle_of_a_change_it_says_so(
    proposal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("roadmapper.store.connection._PATIENCE", 0.01)
    with closing(sqlite3.connect(proposal, isolation_level=None)) as db:
        db.execute("BEGIN EXCLUSIVE")

        with pytest.raises(LockedError, match="right now"):
            ProposalFile.open(proposal, write=False)


def test_many_programs_at_once_lose_no_change_that_was_kept(proposal: Path) -> None:
    program = """
import sys
from pathlib import Path
from roadmapper.errors import LockedError
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile
from tests.proposals import Clock, small_template
for number in range(30):
    try:
        with ProposalFile.open(Path(sys.argv[1])) as file:
            session = Session(
                small_template(), file.answers, file, log=file.log, clock=Clock()
            )
            print(session.add_row("deal.models", {"name": sys.argv[2]}))
    except LockedError:
        pass
"""
    root = Path(__file__).parents[2]
    running = [
        subprocess.Popen(
            [sys.executable, "-c", program, str(proposal), name],
            stdout=subprocess.PIPE,
            text=True,
            cwd=root,
        )
        for name in "abc"
    ]
    rows = [row for process in running for row in process.communicate()[0].split()]

    assert all(process.returncode == 0 for process in running)
    with ProposalFile.open(proposal, write=False) as file:
        assert sorted(file.answers.rows("deal.models")) == sorted(rows)
