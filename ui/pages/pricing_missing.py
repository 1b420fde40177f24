"""What a deal still needs before it can be worked out, in calm sentences. No widgets here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roadmapper.document.formats import joined
from roadmapper.figures.reading import term_years
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from roadmapper.proposal.ways import CREDITS, PER_OUTCOME
from roadmapper.template.kinds import Value
from ui.opened import Opened
from ui.pages.pricing_mix import STRUCTURE
from ui.words import _

_DRIVERS = "value.drivers"
_MEASURES = "pricing.kpis"
_TERM = "deal.term_years"
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
    if not _has_term(opened):
        words = _("Say how many whole years the contract runs, from 1 to 10.")
        yield Missing(words, _TERM, _("Answer"))
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


def _has_term(opened: Opened) -> bool:
    """Return whether the years of the contract are known, by answer or until one is given."""
    question = opened.template.find(_TERM)
    assumed = question.default if question is not None else None
    return term_years(Answers({_TERM: opened.answers.value(_TERM) or assumed})) is not None


def _open_cells(opened: Opened, row: str) -> list[str]:
    path = f"{_DRIVERS}[{row}]"
    return [name for cell, name in _NEEDED.items() if not opened.answers.value(f"{path}.{cell}")]


def _is_only_outcomes(structure: Value) -> bool:
    """Return whether nothing but an outcome is to be paid."""
    kinds = structure if isinstance(structure, tuple) else ()
    return {*kinds} - {CREDITS} == {PER_OUTCOME}


def warnings(opened: Opened, figures: Mapping[str, Figure]) -> Iterator[tuple[str, str]]:
    """Yield what a person should know about the deal: how serious it is, and a sentence."""
    if "outlook.runs" not in figures:
        return
    at_risk, exposure = figures.get("pricing.fee_at_risk"), figures.get("outlook.exposure")
    if not (at_risk and at_risk.value) and not (exposure and exposure.value):
        yield "warning", _("No fee is at risk. This is a price, not a shared-risk proposal.")
    elif at_risk and at_risk.value and not opened.answers.rows(_MEASURES):
        yield (
            "warning",
            _("Nothing decides yet about the fee at risk. Name the measures we guarantee below."),
        )
    fee = figures.get("pricing.annual_fee")
    if _is_only_outcomes(opened.value(STRUCTURE)) and fee and fee.value:
        yield (
            "info",
            _("The base fee is paid whatever comes. Set it to 0 if only outcomes are paid."),
        )
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
