"""The checks of a model card one by one: a whole card trips none, one changed line exactly one."""

import re
from collections.abc import Mapping

import pytest

from roadmapper.card_lists import open_items
from roadmapper.checks.cards import card_findings
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Value
from tests.composed import sample, template

CARD = "transparency.models[m1]"
MANY = tuple(f"d{at}" for at in range(40))
Changes = Mapping[str, Value]
Case = tuple[str, Changes, str]
"""The check, what is changed in the card (a row by its place), and where the finding leads."""

EIGHTEEN: Mapping[str, tuple[Case, ...]] = {
    "a required place of CHAI is empty": (
        ("card-format", {"keywords": None, "availability": None}, "availability"),
    ),
    "an item of HTI-1 that must be complete is empty": (
        ("card-list", {"output_type": None}, "output_type"),
        ("card-list", {"funding_source": "N/A"}, "funding_source"),
    ),
    "a result lacks its interval, its count or its data": tuple(
        (
            "card-bare-result",
            {f"performance_metrics[0].{one}": None},
            "performance_metrics[0].value",
        )
        for one in ("lower", "n", "data_set")
    ),
    "a predictive value lacks its events": (
        (
            "card-outcome-rate",
            {"performance_metrics[2].metric": "PPV", "performance_metrics[2].events": None},
            "performance_metrics[2].events",
        ),
    ),
    "fewer groups are tested than counted, or a group is under ten": (
        (
            "card-groups",
            {
                "training_demographics": MANY,
                **{f"training_demographics[{one}].category": f"Group {one}" for one in MANY},
            },
            "fairness_metrics",
        ),
        ("card-small-group", {"fairness_metrics[1].n": "7"}, "fairness_metrics[1].n"),
    ),
    "fewer than nine traits are answered": (
        ("card-traits", {"sensitive_inputs[race].used_as_input": None}, "sensitive_inputs"),
    ),
    "a signal lacks baseline, owner, cadence or limit": (
        *(
            ("card-signal", {f"monitoring_plan[1].{one}": None}, "monitoring_plan[1].signal")
            for one in ("baseline_value", "owner", "cadence")
        ),
        (
            "card-signal",
            {"monitoring_plan[1].amber": None, "monitoring_plan[1].red": None},
            "monitoring_plan[1].signal",
        ),
    ),
    "a default was never reviewed": tuple(
        ("card-default-limit", {f"{one}[1].standing": "default"}, f"{one}[1].standing")
        for one in ("monitoring_plan", "trigger_playbook")
    ),
    "a stability index rests on too few cases": tuple(
        ("card-psi", {"monitoring_plan[0].minimum_n": size}, "monitoring_plan[0].minimum_n")
        for size in ("499", "99")
    ),
    "an acting limit has no act": (
        (
            "card-no-act",
            {f"trigger_playbook[{at}].severity": "S4_information" for at in range(4)},
            "trigger_playbook",
        ),
    ),
    "an act lacks its owner or its clock": tuple(
        ("card-act", {f"trigger_playbook[1].{one}": None}, "trigger_playbook[1].trigger")
        for one in ("owner", "time_to_act")
    ),
    "nobody can switch it off": (("card-off-switch", {"rollback": None}, "rollback"),),
    "no bias is known and nothing was measured": (
        (
            "card-no-bias",
            {
                "dsi_kind": "not_decision_support",
                "known_biases": "None.",
                "fairness_metrics": None,
                "training_demographics": None,
                "validation_blocks[fairness_equity].result": "Not measured by group.",
            },
            "known_biases",
        ),
    ),
    "a zero stands for nothing": (
        (
            "card-stand-in",
            {f"fairness_metrics[1].{one}": None for one in ("lower", "upper", "n", "unit")}
            | {"fairness_metrics[1].value": "0"},
            "fairness_metrics[1].value",
        ),
    ),
    "a clearance lacks its number or its date": tuple(
        ("card-clearance", {f"regulatory_status[0].{one}": None}, f"regulatory_status[0].{one}")
        for one in ("identifier", "date")
    ),
    "the card is a year old, or older than the version": (
        ("card-old", {"version_history[0].date": "August 2026"}, "version_history"),
        ("card-version", {"version_history[0].version": "5.2"}, "model_version"),
    ),
    "the developer tested it and is called independent": (
        (
            "card-independent",
            {"external_validations[0].tested_by": "Tallowbrook Signals"},
            "external_validations[0].independent_of_developer",
        ),
    ),
    "it takes the decision and nobody looks": (
        (
            "card-oversight",
            {"decision_role": "replaces", "human_oversight": None},
            "human_oversight",
        ),
    ),
}
"""The checks a card ought to pass, each with cards that trip it and nothing else."""

BESIDES: tuple[Case, ...] = (
    ("card-same", {"bias_mitigation": "Same as above."}, "bias_mitigation"),
    ("card-nothing", {"human_oversight": "N/A"}, "human_oversight"),
    *(
        (
            "card-site",
            {f"external_validations[0].{one}": None},
            "external_validations[0].data_source_and_setting",
        )
        for one in ("data_source_and_setting", "period")
    ),
    ("card-undated", {"performance_metrics[0].date": None}, "performance_metrics[0].date"),
    *(("card-date", {"release_date": one}, "release_date") for one in ("recently", "03/04/2026")),
    ("card-login", {"governance_policies": "https://desk.example/login"}, "governance_policies"),
    ("card-no-evidence", {"dsi_kind": "not_decision_support", "evidence": None}, "evidence"),
    ("card-reference", {"evidence[0].kind": "peer_reviewed"}, "evidence[0].doi_or_url"),
    (
        "card-drift",
        {"validity_monitoring": "We monitor for drift.", "monitoring_plan": None},
        "monitoring_plan",
    ),
    ("card-limit-basis", {"monitoring_plan[1].basis": None}, "monitoring_plan[1].basis"),
    ("card-act-end", {"trigger_playbook[1].notify": None}, "trigger_playbook[1].trigger"),
    ("card-product", {"intended_use": "The Harbor Stroke model finds strokes."}, "intended_use"),
)
"""What real cards get wrong besides."""

CASES = [*(case for cases in EIGHTEEN.values() for case in cases), *BESIDES]


def _placed(name: str) -> str:
    """Return an address in which a row is named by its id, not by its place."""
    found = re.match(r"(\w+)\[(\d+)\]", name)
    if not found:
        return name
    row = sample("larkmere").rows(f"{CARD}.{found[1]}")[int(found[2])]
    return f"{found[1]}[{row}]{name[found.end() :]}"


def _found(changes: Changes) -> list[Finding]:
    """Return what is found in the whole card after these changes; a table that is None is gone."""
    emptied = [name for name, new in changes.items() if new is None or isinstance(new, tuple)]
    gone = tuple(f"{CARD}.{name}[" for name in emptied)
    kept = {
        path: it for path, it in sample("larkmere").items() if not (gone and path.startswith(gone))
    }
    new = {f"{CARD}.{_placed(name)}": it for name, it in changes.items()}
    answers = Answers({**kept, **new})
    return [*card_findings(template(), answers), *open_items(template(), answers)]


def test_there_are_eighteen_and_a_whole_card_trips_none() -> None:
    assert len(EIGHTEEN) == 18
    assert _found({}) == []


@pytest.mark.parametrize(("check", "changes", "at"), CASES)
def test_one_mistake_trips_exactly_its_check_and_leads_there(
    check: str, changes: Changes, at: str
) -> None:
    (one,) = _found(changes)

    assert (one.check, one.path) == (check, f"{CARD}.{_placed(at)}")
    assert one.why.endswith(".")
    assert one.message.endswith(".")
    path = AnswerPath.parse(one.path)
    assert template().question(path.section, path.question, path.columns)


def test_a_hole_in_the_plan_stands_in_the_way_of_an_export() -> None:
    found = [one for _, changes, _ in CASES for one in _found(changes)]

    assert {one.check for one in found if one.severity is Severity.MUST_FIX} == {
        "card-signal",
        "card-no-act",
        "card-act",
        "card-independent",
        "card-oversight",
    }


def test_many_rows_with_one_mistake_are_told_once() -> None:
    rows = range(len(sample("larkmere").rows(f"{CARD}.monitoring_plan")))
    (one,) = _found({f"monitoring_plan[{at}].owner": None for at in rows})

    assert "Alert volume, Calibration slope and 2 more lack who watches." in one.message


WORDS = "Not available, because nobody has measured it. We will measure it in your pilot."


@pytest.mark.parametrize(
    ("table", "column"),
    [
        ("evidence", "citation"),
        ("monitoring_plan", "signal"),
        ("trigger_playbook", "trigger"),
        ("external_validations", "process"),
    ],
)
def test_a_reason_and_a_plan_are_an_answer_in_place_of_a_table(table: str, column: str) -> None:
    assert _found({table: None}) != [] or table == "external_validations"
    assert _found({f"{table}[new].{column}": WORDS, table: ("new",)}) == []


def test_a_reason_and_a_plan_are_an_answer_in_every_field() -> None:
    question = template().question("transparency", "models")
    texts = {
        one.id: WORDS
        for one in question.columns
        if not (one.is_group or one.options) and one.id not in ("model_name", "developer_name")
    }

    assert {one.check for one in _found(texts)} <= {"card-copied"}
