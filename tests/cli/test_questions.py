"""questions, on the command line."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Roadmapper = Callable[..., Any]
_LIST = "No,Question\n1,Do you sign our BAA?\n2,What is your favorite color?\n"


def test_questions_come_in_and_are_led_to_an_answer(roadmapper: Roadmapper, proposal: str) -> None:
    Path("list.csv").write_text(_LIST, encoding="utf-8")
    dry = roadmapper("questions", proposal, "import", "list.csv", "--dry-run")
    assert dry.out == "Would add 2 questions.\n"

    assert "Added 2 questions.\n" in roadmapper("questions", proposal, "import", "list.csv").out
    again = roadmapper("questions", proposal, "import", "list.csv").out
    (first, second) = json.loads(roadmapper("questions", proposal, "list", "--json").out)
    listed = roadmapper("questions", proposal, "list").out

    assert again.startswith("Added 0 questions. Of the list 2 were there already.")
    assert first["suggested"] == "security.baa"
    assert "suggested: Security: Business associate agreement (security.baa)" in listed
    assert listed.endswith("0 of 2 questions answered.\n")

    said = roadmapper("questions", proposal, "map", first["row"], "suggested").out
    assert said == f"{first['row']} is answered in Security: Business associate agreement.\n"
    assert "not yet answered in Security" in roadmapper("questions", proposal, "list").out
    assert roadmapper("set", proposal, "security.baa", "signed").code == 0
    assert "    answered in Security: Business" in roadmapper("questions", proposal, "list").out
    assert roadmapper("questions", proposal, "map", first["row"]).out.endswith("nowhere now.\n")
    assert roadmapper("questions", proposal, "map", second["row"], "security").code == 0


def test_questions_are_pasted_through_standard_input(
    roadmapper: Roadmapper, proposal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed = io.TextIOWrapper(io.BytesIO(b"1. Who pays?\n2. Who decides?\n"))
    monkeypatch.setattr(sys, "stdin", typed)

    assert "Added 2 questions." in roadmapper("questions", proposal, "import", "-").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("import",), "Name one list"),
        (("import", "none.csv"), "There is no file"),
        (("list", "x"), "list takes nothing more"),
        (("map",), "Name the question and what answers it"),
        (("map", "r9", "security.baa"), 'There is no question "r9"'),
        (("map", "q1", "security.nothing"), "There is no answer or step"),
        (("map", "q2", "suggested"), "Nothing is suggested"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(
    roadmapper: Roadmapper, proposal: str, arguments: tuple[str, ...], told: str
) -> None:
    for row, text in (("q1", "Who signs?"), ("q2", "Lunch?")):
        Path("one.txt").write_text(text, encoding="utf-8")
        assert roadmapper("questions", proposal, "import", "one.txt").code == 0
        listed = json.loads(roadmapper("questions", proposal, "list", "--json").out)
        arguments = tuple(listed[-1]["row"] if one == row else one for one in arguments)

    said = roadmapper("questions", proposal, *arguments)

    assert said.code == 2
    assert told in said.err
