"""The numbered sources of the document say which of them no longer stands."""

from tests.composed import document_of, sample, texts


def test_a_source_that_was_replaced_or_withdrawn_says_so_in_the_document() -> None:
    register = "solution.evidence"
    fallen = {
        f"{register}[e1].standing": "withdrawn",
        f"{register}[e2].standing": "replaced",
        f"{register}[e2].replaced_by": "Kim, 2028.",
        f"{register}[e3].standing": "current",
    }

    said = list(texts(document_of({**sample("fernhollow"), **fallen})))
    told = [one for one in said if ". Withdrawn. http" in one or "Current." in one]

    assert len(told) == 1
    assert any("Replaced by Kim, 2028. http" in one for one in said)
