"""Claims are told from plain statements by fixed rules, and few are missed."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from roadmapper.checks.claim_kinds import kinds_of
from roadmapper.checks.claims import Claim, claims_in, open_claims, unproven
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.proposal.notes import evidence_at, mark_at
from roadmapper.proposal.printed import printed_at
from roadmapper.template.kinds import Value
from tests.composed import sample, template

_LABELED = (Path(__file__).parent / "claims.txt").read_text("utf-8").splitlines()
_BLOCKS = [0, *(at for at, one in enumerate(_LABELED) if re.fullmatch(r"# [a-z-]+", one))]


def _recall_and_precision(labeled: list[str]) -> tuple[float, float, list[str]]:
    """Return how many claims are found, how many marks are right, and what is missed or wrong."""
    claims = [one[2:] for one in labeled if one.startswith("+ ")]
    plain = [one[2:] for one in labeled if one.startswith("- ")]
    missed = [one for one in claims if not kinds_of(one)]
    wrong = [one for one in plain if kinds_of(one)]
    found = len(claims) - len(missed)
    return found / len(claims), found / (found + len(wrong)), missed + wrong


@pytest.mark.parametrize("at", range(1, len(_BLOCKS)))
def test_every_block_is_read_well(at: int) -> None:
    end = _BLOCKS[at + 1] if at + 1 < len(_BLOCKS) else None
    recall, precision, mistaken = _recall_and_precision(_LABELED[_BLOCKS[at] : end])

    assert recall >= 0.95, mistaken
    assert precision >= 0.85, mistaken


def test_recall_is_at_least_95_and_precision_at_least_85_in_a_hundred() -> None:
    recall, precision, mistaken = _recall_and_precision(_LABELED)

    assert sum(one.startswith("+ ") for one in _LABELED) >= 1_400
    assert sum(one.startswith("- ") for one in _LABELED) >= 1_100
    assert recall >= 0.95, mistaken
    assert precision >= 0.85, mistaken


def test_so_they_are_in_the_last_block_from_which_the_reader_learned_nothing() -> None:
    last = _LABELED[_BLOCKS[-1] :]
    recall, precision, mistaken = _recall_and_precision(last)

    assert len(last) >= 100
    assert recall >= 0.95, mistaken
    assert precision >= 0.85, mistaken


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Accuracy is 97 percent.", "figure"),
        ("It is the safest way.", "superlative"),
        ("It is faster than dictation.", "comparative"),
        ("It reduces burnout.", "outcome"),
        ("The floor was quiet at night.", "result"),
    ],
)
def test_the_kind_of_a_claim_is_told(sentence: str, kind: str) -> None:
    assert kind in kinds_of(sentence)


PATH = "solution.summary"
_NOTHING: Mapping[str, Value] = {}
CLAIM = "It reduces burnout among nurses."


def _open(answers: Mapping[str, Value] = _NOTHING) -> list[Claim]:
    told: dict[str, Value] = {
        PATH: CLAIM,
        "solution.evidence": ("e1",),
        "solution.evidence[e1].reference": "A",
    }
    return list(open_claims(template(), Answers({**told, **answers})))


def test_a_claim_is_open_until_it_has_evidence_or_a_mark() -> None:
    (found,) = _open()

    assert (found.path, found.sentence, found.kinds) == (PATH, CLAIM, ("outcome",))
    assert found.lacks == ("evidence",)
    assert not _open({evidence_at(PATH): ("e1",)})
    assert not _open({mark_at(PATH): "goal"})
    assert not _open({mark_at(PATH): "assumption"})


@pytest.mark.parametrize(
    "text",
    [
        "We aim to reduce burnout. What reduces it?",
        "It reduces burnout among nurses [e1].",
        "It reduces burnout among nurses [goal].",
        "According to the trial it reduces burnout among nurses.",
    ],
)
def test_a_sentence_may_carry_its_source_or_mark_itself(text: str) -> None:
    assert not _open({PATH: text})


def test_a_source_that_is_not_in_the_register_proves_nothing() -> None:
    assert len(_open({PATH: "It reduces burnout among nurses [e7]."})) == 1


@pytest.mark.parametrize(
    "benefit",
    [
        "It reduces burnout in primary care.",
        "It reduces burnout after six months.",
        "It reduces burnout among physicians.",
    ],
)
def test_a_benefit_says_where_or_with_whom_or_when(benefit: str) -> None:
    backed: dict[str, Value] = {evidence_at(PATH): ("e1",)}

    (found,) = _open({PATH: "It reduces burnout.", **backed})

    assert found.lacks == ("condition",)
    assert not _open({PATH: benefit, **backed})


def test_a_limit_that_is_admitted_needs_no_condition() -> None:
    assert not _open({PATH: "Notes are weaker with noise.", evidence_at(PATH): ("e1",)})


def test_an_answer_with_claims_is_one_finding_that_says_how_many() -> None:
    answers = Answers({PATH: f"{CLAIM} Turnover of nurses fell. Denials drop in clinics."})

    (found,) = unproven(template(), answers)

    assert (found.check, found.path, found.severity) == ("claim", PATH, Severity.SHOULD_FIX)
    assert "It reduces burnout among nurses" in found.message
    assert "So do 2 more sentences there." in found.message
    assert found.why


def test_a_model_card_with_evidence_of_its_own_backs_what_it_says() -> None:
    card = "transparency.models[m1]"
    told: dict[str, Value] = {
        "transparency.models": ("m1",),
        f"{card}.summary": "It found 71% of cases at three hospitals.",
    }
    rows: dict[str, Value] = {
        f"{card}.evidence": ("r1",),
        f"{card}.evidence[r1].finding": "AUROC 0.83",
    }

    assert [one.lacks for one in open_claims(template(), Answers(told))] == [("evidence",)]
    backed = list(open_claims(template(), Answers({**told, **rows})))
    assert [one.path for one in backed] == []


def test_what_stays_inside_and_what_is_agreed_is_not_read() -> None:
    answers = Answers(
        {
            "pricing.floor_price": "It reduces burnout.",
            "deal.name": "The best roadmap",
            "system.culture_notes": "Turnover fell by 4%.",
        }
    )

    assert not list(open_claims(template(), answers))


def test_the_promise_on_the_cover_is_read() -> None:
    (found,) = open_claims(template(), Answers({"deal.promise": "The best tool in any clinic."}))

    assert found.path == "deal.promise"
    assert "superlative" in found.kinds


def test_what_no_chapter_prints_is_not_read() -> None:
    assert not _open({printed_at("solution"): False})


def test_an_answer_that_did_not_change_is_not_read_again() -> None:
    list(open_claims(template(), sample("fernhollow")))
    before = claims_in.cache_info().misses

    list(open_claims(template(), sample("fernhollow")))

    assert claims_in.cache_info().misses == before


def test_a_row_that_names_its_sources_backs_what_it_says() -> None:
    row = "workforce.concern_answers[accuracy]"
    told: dict[str, Value] = {
        "workforce.concern_answers": ("accuracy",),
        f"{row}.answer": "One alert in five is right on their wards.",
    }
    named: dict[str, Value] = {f"{row}.evidence": ("e1",)}

    def lacking(answers: Mapping[str, Value]) -> list[str]:
        return [one.path for one in _open({PATH: "", **told, **answers})]

    assert lacking({}) == [f"{row}.answer"]
    assert lacking(named) == []
    assert lacking({f"{row}.evidence": ("e9",)}) == [f"{row}.answer"]


@pytest.mark.parametrize(
    "text",
    ["The board approved the plan in May.", "The model was trained on notes of 2024."],
)
def test_how_something_was_set_up_is_no_result(text: str) -> None:
    assert not kinds_of(text)


def test_a_result_needs_evidence_but_no_condition() -> None:
    (found,) = _open({PATH: "The floor was quiet."})

    assert (found.kinds, found.lacks) == (("result",), ("evidence",))
