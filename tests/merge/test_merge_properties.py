"""Whatever two people do apart: what comes together loses nothing and is fair to both."""

from hypothesis import given, settings

from roadmapper.merge import Comparison, Side, compare
from roadmapper.proposal.answers import Answers
from tests.merge.sides import WORK, Step, after, coupled_template, session_over

_MANY = settings(max_examples=150, deadline=None)


def _sides(*work: list[Step]) -> tuple[Answers, Answers, Answers]:
    """Return what both begin with and what each made of it."""
    begin, ours, yours = work
    base = after(Answers(), begin)
    return base, after(base, ours), after(base, yours)


def _compare(base: Answers, mine: Answers, theirs: Answers) -> Comparison:
    return compare(coupled_template(), base, mine, theirs)


@_MANY
@given(WORK, WORK)
def test_a_side_that_changed_nothing_brings_nothing(begin: list[Step], work: list[Step]) -> None:
    base = after(Answers(), begin)
    ours = after(base, work)

    found = _compare(base, ours, base)

    assert (found.taken, found.conflicts, found.unplaced) == ((), (), ())
    assert found.merged() == ours
    assert found.values() == {}


@_MANY
@given(WORK, WORK)
def test_where_only_they_worked_all_of_theirs_is_taken(begin: list[Step], work: list[Step]) -> None:
    base = after(Answers(), begin)
    theirs = after(base, work)

    found = _compare(base, base, theirs)

    assert (found.conflicts, found.unplaced) == ((), ())
    assert found.merged() == theirs


@_MANY
@given(WORK, WORK)
def test_two_who_did_the_same_have_nothing_to_decide(begin: list[Step], work: list[Step]) -> None:
    base = after(Answers(), begin)
    both = after(base, work)

    found = _compare(base, both, both)

    assert (found.taken, found.conflicts) == ((), ())
    assert found.merged() == both


@_MANY
@given(WORK, WORK, WORK)
def test_conflicts_are_the_same_seen_from_either_side(
    begin: list[Step], ours: list[Step], yours: list[Step]
) -> None:
    base, mine, theirs = _sides(begin, ours, yours)

    here, there = _compare(base, mine, theirs), _compare(base, theirs, mine)

    assert {one.path for one in here.conflicts} == {one.path for one in there.conflicts}
    assert {one.what for one in here.conflicts} == {one.what for one in there.conflicts}


@_MANY
@given(WORK, WORK, WORK)
def test_what_either_side_says_is_in_the_result_or_in_a_conflict(
    begin: list[Step], ours: list[Step], yours: list[Step]
) -> None:
    base, mine, theirs = _sides(begin, ours, yours)

    found = _compare(base, mine, theirs)

    merged = found.merged()
    for side in (found.mine, found.theirs):
        asked = {
            path
            for one in found.conflicts
            for state in (one.mine, one.theirs)
            for path in state or {}
        }
        for path, value in side.items():
            changed = value != base.value(path) and not isinstance(value, tuple)
            assert not changed or merged.value(path) == value or path in asked
        rows = side.rows("deal.models")
        decided = {one.path for one in found.conflicts}
        kept = merged.rows("deal.models")
        assert all(
            row in kept or row in base.rows("deal.models") or f"deal.models[{row}]" in decided
            for row in rows
        )


@_MANY
@given(WORK, WORK, WORK)
def test_every_choice_is_one_step_that_a_session_takes_and_takes_back(
    begin: list[Step], ours: list[Step], yours: list[Step]
) -> None:
    base, mine, theirs = _sides(begin, ours, yours)
    found = _compare(base, mine, theirs)

    for side in Side:
        choices = {one.path: side for one in (*found.taken, *found.conflicts)}
        session = session_over(mine)
        batch = session.change(found.values(choices), "Merge")
        assert session.answers == found.merged(choices)
        if batch:
            session.undo()
        assert session.answers == mine


@_MANY
@given(WORK, WORK, WORK)
def test_a_copy_that_comes_home_twice_brings_nothing_new_the_second_time(
    begin: list[Step], ours: list[Step], yours: list[Step]
) -> None:
    base, mine, theirs = _sides(begin, ours, yours)
    first = _compare(base, mine, theirs)
    home = first.merged({one.path: Side.THEIRS for one in first.conflicts})

    again = _compare(base, home, theirs)

    assert again.merged() == home
