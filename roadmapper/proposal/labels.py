"""What steps of undo are called: "Move Pilot", "Edit fee at risk"."""

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question

_LONGEST = 40


def inside_sentence(text: str) -> str:
    """Return a text as it stands inside a sentence: "EMR" keeps its capitals, "Fee" does not."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def row_name(question: Question, answers: Answers, row: AnswerPath) -> str:
    """Return what a person calls a row: its label, else the first line answered in it."""
    name = question.fixed_label(row.steps[-1][0])
    for column in question.columns:
        if column.kind is Kind.LINE and not name:
            name = " ".join(answers.text(str(row.column(column.id))).split())
    return f"{name[:_LONGEST]}…" if len(name) > _LONGEST else name


def row_step(verb: str, question: Question, answers: Answers, row: AnswerPath) -> str:
    """Return the name of a step that does something to a row."""
    return f"{verb} {row_name(question, answers, row) or f'a row of {_lowered(question)}'}"


def edit_step(question: Question) -> str:
    """Return the name of a step that changes an answer."""
    return f"Edit {_lowered(question)}"


def add_step(question: Question, answers: Answers, row: AnswerPath) -> str:
    """Return the name of a step that adds a row, which has its cells already in `answers`."""
    name = row_name(question, answers, row)
    return f"Add {name} to {_lowered(question)}" if name else f"Add to {_lowered(question)}"


def _lowered(question: Question) -> str:
    """Return the label inside a sentence; a question in so many words stands in quotation marks."""
    asks = question.label.endswith("?")
    return f"“{question.label}”" if asks else inside_sentence(question.label)
