"""Edits of a whole proposal, each of which trips one check: value and pricing."""

from collections.abc import Mapping

from tests.checks.whole import Changes

_CLINICAL: Changes = {
    f"value.drivers[{one}].function": "clinical"
    for one in ("contracts", "queries", "support", "visits", "cover", "turnover", "calls")
}
_OWNED: Changes = {
    f"value.drivers[{one}].owner": "CMIO"
    for one in ("visits", "cover", "contracts", "queries", "support", "turnover")
}
_CHECKED: Changes = {
    f"coalition.raci[{one}].a": "CMIO" for one in ("baseline", "contract", "benefits")
}
_MONEY = ("visits", "cover", "contracts", "turnover", "queries", "support")

TRIPPED: Mapping[str, tuple[Changes, Changes]] = {
    "one-sided": (
        {"value.efficiency_it": None, "value.drivers[support].function": "finance"},
        {"value.efficiency_it": None},
    ),
    "no-coverage": (
        {
            "value.drivers[cover].class": "avoided cost",
            "value.drivers[contracts].class": "avoided cost",
        },
        {"value.drivers[cover].class": "avoided cost"},
    ),
    "no-soft": (
        {f"value.drivers[{one}].class": None for one in ("evenings", "experience", "calls")},
        {f"value.drivers[{one}].class": None for one in ("experience", "calls")},
    ),
    "no-hard": (
        {f"value.drivers[{one}].class": "soft" for one in _MONEY},
        {f"value.drivers[{one}].class": "soft" for one in _MONEY[1:]},
    ),
    "no-owner": (
        {"value.drivers[visits].owner": None},
        {"value.drivers[calls].owner": None},
    ),
    "chain": (
        {
            "value.drivers[turnover].chain": None,
            "value.drivers[cover].apart": None,
        },
        {"value.drivers[turnover].chain": "none"},
    ),
    "budget-range": (
        {"value.budgeted_savings[fy28].amount": "60000000"},
        {"value.budgeted_savings[fy28].amount": "40000000"},
    ),
    "no-attribution": ({"value.attribution": None}, {"value.attribution": "randomised"}),
    "no-finance-owner": ({**_OWNED, **_CHECKED}, _OWNED),
    "areas": (_CLINICAL, {**_CLINICAL, "value.drivers[support].function": "IT"}),
    "nothing-at-risk": (
        {"pricing.structure": ("fixed subscription", "SLA credits")},
        {"pricing.structure": ("fixed subscription", "gain share one-sided", "SLA credits")},
    ),
    "no-weight": (
        {"pricing.kpis[k1].weight": "70", "pricing.kpis[k3].weight": None},
        {"pricing.kpis[k1].weight": "60", "pricing.kpis[k3].weight": "10"},
    ),
    "no-target": (
        {"pricing.kpis[k3].target": None},
        {"pricing.kpis[k3].target": "2.2"},
    ),
    "weights": (
        {"pricing.kpis[k1].weight": "60"},
        {"pricing.kpis[k1].weight": "60", "pricing.kpis[k2].weight": "20"},
    ),
    "no-way": (
        {"pricing.kpis[k1].baseline": "48", "value.drivers[evenings].baseline": "48 minutes"},
        {"pricing.kpis[k1].baseline": "57", "value.drivers[evenings].baseline": "57 minutes"},
    ),
    "threshold": (
        {"pricing.kpis[k1].threshold": "60"},
        {"pricing.kpis[k1].threshold": "56"},
    ),
    "collar": (
        {"pricing.collar[c1].ceiling": "70"},
        {"pricing.collar[c1].ceiling": "100"},
    ),
    "collar-risk": (
        {"pricing.collar[c1].floor": "80"},
        {"pricing.collar[c1].floor": "70"},
    ),
    "bands": (
        {"pricing.sla[s2].band_to": "99.6"},
        {"pricing.sla[s2].band_to": "99.2", "pricing.sla[s3].band_from": "99.2"},
    ),
    "exposure": (
        {"pricing.exposure_limit": "100000"},
        {"pricing.exposure_limit": "900000"},
    ),
    "legal-asked": (
        {"pricing.pay_depends_on": None},
        {"pricing.pay_depends_on": ("none of these",)},
    ),
    "legal-review": (
        {
            "pricing.pay_depends_on": ("federal volume",),
            **{f"pricing.legal_flags[{one}].reviewed_on": None
               for one in ("volume", "coding", "savings")},
        },
        {"pricing.pay_depends_on": ("federal volume",)},
    ),
    "no-source": (
        {"pricing.kpis[k1].data_source": None},
        {"pricing.kpis[k1].data_source": "Log"},
    ),
    "no-window": ({"pricing.window": None}, {"pricing.window": ("year",)}),
    "duty": (
        {"pricing.system_duties[log].measure": None},
        {"pricing.system_duties[log].remedy": None},
    ),
}  # fmt: skip
