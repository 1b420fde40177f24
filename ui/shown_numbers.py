"""How numbers and percents read in the window, in the language of the settings."""

from typing import TYPE_CHECKING

from ui.languages import forms
from ui.words import _

if TYPE_CHECKING:
    from decimal import Decimal

MINUS = "\u2212"
_MEGABYTE = 1_000_000


def separated(text: str) -> str:
    """Return a number as Python writes it ("1,234.5") with the signs of the language."""
    signs = {ord(","): forms().group, ord("."): forms().decimal, ord("-"): MINUS}
    return text.translate(signs)


def shown_amount(amount: "Decimal | int") -> str:
    """Return a number with separators and a real minus sign."""
    text = f"{amount:,}" if isinstance(amount, int) else f"{amount:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return separated(text)


def shown_percent(amount: "Decimal | int") -> str:
    """Return a percent."""
    return forms().percent.format(shown_amount(amount))


def shown_part(part: float) -> str:
    """Return a part of one as a percent without decimals."""
    return shown_percent(round(part * 100))


def shown_size(size: int) -> str:
    """Return the size of a file."""
    if size >= _MEGABYTE:
        return _("{number} MB").format(number=separated(f"{size / _MEGABYTE:.1f}"))
    return _("{number} KB").format(number=shown_amount(max(1, size // 1000)))
