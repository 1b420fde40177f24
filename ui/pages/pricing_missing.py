"""What a deal still needs before it can be worked out, in calm sentences. No widgets here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roadmapper.document.formats import joined
from roadmapper.proposal.facts import Figure
from ui.opened import Opened
from ui.words import _

_DRIVERS = "value.drivers"
_SOFT = "soft"
_NEEDED = {
    "improvement": _("its improvement"),
    "volume": _("its volume"),
    "unit_value": _("what one unit is worth"),
}
_MOSTLY = 50


@dataclass(frozen=True, slots=True)
class Missing:
    """A sentence, and where one can do something about it."""

    sentence: str
    path: str
    action: str


def missing(opened: Opened, figures: Mapping[str, Figure]) -> tuple[Missing, ...]:
    """Return what is missing for a result, in the order one would answer it; empty if nothing."""
    return () if "outlook.runs" in figures else tuple(_missing(opened, figures))


def _missing(opened: Opened, figures: Mapping[str, Figure]) -> Iterator[Missing]:
    if not opened.text("deal.term_years") and opened.template.find("deal.term_years"):
        yield Missing(_("Say how many years the contract runs."), "deal.term_years", _("Answer"))
    rows = opened.answers.rows(_DRIVERS)
    named = [
        row
        for row in rows
        if opened.text(f"{_DRIVERS}[{row}].driver").strip()
        and opened.text(f"{_DRIVERS}[{row}].class") != _SOFT
    ]
    if not named:
        yield Missing(
            _("Name one value driver that counts as money, in the step Value."),
            _DRIVERS,
            _("Open Value"),
        )
    elif not any(_open_cells(opened, row) == [] for row in named):
        path = f"{_DRIVERS}[{named[0]}]"
        yield Missing(
            _("Complete the value driver {name}: {parts}.").format(
                name=opened.text(f"{path}.driver").strip(),
                parts=joined(_open_cells(opened, named[0])),
            ),
            path,
            _("Open Value"),
        )
    if "pricing.annual_fee" not in figures and "pricing.one_time_fee" not in figures:
        yield Missing(
            _("Set a base fee at the left, or fill in the table of fees below."),
            "pricing.base_fee",
            _("Go to fees"),
        )


def _open_cells(opened: Opened, row: str) -> list[str]:
    path = f"{_DRIVERS}[{row}]"
    return [name for cell, name in _NEEDED.items() if not opened.answers.value(f"{path}.{cell}")]


def warnings(figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    """Yield what a person should know about the deal: how serious it is, and a sentence."""
    if "outlook.runs" not in figures:
        return
    at_risk, exposure = figures.get("pricing.fee_at_risk"), figures.get("outlook.exposure")
    if not (at_risk and at_risk.value) and not (exposure and exposure.value):
        yield "warning", _("No fee is at risk. This is a price, not a shared-risk proposal.")
    cautious = figures.get("outlook.case.cautious.net")
    if cautious is not None and cautious.value < 0:
        yield (
            "warning",
            _(
                "The client loses money in the cautious case. "
                "Raise the fee at risk or lower the base fee."
            ),
        )
    reached = figures.get("outlook.cap_reached")
    if reached is not None and reached.value > _MOSTLY:
        yield (
            "info",
            _("The cap is reached in most runs, so the share above it has no effect."),
        )
