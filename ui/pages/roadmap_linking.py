"""Links drawn with keys: one bar waits while the arrows choose what for. No Qt."""

from dataclasses import dataclass

from ui.pages.roadmap_board import Board
from ui.pages.roadmap_told import small
from ui.words import _

ASKED = _("Choose what it waits for, then Enter. Esc leaves it as it is.")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why one thing cannot wait for another, as a heading and a sentence."""

    title: str
    line: str


def ordered(board: Board, path: str, on: str) -> tuple[str, str]:
    """Return what waits and what for; a bar waits for a gate, whichever was named first."""
    return (on, path) if board.gate(path) and board.item(on) else (path, on)


def refusal(board: Board, path: str, on: str) -> Refusal | None:
    """Return why the first cannot wait for the second; None if it can."""
    item, other = board.item(path), board.item(on)
    if item is None:
        return Refusal(_("Gates wait for nothing"), _("Let a bar wait for the gate instead."))
    for one in (item, other):
        if one is not None and one.dated is not None:
            return Refusal(
                _("This is kept in another step"),
                _("Nothing waits for {small} here.").format(small=small(one.label)),
            )
    if other is not None and board.leads_to(on, path):
        line = _("{label} depends on {label2} already.").format(
            label=other.label, label2=item.label
        )
        return Refusal(_("A bar cannot wait for itself"), line)
    return None
