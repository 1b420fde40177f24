"""Answers files: what is read, what is refused and how it is said."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapper.errors import AddressError, FileError, ValueRefusedError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.answers_file import LIMIT, from_tables, parse_tables, read_answers
from roadmapper.proposal.answers_text import write_answers
from roadmapper.template.kinds import Value
from tests.proposals import session_of, small_template


def _read(text: str) -> dict[str, Value]:
    return from_tables(parse_tables(text, "a.toml"), small_template(), "a.toml")


def test_native_values_are_read_as_they_are_kept() -> None:
    text = """
    [deal]
    name = "Fern"
    fee = 1_200_000.50
    start = 2027-05-14
    ready = true
    structure = ["share"]
    weeks = [6, "9", 14.5]
    level = "low"
    """

    assert _read(text) == {
        "deal.name": "Fern",
        "deal.fee": "1200000.5",
        "deal.start": "2027-05-14",
        "deal.ready": True,
        "deal.structure": ("share",),
        "deal.weeks": ("6", "9", "14.5"),
        "deal.level": "low",
    }


def test_rows_take_their_ids_or_get_free_ones() -> None:
    text = """
    [[deal.models]]
    name = "One"
    [[deal.models]]
    id = "r1"
    [[deal.models.inputs]]
    name = "Audio"
    """

    assert _read(text) == {
        "deal.models": ("r2", "r1"),
        "deal.models[r2].name": "One",
        "deal.models[r1].inputs": ("r1",),
        "deal.models[r1].inputs[r1].name": "Audio",
    }


def test_given_rows_are_tables_by_their_id_or_a_list_that_may_set_the_order() -> None:
    by_id = '[deal.four.tested]\nanswer = "Here"\n'
    some = '[[deal.four]]\nid = "tested"\nanswer = "Here"\n'
    both = some + '[[deal.four]]\nid = "trained"\n'

    assert _read(by_id) == _read(some) == {"deal.four[tested].answer": "Here"}
    assert _read(both)["deal.four"] == ("tested", "trained")


def test_what_is_kept_about_an_answer_is_read_by_its_address() -> None:
    text = '[evidence_links]\n"deal.story" = ["e1"]\n[notes]\n"deal.models[r1].name" = "Ask"\n'

    assert _read(text) == {
        "_evidence.deal.story": ("e1",),
        "_notes.deal.models[r1].name": "Ask",
    }


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[deals]\nname = "x"', r"no section \[deals\].*deal, evidence_links"),
        ("deal = 3", r"deal cannot be kept.*\[deal\]"),
        ('[deal]\nnome = "x"', 'no question "nome".*name, story'),
        ('[[deal.models]]\nnome = "x"', r'deal.models\[r1\] has no column "nome".*id, name'),
        ('[[deal.four]]\nid = "other"', 'no row "other".*trained, tested'),
        ('[deal.four]\ntested = "x"', r"Write a table, such as \[deal.four.tested\]"),
        ('[evidence_links]\n"deal.nome" = ["e1"]', 'no question "nome"'),
        ('[evidence_links]\n"nonsense" = ["e1"]', "not an address"),
        ('[notes]\n"deal.name[r1]" = "x"', "not a table"),
        ('[state]\n"nowhere.name" = "x"', 'no section "nowhere"'),
    ],
)
def test_an_unknown_key_is_named_with_what_there_is(text: str, told: str) -> None:
    with pytest.raises((AddressError, ValueRefusedError), match=f"a.toml: .*{told}"):
        _read(text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name = true", "deal.name cannot be kept. Write one text"),
        ('name = ["x"]', "deal.name cannot be kept. Write one text"),
        ('fee = "much"', 'deal.fee is "much". Enter a number'),
        ("fee = nan", "deal.fee is"),
        ("fee = 1e999999", "deal.fee is"),
        ('start = "May"', "Enter a date"),
        ("start = 2027-05-14T10:00:00", "Write a date, such as 2027-05-14"),
        ('ready = "maybe"', "Write true or false"),
        ('level = "middle"', "Choose one of: low, high"),
        ('structure = "share"', "Write a list"),
        ('structure = ["else"]', "Choose from: share, fixed"),
        ("weeks = [1, 2]", r"such as \[6, 9, 14\]"),
        ("weeks = [3, 2, 1]", "rising order"),
        ("score = 3", "computed by the program"),
        ('models = "x"', r"one table per row, such as \[\[deal.models\]\]"),
        ('models = [{ id = "No" }]', "short id"),
        ('models = [{ id = "a" }, { id = "a" }]', "two rows"),
    ],
)
def test_a_wrong_value_is_named_with_what_to_write(text: str, told: str) -> None:
    with pytest.raises(ValueRefusedError, match=f"a.toml: deal.*{told}|a.toml: .*{told}"):
        _read(f"[deal]\n{text}")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[evidence_links]\n"deal.name" = "e1"', "Write a list of row ids"),
        ('[evidence_links]\n"deal.name" = 3', "Write a list of row ids"),
        ('[notes]\n"deal.name" = ["x"]', "Write one text"),
        ('[notes]\n"deal.name" = {}', "Write one text"),
    ],
)
def test_what_is_kept_about_an_answer_has_its_own_shape(text: str, told: str) -> None:
    with pytest.raises(ValueRefusedError, match=f'a.toml: .*"deal.name" cannot be kept. {told}'):
        _read(text)


def test_rows_without_ids_get_names_that_were_never_used() -> None:
    text = "[[deal.models]]\n[[deal.models.inputs]]\n[[deal.models.inputs]]"
    used = frozenset({"r4", "r5"})

    assert from_tables(parse_tables(text, "a"), small_template(), "a", used) == {
        "deal.models": ("r6",),
        "deal.models[r6].inputs": ("r6", "r7"),
    }


def test_a_file_that_is_no_toml_or_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    for content, told in (
        (b"[deal\n", "not valid TOML"),
        (b"\xff\xfe", "not UTF-8"),
        (b"a = " + b"[" * 100_000, "not valid TOML"),
        (b"#" * (LIMIT + 1), "larger than 5 MB"),
    ):
        path.write_bytes(content)
        with pytest.raises(FileError, match=told):
            read_answers(path, small_template())
    for missing in (tmp_path / "b.toml", tmp_path, tmp_path / "a\x00b"):
        with pytest.raises(FileError):
            read_answers(missing, small_template())


def test_a_file_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    path.write_bytes('\ufeff[deal]\nname = "Fern"\n'.encode())

    assert read_answers(path, small_template()) == {"deal.name": "Fern"}


_TEXT = st.text(st.characters(codec="utf-8"), min_size=1)


@settings(deadline=None)
@given(
    name=_TEXT,
    story=_TEXT,
    notes=_TEXT,
    ready=st.booleans(),
    rows=st.lists(st.tuples(_TEXT, st.lists(_TEXT, max_size=2)), max_size=3),
    given_row=st.none() | _TEXT,
)
def test_what_is_written_is_read_back_exactly(
    *,
    name: str,
    story: str,
    notes: str,
    ready: bool,
    rows: list[tuple[str, list[str]]],
    given_row: str | None,
) -> None:
    session = session_of()
    session.change(
        {"deal.name": name, "deal.story": story, "deal.ready": ready, "_notes.deal.name": notes},
        "Begin",
    )
    for model, inputs in rows:
        row = session.add_row("deal.models", {"name": model})
        for one in inputs:
            session.add_row(f"deal.models[{row}].inputs", {"name": one})
    session.set("deal.four[tested].answer", given_row)

    assert Answers(_read(write_answers(session.answers))) == session.answers


def test_rows_without_any_cell_are_read_back() -> None:
    answers = Answers({"deal.models": ("r1", "r2"), "deal.four": ("tested", "trained")})

    assert Answers(_read(write_answers(answers))) == answers


def test_text_on_several_lines_stays_readable() -> None:
    answers = Answers({"deal.story": 'One "two"\nthree \\ four"'})

    assert write_answers(answers) == '[deal]\nstory = """\nOne "two"\nthree \\\\ four\\""""\n'
