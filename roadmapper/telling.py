"""Tells a difference between two sides of a proposal in words: where it is, what each side says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from roadmapper.document.formats import joined, value_text
from roadmapper.errors import AddressError
from roadmapper.merge import Comparison, Difference, Side, State, What
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.attached import attached_in, size_text
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import (
    CARDS,
    EVIDENCE,
    FILES,
    MARKS,
    NOTES,
    REVIEWS,
    STATE,
    WAIVERS,
    AnswerPath,
)
from roadmapper.proposal.search import place, row_title
from roadmapper.proposal.units import in_unit
from roadmapper.template.kinds import TEXT_KINDS, Value

NOTHING = "Not answered"
GONE = "Not in the table"
_ABOUT = {
    NOTES: "Note on",
    EVIDENCE: "Evidence for",
    MARKS: "Mark on",
    WAIVERS: "Set aside in",
    REVIEWS: "Review of",
    STATE: "Status of",
    CARDS: "Imported card of",
    FILES: "File attached to",
}
_WORD = re.compile(r"\S+\s*|\s+")
_CELLS = 4
"""Cells that tell what a row says."""


@dataclass(frozen=True, slots=True)
class Told:
    """A difference in words; `is_text` says that it is worth comparing word by word."""

    title: str
    where: str
    mine: str
    theirs: str
    is_text: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words, and whether the other side says something else there."""

    text: str
    differs: bool


def told(found: Comparison, one: Difference) -> Told:
    """Return a difference in words."""
    title, where = _place(found, one)
    mine = "\n".join(_says(found, one, one.mine, Side.MINE))
    theirs = "\n".join(_says(found, one, one.theirs, Side.THEIRS))
    return Told(title, where, mine, theirs, _is_text(found, one))


def word_by_word(mine: str, theirs: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both texts in pieces, with the words marked that the other has not."""
    here, there = _WORD.findall(mine), _WORD.findall(theirs)
    # Without the spaces between them: comparing all with all of those would take long.
    matcher = SequenceMatcher(None, _bare(here), _bare(there), autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, start, end, first, last in matcher.get_opcodes():
        left += _pieces(here[start:end], differs=kind != "equal")
        right += _pieces(there[first:last], differs=kind != "equal")
    return tuple(left), tuple(right)


def _bare(words: Sequence[str]) -> list[str]:
    return [word.strip() for word in words]


def _pieces(words: Sequence[str], *, differs: bool) -> Iterator[Piece]:
    """Yield words; the space behind one that differs is not marked."""
    if not differs:
        yield Piece("".join(words), differs=False)
        return
    for word in words:
        bare = word.rstrip()
        yield Piece(bare, differs=True)
        yield Piece(word[len(bare) :], differs=False)


def _place(found: Comparison, one: Difference) -> tuple[str, str]:
    """Return what a difference is about, and where that stands."""
    address = AnswerPath.parse(one.path)
    answers = found.mine if one.theirs is None else found.theirs
    table, _, row = str(address.bare).rpartition("[")
    is_row = address.is_row
    try:
        here = place(found.template, answers, table if is_row else str(address.bare))
    except AddressError:
        about_all = address.section == "proposal"
        return ("Status of the proposal", "") if about_all else (one.path, "No longer asked")
    title, where = here.label, here.where
    if is_row:
        name = row_title(found.template, answers, table, row.removesuffix("]"))
        title, where = name or f"A row of {here.label}", f"{here.where}, {here.label}"
    if one.what is What.TOGETHER:
        title = joined(list(dict.fromkeys(_root_labels(found, one))))
    if one.what is What.ORDER:
        title = f"Order of {title}"
    return f"{_ABOUT[address.about]} {title}" if address.about else title, where


def _root_labels(found: Comparison, one: Difference) -> Iterator[str]:
    for path in one.changed:
        question = found.template.find(str(AnswerPath.parse(path).bare.root))
        if question is not None:
            yield question.label


def _says(found: Comparison, one: Difference, state: State, side: Side) -> Iterator[str]:
    """Yield the lines that one side says."""
    answers = found.mine if side is Side.MINE else found.theirs
    if state is None:
        yield GONE
    elif one.what in (What.ANSWER, What.ORDER):
        yield _shown(found, one.path, state.get(one.path), answers)
    else:
        paths = one.changed if one.what is What.TOGETHER else tuple(state)
        cells = [(path, label) for path in paths if (label := _label(found, path))]
        for path, label in cells[:_CELLS]:
            yield f"{label}: {_shown(found, path, state.get(path), answers)}"
        if len(cells) > _CELLS:
            yield f"and {len(cells) - _CELLS} more"
        if not cells:
            yield NOTHING


def _label(found: Comparison, path: str) -> str:
    address = AnswerPath.parse(path)
    try:
        label = question_at(found.template, address.bare).label
    except AddressError:
        return ""
    return f"{_ABOUT[address.about]} {label}" if address.about else label


def _shown(found: Comparison, path: str, value: Value, answers: Answers) -> str:
    """Return a value as a person reads it."""
    if value is None:
        return NOTHING
    address = AnswerPath.parse(path)
    if address.about == CARDS:
        return f"A card of {len(''.join(value if isinstance(value, tuple) else ())):,} characters"
    file = attached_in(value) if address.about == FILES else None
    if file is not None:
        return f"{file.name}, {size_text(file.size)}"
    try:
        question = question_at(found.template, address)
    except AddressError:
        return ", ".join(value) if isinstance(value, tuple) else str(value)
    rows = path if question.is_group else question.link
    rows = REGISTER if address.about == EVIDENCE else rows
    if rows and isinstance(value, tuple):
        return ", ".join(row_title(found.template, answers, rows, row) or row for row in value)
    return value_text(in_unit(question, address, answers), value, cell=True)


def _is_text(found: Comparison, one: Difference) -> bool:
    if one.what is not What.ANSWER:
        return False
    try:
        kind = question_at(found.template, AnswerPath.parse(one.path)).kind
    except AddressError:
        return False
    return kind in TEXT_KINDS and bool(one.mine) and bool(one.theirs)
