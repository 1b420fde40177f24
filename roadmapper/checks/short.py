"""Findings as a short list: what has one way to mend it takes one line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from roadmapper.checks.run import worst_first
from roadmapper.checks.subjects import CHECK as WRONG_SUBJECT
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

_EMPTY, _NEEDED = "empty-section", "required"


def in_short(template: Template, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings, worst first, with one line where several lead to the same work.

    A step in which nothing is answered is one line. So are the answers a step still needs; all else
    there waits until they are in, and is counted. So is one check that says the same of a question
    many times. The first step is told in full, because one begins there. A name of another proposal
    is always told, for it stops every export.
    """
    told: dict[str, list[Finding]] = {}
    listed = tuple(findings)
    foreign = [one for one in listed if one.check == WRONG_SUBJECT]
    for one in (one for one in listed if one.check != WRONG_SUBJECT):
        told.setdefault(one.path.partition(".")[0], []).append(one)
    first = template.sections[0].id
    short = [
        one
        for step, found in told.items()
        for one in (_alike(found) if step == first else _of_step(template, step, found))
    ]
    return worst_first((*foreign, *short))


def _of_step(template: Template, step: str, found: Sequence[Finding]) -> Iterator[Finding]:
    needed = [one for one in found if one.check == _NEEDED]
    for one in found:
        if one.check == _EMPTY:
            yield _empty(one, needed)
            return
    if not needed:
        yield from _alike(found)
        return
    waiting = _waits(len(found) - len(needed))
    yield replace(needed[0], message=f"{_needs(template, step, needed)}{waiting}")


def _empty(finding: Finding, needed: Sequence[Finding]) -> Finding:
    """Return what is said of a step without answers; it leads to the first that is needed."""
    if not needed:
        return finding
    answers = "one answer is" if len(needed) == 1 else f"{len(needed)} answers are"
    message = f"{finding.message.removesuffix('.')}; {answers} needed."
    return replace(needed[0], message=message, why=finding.why)


def _needs(template: Template, step: str, needed: Sequence[Finding]) -> str:
    if len(needed) == 1:
        return needed[0].message
    section = template.section(step)
    asked = (template.find(one.path) for one in needed)
    *names, last = (f'"{one.label}"' if one else "" for one in asked)
    title = section.title if section else step
    return f'"{title}" still needs {len(needed)} answers: {", ".join(names)} and {last}.'


def _waits(count: int) -> str:
    if not count:
        return ""
    return " One more finding waits here." if count == 1 else f" {count} more findings wait here."


def _alike(found: Sequence[Finding]) -> Iterator[Finding]:
    """Yield findings, one for those that say the same of the same question."""
    alike: dict[tuple[str, Severity, str], list[Finding]] = {}
    for one in found:
        root = one.path.partition("[")[0]
        alike.setdefault((one.check, one.severity, root), []).append(one)
    for first, *others in alike.values():
        more = "is one more" if len(others) == 1 else f"are {len(others)} more"
        message = f"{first.message} There {more} like it."
        yield replace(first, message=message) if others else first
