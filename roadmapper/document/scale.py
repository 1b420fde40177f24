"""Numbers on a chart: round ticks, where a value stands, how a value is written."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.tree import Chart, Series

CURRENCIES = "$€£¥"
SHORT_UNIT = 4
MOST_PLACES = 4
STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """A line from the first to the last tick, laid out between two coordinates."""

    ticks: tuple[Decimal, ...]
    start: float
    end: float

    def at(self, value: Decimal) -> float:
        """Return the coordinate of a value."""
        low, high = self.ticks[0], self.ticks[-1]
        return self.start + (self.end - self.start) * float((value - low) / (high - low))

    @property
    def base(self) -> float:
        """The coordinate of zero, or of the end nearest to it."""
        return self.at(min(max(Decimal(0), self.ticks[0]), self.ticks[-1]))


def ticks(values: Iterable[Decimal], zero: bool = True, most: int = 5) -> tuple[Decimal, ...]:
    """Return at most so many round, even ticks that hold all values (and zero, if asked)."""
    numbers = [*values] + ([Decimal(0)] if zero else [])
    low, high = (min(numbers), max(numbers)) if numbers else (Decimal(0), Decimal(1))
    if low == high:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = Decimal(1)
    raw = (high - low) / (most - 1)
    power = Decimal(1).scaleb(raw.adjusted())
    for factor in (*STEPS, *(step * 10 for step in STEPS[1:])):
        step = factor * power
        first, last = (low / step).to_integral_value("ROUND_FLOOR"), _ceiling(high / step)
        if last - first < most:
            return tuple(first * step + i * step for i in range(int(last - first) + 1))
    raise AssertionError(
        f"no step holds {low} to {high}"
    )  # pragma: no cover - 100 x raw always does


def values_of(chart: Chart) -> list[Decimal]:
    """Return every number a chart shows."""
    found = [value for series in chart.series for value in series.values if value is not None]
    return found + ([chart.limit.value] if chart.limit else [])


def value(series: Series, at: int) -> Decimal | None:
    """Return the value of a series for a category, None when there is none."""
    return series.values[at] if at < len(series.values) else None


def written(series: Series, at: int, unit: str) -> str:
    """Return how a value is written: as its series says, else as a number with its unit."""
    if at < len(series.labels) and series.labels[at]:
        return series.labels[at]
    number = value(series, at)
    return "" if number is None else number_text(number, unit, places(series.values))


def places(numbers: Iterable[Decimal | None]) -> int:
    """Return how many decimals these numbers need, so that all are written alike."""
    return max((_places(number) for number in numbers if number is not None), default=0)


def decimals_of(chart: Chart, numbers: Iterable[Decimal | None]) -> int:
    """Return how many decimals a chart writes: as many as it says, else as these numbers need."""
    return places(numbers) if chart.places is None else chart.places


def number_text(number: Decimal, unit: str, decimals: int | None = None) -> str:
    """Return a number as read: grouped thousands, a true minus, a short unit beside it."""
    before, after = unit_parts(unit)
    digits = f"{abs(number):,.{_places(number) if decimals is None else decimals}f}"
    sign = "−" if number < 0 and digits.strip("0.,") else ""
    if not number and before:
        return f"{before}0"
    return f"{sign}{before}{digits}{after}"


def unit_parts(unit: str) -> tuple[str, str]:
    """Return what stands before and after a number; a long unit stands elsewhere, once."""
    if unit[:1] and unit[0] in CURRENCIES and len(unit) <= SHORT_UNIT:
        return unit[0], unit[1:]
    if unit == "%":
        return "", unit
    return ("", f"\u00a0{unit}") if unit and not is_long(unit) else ("", "")


def is_long(unit: str) -> bool:
    """Return whether a unit is too long to stand at every number."""
    return len(unit) > SHORT_UNIT


def _places(number: Decimal) -> int:
    exponent = number.normalize().as_tuple().exponent
    return min(MOST_PLACES, max(0, -exponent)) if isinstance(exponent, int) else 0


def _ceiling(number: Decimal) -> Decimal:
    return number.to_integral_value("ROUND_CEILING")
