"""What is remembered of an export besides its bytes: how it was made, and of which packs."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from hashlib import sha256

from roadmapper import paths
from roadmapper.document.compose import Edition
from roadmapper.document.style import Style
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.printed import has_annexes, has_model_labels, printed
from roadmapper.store.revisions import RevisionNote
from roadmapper.template.model import Template

_DATED = re.compile(r'^(?:dated|as_of) *= *"?([0-9-]+)', re.MULTILINE)
_YES = {True: "yes", False: "no"}
PACK = "pack "
"""What the name of a pack begins with, among the facts of how a document was made."""


def edition_of(template: Template, answers: Answers, audience: str, changed: datetime) -> Edition:
    """Return the edition that these answers ask for."""
    return Edition(
        audience,
        changed,
        "",
        annexes=has_annexes(answers),
        chapters=printed(template, answers),
        labels=has_model_labels(answers),
    )


def edition_again(template: Template, answers: Answers, note: RevisionNote) -> Edition:
    """Return the edition that an export was, from what is remembered of it."""
    dated = note.made.get("dated", "")
    changed = datetime.fromisoformat(dated) if dated else note.at
    edition = edition_of(template, answers, note.audience, changed)
    return replace(
        edition,
        revision=note.id,
        draft=note.made.get("draft") == _YES[True],
        annexes=note.made.get("annexes", _YES[True]) == _YES[True],
    )


def made_of(edition: Edition, style: Style, letterhead: bytes | None) -> Mapping[str, str]:
    """Return how a document was made, so that it can be composed again and told from another."""
    told = {
        "dated": edition.now.isoformat(),
        "draft": _YES[edition.draft],
        "annexes": _YES[edition.annexes],
        "accent": style.colors["accent"],
        "letterhead": sha256(letterhead).hexdigest() if letterhead else "",
    }
    return {**told, **{f"{PACK}{name}": dated for name, dated in pack_dates().items()}}


@cache
def pack_dates() -> Mapping[str, str]:
    """Return the date of each pack that is shipped, by its name."""
    found = {}
    for file in sorted((paths.templates() / "packs").rglob("*.toml")):
        dated = _DATED.search(file.read_text(encoding="utf-8"))
        if dated is not None:
            found[f"{file.parent.name}/{file.stem}"] = dated[1]
    return found
