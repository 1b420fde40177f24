"""set, rows, undo, redo: what changes a proposal."""

import json
from argparse import Namespace
from pathlib import Path

from roadmapper.commands.desk import DONE, Desk, typed
from roadmapper.commands.opening import session_of
from roadmapper.errors import AddressError, ValueRefusedError
from roadmapper.proposal.answers_file import read_answers
from roadmapper.proposal.change import Batch, Origin
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.session import Session
from roadmapper.template.kinds import LIST_KINDS, Value, complaint
from roadmapper.template.model import Question


def set_answers(options: Namespace, desk: Desk) -> int:
    """Keep one answer, clear it, or keep all answers of a file."""
    if options.answers is not None:
        return _set_from(options, desk)
    if options.path is None or not (options.value or options.clear):
        raise ValueRefusedError(
            "Give an address and a value, --clear to take the answer away, "
            "or --from with an answers file."
        )
    if options.value and options.clear:
        raise ValueRefusedError("Give a value or --clear, not both.")
    with session_of(options, desk) as session:
        question = _question(session, options.path)
        value = None if options.clear else _value(question, options.value)
        if question.is_group and isinstance(value, tuple):
            _check_rows(session, options.path, value)
        batch = session.set(options.path, value)
        desk.say(_told(batch, f"Kept {options.path}."))
        kept = session.answers.value(options.path)
        doubt = complaint(question.kind, kept, [one.value for one in question.options])
        if doubt and kept is not None:
            desk.say(f"Note: this does not look right yet. {doubt}")
    return DONE


def rows(options: Namespace, desk: Desk) -> int:
    """Add, remove or move a row."""
    with session_of(options, desk) as session:
        match options.action:
            case "add":
                desk.say(session.add_row(options.path, _cells(session, options)))
            case "remove":
                _need(options.rest, 1, "Name the row to remove, such as: rows FILE PATH remove r2.")
                session.remove_row(options.path, options.rest[0])
                desk.say(f"Removed {options.rest[0]}.")
            case _:
                _move(session, options, desk)
    return DONE


def undo(options: Namespace, desk: Desk) -> int:
    """Take back the last step."""
    with session_of(options, desk) as session:
        batch = session.undo()
        desk.say(f"Took back: {batch.label}." if batch else "There is nothing to take back.")
    return DONE


def redo(options: Namespace, desk: Desk) -> int:
    """Bring the last step that was taken back again."""
    with session_of(options, desk) as session:
        batch = session.redo()
        desk.say(f"Brought again: {batch.label}." if batch else "There is nothing to bring again.")
    return DONE


def _set_from(options: Namespace, desk: Desk) -> int:
    if options.path is not None or options.clear:
        raise ValueRefusedError("Give --from alone, without an address or a value.")
    source = Path(options.answers)
    with session_of(options, desk) as session:
        values = read_answers(source, session.template, session.used_rows)
        batch = session.change(values, f"Answers from {source.name}", Origin.IMPORT)
        count = len(batch.changes) if batch else 0
        desk.say(_told(batch, f"Kept {'one answer' if count == 1 else f'{count} answers'}."))
    return DONE


def _check_rows(session: Session, path: str, value: tuple[str, ...]) -> None:
    """Refuse what is no row: who writes text at a table's address takes it for one answer."""
    strange = [row for row in value if row not in session.rows(path)]
    if strange:
        raise ValueRefusedError(
            f'{path} is a table and has no row "{strange[0][:60]}". '
            f"Add a row with: roadmapper rows FILE {path} add."
        )


def _move(session: Session, options: Namespace, desk: Desk) -> None:
    example = "Name the row and its new place, counted from 1: rows FILE PATH move r2 1."
    _need(options.rest, 2, example)
    row, place = options.rest
    if not place.isdecimal() or not 1 <= len(place) <= 9 or int(place) < 1:  # noqa: PLR2004 - no table is longer
        raise ValueRefusedError(f'"{place[:40]}" is no place. {example}')
    session.move_row(options.path, row, int(place) - 1)
    desk.say(f"Rows of {options.path}: {', '.join(session.rows(options.path))}.")


def _cells(session: Session, options: Namespace) -> dict[str, Value]:
    question = _question(session, options.path)
    cells: dict[str, Value] = {}
    for pair in options.rest:
        name, equals, text = pair.partition("=")
        column = question.column(name)
        if column is None or not equals:
            known = ", ".join(one.id for one in question.columns) or "none"
            raise AddressError(
                f'"{pair[:60]}" is no cell. Write column=value; the columns are: {known}.'
            )
        cells[name] = _value(column, [text])
    return cells


def _question(session: Session, text: str) -> Question:
    return question_at(session.template, AnswerPath.parse(text))


def _value(question: Question, given: list[str]) -> Value:
    texts = [typed(text) for text in given]
    if question.kind in LIST_KINDS:
        listed = texts[0].lstrip().startswith("[")
        return _json_list(question, texts[0]) if len(texts) == 1 and listed else tuple(texts)
    if len(texts) > 1:
        raise ValueRefusedError(
            f'"{question.label}" takes one value, not {len(texts)}. Put it in quotation marks.'
        )
    return texts[0]


def _json_list(question: Question, text: str) -> Value:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, list) or not all(_is_item(one) for one in found):
        raise ValueRefusedError(
            f'"{question.label}" takes a list. Write it as ["one", "another"] or as several values.'
        )
    return tuple(str(one) for one in found)


def _is_item(value: object) -> bool:
    return isinstance(value, str | int) and not isinstance(value, bool)


def _told(batch: Batch | None, done: str) -> str:
    return done if batch else "Nothing changed; it was so already."


def _need(rest: list[str], count: int, example: str) -> None:
    if len(rest) != count:
        raise ValueRefusedError(example)
