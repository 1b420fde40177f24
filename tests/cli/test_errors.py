"""Whatever is typed: one sentence, the right code, never a traceback."""

import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

Roadmapper = Callable[..., Any]
ROOT = Path(__file__).parents[2]
COMMAND = (sys.executable, "-m", "roadmapper")


@pytest.mark.parametrize(
    "arguments",
    [
        ("nonsense",),
        ("get",),
        ("get", "missing.roadmap"),
        ("get", "."),
        ("new", "no/folder/x.roadmap"),
        ("export", "p.roadmap", "x.txt"),
        ("export", "p.roadmap", "no/folder/x.pdf"),
        ("new", "x.roadmap", "--template", "../partnership"),
        ("new", "p.roadmap"),
        ("sample",),
        ("sample", "nobody", "x.roadmap"),
        ("set", "p.roadmap"),
        ("set", "p.roadmap", "deal.name"),
        ("set", "p.roadmap", "deal.name", "one", "two"),
        ("set", "p.roadmap", "deal.name", "one", "--clear"),
        ("set", "p.roadmap", "deal.nothing", "x"),
        ("set", "p.roadmap", "no address", "x"),
        ("set", "p.roadmap", "deal.name", "\ud800"),
        ("set", "p.roadmap", "deal.name\udcff", "x"),
        ("set", "p.roadmap", "pricing.structure", "[1"),
        ("set", "p.roadmap", "pricing.structure", "[true]"),
        ("set", "p.roadmap", "_notes.foo.bar", "x"),
        ("set", "p.roadmap", "_evidence.deal.nothing", "e1"),
        ("set", "p.roadmap", "_evidence.deal.name", "Not A Row"),
        ("set", "p.roadmap", "_notes.deal.name[r1]", "x"),
        ("set", "p.roadmap", "_state.nowhere.visited", "x"),
        ("set", "p.roadmap", "deal.name", "-x"),
        ("set", "p.roadmap", "deal.team", "Kim and Lee"),
        ("set", "p.roadmap", "deal.team", "kim"),
        ("set", "p.roadmap", "--from", "."),
        ("set", "p.roadmap", "--from", "missing.toml"),
        ("set", "p.roadmap", "deal.name", "--from", "missing.toml"),
        ("get", "p.roadmap", "deal.nothing"),
        ("get", "p.roadmap", "deal.team[r9]"),
        ("get", "p.roadmap", "deal.team[r9].role"),
        ("get", "p.roadmap", "transparency.models[r9].inputs[r1].name"),
        ("get", "p.roadmap", "\udcff"),
        ("get", "p\udcff.roadmap"),
        ("get", "a\x00b"),
        ("rows", "p.roadmap", "deal.name", "add"),
        ("rows", "p.roadmap", "deal.team", "add", "nonsense=1"),
        ("rows", "p.roadmap", "deal.team", "add", "role"),
        ("rows", "p.roadmap", "deal.team", "remove"),
        ("rows", "p.roadmap", "deal.team", "remove", "r9"),
        ("rows", "p.roadmap", "deal.team", "move", "r1", "²"),
        ("rows", "p.roadmap", "deal.team", "move", "r1", "0"),
        ("rows", "p.roadmap", "deal.team", "fly"),
        ("templates", "nothing"),
        ("log", "missing.roadmap"),
        ("undo", "missing.roadmap"),
    ],
    ids=ascii,
)
def test_bad_input_ends_with_2_and_one_line(
    roadmapper: Roadmapper, proposal: str, arguments: tuple[str, ...]
) -> None:
    before = roadmapper("get", proposal, "--json").out + roadmapper("log", proposal).out
    answer = roadmapper(*arguments)

    assert answer.code == 2
    assert answer.out == ""
    assert answer.err.startswith("roadmapper: ")
    assert answer.err.count("\n") == 1
    assert answer.err.rstrip().endswith((".", "--help."))
    assert roadmapper("get", proposal, "--json").out + roadmapper("log", proposal).out == before


@pytest.mark.parametrize("value", ["soon", "9" * 400, "1e5"])
def test_a_time_that_is_none_is_told(
    roadmapper: Roadmapper, monkeypatch: pytest.MonkeyPatch, value: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    answer = roadmapper("new", "p.roadmap")

    assert answer.code == 2
    assert "SOURCE_DATE_EPOCH" in answer.err


def test_a_mistake_of_ours_is_one_sentence_too(
    roadmapper: Roadmapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr("roadmapper.commands.begin.new", fail)
    answer = roadmapper("new", "p.roadmap")

    assert answer.code == 2
    assert "ZeroDivisionError" in answer.err
    assert answer.err.count("\n") == 1
    monkeypatch.setenv("ROADMAPPER_TRACE", "1")
    with pytest.raises(ZeroDivisionError):
        roadmapper("new", "p.roadmap")


def test_memory_and_control_c_are_told(
    roadmapper: Roadmapper, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error, code in ((MemoryError, 2), (KeyboardInterrupt, 130)):

        def fail(*_: object, error: type[BaseException] = error) -> int:
            raise error

        monkeypatch.setattr("roadmapper.commands.begin.new", fail)
        answer = roadmapper("new", "p.roadmap")
        assert answer.code == code
        assert answer.err.count("\n") == 1


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def test_a_reader_that_goes_away_leaves_no_error(roadmapper: Roadmapper) -> None:
    roadmapper("sample", "fernhollow", "s.roadmap")
    with subprocess.Popen(
        [*COMMAND, "get", "s.roadmap"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=_environment(),
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(10)
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


def test_a_full_disk_behind_the_output_is_one_sentence(
    roadmapper: Roadmapper, proposal: str
) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no device that is always full")
    roadmapper("set", proposal, "deal.name", "Fern")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "get", proposal],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            env=_environment(),
        )

    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_undecodable_arguments_and_a_plain_terminal_do_no_harm(
    roadmapper: Roadmapper, proposal: str
) -> None:
    roadmapper("set", proposal, "deal.name", "Fern 😀 ü")
    plain = {**_environment(), "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    for arguments, code in (
        ([b"set", b"p.roadmap", b"deal.name", b"\xff\xfe"], 2),
        ([b"get", b"\xff.roadmap"], 2),
        ([b"get", b"p.roadmap"], 0),
    ):
        done = subprocess.run(
            [*(part.encode() for part in COMMAND), *arguments],
            capture_output=True,
            check=False,
            env=plain,
        )
        assert done.returncode == code
        assert b"Traceback" not in done.stderr
    assert "Fern 😀 ü".encode() in done.stdout


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let programs hear control-C even where the tests do not, as under nohup or behind an &."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("roadmapper", "interruptible")
def test_control_c_during_a_command_is_told(proposal: str) -> None:
    with subprocess.Popen(
        [*COMMAND, "set", proposal, "deal.name", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**_environment(), "PYTHONUNBUFFERED": "1"},
    ) as process:
        assert process.stderr is not None
        assert process.stdin is not None
        # The lock appears in the file when the command waits for its input.
        while not _has_lock(Path(proposal)):
            assert process.poll() is None
        process.send_signal(signal.SIGINT)
        assert process.stderr.read().startswith(b"roadmapper: Stopped")
        assert process.wait() == 130


def _has_lock(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as db:
        return bool(db.execute("SELECT count(*) FROM lock").fetchone()[0])


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of another kind")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&- <&-"])
def test_a_closed_stream_is_no_fault(roadmapper: Roadmapper, proposal: str, closed: str) -> None:
    command = f'exec "{sys.executable}" -m roadmapper set "$1" deal.name Fern {closed}'
    done = subprocess.run(
        ["/bin/sh", "-c", command, "sh", str(Path(proposal).absolute())],
        capture_output=True,
        check=False,
        cwd=ROOT,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert roadmapper("get", proposal, "deal.name").out == "Fern\n"


def test_without_standard_input_nothing_is_read(
    roadmapper: Roadmapper, proposal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", None)
    answer = roadmapper("set", proposal, "deal.name", "-")

    assert answer.code == 2
    assert "no standard input" in answer.err
