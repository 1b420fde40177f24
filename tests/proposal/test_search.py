"""Finding words in all answers, and replacing them."""

from hypothesis import given
from hypothesis import strategies as st

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.search import Search, find, replaced
from roadmapper.proposal.session import Session
from tests.proposals import Clock, Journal, small_template

_WORDS = st.text("ab A.*\\", max_size=12)


def _session() -> Session:
    return Session(small_template(), Answers(), Journal(), clock=Clock())


def test_a_word_is_found_in_its_answer_with_the_words_around_it() -> None:
    session = _session()
    session.set("deal.name", "Ambient notes for Fernhollow")

    hit = next(find(session.template, session.answers, Search("notes")))

    assert (hit.path, hit.count) == ("deal.name", 1)
    assert hit.excerpt == "Ambient notes for Fernhollow"


def test_a_search_for_whole_words_leaves_parts_alone() -> None:
    session = _session()
    session.set("deal.name", "notes and footnotes")

    hits = list(find(session.template, session.answers, Search("notes", whole_words=True)))

    assert [hit.count for hit in hits] == [1]


def test_a_search_with_capitals_finds_only_the_same() -> None:
    session = _session()
    session.set("deal.name", "Notes, notes")

    hits = list(find(session.template, session.answers, Search("notes", match_case=True)))

    assert [hit.count for hit in hits] == [1]


def test_nothing_is_found_for_nothing() -> None:
    session = _session()
    session.set("deal.name", "Ambient")

    assert list(find(session.template, session.answers, Search(""))) == []


def test_new_text_is_taken_as_it_is_also_with_backslashes() -> None:
    answers = Answers({"deal.name": "old name"})

    assert replaced(answers, Search("old"), r"\1 new", ["deal.name"]) == {
        "deal.name": r"\1 new name"
    }


def test_an_answer_that_becomes_empty_is_cleared() -> None:
    answers = Answers({"deal.name": "old"})

    assert replaced(answers, Search("old"), "", ["deal.name"]) == {"deal.name": None}


@given(_WORDS, _WORDS.filter(bool), _WORDS)
def test_replacing_does_what_replacing_text_does(text: str, old: str, new: str) -> None:
    answers = Answers({"deal.name": text} if text else {})

    found = replaced(answers, Search(old, match_case=True), new, ["deal.name"])

    expected = text.replace(old, new)
    assert found == ({} if expected == text else {"deal.name": expected or None})
