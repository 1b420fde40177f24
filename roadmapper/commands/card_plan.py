"""card plan: usual signals, triggers, phases and changes, to look over or to begin a plan with."""

from argparse import Namespace

from roadmapper import model_cards
from roadmapper.commands.desk import DONE, Desk
from roadmapper.commands.opening import session_of
from roadmapper.errors import CardError
from roadmapper.plans import SIGNALS, Part, Plan, insert_parts, shipped_plan
from roadmapper.proposal.path import new_row_ids

_USUAL = "usual"


def plan(options: Namespace, desk: Desk) -> int:
    """List what a plan can be begun with, or add rows of it to a model."""
    found = shipped_plan()
    if len(options.rest) < 2:  # noqa: PLR2004 - a model and the rows for it
        return _list(found, desk)
    model, *wanted = options.rest
    parts = _chosen(found, wanted)
    with session_of(options, desk, write=True) as session:
        row = model_cards.model_named(session.template, session.answers, model)
        fresh = new_row_ids(session.used_rows)
        values = insert_parts(session.template, session.answers, row, parts, fresh)
        if values:
            session.change(values, "Add rows of a usual plan")
    for path in values:
        if path.endswith(("].signal", "].trigger", "].phase", "].change_type")):
            desk.say(f"Added {values[path]} ({path}).")
    desk.say(found.status if values else "All of them are there already.")
    return DONE


def _list(found: Plan, desk: Desk) -> int:
    desk.say(f"{found.title}, {found.as_of}. {found.status}")
    for one in found.parts:
        desk.say(f"{one.id}\t{one.name}{_told(one)}")
    return DONE


def _told(part: Part) -> str:
    if part.table != SIGNALS:
        return ""
    look, act = (part.cells.get(name, "to be agreed") for name in ("amber", "red"))
    return f": look {look}; act {act}. {part.cells['basis']}."


def _chosen(found: Plan, wanted: list[str]) -> tuple[Part, ...]:
    """Return the rows that are asked for, by their ids or all usual ones.

    Raises:
        CardError: There is no such row.
    """
    known = {one.id for one in found.parts}
    strange = [name for name in wanted if name not in known and name != _USUAL]
    if strange:
        raise CardError(
            f'There is no row "{strange[0][:80]}" in the plan. Write {_USUAL}, or ids that '
            '"roadmapper card plan FILE" lists.'
        )
    return tuple(one for one in found.parts if one.id in wanted or (one.usual and _USUAL in wanted))
