"""Who reports to whom and who listens to whom, and the steps that change it. No widgets here."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from roadmapper.proposal.path import new_row_id
from roadmapper.template.kinds import Value
from ui.opened import Opened
from ui.pages.coalition_people import PATH, People, Person, cell
from ui.words import _

BOSS, DOTTED = "system.cmio_reports_to", "system.cmio_dotted_line"
_NOBODY = frozenset({"none", "unknown", "other"})
_CMIO = "CMIO"


@dataclass(frozen=True, slots=True)
class Line:
    """A line on the map: from whose word counts, or who is reported to, to the other role."""

    start: str
    end: str
    column: str

    @property
    def is_word(self) -> bool:
        """Whether it says whose word counts with a role; else it is a line of reporting."""
        return self.column == "listens_to"


def lines_between(people: Sequence[Person]) -> tuple[Line, ...]:
    """Return the lines between roles; where two of both kinds would cover each other, one."""
    rows = {person.row for person in people}
    found: list[Line] = []
    for person in people:
        found += [Line(one, person.row, "listens_to") for one in person.listens_to if one in rows]
        if person.boss in rows and person.boss not in person.listens_to:
            found.append(Line(person.boss, person.row, "reports_to"))
    return tuple(found)


def bosses_of(people: Sequence[Person], opened: Opened) -> Mapping[str, str]:
    """Return who reports to whom by row; the line of the CMIO may be that of step 2."""
    cmio = _row_of(people, _CMIO)
    bosses = {person.row: person.boss for person in people if person.boss}
    above = _row_of(people, opened.text(BOSS))
    if cmio and above and cmio not in bosses and not _is_circle(cmio, {**bosses, cmio: above}):
        bosses[cmio] = above
    return {row: boss for row, boss in bosses.items() if not _is_circle(row, bosses)}


def dotted_of(people: Sequence[Person], opened: Opened) -> tuple[tuple[str, str], ...]:
    """Return the dotted lines of the CMIO as pairs of rows, below and above."""
    value, cmio = opened.value(DOTTED), _row_of(people, _CMIO)
    named = [_row_of(people, one) for one in value] if isinstance(value, tuple) else []
    return tuple((cmio, row) for row in named if row and cmio)


class Lines:
    """Changes the lines between roles."""

    def __init__(self, people: People, opened: Opened) -> None:
        self._people, self._opened = people, opened

    def join(self, start: str, end: str) -> None:
        """Say that the word of a role counts with another one."""
        kept = self._people.person(end).listens_to
        if start != end and start not in kept:
            value: Value = (*kept, start)
            self._opened.bridge.change(
                {cell(end, "listens_to"): value}, self._told(_("Draw"), start)
            )

    def part(self, line: Line) -> None:
        """Take a line away."""
        kept = self._opened.value(cell(line.end, line.column))
        rest = tuple(one for one in kept if one != line.start) if isinstance(kept, tuple) else ()
        label = self._told(_("Remove"), line.start)
        self._opened.bridge.change({cell(line.end, line.column): rest or None}, label)

    def report(self, values: dict[str, Value], boss: str, dotted: Sequence[str]) -> Sequence[str]:
        """Keep where the CMIO reports together with the roles that takes, as one step.

        Return the roles that were added.
        """
        rows = list(self._people.rows)
        said: dict[str, Value] = {}
        found, added = {}, []
        for name in (_CMIO, boss, *dotted):
            row = _row_of(self._people.all(), name)
            if not row:
                row = new_row_id({*self._opened.session.used_rows, *rows})
                rows.append(row)
                said[cell(row, "role")] = self._usual(name)
                added.append(self._usual(name))
            found[name] = row
        if added:
            said[PATH] = tuple(rows)
        said[cell(found[_CMIO], "reports_to")] = (found[boss],)
        kept = self._opened.bridge.change({**values, **said}, _("Say where the CMIO reports"))
        return added if kept else ()

    def _told(self, verb: str, start: str) -> str:
        return _("{verb} a line from {role}").format(
            verb=verb, role=self._people.person(start).role or _("a role")
        )

    def _usual(self, name: str) -> str:
        names = _names(name)
        usual = (one.label for one in self._people.question.usual)
        return next((one for one in usual if one.casefold() in names), name.partition(" ")[0])


def _names(option: str) -> Sequence[str]:
    return [one.strip().casefold() for one in option.split("/")]


def _row_of(people: Sequence[Person], option: str) -> str:
    """Return the row of a role as step 2 names it, such as "CNO/CNE"; empty if there is none."""
    if not option or option in _NOBODY:
        return ""
    for name in _names(option):
        for person in people:
            words = re.findall(r"\w+", person.role.casefold())
            if name in (person.short.casefold(), person.role.casefold(), person.title.casefold()):
                return person.row
            if " " not in name and name in words:
                return person.row
    return ""


def _is_circle(row: str, bosses: Mapping[str, str]) -> bool:
    """Return whether one reports to oneself in the end."""
    seen, at = {row}, bosses.get(row, "")
    while at in bosses and at not in seen:
        seen.add(at)
        at = bosses[at]
    return at == row
