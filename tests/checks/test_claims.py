"""Claims are told from plain statements by fixed rules, and few are missed."""

from pathlib import Path

import pytest

from roadmapper.checks.claim_kinds import kinds_of
from roadmapper.checks.claims import open_claims
from roadmapper.proposal.answers import Answers
from tests.composed import template

_LABELED = (Path(__file__).parent / "claims.txt").read_text("utf-8").splitlines()
CLAIMS = tuple(one[2:] for one in _LABELED if one.startswith("+ "))
PLAIN = tuple(one[2:] for one in _LABELED if one.startswith("- "))


def test_recall_is_at_least_95_and_precision_at_least_85_in_a_hundred() -> None:
    found = [one for one in CLAIMS if kinds_of(one)]
    wrongly = [one for one in PLAIN if kinds_of(one)]

    assert len(CLAIMS) >= 250
    assert len(PLAIN) >= 250
    assert len(found) / len(CLAIMS) >= 0.95, set(CLAIMS) - set(found)
    assert len(found) / (len(found) + len(wrongly)) >= 0.85, wrongly


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Accuracy is 97 percent.", "figure"),
        ("It is the safest way.", "superlative"),
        ("It is faster than dictation.", "comparative"),
        ("It reduces burnout.", "outcome"),
    ],
)
def test_the_kind_of_a_claim_is_told(sentence: str, kind: str) -> None:
    assert kind in kinds_of(sentence)


def test_a_claim_with_evidence_or_a_source_or_a_mark_is_not_open() -> None:
    path = "solution.summary"
    claim = "It reduces burnout."
    marked = "We aim to reduce burnout. What reduces it?"

    (found,) = open_claims(template(), Answers({path: f"A clinician signs. {claim}"}))

    assert (found.path, found.sentence, found.kinds) == (path, claim, ("outcome",))
    assert not list(open_claims(template(), Answers({path: marked})))
    assert not list(open_claims(template(), Answers({path: "It reduces burnout, source: e3."})))
    backed = Answers({path: claim, f"_evidence.{path}": ("e1",)})
    assert not list(open_claims(template(), backed))


def test_what_stays_inside_and_what_is_no_paragraph_is_not_read() -> None:
    inside = {"pricing.floor_price": "It reduces burnout.", "deal.name": "The best roadmap"}

    assert not list(open_claims(template(), Answers(inside)))
