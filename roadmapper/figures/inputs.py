"""Collects the uncertain inputs of a deal while it is put together."""

from decimal import Decimal

from roadmapper.figures.reading import Answered, Row, number_at, range_at, words_at, years_told
from roadmapper.figures.uncertain import Shape, Uncertain

_ZERO, _ONE = Decimal(0), Decimal(1)
_HUNDRED, _YEAR = Decimal(100), Decimal(12)
_HALF = Decimal("0.5")
DRIVERS = "value.drivers"
_TOGETHER = "moves_with"


class Inputs:
    """Reads ranges and chances from answers and keeps each one that can be read.

    A range that is not there, or whose low lies above its likely or high value, is left out.
    """

    def __init__(self, answers: Answered) -> None:
        self.answers = answers
        self.found: dict[str, Uncertain] = {}
        self.used: dict[str, None] = {}
        self._are_limits = words_at(answers, "value.range_means") != "tenths"

    def use(self, *addresses: str) -> None:
        """Remember answers that are used as they are."""
        self.used.update(dict.fromkeys(addresses))

    def part(self, address: str, otherwise: Decimal = _ZERO) -> Decimal:
        """Return the percentage at an address as a part, another one if there is none."""
        told = number_at(self.answers, address)
        if told is None or told.value < 0:
            return otherwise
        self.use(address)
        return told.value / _HUNDRED

    def years(self, address: str) -> frozenset[int]:
        """Return the contract years told at an address; none told is all."""
        found = years_told(words_at(self.answers, address))
        if found:
            self.use(address)
        return found

    def ranged(
        self,
        address: str,
        *,
        name: str = "",
        most: Decimal | None = None,
        is_worst_high: bool = False,
        moves_with: str = "",
    ) -> str:
        """Return the name of the range at an address, empty if it cannot be read."""
        told = range_at(self.answers, address)
        if told is None:
            return ""
        return self.between(
            address, told, name=name, most=most, is_worst_high=is_worst_high, moves_with=moves_with
        )

    def between(
        self,
        address: str,
        told: tuple[Decimal, ...],
        *,
        name: str = "",
        shape: Shape = Shape.PERT,
        of: tuple[Decimal, Decimal] | None = None,
        most: Decimal | None = None,
        is_worst_high: bool = False,
        moves_with: str = "",
    ) -> str:
        """Return the name of an input between these values, empty if they are out of order.

        What a person never put below zero is not drawn below zero either.
        """
        low, likely, high = told
        if not low <= likely <= high or (most is not None and high > most):
            return ""
        name = name or address
        least = _ZERO if low >= 0 else None
        self.found[name] = Uncertain(
            name, address, low, likely, high, shape, self._are_limits, least, most, of,
            is_worst_high, moves_with=moves_with,
        )  # fmt: skip
        self.use(address)
        return name

    def together(self, row: Row) -> str:
        """Return the name of the draws a row shares with a driver, empty if it moves alone.

        A driver that itself moves with another leads on to that one; those in a ring all follow
        the same one of them.
        """
        seen = [row.path]
        while other := self._other(seen[-1]):
            self.use(f"{seen[-1]}.{_TOGETHER}")
            if other in seen:
                return f"{min(seen[seen.index(other) :])}.improvement"
            seen.append(other)
        return f"{seen[-1]}.improvement" if len(seen) > 1 else ""

    def _other(self, path: str) -> str:
        told = self.answers.value(f"{path}.{_TOGETHER}")
        return f"{DRIVERS}[{told[0]}]" if isinstance(told, tuple) and told else ""

    def chance(self, address: str, *, yearly: bool = False) -> str:
        """Return the name of a chance in percent, empty if there is none: it is certain."""
        told = number_at(self.answers, address)
        if told is None or not 0 <= told.value <= _HUNDRED:
            return ""
        part = told.value / _HUNDRED
        low, high = _ONE if part == 1 else _ZERO, _ZERO if part == 0 else _ONE
        likely = _ONE if part >= _HALF else _ZERO
        self.found[address] = Uncertain(
            address, address, low, likely, high, Shape.CHANCE, of=(part, _ONE), yearly=yearly
        )
        self.use(address)
        return address

    def months(self, address: str) -> str:
        """Return the name of the months a year that are expected, empty if there are none."""
        told = number_at(self.answers, address)
        if told is None or not 0 < told.value <= _YEAR:
            return ""
        at = told.value
        self.found[address] = Uncertain(
            address, address, at, at, at, Shape.MONTHS, of=(at, _YEAR), yearly=True
        )
        self.use(address)
        return address
