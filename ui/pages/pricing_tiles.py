"""Four numbers at the top of the page: what the deal comes to for them, or for us."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from roadmapper.document.outlook_reading import has_royalty
from roadmapper.document.rounding import share_text, simulated_text
from roadmapper.proposal.facts import Figure
from ui import theme
from ui.parts.cards import Card
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column
from ui.shown_numbers import shown_amount
from ui.shown_values import shown_short_money
from ui.words import _, ngettext

Figures = Mapping[str, Figure]
THEIRS, OURS = 0, 1
_NONE = "–"
_FOUR = 600
"""From this width on four tiles stand in a row."""


@dataclass(frozen=True, slots=True)
class Number:
    """One tile: what it is, how much, what is said below, and its color."""

    label: str
    value: str = _NONE
    line: str = ""
    color: str = "ink"


def numbers(figures: Figures, side: int) -> tuple[Number, ...]:
    """Return the four numbers of a side; those without figures say nothing."""
    return tuple(_theirs(figures) if side == THEIRS else _ours(figures))


def _theirs(figures: Figures) -> Iterator[Number]:
    years = figures.get("outlook.years")
    term = int(years.value) if years else 0
    label = (
        ngettext("Net value to them, one year", "Net value to them, {years} years", term).format(
            years=term
        )
        if term
        else _("Net value to them")
    )
    net = figures.get("outlook.net.mean")
    yield _amount(figures, label, net, _range(figures, "outlook.net"), signed=True)
    chance, runs = figures.get("outlook.ahead"), figures.get("outlook.runs")
    ahead = figures.get("outlook.ahead_runs")
    line = (
        _("{ahead} of {runs} runs").format(
            ahead=shown_amount(int(ahead.value)), runs=shown_amount(int(runs.value))
        )
        if ahead and runs
        else ""
    )
    yield _share(_("Chance they end ahead"), chance, line)
    yield _amount(
        figures,
        _("Our fee at risk"),
        figures.get("pricing.fee_at_risk"),
        _("a year at the full fee, after the ramp")
        if "worked.fee" in figures
        else _("year 1, earned by results"),
    )
    worst, number = figures.get("outlook.worst_year"), figures.get("outlook.worst_year_number")
    line = _("year {number}, on average").format(number=int(number.value)) if number else ""
    yield _amount(figures, _("Worst year for them"), worst, line, signed=True)


def _ours(figures: Figures) -> Iterator[Number]:
    before = has_royalty(figures)
    yield _amount(
        figures,
        _("Paid to us, before royalties") if before else _("Paid to us over the term"),
        figures.get("outlook.paid.mean"),
        _range(figures, "outlook.paid"),
    )
    yield _amount(
        figures,
        _("Fees we do not earn"),
        figures.get("outlook.forgone.mean"),
        _("over the term, on average"),
    )
    most, label = figures.get("outlook.exposure"), _("Most one year can cost us")
    if most is None and "outlook.exposure_mean" in figures:
        yield Number(label, _("No limit"), _("our part in a shortfall has no cap"), "neg")
    else:
        yield _amount(figures, label, most, _("by the contract"))
    yield _share(
        _("They pay above the base fee"), figures.get("outlook.above_base"), _("of all runs")
    )


def _amount(
    figures: Figures, label: str, figure: Figure | None, line: str, *, signed: bool = False
) -> Number:
    if figure is None:
        return Number(label)
    color = "ink"
    if signed:
        color = "accent" if figure.value >= 0 else "clay"
    return Number(label, shown_dollars(figures, figure), line, color)


def _share(label: str, figure: Figure | None, line: str) -> Number:
    if figure is None:
        return Number(label)
    return Number(label, share_text(figure.value), line)


def _range(figures: Figures, name: str) -> str:
    low, high = figures.get(f"{name}.p10"), figures.get(f"{name}.p90")
    if low is None or high is None:
        return ""
    return _("range {low} to {high}").format(
        low=shown_dollars(figures, low), high=shown_dollars(figures, high)
    )


def shown_dollars(figures: Figures, figure: Figure) -> str:
    """Return an amount in short; those of the draws alike everywhere, as exact as they are."""
    return simulated_text(figure, figures) or shown_short_money(figure.value)


class FigureTile(Card):
    """One number on a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._label = Label("", "caption", "ink2", wrap=True)
        self._value = Label(_NONE, "metric")
        self._line = Label("", "caption", "ink2", wrap=True)
        super().__init__(
            column(self._label, 4, STRETCH, self._value, 2, self._line),
            parent,
            margins=(14, 12, 12, 12),
        )
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def show_number(self, number: Number) -> None:
        """Show a number."""
        self._label.setText(number.label)
        self._value.setText(number.value)
        self._value.set_color(number.color if number.value != _NONE else "ink3")
        self._line.setText(number.line)
        told = number.value if number.value != _NONE else _("not known yet")
        self.setAccessibleName(f"{number.label}: {told} {number.line}".rstrip())

    @property
    def told(self) -> str:
        """The number as it reads."""
        return self._value.text()


class Tiles(QWidget):
    """Four numbers in a row, or two by two where it is narrow."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles = tuple(FigureTile(self) for _place in range(4))
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(12)
        self._columns = 0
        self._arrange(4)

    def show_figures(self, figures: Figures, side: int) -> None:
        """Show the numbers of a side."""
        for tile, number in zip(self.tiles, numbers(figures, side), strict=True):
            tile.show_number(number)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one line or two."""
        super().resizeEvent(event)
        self._arrange(4 if event.size().width() >= theme.px(_FOUR) else 2)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        for at, tile in enumerate(self.tiles):
            self._grid.removeWidget(tile)
            self._grid.addWidget(tile, at // columns, at % columns)
        for at in range(4):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignTop)
