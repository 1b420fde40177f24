"""What the agreement comes to at the likely values, exactly: each year's lines, the first worked.

`settled.YEAR.LINE` is every payment of every year. `worked.…` leads through the first year step by
step, in the order in which a contract is settled.
"""

from collections.abc import Iterator
from decimal import Decimal

from roadmapper.figures import fees, money
from roadmapper.figures.arithmetic import EXACT
from roadmapper.figures.deal import FEE, Deal
from roadmapper.figures.flows import likely, results_of, statements_of
from roadmapper.figures.payouts import Payout, Shape
from roadmapper.figures.settlement import Statement, limits_of
from roadmapper.figures.settling import Kind, Payment
from roadmapper.figures.steps import MONEY, STEPS
from roadmapper.figures.structures import FeesAtRisk, Measure
from roadmapper.figures.terms import Results
from roadmapper.proposal.facts import Figure

_PERCENT, _SHORT = Decimal("0.01"), Decimal("0.000001")
_FAR = Decimal(10) ** 8
"""A collar this many fees away is none."""
_GROUPS = {
    "pricing.kpis": "kpi",
    "pricing.gain_share": "gain",
    "pricing.downside": "loss",
    "pricing.outcomes": "outcome",
    "pricing.per_member": "member",
    "pricing.milestones": "milestone",
    "pricing.sla": "credit",
    "pricing.royalty": "royalty",
}
_LINES = {
    "pricing.base_fee": "yearly fee, with its increases and at its place on the ramp",
    "pricing.base_fee: once": "quantity × price of what is charged once in this year",
    "pricing.at_risk_pct: certain": "yearly fee × (100% − fee at risk)",
    "pricing.kpis": "yearly fee × fee at risk × weight × part earned",
    "pricing.gain_share": "savings that count × our share, within its cap; 0 if a gate fails",
    "pricing.downside": "shortfall that counts × our part in it, within its cap",
    "pricing.outcomes": "events that stand × price, between the least and the most",
    "pricing.per_member": "units × rate × 12 months, at most the limit",
    "pricing.holdback: certain": "fee × (100% − held back)",
    "pricing.holdback: held back": "yearly fee × held back, until its milestones are met",
    "pricing.milestones": "fee held back × weight × (100% − what lateness costs), once met",
    "pricing.sla": "monthly fee × credit of the band × months that end in it",
    "pricing.royalty": "net revenue × rate, until the multiple of the contribution is paid",
}
_OWN_WORDS = {
    ("kpi", "actual"): "the likely result",
    ("gain", "value"): "verified value of the year, all drivers that count at their likely values",
    ("gain", "share"): "our share of what counts",
    ("loss", "share"): "our part in a shortfall",
    ("loss", "shortfall"): "how far the verified value lies below nothing",
    ("outcome", "gross"): "events that stand × price",
    ("member", "gross"): "units × rate × 12 months",
    ("credit", "gross"): "a twelfth of the yearly fee × the credit",
    ("credit", "months"): "months of the year that we expect to end so",
    ("royalty", "gross"): "net revenue × rate",
    **{(group, "paid"): _LINES[table] for table, group in _GROUPS.items()},
}
_OPEN = "no expected result is told, so the measure counts as reached"
_FORMULAS = {
    "base_fee": "quantity × price of all items charged each year, with their increases",
    "fee": "the yearly fee at its place on the ramp",
    "at_risk": "yearly fee × fee at risk",
    "certain": "yearly fee × (100% − fee at risk)",
    "once": _LINES["pricing.base_fee: once"],
    "held_back": "fee × held back, until its milestones are met",
    "not_held": _LINES["pricing.holdback: certain"],
    "before_collar": "all payments for which the limits of a year hold",
    "collar_least": "yearly fee × least share",
    "collar_most": "yearly fee × greatest share",
    "after_collar": "the sum, at least the least and at most the most of the year",
    "outside": "what is paid once, less credits and royalties",
    "total": "the sum within the limits + what lies outside them, so after credits and royalties",
}
_FIXED = {
    "pricing.base_fee: once": "once",
    "pricing.holdback: held back": "held_back",
    "pricing.holdback: certain": "not_held",
}
_SUMS = ("before_collar", "after_collar", "total")


def figures_of(deal: Deal) -> Iterator[Figure]:
    """Yield the lines of every year, and the first year worked out."""
    known = likely(deal)
    statements = statements_of(EXACT, deal, known, with_steps=True)
    for one in statements:
        yield from _lines(deal, one)
    yield from _worked(deal, results_of(EXACT, deal, known, 1), statements[0])


def _lines(deal: Deal, one: Statement[Decimal]) -> Iterator[Figure]:
    begin = f"settled.{one.period}"
    for at, pay in enumerate(one.payments):
        path = _path(pay.label)
        formula = _LINES.get(pay.label) or _LINES[path.partition("[")[0]]
        yield Figure(f"{begin}.{at}", pay.amount, MONEY, formula, _inputs(deal, path))
    for name in _SUMS:
        amount = getattr(one, name)
        yield Figure(f"{begin}.{name}", amount, MONEY, _FORMULAS[name], deal.addresses)


def _worked(deal: Deal, results: Results[Decimal], one: Statement[Decimal]) -> Iterator[Figure]:
    base, fee = deal.base_fees[0], money.cents(results.numbers[FEE.name])
    told = {"base_fee": base, "fee": fee} if deal.ramp else {"base_fee": base}
    for name, amount in told.items():
        yield _figure(name, amount, _inputs(deal, fees.FEES))
    for pay in one.payments:
        if not pay.outside:
            yield from _steps(deal, pay)
    least, most = limits_of(EXACT, deal.contract, results)
    ends = {
        "before_collar": one.before_collar,
        "collar_least": least,
        "collar_most": most,
        "after_collar": one.after_collar,
    }
    for name, end in ends.items():
        if end is not None and abs(end) < _FAR * max(base, Decimal(1)):
            yield _figure(name, end, deal.addresses)
    for pay in one.payments:
        if pay.outside:
            yield from _steps(deal, pay)
    yield _figure("outside", one.total - one.after_collar, deal.addresses)
    yield _figure("total", one.total, deal.addresses)


def _steps(deal: Deal, pay: Payment[Decimal]) -> Iterator[Figure]:
    path = _path(pay.label)
    table, _, row = path.removesuffix("]").partition("[")
    inputs = _inputs(deal, path)
    if table not in _GROUPS:
        yield from _fixed(deal, pay, inputs)
        return
    group, is_open = _GROUPS[table], pay.label in _open_measures(deal)
    for name, value in pay.steps:
        if is_open and name == "actual":
            continue
        words = STEPS[name]
        last = "earned" if name == "paid" and pay.kind is Kind.RESULT else name
        formula = _OWN_WORDS.get((group, name), words.formula)
        if group == "kpi":
            formula = _of_measure(deal, path, name, formula)
        if is_open and name == "attained":
            formula = _OPEN
        yield Figure(
            f"worked.{group}.{row}.{last}", _shown(value, words.unit), words.unit, formula, inputs
        )


def _of_measure(deal: Deal, path: str, step: str, formula: str) -> str:
    """Return how far a result came, and what it earns, in the words of its own terms."""
    begins = "baseline" if f"{path}.baseline" in deal.addresses else "threshold"
    if step == "attained":
        return f"(result − {begins}) ÷ (target − {begins})"
    if step == "paid" and any(one.bonus for one in _guarantees(deal)):
        return f"{formula}, and its bonus"
    if step == "share":
        return _earns(next(one.payout for one in _measures(deal) if one.label == path))
    return formula


def _earns(payout: Payout) -> str:
    match payout.shape:
        case Shape.TIERS:
            return "what the agreed tiers give for that way"
        case Shape.CLIFF:
            return "all of it at the target, nothing before"
        case _ if not payout.threshold:
            return "the way to the target, at most 100%"
        case _ if payout.at_threshold:
            part = money.rounded(payout.at_threshold * 100, _PERCENT).normalize()
            return f"in a straight line from {part:f}% at the threshold to 100% at the target"
        case _:
            return "(result − threshold) ÷ (target − threshold), from 0 to 100%"


def _guarantees(deal: Deal) -> Iterator[FeesAtRisk]:
    for clause in deal.contract.clauses:
        if isinstance(clause.structure, FeesAtRisk):
            yield clause.structure


def _measures(deal: Deal) -> Iterator[Measure]:
    for one in _guarantees(deal):
        yield from one.measures


def _open_measures(deal: Deal) -> frozenset[str]:
    """Return the measures of which nobody has said what is expected."""
    return frozenset(one.label for one in _measures(deal) if isinstance(one.actual, Decimal))


def _fixed(deal: Deal, pay: Payment[Decimal], inputs: tuple[str, ...]) -> Iterator[Figure]:
    if pay.label == f"{fees.AT_RISK}: certain":
        share = next(
            one.structure.at_risk
            for one in deal.contract.clauses
            if isinstance(one.structure, FeesAtRisk)
        )
        fee = dict(pay.steps)["fee"]
        yield _figure("at_risk", money.cents(fee * share), inputs)
        yield _figure("certain", pay.amount, inputs)
    elif pay.label in _FIXED:
        yield _figure(_FIXED[pay.label], pay.amount, inputs)


def _figure(name: str, amount: Decimal, inputs: tuple[str, ...]) -> Figure:
    return Figure(f"worked.{name}", amount, MONEY, _FORMULAS[name], inputs)


def _shown(value: Decimal, unit: str) -> Decimal:
    match unit:
        case "%":
            return money.rounded(value * 100, _PERCENT)
        case "USD":
            return money.cents(value)
        case _:
            return Decimal(f"{money.rounded(value, _SHORT).normalize():f}")


def _path(label: str) -> str:
    """Return the address of the answer a payment comes from."""
    return label.partition(":")[0]


def _inputs(deal: Deal, path: str) -> tuple[str, ...]:
    """Return the answers behind a payment: those of its row, and those that hold for all rows."""
    table = path.partition("[")[0]
    shared = _SHARED.get(table, ())
    return tuple(
        one
        for one in deal.addresses
        if one == path or one.startswith((f"{path}.", f"{path}[", *shared))
    )


_FEE_INPUTS = (f"{fees.FEES}[", fees.AT_RISK)
_SHARED = {
    fees.AT_RISK: _FEE_INPUTS,
    "pricing.kpis": _FEE_INPUTS,
    "pricing.gain_share": ("value.drivers[", "value.adoption", "pricing.quality_gate["),
    "pricing.downside": ("value.drivers[", "value.adoption", "pricing.gain_share["),
    "pricing.milestones": (f"{fees.FEES}[", "pricing.holdback", "pricing.late_"),
    "pricing.holdback": (f"{fees.FEES}[",),
    "pricing.sla": (f"{fees.FEES}[",),
}
