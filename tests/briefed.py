"""Briefs of the samples, and of samples that were edited at random."""

import random
import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from roadmapper.document.compose import Edition, compose
from roadmapper.document.tree import Document
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from tests.composed import NOW, template, texts

READERS = tuple(template().briefs)
_NUMBER = re.compile(r"[−-]?\$?\d[\d,]*(?:\.\d+)?[%M]?")
_NAME = re.compile(r"\b[A-Z]\w+")
_EDITS = 40


def brief_of(answers: Mapping[str, Value], reader: str) -> Document:
    """Return a brief, or the full proposal with every chapter there is."""
    every = tuple(rule.id for rule in template().chapters)
    return compose(told(template(), Answers(answers)), Edition(reader, NOW, "r1", chapters=every))


def text_of(document: Document) -> str:
    """Return everything a reader meets in the chapters of a document, and its title."""
    return f"{document.cover.title} {' '.join(texts(document.chapters))}"


def facts_in(text: str, answers: Mapping[str, Value]) -> Iterator[str]:
    """Yield every number, and every capitalized word that somebody typed; dates are both."""
    typed = " ".join(one for one in answers.values() if isinstance(one, str))
    names = set(_NAME.findall(typed))
    yield from (one.rstrip(",") for one in _NUMBER.findall(text))
    yield from (one for one in _NAME.findall(text) if one in names)


def edited(answers: Mapping[str, Value], seed: int) -> dict[str, Value]:
    """Return the answers with some taken out, and some numbers and dates changed.

    The summary is taken out as well: what a person typed there again stands nowhere else.
    """
    chance = random.Random(seed)  # noqa: S311 - the same edits in every run
    found = {path: value for path, value in answers.items() if path != "review.summary"}
    paths = [path for path in found if not path.startswith("_")]
    for path in chance.sample(paths, _EDITS):
        value = found.pop(path)
        if chance.random() < 1 / 3 or not isinstance(value, str):
            continue
        found[path] = _moved(value, chance)
    return found


def _moved(text: str, chance: random.Random) -> str:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return f"20{chance.randint(27, 33)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return str(Decimal(text) * Decimal("1.37"))
    return text
