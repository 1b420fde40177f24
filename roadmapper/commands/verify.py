"""verify: is this file an export of the proposal, and if not, what differs."""

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from roadmapper.commands.desk import DONE, FINDINGS, Desk
from roadmapper.gate.differ import Change, Difference
from roadmapper.store.revisions import RevisionNote
from roadmapper.verifying import Report, State, verify

_SHOWN = 300  # characters of a paragraph
_MOST = 200  # paragraphs; as JSON all are told
_KINDS = {"docx": "Word file", "pdf": "PDF"}


def verify_file(options: Namespace, desk: Desk) -> int:
    """Say whether a file is an export of a proposal; 1 if it is not, byte for byte."""
    exported = Path(options.exported)
    report = verify(Path(options.file), exported)
    if options.json:
        desk.say_json(_described(report))
    else:
        for line in told(report, exported.name, Path(options.file).name):
            desk.say(line)
    return DONE if report.state is State.SAME else FINDINGS


def told(report: Report, name: str, proposal: str) -> Iterator[str]:
    """Yield what was found out about a file, in sentences."""
    note = report.note
    if note is None:
        yield f"{name} is no export of {proposal} that is remembered."
        if report.names:
            yield f"It names an export of another proposal or of a copy of this: {report.names}."
        return
    if report.state is State.SAME:
        yield f"{name} is {_named(note)}, byte for byte."
        return
    origin = "says that it comes from" if report.says_so else "has most in common with"
    yield f"{name} {origin} {_named(note)}."
    if not report.whole:
        yield "That document is no longer kept; it was made again from its answers, and compared."
    if report.state is State.RESAVED:
        yield "It says the same in every paragraph, but was saved again by another program."
        return
    count = len(report.differences)
    yield f"{count} paragraph{'s differ' if count != 1 else ' differs'}:"
    for one in report.differences[:_MOST]:
        yield from _lines(one)
    if count > _MOST:
        yield f"And {count - _MOST} more; --json lists all."


def _named(note: RevisionNote) -> str:
    kind = _KINDS.get(note.format, note.format)
    paper = f", {note.paper} paper" if note.paper else ""
    audience = f', audience "{note.audience}"' if note.audience else ""
    return f"the {kind} exported on {note.at:%Y-%m-%d %H:%M}{audience}{paper} ({note.id})"


def _lines(one: Difference) -> Iterator[str]:
    yield f"{one.where or 'At the beginning'}: {one.change}"
    if one.was:
        yield f"    was: {one.was[:_SHOWN]}"
    if one.now:
        yield f"    {'says' if one.change is Change.COMMENT else 'now'}: {one.now[:_SHOWN]}"


def _described(report: Report) -> dict[str, object]:
    note = report.note
    revision = note and {
        "id": note.id,
        "at": note.at.isoformat(),
        "name": note.name,
        "format": note.format,
        "audience": note.audience,
        "paper": note.paper,
        "template_version": note.template_version,
        "sha256": note.sha256,
        "made": dict(note.made),
    }
    listed = [
        {"where": one.where, "change": str(one.change), "was": one.was, "now": one.now}
        for one in report.differences
    ]
    return {
        "state": str(report.state),
        "revision": revision,
        "compared_with_document": report.whole,
        "names_its_export": report.says_so,
        "names_another_export": report.names,
        "differences": listed,
    }
