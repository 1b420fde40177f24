"""Every command does what its help says."""

import io
import json
import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from roadmapper.commands.words import COMMANDS

Roadmapper = Callable[..., Any]


def test_without_arguments_the_help_lists_every_command(roadmapper: Roadmapper) -> None:
    answer = roadmapper()

    assert answer.code == 0
    assert all(command.name in answer.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_help_of_every_command_has_examples(roadmapper: Roadmapper, command: Any) -> None:
    answer = roadmapper(command.name, "--help")

    assert answer.code == 0
    assert "examples:" in answer.out
    assert all(f"roadmapper {command.name}" in example for example in command.examples)


def test_the_version_is_told(roadmapper: Roadmapper) -> None:
    assert roadmapper("--version").out.startswith("roadmapper")


def test_what_is_set_can_be_got(roadmapper: Roadmapper, proposal: str) -> None:
    assert roadmapper("set", proposal, "deal.health_system", "Fernhollow Health").code == 0

    assert roadmapper("get", proposal, "deal.health_system").out == "Fernhollow Health\n"
    assert json.loads(roadmapper("get", proposal, "--json").out) == {
        "deal.health_system": "Fernhollow Health"
    }


def test_a_list_is_given_as_values_or_as_json(roadmapper: Roadmapper, proposal: str) -> None:
    path = "pricing.structure"
    options = json.loads(roadmapper("templates", "partnership", "--json").out)["sections"]
    (section,) = (one for one in options if one["id"] == "pricing")
    (question,) = (one for one in section["questions"] if one["id"] == "structure")
    first, second = (option["value"] for option in question["options"][:2])

    roadmapper("set", proposal, path, first, second)
    assert roadmapper("get", proposal, path).out == f"{first}\n{second}\n"
    roadmapper("set", proposal, path, json.dumps([second]))
    assert json.loads(roadmapper("get", proposal, path, "--json").out) == [second]


def test_a_hyphen_reads_standard_input(
    roadmapper: Roadmapper, proposal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "Two lines,\nin one answer: ünï 😀"
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"{text}\n".encode())))
    roadmapper("set", proposal, "deal.promise", "-")

    assert json.loads(roadmapper("get", proposal, "deal.promise", "--json").out) == text


def test_a_doubtful_value_is_kept_and_remarked_upon(roadmapper: Roadmapper, proposal: str) -> None:
    answer = roadmapper("set", proposal, "deal.decision_date", "next spring")

    assert answer.code == 0
    assert "year-month-day" in answer.out
    assert roadmapper("get", proposal, "deal.decision_date").out == "next spring\n"


def test_clear_takes_an_answer_away(roadmapper: Roadmapper, proposal: str) -> None:
    roadmapper("set", proposal, "deal.name", "Fern")
    roadmapper("set", proposal, "deal.name", "--clear")

    answer = roadmapper("get", proposal, "deal.name")
    assert (answer.code, answer.out) == (0, "")


def test_an_answers_file_is_one_step_of_undo(
    roadmapper: Roadmapper, proposal: str, tmp_path: Path
) -> None:
    (tmp_path / "a.toml").write_text(
        '[deal]\nname = "Fern"\ndecision_date = 2027-05-14\n[[deal.team]]\nrole = "Lead"\n'
    )
    assert "Kept 4 answers" in roadmapper("set", proposal, "--from", "a.toml").out
    assert roadmapper("get", proposal, "deal.team[r1].role").out == "Lead\n"

    assert "Answers from a.toml" in roadmapper("undo", proposal).out
    assert roadmapper("get", proposal).out == ""
    assert roadmapper("redo", proposal).code == 0
    assert roadmapper("get", proposal, "deal.decision_date").out == "2027-05-14\n"


def test_the_rows_of_a_table_can_be_put_in_another_order(
    roadmapper: Roadmapper, proposal: str
) -> None:
    for role in ("role=Lead", "role=Nurse"):
        roadmapper("rows", proposal, "deal.team", "add", role)

    assert roadmapper("set", proposal, "deal.team", "r2", "r1").code == 0
    assert roadmapper("get", proposal, "deal.team[r1].name").code == 0
    assert "Its rows are: r2, r1" in roadmapper("get", proposal, "deal.team[r3].role").err


def test_rows_without_ids_replace_the_rows_there_were(
    roadmapper: Roadmapper, proposal: str, tmp_path: Path
) -> None:
    file = tmp_path / "a.toml"
    file.write_text('[[deal.team]]\nrole = "Lead"\nname = "Kim"\n[[deal.team]]\nrole = "Nurse"\n')
    roadmapper("set", proposal, "--from", "a.toml")
    file.write_text('[[deal.team]]\nrole = "Desk"\n')
    roadmapper("set", proposal, "--from", "a.toml")

    kept = json.loads(roadmapper("get", proposal, "--json").out)
    assert kept == {"deal.team": ["r3"], "deal.team[r3].role": "Desk"}


def test_evidence_is_a_list_and_comes_back_from_a_file(
    roadmapper: Roadmapper, proposal: str, tmp_path: Path
) -> None:
    paths = ("_evidence.deal.health_system", "_evidence.deal.promise")
    assert roadmapper("set", proposal, paths[0], "e1").code == 0
    assert roadmapper("set", proposal, paths[1], "e1", "e2").code == 0
    assert roadmapper("set", proposal, "_notes.deal.promise", "Ask Kim").code == 0
    assert roadmapper("set", proposal, "_state.deal.visited", "done").code == 0
    assert roadmapper("get", proposal, "_state.deal.other").code == 0
    before = json.loads(roadmapper("get", proposal, "--json").out)
    assert (before[paths[0]], before[paths[1]]) == (["e1"], ["e1", "e2"])

    (tmp_path / "a.toml").write_text(roadmapper("get", proposal).out, encoding="utf-8")
    assert "Nothing changed" in roadmapper("set", proposal, "--from", "a.toml").out
    roadmapper("new", "q.roadmap")
    roadmapper("set", "q.roadmap", "--from", "a.toml")
    assert json.loads(roadmapper("get", "q.roadmap", "--json").out) == before


def test_rows_are_added_moved_and_removed(roadmapper: Roadmapper, proposal: str) -> None:
    for role in ("Lead", "Nurse", "Desk"):
        answer = roadmapper("rows", proposal, "deal.team", "add", f"role={role}")
    assert answer.out == "r3\n"

    assert "r3, r1, r2" in roadmapper("rows", proposal, "deal.team", "move", "r3", "1").out
    assert roadmapper("rows", proposal, "deal.team", "remove", "r1").code == 0

    kept = json.loads(roadmapper("get", proposal, "deal.team", "--json").out)
    assert kept["deal.team"] == ["r3", "r2"]
    assert "deal.team[r1].role" not in kept


def test_rows_in_rows_are_added(roadmapper: Roadmapper, proposal: str) -> None:
    roadmapper("rows", proposal, "transparency.models", "add")
    sections = json.loads(roadmapper("templates", "partnership", "--json").out)["sections"]
    (section,) = (one for one in sections if one["id"] == "transparency")
    (models,) = (one for one in section["questions"] if one["id"] == "models")
    inner = next(one for one in models["columns"] if one["kind"] == "rows")
    path = f"transparency.models[r1].{inner['id']}"

    assert roadmapper("rows", proposal, path, "add").out == "r2\n"
    assert path in json.loads(roadmapper("get", proposal, "--json").out)


def test_the_log_tells_every_step_and_who_made_it(
    roadmapper: Roadmapper, proposal: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000000")
    monkeypatch.setenv("ROADMAPPER_AUTHOR", "Kim")
    roadmapper("set", proposal, "deal.name", "Fern")
    roadmapper("set", proposal, "deal.name", "Hollow", "--author", "Ash")
    roadmapper("undo", proposal, "--author", "")

    log = json.loads(roadmapper("log", proposal, "--json").out)
    assert [(one["author"], one["origin"]) for one in log] == [
        ("Kim", "user"),
        ("Ash", "user"),
        ("", "undo"),
    ]
    assert log[0]["at"] == "2027-01-15T08:00:00+00:00"
    assert log[1]["changes"] == [{"path": "deal.name", "before": "Fern", "after": "Hollow"}]
    assert "Undo: Edit" in roadmapper("log", proposal).out


def test_undo_on_a_new_proposal_says_there_is_nothing(
    roadmapper: Roadmapper, proposal: str
) -> None:
    answer = roadmapper("undo", proposal)

    assert (answer.code, answer.out) == (0, "There is nothing to take back.\n")


def test_fernhollow_is_the_first_sample(roadmapper: Roadmapper) -> None:
    names = [line.partition("\t")[0] for line in roadmapper("sample", "--list").out.splitlines()]

    assert names == ["fernhollow", "larkmere"]


@pytest.mark.parametrize("name", ["fernhollow", "larkmere"])
def test_a_sample_written_as_answers_file_gives_the_same_proposal(
    roadmapper: Roadmapper, proposal: str, tmp_path: Path, name: str
) -> None:
    roadmapper("sample", name, "s.roadmap")
    (tmp_path / "s.toml").write_text(roadmapper("get", "s.roadmap").out, encoding="utf-8")
    assert roadmapper("set", proposal, "--from", "s.toml").code == 0

    first = json.loads(roadmapper("get", "s.roadmap", "--json").out)
    assert json.loads(roadmapper("get", proposal, "--json").out) == first
    assert len(first) > 1000


def test_templates_tell_every_question_and_column_recursively(roadmapper: Roadmapper) -> None:
    told = roadmapper("templates", "partnership").out

    assert "partnership\t" in roadmapper("templates").out
    assert json.loads(roadmapper("templates", "--json").out)[0]["id"] == "partnership"
    assert "[pricing]" in told
    assert "\n  models  rows  " in told
    assert "\n      " in told


@pytest.mark.parametrize("name", ["fernhollow", "larkmere"])
def test_a_new_proposal_can_begin_from_an_earlier_one(roadmapper: Roadmapper, name: str) -> None:
    roadmapper("sample", name, "old.roadmap")
    answer = roadmapper("new", "new.roadmap", "--from", "old.roadmap")

    assert answer.code == 0
    kept = roadmapper("get", "new.roadmap", "--json").out
    assert name not in kept.lower()
    assert set(json.loads(kept)) < set(json.loads(roadmapper("get", "old.roadmap", "--json").out))
    assert "transparency.models" in answer.out.splitlines()[1]
    assert answer.out.splitlines()[1].startswith("Kept (")
    assert "deal.health_system" in answer.out.splitlines()[2]
    assert roadmapper("get", "new.roadmap", "pricing.floor_price").out == ""
    assert roadmapper("new", "new.roadmap", "--from", "old.roadmap").code == 2


@pytest.mark.parametrize(
    "example",
    [one for command in COMMANDS if command.name in ("set", "rows") for one in command.examples],
)
def test_the_examples_of_set_and_rows_work_on_a_sample(
    roadmapper: Roadmapper, monkeypatch: pytest.MonkeyPatch, example: str
) -> None:
    roadmapper("sample", "fernhollow", "fern.roadmap")
    Path("answers.toml").write_text('[deal]\nname = "Fern"\n', encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"A promise")))
    _, *arguments = shlex.split(example.partition(" < ")[0])

    assert roadmapper(*arguments).code == 0


def test_an_option_may_be_named_as_the_screen_names_it(
    roadmapper: Roadmapper, proposal: str
) -> None:
    answer = roadmapper("set", proposal, "system.type", "Academic Medical Center")
    roadmapper("set", proposal, "deal.use_case", "Something else")

    assert "Note" not in answer.out
    assert roadmapper("get", proposal, "deal.use_case").out == "other\n"


def test_a_value_that_says_little_is_listed_with_its_label(
    roadmapper: Roadmapper, proposal: str
) -> None:
    said = roadmapper("set", proposal, "system.priorities[r1].fit", "fully").out

    assert "Choose one of: 0 (Not served)" in said
    assert "one of: 0 (Not served)" in roadmapper("templates", "partnership").out


def test_a_text_for_a_table_says_how_rows_are_added(roadmapper: Roadmapper, proposal: str) -> None:
    answer = roadmapper("set", proposal, "system.union", "none")

    assert answer.code == 2
    assert "rows FILE system.union add" in answer.err


def test_every_wrong_value_of_an_answers_file_is_told_at_once(
    roadmapper: Roadmapper, proposal: str
) -> None:
    Path("a.toml").write_text('[deal]\nuse_case = "x"\nterm_years = "y"\n', encoding="utf-8")
    answer = roadmapper("set", proposal, "--from", "a.toml")

    assert answer.code == 2
    assert "deal.use_case is" in answer.err
    assert "deal.term_years is" in answer.err


def test_a_step_names_a_question_in_quotation_marks(roadmapper: Roadmapper, proposal: str) -> None:
    roadmapper("set", proposal, "deal.use_case", "imaging")

    assert "Edit “What are you proposing?”" in roadmapper("log", proposal).out
