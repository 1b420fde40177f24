"""What each step on the way to a payment is called and means, in plain words."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """What a step is: money, a part of a whole, or a count; and how it is found."""

    unit: str
    formula: str


MONEY, PART, COUNT = "USD", "%", ""
STEPS: Mapping[str, Words] = {
    "gates": Words(PART, "100 if every gate holds, else 0"),
    "fee": Words(MONEY, "the fee of the period"),
    "actual": Words(COUNT, "the measured result"),
    "attained": Words(PART, "(result − baseline) ÷ (target − baseline)"),
    "share": Words(PART, "the part that is paid, by the attainment or as agreed"),
    "bonus": Words(PART, "(attainment − 100%) ÷ (stretch − 100%), from 0 to 100%"),
    "events": Words(COUNT, "events − those taken back"),
    "units": Words(COUNT, "members, beds or users, at least those agreed"),
    "gross": Words(MONEY, "so many at their price"),
    "met": Words(PART, "100 if the step is met"),
    "lost": Words(PART, "weeks late × what each costs, at most the limit"),
    "released": Words(PART, "met × (100% − what lateness costs)"),
    "value": Words(MONEY, "what was saved against the benchmark"),
    "shortfall": Words(MONEY, "what was spent beyond the benchmark"),
    "benchmark": Words(MONEY, "what savings are counted against"),
    "minimum": Words(PART, "the part of the benchmark within which nothing is shared"),
    "counted": Words(MONEY, "what counts once the minimum is reached"),
    "shared": Words(MONEY, "what counts × the agreed share"),
    "scaled": Words(MONEY, "the share × what gates and quality leave, less relief"),
    "capped": Words(MONEY, "the same, at most the cap"),
    "left": Words(MONEY, "what is left of the contribution times its multiple"),
    "uptime": Words(PART, "(planned − down) ÷ planned, in time"),
    "months": Words(COUNT, "months of the period that end so"),
    "rate": Words(PART, "the credit of the band in which the uptime lies"),
    "paid": Words(MONEY, "what is paid, rounded as agreed"),
}
