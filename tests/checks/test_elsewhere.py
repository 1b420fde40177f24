"""Sources that fell or were looked at again, here and in another proposal, are told where used."""

import pytest

from roadmapper.checks.elsewhere import known_elsewhere
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.sources import Known
from roadmapper.template.kinds import Value
from tests.composed import sample, template

SOURCE = f"{REGISTER}[e2]"
LARK = "Lark"
KEY = "ucla trial nejm ai december 2025"


def _with(changes: dict[str, Value]) -> Answers:
    return Answers({**sample("fernhollow"), **changes})


def _other(
    *,
    as_of: str = "",
    published: str = "",
    review_by: str = "",
    gone: str = "",
    owner: str = LARK,
) -> Known:
    return Known(KEY, as_of, published, review_by, gone, owner)


def _found(*known: Known, changes: dict[str, Value] | None = None) -> list[Finding]:
    return list(known_elsewhere(template(), _with(changes or {}), known))


@pytest.mark.parametrize(
    ("standing", "name", "severity"),
    [
        ("withdrawn", "withdrawn-evidence", Severity.MUST_FIX),
        ("replaced", "replaced-evidence", Severity.SHOULD_FIX),
    ],
)
def test_a_source_that_fell_is_told_at_every_answer_that_rests_on_it(
    standing: str, name: str, severity: Severity
) -> None:
    answers = _with(
        {
            f"{SOURCE}.standing": standing,
            "_evidence.deal.promise": ("e2",),
            "_evidence.solution.summary": ("e2", "e1"),
        }
    )

    found = [one for one in gather(template(), answers).findings if one.check == name]

    assert {"deal.promise", "solution.summary"} <= {one.path for one in found}
    assert all(one.severity is severity for one in found)
    assert f"is marked {standing}." in found[0].message


def test_what_replaced_a_source_is_named() -> None:
    answers = _with({f"{SOURCE}.standing": "replaced", f"{SOURCE}.replaced_by": "Kim, 2028."})

    found = gather(template(), answers).findings

    assert found
    assert all("is marked replaced by Kim, 2028." in one.message for one in found)


def test_a_source_that_another_proposal_marks_as_replaced_is_told_with_where_it_is_used() -> None:
    (one,) = _found(_other(as_of="2027-05-03", gone="replaced by Kim, 2028"))

    assert (one.check, one.severity) == ("known-elsewhere", Severity.SHOULD_FIX)
    assert one.path == f"{SOURCE}.standing"
    assert "in the proposal “Lark” it was last checked on 2027-05-03 and is marked" in one.message
    assert "replaced by Kim, 2028. Here it stands behind “" in one.message


def test_a_later_review_or_a_newer_date_elsewhere_is_worth_a_look() -> None:
    here: dict[str, Value] = {
        f"{SOURCE}.review_by": "2027-12-31",
        f"{SOURCE}.published": "2025",
    }
    (later,) = _found(_other(review_by="2028-06-30"), changes=here)
    (newer,) = _found(_other(published="May 2026"), changes=here)

    assert (later.path, later.severity) == (f"{SOURCE}.review_by", Severity.POLISH)
    assert "is to be looked at again by 2028-06-30" in later.message
    assert newer.path == f"{SOURCE}.published"


@pytest.mark.parametrize(
    "other",
    [
        _other(as_of="2027-05-03"),
        _other(review_by="2027-12-31"),
        _other(review_by="2027-01-01", published="2024"),
        _other(review_by="soon", published="lately"),
        Known("another source", "", "", "", "withdrawn", "Lark"),
    ],
)
def test_what_is_not_later_or_of_another_source_is_not_told(other: Known) -> None:
    here: dict[str, Value] = {f"{SOURCE}.review_by": "2027-12-31", f"{SOURCE}.published": "2025"}

    assert not _found(other, changes=here)


def test_what_is_known_here_too_is_not_told_again() -> None:
    assert not _found(_other(gone="withdrawn"), changes={f"{SOURCE}.standing": "withdrawn"})


def test_what_weighs_most_of_several_proposals_is_told() -> None:
    here: dict[str, Value] = {f"{SOURCE}.review_by": "2027-12-31"}
    (one,) = _found(
        _other(review_by="2029-01-01", as_of="2028-01-01"),
        _other(gone="withdrawn", owner="Harrow"),
        changes=here,
    )

    assert "“Harrow”" in one.message


def test_a_source_that_nothing_rests_on_says_so() -> None:
    alone: dict[str, Value] = {REGISTER: ("x",), f"{REGISTER}[x].reference": "Alone, 2020"}
    known = [Known("alone 2020", "", "", "", "withdrawn", "Lark")]

    (one,) = known_elsewhere(template(), Answers(alone), known)
    assert one.message.endswith("Nothing rests on it here.")
