"""Rows in a session: added, moved, removed, named."""

from time import monotonic

import pytest

from roadmapper.errors import AddressError, ValueRefusedError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.session import Session
from roadmapper.template.kinds import Value
from tests.proposals import Clock, Journal, session_of, small_template


def test_a_removed_row_takes_what_lies_in_it_along_and_undo_brings_all_back() -> None:
    session = session_of()
    row = session.add_row("deal.models", {"name": "Scribe"})
    inner = session.add_row(f"deal.models[{row}].inputs", {"name": "Audio"})
    before = session.answers

    session.remove_row("deal.models", row)

    assert len(session.answers) == 0
    session.undo()
    assert session.answers == before
    assert session.answers.text(f"deal.models[{row}].inputs[{inner}].name") == "Audio"


def test_a_row_id_is_never_used_again() -> None:
    journal = Journal()
    session = session_of(journal)
    first = session.add_row("deal.models")
    session.remove_row("deal.models", first)
    again = Session(small_template(), session.answers, journal, log=journal.log, clock=Clock())

    assert session.add_row("deal.models") != first
    assert again.add_row("deal.models") != first


def test_a_row_id_with_many_digits_leaves_room_for_more() -> None:
    session = session_of()
    session.set("deal.models", ("r999999999", "r999999", "r1000000"))

    rows = [session.add_row("deal.models") for _ in range(3)]

    assert rows == ["r1000001", "r1000002", "r1000003"]


def test_a_row_id_of_the_log_that_was_not_read_is_not_used_again() -> None:
    session = Session(small_template(), Answers(), Journal(), used_rows=("r41",), clock=Clock())

    assert session.add_row("deal.models") == "r42"


def test_used_rows_are_those_there_are_and_those_there_were() -> None:
    answers = Answers({"deal.models": ("r7",), "deal.models[r7].name": "Given"})
    session = Session(small_template(), answers, Journal(), clock=Clock())
    row = session.add_row("deal.models[r7].inputs")
    session.set("deal.models", ("r7", "r9"))
    session.remove_row("deal.models", "r9")

    assert {"r7", "r9", row} <= session.used_rows


def test_ten_thousand_answers_are_kept_at_once_quickly() -> None:
    session = session_of()
    rows = tuple(f"m{number}" for number in range(5_000))
    values: dict[str, Value] = {"deal.models": rows}
    values |= {f"deal.models[{row}].name": row for row in rows}
    began = monotonic()
    session.change(values, "Much")
    session.set("deal.models", rows[:1])

    assert monotonic() - began < 3
    assert len(session.answers) == 2


def test_rows_keep_their_content_when_moved() -> None:
    session = session_of()
    rows = [session.add_row("deal.models", {"name": name}) for name in "abc"]

    session.move_row("deal.models", rows[2], 0)

    names = [session.answers.text(f"deal.models[{r}].name") for r in session.rows("deal.models")]
    assert names == ["c", "a", "b"]


def test_given_rows_can_be_moved_and_filled_but_not_added_or_removed() -> None:
    session = session_of()
    session.set("deal.four[trained].answer", "On notes")
    session.move_row("deal.four", "tested", 0)

    assert session.rows("deal.four") == ("tested", "trained")
    with pytest.raises(AddressError, match="given by the template"):
        session.add_row("deal.four")
    with pytest.raises(AddressError, match="given by the template"):
        session.remove_row("deal.four", "tested")
    with pytest.raises(ValueRefusedError, match="another order"):
        session.set("deal.four", ("tested",))


def test_a_shorter_list_of_rows_clears_what_lies_in_the_rest() -> None:
    session = session_of()
    rows = [session.add_row("deal.models", {"name": name}) for name in "ab"]

    session.set("deal.models", (rows[1],))

    assert set(session.answers) == {"deal.models", f"deal.models[{rows[1]}].name"}


def test_steps_with_rows_are_named_by_what_a_person_calls_the_row() -> None:
    session = session_of()
    pilot = session.add_row("deal.models", {"name": " Pilot \n one"})
    assert session.undo_label == "Undo add Pilot one to models"
    blank = session.add_row("deal.models")
    assert session.undo_label == "Undo add to models"
    session.move_row("deal.models", pilot, 1)
    assert session.undo_label == "Undo move Pilot one"
    session.duplicate_row("deal.models", pilot)
    assert session.undo_label == "Undo duplicate Pilot one"
    session.remove_row("deal.models", blank)
    assert session.undo_label == "Undo remove a row of models"
    session.move_row("deal.four", "tested", 0)
    assert session.undo_label == "Undo move How tested?"
    session.undo()
    assert (session.redo_label, session.can_redo) == ("Redo move How tested?", True)


def test_a_long_name_is_cut_in_the_name_of_a_step() -> None:
    session = session_of()
    session.add_row("deal.models", {"name": "x" * 90})

    assert session.undo_label == f"Undo add {'x' * 40}… to models"


def test_a_copy_of_a_row_stands_after_it_and_holds_the_same_with_evidence_but_no_note() -> None:
    journal = Journal()
    session = session_of(journal)
    first = session.add_row("deal.models", {"name": "Scribe"})
    last = session.add_row("deal.models", {"name": "Coder"})
    inner = session.add_row(f"deal.models[{first}].inputs", {"name": "Audio"})
    session.set(f"_evidence.deal.models[{first}].name", ("e1",))
    session.set(f"_notes.deal.models[{first}]", "Ask Kim")
    before, steps = session.answers, len(journal.log)

    copy = session.duplicate_row("deal.models", first)

    assert session.rows("deal.models") == (first, copy, last)
    assert session.answers.text(f"deal.models[{copy}].inputs[{inner}].name") == "Audio"
    assert session.answers.rows(f"_evidence.deal.models[{copy}].name") == ("e1",)
    assert f"_notes.deal.models[{copy}]" not in session.answers
    assert len(journal.log) == steps + 1
    session.undo()
    assert session.answers == before


def test_a_row_in_a_row_is_copied_moved_and_removed_as_any_other() -> None:
    session = session_of()
    outer = session.add_row("deal.models", {"name": "Scribe"})
    path = f"deal.models[{outer}].inputs"
    audio = session.add_row(path, {"name": "Audio"})
    copy = session.duplicate_row(path, audio)
    session.move_row(path, copy, 0)
    assert session.rows(path) == (copy, audio)
    session.remove_row(path, audio)

    assert session.rows(path) == (copy,)
    assert session.answers.text(f"{path}[{copy}].name") == "Audio"


def test_given_rows_cannot_be_copied_and_a_row_that_is_not_there_neither() -> None:
    session = session_of()

    with pytest.raises(AddressError, match="given by the template"):
        session.duplicate_row("deal.four", "tested")
    with pytest.raises(AddressError, match="no row"):
        session.duplicate_row("deal.models", "r9")


@pytest.mark.parametrize("shorten", [True, False])
def test_what_is_kept_about_a_row_goes_and_comes_back_with_it(shorten: bool) -> None:
    session = session_of()
    row = session.add_row("deal.models", {"name": "Scribe"})
    for path in (f"_notes.deal.models[{row}]", f"_reviews.deal.models[{row}].name"):
        session.set(path, "Look again")
    session.set("_notes.deal.models", "Stays")
    before = session.answers

    if shorten:
        session.set("deal.models", ())
    else:
        session.remove_row("deal.models", row)

    assert dict(session.answers) == {"_notes.deal.models": "Stays"}
    session.undo()
    assert session.answers == before
