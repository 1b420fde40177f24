"""get: what a proposal says. Nothing here needs the template, so that it starts fast."""

import json
from argparse import Namespace
from pathlib import Path

from roadmapper.commands.desk import DONE, Desk
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.answers_text import write_answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value


def get(options: Namespace, desk: Desk) -> int:
    """Write one answer, the answers inside it, or all."""
    with ProposalFile.open(Path(options.file), write=False) as file:
        answers = file.answers
        template = file.meta.template
    if options.path is None:
        return _all(answers, options, desk)
    path = AnswerPath.parse(options.path)
    inside = answers.inside(path)
    if not inside:
        # The template takes as long to read as all the rest; only an unanswered address needs it.
        from roadmapper.commands.opening import check_known  # noqa: PLC0415

        check_known(template, answers, path)
    if list(inside) == [str(path)] or not inside:
        return _one(answers.value(str(path)), options, desk)
    return _all(Answers({one: answers[one] for one in inside}), options, desk)


def _all(answers: Answers, options: Namespace, desk: Desk) -> int:
    if options.json:
        desk.say_json(dict(answers))
    else:
        desk.out.write(write_answers(answers))
    return DONE


def _one(value: Value, options: Namespace, desk: Desk) -> int:
    if options.json:
        desk.say(json.dumps(value, ensure_ascii=False))
        return DONE
    match value:
        case bool():
            desk.say("yes" if value else "no")
        case str():
            desk.say(value)
        case tuple():
            for one in value:
                desk.say(one)
        case None:
            pass
    return DONE
