"""Sources that are stale, weak or not what they are said to be, told where they are used."""

from collections.abc import Iterator

from roadmapper.checks.claim_conditions import is_limit
from roadmapper.checks.claim_kinds import FIGURE, RESULT
from roadmapper.checks.claims import claims_in
from roadmapper.checks.rule import Told, rule
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.evidence import VENDOR_PAID, likeness, proposal_day, standing, uses
from roadmapper.proposal.facts import Severity
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.sources import REPLACED, gone
from roadmapper.template.model import Template

_LONGEST = 60


@rule(
    "stale-evidence",
    Severity.SHOULD_FIX,
    "A number that was right once may be theirs no longer; they ask when somebody last looked.",
)
def stale(template: Template, answers: Answers) -> Iterator[Told]:
    """A source is due for review, or old, on the day of the decision."""
    today = proposal_day(answers)
    old = {
        row: told for row in answers.rows(REGISTER) if (told := standing(answers, row, today).stale)
    }
    used = uses(template, answers) if old else {}
    for path, rows in used.items():
        for row in rows:
            if row in old:
                name = source_name(answers, row)
                yield path, f"“{name}” stands behind this and is {_was(old[row])}."
    for row in set(old) - {one for rows in used.values() for one in rows}:
        yield f"{REGISTER}[{row}].as_of", f"“{source_name(answers, row)}” is {_was(old[row])}."


@rule(
    "withdrawn-evidence",
    Severity.MUST_FIX,
    "A withdrawn study proves nothing; who cites one is not believed in the rest either.",
)
def withdrawn(template: Template, answers: Answers) -> Iterator[Told]:
    """An answer rests on a source that was withdrawn."""
    yield from _gone(template, answers, is_replaced=False)


@rule(
    "replaced-evidence",
    Severity.SHOULD_FIX,
    "They may know what came after it, and what it changed.",
)
def replaced(template: Template, answers: Answers) -> Iterator[Told]:
    """An answer rests on a source that another one replaced."""
    yield from _gone(template, answers, is_replaced=True)


@rule(
    "weak-evidence",
    Severity.POLISH,
    "They weigh a promise by the best study behind it, and read design and funding first.",
)
def weak(template: Template, answers: Answers) -> Iterator[Told]:
    """A benefit rests on weak sources alone."""
    for path, rows in uses(template, answers).items():
        told = [standing(answers, row, None).weak for row in rows]
        text = answers.value(path)
        # Who paid alone is told for all sources together.
        is_weak = all(set(one) - {VENDOR_PAID} for one in told)
        if is_weak and isinstance(text, str) and _promises(text):
            reasons = dict.fromkeys(reason for one in told for reason in one)
            yield path, f"What this promises rests on weak evidence alone: {', '.join(reasons)}."


@rule(
    "comparable-doubt",
    Severity.SHOULD_FIX,
    "They know their own setting best, and see at once where a study is unlike it.",
)
def said_comparable(_template: Template, answers: Answers) -> Iterator[Told]:
    """A source is said to be from a setting like theirs, and something known differs."""
    for row in answers.rows(REGISTER):
        if answers.text(f"{REGISTER}[{row}].comparable") == "yes":
            like = likeness(answers, row)
            if like.other:
                name = source_name(answers, row)
                yield (
                    f"{REGISTER}[{row}].comparable",
                    (
                        f"“{name}” is said to come from a setting like theirs; "
                        f"its {' and '.join(like.other)} differ."
                    ),
                )


def _gone(template: Template, answers: Answers, *, is_replaced: bool) -> Iterator[Told]:
    told = {row: gone(answers, row) for row in answers.rows(REGISTER)}
    here = {row: how for row, how in told.items() if how}
    here = {row: how for row, how in here.items() if how.startswith(REPLACED) is is_replaced}
    used = uses(template, answers) if here else {}
    for path, rows in used.items():
        for row in rows:
            if row in here:
                name = source_name(answers, row)
                yield path, f"“{name}” stands behind this and is marked {here[row]}."


def _promises(text: str) -> bool:
    return any(
        not set(kinds) <= {FIGURE, RESULT} and not is_limit(sentence)
        for sentence, kinds, _ in claims_in(text)
    )


def source_name(answers: Answers, row: str) -> str:
    """Return the title of a source, shortened to be named in a sentence."""
    name = answers.text(f"{REGISTER}[{row}].reference").strip() or row
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"


def _was(reason: str) -> str:
    return reason if reason.startswith("due") else f"old: {reason}"
