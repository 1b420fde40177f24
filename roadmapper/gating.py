"""Brings the gate what it needs of a proposal: the document, and the words it must not say."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from roadmapper.document.tree import Document
from roadmapper.gate.judge import judge, public_words, refuse
from roadmapper.gate.machine import machine_names
from roadmapper.gate.needles import secrets
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.naming import Others
from roadmapper.template.model import Template


@dataclass(frozen=True, slots=True)
class Sent:
    """What is about to go out, and what it may say.

    `public` is the same document made without internal answers, `template` and `answers` are those
    of the proposal; `others` are the names of other proposals that must not stand in it.
    """

    document: Document
    public: Document
    template: Template
    answers: Answers
    others: Others = field(default_factory=Others)


def pass_gate(data: bytes, name: str, sent: Sent, folders: Iterable[Path] = ()) -> None:
    """Let a finished file pass if it says what its document says, and nothing that must stay here.

    `name` is the one it will have, with its ending; it must not tell these folders of the machine.

    Raises:
        ExportError: It must not go out; the message says what stands where.
    """
    public = public_words(sent.public)
    needles = (
        *secrets(sent.template, sent.answers, public),
        *(one for one in machine_names(*folders, Path.home()) if not public.says(one)),
    )
    refuse(judge(data, name, sent.document, needles=needles, others=sent.others))
