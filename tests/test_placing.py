"""A file is put in its place whole, and nothing is left beside it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from roadmapper.errors import ExportError, FileError
from roadmapper.placing import part_of, put_in_place
from roadmapper.store.place import beside


def _dead() -> int:
    """Return the id of a process that has ended."""
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    return process.pid


def test_a_file_takes_the_place_of_one_that_was_there_and_keeps_its_permissions(
    tmp_path: Path,
) -> None:
    target = tmp_path / "out.pdf"
    target.write_bytes(b"old")
    target.chmod(0o640)

    put_in_place(b"new", target)

    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_leads_to_the_new_file_too(tmp_path: Path) -> None:
    goal, link = tmp_path / "goal.pdf", tmp_path / "out.pdf"
    goal.write_bytes(b"old")
    link.symlink_to(goal)

    put_in_place(b"new", link)

    assert link.is_symlink()
    assert goal.read_bytes() == b"new"


def test_what_cannot_be_moved_leaves_what_stood_there(tmp_path: Path) -> None:
    target = tmp_path / "out.pdf"
    (target / "inside").mkdir(parents=True)

    with pytest.raises(ExportError, match="Choose another place"):
        put_in_place(b"new", target)
    with pytest.raises(ExportError, match="No such file"):
        put_in_place(b"new", tmp_path / "no" / "out.pdf")

    assert list(tmp_path.iterdir()) == [target]


def test_parts_that_a_killed_program_left_are_cleared_and_others_stay(tmp_path: Path) -> None:
    left = tmp_path / f".out.pdf.{_dead()}.abc.part"
    running = tmp_path / f".out.pdf.{os.getppid()}.abc.part"
    other = tmp_path / f".else.pdf.{_dead()}.abc.part"
    for one in (left, running, other):
        one.touch()

    with part_of(tmp_path / "out.pdf") as part:
        assert part.exists()

    assert sorted(tmp_path.iterdir()) == sorted([running, other])


def test_a_new_file_never_replaces_one_that_came_meanwhile(tmp_path: Path) -> None:
    target = tmp_path / "p.roadmap"

    def fill() -> None:
        with beside(target) as part:
            part.write_bytes(b"mine")
            target.write_bytes(b"theirs")

    with pytest.raises(FileError, match="already"):
        fill()

    assert target.read_bytes() == b"theirs"
    assert list(tmp_path.iterdir()) == [target]


def test_what_goes_wrong_while_a_file_is_filled_is_told_as_it_is(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="mine"), beside(tmp_path / "p.roadmap"):
        raise ValueError("mine")

    assert list(tmp_path.iterdir()) == []
