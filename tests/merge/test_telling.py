"""A difference in words: where it is, what each side says, word by word."""

from hypothesis import given
from hypothesis import strategies as st

from roadmapper.merge import Comparison, compare
from roadmapper.proposal.answers import Answers
from roadmapper.telling import Told, told, word_by_word
from tests.merge.sides import WORK, Step, after, coupled_template

BASE = Answers({"deal.models": ("r1", "r2"), "deal.models[r1].name": "Triage"})


def _compare(mine: Answers, theirs: Answers) -> Comparison:
    return compare(coupled_template(), BASE, mine, theirs)


def _only(found: Comparison) -> Told:
    (one,) = (*found.taken, *found.conflicts)
    return told(found, one)


def test_an_answer_is_told_with_its_label_and_step() -> None:
    words = _only(_compare(BASE, Answers({**BASE, "deal.fee": "1200"})))

    assert words == Told("Fee", "Deal", "Fee: Not answered", "Fee: $1,200", False)


def test_a_row_is_told_by_its_name_and_cells() -> None:
    theirs = Answers({**BASE, "deal.models": ("r1", "r2", "r3"), "deal.models[r3].name": "Sepsis"})

    words = _only(_compare(BASE, theirs))

    assert (words.title, words.where) == ("Sepsis", "Deal, Models")
    assert (words.mine, words.theirs) == ("Not in the table", "Name: Sepsis")


def test_an_order_is_told_by_the_names_of_rows() -> None:
    words = _only(_compare(BASE, Answers({**BASE, "deal.models": ("r2", "r1")})))

    assert words.title == "Order of Models"
    assert (words.mine, words.theirs) == ("Triage, r2", "r2, Triage")


def test_a_note_is_told_as_one() -> None:
    words = _only(_compare(BASE, Answers({**BASE, "_notes.deal.name": "Ask them"})))

    assert (words.title, words.theirs) == ("Note on Name", "Ask them")


@given(WORK, WORK, WORK)
def test_every_difference_can_be_told(
    begin: list[Step], ours: list[Step], yours: list[Step]
) -> None:
    base = after(Answers(), begin)
    found = compare(coupled_template(), base, after(base, ours), after(base, yours))

    for one in (*found.taken, *found.conflicts):
        words = told(found, one)
        assert words.title
        assert words.mine
        assert words.theirs


def test_words_that_differ_are_marked_on_both_sides() -> None:
    mine, theirs = word_by_word("We save one hour a day", "We save two hours a day")

    assert [piece.text for piece in mine if piece.differs] == ["one", "hour"]
    assert [piece.text for piece in theirs if piece.differs] == ["two", "hours"]


@given(st.text(), st.text())
def test_pieces_put_together_are_the_texts(mine: str, theirs: str) -> None:
    pieces = word_by_word(mine, theirs)

    assert tuple("".join(piece.text for piece in side) for side in pieces) == (mine, theirs)
