"""Model cards: what a committee asks first, and whose card it is."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from roadmapper import model_cards
from roadmapper.cards.unknown import unknown_text
from roadmapper.checks.cards import card_findings
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.session import Session
from roadmapper.template.kinds import Value
from tests.cards.small import TEMPLATE
from tests.composed import SAMPLES, sample, template
from tests.proposals import Clock, Journal

ROOT = Path(__file__).parents[2]
MODELS = "transparency.models"
NAMES = {"card-product", "card-clearance-number", "card-customer"}
FULL: dict[str, Value] = {
    "model_name": "Northquill Tide for Sepsis",
    "developer_name": "Northquill",
    "model_version": "2.10",
    "summary": "Finds sepsis on adult wards. Northquill Tide for Sepsis is not a diagnosis.",
    "rollback": "30 minutes. The charge nurse can stop it.",
    "known_biases": "Not measured in pregnancy.",
    "regulatory_status": ("s1",),
    "regulatory_status[s1].status": "cleared",
    "regulatory_status[s1].identifier": "K990001",
    "regulatory_status[s1].date": "May 2026",
    "performance_metrics": ("p1",),
    "performance_metrics[p1].metric": "Sensitivity",
    "performance_metrics[p1].value": "81",
    "performance_metrics[p1].lower": "78",
    "performance_metrics[p1].upper": "84",
    "performance_metrics[p1].n": "412",
    "performance_metrics[p1].data_set": "Ward stays 2025",
    "performance_metrics[p1].date": "May 2026",
    "fairness_metrics": ("f1",),
    "fairness_metrics[f1].group_variable": "Sex",
    "fairness_metrics[f1].group": "Female",
    "fairness_metrics[f1].value": "0.8",
    "fairness_metrics[f1].n": "200",
    "monitoring_plan": ("m1",),
    "monitoring_plan[m1].signal": "Sensitivity",
    "monitoring_plan[m1].baseline_value": "81",
    "monitoring_plan[m1].cadence": "Monthly",
    "monitoring_plan[m1].red": "below 75",
    "monitoring_plan[m1].owner": "Safety lead",
    "monitoring_plan[m1].basis": "Our own choice",
    "monitoring_plan[m1].minimum_n": "200",
    "trigger_playbook": ("t1",),
    "trigger_playbook[t1].trigger": "Sensitivity below 75",
    "trigger_playbook[t1].severity": "S2_red_limit",
    "trigger_playbook[t1].immediate_action": "Silent mode",
    "trigger_playbook[t1].owner": "Safety lead",
    "trigger_playbook[t1].time_to_act": "2 days",
    "trigger_playbook[t1].time_to_correct": "30 days",
    "trigger_playbook[t1].notify": "The committee, the same day",
    "trigger_playbook[t1].close_when": "Two months inside the limit",
    "evidence": ("e0",),
    "evidence[e0].citation": "Report of 2026",
}


def proposal(*cards: Mapping[str, Value]) -> Answers:
    """Return a proposal for Harrow Bay with these cards, each on top of a full one."""
    values: dict[str, Value] = {
        "deal.health_system": "Harrow Bay Health",
        MODELS: tuple(f"m{at}" for at in range(len(cards))),
    }
    for at, card in enumerate(cards):
        for name, value in {**FULL, **card}.items():
            values[f"{MODELS}[m{at}].{name}"] = value
    return Answers(values)


def found(*cards: Mapping[str, Value]) -> list[tuple[str, str]]:
    """Return what is found in these cards: the check, and where in which card."""
    return [
        (one.check, one.path.removeprefix(MODELS))
        for one in card_findings(TEMPLATE, proposal(*cards))
    ]


def test_a_full_card_is_well() -> None:
    assert found({}) == []


def test_a_card_that_is_only_a_name_is_not_asked_about_yet() -> None:
    answers = Answers({MODELS: ("m1",), f"{MODELS}[m1].model_name": "Tide"})

    assert list(card_findings(TEMPLATE, answers)) == []


@pytest.mark.parametrize(
    ("check", "change", "at"),
    [
        ("card-no-bias", {"known_biases": "None.", "fairness_metrics": ()}, "known_biases"),
        ("card-same", {"known_risks": "Same as above."}, "known_risks"),
        ("card-login", {"how_to_use": "See https://a.example/private/login."}, "how_to_use"),
        ("card-traits", {"sensitive_inputs[race].used_as_input": "no"}, "sensitive_inputs"),
        ("card-oversight", {"decision_role": "replaces"}, "human_oversight"),
        (
            "card-clearance",
            {"regulatory_status[s1].date": None},
            "regulatory_status[s1].date",
        ),
        (
            "card-reference",
            {
                "evidence": ("e1",),
                "evidence[e1].kind": "peer_reviewed",
                "evidence[e1].citation": "Several papers",
            },
            "evidence[e1].doi_or_url",
        ),
        (
            "card-independent",
            {
                "external_validations": ("e1",),
                "external_validations[e1].tested_by": "Northquill",
                "external_validations[e1].independent_of_developer": True,
            },
            "external_validations[e1].independent_of_developer",
        ),
        (
            "card-version",
            {"version_history": ("v1",), "version_history[v1].version": "2.11"},
            "model_version",
        ),
        (
            "card-bare-result",
            {"performance_metrics[p1].upper": None},
            "performance_metrics[p1].value",
        ),
        ("card-bare-result", {"performance_metrics[p1].n": None}, "performance_metrics[p1].value"),
        ("card-undated", {"performance_metrics[p1].date": None}, "performance_metrics[p1].date"),
        (
            "card-outcome-rate",
            {"performance_metrics[p1].metric": "PPV at 0.3"},
            "performance_metrics[p1].events",
        ),
        ("card-small-group", {"fairness_metrics[f1].n": "7"}, "fairness_metrics[f1].n"),
        (
            "card-groups",
            {
                "training_demographics": ("d1", "d2"),
                "training_demographics[d1].category": "Female",
                "training_demographics[d2].category": "Over 65",
            },
            "fairness_metrics",
        ),
        (
            "card-stand-in",
            {"fairness_metrics[f1].value": "0", "fairness_metrics[f1].n": None},
            "fairness_metrics[f1].value",
        ),
        ("card-signal", {"monitoring_plan[m1].owner": None}, "monitoring_plan[m1].signal"),
        ("card-signal", {"monitoring_plan[m1].baseline_value": None}, "monitoring_plan[m1].signal"),
        (
            "card-default-limit",
            {"monitoring_plan[m1].red": "10 points (default)"},
            "monitoring_plan[m1].standing",
        ),
        (
            "card-psi",
            {
                "monitoring_plan[m1].signal": "PSI of the score",
                "monitoring_plan[m1].red": "0.25",
                "monitoring_plan[m1].minimum_n": "100",
            },
            "monitoring_plan[m1].minimum_n",
        ),
        ("card-no-act", {"trigger_playbook[t1].severity": "S4_information"}, "trigger_playbook"),
        ("card-act", {"trigger_playbook[t1].time_to_act": None}, "trigger_playbook[t1].trigger"),
        (
            "card-drift",
            {"monitoring_plan": (), "validity_monitoring": "We watch for drift."},
            "monitoring_plan",
        ),
        ("card-off-switch", {"rollback": None}, "rollback"),
    ],
)
def test_what_real_cards_get_wrong_is_found_at_its_place(
    check: str, change: dict[str, Value], at: str
) -> None:
    emptied = {name.partition("[")[0] for name, value in change.items() if value == ()}
    gone = {name: None for name in FULL if "[" in name and name.partition("[")[0] in emptied}

    assert (check, f"[m0].{at}") in found({**gone, **change})


PLANTED = [
    ("card-product", "summary", "Northquill Tide for Stroke finds it early."),
    ("card-product", "known_risks", "The current Aortic Dissection model misses small tears."),
    ("card-clearance-number", "validity_monitoring", "As cleared under K213721."),
    ("card-product", "how_to_use", "DAX Copilot drafts the note."),
    ("card-product", "summary", "On the ward the Viz Stroke Model flags patients."),
    ("card-customer", "bias_mitigation", "Tuned with the nurses of Harborview Medical Center."),
    ("card-customer", "validity_monitoring", "Read monthly at Mercy General Hospital."),
    ("card-customer", "rollback", "30 minutes. Lowmarsh Health calls our desk."),
    ("card-customer", "training_relevance", "The sites are like St. Ann Medical Center."),
]


@pytest.mark.parametrize(("check", "column", "text"), PLANTED)
def test_a_planted_name_is_found_where_it_stands(check: str, column: str, text: str) -> None:
    assert found({column: text}) == [(check, f"[m0].{column}")]


def test_the_name_of_another_model_in_the_proposal_is_found() -> None:
    other = {"model_name": "Harrow Sight", "developer_name": "Sightworks", "summary": "Sees."}

    assert found({"known_risks": "Harrow Sight misses faint lines."}, other) == [
        ("card-product", "[m0].known_risks")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Compared with its predicate device K203508.",
        "The AI model and the EHR system agree; the Tide model waits.",
        "Behavioral Health and Public Health are told; Harrow Bay Health decides.",
        "Northquill Tide for Sepsis and Northquill Tide for Sepsis screening.",
    ],
)
def test_a_clean_card_is_not_flagged(text: str) -> None:
    assert found({"rollback": text}) == []


def test_words_on_two_cards_are_found_on_the_second() -> None:
    text = "It misses patients whose laboratory values come late, as they do on most nights. " * 2

    assert found({"known_risks": text}, {"known_risks": text}) == [
        ("card-copied", "[m1].known_risks")
    ]


@pytest.mark.parametrize("name", SAMPLES)
def test_nothing_is_found_in_the_cards_of_a_sample(name: str) -> None:
    assert [*card_findings(template(), sample(name))] == []


def test_the_one_published_card_with_names_of_others_is_found_and_no_other() -> None:
    folder = next(ROOT.parent.glob("*/fixtures/model-cards/chai/v0.2"), None)
    if folder is None:
        pytest.skip("The published cards are not beside the project.")
    wrong = set()
    for path in sorted(folder.glob("*.xml")):
        session = Session(TEMPLATE, Answers(), Journal(), clock=Clock())
        card = model_cards.read(path.read_bytes(), TEMPLATE)
        arrival = model_cards.arriving(TEMPLATE, session.answers, session.used_rows, card)
        session.change(arrival.found.values(), "Import")
        session.set("deal.health_system", "Harrow Bay Health")
        findings = card_findings(TEMPLATE, session.answers)
        wrong |= {(path.stem, one.check) for one in findings if one.check in NAMES}

    assert wrong == {
        ("Aidoc_CAC-01", "card-product"),
        ("Aidoc_CAC-01", "card-clearance-number"),
    }


def test_every_finding_says_why_they_ask_and_ends_as_a_sentence() -> None:
    change: dict[str, Value] = {"known_biases": "None", "rollback": None, "summary": PLANTED[0][2]}
    for one in card_findings(TEMPLATE, proposal(change)):
        assert one.message.endswith(".")
        assert one.why.endswith(".")


def test_a_row_that_says_why_it_is_not_available_is_no_finding() -> None:
    said = unknown_text("nobody asked for it before", "measure it in the pilot")
    tables = ("performance_metrics", "fairness_metrics", "monitoring_plan", "version_history")
    firsts = ("metric", "group_variable", "signal", "version")
    rows: dict[str, Value] = {
        f"{table}[u1].{column}": said for table, column in zip(tables, firsts, strict=True)
    }
    lists: dict[str, Value] = {
        table: (*(FULL.get(table) or ()), "u1")  # type: ignore[misc]
        for table in tables
    }

    before, after = (card_findings(template(), proposal(one)) for one in ({}, {**rows, **lists}))

    assert [one.check for one in after] == [one.check for one in before]
