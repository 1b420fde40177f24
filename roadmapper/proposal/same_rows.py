"""Rows that two people added apart from each other: which are the same, and under which id.

Both sides draw the next free number, so one id may name two rows. What is new on their side is
given an id that is free on ours, in addresses, lists and links.
"""

from collections.abc import Collection, Iterator, Mapping

from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import EVIDENCE, AnswerPath, new_row_ids
from roadmapper.proposal.rowing import rows_of
from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Template

_Names = Mapping[str, Mapping[str, str]]
"""New ids by the old ones, by the address of the table."""
_Inside = tuple[str, tuple[tuple[str, str], ...]]
_Content = Mapping[_Inside, Value | int]
"""What a row says, by where it stands in the row; of a table inside it how many rows it has."""


def is_free_table(template: Template, path: str) -> bool:
    """Return whether people add and remove the rows that are listed at an address."""
    address = AnswerPath.parse(path)
    if address.about or address.is_row:
        return False
    try:
        question = question_at(template, address)
    except AddressError:
        return False
    return question.is_group and not question.fixed


def aligned(
    template: Template, base: Answers, mine: Answers, theirs: Answers, used: Collection[str]
) -> Answers:
    """Return theirs with the ids of their new rows as they can stand beside ours.

    `used` are ids that are or were in use on our side. A new row that is the same on both sides
    keeps our id, so that a copy may come home more than once.
    """
    known = {*used, *_every_row(base), *_every_row(mine), *_every_row(theirs)}
    fresh = new_row_ids(known)
    depth = 0
    while tables := [
        one for one in theirs if _depth(one) == depth and is_free_table(template, one)
    ]:
        names: dict[str, dict[str, str]] = {}
        for table in tables:
            pairs = _new_names(template, AnswerPath.parse(table), base, mine, theirs, used)
            names[table] = {row: name or next(fresh) for row, name in pairs}
        theirs = _renamed(template, theirs, names)
        depth += 1
    return theirs


def _every_row(answers: Answers) -> set[str]:
    listed = (value for value in answers.values() if isinstance(value, tuple))
    return {row for rows in listed for row in rows} | rows_of(answers)


def _depth(path: str) -> int:
    return len(AnswerPath.parse(path).steps)


def _new_names(  # noqa: PLR0917 - the sides of a comparison
    template: Template,
    table: AnswerPath,
    base: Answers,
    mine: Answers,
    theirs: Answers,
    used: Collection[str],
) -> Iterator[tuple[str, str]]:
    """Yield the rows of a table that need another id; the id is empty if it is to be drawn."""
    path = str(table)
    old, here, there = base.rows(path), mine.rows(path), theirs.rows(path)
    ours = {row: _content(template, mine, table, row) for row in here if row not in (*old, *there)}
    for row in there:
        content = _content(template, theirs, table, row)
        if row in old or (row in here and _is_same(_content(template, mine, table, row), content)):
            continue
        twin = next((one for one, told in ours.items() if told == content), "")
        if twin or row in here or row in used:
            ours.pop(twin, None)
            yield row, twin


def _content(template: Template, answers: Answers, table: AnswerPath, row: str) -> _Content:
    """Return what lies in a row and is kept about it.

    Rows inside it are told by their place: their ids differ once the row has come home.
    """
    address = table.row(row)
    depth, found = len(address.steps), dict[_Inside, Value | int]()
    for path in answers.around(address):
        inside = AnswerPath.parse(path)
        steps = [("", inside.steps[depth - 1][1]), *_placed(answers, inside, depth)]
        value = answers.value(path)
        if isinstance(value, tuple) and is_free_table(template, path):
            found[inside.about, tuple(steps)] = len(value)
        else:
            found[inside.about, tuple(steps)] = value
    return found


def _placed(answers: Answers, inside: AnswerPath, depth: int) -> Iterator[tuple[str, str]]:
    for at in range(depth, len(inside.steps)):
        row, column = inside.steps[at]
        rows = answers.rows(str(AnswerPath(inside.section, inside.question, inside.steps[:at])))
        yield str(rows.index(row)) if row in rows else row, column


def _is_same(one: _Content, other: _Content) -> bool:
    """Return whether most of what two rows say is the same."""
    every = one.keys() | other.keys()
    return not every or 2 * sum(one.get(path) == other.get(path) for path in every) > len(every)


def _renamed(template: Template, answers: Answers, names: _Names) -> Answers:
    if not any(names.values()):
        return answers
    return Answers(
        {
            _address(AnswerPath.parse(path), names): _value(template, path, value, names)
            for path, value in answers.items()
        }
    )


def _address(address: AnswerPath, names: _Names) -> str:
    steps: list[tuple[str, str]] = []
    for row, column in address.steps:
        table = str(AnswerPath(address.section, address.question, tuple(steps)))
        steps.append((names.get(table, {}).get(row, row), column))
    return str(AnswerPath(address.section, address.question, tuple(steps), address.about))


def _value(template: Template, path: str, value: Value, names: _Names) -> Value:
    if not isinstance(value, tuple):
        return value
    new = names.get(path) or names.get(_linked(template, path), {})
    return tuple(new.get(one, one) for one in value)


def _linked(template: Template, path: str) -> str:
    """Return the table whose rows are named at an address, empty if none are."""
    address = AnswerPath.parse(path)
    if address.about:
        return REGISTER if address.about == EVIDENCE else ""
    try:
        question = question_at(template, address)
    except AddressError:
        return ""
    return question.link if question.kind is Kind.LINK else ""
