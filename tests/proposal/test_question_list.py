"""A list of a system's own questions is read whatever it looks like, or refused in a sentence."""

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapper.errors import QuestionsError
from roadmapper.proposal.question_list import BYTES, COUNT, LENGTH, read_file, read_text

_TWO = ("Do you sign our BAA?", "Where is data kept, and for how long?")


def _file(folder: Path, content: bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    "text",
    [
        "Do you sign our BAA?\nWhere is data kept, and for how long?\n",
        "1. Do you sign our BAA?\r\n2. Where is data kept, and for how long?",
        "- Do you sign our BAA?\n\n• Where is data kept,  and for how long?\n---\n",
        "Q1) Do you sign our BAA?\nQ2) Where is data kept, and for how long?\ndo you sign our BAA",
        "1\tDo you sign our BAA?\tLegal\n2\tWhere is data kept, and for how long?\tIT",
    ],
)
def test_what_was_pasted_is_read_line_by_line(text: str) -> None:
    assert read_text(text) == _TWO


@pytest.mark.parametrize(
    "text",
    [
        "Do you sign our BAA?\nWhere is data kept, and for how long?\n",
        'Do you sign our BAA?\n"Where is data kept, and for how long?"\n',
        'No,Question,For\n1,Do you sign our BAA?,\n2,"Where is data kept, and for how long?",IT\n',
        "L1;Do you sign our BAA?\nL2;Where is data kept, and for how long?\n",
        "requirement\nDo you sign our BAA?\nWhere is data kept, and for how long?",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_csv_is_read_with_other_columns_or_with_bare_commas(
    tmp_path: Path, text: str, encoding: str
) -> None:
    assert read_file(_file(tmp_path, text.encode(encoding))) == _TWO


def test_a_text_file_keeps_commas_and_letters_of_windows(tmp_path: Path) -> None:
    path = _file(tmp_path, "Whose “data”, yours or ours?".encode("windows-1252"), "list.txt")

    assert read_file(path) == ("Whose “data”, yours or ours?",)


def test_what_cannot_be_seen_is_taken_out() -> None:
    assert read_text("Do\u202e you\u200b sign\x07 it?") == ("Do you sign it?",)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "There is no question in it"),
        (b"1,2\n3,4\n---", "There is no question in it"),
        (b"PK\x03\x04\x00\x00", "The file is no text"),
        (b"\xff\xfe\x00\xd8", "The file is no text"),
        (b"x" * (BYTES + 1), "larger than 1 MB"),
        (b"x" * (LENGTH + 1), "longer than 600 characters"),
        (b"\n".join(b"Question %d?" % at for at in range(COUNT + 1)), "more than 300 questions"),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_do(
    tmp_path: Path, content: bytes, told: str
) -> None:
    with pytest.raises(QuestionsError, match=told):
        read_file(_file(tmp_path, content, "list.txt"))


def test_a_question_over_two_lines_of_a_cell_keeps_the_space_between(tmp_path: Path) -> None:
    content = b'Ref;Question\r\nA1;"Is it\r\nsafe?"\r\nA2;Who pays?\r\n'

    assert read_file(_file(tmp_path, content, "list.csv")) == ("Is it safe?", "Who pays?")


def test_a_file_that_is_not_there_or_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(QuestionsError, match="There is no file"):
        read_file(tmp_path / "none.csv")
    with pytest.raises(QuestionsError, match="cannot be read"):
        read_file(tmp_path)


@given(st.binary(max_size=400), st.sampled_from([".csv", ".txt"]))
def test_any_bytes_give_questions_or_a_sentence(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, suffix: str
) -> None:
    path = tmp_path_factory.getbasetemp() / f"any{suffix}"
    path.write_bytes(content)
    with suppress(QuestionsError):
        found = read_file(path)

        assert all(one.strip() == one and one.isprintable() for one in found)
        assert len(set(found)) == len(found) > 0
