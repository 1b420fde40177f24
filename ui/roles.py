"""Who sits here: a view on the proposal, not a permission. Nothing is locked, counts stay."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from ui.words import _

if TYPE_CHECKING:
    from roadmapper.proposal.progress import Progress
    from roadmapper.template.model import Question, Section, Template

ROLES = {
    "AE": _("Account executive"),
    "SA": _("Solution architect"),
    "MGR": _("Manager"),
}
"""The roles by the letters that templates use in `filled_by`."""
PLURALS = {
    "AE": _("For account executives"),
    "SA": _("For solution architects"),
    "MGR": _("For managers"),
}
_READER = "MGR"
"""Managers read and approve, so they begin with the last step."""

Parts = Mapping[str, "Progress"]


def is_mine(question: "Question", role: str) -> bool:
    """Return whether a question is usually answered by one's role."""
    return bool(role) and question.filled_by == role


def has_mine(section: "Section", role: str) -> bool:
    """Return whether any question of a step is usually answered by one's role."""
    return any(is_mine(question, role) for question in section.questions)


def own_open(template: "Template", parts: Parts, role: str) -> Mapping[str, int]:
    """Return how many of the open answers that count are one's own, by section."""
    return {
        name: sum(_is_own(template, path, role) for path in part.open)
        for name, part in parts.items()
    }


def first_step(template: "Template", parts: Parts, role: str) -> "Section":
    """Return where a proposal opens that has no place remembered.

    That is the first step with something open of one's own. One that was only just begun opens
    at its beginning, for a manager any other at its end.
    """
    first, *others = template.sections
    if not role or not any(parts[section.id].answered for section in others):
        return first
    if role == _READER:
        return template.sections[-1]
    own = own_open(template, parts, role)
    return next((section for section in template.sections if own[section.id]), first)


def next_open(template: "Template", parts: Parts, role: str, here: str) -> str:
    """Return the open answer after an address, around the end, one's own first; empty if none.

    `here` is the address of a question, or the name of a section for its beginning.
    """
    places = {path: at for at, (path, _question) in enumerate(template.addresses())}
    found = [path for section in template.sections for path in parts[section.id].open]
    at = _place(places, here)
    onward = sorted(found, key=lambda path: (places[path] <= at, places[path]))
    own = [path for path in onward if _is_own(template, path, role)]
    return next(iter(own or onward), "")


def _place(places: Mapping[str, int], here: str) -> int:
    """Return the place of a question, or the one before the first of a section."""
    root = here.partition("[")[0]
    inside = (at - 1 for path, at in places.items() if path.partition(".")[0] == root)
    return places.get(root, next(inside, -1))


def _is_own(template: "Template", path: str, role: str) -> bool:
    question = template.find(path)
    return question is not None and is_mine(question, role)
