"""questions: a health system's own questions come in, and each is led to where we answer it."""

from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from roadmapper.commands.desk import DONE, Desk, typed
from roadmapper.commands.opening import session_of
from roadmapper.criteria import suggester
from roadmapper.errors import QuestionsError
from roadmapper.proposal.change import Origin
from roadmapper.proposal.path import new_row_ids
from roadmapper.proposal.question_list import read_file, read_text
from roadmapper.proposal.session import Session
from roadmapper.proposal.their_questions import (
    PATH,
    WHERE,
    TheirQuestion,
    added,
    cell,
    check_place,
    place_label,
    their_questions,
)

_SUGGESTED = "suggested"


def questions(options: Namespace, desk: Desk) -> int:
    """Bring their questions in, list them, or say where one is answered."""
    match options.action:
        case "import":
            return _bring_in(options, desk)
        case "map":
            return _map(options, desk)
        case _:
            return _list(options, desk)


def _bring_in(options: Namespace, desk: Desk) -> int:
    if len(options.rest) != 1:
        raise QuestionsError(
            'Name one list, or "-" for standard input: questions FILE import LIST.'
        )
    name = options.rest[0]
    found = read_text(typed(name)) if name == "-" else read_file(Path(name))
    with session_of(options, desk, write=not options.dry_run) as session:
        rows = new_row_ids({*session.used_rows, *session.answers.rows(PATH)})
        values, known = added(session.answers, found, rows)
        if values and not options.dry_run:
            session.change(values, "Add their questions", Origin.IMPORT)
    did = "Would add" if options.dry_run else "Added"
    new = f"{did} {_counted(len(found) - known)}."
    there = "one was" if known == 1 else f"{known} were"
    desk.say(f"{new} Of the list {there} there already." if known else new)
    if not options.dry_run:
        desk.say(f"See them, with what may answer each: roadmapper questions {options.file} list")
    return DONE


def _list(options: Namespace, desk: Desk) -> int:
    if options.rest:
        raise QuestionsError("list takes nothing more: questions FILE list.")
    with session_of(options, desk, write=False) as session:
        told = their_questions(session.template, session.answers)
        suggest = suggester(session.template).suggest
        suggested = {one.row: suggest(one.text) for one in told if not one.where}
        template = session.template
    if options.json:
        desk.say_json([{**asdict(one), "suggested": suggested.get(one.row, "")} for one in told])
        return DONE
    for one in told:
        desk.say(f"{one.row}: {one.text}")
        desk.say(f"    {_standing(one)}")
        if place := suggested.get(one.row):
            desk.say(f"    suggested: {place_label(template, place)} ({place})")
    answered = sum(one.is_answered for one in told)
    desk.say(f"{answered} of {_counted(len(told))} answered." if told else "There are none yet.")
    return DONE


def _standing(one: TheirQuestion) -> str:
    if one.is_answered:
        return f"answered in {one.label} ({one.where})"
    by = f", by {one.by}" if one.by else ""
    return f"not yet answered in {one.label} ({one.where}){by}" if one.where else f"not yet{by}"


def _map(options: Namespace, desk: Desk) -> int:
    if len(options.rest) not in (1, 2):
        raise QuestionsError(
            "Name the question and what answers it: questions FILE map r1 security.baa, "
            f"or {_SUGGESTED} for what list suggests; the question alone takes it away."
        )
    row, place = (*options.rest, "")[:2]
    with session_of(options, desk) as session:
        asked = _asked(session, row)
        where = suggester(session.template).suggest(asked.text) if place == _SUGGESTED else place
        if place == _SUGGESTED and not where:
            raise QuestionsError(f'Nothing is suggested for "{asked.text[:80]}". Name an answer.')
        if where:
            check_place(session.template, where)
        session.change({cell(row, WHERE): where or None}, "Say where a question is answered")
        label = place_label(session.template, where)
    desk.say(f"{row} is answered in {label}." if where else f"{row} is answered nowhere now.")
    return DONE


def _asked(session: Session, row: str) -> TheirQuestion:
    told = {one.row: one for one in their_questions(session.template, session.answers)}
    if row not in told:
        rows = ", ".join(told) or "none yet"
        raise QuestionsError(f'There is no question "{row[:40]}". The questions are: {rows}.')
    return told[row]


def _counted(count: int) -> str:
    return "one question" if count == 1 else f"{count} questions"
