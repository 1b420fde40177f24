"""How values read on paper, in American forms: numbers, money, dates, choices, lists."""

from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from roadmapper.template.kinds import Kind, Value, day, number
from roadmapper.template.model import Question

_WORDS = (
    *("no", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_MILLION = Decimal(1_000_000)


def in_words(count: int) -> str:
    """Return a count as a word up to twelve, then in digits."""
    return _WORDS[count] if 0 <= count < len(_WORDS) else f"{count:,}"


def joined(words: Sequence[str]) -> str:
    """Return words as "a, b and c"."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no "and"
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"


def date_text(text: str) -> str:
    """Return an ISO date as "May 14, 2027"; anything else as it is."""
    found = day(text)
    return f"{_MONTHS[found.month - 1]} {found.day}, {found.year}" if found else text


def plain_number(amount: Decimal) -> str:
    """Return a number with thousands separators and a real minus sign."""
    text = f"{amount:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.replace("-", "\u2212")


def rounded(amount: Decimal, step: Decimal) -> Decimal:
    """Return a number rounded half up to a step, however long it is."""
    with localcontext(prec=100):
        return amount.quantize(step, ROUND_HALF_UP)


def money(amount: Decimal) -> str:
    """Return dollars, with cents only if there are any."""
    cents = rounded(abs(amount), Decimal("0.01"))
    sign = "\u2212" if amount < 0 and cents else ""
    return f"{sign}${cents:,.0f}" if cents == cents.to_integral() else f"{sign}${cents:,.2f}"


def short_money(amount: Decimal) -> str:
    """Return dollars as "$1.54M" from a million on, else in full."""
    if abs(amount) < _MILLION:
        return money(rounded(amount, Decimal(1)))
    sign = "\u2212" if amount < 0 else ""
    return f"{sign}${rounded(abs(amount) / _MILLION, Decimal('0.01')):,f}M"


def figure_text(amount: Decimal, unit: str, form: str = "") -> str:
    """Return a computed number as it is printed everywhere."""
    if unit == "USD":
        return short_money(amount) if form == "short" else money(amount)
    if unit == "%":
        return f"{plain_number(amount)}%"
    if form == "words" and amount == amount.to_integral():
        return in_words(int(amount))
    return with_unit(plain_number(amount), unit) if form != "number" else plain_number(amount)


def value_text(question: Question, value: Value, form: str = "", *, cell: bool = False) -> str:
    """Return a value as it reads inside a sentence, or in a table cell; empty if there is none.

    In a cell choices show their label and units are left to the heading, except a unit that the
    row names: no heading can say it.
    """
    match value:
        case None:
            return ""
        case bool():
            return _yes_no(value=value, cell=cell)
        case str():
            return _single(question, value, form, cell=cell)
        case _:
            return _several(question, value, form, cell=cell)


def _yes_no(*, value: bool, cell: bool) -> str:
    word = "yes" if value else "no"
    return word.capitalize() if cell else word


def _single(question: Question, value: str, form: str, *, cell: bool) -> str:
    amount = number(value)
    match question.kind:
        case Kind.MONEY if amount is not None:
            return short_money(amount) if form == "short" else money(amount)
        case Kind.PERCENT if amount is not None:
            return f"{plain_number(amount)}%"
        case Kind.NUMBER if amount is not None:
            return _counted(amount, question.unit, form, cell=cell and not question.unit_from)
        case Kind.DATE:
            return date_text(value)
        case Kind.CHOICE:
            option = question.option(value)
            return (option.label if cell else option.text) if option else value
        case _:
            return value


def _counted(amount: Decimal, unit: str, form: str, *, cell: bool) -> str:
    if form == "words" and amount == amount.to_integral():
        return in_words(int(amount))
    if cell or form == "number":
        return plain_number(amount)
    return with_unit(plain_number(amount), unit)


def with_unit(text: str, unit: str) -> str:
    """Return a written number with its unit; one of a thing loses the plural s."""
    if unit == "%":
        return f"{text}%"
    if unit == "USD":
        return f"${text}"
    if text == "1" and unit.endswith("s"):
        unit = unit[:-1]
    return f"{text} {unit}".strip()


def _several(question: Question, value: tuple[str, ...], form: str, *, cell: bool) -> str:
    if question.kind is Kind.RANGE:
        return _range(question, value, form, cell=cell)
    options = [(one, question.option(one)) for one in value]
    words = [(option.label if cell else option.text) if option else one for one, option in options]
    if cell:
        return ", ".join(words)
    if form == "number":
        return str(len(words))
    return in_words(len(words)) if form in ("count", "words") else joined(words)


def _range(question: Question, value: tuple[str, ...], form: str, *, cell: bool) -> str:
    texts = [plain_number(amount) if (amount := number(one)) is not None else one for one in value]
    texts += [""] * (3 - len(texts))
    low, likely, high = texts[:3]
    chosen = {"low": low, "likely": likely, "high": high}.get(form)
    if chosen is not None:
        return with_unit(chosen, question.unit) if chosen else ""
    if not (low and high) or low == high:
        only = likely or low or high
        bare = not only or (cell and not question.unit_from)
        return only if bare else with_unit(only, question.unit)
    if question.unit == "USD":
        low, likely, high = (one and f"${one}" for one in (low, likely, high))
    span = f"{low} to {high}"
    if question.unit != "USD" and (not cell or question.unit_from):
        span = with_unit(span, question.unit)
    return f"{span} (likely {likely})" if likely and cell else span


def month_text(on: date) -> str:
    """Return a date as "May 2027"."""
    return f"{_MONTHS[on.month - 1]} {on.year}"
