"""Blocks put one below the other with the spaces that both writers share."""

from collections.abc import Iterable
from dataclasses import dataclass

from roadmapper.word.draft import Draft
from roadmapper.word.variants import gap_id

_THIN = 1.0  # the height of a paragraph that only keeps blocks apart


@dataclass(frozen=True, slots=True)
class Room:
    """Where a block stands: how wide, and whether the side notes' column is its too."""

    width: float
    wide: bool = False
    callout: bool = False
    landscape: bool = False

    def prose(self, style: str) -> str:
        """Return the style that prose wears here."""
        return f"{style}Wide" if self.wide else style


@dataclass(frozen=True, slots=True)
class Piece:
    """A block; `before` and `after` are the spaces of a table, None for those of paragraphs.

    `lead` and `tail` are the spaces of its first and last paragraph.
    """

    xml: str
    before: float | None = None
    after: float | None = None
    tail: float = 0
    lead: float = 0


def stack(draft: Draft, pieces: Iterable[Piece], *, closed: bool = True) -> str:
    """Return the pieces with what keeps them apart; `closed` ends them with a paragraph."""
    found: list[str] = []
    last: Piece | None = None
    for piece in pieces:
        if not piece.xml:
            continue
        found.append(_gap(draft, last, piece) + piece.xml)
        last = piece
    if last is None or (closed and last.after is not None):
        found.append(gap(draft, 0, max(0, (last.after or 0) - _THIN) if last else 0))
    return "".join(found)


def joined(draft: Draft, pieces: Iterable[Piece]) -> Piece:
    """Return pieces as one, its ends those of the first and the last."""
    held = [piece for piece in pieces if piece.xml]
    if not held:
        return Piece("")
    xml, first, last = stack(draft, held, closed=False), held[0], held[-1]
    return Piece(xml, first.before, last.after, tail=last.tail, lead=first.lead)


def gap(draft: Draft, before: float, after: float) -> str:
    """Return a paragraph that only keeps blocks apart."""
    return draft.paragraph(gap_id(before, after))


def _gap(draft: Draft, last: Piece | None, piece: Piece) -> str:
    if last is None:
        return ""
    lead = 0 if draft.given else piece.lead
    if last.after is not None and (piece.before is not None or lead < last.after):
        return gap(draft, 0, max(last.after, piece.before or 0) - _THIN)
    if last.after is None and piece.before is not None and piece.before > last.tail + _THIN:
        return gap(draft, piece.before - _THIN, 0)
    return ""
