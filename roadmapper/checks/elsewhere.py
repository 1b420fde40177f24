"""Sources of which another proposal on this machine knows more than this one."""

from collections.abc import Iterable, Iterator

from roadmapper.checks.evidence import source_name
from roadmapper.errors import AddressError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.evidence import uses
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.fitting import question_at
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.sources import Elsewhere, Known, elsewhere, enumerated, source_key
from roadmapper.template.model import Template

CHECK = "known-elsewhere"
_NAMED = 2
_WHY = "They read more than one proposal of ours, and a source that fell in one falls in all."


def known_elsewhere(
    template: Template, answers: Answers, known: Iterable[Known]
) -> Iterator[Finding]:
    """A source was replaced, withdrawn or looked at again, as another proposal says."""
    found = _found(answers, known)
    used = uses(template, answers) if found else {}
    for row, told in found.items():
        rests = [path for path, rows in used.items() if row in rows]
        name = source_name(answers, row)
        message = f"“{name}”: {told.told}. {_where(template, rests)}"
        severity = Severity.SHOULD_FIX if told.is_gone else Severity.POLISH
        yield Finding(CHECK, severity, f"{REGISTER}[{row}].{told.column}", message, _WHY)


def _found(answers: Answers, known: Iterable[Known]) -> dict[str, Elsewhere]:
    by_key: dict[str, list[Known]] = {}
    for one in known:
        by_key.setdefault(one.key, []).append(one)
    if not by_key:
        return {}
    told = {
        row: elsewhere(answers, row, by_key.get(source_key(answers, row), ()))
        for row in answers.rows(REGISTER)
    }
    return {row: one for row, one in told.items() if one is not None}


def _where(template: Template, paths: list[str]) -> str:
    """Return which answers rest on a source."""
    if not paths:
        return "Nothing rests on it here."
    labels = dict.fromkeys(_label(template, one) for one in paths)
    named = [f"“{one}”" for one in labels]
    more = len(named) - _NAMED
    if more > 0:
        named = [*named[:_NAMED], f"{more} more answers" if more > 1 else "one more answer"]
    return f"Here it stands behind {enumerated(named)}."


def _label(template: Template, path: str) -> str:
    try:
        return question_at(template, AnswerPath.parse(path)).label
    except AddressError:  # an answer that is kept and no longer asked
        return path
