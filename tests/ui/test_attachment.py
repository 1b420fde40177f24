"""A file is attached to a source in the window, opened as a copy, saved, and taken off again."""

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from roadmapper import attaching
from roadmapper.cli import main
from roadmapper.proposal.attached import Attached, attached, file_at
from tests.ui.drop_hands import drop
from tests.ui.rows_hands import click_cell, shown
from tests.ui_hands import click
from ui import attachment
from ui.attachment import Attachment
from ui.fields.rows import RowsField
from ui.parts.labels import Label
from ui.toasts import Toast
from ui.window import Window

REGISTER = "solution.evidence"
STUDY = b"%PDF-1.7 a study"

# A screen that is none takes no hints about sizes.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)


@pytest.fixture
def register(window: Window, sample_file: Path) -> RowsField:
    """Return the register with its second source open."""
    field = shown(window, sample_file, REGISTER)
    click_cell(field, 1, 0)
    field.open.open()
    return field


@pytest.fixture
def part(register: RowsField) -> Attachment:
    """Return what shows the attached file of the second source."""
    assert register.form is not None
    assert register.form.attachment is not None
    return register.form.attachment


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """Return a file to attach."""
    path = tmp_path / "trial.pdf"
    path.write_bytes(STUDY)
    return path


@pytest.fixture
def opened_paths(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return the files that are given to other programs."""
    found: list[Path] = []

    def take(url: QUrl) -> bool:
        found.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return found


def _attach(part: Attachment, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attachment, "ask_attachment", lambda _window, _folder: path)
    click(part.add)


def test_a_file_is_attached_by_a_click_and_its_name_and_size_are_shown(
    part: Attachment, study: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not part.open.isVisible()
    assert part.told.isVisible()

    _attach(part, study, monkeypatch)

    assert (part.name.accessibleName(), part.size_told.text()) == ("trial.pdf", "1 KB")
    assert all(one.isVisible() for one in (part.open, part.save, part.remove))
    assert not part.told.isVisible()


def test_opening_gives_a_read_only_copy_away_that_goes_with_the_proposal(
    part: Attachment,
    study: Path,
    monkeypatch: pytest.MonkeyPatch,
    opened_paths: list[Path],
    window: Window,
) -> None:
    _attach(part, study, monkeypatch)
    click(part.open)

    (copy,) = opened_paths
    assert (copy.name, copy.read_bytes()) == ("trial.pdf", STUDY)
    assert copy.stat().st_mode & 0o777 == 0o400
    assert copy != study
    assert window.wizard is not None
    window.wizard.opened.close()
    assert not copy.parent.exists()


def test_a_program_is_never_opened_but_can_be_saved(
    part: Attachment, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened_paths: list[Path]
) -> None:
    program = tmp_path / "trial.pdf.exe"
    program.write_bytes(b"MZ")
    target = tmp_path / "saved.exe"
    _attach(part, program, monkeypatch)
    monkeypatch.setattr(attachment, "ask_save", lambda *_told: target)

    assert not part.open.isVisible()
    assert "Only documents and pictures" in part.told.text()
    part.open.click()
    click(part.save)

    assert target.read_bytes() == b"MZ"
    assert not opened_paths


def test_a_file_is_taken_off_and_undo_brings_it_back(
    part: Attachment, study: Path, monkeypatch: pytest.MonkeyPatch, window: Window
) -> None:
    _attach(part, study, monkeypatch)
    click(part.remove)
    assert part.file is None
    assert part.add.text() == "Attach a file…"

    assert window.wizard is not None
    window.wizard.undo()
    assert part.file is not None
    assert part.save.isVisible()


def test_a_file_is_dropped_on_a_source(part: Attachment, study: Path) -> None:
    assert drop(part, study)

    assert part.file is not None
    assert part.file.name == "trial.pdf"


def test_the_part_follows_the_row_that_is_open(
    register: RowsField, part: Attachment, study: Path
) -> None:
    drop(part, study)
    click_cell(register, 2, 0)
    assert part.file is None
    drop(part, study)
    click_cell(register, 1, 0)

    answers = part._opened.answers
    rows = answers.rows(REGISTER)
    assert [row for row in rows if attached(answers, row)] == [rows[1], rows[2]]


def test_what_is_too_large_is_told_and_changes_nothing(
    part: Attachment, study: Path, monkeypatch: pytest.MonkeyPatch, window: Window
) -> None:
    monkeypatch.setattr(attaching, "LARGEST", 3)
    drop(part, study)

    assert part.file is None
    assert any("larger than" in one.text() for one in _labels(window))


def test_a_file_that_is_not_kept_here_says_so(part: Attachment) -> None:
    row = part._row
    lost = Attached("a.pdf", "0" * 64, 12)
    part._opened.bridge.set(file_at(row), lost.value)

    assert "Attach it again" in part.told.text()
    assert not part.save.isVisible()
    assert not part.open.isVisible()


def test_who_only_reads_can_save_a_file_and_change_nothing(
    window: Window, sample_file: Path, study: Path
) -> None:
    assert main(["attach", str(sample_file), "e2", str(study)]) == 0
    window.journeys.open(sample_file, reading="Somebody else has it open.")
    field = shown(window, sample_file, REGISTER)
    click_cell(field, 1, 0)
    field.open.open()
    assert field.form is not None
    part = field.form.attachment
    assert part is not None

    assert part.save.isVisible()
    assert part.open.isVisible()
    assert not part.add.isVisible()
    assert not part.remove.isVisible()
    assert not part.acceptDrops()


def _labels(window: Window) -> list[Label]:
    toasts = window.findChildren(Toast)
    return [label for one in toasts for label in one.findChildren(Label)]
