"""Beginning from an earlier proposal: our own answers are kept, the customer's are cleared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import CARDS, EVIDENCE, FILES, MARKS, AnswerPath
from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Question, Template

_SHORT = 5
"""A first word of a name with fewer letters is not looked for alone."""


@dataclass(frozen=True, slots=True)
class Begun:
    """What a new proposal begins with, and which questions were kept and which cleared.

    A table of which some cells were cleared is in both lists. `naming` are the answers that would
    have been kept, but were cleared because they name the earlier customer.
    """

    answers: Answers
    kept: tuple[str, ...]
    cleared: tuple[str, ...]
    naming: tuple[str, ...]


def begin_from(template: Template, earlier: Answers) -> Begun:
    """Return what a new proposal for another customer keeps of an earlier one.

    Cleared is what the template marks with `customer = true`, what it no longer asks, what names
    the customer, and all notes, states, waivers and reviews. Evidence, marks, imported cards
    and attached files stay with what they are for.
    """
    ours = {path: value for path, value in earlier.items() if _is_ours(template, path)}
    names = _names(template, earlier)
    naming = tuple(path for path, value in ours.items() if names and names.search(_text(value)))
    kept = {path: value for path, value in ours.items() if path not in naming}
    kept = dict(_with_living_links(template, kept))
    asked = {path: None for path in earlier if not path.startswith("_")}
    return Begun(
        Answers({**kept, **_evidence(earlier, kept), **_with_rows(earlier, kept, names)}),
        _questions(path for path in asked if path in kept),
        _questions(path for path in asked if path not in kept),
        naming,
    )


def _is_ours(template: Template, path: str) -> bool:
    asked = _asked(template, path)
    return asked is not None and not asked.customer


def _asked(template: Template, path: str) -> Question | None:
    """Return the question that is answered here; a column of the customer's table is so itself."""
    address = AnswerPath.parse(path)
    if address.about:
        return None
    found = template.find(f"{address.section}.{address.question}")
    for column in address.columns:
        found = found.column(column) if found and not found.customer else found
    return found


def _names(template: Template, earlier: Answers) -> re.Pattern[str] | None:
    """Return what finds the customer's name: in full, or its first word if that is a name.

    A word that also stands in small letters somewhere, as "university", is taken for no name.
    """
    full = earlier.text(template.cover.get("customer", "")).strip()
    if not full:
        return None
    first = full.split()[0]
    texts = (_text(value) for value in earlier.values())
    common = len(first) < _SHORT or any(first.lower() in text for text in texts)
    names = [full] if common else [full, first]
    return re.compile("|".join(rf"(?<!\w){re.escape(one)}(?!\w)" for one in names), re.IGNORECASE)


def _with_living_links(template: Template, kept: dict[str, Value]) -> Iterator[tuple[str, Value]]:
    """Yield the answers, with links to rows that were cleared left out."""
    for path, value in kept.items():
        asked = _asked(template, path)
        if asked is None or asked.kind is not Kind.LINK or not isinstance(value, tuple):
            yield path, value
            continue
        rows = kept.get(asked.link)
        alive = tuple(row for row in value if isinstance(rows, tuple) and row in rows)
        if alive:
            yield path, alive


def _evidence(earlier: Answers, kept: dict[str, Value]) -> dict[str, Value]:
    """Return the marks and the evidence of what was kept, as far as its rows were kept."""
    rows = {row for value in kept.values() if isinstance(value, tuple) for row in value}
    found: dict[str, Value] = {}
    for path, value in earlier.items():
        address = AnswerPath.parse(path)
        if str(address.bare) not in kept:
            continue
        if address.about == MARKS:
            found[path] = value
        elif address.about == EVIDENCE and isinstance(value, tuple):
            found[path] = tuple(row for row in value if row in rows) or None
    return found


def _with_rows(
    earlier: Answers, kept: dict[str, Value], names: re.Pattern[str] | None
) -> dict[str, Value]:
    """Return cards and files of rows that were kept, unless card or file name the customer."""
    found: dict[str, Value] = {}
    for path, value in earlier.items():
        address = AnswerPath.parse(path)
        if address.about not in (CARDS, FILES) or (names and names.search(_text(value))):
            continue
        table, _, row = str(address.bare).rpartition("[")
        rows = kept.get(table)
        if isinstance(rows, tuple) and row.removesuffix("]") in rows:
            found[path] = value
    return found


def _questions(paths: Iterator[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(path.partition("[")[0] for path in paths))


def _text(value: Value) -> str:
    return " ".join(value) if isinstance(value, tuple) else str(value or "")
