"""Answers under an address that the template has renamed: where they belong now."""

from collections.abc import Iterator

from roadmapper.errors import AddressError, ValueRefusedError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Change
from roadmapper.proposal.fitting import fit, question_at
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.splitting import split
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template

_Move = tuple[str, AnswerPath, Value]
"""An address, where its answer belongs, and the answer as it is kept there."""


def renamed(template: Template, answers: Answers) -> tuple[Change, ...]:
    """Return the changes that bring answers to where the template asks for them now.

    They move to the addresses of `[renamed]`, and a number typed with its unit is parted where the
    template asks for the two apart; none if all is in its place.

    A table moves as one. What cannot move stays where it is, so that nothing is lost: the new
    address is answered already or by another old one, or its question keeps another kind of answer.
    """
    changes: list[Change] = []
    for unit in _units(template, answers) if template.renamed else ():
        moves = [_move(template, path, target, answers[path]) for path, target in unit]
        ready = [one for one in moves if one is not None and _is_free(answers, one[1])]
        if len({target for _, target, _ in ready}) == len(moves):
            made = [Change(path, answers[path], None) for path, _, _ in ready]
            made += [Change(str(target), None, value) for _, target, value in ready]
            answers = answers.changed(made)
            changes += made
    return (*changes, *split(template, answers))


def _units(template: Template, answers: Answers) -> Iterator[list[tuple[str, AnswerPath]]]:
    """Yield what moves together: all of a question with its rows, or one cell."""
    units: dict[str, list[tuple[str, AnswerPath]]] = {}
    for path in answers:
        address = AnswerPath.parse(path)
        target = _target(template, address)
        if target != address:
            whole = (target.section, target.question) != (address.section, address.question)
            units.setdefault(str(address.root) if whole else path, []).append((path, target))
    yield from units.values()


def _target(template: Template, address: AnswerPath) -> AnswerPath:
    """Return where an address leads after all renamings, each applied at most once."""
    for _ in template.renamed:
        following = _step(template, address)
        if following == address:
            break
        address = following
    return address


def _step(template: Template, address: AnswerPath) -> AnswerPath:
    """Return the address with its longest renamed beginning replaced."""
    names = (address.section, address.question, *(column for _, column in address.steps))
    for length in range(len(names), 1, -1):
        new = template.renamed.get(".".join(names[:length])) if all(names[:length]) else None
        if new is not None:
            section, question, *columns = (*new.split("."), *names[length:])
            rows = (row for row, _ in address.steps)
            steps = tuple(zip(rows, columns, strict=True))
            return AnswerPath(section, question, steps, address.about)
    return address


def _move(template: Template, path: str, target: AnswerPath, value: Value) -> _Move | None:
    try:
        kept = fit(question_at(template, target), value)
    except (AddressError, ValueRefusedError):
        return None
    return (path, target, kept)


def _is_free(answers: Answers, target: AnswerPath) -> bool:
    return not answers.inside(target.root if not target.steps else target)
