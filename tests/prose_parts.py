"""Any prose a person could write, for tests that try many."""

from hypothesis import strategies as st

from roadmapper.document.markup import Prose
from roadmapper.document.tree import Inline, Link, ListLook, Text

LETTERS = st.one_of(
    st.sampled_from("*-•1. )[](|\\_ab\n\t \u00a0\u2028\u00e9{}"), st.characters(codec=None)
)
TEXTS = st.text(LETTERS, max_size=12)
TARGETS = st.sampled_from(
    ("https://x.org", "mailto:a@b.c", "http://x.org/(a)", "javascript:a", "", "HTTPS://X.org/a b")
)
RUNS: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, TEXTS, st.booleans(), st.booleans()),
    st.builds(Link, TEXTS, TARGETS, st.booleans(), st.booleans()),
)
PARTS = st.lists(
    st.builds(
        Prose,
        st.lists(RUNS, max_size=6).map(tuple),
        st.sampled_from((None, None, ListLook.BULLET, ListLook.NUMBER)),
        st.integers(0, 1),
    ).map(lambda one: one if one.look else Prose(one.line)),
    max_size=6,
)
