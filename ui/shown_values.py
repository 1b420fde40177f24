"""How kept values read in the window: numbers, money, days, choices, in the settings' language."""

from decimal import Decimal

from roadmapper.document.formats import rounded, value_text, with_unit
from roadmapper.document.input_names import input_unit, rough
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import NUMBER_KINDS, Kind, Value, number
from roadmapper.template.model import Question
from ui.languages import forms
from ui.shown_dates import shown_date
from ui.shown_numbers import MINUS, separated, shown_amount
from ui.words import _

_CENT = Decimal("0.01")


def shown_money(amount: Decimal) -> str:
    """Return dollars, with cents only if there are any."""
    cents = rounded(abs(amount), _CENT)
    whole = cents == cents.to_integral()
    text = separated(f"{cents:,.0f}" if whole else f"{cents:,.2f}")
    return _signed(text, below_zero=amount < 0 and cents > 0)


def shown_short_money(amount: Decimal) -> str:
    """Return dollars in short, such as "$6.9M" or "$210K"."""
    for power, letter, places in ((6, "M", "0.1"), (3, "K", "1")):
        scaled = rounded(abs(amount).scaleb(-power), Decimal(places))
        if scaled >= 1:
            text = forms().money.format(f"{shown_amount(scaled)}{letter}")
            return f"{MINUS}{text}" if amount < 0 else text
    return shown_money(rounded(amount, Decimal(1)))


def shown_input(path: str, answers: Answers, amount: Decimal) -> str:
    """Return a value of an input of the deal with the unit of its answer."""
    unit, told = input_unit(path, answers), rough(amount)
    match unit:
        case "USD":
            return shown_money(told)
        case "%":
            return forms().percent.format(shown_amount(told))
        case _:
            return with_unit(shown_amount(told), unit)


def shown_number(question: Question, text: str) -> str:
    """Return a kept number with separators and its sign; anything else as it is."""
    amount = number(text) if question.kind in NUMBER_KINDS else None
    if amount is None:
        return text
    shown = shown_amount(amount)
    match question.kind:
        case Kind.MONEY:
            return _signed(shown.removeprefix(MINUS), below_zero=shown.startswith(MINUS))
        case Kind.PERCENT:
            return forms().percent.format(shown)
        case _:
            return shown


def shown_value(question: Question, value: Value) -> str:
    """Return a value as it reads in a cell: labels, days in words, numbers without their unit.

    A unit that the row itself names stands beside its number.
    """
    match value:
        case tuple() if question.kind is Kind.RANGE:
            return _range(question, value)
        case str() if question.kind in NUMBER_KINDS:
            shown = shown_number(question, value)
            return shown if number(value) is None else _in_unit(question, shown)
        case str() if question.kind is Kind.DATE:
            return shown_date(value)
        case _:
            return value_text(question, value, cell=True)


def shown_with_unit(question: Question, value: Value) -> str:
    """Return a value as a person reads it, with its unit."""
    if isinstance(value, tuple) and question.kind is Kind.RANGE and question.unit == "%":
        return _range(question, value, in_percent=True)
    shown = shown_value(question, value)
    if isinstance(value, str) and question.kind in NUMBER_KINDS and not question.unit_from:
        is_rate = question.unit.startswith("%")
        return f"{shown}{question.unit[1:]}" if is_rate else f"{shown} {question.unit}".strip()
    return shown


def edited_number(text: str) -> str:
    """Return a kept number as one begins to edit it, without separators of thousands."""
    if number(text) is None:
        return text
    return text.replace(",", "").replace(".", forms().decimal)


def _signed(text: str, *, below_zero: bool) -> str:
    money = forms().money.format(text)
    return f"{MINUS}{money}" if below_zero else money


def _in_unit(question: Question, shown: str, *, in_percent: bool = False) -> str:
    """Return a written number with the unit its row names, or in percent."""
    if in_percent or (question.unit_from and question.unit == "%"):
        return forms().percent.format(shown)
    return f"{shown} {question.unit}" if question.unit_from and question.unit else shown


def _range(question: Question, value: tuple[str, ...], *, in_percent: bool = False) -> str:
    amounts = [number(one) for one in value]
    told = [
        one if amount is None else shown_amount(amount)
        for one, amount in zip(value, amounts, strict=True)
    ]
    low, likely, high = (*told, "", "", "")[:3]
    if not (low and high) or low == high:
        only = likely or low or high
        return _in_unit(question, only, in_percent=in_percent) if only else ""
    span = _("{low} to {high}").format(low=low, high=high)
    span = _in_unit(question, span, in_percent=in_percent)
    likely = forms().percent.format(likely) if likely and in_percent else likely
    if not likely:
        return span
    return _("{span} (likely {likely})").format(span=span, likely=likely)
