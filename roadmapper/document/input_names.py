"""What an input of the deal is called: by its row, else by its question."""

from decimal import Decimal

from roadmapper.document import formats, markup
from roadmapper.proposal.answers import Answers

_DOLLARS = ("value.costs", "pricing.royalty")
_PERCENT = ("value.adoption", "value.discount_rate")
_LARGE = Decimal(1000)
_NAMES = ("driver", "measure", "item", "event", "milestone", "what", "contribution", "base_amount")
_QUESTIONS = {
    "adoption": "Use at full effect",
    "discount_rate": "Discount rate",
    "at_risk_pct": "Fee at risk",
    "milestones": "Weeks late",
    "royalty": "Net revenue",
    "quality_gate": "Safety gate",
    "downside": "Our part in a loss",
}


def input_name(path: str, answers: Answers) -> str:
    """Return what is told of the row an address lies in, else the words of its question."""
    table, inside, rest = path.partition("[")
    question = table.partition(".")[2].partition(".")[0]
    if inside:
        row = f"{table}[{rest.partition(']')[0]}]"
        told = (answers.text(f"{row}.{name}") for name in _NAMES)
        found = next((text for text in told if text), "")
        if found:
            return " ".join(markup.clean(found).split())
    words = _QUESTIONS.get(question, question.replace("_", " "))
    return words[:1].upper() + words[1:]


def input_text(path: str, answers: Answers, *values: Decimal) -> str:
    """Return values of an input, the lower first, with their unit: "0 to 0.9 visits a week"."""
    unit = input_unit(path, answers)
    texts = [formats.plain_number(rough(value)) for value in values]
    if unit == "USD":
        return " to ".join(f"${text}" for text in texts)
    return formats.with_unit(" to ".join(texts), unit)


def rough(value: Decimal) -> Decimal:
    """Return a large number without decimals, a small one with two at most."""
    return formats.rounded(value, Decimal(1) if abs(value) >= _LARGE else Decimal("0.01"))


def input_unit(path: str, answers: Answers) -> str:
    """Return the unit of an input: dollars of a cost, else what its row or its question says."""
    table, inside, rest = path.partition("[")
    if inside:
        told = answers.text(f"{table}[{rest.partition(']')[0]}].unit")
        return "USD" if table in _DOLLARS else told
    return "%" if table in _PERCENT else ""
