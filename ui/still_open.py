"""What a step still needs: answers to check, answers that are not in, rows that lack something."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from roadmapper.document.formats import in_words
from roadmapper.proposal.facts import Finding, Severity, is_shown
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.progress import Progress
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question, Section
from ui.opened import Opened
from ui.words import _, ngettext


@dataclass(frozen=True, slots=True)
class Open:
    """A sentence about what is still open, and the address of the first of it."""

    sentence: str
    path: str


def still_open(section: Section, done: Progress, wrong: Sequence[Finding], opened: Opened) -> Open:
    """Return what is told at the foot of a step; an empty sentence if nothing is open."""
    told = [one for one in wrong if one.check != "required"]
    if told:
        # What is missing is counted along, as at the top of the step.
        count = len({one.path for one in wrong})
        words = ngettext("One answer", "{capitalize} answers", count).format(
            capitalize=in_words(count).capitalize()
        )
        return Open(_("{words} to check").format(words=words), told[0].path)
    if done.open:
        return Open(_open_words(done, opened), done.open[0])
    return next(_unfinished(section, opened), Open("", ""))


def wrong_in(section: Section, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Return what must be put right before a step is complete."""
    return tuple(
        one
        for one in findings
        if (one.severity is Severity.MUST_FIX or one.check == "value")
        and one.path.partition(".")[0] == section.id
        and "." in one.path
    )


def short_words(finding: Finding, opened: Opened) -> str:
    """Return what is wrong in a few words that name the answer."""
    label = _label(finding.path, opened)
    if finding.check == "required":
        return _("{label} is empty").format(label=_quoted(label))
    told = finding.message.removeprefix(f'"{label}": ')
    return f"{label}: {told}" if told != finding.message else told


def _label(path: str, opened: Opened) -> str:
    address = AnswerPath.parse(path)
    return opened.template.question(address.section, address.question, address.columns).label


def _quoted(label: str) -> str:
    """Return a label so that a sentence goes on after it; a question needs quotation marks."""
    return f"“{label}”" if label.endswith("?") else label


def _open_words(done: Progress, opened: Opened) -> str:
    label, more = _quoted(_label(done.open[0], opened)), len(done.open) - 1
    if not more:
        return _("{label} is still open").format(label=label)
    return _("{label} and {in_words} more are still open").format(
        label=label, in_words=in_words(more)
    )


def _unfinished(section: Section, opened: Opened) -> Iterator[Open]:
    """Yield what rows that were begun lack."""
    for question in section.questions:
        path = f"{section.id}.{question.id}"
        if question.is_group and is_shown(opened.template, question, section.id, opened.answers):
            for column in question.columns:
                rows = _without(path, column, opened) if column.essential else ()
                if rows:
                    yield Open(_lack(question, column, len(rows)), f"{path}[{rows[0]}].{column.id}")


def _without(path: str, column: Question, opened: Opened) -> tuple[str, ...]:
    answers = opened.answers
    begun = answers.told_rows(AnswerPath.parse(path))
    rows = (row for row in opened.session.rows(path) if row in begun)
    return tuple(row for row in rows if answers.value(f"{path}[{row}].{column.id}") is None)


def _lack(question: Question, column: Question, count: int) -> str:
    title = question.column(question.row_title) or question.columns[0]
    noun = title.label.lower().removesuffix(" name")  # what lacks something is the thing itself
    lacks = column.label[:1].lower() + column.label[1:]
    if count == 1:
        return _("One {noun} has no {lacks}").format(noun=noun, lacks=lacks)
    return _("{capitalize} {noun}s have no {lacks}").format(
        capitalize=in_words(count).capitalize(), noun=noun, lacks=lacks
    )


_NEEDED = {
    **dict.fromkeys((Kind.CHOICE, Kind.CHOICES, Kind.YES_NO), _("Choose an answer.")),
    **dict.fromkeys((Kind.ROWS, Kind.MATRIX), _("Add a first row.")),
    Kind.DATE: _("Enter a date."),
}


def told_below(finding: Finding, question: Question) -> str:
    """Return what to do about a finding, below the answer it is about."""
    if finding.check == "required":
        needed = _NEEDED.get(question.kind, _("Enter an answer."))
        # A table tells its help itself.
        return needed if question.is_group else f"{needed} {question.help}".strip()
    return finding.message.removeprefix(f'"{question.label}": ')
