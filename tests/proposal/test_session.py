"""The session: the one door for changing answers."""

import pytest

from roadmapper.errors import AddressError, FileError, ValueRefusedError
from roadmapper.proposal.change import Batch, Origin
from roadmapper.proposal.session import Session
from roadmapper.template.kinds import Value
from tests.proposals import Clock, Journal, session_of, small_template


def test_a_kept_answer_is_in_the_journal_and_in_the_answers() -> None:
    journal = Journal()
    session = session_of(journal)

    session.set("deal.name", "Fern")

    assert session.answers.text("deal.name") == "Fern"
    assert [change.after for change in journal.log[0].changes] == ["Fern"]


def test_setting_the_same_value_again_is_no_step() -> None:
    journal = Journal()
    session = session_of(journal)
    session.set("deal.name", "Fern")

    assert session.set("deal.name", "Fern") is None
    assert len(journal.log) == 1


def test_a_journal_that_fails_leaves_the_session_as_it_was() -> None:
    journal = Journal()
    session = session_of(journal)
    session.set("deal.name", "Fern")
    journal.error = FileError("The disk is full.")

    with pytest.raises(FileError):
        session.set("deal.name", "Hollow")

    assert session.answers.text("deal.name") == "Fern"
    assert session.undo_label == "Undo edit name"
    journal.error = None
    session.undo()
    assert len(session.answers) == 0


def test_listeners_hear_of_a_batch_after_it_is_applied() -> None:
    session = session_of()
    heard: list[tuple[Batch, str]] = []
    session.subscribe(lambda batch: heard.append((batch, session.answers.text("deal.name"))))

    batch = session.set("deal.name", "Fern")

    assert heard == [(batch, "Fern")]


def test_who_no_longer_listens_hears_nothing() -> None:
    session = session_of()
    heard: list[Batch] = []
    session.subscribe(heard.append)
    session.unsubscribe(heard.append)
    session.unsubscribe(heard.append)
    session.set("deal.name", "Fern")

    assert not heard


def test_a_listener_may_change_answers_and_all_hear_the_steps_in_their_order() -> None:
    session = session_of()
    heard: list[str] = []

    def answer(batch: Batch) -> None:
        if batch.id == 1:
            session.set("deal.story", "Once")

    session.subscribe(answer)
    session.subscribe(lambda batch: heard.append(batch.changes[0].path))

    session.set("deal.name", "Fern")

    assert heard == ["deal.name", "deal.story"]


def test_a_listener_that_fails_does_not_silence_later_steps() -> None:
    session = session_of()
    heard: list[int] = []

    def fail(batch: Batch) -> None:
        heard.append(batch.id)
        raise RuntimeError

    session.subscribe(fail)
    for _ in range(2):
        with pytest.raises(RuntimeError):
            session.set("deal.name", f"Fern {len(heard)}")

    assert heard == [1, 2]
    assert session.answers.text("deal.name") == "Fern 1"


def test_many_answers_are_one_step_or_none_at_all() -> None:
    journal = Journal()
    session = session_of(journal)
    values: dict[str, Value] = {"deal.name": "Fern", "deal.story": "Fern grew"}
    batch = session.change(values, "Replace Oak by Fern")

    assert batch is not None
    assert (len(batch.changes), session.undo_label) == (2, "Undo replace Oak by Fern")
    with pytest.raises(AddressError):
        session.change({"deal.name": "Elm", "deal.nothing": "Elm"}, "Replace")
    assert session.answers.text("deal.name") == "Fern"
    assert len(journal.log) == 1
    session.undo()
    assert not session.can_undo


def test_the_time_of_a_step_is_that_of_the_last_typing_in_it() -> None:
    journal, clock = Journal(), Clock(step=2)
    session = session_of(journal, clock=clock)
    for text in ("F", "Fe", "Fern"):
        session.set("deal.name", text)

    assert [batch.at for batch in journal.log] == [clock.now]
    assert session.can_undo


def test_typing_within_three_seconds_is_one_step() -> None:
    journal = Journal()
    session = session_of(journal, clock=Clock(step=1))
    for text in ("F", "Fe", "Fern"):
        session.set("deal.name", text)

    assert len(journal.log) == 1
    assert journal.log[0].changes[0].before is None
    session.undo()
    assert len(session.answers) == 0


def test_what_is_typed_and_taken_back_at_once_leaves_no_empty_step() -> None:
    journal = Journal()
    session = session_of(journal, {"deal.name": "A"}, Clock(step=1))
    session.set("deal.name", "B")
    session.set("deal.name", "A")

    assert not any(batch.is_idle for batch in journal.log)
    session.undo()
    assert session.answers.text("deal.name") == "B"


@pytest.mark.parametrize(("step", "path"), [(4.0, "deal.name"), (1.0, "deal.story")])
def test_slow_typing_and_other_answers_are_steps_of_their_own(step: float, path: str) -> None:
    journal = Journal()
    session = session_of(journal, clock=Clock(step=step))
    session.set("deal.name", "Fern")
    session.set(path, "Hollow")

    assert len(journal.log) == 2


def test_nothing_folds_into_a_step_that_was_just_undone() -> None:
    journal = Journal()
    session = session_of(journal, clock=Clock(step=1))
    session.set("deal.name", "Fern")
    session.undo()
    session.set("deal.name", "Hollow")

    assert [batch.origin for batch in journal.log] == [Origin.USER, Origin.UNDO, Origin.USER]


def test_a_new_step_ends_what_could_be_brought_again() -> None:
    session = session_of()
    session.set("deal.name", "Fern")
    session.undo()
    session.set("deal.story", "Once")

    assert session.redo() is None
    assert session.redo_label == ""


def test_undo_and_redo_go_on_after_the_log_is_read_again() -> None:
    journal = Journal()
    first = session_of(journal)
    first.set("deal.name", "Fern")
    first.set("deal.name", "Hollow")
    first.undo()

    again = Session(small_template(), first.answers, journal, log=journal.log, clock=Clock())

    assert again.redo_label == "Redo edit name"
    again.redo()
    assert again.answers.text("deal.name") == "Hollow"


def test_a_log_whose_beginning_was_dropped_is_read() -> None:
    journal = Journal()
    first = session_of(journal)
    for text in ("One", "Two", "Three"):
        first.set("deal.name", text)
    first.undo()
    first.undo()
    first.redo()
    first.undo()
    log = journal.log[2:]

    again = Session(small_template(), first.answers, journal, log=log, clock=Clock())

    assert (again.undo(), again.redo()) == (None, None)
    assert again.answers.text("deal.name") == "One"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("deal.nothing", "x"),
        ("nowhere.name", "x"),
        ("deal.models[r9].name", "x"),
        ("deal.models[r9]", "x"),
        ("deal.name[r1].x", "x"),
        ("no address", "x"),
        ("_secret.deal.name", "x"),
        ("_notes.foo.bar", "x"),
        ("_evidence.deal.nothing", "x"),
        ("_notes.deal.name[r1]", "x"),
        ("_state.nowhere.visited", "x"),
    ],
)
def test_an_address_that_leads_nowhere_is_refused(path: str, value: str) -> None:
    journal = Journal()
    session = session_of(journal)

    with pytest.raises(AddressError):
        session.set(path, value)

    assert not journal.log


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("deal.name", ("a", "b")),
        ("deal.structure", "share"),
        ("deal.ready", "perhaps"),
        ("deal.score", "3"),
        ("deal.models", ("r1", "r1")),
        ("deal.models", ("No Row",)),
        ("_evidence.deal.name", "e1"),
        ("_evidence.deal.name", ("e1", "e1")),
        ("_evidence.deal.name", ("No Row",)),
        ("_notes.deal.name", ("e1",)),
    ],
)
def test_a_value_of_the_wrong_shape_is_refused(path: str, value: Value) -> None:
    with pytest.raises(ValueRefusedError):
        session_of().set(path, value)


@pytest.mark.parametrize(
    ("path", "typed", "kept"),
    [
        ("deal.fee", "$1.2m", "1200000"),
        ("deal.fee", "about a million", "about a million"),
        ("deal.start", " 2027-05-14 ", "2027-05-14"),
        ("deal.ready", "Yes", True),
        ("deal.ready", False, False),
        ("deal.weeks", ("6.0", "9", "14"), ("6", "9", "14")),
        ("_notes.deal.fee", "Ask Kim", "Ask Kim"),
        ("_evidence.deal.models[r1].name", ("e1",), ("e1",)),
        ("_state.deal.visited", True, True),
    ],
)
def test_values_are_kept_in_one_form_and_half_typed_ones_as_typed(
    path: str, typed: Value, kept: Value
) -> None:
    session = session_of()
    session.set(path, typed)

    assert session.answers.value(path) == kept


@pytest.mark.parametrize("empty", [None, "", ()])
def test_an_empty_value_clears_the_answer(empty: Value) -> None:
    session = session_of(answers={"deal.name": "Fern"})
    session.set("deal.name", empty)

    assert "deal.name" not in session.answers


def test_undo_goes_back_two_hundred_steps_and_no_further() -> None:
    session = session_of()
    for count in range(210):
        session.set("deal.name", str(count))
    undone = 0
    while session.undo() is not None:
        undone += 1

    assert undone == 200
    assert session.answers.text("deal.name") == "9"
