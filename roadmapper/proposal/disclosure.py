"""What a document may show of sources that are not public; one choice for every document."""

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.evidence import INTERNAL, UNDER_NDA, access, asked_at, register_links
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import EVIDENCE, STATE, WHOLE_PROPOSAL, AnswerPath
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template

NDA = f"{STATE}.{WHOLE_PROPOSAL}.under_nda"
"""Where it is kept what is printed of sources under NDA."""

UNNAMED, TITLES, IN_FULL = NDA_CHOICES = ("unnamed", "titles", "in full")
"""Only that there is one; its title as well; all of it. The first holds unless a person chose."""

_TOLD = "Available under NDA"
_KEPT = ("comparable",)
"""Columns that say nothing of the source itself."""


def nda_choice(answers: Answers) -> str:
    """Return what is printed of sources under NDA."""
    told = answers.text(NDA)
    return told if told in NDA_CHOICES else UNNAMED


def has_secrets(answers: Answers) -> bool:
    """Return whether any source is under NDA."""
    return any(access(answers, row) == UNDER_NDA for row in answers.rows(REGISTER))


def withheld(answers: Answers) -> frozenset[str]:
    """Return the sources that no document names: those that are internal."""
    return frozenset(row for row in answers.rows(REGISTER) if access(answers, row) == INTERNAL)


def disclosed(template: Template, public: Answers, answers: Answers) -> Answers:
    """Return public answers without internal sources, and with those under NDA as was chosen.

    `answers` are all of a proposal, which say who may see a source.
    """
    choice, gone = nda_choice(answers), withheld(answers)
    secret = {row for row in answers.rows(REGISTER) if access(answers, row) == UNDER_NDA}
    secret = set() if choice == IN_FULL else secret
    if not gone and not secret:
        return public
    links = register_links(template) | {REGISTER}
    shown: dict[str, Value] = {}
    for path, value in public.items():
        row, column = _source_cell(path)
        if row in gone or (row in secret and column not in _KEPT):
            continue
        is_list = gone and isinstance(value, tuple) and asked_at(AnswerPath.parse(path)) in links
        shown[path] = _without(value, gone) if is_list else value
    for row in secret:
        title = answers.text(f"{REGISTER}[{row}].reference").strip()
        told = f"{title} ({_TOLD[:1].lower()}{_TOLD[1:]})" if choice == TITLES and title else _TOLD
        shown[f"{REGISTER}[{row}].reference"] = told
    return Answers(shown)


def citations(answers: Answers) -> dict[str, tuple[str, ...]]:
    """Return the sources behind each answer, as far as a document may name them."""
    gone = withheld(answers)
    return {
        path.removeprefix(f"{EVIDENCE}."): _without(value, gone)
        for path, value in answers.items()
        if path.startswith(f"{EVIDENCE}.") and isinstance(value, tuple)
    }


def _without(rows: Value, gone: frozenset[str]) -> tuple[str, ...]:
    return tuple(one for one in rows if one not in gone) if isinstance(rows, tuple) else ()


def _source_cell(path: str) -> tuple[str, str]:
    """Return row and column of a cell of the register; empty for anything else."""
    if not path.startswith(f"{REGISTER}["):
        return "", ""
    row, _, column = path.removeprefix(f"{REGISTER}[").partition("]")
    return row, column.removeprefix(".")
