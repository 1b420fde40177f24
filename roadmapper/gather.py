"""Brings the rooms together: answers to facts, with figures and findings as plain values."""

from collections.abc import Iterator

from roadmapper import paths
from roadmapper.checks.run import check
from roadmapper.document.style import load_style
from roadmapper.figures.book import figures
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Facts, Finding, Severity, public_answers
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template

_EVIDENCE = "_evidence."
_PROMISES = "pricing."


def gather(template: Template, answers: Answers) -> Facts:
    """Return what is true of a proposal, ready to compose."""
    defaults = open_defaults(template, answers)
    counted = figures(Answers({**defaults, **answers}))
    return Facts(
        template=template,
        answers=public_answers(template, answers),
        figures={figure.name: figure for figure in counted},
        citations={
            path.removeprefix(_EVIDENCE): value
            for path, value in answers.items()
            if path.startswith(_EVIDENCE) and isinstance(value, tuple)
        },
        findings=(*check(template, answers), *undrawable_characters(template, answers)),
        defaults=defaults,
    )


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


def undrawable_characters(template: Template, answers: Answers) -> Iterator[Finding]:
    """Yield a finding for each answer with characters that no shipped font can draw."""
    strange = {path: text for path, text in _texts(answers) if not text.isascii()}
    if not strange:
        return
    from roadmapper.pdf.glyphs import undrawable  # noqa: PLC0415 - reads font files

    style = load_style(template.folder / "style.toml")
    for path, text in strange.items():
        missing = sorted(undrawable(text, style, paths.fonts()))
        if missing:
            shown = ", ".join(f"U+{ord(one):04X}" for one in missing[:5])
            message = (
                f"{len(missing)} of its characters cannot be drawn ({shown}); a box stands there."
            )
            yield Finding("undrawable", Severity.SHOULD_FIX, path, f"{path}: {message}")


def _texts(answers: Answers) -> Iterator[tuple[str, str]]:
    for path, value in answers.items():
        if isinstance(value, str | tuple) and not path.startswith("_"):
            yield path, value if isinstance(value, str) else " ".join(value)
