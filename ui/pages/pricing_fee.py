"""The yearly base fee as one number that can be moved, over a table of items. No widgets here."""

from decimal import ROUND_HALF_UP, Decimal

from roadmapper.proposal.path import new_row_ids
from roadmapper.proposal.ways import YEARLY
from roadmapper.template.kinds import Value, format_plain, number
from ui.opened import Opened
from ui.shown_values import shown_money
from ui.words import _

_FEES = "pricing.base_fee"
_ZERO, _ONE, _CENT = Decimal(0), Decimal(1), Decimal("0.01")


class BaseFee:
    """Sums the items charged each year. Moving it moves the price of the first of them alone.

    The others stay as they are, so the fee can go no lower than what they come to.
    """

    def __init__(self, opened: Opened) -> None:
        self._opened = opened

    @property
    def yearly(self) -> Decimal | None:
        """What is paid in the first year for items charged each year; None if nothing is told."""
        rows = self._rows
        if not rows:
            return None
        sums = [self._sum(row) for row in rows]
        known = [one for one in sums if one is not None]
        return sum(known, _ZERO) if known else None

    @property
    def others(self) -> Decimal:
        """What the items come to that are not moved."""
        return sum((self._sum(row) or _ZERO for row in self._rows[1:]), _ZERO)

    @property
    def note(self) -> str:
        """Which item is moved, where there are several."""
        rows = self._rows
        if len(rows) < 2:  # noqa: PLR2004 - one item needs no name
            return ""
        name = self._opened.text(f"{_FEES}[{rows[0]}].item") or _("the first item")
        return _("Moves the price of {name}; the rest comes to {others}").format(
            name=name, others=shown_money(self.others)
        )

    def values(self, yearly: Decimal | None) -> dict[str, Value]:
        """Return the answers that make the yearly fee this much."""
        rows = self._rows
        if not rows:
            return self._first_item(yearly)
        path = f"{_FEES}[{rows[0]}]"
        if yearly is None:
            return {f"{path}.price": None}
        quantity = self._number(rows[0], "quantity")
        left = max(yearly - self.others, _ZERO)
        price = (left / (quantity or _ONE)).quantize(_CENT, ROUND_HALF_UP)
        values: dict[str, Value] = {f"{path}.price": format_plain(price)}
        return values if quantity else {f"{path}.quantity": "1", **values}

    # --- inside ----------------------------------------------------------------------------------

    def _first_item(self, yearly: Decimal | None) -> dict[str, Value]:
        if yearly is None:
            return {}
        row = next(new_row_ids(self._opened.session.used_rows))
        path = f"{_FEES}[{row}]"
        return {
            _FEES: (*self._opened.answers.rows(_FEES), row),
            f"{path}.item": _("Yearly fee"),
            f"{path}.quantity": "1",
            f"{path}.price": format_plain(yearly),
            f"{path}.basis": YEARLY,
        }

    @property
    def _rows(self) -> tuple[str, ...]:
        """The items charged each year, in order."""
        return tuple(
            row
            for row in self._opened.answers.rows(_FEES)
            if self._opened.text(f"{_FEES}[{row}].basis") != "once"
        )

    def _number(self, row: str, column: str) -> Decimal | None:
        return number(self._opened.text(f"{_FEES}[{row}].{column}"))

    def _sum(self, row: str) -> Decimal | None:
        quantity, price = self._number(row, "quantity"), self._number(row, "price")
        return None if quantity is None or price is None else quantity * price
