"""Says whether a file is an export of a proposal, of which revision, and if not, what differs."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from roadmapper.document.compose import compose
from roadmapper.errors import ExportError, FileError
from roadmapper.gate.differ import Difference, differences, shared
from roadmapper.gate.judge import KINDS
from roadmapper.gate.reading import Reading
from roadmapper.gather import style_of, told
from roadmapper.make import Order, with_office_pages
from roadmapper.proposal.renaming import renamed
from roadmapper.recorded import edition_again
from roadmapper.store.file import ProposalFile
from roadmapper.store.revisions import Revision, RevisionNote
from roadmapper.templates import template_named
from roadmapper.worker import made_apart

LARGEST = 200_000_000  # bytes
_ALIKE = 0.5  # of its passages, from which a file that names no export is compared with one
_REVISION = re.compile(r"\br-[0-9a-f]{16}\b")


class State(StrEnum):
    """What a file is to a proposal."""

    SAME = "same"
    RESAVED = "resaved"
    CHANGED = "changed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found out about a file.

    `whole` says whether it was compared with the very document that was kept; else with the same
    made again from its answers, as only the newest documents are kept. `says_so` is whether the
    file itself names the export it comes from. `names` is the export an unknown file says it is.
    """

    state: State
    note: RevisionNote | None = None
    differences: tuple[Difference, ...] = ()
    whole: bool = True
    says_so: bool = True
    names: str = ""


def verify(file: Path, exported: Path) -> Report:
    """Return whether a file is an export of a proposal, byte for byte, and what differs if not.

    Raises:
        ExportError: The file cannot be read, or is neither Word nor PDF.
        FileError: The proposal cannot be read.
    """
    data = _bytes_of(exported)
    with ProposalFile.open(file, write=False) as proposal:
        notes = proposal.revisions
        digest = sha256(data).hexdigest()
        same = next((one for one in reversed(notes) if one.sha256 == digest), None)
        if same is not None:
            return Report(State.SAME, same)
        kind = "pdf" if data.startswith(b"%PDF-") else "docx"
        read = KINDS[kind](data)
        name = _named(read)
        named = next((one for one in reversed(notes) if one.id == name), None)
        if named is not None:
            return _compared(proposal, named, read, says_so=True)
        if name:
            return Report(State.UNKNOWN, names=name)
        return _guessed(proposal, [one for one in notes if one.format == kind], read)


def _bytes_of(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise ExportError(f'"{path.name}" is larger than any document of ours.')
        return path.read_bytes()
    except OSError as error:
        raise ExportError(
            f'"{path.name}" cannot be read. Check its name and place, and that it is a file.'
        ) from error


def _named(read: Reading) -> str:
    """Return which export a file says it is; empty if it does not say."""
    told = (read.properties.get(name, "") for name in ("RoadmapperRevision", "Keywords", "XMP"))
    found = (_REVISION.search(one) for one in told)
    return next((one[0] for one in found if one), "")


def _compared(
    proposal: ProposalFile, note: RevisionNote, read: Reading, *, says_so: bool
) -> Report:
    was, whole = _kept(proposal, note)
    found = tuple(differences(was, read))
    state = State.CHANGED if found else State.RESAVED
    return Report(state, note, found, whole, says_so)


def _guessed(proposal: ProposalFile, notes: Sequence[RevisionNote], read: Reading) -> Report:
    """Compare a file that names no export with the one that it has most in common with."""
    best: tuple[float, RevisionNote] | None = None
    for note in notes[-_NEWEST:]:
        part = shared(_kept(proposal, note)[0], read)
        if part >= _ALIKE and (best is None or part >= best[0]):
            best = (part, note)
    if best is None:
        return Report(State.UNKNOWN)
    return _compared(proposal, best[1], read, says_so=False)


_NEWEST = 3


def _kept(proposal: ProposalFile, note: RevisionNote) -> tuple[Reading, bool]:
    """Return what an export said: the document, or the same made again from its answers."""
    revision = proposal.revision(note.id)
    if revision is None:
        raise FileError(f'The record of "{note.name}" in the proposal is damaged.')
    whole = revision.content is not None
    return KINDS[note.format](revision.content or _made_again(proposal, revision)), whole


def _made_again(proposal: ProposalFile, revision: Revision) -> bytes:
    note = revision.note
    template = template_named(proposal.meta.template)
    answers = revision.answers.changed(renamed(template, revision.answers))
    document = compose(told(template, answers), edition_again(template, answers, note))
    style = style_of(template)
    paper = style.papers.get(note.paper) or next(iter(style.papers.values()))
    order = Order(document, style, paper, note.format)
    made = made_apart(order, _quietly)
    return with_office_pages(made, _quietly).data if note.format == "docx" else made.data


def _quietly(_part: float, _text: str) -> None:
    """Tell nobody how far the making is."""
