"""A small proposal in which the checks of value and pricing find nothing."""

from collections.abc import Mapping

from roadmapper.checks.run import check
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure, Finding
from roadmapper.template.kinds import Value
from tests.composed import template

_OF_FORM = frozenset({"required", "assumed", "empty-section", "rows"})

SOUND: Mapping[str, Value] = {
    "deal.term_years": "3",
    "value.drivers": ("d1", "d2", "d3"),
    "value.drivers[d1].driver": "Visits added",
    "value.drivers[d1].class": "revenue",
    "value.drivers[d1].unit": "visits a week",
    "value.drivers[d1].volume": "29440",
    "value.drivers[d1].improvement": ("0", "0.5", "0.9"),
    "value.drivers[d1].unit_value": "145",
    "value.drivers[d1].realization": "60",
    "value.drivers[d1].ramp": "15, 83, 100",
    "value.drivers[d1].owner": "COO",
    "value.drivers[d2].driver": "Contracts ended",
    "value.drivers[d2].class": "cash-releasing",
    "value.drivers[d2].volume": "1",
    "value.drivers[d2].improvement": ("0.8", "0.9", "1"),
    "value.drivers[d2].unit_value": "410000",
    "value.drivers[d2].realization": "100",
    "value.drivers[d2].owner": "CFO",
    "value.drivers[d3].driver": "Relief in the evening",
    "value.drivers[d3].class": "soft",
    "value.drivers[d3].unit": "minutes a day",
    "value.drivers[d3].owner": "CMIO",
    "value.costs": ("c1",),
    "value.costs[c1].item": "Hours of IT",
    "value.costs[c1].timing": "annual",
    "value.costs[c1].low": "10",
    "value.costs[c1].likely": "20",
    "value.costs[c1].high": "30",
    "pricing.structure": (
        "fixed subscription",
        "fees at risk / performance guarantee",
        "gain share two-sided",
        "SLA credits",
    ),
    "pricing.at_risk_pct": "25",
    "pricing.at_risk_years": "1-2",
    "pricing.pay_depends_on": ("none of these",),
    "pricing.kpis": ("k1", "k2"),
    "pricing.kpis[k1].measure": "After-hours documentation",
    "pricing.kpis[k1].baseline": "58",
    "pricing.kpis[k1].target": "48",
    "pricing.kpis[k1].threshold": "54",
    "pricing.kpis[k1].weight": "60",
    "pricing.kpis[k1].payout": "linear",
    "pricing.kpis[k1].expected": ("40", "48", "58"),
    "pricing.kpis[k2].measure": "Visits with a note used",
    "pricing.kpis[k2].target": "50",
    "pricing.kpis[k2].threshold": "30",
    "pricing.kpis[k2].weight": "40",
    "pricing.kpis[k2].payout": "tiers",
    "pricing.kpis[k2].tiers": "50: 40, 100: 100",
    "pricing.kpis[k2].expected": ("30", "45", "60"),
    "pricing.gain_share": ("g1",),
    "pricing.gain_share[g1].benchmark": "2644400",
    "pricing.gain_share[g1].vendor_share": "20",
    "pricing.gain_share[g1].years": "2-3",
    "pricing.downside": ("l1",),
    "pricing.downside[l1].vendor_share": "30",
    "pricing.downside[l1].cap": "50000",
    "pricing.downside[l1].years": "3",
    "pricing.collar": ("c1",),
    "pricing.collar[c1].floor": "75",
    "pricing.collar[c1].ceiling": "110",
    "pricing.sla": ("s1", "s2"),
    "pricing.sla[s1].measure": "Availability",
    "pricing.sla[s1].band_from": "99.9",
    "pricing.sla[s1].band_to": "99.5",
    "pricing.sla[s1].credit": "5",
    "pricing.sla[s2].measure": "Availability",
    "pricing.sla[s2].band_from": "99.5",
    "pricing.sla[s2].credit": "10",
    "pricing.exposure_limit": "500000",
}


def found(
    changes: Mapping[str, Value], figures: Mapping[str, Figure] | None = None
) -> list[Finding]:
    """Return what the checks find in the sound proposal with these changes."""
    kept = {path: value for path, value in {**SOUND, **changes}.items() if value is not None}
    return [
        one for one in check(template(), Answers(kept), figures or {}) if one.check not in _OF_FORM
    ]


def named(changes: Mapping[str, Value], figures: Mapping[str, Figure] | None = None) -> set[str]:
    """Return the names of the checks that find something."""
    return {one.check for one in found(changes, figures)}
