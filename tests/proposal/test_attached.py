"""What is said of an attached file: a harmless name, and whether it may be opened."""

import pytest

from roadmapper.errors import ValueRefusedError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.attached import (
    Attached,
    all_attached,
    attached,
    attached_in,
    file_at,
    safe_name,
    size_text,
)
from tests.proposals import session_of

HASH = "ab" * 32


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("trial.pdf", "trial.pdf"),
        ("../../etc/passwd", "etc passwd"),
        ("C:\\evil\\x.pdf", "C evil x.pdf"),
        ("invoice\u202efdp.exe", "invoice fdp.exe"),
        ("con.pdf", "_con.pdf"),
        ("run.exe . ", "run.exe"),
        ("a\x00b\n.txt", "a b.txt"),
        ("...", "attached"),
        ("", "attached"),
    ],
)
def test_a_name_is_made_harmless(given: str, name: str) -> None:
    assert safe_name(given) == name
    assert safe_name(name) == name


def test_a_long_name_keeps_how_it_ends() -> None:
    assert safe_name(f"{'a' * 300}.docx") == f"{'a' * 95}.docx"


@pytest.mark.parametrize("name", ["a.pdf", "A.DOCX", "b.png", "c.csv"])
def test_documents_and_pictures_may_be_opened(name: str) -> None:
    assert Attached(name, HASH, 1).opens


@pytest.mark.parametrize(
    "name", ["a.exe", "a.pdf.exe", "a.docm", "a.html", "a.lnk", "a.js", "a.command", "a", "a.zip"]
)
def test_nothing_else_is_opened(name: str) -> None:
    assert not Attached(name, HASH, 1).opens


def test_a_name_from_another_machine_is_made_harmless_when_it_is_read() -> None:
    found = attached_in(("../../run.sh", HASH, "12"))

    assert found == Attached("run.sh", HASH, 12)


@pytest.mark.parametrize("value", [None, "x", ("a", HASH), ("a", "..", "1"), ("a", HASH, "-1")])
def test_anything_else_names_no_file(value: str | tuple[str, ...] | None) -> None:
    assert attached_in(value) is None


def test_only_what_names_a_file_is_kept_as_one() -> None:
    session = session_of()
    row = session.add_row("deal.models")

    with pytest.raises(ValueRefusedError, match="roadmapper attach"):
        session.set(f"_files.deal.models[{row}]", ("just", "some", "words"))
    session.set(f"_files.deal.models[{row}]", ("a/b.pdf", HASH, "12"))
    assert session.answers.value(f"_files.deal.models[{row}]") == ("a b.pdf", HASH, "12")


def test_a_duplicate_of_a_row_has_its_file_and_a_removed_row_has_none() -> None:
    session = session_of()
    row = session.add_row("deal.models")
    session.set(f"_files.deal.models[{row}]", ("b.pdf", HASH, "12"))
    copy = session.duplicate_row("deal.models", row)
    session.remove_row("deal.models", row)

    assert [one for one in session.answers if one.startswith("_files")] == [
        f"_files.deal.models[{copy}]"
    ]


def test_attached_files_are_told_in_the_order_of_the_register() -> None:
    one, two = Attached("one.pdf", HASH, 1), Attached("two.pdf", HASH, 2)
    answers = Answers(
        {"solution.evidence": ("e2", "e1"), file_at("e1"): one.value, file_at("e2"): two.value}
    )

    assert all_attached(answers) == {"e2": two, "e1": one}
    assert attached(answers, "e3") is None


def test_a_size_is_told_as_a_person_reads_it() -> None:
    told = [size_text(size) for size in (1, 999, 1_000, 25_000_000)]

    assert told == ["1 byte", "999 bytes", "1.0 KB", "25.0 MB"]
