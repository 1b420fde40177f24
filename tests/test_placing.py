"""What is said when a finished file cannot be put in its place."""

import errno
import os
from pathlib import Path

import pytest

from roadmapper import placing
from roadmapper.errors import ExportError
from roadmapper.placing import put_in_place


def _fail(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    def finish(_part: Path, _mode: int | None = None) -> None:
        raise OSError(number, "no")

    monkeypatch.setattr(placing, "finish", finish)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, 'The disk is full. "out.pdf" was not saved.'),
        (errno.EACCES, '"out.pdf" is open in another program or protected.'),
        (errno.EIO, '"out.pdf" could not be written'),
    ],
)
def test_the_sentence_says_what_stands_in_the_way(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    _fail(monkeypatch, number)

    with pytest.raises(ExportError, match=words):
        put_in_place(b"pages", tmp_path / "out.pdf")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _fail(monkeypatch, errno.EACCES)
    monkeypatch.setattr(os, "access", lambda *_told: False)

    with pytest.raises(ExportError, match="You cannot write to"):
        put_in_place(b"pages", tmp_path / "out.pdf")
