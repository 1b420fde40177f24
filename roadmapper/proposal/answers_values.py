"""What TOML spells, as answers keep it: texts, lists of texts, numbers as digits."""

from decimal import Decimal

from roadmapper.template.kinds import Value, format_plain

_MOST_DIGITS = 40


def plain(value: object) -> Value:
    """Return a text, a yes or no or a list of texts as it is kept; None if it is none of them."""
    texts = listed_texts(value)
    if texts is not None:
        return tuple(texts)
    return value if isinstance(value, str | bool) else None


def listed_texts(value: object) -> list[str] | None:
    """Return a list of texts, None if the value is anything else."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return value
    return None


def is_number(value: object) -> bool:
    """Return whether a value is a number, which true and false are not."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def digits(value: object) -> str:
    """Return a TOML number as it is kept; what is no amount (nan, inf, 1e99) stays as written."""
    amount = Decimal(str(value))
    written = amount.is_finite() and abs(amount.adjusted()) < _MOST_DIGITS
    return format_plain(amount) if written else str(value)


def shown(value: object) -> str:
    """Return a value in quotation marks, cut if it is long."""
    text = str(value)
    return f'"{text[:60]}…"' if len(text) > len(text[:60]) else f'"{text}"'
