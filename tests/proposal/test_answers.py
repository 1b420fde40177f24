"""The answers of a proposal and what is known of them at once."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Change
from roadmapper.proposal.path import AnswerPath

_PATHS = ("deal.name", "deal.models", "deal.models[a].name", "deal.models[b].name", "deal.fee")
_STEPS = st.lists(
    st.lists(st.tuples(st.sampled_from(_PATHS), st.sampled_from(("x", "y", None))), max_size=4),
    max_size=4,
)


@given(_STEPS)
def test_changed_answers_know_their_questions_as_new_ones_do(
    steps: Sequence[Sequence[tuple[str, str | None]]],
) -> None:
    answers = Answers({"deal.name": "Fern"})
    for step in steps:
        answers = answers.changed([Change(path, None, value) for path, value in step])

    anew = Answers(dict(answers))
    for root in ("deal.name", "deal.models", "deal.fee"):
        address = AnswerPath.parse(root)
        assert answers.inside(address) == anew.inside(address)
        assert answers.is_told(root) == anew.is_told(root)
    assert answers.told_rows(AnswerPath.parse("deal.models")) == anew.told_rows(
        AnswerPath.parse("deal.models")
    )


def test_a_table_is_told_once_a_cell_is() -> None:
    rows = Answers({"deal.models": ("a",)})

    assert not rows.is_told("deal.models")
    assert rows.changed([Change("deal.models[a].name", None, "Scout")]).is_told("deal.models")
