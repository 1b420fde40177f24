"""Brings the gate what it needs of a proposal: the document, and the words it must not say."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from roadmapper.document.tree import Document
from roadmapper.gate.judge import Verdict, foreign, judge, public_words, refuse
from roadmapper.gate.machine import machine_names
from roadmapper.gate.needles import Needle, secrets
from roadmapper.gate.reading import Reading
from roadmapper.gate.search import Told
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.naming import Others
from roadmapper.template.model import Template


@dataclass(frozen=True, slots=True)
class Secrets:
    """What must not stand in a file: internal words, names of the machine and of others."""

    needles: tuple[Needle, ...]
    others: Others


def secrets_of(
    template: Template,
    answers: Answers,
    public: Document,
    *,
    others: Others | None = None,
    folders: Iterable[Path] = (),
) -> Secrets:
    """Return what must not stand in a document; `public` is the same one without internal answers.

    `others` are the names of other proposals, and `folders` those that it must not tell of.
    """
    words = public_words(public)
    machine = (one for one in machine_names(*folders, Path.home()) if not words.says(one))
    return Secrets((*secrets(template, answers, words), *machine), others or Others())


def pass_gate(data: bytes, name: str, document: Document, kept: Secrets) -> None:
    """Let a finished file pass if it says what its document says, and nothing that must stay here.

    `name` is the one it will have, with its ending.

    Raises:
        ExportError: It must not go out; the message says what stands where.
    """
    refuse(judge(data, name, document, needles=kept.needles, others=kept.others))


def pass_text(text: str, others: Others) -> None:
    """Let a card that is text pass if it names nothing that belongs to another proposal.

    Raises:
        ExportError: It does; the message says what.
    """
    refuse(Verdict(Reading(()), (), foreign([Told("the card", text)], others)))
