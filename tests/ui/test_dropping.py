"""Files dropped on the window."""

from pathlib import Path

from tests.ui.drop_hands import drop
from ui.parts.sheet import Sheet
from ui.window import Window


def test_a_proposal_dropped_on_home_opens(window: Window, sample_file: Path) -> None:
    assert drop(window.home, sample_file)

    assert window.wizard is not None
    assert window.wizard.opened.path == sample_file
    assert not window.toasts.shown


def test_a_proposal_dropped_on_an_open_one_takes_its_place(
    window: Window, sample_file: Path, empty_file: Path
) -> None:
    window.open_proposal(empty_file)
    assert window.wizard is not None

    assert drop(window.wizard.rail, sample_file)

    assert window.wizard.opened.path == sample_file


def test_the_proposal_that_is_open_is_not_opened_again(window: Window, sample_file: Path) -> None:
    window.open_proposal(sample_file)
    before = window.wizard

    drop(window, sample_file)

    assert window.wizard is before
    assert "Already open" in window.toasts.shown[-1].words
    assert not window.findChildren(Sheet)


def test_anything_else_gets_one_sentence(window: Window, tmp_path: Path) -> None:
    notes = tmp_path / "notes.docx"
    notes.write_text("notes", encoding="utf-8")

    assert drop(window, notes)

    (toast,) = window.toasts.shown
    assert "“notes.docx” cannot be opened here. Drop a file that ends in .roadmap." in toast.words
    assert window.wizard is None


def test_of_several_the_first_opens_and_the_rest_are_named(
    window: Window, sample_file: Path, empty_file: Path, tmp_path: Path
) -> None:
    drop(window, tmp_path, sample_file, empty_file)

    assert window.wizard is not None
    assert window.wizard.opened.path == sample_file
    (toast,) = window.toasts.shown
    assert "“empty.roadmap” stays closed." in toast.words
    assert f"“{tmp_path.name}” cannot be opened here." in toast.words


def test_of_many_only_the_first_names_are_told(window: Window, tmp_path: Path) -> None:
    drop(window, *(tmp_path / f"{at}.txt" for at in range(5)))

    assert "“0.txt”, “1.txt” and 3 more cannot be opened here." in window.toasts.shown[-1].words


def test_nothing_is_taken_while_a_dialog_is_open(window: Window, sample_file: Path) -> None:
    window.journeys.ask_new()

    assert not drop(window, sample_file)
    assert window.wizard is None
