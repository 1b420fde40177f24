"""new, sample, templates: what a proposal begins with."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from roadmapper.beginning import make_from, make_proposal
from roadmapper.commands.desk import DONE, Desk
from roadmapper.errors import FileError
from roadmapper.gather import style_of
from roadmapper.proposal.answers import Answers
from roadmapper.samples import build_sample, find_sample, list_samples
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question, Template
from roadmapper.templates import template_named, template_names

_USUAL = "partnership"
"""The template of a new proposal if none is named."""


def new(options: Namespace, desk: Desk) -> int:
    """Make an empty proposal, or one that begins from an earlier one."""
    path = Path(options.file)
    if options.earlier is not None:
        return _new_from(Path(options.earlier), path, options, desk)
    make_proposal(path, template_named(options.template or _USUAL), Answers(), desk.clock)
    desk.say(f"Made {path}.")
    return DONE


def _new_from(earlier: Path, path: Path, options: Namespace, desk: Desk) -> int:
    with ProposalFile.open(earlier, write=False) as file:
        template = template_named(options.template or file.meta.template)
        begun = make_from(path, template, file, desk.clock)
    desk.say(f"Made {path}.")
    for told, paths in (
        ("Kept", begun.kept),
        ("Cleared for the new customer", begun.cleared),
        ("Cleared because the earlier customer is named", begun.naming),
    ):
        if paths:
            desk.say(f"{told} ({len(paths)}): {', '.join(paths)}.")
    return DONE


def sample(options: Namespace, desk: Desk) -> int:
    """Make a proposal from a sample, or list the samples."""
    if options.list:
        for one in list_samples():
            desk.say(f"{one.id}\t{one.title}: {one.line}")
        return DONE
    if not options.name or not options.file:
        raise FileError(
            "Name a sample and a file, such as: roadmapper sample fernhollow fernhollow.roadmap. "
            "See what there is with: roadmapper sample --list."
        )
    build_sample(find_sample(options.name), Path(options.file), desk.clock)
    desk.say(f"Made {options.file}.")
    return DONE


def templates(options: Namespace, desk: Desk) -> int:
    """List the templates, or everything one template asks."""
    if options.name:
        return _one_template(template_named(options.name), options, desk)
    found = [template_named(name) for name in template_names()]
    if options.json:
        desk.say_json([{"id": t.id, "title": t.title, "version": t.version} for t in found])
        return DONE
    for one in found:
        desk.say(f"{one.id}\t{one.title}, version {one.version}")
    return DONE


def _one_template(template: Template, options: Namespace, desk: Desk) -> int:
    style_of(template)  # refused here, where a template's author looks first
    if options.json:
        desk.say_json(_described_template(template))
        return DONE
    for section in template.sections:
        desk.say(f"[{section.id}] {section.title}")
        for question in section.questions:
            for line in _lines(question, 1):
                desk.say(line)
    return DONE


def _lines(question: Question, depth: int) -> Iterator[str]:
    marks = [
        name
        for name, holds in (("required", question.required), ("internal", question.internal))
        if holds
    ]
    notes = f" ({', '.join(marks)})" if marks else ""
    yield f"{'  ' * depth}{question.id}  {question.kind}  {question.label}{notes}"
    if question.options:
        lead = "any of" if question.kind is Kind.CHOICES else "one of"
        yield f"{'  ' * (depth + 1)}{lead}: {', '.join(question.choices.values())}"
    for row in question.fixed:
        yield f"{'  ' * (depth + 1)}[{row.id}]  {row.label}"
    for column in question.columns:
        yield from _lines(column, depth + 1)


def _described_template(template: Template) -> dict[str, object]:
    return {
        "id": template.id,
        "title": template.title,
        "version": template.version,
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "criteria": section.criteria,
                "questions": [_described(question) for question in section.questions],
            }
            for section in template.sections
        ],
    }


def _described(question: Question) -> dict[str, object]:
    told: dict[str, object] = {
        "id": question.id,
        "kind": str(question.kind),
        "label": question.label,
        "help": question.help,
        "why": question.why,
        "filled_by": question.filled_by,
        "unit": question.unit,
        "default": question.default,
        "required": question.required,
        "essential": question.essential,
        "internal": question.internal,
        "link": question.link,
        "options": [{"value": one.value, "label": one.label} for one in question.options],
        "rows": [{"id": row.id, "label": row.label} for row in question.fixed],
        "columns": [_described(column) for column in question.columns],
    }
    kept = ("id", "kind", "label")
    return {key: value for key, value in told.items() if value or key in kept}
