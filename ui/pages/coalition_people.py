"""Who decides: what is answered about each role, and the steps that change it. No widgets here."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.proposal.facts import Facts
from roadmapper.proposal.path import new_row_id
from roadmapper.proposal.session import Session
from roadmapper.template.kinds import Value, format_plain, number
from roadmapper.template.model import Question, UsualRow
from ui.opened import Opened
from ui.words import _

PATH = "coalition.people"
STANCES = {
    -2: _("Opposed"),
    -1: _("Skeptical"),
    0: _("Neutral"),
    1: _("Supportive"),
    2: _("Champion"),
}
COLORS = {-2: "neg", -1: "clay", 0: "gold", 1: "info", 2: "accent"}
"""The color of each stance; its word stands wherever the color does."""
_SMALL = frozenset({"of", "and", "the", "for", "to"})
_LETTERS = 4


@dataclass(frozen=True, slots=True)
class Person:
    """One role that decides. `title` and `part` are what is usual for such a role."""

    row: str
    role: str
    short: str
    title: str
    part: str
    stance: float | None
    influence: float | None
    needed: float | None
    has_answer: bool
    most: int = 5
    boss: str = ""
    listens_to: tuple[str, ...] = ()

    @property
    def is_placed(self) -> bool:
        """Whether the role has its place on the map."""
        return self.stance is not None and self.influence is not None

    @property
    def caption(self) -> str:
        """What stands below its node: its part in the decision, else what the letters mean."""
        return self.part or (self.role if self.role != self.short else "")

    @property
    def where(self) -> str:
        """How its place is said: "CFO, skeptical, influence 4 of 5"."""
        stance = word(self.stance).lower() or _("stance not said")
        influence = (
            _("influence {influence:g} of {most}").format(influence=self.influence, most=self.most)
            if self.influence is not None
            else ""
        )
        name = self.role or _("A role without a name")
        return _("{name}, {stance}, {influence}").format(
            name=name, stance=stance, influence=influence or _("influence not said")
        )

    @property
    def spoken(self) -> str:
        """What a screen reader says of it."""
        said = [self.where]
        if self.needed is not None and self.needed != self.stance:
            said.append(f"needed: {word(self.needed).lower()}")
        if not self.has_answer:
            said.append(_("has no answer yet"))
        return ", ".join(said)


def word(stance: float | None) -> str:
    """Return the word for a stance; empty if nobody said it."""
    return STANCES.get(round(stance), "") if stance is not None else ""


def color(stance: float | None) -> str:
    """Return the name of the color of a stance."""
    return COLORS.get(round(stance), "slate") if stance is not None else "slate"


def short_form(role: str, usual: UsualRow | None) -> str:
    """Return the letters in a node: "CFO", "CNE" for a chief nursing executive."""
    head = re.split(r"[,(/]", role)[0].strip()
    if usual is not None and usual.label.isupper():
        return usual.label
    if head.isupper() and len(head) <= _LETTERS + 1:
        return head
    words = [one for one in head.split() if one.lower() not in _SMALL]
    if len(words) == 1:
        return words[0][:3].capitalize()
    return "".join(one[0] for one in words[:_LETTERS]).upper()


class People:
    """The rows of the coalition."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self.question: Question = opened.question(PATH)

    # --- reading ---------------------------------------------------------------------------------

    @property
    def rows(self) -> tuple[str, ...]:
        """The ids of all roles."""
        return self._opened.session.rows(PATH)

    def all(self) -> tuple[Person, ...]:
        """Return all roles in their order."""
        return tuple(self.person(row) for row in self.rows)

    def person(self, row: str) -> Person:
        """Return what is answered about a role."""
        role = self._opened.text(cell(row, "role"))
        usual = self._usual(role)
        return Person(
            row=row,
            role=role,
            short=short_form(role, usual) if role.strip() else "?",
            title=usual.name if usual else role,
            part=usual.part if usual and usual.part != role else "",
            stance=self._number(row, "stance"),
            influence=self._number(row, "influence"),
            needed=self._number(row, "needed"),
            has_answer=bool(self._opened.text(cell(row, "proof")).strip()),
            most=self.steps("influence")[-1],
            boss=next(iter(self._linked(row, "reports_to")), ""),
            listens_to=self._linked(row, "listens_to"),
        )

    def steps(self, column: str) -> range:
        """Return the whole numbers a column takes."""
        asked = self.question.column(column)
        low = asked.minimum if asked and asked.minimum is not None else 0
        high = asked.maximum if asked and asked.maximum is not None else low
        return range(round(low), round(high) + 1)

    def missing(self) -> tuple[str, ...]:
        """Return what to say about usual roles that are not there."""
        there, facts = (
            self._usual_there(),
            Facts(self._opened.template, self._opened.answers, {}, {}),
        )
        roles = {self._opened.text(cell(row, "role")).strip().casefold() for row in self.rows}
        return tuple(
            one.missing
            for one in self.question.usual
            if one.missing
            and one.id not in there
            and not roles & {name.casefold() for name in one.instead}
            and (one.missing_if is None or facts.holds(one.missing_if, "coalition"))
        )

    def offered(self) -> tuple[UsualRow, ...]:
        """Return the usual roles that are not there yet."""
        there = self._usual_there()
        return tuple(one for one in self.question.usual if one.id not in there)

    # --- changing --------------------------------------------------------------------------------

    def place(self, row: str, stance: int, influence: int) -> None:
        """Say stance and influence at once."""
        values: dict[str, Value] = {
            cell(row, "stance"): str(stance),
            cell(row, "influence"): str(influence),
        }
        self._opened.bridge.change(
            values, _("Move {role}").format(role=self.person(row).role or _("a role"))
        )

    def set_step(self, row: str, column: str, value: int) -> None:
        """Say one number about a role."""
        self._opened.bridge.set(cell(row, column), str(value))

    def add(self, role: str) -> str:
        """Add a role and return its row; empty if it could not be kept."""
        before = self.rows

        def add(session: Session) -> object:
            return session.add_row(PATH, {"role": role or None})

        self._opened.bridge.act(add)
        return next((row for row in self.rows if row not in before), "")

    def add_first(self) -> None:
        """Add the usual first roles as one step."""
        rows, values = list(self.rows), dict[str, Value]()
        used = set(self._opened.session.used_rows)
        for one in self.offered():
            if one.first:
                row = new_row_id(used)
                used.add(row)
                rows.append(row)
                values[cell(row, "role")] = one.label
        self._opened.bridge.change({PATH: tuple(rows), **values}, _("Add the usual roles"))

    def remove(self, row: str) -> None:
        """Remove a role with all that is said about it, also where others point to it."""
        values: dict[str, Value] = {PATH: tuple(one for one in self.rows if one != row)}
        for other in self.rows:
            for column in ("reports_to", "listens_to"):
                kept = self._opened.value(cell(other, column))
                if other != row and isinstance(kept, tuple) and row in kept:
                    values[cell(other, column)] = tuple(one for one in kept if one != row) or None
        self._opened.bridge.change(
            values, _("Remove {role}").format(role=self.person(row).role or _("a role"))
        )

    # --- inside ----------------------------------------------------------------------------------

    def _number(self, row: str, column: str) -> float | None:
        found = number(self._opened.text(cell(row, column)))
        return float(format_plain(found)) if found is not None else None

    def _linked(self, row: str, column: str) -> tuple[str, ...]:
        value = self._opened.value(cell(row, column))
        known = self.rows
        return tuple(one for one in value if one in known) if isinstance(value, tuple) else ()

    def _usual(self, role: str) -> UsualRow | None:
        told = role.strip().casefold()
        words = set(re.findall(r"\w+", told))
        for one in self.question.usual:
            label = one.label.casefold()
            if told in (label, one.name.casefold()) or (one.label.isupper() and label in words):
                return one
        return None

    def _usual_there(self) -> frozenset[str]:
        return frozenset(self._found_usual())

    def _found_usual(self) -> Iterator[str]:
        for row in self.rows:
            found = self._usual(self._opened.text(cell(row, "role")))
            if found is not None:
                yield found.id


def cell(row: str, column: str) -> str:
    """Return the address of a cell."""
    return f"{PATH}[{row}].{column}"
