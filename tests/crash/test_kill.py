"""Killed at any moment: the file opens, acknowledged changes are there, no export is half there."""

import json
import os
import random
import signal
import subprocess
import sys
import time
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.attached import attached_in
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.samples import build_sample, find_sample
from roadmapper.store.file import ProposalFile
from tests.proposals import HEADLINE, START, Clock

ROOT = Path(__file__).parents[2]
KILLS = 40
BUDGET = 10.0
"""Seconds after which no new round begins; a slow machine does fewer."""

# Acknowledges each change on standard output only after the session returned.
WRITER = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from roadmapper.proposal.attached import Attached
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile
from tests.proposals import HEADLINE, START, Clock, small_template
FILE = "_files.deal.models[m1]"
with ProposalFile.open(Path(sys.argv[1])) as file:
    session = Session(small_template(), file.answers, file, log=file.log, clock=Clock())
    first = int(sys.argv[2])
    print("ready", flush=True)
    for number in range(first, first + 100_000):
        if number % 7 == 3:
            print("undoing", flush=True)
            session.undo()
            session.redo()
            print("redone", flush=True)
        study = str(number).encode() * 2000
        attached = Attached("a.pdf", file.keep_file(study), len(study)).value
        told = {"deal.name": str(number), "deal.story": str(number) * 4000, FILE: attached}
        session.change(told, "All three")
        print(number, flush=True)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a thing of POSIX")


def _killed_at(path: Path, first: int, after: float) -> int:
    """Write until killed and return the last number that must be there."""
    with subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), str(first)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(after)  # the moment of the kill is what is tested, so it cannot be waited for
        process.send_signal(signal.SIGKILL)
        lines = process.stdout.read().split()
    numbers = [int(line) for line in lines if line.isdecimal()]
    undoing = bool(lines) and lines[-1] == "undoing"
    return (numbers[-1] if numbers else first - 1) - undoing


def test_every_acknowledged_change_survives_a_kill(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap"
    ProposalFile.create(
        path,
        "small",
        "1",
        clock=Clock(),
        answers=Answers({"deal.name": "-1", "deal.models": ("m1",)}),
    )
    chance = random.Random(11)  # noqa: S311 - a fixed seed, no secret
    end = time.monotonic() + BUDGET
    last, rounds = -1, 0
    while rounds < KILLS and time.monotonic() < end:
        acknowledged = _killed_at(path, last + 1, chance.uniform(0, 0.12))
        with ProposalFile.open(path, write=False) as file:
            answers, log = file.answers, file.log
            study = attached_in(answers.value("_files.deal.models[m1]"))
            if study is not None:
                assert file.attachment(study.sha256) == answers.text("deal.name").encode() * 2000
        kept = int(answers.text("deal.name"))
        assert kept >= acknowledged
        assert kept < 0 or answers.text("deal.story") == str(kept) * 4000
        assert [batch.id for batch in log] == list(range(1, len(log) + 1))
        last, rounds = kept, rounds + 1

    assert rounds > 5
    assert last > 0
    with ProposalFile.open(path):
        pass
    assert list(tmp_path.iterdir()) == [path]


def test_a_kill_while_the_log_is_trimmed_loses_no_answer(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap"
    ProposalFile.create(path, "small", "1", clock=Clock())
    with ProposalFile.open(path, clock=lambda: START) as file:
        for number in range(1, 900):
            change = Change("deal.story", str(number - 1), f"{number} {'x' * 2000}")
            file.append(Batch(number, "Edit", Origin.USER, "", START, (change,)), HEADLINE)
    old = path.read_bytes()
    program = f"""
from datetime import timedelta
from pathlib import Path
from roadmapper.store.file import ProposalFile
from tests.proposals import START
print("ready", flush=True)
ProposalFile.open(Path({str(path)!r}), clock=lambda: START + timedelta(days=99))
print("done", flush=True)
input()
"""
    chance = random.Random(17)  # noqa: S311 - a fixed seed, no secret
    seen = set()
    for _ in range(12):
        path.write_bytes(old)
        with subprocess.Popen(
            [sys.executable, "-c", program],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        ) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(chance.uniform(0, 0.2))  # the moment of the kill is what is tested
            process.send_signal(signal.SIGKILL)
        with ProposalFile.open(path, write=False) as file:
            assert file.answers.text("deal.story").startswith("899 ")
            seen.add(len(file.log))

    assert seen <= {400, 899}


def test_a_command_that_is_killed_leaves_a_proposal_that_opens(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap"
    ProposalFile.create(path, "partnership", "1", clock=Clock())
    chance = random.Random(5)  # noqa: S311 - a fixed seed, no secret
    end = time.monotonic() + 6
    for number in range(20):
        if time.monotonic() > end:
            break
        command = ["set", str(path), "deal.name", str(number)]
        done = _command_killed(command, chance.uniform(0, 0.45))
        with ProposalFile.open(path, write=False) as file:
            kept = file.answers.text("deal.name")
        assert not done or kept == str(number)
    with ProposalFile.open(path) as file:
        assert file.meta.template == "partnership"
    assert list(tmp_path.iterdir()) == [path]


def test_a_killed_export_leaves_the_whole_old_or_the_whole_new_file(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap"
    out = tmp_path / "out.docx"
    build_sample(find_sample("fernhollow"), path, lambda: datetime(2027, 1, 4, tzinfo=UTC))
    command = ["export", str(path), str(out), "--draft"]
    begun = time.monotonic()
    assert _command_killed(command, 60)
    whole = time.monotonic() - begun
    out.unlink()
    chance = random.Random(3)  # noqa: S311 - a fixed seed, no secret
    end = time.monotonic() + 8
    while time.monotonic() < end:
        done = _command_killed(command, chance.uniform(0.3, 1.1) * whole)
        if out.exists():
            with zipfile.ZipFile(out) as archive:
                assert archive.testzip() is None
        assert out.exists() or not done
        out.unlink(missing_ok=True)
        with ProposalFile.open(path, write=False) as file:
            assert len(file.answers) > 1000
    assert _command_killed(command, 60)
    with ProposalFile.open(path):
        pass
    assert sorted(tmp_path.iterdir()) == [out, path]


# Says that the finished file is being read, and goes on doing so.
IN_THE_GATE = """
import sys, time
from datetime import UTC, datetime
from pathlib import Path
import roadmapper.export as going_out
from roadmapper.make import make
def read_for_ever(*_what):
    print("in the gate", flush=True)
    time.sleep(60)
going_out.made_apart = make
going_out.with_office_pages = lambda made, _progress: made
going_out.pass_gate = read_for_ever
going_out.export(Path(sys.argv[1]), Path(sys.argv[2]), audience="full", paper="a4", letterhead=None,
    draft=True, now=datetime(2027, 1, 4, tzinfo=UTC), progress=lambda _part, _text: None)
"""


@pytest.mark.parametrize("name", ["out.pdf", "out.docx"])
def test_a_kill_while_the_finished_file_is_read_leaves_the_old_one_whole(
    tmp_path: Path, name: str
) -> None:
    path, out = tmp_path / "p.roadmap", tmp_path / name
    answers = Answers({"deal.vendor": "Quillmark", "solution.summary": "It listens."})
    ProposalFile.create(path, "partnership", "1", clock=Clock(), answers=answers)
    out.write_text("old")
    with subprocess.Popen(
        [sys.executable, "-c", IN_THE_GATE, str(path), str(out)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in the gate\n"
        process.send_signal(signal.SIGKILL)

    assert out.read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [out, path]
    with ProposalFile.open(path) as file:
        assert file.revisions == ()


def _command_killed(arguments: list[str], after: float) -> bool:
    """Run a command, kill it and what it started after a while; tell if it had ended well."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-m", "roadmapper", *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as process:
        try:
            return process.wait(after) == 0
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            return False


def test_a_kill_in_the_middle_of_a_change_is_taken_back_also_by_a_reader(tmp_path: Path) -> None:
    path = tmp_path / "p.roadmap"
    ProposalFile.create(path, "small", "1", clock=Clock(), answers=Answers({"deal.name": "Fern"}))
    program = f"""
import os, sqlite3
db = sqlite3.connect({str(path)!r}, isolation_level=None)
db.execute("PRAGMA cache_size = 1")
db.execute("BEGIN")
db.execute("UPDATE answers SET value = ?", [{json.dumps("gone")!r}])
for number in range(400):
    row = [f"deal.x[r{{number}}].y", '"' + "z" * 3000 + '"']
    db.execute("INSERT INTO answers VALUES (?, ?)", row)
os._exit(9)
"""  # noqa: S608 - the path of this test
    subprocess.run([sys.executable, "-c", program], check=False)
    assert path.with_name("p.roadmap-journal").exists()

    with ProposalFile.open(path, write=False) as file:
        assert file.answers == Answers({"deal.name": "Fern"})
    assert list(tmp_path.iterdir()) == [path]
