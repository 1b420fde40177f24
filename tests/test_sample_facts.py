"""What the two samples say in one place agrees with what they say in another."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from roadmapper.samples import Sample, find_sample, list_samples

Told = dict[str, Any]
_AMONG = "among the"
_VISITS_A_SESSION = 9


def _merged(sample: Sample) -> Told:
    told: Told = {"told_on": sample.on}
    for path in sample.folder.glob("*.toml"):
        for key, value in tomllib.loads(path.read_text()).items():
            if isinstance(value, dict):
                told.setdefault(key, {}).update(value)
    return told


@pytest.fixture(params=list_samples(), ids=lambda sample: sample.id)
def told(request: pytest.FixtureRequest) -> Told:
    """Return all answers of a sample as its files hold them, and the day it is dated."""
    return _merged(request.param)


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{path}[{number}]")
    else:
        yield path, value


def _total(rows: list[Told], *columns: str) -> float:
    total = 0.0
    for row in rows:
        product = 1.0
        for column in columns:
            product *= row[column]
        total += product
    return total


def _term(told: Told) -> tuple[date, date]:
    start: date = told["deal"]["start_date"]
    return start, start.replace(year=start.year + told["deal"]["term_years"])


def test_a_sample_is_decided_after_it_is_dated_and_starts_after_that(told: Told) -> None:
    deal, steps = told["deal"], told["coalition"]["decision_steps"]

    assert told["told_on"] < deal["decision_date"] < deal["start_date"]
    assert [step["date"] for step in steps] == sorted(step["date"] for step in steps)
    assert steps[-1]["date"] == deal["decision_date"]
    assert all((one["status"] == "done") == (one["date"] <= told["told_on"]) for one in steps)
    assert all(one["by"] < deal["start_date"] for one in told["review"]["asks"])
    for meeting in told["coalition"]["engagement"]:
        assert told["told_on"] <= meeting["date"] < deal["decision_date"]


@pytest.mark.parametrize(
    "known",
    [
        ("solution", "evidence", "as_of"),
        ("solution", "references", "agreed_on"),
        ("solution", "roadmap_influence", "shipped"),
        ("security", "pentest", "date"),
        ("security", "incident_history", "date"),
        ("system", "size", "as_of"),
        ("pricing", "legal_flags", "reviewed_on"),
        ("review", "approval", "date"),
    ],
)
def test_nothing_known_is_younger_than_the_sample(told: Told, known: tuple[str, str, str]) -> None:
    chapter, table, column = known

    assert all(row[column] <= told["told_on"] for row in told[chapter][table])


def test_everything_planned_lies_inside_the_term(told: Told) -> None:
    start, end = _term(told)
    roadmap, deploy = told["roadmap"], told["deploy"]
    spans = [*roadmap["items"], *roadmap["stages"].values()]
    plans = [row for one in told["transparency"]["models"] for row in one["local_validation_plan"]]
    days = [
        *(row["date"] for row in [*deploy["gates"], *roadmap["capabilities"]]),
        *(row["start"] for row in [*deploy["waves"], *plans]),
        *(
            day
            for row in told["continuity"]["exercise"]
            for day in (row["date"], row["report_due"])
        ),
        *(day for span in spans for day in (span["from"], span["to"])),
    ]

    assert all(start <= day < end for day in days)
    assert all(span["from"] < span["to"] for span in spans)


def test_every_gate_has_measures_numbers_and_people_who_decide(told: Told) -> None:
    gates = told["deploy"]["gates"]
    people = {person["id"].upper() for person in told["coalition"]["people"]}

    assert [gate["date"] for gate in gates] == sorted(gate["date"] for gate in gates)
    for gate in gates:
        for column in ("metric", "go", "stop", "minimum_sample", "data_source", "decided_by"):
            assert gate[column]
        assert set(re.findall(r"\b[A-Z]{3,4}\b", gate["decided_by"])) <= people


def test_every_wave_starts_after_its_gate_and_all_users_have_a_wave(told: Told) -> None:
    gates = {gate["gate"]: gate["date"] for gate in told["deploy"]["gates"]}
    waves = told["deploy"]["waves"]
    helped = told["workforce"]["superusers"]

    assert all(gates[wave["gate_before"]] < wave["start"] for wave in waves)
    assert all(one["start"] < other["start"] for one, other in pairwise(waves))
    users = [wave["users"] for wave in waves if "users" in wave]
    assert users == [row["users"] for row in helped]
    scope = next(row for row in told["system"]["size"] if row["id"] == "scope")
    assert sum(users) == scope["value"]
    assert all(row["ratio"] == f"1:{row['users'] / row['superusers']:.0f}" for row in helped)


def test_every_user_is_trained_and_every_hour_of_training_is_covered(told: Told) -> None:
    workforce, users = told["workforce"], told["solution"]["users"]
    tiers = {tier["tier"]: tier for tier in workforce["training"]}
    everyone = _total(workforce["groups"], "head_count")

    assert tiers["Aware"]["people"] == everyone
    assert everyone == sum(one["headcount"] for one in users if _AMONG not in one["role"])
    assert all(
        any(tier["people"] == one["headcount"] for tier in workforce["training"])
        for one in users
        if _AMONG in one["role"]
    )
    assert tiers["Lead"]["people"] == _total(workforce["superusers"], "superusers")
    trained = _total(workforce["training"], "people", "hours")
    assert trained == pytest.approx(_total(workforce["backfill"], "hours"), abs=2)


def test_the_cover_for_training_stands_among_the_costs(told: Told) -> None:
    costs = {cost["likely"]: cost["borne_by"] for cost in told["value"]["costs"]}

    for row in told["workforce"]["backfill"]:
        payer = "the vendor" if row["paid_by"].startswith("Us") else "the system"
        assert costs[row["hours"] * row["rate"]] == payer


def test_the_guaranteed_measures_weigh_100_and_are_judged_at_a_gate(told: Told) -> None:
    kpis = told["pricing"]["kpis"]
    judged = " ".join(gate["metric"] for gate in told["deploy"]["gates"]).lower()

    assert _total(kpis, "weight") == 100
    assert all(kpi["measure"].lower() in judged for kpi in kpis)
    assert told["pricing"]["collar"][0]["floor"] == 100 - told["pricing"]["at_risk_pct"]


def test_a_promise_to_keep_every_job_stands_beside_no_position_saved(told: Told) -> None:
    promises = [one for one in told["workforce"]["commitments"] if one["concern"] == "replacement"]
    months = 12 * told["deal"]["term_years"]

    assert all(one["months"] == months for one in promises)
    assert all(row["fte"] == 0 for row in told["value"]["budgeted_savings"])


def test_contracts_that_end_are_worth_what_they_cost(told: Told) -> None:
    ended = [tool for tool in told["system"]["tools_replaced"] if "annual_cost" in tool]
    drivers = [
        row for row in told["value"]["drivers"] if row.get("unit", "").startswith("share of")
    ]

    assert _total(ended, "annual_cost") == _total(drivers, "unit_value")


def test_fernhollow_counts_a_gained_visit_once_and_shares_nothing_for_the_contracts_alone() -> None:
    told = _merged(find_sample("fernhollow"))
    drivers = {row["id"]: row for row in told["value"]["drivers"]}
    visits, cover, contracts = drivers["visits"], drivers["cover"], drivers["contracts"]
    not_new = visits["volume"] * (1 - visits["realization"] / 100)
    share = told["pricing"]["gain_share"][0]

    for gained, sessions in zip(visits["improvement"], cover["improvement"], strict=True):
        assert int(sessions) == int(float(gained) * not_new / _VISITS_A_SESSION / cover["volume"])
    bought = int(cover["baseline"].split()[0]) * cover["volume"] * cover["unit_value"]
    base = bought + contracts["unit_value"]
    assert base == share["benchmark"]
    assert contracts["unit_value"] < base * share["minimum_rate"] / 100


def test_rehearsals_lie_within_the_roadmap_and_are_those_of_the_scenarios(told: Told) -> None:
    exercises, items = told["continuity"]["exercise"], told["roadmap"]["items"]
    begins, ends = min(row["from"] for row in items), max(row["to"] for row in items)

    assert all(begins < one["date"] < one["report_due"] < ends for one in exercises)
    days = {one["date"] for one in exercises}
    assert all(row["exercise_date"] in days for row in told["continuity"]["scenarios"])


def test_every_source_named_is_listed_and_what_is_invented_says_so(told: Told) -> None:
    listed = {row["id"] for row in told["solution"]["evidence"]}
    linked = {
        value
        for path, value in _leaves(told)
        if re.search(r"(evidence|comparable|evidence_links\..*)\[\d+\]$", path)
        and isinstance(value, str)
    }

    assert linked <= listed
    for row in told["solution"]["evidence"]:
        assert row["url"].startswith("https://") != ("(fictional)" in row["reference"])


def test_rates_of_a_model_follow_from_its_counts_and_its_version_is_the_last(told: Told) -> None:
    for model in told["transparency"]["models"]:
        counted = [row for row in model["performance_metrics"] if row.get("unit") == "%"]
        for row in counted:
            if "events" in row:
                assert row["value"] == pytest.approx(100 * row["events"] / row["n"], abs=0.06)
        records = model["training_data_sources"][0]["records"]
        for row in model.get("training_demographics", []):
            assert row["n"] == records * row["percent"] / 100
        assert model["version_history"][0]["version"] == model["model_version"]


def test_notice_to_a_union_runs_as_long_as_its_agreement_asks(told: Told) -> None:
    for agreement in told["system"].get("union", []):
        name = agreement["unit"].split(",")[0]
        given = next(row["date"] for row in told["workforce"]["bargaining"] if row["unit"] == name)
        shown = min(wave["start"] for wave in told["deploy"]["waves"])
        assert (shown - given).days >= agreement["notice_days"]


def test_sums_of_money_in_prose_are_counted_and_not_typed(told: Told) -> None:
    prose = [told["review"]["summary"], told["deal"]["compelling_event"]]
    prose += [row["line"] for row in told["value"]["budgeted_savings"]]

    assert not any(re.search(r"\$\d", text) for text in prose)


def test_samples_are_spelled_as_in_america(told: Told) -> None:
    british = re.compile(
        r"\b\w*(isation|behaviour|colour|centre|programme|whilst|favour)\b", re.IGNORECASE
    )

    for path, value in _leaves(told):
        if isinstance(value, str) and not path.endswith((".pilot", "fte_policy")):
            assert not british.search(value), path
