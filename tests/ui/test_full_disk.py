"""A disk that is really full, and a limit on the size of files: told, and nothing lost."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile, which

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from roadmapper.errors import ExportError
from roadmapper.placing import put_in_place
from tests.ui.files_hands import input_at, kept_at, opened_in, toast_of
from tests.ui_hands import click, press
from ui.window import Window

ROOT = Path(__file__).parents[2]
NAME = "deal.health_system"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """Return a disk of its own with two megabytes."""
    place = tmp_path / "disk"
    place.mkdir()
    mount, unmount = which("mount"), which("umount")
    if sys.platform != "linux" or mount is None or unmount is None or os.geteuid() != 0:
        pytest.skip("only a superuser may mount a disk, on Linux")
    options = ("-t", "tmpfs", "-o", "size=2m,mode=755", "none")
    if subprocess.run([mount, *options, place], check=False, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield place
    subprocess.run([unmount, "--lazy", place], check=True)


def _fill(disk: Path) -> Path:
    """Take all the room there is."""
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"x" * 4096)
        except OSError:
            return filler


def _paste(window: Window, path: str, text: str) -> None:
    wizard = opened_in(window)
    QGuiApplication.clipboard().setText(text)
    press(input_at(wizard, path), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    wizard.flush()


def test_a_full_disk_is_told_and_what_was_typed_is_written_once_there_is_room(
    window: Window, empty_file: Path, disk: Path, qtbot: QtBot
) -> None:
    file = disk / "lowmarsh.roadmap"
    copyfile(empty_file, file)
    wizard = opened_in(window, file)
    qtbot.waitUntil(lambda: not window.tasks.is_running("backup"))
    filler = _fill(disk)

    _paste(window, NAME, "Lowmarsh " * 3000)

    assert "no space left" in toast_of(window, "Not saved").words
    assert wizard.topbar.retry.isVisible()
    assert kept_at(file) == ""

    filler.unlink()
    click(wizard.topbar.retry)

    assert kept_at(file).startswith("Lowmarsh Lowmarsh")
    assert sorted(one.name for one in disk.iterdir()) == [file.name]


def test_a_copy_onto_a_full_disk_is_told_and_leaves_nothing(
    window: Window, sample_file: Path, disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened_in(window, sample_file)
    _fill(disk)
    monkeypatch.setattr("ui.proposal_menu.ask_save", lambda *_told: disk / "copy.roadmap")

    window.menu.save_copy()

    assert toast_of(window, "The copy could not be saved")
    assert [one.name for one in disk.iterdir()] == ["filler"]


def test_a_document_for_a_full_disk_is_refused_and_the_old_one_stays(disk: Path) -> None:
    put_in_place(b"old", disk / "roadmap.pdf")
    _fill(disk)

    with pytest.raises(ExportError, match=r"The disk is full\. .* was not saved"):
        put_in_place(b"new" * 5000, disk / "roadmap.pdf")

    assert (disk / "roadmap.pdf").read_bytes() == b"old"
    assert sorted(one.name for one in disk.iterdir()) == ["filler", "roadmap.pdf"]


_LIMITED = """
import resource, sys
from pathlib import Path
from roadmapper.errors import FileError
from tests.proposals import Clock
from ui.app import make_app
from ui.opened import Opened
app = make_app()
opened = Opened(Path(sys.argv[1]), clock=Clock())
told = []
opened.bridge.not_kept.connect(told.append)
size = Path(sys.argv[1]).stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
assert not opened.bridge.set("deal.health_system", "Lowmarsh " * 5000)
print(told[0])
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
assert opened.bridge.retry()
opened.close()
"""


def test_a_file_that_may_not_grow_is_told_and_written_later(empty_file: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("Windows limits no program's files")
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(empty_file)],
        check=False,
        capture_output=True,
        text=True,
        cwd=ROOT,
    )

    assert done.returncode == 0, done.stderr
    assert "nothing was changed" in done.stdout
    assert kept_at(empty_file).startswith("Lowmarsh Lowmarsh")
