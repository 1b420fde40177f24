"""Each check of value and pricing finds its own mistake, and nothing where there is none."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from roadmapper.checks.reading import tiers, years
from roadmapper.gather import gather
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Severity
from roadmapper.template.kinds import Value
from tests.checks.sound import SOUND, found, named
from tests.composed import document_of, sample, template
from tests.notation import notation

_K1, _K2, _D1 = "pricing.kpis[k1].", "pricing.kpis[k2].", "value.drivers[d1]."
_FLAG, _ROW = "pricing.legal_flags", "pricing.legal_flags[f1]."
_REVIEWED: dict[str, Value] = {
    _FLAG: ("f1",),
    f"{_ROW}question": "Does pay depend on internal savings, or on coding?",
    f"{_ROW}reviewed_on": "2027-04-09",
}
_BOTH_WAYS: dict[str, Value] = {
    "pricing.quality_gate": ("q1",),
    "pricing.quality_gate[q1].measure": "Coding accuracy by audit",
    "pricing.quality_gate[q1].threshold": "Errors in both directions below 3%",
}
_CODED = f"{_K1}measure"

# What each check finds: the changes that trip it alone, and changes that do not.
TRIPPED: Mapping[str, tuple[Mapping[str, Value], Mapping[str, Value]]] = {
    "deaths": (
        {f"{_D1}metric": "Deaths avoided"},
        {f"{_D1}metric": "Members, that is covered lives"},
    ),
    "cost-order": ({"value.costs[c1].likely": "40"}, {"value.costs[c1].likely": "30"}),
    "no-cost": ({"value.costs[c1].likely": None}, {"value.costs[c1].low": None}),
    "no-amount": ({f"{_D1}volume": None}, {"value.drivers[d3].volume": None}),
    "counts": (
        {f"{_D1}shape": "counts", f"{_D1}seen": "12", f"{_D1}seen_in": "10"},
        {f"{_D1}shape": "counts", f"{_D1}seen": "10", f"{_D1}seen_in": "12"},
    ),
    "no-owner": ({f"{_D1}owner": None}, {f"{_D1}owner": "CFO"}),
    "time-as-money": (
        {f"{_D1}unit": "minutes a visit"},
        {f"{_D1}unit": "minutes a visit", f"{_D1}realization": "20"},
    ),
    "no-soft": (
        {"value.drivers": ("d1", "d2"), "value.drivers[d3].class": None},
        {f"{_D1}class": "soft", f"{_D1}unit_value": None},
    ),
    "no-hard": (
        {f"{_D1}class": "soft", "value.drivers[d2].class": "soft"},
        {f"{_D1}class": "soft"},
    ),
    "whole": ({"value.seed": "1.5"}, {"value.seed": "7"}),
    "no-way": ({f"{_K1}target": "58"}, {f"{_K1}target": "47"}),
    "weights": ({f"{_K1}weight": "50"}, {f"{_K1}weight": "59.5", f"{_K2}weight": "40.5"}),
    "threshold": ({f"{_K1}threshold": "60"}, {f"{_K1}threshold": "58"}),
    "no-target": ({f"{_K2}target": None}, {f"{_K2}target": "51"}),
    "no-expectation": ({f"{_K1}expected": None}, {f"{_K1}expected": ("1", "2", "3")}),
    "tiers": ({f"{_K2}tiers": "50: 40, 100: 30"}, {f"{_K2}tiers": "50%: 40%, 100%: 40%"}),
    "collar": ({"pricing.collar[c1].ceiling": "70"}, {"pricing.collar[c1].ceiling": "75"}),
    "no-benchmark": (
        {"pricing.gain_share[g1].benchmark": None},
        {"pricing.gain_share[g1].benchmark": "1"},
    ),
    "no-loss-cap": (
        {"pricing.downside[l1].cap": None},
        {"pricing.downside[l1].cap": None, "pricing.downside[l1].cap_share": "10"},
    ),
    "nothing-at-risk": (
        {
            "pricing.structure": ("fixed subscription", "fees at risk / performance guarantee"),
            "pricing.at_risk_pct": "0",
        },
        {"pricing.structure": ("milestone holdback",), "pricing.milestones": ("m1",),
         "pricing.milestones[m1].milestone": "Go-live"},
    ),
    "no-terms": (
        {"pricing.structure": ("milestone holdback",)},
        {"pricing.structure": ("per member or bed per month", "milestone holdback"),
         "pricing.milestones": ("m1",), "pricing.milestones[m1].milestone": "Go-live"},
    ),
    "bands": ({"pricing.sla[s2].band_from": "99.6"}, {"pricing.sla[s2].measure": "Speed"}),
    "years": ({"pricing.at_risk_years": "2-4"}, {"pricing.at_risk_years": "1, 3"}),
    "parts": ({f"{_D1}ramp": "half, then all"}, {f"{_D1}ramp": "50%, 100%"}),
    "legal-asked": (
        {"pricing.pay_depends_on": None},
        {"pricing.pay_depends_on": ("collections",), **_REVIEWED},
    ),
    "legal-none": (
        {"pricing.pay_depends_on": ("none of these", "collections"), **_REVIEWED},
        {"pricing.pay_depends_on": ("less care", "collections"), **_REVIEWED},
    ),
    "legal-review": (
        {"pricing.pay_depends_on": ("less care",)},
        {"pricing.pay_depends_on": ("less care",), **_REVIEWED},
    ),
    "legal-savings": (
        {"pricing.pay_depends_on": ("internal savings alone",)},
        {"pricing.pay_depends_on": ("internal savings alone",), **_REVIEWED},
    ),
    "legal-coding": (
        {_CODED: "Cash collected"},
        {_CODED: "Cash collected", "pricing.pay_depends_on": ("collections",), **_REVIEWED},
    ),
    "legal-pair": (
        {_CODED: "Case-mix index", "pricing.pay_depends_on": ("coding or case mix",), **_REVIEWED},
        {
            _CODED: "Case-mix index",
            "pricing.pay_depends_on": ("coding or case mix",),
            **_REVIEWED,
            **_BOTH_WAYS,
        },
    ),
    "huge": ({f"{_D1}unit_value": "9999999999999"}, {f"{_D1}unit_value": "999999999999"}),
    "value": ({f"{_D1}unit_value": "1.234,50"}, {f"{_D1}unit_value": "1,234.50"}),
}  # fmt: skip


def _figure(name: str, value: str) -> dict[str, Figure]:
    return {name: Figure(name, Decimal(value), "", "", ())}


def test_a_sound_proposal_is_well() -> None:
    assert found({}) == []


@pytest.mark.parametrize("check", TRIPPED)
def test_a_check_finds_its_own_mistake_alone(check: str) -> None:
    changes, _ = TRIPPED[check]

    assert named(changes) == {check}


@pytest.mark.parametrize("check", TRIPPED)
def test_a_check_finds_nothing_where_the_mistake_is_mended(check: str) -> None:
    _, mended = TRIPPED[check]

    assert named(mended) == set()


COUNTED: Mapping[str, tuple[Mapping[str, Figure], Mapping[str, Figure]]] = {
    "chain": (
        _figure("value.driver.d1.likely.with.d2", "5"),
        _figure("value.driver.d1.likely", "5"),
    ),
    "budgeted": (
        {**_figure("value.secured", "9"), **_figure("value.hard_likely", "9")},
        {**_figure("value.secured", "9"), **_figure("value.hard_likely", "10")},
    ),
    "cautious": (
        _figure("outlook.case.cautious.net", "-1"),
        _figure("outlook.case.cautious.net", "0"),
    ),
    "exposure": (_figure("outlook.exposure", "500001"), _figure("outlook.exposure", "500000")),
    "cap-reached": (_figure("outlook.cap_reached", "51"), _figure("outlook.cap_reached", "50")),
}


@pytest.mark.parametrize("check", COUNTED)
def test_a_check_of_figures_finds_its_own_mistake_alone(check: str) -> None:
    tripped, well = COUNTED[check]

    assert named({}, tripped) == {check}
    assert named({}, well) == set()


def test_every_finding_is_a_sentence_with_a_reason_at_a_place_that_is_asked() -> None:
    told = [one for changes, _ in TRIPPED.values() for one in found(changes)]
    told += [one for figures, _ in COUNTED.values() for one in found({}, figures)]

    for one in told:
        assert one.message[0].isupper() or one.message[0] == '"'
        assert one.message.endswith((".", "?"))
        assert one.why.endswith((".", "?", '".'))
        assert one.path.startswith(("pricing.", "value."))


def test_a_chain_a_person_has_named_is_no_finding() -> None:
    figures = _figure("value.driver.d1.likely.with.d2", "5")

    assert named({f"{_D1}chain": "turnover"}, figures) == set()


def test_money_for_deaths_blocks_an_export_and_soft_value_does_not() -> None:
    sepsis: dict[str, Value] = {"value.drivers[d3].metric": "Deaths in the hospital"}

    assert found(sepsis) == []
    paid = found({**sepsis, "value.drivers[d3].unit_value": "9000000"})
    assert [one.severity for one in paid] == [Severity.MUST_FIX]


def test_the_limit_of_our_manager_is_said_at_an_answer_that_never_leaves_the_file() -> None:
    (finding,) = found({}, _figure("outlook.exposure", "900000"))

    assert finding.path == "pricing.exposure_limit"
    assert SOUND[finding.path] == "500000"


def test_a_term_in_half_years_is_said_to_be_none() -> None:
    told = {one.path: one.message for one in found({"deal.term_years": "3.5"})}

    assert told["deal.term_years"] == "The contract term must be whole years."


def test_a_limit_below_nothing_is_no_limit_to_compare_with() -> None:
    assert named({"pricing.exposure_limit": "-5"}, _figure("outlook.exposure", "9")) == {"value"}


def test_the_limit_of_our_manager_stands_in_no_document() -> None:
    limited = {**sample("fernhollow"), "pricing.exposure_limit": "123457"}

    said = [one.message for one in gather(template(), Answers(limited)).findings]
    assert any("$123,457" in one for one in said)
    assert "123,457" not in notation(document_of(limited))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1", {1}),
        ("2-3", {2, 3}),
        ("1, 3", {1, 3}),
        ("1\u20132", {1, 2}),
        ("0", None),
        ("3-1", None),
        ("every", None),
        ("", None),
        ("1,,2", None),
    ],
)
def test_years_read_as_people_write_them(text: str, told: set[int] | None) -> None:
    assert years(text) == told


@pytest.mark.parametrize("text", ["", "80", "80: a", "80: 50; 100: 100", "1.2.3: 4"])
def test_what_is_no_list_of_tiers_is_none(text: str) -> None:
    assert tiers(text) is None
