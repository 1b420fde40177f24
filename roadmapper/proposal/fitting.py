"""Which question an address asks, and the form its value is kept in."""

from dataclasses import replace

from roadmapper.errors import AddressError, ValueRefusedError
from roadmapper.proposal.attached import checked
from roadmapper.proposal.notes import ASSUMPTION, GOAL
from roadmapper.proposal.path import (
    CARDS,
    EVIDENCE,
    FILES,
    MARKS,
    NOTES,
    REVIEWS,
    STATE,
    WAIVERS,
    WHOLE_PROPOSAL,
    WHOLE_SECTION,
    AnswerPath,
    is_row_id,
)
from roadmapper.template.kinds import LIST_KINDS, Kind, Value, canonical
from roadmapper.template.model import Option, Question, Template

_NOTE = Question(id="note", kind=Kind.PROSE, label="Note")
_STATUS = replace(_NOTE, id="state", label="Status")
_LINKS = Question(id="evidence", kind=Kind.LINK, label="Evidence")
_WAIVERS = Question(id="waivers", kind=Kind.CHOICES, label="Waivers")
_REVIEW = replace(_NOTE, id="review", label="Review")
_CARD = replace(_WAIVERS, id="card", label="Imported card")
_FILE = replace(_WAIVERS, id="file", label="Attached file")
_MARK = Question(
    id="mark",
    kind=Kind.CHOICE,
    label="Mark",
    options=(Option(GOAL, "Goal", "goal"), Option(ASSUMPTION, "Assumption", "assumption")),
)
_ABOUT = {
    EVIDENCE: _LINKS,
    STATE: _STATUS,
    WAIVERS: _WAIVERS,
    REVIEWS: _REVIEW,
    CARDS: _CARD,
    MARKS: _MARK,
    FILES: _FILE,
}


def question_at(template: Template, address: AnswerPath) -> Question:
    """Return the question that is answered at an address.

    What is kept about an answer is asked by questions of this program, but only where the
    template asks something: a note, a status or a waiver needs a question or a section.

    Raises:
        AddressError: The template has no such question.
    """
    if not address.about:
        return template.question(address.section, address.question, address.columns)
    _check_about(template, address)
    return _ABOUT.get(address.about, _NOTE)


def _check_about(template: Template, address: AnswerPath) -> None:
    if not address.steps and _is_whole(template, address):
        return
    question = template.question(address.section, address.question, address.columns)
    if address.is_row and not question.is_group:
        raise AddressError(f'"{question.label}" is not a table, so it has no rows.')


def _is_whole(template: Template, address: AnswerPath) -> bool:
    """Return whether an address is about a whole section or the whole proposal."""
    known = template.section(address.section) is not None
    if address.about == STATE:
        return known or address.section == WHOLE_PROPOSAL
    return known and address.about in {NOTES, WAIVERS} and address.question == WHOLE_SECTION


def fit(question: Question, value: Value) -> Value:
    """Return a value in the form it is kept in under this question.

    Raises:
        ValueRefusedError: The value is not of the kind that is kept there.
    """
    if value is None or value in ("", ()):
        return None
    if question is _STATUS:
        return value
    if question is _FILE and isinstance(value, tuple):
        return checked(value)
    if question.kind is Kind.COMPUTED:
        raise ValueRefusedError(f'"{question.label}" is computed by the program; it cannot be set.')
    if question.kind is Kind.YES_NO:
        return _yes_no(question, value)
    if question.kind in LIST_KINDS:
        return meant(question, _listed(question, value))
    if not isinstance(value, str):
        raise ValueRefusedError(f'"{question.label}" takes one text, not a list.')
    return meant(question, canonical(question.kind, value))


def meant(question: Question, value: Value) -> Value:
    """Return a value with each option that is named by its label, or in another case, by itself."""
    if question.kind is Kind.CHOICE and isinstance(value, str):
        return question.meant(value)
    if question.kind is Kind.CHOICES and isinstance(value, tuple):
        return tuple(question.meant(one) for one in value)
    return value


def _listed(question: Question, value: Value) -> tuple[str, ...]:
    if not isinstance(value, tuple):
        raise ValueRefusedError(f'"{question.label}" takes a list.')
    if question.is_group:
        _check_given(question, value)
    if question.is_group or question is _LINKS:
        _check_rows(question, value)
    inner = Kind.NUMBER if question.kind is Kind.RANGE else Kind.LINE
    return tuple(canonical(inner, one) for one in value)


def _yes_no(question: Question, value: Value) -> bool:
    if isinstance(value, bool):
        return value
    known = {"yes": True, "true": True, "no": False, "false": False}
    if isinstance(value, str) and value.strip().lower() in known:
        return known[value.strip().lower()]
    raise ValueRefusedError(f'"{question.label}" takes yes or no.')


def _check_given(question: Question, value: tuple[str, ...]) -> None:
    given = [row.id for row in question.fixed]
    if given and sorted(value) != sorted(given):
        raise ValueRefusedError(
            f'The rows of "{question.label}" are given by the template: {", ".join(given)}. '
            "They can be put in another order only."
        )


def _check_rows(question: Question, value: tuple[str, ...]) -> None:
    if len(set(value)) != len(value):
        raise ValueRefusedError(f'"{question.label}" names a row twice.')
    if not all(is_row_id(row) for row in value):
        raise ValueRefusedError(
            f'"{question.label}" takes a list of row names: small letters, digits and hyphens.'
        )
