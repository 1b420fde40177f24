"""What the figures of the outlook are, in words, by the beginning of their names."""

from roadmapper.figures.worth import CLASSES

_CASE = "value − fees − own costs + credits = net; each row by the draws around that net"
FORMULAS = {
    "outlook.runs": "number of draws; the whole contract is settled in each",
    "outlook.seed": "seed of the draws; the same seed gives the same numbers",
    "outlook.years": "years of the contract",
    "outlook.net": "value − all that is paid + credits − own costs, over the term, not discounted",
    "outlook.npv": "net of each year ÷ (1 + discount rate)^year; what is paid first as it is",
    "outlook.ahead": "draws with a net above zero ÷ all draws",
    "outlook.ahead_runs": "number of draws with a net above zero",
    "outlook.ahead_month": "first month from which the median cumulative net stays at or above 0",
    "outlook.payback_chance": "draws whose cumulative net reaches 0 at some month ÷ all draws",
    "outlook.above_base": "draws in which more than the base fees of the term is paid ÷ all draws",
    "outlook.worst_year": "mean net of the contract year in which it is lowest",
    "outlook.worst_year_number": "the contract year with the lowest mean net",
    "outlook.tail": "mean net of the lowest tenth of draws",
    "outlook.paid": "all that is paid to us over the term, credits taken off, royalties not",
    "outlook.forgone": "fees that wait for results and were not earned, over the term",
    "outlook.exposure": "fees that wait for results + cap of losses, within the collar, + cap of "
    "credits; the dearest year",
    "outlook.exposure_mean": "mean of fees not earned + losses + credits, dearest year of a draw",
    "outlook.exposure_tail": "mean of the same in the dearest tenth of draws",
    "outlook.cap_reached": "draws in which a gain reaches its cap in some year ÷ all draws",
    "outlook.month": "cumulative net at the end of a month; fees and value by months, what is paid "
    "once on the first day of its year, results on the last",
    "outlook.bin": "draws by their net, in 20 steps of one width",
    "outlook.case": _CASE,
    "outlook.class": "expected value of the term, by the class of its drivers",
    "outlook.stress": "every result low and every cost high at once: value − fees − own costs + "
    "credits = net",
    "outlook.tornado": "net of the term with one input at its low or high and all others at likely",
    "outlook.tornado.likely": "net of the term with every input at likely",
    "outlook.break_even": "value of the input at which the net is 0, all others at likely",
    "outlook.coverage": "cash-releasing value of the first budgeted fiscal year ÷ savings budgeted",
    "outlook.coverage_chance": "draws in which it reaches the savings budgeted ÷ all draws",
}

_ROWS = [
    "value",
    "fixed",
    "earned",
    "gain",
    "loss",
    "credits",
    "royalty",
    "costs",
    "net",
    "forgone",
    "paid",
    "fee_share",
    "adoption",
    "payback_month",
]
NAMES: tuple[str, ...] = (
    *(f"outlook.{name}" for name in ("runs", "seed", "years")),
    *(
        f"outlook.{name}.{part}"
        for name in ("net", "npv")
        for part in ("mean", "p10", "p50", "p90")
    ),
    *(f"outlook.paid.{part}" for part in ("mean", "p10", "p90")),
    *(f"outlook.forgone.{part}" for part in ("mean", "p90")),
    *(f"outlook.coverage.{part}" for part in ("p10", "mean", "p90")),
    *(f"outlook.case.{case}.{row}" for case in ("cautious", "expected", "strong") for row in _ROWS),
    *(f"outlook.stress.{row}" for row in _ROWS),
    *(f"outlook.class.{name}" for name in CLASSES),
    "outlook.ahead",
    "outlook.ahead_runs",
    "outlook.ahead_month",
    "outlook.payback_chance",
    "outlook.above_base",
    "outlook.worst_year",
    "outlook.worst_year_number",
    "outlook.tail",
    "outlook.exposure",
    "outlook.exposure_mean",
    "outlook.exposure_tail",
    "outlook.cap_reached",
    "outlook.coverage_chance",
    "outlook.tornado.likely",
)
"""The names that every outlook may have; more end in a month, a bin, a year or a place."""
