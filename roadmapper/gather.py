"""Brings the rooms together: answers to facts, with figures and findings as plain values."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime

from roadmapper import paths
from roadmapper.card_lists import open_items, shipped_lists
from roadmapper.checks.elsewhere import known_elsewhere
from roadmapper.checks.levels import unanswered
from roadmapper.checks.run import check, worst_first
from roadmapper.checks.subjects import wrong_subjects
from roadmapper.criteria import load_criteria
from roadmapper.document.compose import Edition, left_out
from roadmapper.document.style import Style, load_style
from roadmapper.document.wording import Scope, is_open, say_plain
from roadmapper.errors import TemplateError
from roadmapper.figures.book import figures
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.disclosure import citations, disclosed, withheld
from roadmapper.proposal.evidence import with_likeness
from roadmapper.proposal.facts import Facts, Finding, Severity, in_proposal, public_answers
from roadmapper.proposal.lanes import with_lanes
from roadmapper.proposal.naming import Others
from roadmapper.proposal.path import MARKS, AnswerPath
from roadmapper.proposal.printed import printed, printed_cases
from roadmapper.proposal.sources import Known
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template
from roadmapper.template.wordings import PLACEHOLDER

_PROMISES = "pricing."
_NO_DAY = datetime(2000, 1, 1, tzinfo=UTC)
"""Which chapters are left out does not depend on the day."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_SHOWN = 5


def gather(
    template: Template,
    answers: Answers,
    others: Others | None = None,
    known: Iterable[Known] = (),
) -> Facts:
    """Return what is true of a proposal, ready to compose, and what is missing or wrong in it.

    `others` are the names of other proposals, which must not stand in this one; `known` is what
    they say of their sources.
    """
    answers = in_proposal(template, answers)
    answers = with_likeness(answers)
    facts = told(template, answers)
    findings = (
        *check(template, answers, facts.figures),
        *unanswered(load_criteria(), answers),
        *open_items(template, answers),
        *silent_chapters(facts, answers),
        *open_placeholders(facts),
        *undrawable_characters(template, answers),
        *known_elsewhere(template, answers, known),
        *(wrong_subjects(facts.answers, others) if others else ()),
    )
    return replace(facts, findings=worst_first(findings))


def told(template: Template, answers: Answers) -> Facts:
    """Return what is true of a proposal without looking for what is wrong: enough to compose."""
    answers = in_proposal(template, answers)
    answers = with_likeness(answers)
    defaults = open_defaults(template, answers)
    counted = figures(Answers({**defaults, **answers}))
    return Facts(
        template=with_lanes(template, answers),
        answers=disclosed(template, public_answers(template, answers), answers),
        figures={figure.name: figure for figure in counted},
        citations=citations(answers),
        withheld=withheld(answers),
        defaults=defaults,
        cases=printed_cases(answers),
        lists=shipped_lists(),
        marks={
            str(AnswerPath.parse(path).bare): str(value)
            for path, value in answers.items()
            if path.startswith(f"{MARKS}.")
        },
    )


def style_of(template: Template) -> Style:
    """Return how a template's documents look.

    Raises:
        TemplateError: Something in its style sheet cannot be used, or a font is not there.
    """
    style = load_style(template.folder / "style.toml")
    for file in style.font_files:
        if not (paths.fonts() / file).is_file():
            raise TemplateError(
                f'style.toml: fonts: there is no file "{file}" in {paths.fonts()}. '
                "Put it there, or name one that is there."
            )
    return style


def open_defaults(template: Template, answers: Answers) -> dict[str, Value]:
    """Return the defaults that stand in for questions not answered yet.

    What a default would promise to pay is left out: only a person makes such a promise.
    """
    return {
        path: question.default
        for path, question in template.addresses()
        if question.default is not None
        and answers.value(path) is None
        and not path.startswith(_PROMISES)
    }


def silent_chapters(facts: Facts, answers: Answers) -> Iterator[Finding]:
    """Yield a finding for each chapter left out although something in its section is answered."""
    begun = {path.partition(".")[0] for path in answers}
    for chapter in left_out(
        facts, Edition("full", _NO_DAY, "", chapters=printed(facts.template, answers))
    ):
        if chapter.section in begun and not chapter.annex:
            title = say_plain(chapter.title, Scope(facts, chapter.section))
            message = f'The chapter "{title}" is left out: nothing it prints is answered.'
            yield Finding("left-out", Severity.SHOULD_FIX, chapter.section, message)


def open_placeholders(facts: Facts) -> Iterator[Finding]:
    """Yield a finding for each typed placeholder without a value; its sentence is left out."""
    for path, text in _texts(facts.answers):
        scope = Scope(facts, path.partition(".")[0])
        for name in sorted(set(PLACEHOLDER.findall(text))) if "{" in text else ():
            if is_open(name, scope):
                here, there = (_called(facts.template, one) for one in (path, name))
                message = f"A sentence in {here} is left out, because {there} has no value yet."
                yield Finding("placeholder", Severity.SHOULD_FIX, path, message)


def _called(template: Template, path: str) -> str:
    """Return how the question at an address reads on screen; a figure keeps its name."""
    question = template.find(path.partition("[")[0])
    return f'"{question.label}"' if question else f"{{{path}}}"


def undrawable_characters(template: Template, answers: Answers) -> Iterator[Finding]:
    """Yield a finding for each answer with characters that no shipped font can draw."""
    strange = {}
    for path, text in _texts(answers):
        if hidden := _CONTROL.findall(text):
            count = (
                "one control character" if len(hidden) == 1 else f"{len(hidden)} control characters"
            )
            message = f"{path}: {count} cannot be shown and stands in no document."
            yield Finding("control", Severity.POLISH, path, message)
        if not text.isascii():
            strange[path] = text
    if not strange:
        return
    from roadmapper.pdf.glyphs import undrawable  # noqa: PLC0415 - reads font files

    style = style_of(template)
    for path, text in strange.items():
        missing = sorted(undrawable(text, style, paths.fonts()))
        if missing:
            count = "one" if len(missing) == 1 else str(len(missing))
            shown = ", ".join(map(_named, missing[:_SHOWN]))
            message = (
                f"{count} of its characters cannot be drawn: {shown}. A PDF shows a box there."
            )
            yield Finding("undrawable", Severity.SHOULD_FIX, path, f"{path}: {message}")


def _named(character: str) -> str:
    """Return a character as a person can look it up."""
    code = f"U+{ord(character):04X}"
    return f"{character} ({code})" if character.isprintable() else code


def _texts(answers: Answers) -> Iterator[tuple[str, str]]:
    for path, value in answers.items():
        if isinstance(value, str | tuple) and not path.startswith("_"):
            yield path, value if isinstance(value, str) else " ".join(value)
