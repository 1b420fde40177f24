"""Whether a source still stands: what is said of it here, and in other proposals that use it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.evidence import published_day
from roadmapper.proposal.notes import REGISTER
from roadmapper.template.kinds import day

REPLACED, WITHDRAWN = "replaced", "withdrawn"

COLUMNS = ("reference", "origin", "as_of", "published", "review_by", "standing", "replaced_by")
"""The columns of the register that are read of other proposals."""


def source_key(answers: Answers, row: str) -> str:
    """Return what stays the same of a source in every proposal: its mark of the shelf or name."""
    origin = _cell(answers, row, "origin")
    return origin or " ".join(re.findall(r"\w+", _cell(answers, row, "reference").casefold()))


class Known(NamedTuple):
    """What one proposal says of a source; `owner` is the name of its file."""

    key: str
    as_of: str
    published: str
    review_by: str
    gone: str
    owner: str


class Elsewhere(NamedTuple):
    """What another proposal knows of a source that is not known here: the column, and words."""

    column: str
    told: str
    is_gone: bool


def gone(answers: Answers, row: str) -> str:
    """Return how a source is gone, such as "replaced by Kim 2028"; empty if it still stands."""
    told = _cell(answers, row, "standing")
    after = " ".join(_cell(answers, row, "replaced_by").split()).rstrip(".")
    if told == REPLACED and after:
        return f"replaced by {after}"
    return told if told in (REPLACED, WITHDRAWN) else ""


def sources_in(answers: Answers, owner: str) -> Iterator[Known]:
    """Yield what a proposal says of its sources, as far as it says more than their names."""
    for row in answers.rows(REGISTER):
        key = source_key(answers, row)
        as_of, published = _cell(answers, row, "as_of"), _cell(answers, row, "published")
        review_by = _cell(answers, row, "review_by")
        found = Known(key, as_of, published, review_by, gone(answers, row), owner)
        if key and any(found[1:-1]):
            yield found


def elsewhere(answers: Answers, row: str, known: Iterable[Known]) -> Elsewhere | None:
    """Return what others know of a source that is not known here; what weighs most, if anything."""
    key = source_key(answers, row)
    found = [
        (told, one.as_of)
        for one in known
        if key and one.key == key and (told := _compared(answers, row, one)) is not None
    ]
    return max(found, key=lambda one: (one[0].is_gone, one[1]))[0] if found else None


def _compared(answers: Answers, row: str, other: Known) -> Elsewhere | None:
    looked = _is_later(other.as_of, _cell(answers, row, "as_of"))
    said = [f"was last checked on {other.as_of}"] if looked else []
    column = ""
    if _is_newer(other.published, _cell(answers, row, "published")):
        column, said = "published", [*said, f"has {other.published} as when it was published"]
    if _is_later(other.review_by, _cell(answers, row, "review_by")):
        column, said = "review_by", [*said, f"is to be looked at again by {other.review_by}"]
    is_gone = bool(other.gone) and not gone(answers, row)
    if is_gone:
        column, said = "standing", [*said, f"is marked {other.gone}"]
    told = f"in the proposal “{other.owner}” it {enumerated(said)}"
    return Elsewhere(column, told, is_gone) if column else None


def enumerated(parts: Sequence[str]) -> str:
    """Return parts in a line, with "and" before the last of them."""
    return " and ".join(one for one in (", ".join(parts[:-1]), *parts[-1:]) if one)


def _is_later(there: str, here: str) -> bool:
    return _after(day(there), day(here))


def _is_newer(there: str, here: str) -> bool:
    return _after(published_day(there), published_day(here))


def _after(there: date | None, here: date | None) -> bool:
    """Return whether a day there is later than the one here; where none is said, nobody differs."""
    return there is not None and here is not None and there > here


def _cell(answers: Answers, row: str, column: str) -> str:
    return answers.text(f"{REGISTER}[{row}].{column}").strip()
