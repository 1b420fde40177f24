"""What the sliders move: amounts and shares in the answers, by the kind of agreement.

No widgets here.
"""

from dataclasses import dataclass
from decimal import Decimal

from roadmapper.proposal import ways
from roadmapper.proposal.path import new_row_ids
from roadmapper.template.kinds import NUMBER_KINDS, Kind, Value, format_plain, number
from roadmapper.template.model import Question
from ui.opened import Opened
from ui.pages.pricing_fee import BaseFee
from ui.shown_values import shown_with_unit
from ui.words import _

_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_NICE = tuple(map(Decimal, (1, 2, 5, 10)))
_STEPS = 200


@dataclass(frozen=True, slots=True)
class Lever:
    """One number that is moved: what it is now, and from where to where it goes in which steps."""

    key: str
    label: str
    kind: Kind
    value: Decimal | None
    low: Decimal
    high: Decimal
    step: Decimal
    note: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A lever as it is declared: for which kinds, where, and how far it goes at first."""

    key: str
    kinds: tuple[str, ...]
    table: str
    column: str
    label: str
    high: Decimal
    name: str = ""

    @property
    def root(self) -> str:
        """The address of the question."""
        return f"pricing.{self.table or self.column}"

    def path(self, rows: tuple[str, ...]) -> str:
        """Return the address of the number, in the first of the rows of a table."""
        if not self.table:
            return self.root
        return f"{self.root}[{rows[0]}].{self.column}" if rows else ""


_GAIN = (ways.ONE_SIDED, ways.TWO_SIDED)
_ASKED = (
    _Asked("risk", (ways.AT_RISK,), "", "at_risk_pct", _("Fee at risk"), _HUNDRED),
    _Asked("bonus", (ways.AT_RISK,), "", "bonus", _("Bonus past the target"), Decimal(30)),
    _Asked(
        "share", _GAIN, "gain_share", "vendor_share", _("Our share of proven value"), Decimal(50)
    ),
    _Asked("cap", _GAIN, "gain_share", "cap", _("Cap on our share, yearly"), Decimal(1_000_000)),
    _Asked(
        "loss",
        (ways.TWO_SIDED,),
        "downside",
        "vendor_share",
        _("Our share of a shortfall"),
        Decimal(50),
    ),
    _Asked(
        "losscap",
        (ways.TWO_SIDED,),
        "downside",
        "cap",
        _("Cap on our loss, yearly"),
        Decimal(500_000),
    ),
    _Asked(
        "price",
        (ways.PER_OUTCOME,),
        "outcomes",
        "price",
        _("Price for each outcome"),
        Decimal(1_000),
        "event",
    ),
    _Asked("holdback", (ways.MILESTONES,), "", "holdback", _("Held back for milestones"), _HUNDRED),
    _Asked("credit", (ways.CREDITS,), "sla", "credit", _("Service credit"), Decimal(50), "measure"),
    _Asked(
        "rate", (ways.PER_MEMBER,), "per_member", "rate", _("Rate a month"), Decimal(100), "what"
    ),
    _Asked("floor", (ways.RAMPED,), "", "ramp_floor", _("Paid at least, of the fee"), _HUNDRED),
    _Asked(
        "royalty",
        (ways.ROYALTY,),
        "royalty",
        "rate",
        _("Royalty rate"),
        Decimal(20),
        "contribution",
    ),
)
_TARGETS = "pricing.kpis"


class Levers:
    """Reads the levers of the kinds that are chosen, and says which answers move one."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._fee = BaseFee(opened)
        self._asked = {one.key: one for one in _ASKED}

    def all(self, kinds: tuple[str, ...]) -> tuple[Lever, ...]:
        """Return the levers to show for these kinds, in the order one thinks of them."""
        fee = self._fee_lever()
        found = (self._lever(one) for one in _ASKED if {*one.kinds} & {*kinds})
        target = self._target() if ways.AT_RISK in kinds else None
        rest = [one for one in found if one is not None]
        at = next((i + 1 for i, one in enumerate(rest) if one.key == "risk"), 0)
        return (fee, *rest[:at], *([target] if target else []), *rest[at:])

    def values(self, key: str, value: Decimal | None) -> dict[str, Value]:
        """Return the answers that put a lever to a value, with a row for it if there is none."""
        if key == "fee":
            return self._fee.values(value)
        told = None if value is None else format_plain(value)
        if key == "target":
            return {f"{_TARGETS}[{self._heaviest()}].target": told}
        asked = self._asked[key]
        if not asked.table:
            return {asked.root: told}
        rows = self._opened.answers.rows(asked.root)
        if rows:
            return {f"{asked.root}[{rows[0]}].{asked.column}": told}
        row = next(new_row_ids(self._opened.session.used_rows))
        return {asked.root: (row,), f"{asked.root}[{row}].{asked.column}": told}

    def address(self, key: str) -> str:
        """Return the address of the question a lever belongs to."""
        if key in self._asked:
            return self._asked[key].root
        return _TARGETS if key == "target" else "pricing.base_fee"

    # --- inside ----------------------------------------------------------------------------------

    def _fee_lever(self) -> Lever:
        fee = self._fee
        high, step = reach(fee.yearly or _ZERO, Decimal(1_000_000))
        return Lever(
            "fee", _("Base fee, yearly"), Kind.MONEY, fee.yearly, fee.others, high, step, fee.note
        )

    def _lever(self, asked: _Asked) -> Lever | None:
        opened = self._opened
        question = opened.template.find(asked.root)
        column = question.column(asked.column) if question and asked.table else question
        if question is None or column is None or column.kind not in NUMBER_KINDS:
            return None
        rows = opened.answers.rows(asked.root) if asked.table else ()
        path = (
            asked.root
            if not asked.table
            else f"{asked.root}[{rows[0]}].{asked.column}"
            if rows
            else ""
        )
        kept = number(opened.text(path)) if path else None
        if column.kind is Kind.PERCENT:
            high, step = max(asked.high, kept or _ZERO), Decimal(1)
        else:
            high, step = reach(kept or _ZERO, asked.high)
        return Lever(
            asked.key,
            asked.label,
            column.kind,
            kept,
            _ZERO,
            high,
            step,
            self._note(asked, rows) or (_usual(column) if kept is None else ""),
        )

    def _note(self, asked: _Asked, rows: tuple[str, ...]) -> str:
        """Return which of several rows is moved."""
        if len(rows) < 2:  # noqa: PLR2004 - one row needs no name
            return ""
        name = self._opened.text(f"{asked.root}[{rows[0]}].{asked.name}") if asked.name else ""
        if name:
            return _("Moves {name}, the first of {count}").format(name=name, count=len(rows))
        return _("Moves the first of {count}").format(count=len(rows))

    def _heaviest(self) -> str:
        """Return the row of the measure that weighs most; empty if there is none."""
        rows = self._opened.answers.rows(_TARGETS)
        weights = {
            row: number(self._opened.text(f"{_TARGETS}[{row}].weight")) or _ZERO for row in rows
        }
        return max(rows, key=lambda row: weights[row], default="")

    def _target(self) -> Lever | None:
        """Return the target of the measure that weighs most, if its numbers are there."""
        row, question = self._heaviest(), self._opened.template.find(_TARGETS)
        column = question.column("target") if question else None
        if not row or column is None or column.kind not in NUMBER_KINDS:
            return None
        path = f"{_TARGETS}[{row}]"
        names = ("baseline", "threshold", "target")
        texts = [self._opened.text(f"{path}.{name}") for name in names]
        expected = self._opened.value(f"{path}.expected")
        texts += list(expected) if isinstance(expected, tuple) else []
        known = [one for one in map(number, texts) if one is not None]
        target = number(texts[2])
        if target is None or min(known) == max(known):
            return None
        measure, unit = (self._opened.text(f"{path}.{name}") for name in ("measure", "unit"))
        step = nice((max(known) - min(known)) / 100)
        low = (min(known) / step).to_integral_value() * step
        label = _("Target, {measure}").format(measure=measure) if measure else _("Target")
        return Lever("target", label, Kind.NUMBER, target, low, max(known), step, unit=unit)


def _usual(question: Question) -> str:
    """Return what is usual where nothing is answered: nobody has promised it."""
    text = shown_with_unit(question, question.default) if question.default else ""
    return _("Usual: {text}").format(text=text) if text else ""


def reach(value: Decimal, least: Decimal) -> tuple[Decimal, Decimal]:
    """Return how far a slider for an amount goes, and its step."""
    high = nice(value * 2) if value else least
    return high, nice(high / _STEPS)


def nice(amount: Decimal) -> Decimal:
    """Return the next round number: 1, 2 or 5 with zeros."""
    power = Decimal(1).scaleb(amount.adjusted())
    return next(one * power for one in _NICE if one * power >= amount)
