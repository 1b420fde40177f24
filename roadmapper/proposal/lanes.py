"""The lanes of the timeline: the three stages first, then those that can be named anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.rowing import rows_at
from roadmapper.template.model import FixedRow, Option, Question, Template

ITEMS, LANES = "roadmap.items", "roadmap.lanes"
TONES = ("accent", "plum", "slate", "gold", "sage", "clay")
"""Colors of the lanes in their order."""
OTHER = "Other"
_OWN = "own"
"""The ids of lanes that are there only when somebody wants them begin with this."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A line of work: what its bars keep as their lane, how it reads, its color.

    `row` is its row among the lanes that can be changed; empty for the stages.
    """

    id: str
    name: str
    tone: str
    row: str = ""


def is_own(row: str) -> bool:
    """Return whether a lane is one of those that can be added and removed."""
    return row.startswith(_OWN)


def lanes_of(template: Template, answers: Answers) -> tuple[Lane, ...]:
    """Return the lanes in their order, also empty ones, and those only a bar knows of."""
    asked, options = template.find(LANES), _options(template)
    given = asked.fixed if asked else ()
    places = {row.id: at for row in given if (at := _place(row, options)) >= 0}
    used = list(dict.fromkeys(lane_at(answers, row) for row in answers.rows(ITEMS)))
    stages = (at for at in range(len(options)) if at not in places.values())
    lanes = [_lane(options, answers, at, "") for at in stages]
    for row in rows_at(asked, answers, LANES) if asked else ():
        if row not in places:
            continue
        lane = _lane(options, answers, places[row], row)
        if not is_own(row) or lane.id in used or answers.text(f"{LANES}[{row}].name"):
            lanes.append(lane)
    known = {option.value for option in options}
    others = (value for value in used if value not in known)
    lanes += [Lane(one, one, TONES[at % len(TONES)]) for at, one in enumerate(others)]
    return tuple(lanes)


def free_lane(template: Template, answers: Answers) -> str:
    """Return the row of a lane that can still be added; empty if all are there."""
    asked = template.find(LANES)
    there = {lane.row for lane in lanes_of(template, answers)}
    own = (row.id for row in (asked.fixed if asked else ()) if is_own(row.id))
    return next((row for row in own if row not in there), "")


def lane_at(answers: Answers, row: str) -> str:
    """Return the lane of a bar as it is kept."""
    return answers.text(f"{ITEMS}[{row}].lane") or OTHER


def items_asked(template: Template, answers: Answers) -> Question:
    """Return the question of the bars, with the lanes to choose from as they are called now.

    Raises:
        AddressError: The template asks for no bars.
    """
    asked = template.question("roadmap", "items")
    lanes = tuple(Option(one.id, one.name, one.name) for one in lanes_of(template, answers))
    columns = (replace(one, options=lanes) if one.id == "lane" else one for one in asked.columns)
    return replace(asked, columns=tuple(columns))


def with_lanes(template: Template, answers: Answers) -> Template:
    """Return the template in which lanes are called as a person calls them."""
    asked = template.find(ITEMS)
    if asked is None or not any(path.startswith(f"{LANES}[") for path in answers):
        return template
    named = items_asked(template, answers)
    sections = (
        replace(one, questions=tuple(named if each is asked else each for each in one.questions))
        for one in template.sections
    )
    return replace(template, sections=tuple(sections))


def _options(template: Template) -> tuple[Option, ...]:
    asked = template.find(ITEMS)
    lane = asked.column("lane") if asked else None
    return lane.options if lane else ()


def _place(row: FixedRow, options: Sequence[Option]) -> int:
    """Return which lane a row is about; -1 if there is none."""
    found = (at for at, option in enumerate(options) if option.value in (row.id, row.label))
    return next(found, -1)


def _lane(options: Sequence[Option], answers: Answers, place: int, row: str) -> Lane:
    option, path = options[place], f"{LANES}[{row}]"
    name = " ".join(answers.text(f"{path}.name").split()) if row else ""
    tone = answers.text(f"{path}.tone") if row else ""
    usual = TONES[place] if place < len(TONES) else TONES[place + 1 - len(TONES)]
    return Lane(option.value, name or option.label, tone if tone in TONES else usual, row)
