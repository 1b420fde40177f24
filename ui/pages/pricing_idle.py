"""What is promised but counts for nothing yet, because a part of it is missing. No widgets here."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from roadmapper.proposal.facts import Figure
from roadmapper.proposal.ways import (
    CREDITS,
    MILESTONES,
    PER_MEMBER,
    PER_OUTCOME,
    RAMPED,
    ROYALTY,
)
from ui.opened import Opened
from ui.pages.pricing_missing import Missing
from ui.pages.pricing_mix import STRUCTURE
from ui.words import _

_ANSWER = _("Answer")
_HELD, _MILESTONES = "pricing.holdback", "pricing.milestones"
_PARTS, _BY_USE, _FLOOR = "pricing.ramp_parts", "pricing.ramp_by", "pricing.ramp_floor"


@dataclass(frozen=True, slots=True)
class _Needs:
    """A column of a table that counts only together with another."""

    kind: str
    table: str
    column: str
    needed: str
    sentence: str


_PAIRS = (
    _Needs(
        PER_OUTCOME,
        "pricing.outcomes",
        "price",
        "expected",
        _("The price of an outcome counts once you say how many you expect in a year."),
    ),
    _Needs(
        CREDITS,
        "pricing.sla",
        "credit",
        "months",
        _("The service credit counts once you say how many months a year may end in its band."),
    ),
    _Needs(
        PER_MEMBER,
        "pricing.per_member",
        "rate",
        "units",
        _("The rate a month counts once you say how many members or beds there are."),
    ),
    _Needs(
        ROYALTY,
        "pricing.royalty",
        "rate",
        "revenue",
        _("The royalty counts once you say which revenue you expect in a year."),
    ),
)


def idle(opened: Opened, figures: Mapping[str, Figure]) -> Iterator[Missing]:
    """Yield what was set and moves no result yet, each with what it waits for."""
    kept = opened.value(STRUCTURE)
    kinds = kept if isinstance(kept, tuple) else ()
    for pair in _PAIRS:
        if pair.kind in kinds:
            yield from _half_rows(opened, pair)
    if MILESTONES in kinds and opened.text(_HELD):
        yield from _holdback(opened, figures)
    if RAMPED in kinds:
        yield from _ramp(opened)


def _half_rows(opened: Opened, pair: _Needs) -> Iterator[Missing]:
    """Yield one sentence for the first row that has the one and lacks the other."""
    for row in opened.answers.rows(pair.table):
        path = f"{pair.table}[{row}]"
        if opened.text(f"{path}.{pair.column}") and not opened.value(f"{path}.{pair.needed}"):
            yield Missing(pair.sentence, f"{path}.{pair.needed}", _ANSWER)
            return


def _holdback(opened: Opened, figures: Mapping[str, Figure]) -> Iterator[Missing]:
    paths = [f"{_MILESTONES}[{row}]" for row in opened.answers.rows(_MILESTONES)]
    if not any(opened.text(f"{one}.milestone") and opened.text(f"{one}.weight") for one in paths):
        words = _("What is held back counts once its milestones are named, each with its weight.")
        yield Missing(words, _MILESTONES, _ANSWER)
    elif opened.text("pricing.holdback_of") != "first yearly fee" and (
        "pricing.one_time_fee" not in figures or not figures["pricing.one_time_fee"].value
    ):
        words = _("There is no set-up fee to hold back from. Add one, or choose the yearly fee.")
        yield Missing(words, "pricing.holdback_of", _ANSWER)


def _ramp(opened: Opened) -> Iterator[Missing]:
    """Yield what is missing for a fee that grows with time or with use."""
    if opened.text(_BY_USE) == "use":
        if not opened.value("value.adoption"):
            words = _("The fee follows use once the step Value says how many will use it.")
            yield Missing(words, "value.adoption", _("Open Value"))
    elif not opened.text(_PARTS):
        words = _("The fee grows once you say which part of it each year brings.")
        yield Missing(words, _PARTS, _ANSWER)
    elif opened.text(_FLOOR):
        words = _("The least that is paid counts only where the fee follows use.")
        yield Missing(words, _BY_USE, _ANSWER)
