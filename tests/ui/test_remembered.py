"""The list of Home, remembered from one start to the next."""

import json
import os
import stat
import sys
import time
from pathlib import Path

import pytest

from ui.home import remembered
from ui.home.entries import Entry, read_entry
from ui.home.remembered import read_entries

_DAY = 86_400


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "own" / "list.json"


@pytest.fixture
def old(sample_file: Path) -> Path:
    """Return a proposal that was changed yesterday."""
    _age(sample_file, _DAY)
    return sample_file


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files that are read, as they are."""
    files: list[Path] = []

    def noted(path: Path) -> Entry:
        files.append(path)
        return read_entry(path)

    monkeypatch.setattr(remembered, "read_entry", noted)
    return files


def _age(path: Path, seconds: float) -> None:
    at = time.time() - seconds
    os.utime(path, (at, at))


def test_a_file_that_did_not_change_is_read_once(old: Path, memory: Path, read: list[Path]) -> None:
    first = read_entries([old], memory)
    second = read_entries([old], memory)

    assert read == [old]
    assert first == second == (read_entry(old),)


def test_a_file_that_changed_is_read_again(old: Path, memory: Path, read: list[Path]) -> None:
    read_entries([old], memory)
    _age(old, _DAY / 2)

    read_entries([old], memory)

    assert read == [old, old]


def test_a_file_is_not_remembered_while_it_may_change_without_another_time(
    sample_file: Path, memory: Path, read: list[Path]
) -> None:
    read_entries([sample_file], memory)
    read_entries([sample_file], memory)

    assert read == [sample_file, sample_file]
    assert not memory.exists()


def test_what_cannot_be_read_is_tried_again(old: Path, memory: Path, read: list[Path]) -> None:
    old.write_bytes(b"no proposal")
    _age(old, _DAY)

    (entry,) = read_entries([old], memory)
    read_entries([old], memory)

    assert entry.problem
    assert read == [old, old]


def test_a_file_that_is_listed_no_more_is_forgotten(old: Path, memory: Path) -> None:
    read_entries([old], memory)

    read_entries([], memory)

    assert json.loads(memory.read_text("utf-8")) == {}


@pytest.mark.parametrize("text", ["", "[1]", "{", '{"a": 1}', '{"a": {"stamp": [1]}}', "\udcff"])
def test_a_damaged_memory_only_takes_time(
    text: str, old: Path, memory: Path, read: list[Path]
) -> None:
    memory.parent.mkdir()
    memory.write_bytes(text.encode("utf-8", "surrogateescape"))

    (entry,) = read_entries([old], memory)

    assert entry == read_entry(old)
    assert read == [old]
    assert read_entries([old], memory) == (entry,)
    assert read == [old]


def test_a_memory_that_cannot_be_kept_only_takes_time(old: Path, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")

    assert read_entries([old], blocked / "list.json") == (read_entry(old),)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps permissions otherwise")
def test_only_its_owner_may_read_the_memory(old: Path, memory: Path) -> None:
    read_entries([old], memory)

    assert stat.S_IMODE(memory.stat().st_mode) == stat.S_IRUSR | stat.S_IWUSR
