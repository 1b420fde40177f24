"""Whatever stands in the answers, figures come without an exception, and are numbers."""

from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapper.figures.book import figures
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.figures.random_deals import deals

SILLY = st.one_of(
    st.sampled_from(
        ["", "0", "-3", "1e9", "9" * 18, "-" + "9" * 18, "0.000000000001", "12.", "5-", "2-1", "x"]
    ),
    st.text(max_size=4),
    st.none(),
    st.booleans(),
    st.tuples(*[st.sampled_from(["", "-5", "0", "9" * 18, "0.5", "x"])] * 3),
)


@settings(max_examples=15, deadline=None)
@given(deals(), st.data())
def test_silly_answers_never_raise(answers: dict[str, Value], data: st.DataObject) -> None:
    paths = data.draw(st.lists(st.sampled_from(sorted(answers)), max_size=8, unique=True))
    changed = {**answers, **{path: data.draw(SILLY) for path in paths}}

    for one in figures(Answers(changed), 20):
        assert one.value.is_finite()
        assert one.formula
