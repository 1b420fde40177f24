"""Whole proposals that say the same everywhere, made from the samples by a few honest edits."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.starting import starter_values
from roadmapper.template.kinds import Value
from roadmapper.template.starters import ITEMS, STAGES, load_starters
from tests.composed import sample, template

_TENTH = (
    ("pricing.base_fee", r"quantity|price"),
    ("pricing.gain_share", "benchmark|cap"),
    ("pricing.exposure_limit", ""),
    ("pricing.floor_price", ""),
    ("value.costs", "low|likely|high"),
    ("value.budgeted_savings", "amount"),
    ("system.tools_replaced", "annual_cost"),
    ("system.size", "value"),
    ("solution.users", "headcount"),
    ("workforce.groups", "head_count"),
    ("workforce.training", "people"),
    ("workforce.backfill", "hours"),
    ("workforce.superusers", "users"),
    ("deploy.waves", "users"),
)
"""Cells that a system of a tenth of the size fills with a tenth of the number."""
_KEPT = (
    "pricing.base_fee[seats].price",
    "pricing.base_fee[setup].quantity",
    "system.size[sites].value",
    "system.size[hospitals].value",
)


def starter(name: str) -> Answers:
    """Return Fernhollow with the bars and stages of a starter in place of its own."""
    own = re.compile(rf"{re.escape(ITEMS)}\b|{re.escape(STAGES)}\[\w+\]\.(?:from|to)$")
    begun = Answers(
        {path: one for path, one in sample("fernhollow").items() if not own.match(path)}
    )
    chosen = next(one for one in load_starters(template()) if one.id == name)
    return Answers({**begun, **starter_values(chosen, template(), begun, (), date(2027, 4, 1))})


def another_deal() -> Answers:
    """Return Fernhollow on another EMR, for another use and four years, with losses shared."""
    words = {r"Epic’s Showroom": "the vendor’s catalog", r"\bEpic\b": "MEDITECH"}
    words |= {"36 months": "48 months"}
    months = re.compile(r"workforce.commitments\[p[1245]\].months")
    told = {path: _said(one, words) for path, one in sample("fernhollow").items()}
    promised = {path: "48" for path in told if months.match(path)}
    return Answers({**told, **promised, **_ANOTHER})


_ANOTHER: Mapping[str, Value] = {
    "system.emr": "MEDITECH Expanse",
    "deal.use_case": "inbox automation",
    "deal.term_years": "4",
    "pricing.structure": (
        "fixed subscription",
        "fees at risk / performance guarantee",
        "gain share two-sided",
        "SLA credits",
    ),
    "pricing.downside": ("l1",),
    "pricing.downside[l1].vendor_share": "20",
    "pricing.downside[l1].cap": "50000",
    "pricing.downside[l1].years": "3",
    "pricing.exposure_limit": "700000",
    "review.summary": "At risk is 25% of what you pay a year, in a four-year agreement.",
}


def a_small_one() -> Answers:
    """Return a system of a tenth of Fernhollow's clinicians, with one hospital."""
    words = {r"\b640 ": "64 ", r"\b90 (first|users)": r"9 \1", "First 90 users": "First 9 users"}
    words |= {"seven hospitals": "hospitals", "your seven": "your one"}
    told = {path: _said(one, words) for path, one in sample("fernhollow").items()}
    for path, one in told.items():
        if isinstance(one, str) and path not in _KEPT and _is_tenth(path):
            told[path] = f"{Decimal(one) / 10:f}"
    return Answers({**told, **_SMALL})


_SMALL: Mapping[str, Value] = {
    "system.size[hospitals].value": "1",
    "solution.evidence[e8].comparable": "partly",
    "workforce.training[t3].people": "5",
    "workforce.training[t3].hours": "15.36",
    **{f"workforce.superusers[w{place}].superusers": "1" for place in range(1, 6)},
    **{f"workforce.superusers[w{place}].ratio": f"1:{count}" for place, count in
       enumerate((9, 14, 15, 13, 13), 1)},
    "value.drivers[visits].volume": "2944",
    "value.drivers[cover].volume": "1.2",
    "value.drivers[contracts].unit_value": "41000",
    "value.drivers[contracts].baseline": "$41,000 a year",
    "value.drivers[turnover].volume": "0.1",
    "value.drivers[queries].volume": "1.2",
    "value.drivers[support].volume": "0.1",
    "solution.users[pcp].headcount": "39",
    "solution.users[app].headcount": "15",
    "solution.users[ed].headcount": "10",
    "workforce.groups[pcp].head_count": "39",
    "workforce.groups[app].head_count": "15",
    "workforce.groups[ed].head_count": "10",
}  # fmt: skip


def _is_tenth(path: str) -> bool:
    table = path.partition("[")[0]
    column = path.rpartition(".")[2]
    return any(table == one and (not name or re.fullmatch(name, column)) for one, name in _TENTH)


def _said(value: Value, words: Mapping[str, str]) -> Value:
    if isinstance(value, tuple):
        return tuple(str(_said(one, words)) for one in value)
    if isinstance(value, str):
        for old, new in words.items():
            value = re.sub(old, new, value)
    return value


CLEAN: Mapping[str, Callable[[], Answers]] = {
    "Fernhollow": lambda: sample("fernhollow"),
    "Larkmere": lambda: sample("larkmere"),
    "18 months": lambda: starter("18-months"),
    "24 months": lambda: starter("24-months"),
    "36 months": lambda: starter("36-months"),
    "another deal": another_deal,
    "a small one": a_small_one,
}
"""Proposals in which nothing is to be found, by name."""
