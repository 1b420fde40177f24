"""Brings the gate what it needs of a proposal: the document, and the words it must not say."""

from dataclasses import dataclass
from pathlib import Path

from roadmapper.document.compose import Edition, compose
from roadmapper.document.tree import Document
from roadmapper.gate.judge import judge, public_words, refuse
from roadmapper.gate.machine import machine_names
from roadmapper.gate.needles import secrets, without_secrets
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.naming import Others
from roadmapper.template.model import Template


@dataclass(frozen=True, slots=True)
class Sent:
    """What is about to go out: a document, and which edition of which answers it is.

    `others` are the names of other proposals that must not stand in it.
    """

    document: Document
    edition: Edition
    template: Template
    answers: Answers
    others: Others


def pass_gate(data: bytes, file: Path, out: Path, sent: Sent) -> None:
    """Let a finished file pass if it says what its document says, and nothing that must stay here.

    Raises:
        ExportError: It must not go out; the message says what stands where.
    """
    public = public_words(_without_secrets(sent))
    folders = (file.parent, out.parent, Path.home())
    needles = (
        *secrets(sent.template, sent.answers, public),
        *(one for one in machine_names(*folders) if not public.says(one)),
    )
    refuse(judge(data, out.name, sent.document, needles=needles, others=sent.others))


def _without_secrets(sent: Sent) -> Document:
    """Return the same document made without internal answers: what it says is public for sure."""
    answers = without_secrets(sent.template, sent.answers)
    return compose(told(sent.template, answers), sent.edition)
