"""The term sheet: what was chosen, each clause in words and numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.document.grid import text_cell
from roadmapper.document.tree import Block, Cell, Column, Row, Table, Text
from roadmapper.document.wording import Scope, placeholder
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.model import BlockRule

_HOLE = re.compile(r"\{([a-z_.]+)\}")
_OR = "|"
"""Parts the ways to say a piece; the first that is answered is taken."""
_RAMPED = "ramped or adoption-based"


@dataclass(frozen=True, slots=True)
class Clause:
    """A line of the term sheet: its name, and pieces that are left out where nothing is answered.

    With `of` it is read once for each row of that table of the section, after what is `named`.
    Without an answer to what it `needs` it is none. Where the fee grows along a ramp, the pieces
    are those for `ramped`, if there are any.
    """

    name: str
    pieces: tuple[str, ...]
    of: str = ""
    named: str = ""
    joint: str = "; "
    needs: str = ""
    ramped: tuple[str, ...] = ()


_CLAUSES = (
    Clause("Kind of agreement", ("{pricing.structure}",)),
    Clause("Term", ("{deal.term_years}", "from {deal.start_date}")),
    Clause(
        "Base fee",
        (
            "{figures.pricing.annual_fee} a year, before yearly increases",
            "{figures.pricing.one_time_fee} once",
            "items as in the table of fees",
        ),
        ramped=(
            "{figures.pricing.annual_fee} a year in full, after the ramp, before yearly increases",
            "{figures.pricing.one_time_fee} once",
            "items as in the table of fees",
        ),
    ),
    Clause(
        "Fee at risk",
        (
            "{pricing.at_risk_pct} of the yearly fee",
            "{figures.pricing.fee_at_risk} in the first year",
            "contract years {pricing.at_risk_years}",
            "{pricing.withhold_or_clawback}",
        ),
        ramped=(
            "{pricing.at_risk_pct} of the yearly fee",
            "{figures.pricing.fee_at_risk} a year at the full fee, after the ramp",
            "contract years {pricing.at_risk_years}",
            "{pricing.withhold_or_clawback}",
        ),
    ),
    Clause(
        "Measures",
        (
            "{weight} of the fee at risk",
            "{payout} between threshold and target",
            "{at_threshold} at the threshold",
            "tiers {tiers}",
        ),
        "kpis",
        "measure",
        needs="pricing.at_risk_pct",
    ),
    Clause("Bonus", ("{pricing.bonus} of the yearly fee", "in full at {pricing.stretch}")),
    Clause(
        "Gain share",
        (
            "{vendor_share} of the gain is ours",
            "counted against {benchmark} a year",
            "what counts is {counts}",
            "nothing is shared below {minimum_rate} of that",
            "counted from {mode}",
            "at most {cap} a year",
            "at most {cap_share} of the base fee",
            "contract years {years}",
        ),
        "gain_share",
        "base_amount",
    ),
    Clause(
        "Our part in a loss",
        (
            "{vendor_share} of the loss is ours",
            "nothing is shared below {minimum_loss}",
            "at most {cap} a year",
            "at most {cap_share} of the base fee",
            "contract years {years}",
        ),
        "downside",
    ),
    Clause(
        "Price for each outcome",
        (
            "{price} each",
            "{expected} expected",
            "{reversed} taken back",
            "at least {least} a year",
            "at most {most} a year",
            "contract years {years}",
        ),
        "outcomes",
        "event",
    ),
    Clause(
        "Held back",
        (
            "{pricing.holdback} of {pricing.holdback_of}",
            "{pricing.late_per_week} less for each week late",
            "at most {pricing.late_most} less",
        ),
    ),
    Clause("Milestones", ("{weight} of it", "due {due}"), "milestones", "milestone"),
    Clause(
        "Per member or bed",
        (
            "{rate} a month",
            "{units} expected",
            "at least {least_units}",
            "at most {most} a year",
            "contract years {years}",
        ),
        "per_member",
        "what",
    ),
    Clause(
        "Ramp",
        (
            "{pricing.ramp_by}",
            "parts of the fee {pricing.ramp_parts}",
            "never below {pricing.ramp_floor}",
        ),
    ),
    Clause(
        "Co-investment and royalty",
        (
            "{amount} contributed",
            "royalty of {rate}",
            "until {cap_multiple} times the contribution is paid",
        ),
        "royalty",
        "contribution",
    ),
    Clause(
        "Service credits",
        (
            "{band_from} to {band_to}|below {band_from}",
            "{credit} of the monthly fee",
            "at most {cap}",
        ),
        "sla",
        "measure",
    ),
    Clause(
        "Least and most in a year",
        ("at least {floor} of the yearly fee", "at most {ceiling} of it"),
        "collar",
    ),
    Clause("Gates", ("{threshold}", "{effect}"), "quality_gate", "measure", ". "),
    Clause("Settlement calendar", ("{when}", "{responsible}"), "window", "event", ". "),
    Clause("Your duties", ("{measure}",), "system_duties", "duty", ". "),
)


def term_sheet(rule: BlockRule, scope: Scope) -> Iterator[Block]:
    """Yield what is agreed, clause by clause; a clause that nobody answered is left out."""
    del rule
    told = [(clause.name, lines) for clause in _CLAUSES if (lines := _lines(clause, scope))]
    if len(told) < 2:  # noqa: PLR2004  one clause is no sheet
        return
    rows = [
        Row((text_cell(name, bold=True), Cell(tuple((Text(line),) for line in lines))))
        for name, lines in told
    ]
    columns = (Column("Term", weight=1), Column("What is agreed", weight=3.4))
    yield Table("term-sheet", "Term sheet", columns, tuple(rows))


def _lines(clause: Clause, scope: Scope) -> list[str]:
    if clause.needs and not placeholder(clause.needs, scope):
        return []
    if not clause.of:
        said = _said(clause, scope)
        return [said] if said else []
    path = AnswerPath.parse(f"{scope.section}.{clause.of}")
    question = scope.facts.template.find(str(path))
    if question is None:
        return []
    found = []
    for row in scope.facts.filled_rows(str(path)):
        inside = scope.inside(path.row(row), question)
        name = placeholder(clause.named, inside).rstrip(".") if clause.named else ""
        said = _said(clause, inside)
        line = f"{name}: {said}" if name and said else name or said[:1].upper() + said[1:]
        found += [line] if line else []
    return found


def _pieces(clause: Clause, scope: Scope) -> tuple[str, ...]:
    chosen = scope.facts.answers.value("pricing.structure")
    is_ramped = isinstance(chosen, tuple) and _RAMPED in chosen
    return clause.ramped if clause.ramped and is_ramped else clause.pieces


def _said(clause: Clause, scope: Scope) -> str:
    """Return the pieces of which every placeholder is answered; without a name as a sentence."""
    said, answered = [], False
    for piece in _pieces(clause, scope):
        for one in piece.split(_OR):
            words = [placeholder(name, scope).rstrip(".") for name in _HOLE.findall(one)]
            answered = answered or any(words)
            if all(words):
                said.append(_HOLE.sub("{}", one).format(*words))
                break
    if not answered:
        return ""
    text = clause.joint.join(said)
    return text if clause.of else text[:1].upper() + text[1:]
