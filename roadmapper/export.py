"""Going out: facts, compose, gate, write, verify, put in place, remember."""

import io
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from tempfile import mkstemp

from roadmapper import paths
from roadmapper.document.compose import Edition, compose
from roadmapper.document.style import Paper, Style, load_style
from roadmapper.errors import BlockedError, ExportError, LockedError, ReadOnlyError
from roadmapper.gather import gather
from roadmapper.make import Made, Order
from roadmapper.proposal.facts import Facts, Finding, Severity
from roadmapper.store.file import ProposalFile
from roadmapper.store.revisions import Revision
from roadmapper.template.load import load_template
from roadmapper.worker import made_apart

FORMATS = ("docx", "pdf")
Progress = Callable[[float, str], None]
_TOLD = 3  # findings that fit into one sentence


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export left behind."""

    path: Path
    pages: int
    findings: tuple[Finding, ...]
    page_source: str
    remembered: bool


def export(
    file: Path,
    out: Path,
    *,
    audience: str,
    paper: str,
    letterhead: Path | None,
    draft: bool,
    now: datetime,
    progress: Progress,
) -> Exported:
    """Write a proposal as Word or PDF, by the ending of `out`, and remember what was sent out.

    A document is dated by the last change of its proposal, so exporting again gives the same bytes.

    Raises:
        BlockedError: Findings that must be fixed are open, and this is no draft.
        ExportError: The document could not be made or put in place; nothing was written.
    """
    kind = out.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise ExportError(
            f'"{out.name}" ends in neither .docx nor .pdf. Name the file with one of them.'
        )
    with ProposalFile.open(file, write=False) as proposal:
        template_id, answers = proposal.meta.template, proposal.answers
        changed = last_change(proposal)
    facts = gather(load_template(paths.templates() / template_id), answers)
    style, sheet = _look(facts, paper)
    _gate(facts, audience, draft=draft)
    edition = Edition(audience, changed, _revision_id(facts, audience, paper, kind), draft)
    document = compose(facts, edition)
    if not document.chapters:
        raise BlockedError(
            "Nothing is answered yet, so there is nothing to export. Answer a few questions first."
        )
    order = Order(document, style, sheet, kind, _letterhead(letterhead, kind))
    made = made_apart(order, progress)
    verify(made, kind)
    put_in_place(made.data, out)
    revision = Revision(edition.revision, now, 0, out.name, answers, {}, made.data)
    remembered = _remember(file, revision)
    return Exported(out, made.page_count, facts.findings, made.page_source, remembered)


def last_change(proposal: ProposalFile) -> datetime:
    """Return when the proposal last changed: the date of its documents, whenever they are made."""
    log = proposal.log
    return log[-1].at if log else datetime.fromisoformat(proposal.meta.created)


def _look(facts: Facts, paper: str) -> tuple[Style, Paper]:
    style = load_style(facts.template.folder / "style.toml")
    if paper not in style.papers:
        raise ExportError(f'There is no paper "{paper}". Choose one of: {", ".join(style.papers)}.')
    return style, style.papers[paper]


def _gate(facts: Facts, audience: str, *, draft: bool) -> None:
    if audience not in facts.template.audiences:
        known = ", ".join(facts.template.audiences)
        raise ExportError(f'There is no audience "{audience}". Choose one of: {known}.')
    stops = [one for one in facts.findings if one.severity is Severity.MUST_FIX]
    if stops and not draft:
        first = "; ".join(one.message.rstrip(".") for one in stops[:_TOLD])
        more = f"; and {len(stops) - _TOLD} more" if len(stops) > _TOLD else ""
        raise BlockedError(
            f"Not exported. {first}{more}. Answer them, or add --draft to export a marked draft."
        )


def _revision_id(facts: Facts, audience: str, paper: str, kind: str) -> str:
    """Return an id made from the content, so that the same input gives the same bytes."""
    told = sorted((path, repr(value)) for path, value in facts.answers.items())
    text = repr((facts.template.id, facts.template.version, audience, paper, kind, told))
    return f"r-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _letterhead(path: Path | None, kind: str) -> bytes | None:
    if path is None:
        return None
    if kind != "docx":
        raise ExportError("A letterhead is for Word files. Leave it out, or export a .docx file.")
    try:
        return path.read_bytes()
    except OSError as error:
        raise ExportError(
            f'The letterhead "{path.name}" cannot be read. Check its name and place.'
        ) from error


def verify(made: Made, kind: str) -> None:
    """Open a finished file from its bytes and refuse one that is not whole."""
    if kind == "pdf":
        import pypdfium2  # noqa: PLC0415 - only exports need it

        document = pypdfium2.PdfDocument(made.data)
        count = len(document)
        document.close()
        if count != made.page_count:
            raise ExportError(f"The PDF has {count} pages instead of {made.page_count}. Try again.")
        return
    with zipfile.ZipFile(io.BytesIO(made.data)) as package:
        if package.testzip() is not None or "word/document.xml" not in package.namelist():
            raise ExportError("The Word file came out damaged and was not written. Try again.")


def put_in_place(data: bytes, out: Path) -> None:
    """Write bytes beside the target and put them in its place whole.

    Raises:
        ExportError: The folder or disk does not take the file; what stood there stays.
    """
    try:
        handle, name = mkstemp(prefix=f".{out.name[:40]}.", suffix=".part", dir=out.parent)
    except OSError as error:
        raise ExportError(_refused(out, error)) from error
    part = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(out)
    except OSError as error:
        raise ExportError(_refused(out, error)) from error
    finally:
        part.unlink(missing_ok=True)


def _refused(out: Path, error: OSError) -> str:
    reason = error.strerror or str(error)
    return f'"{out.name}" could not be written to {out.parent} ({reason}). Choose another place.'


def _remember(file: Path, revision: Revision) -> bool:
    """Keep what was sent out in the proposal; a proposal that may only be read still exports."""
    try:
        with ProposalFile.open(file) as proposal:
            last = proposal.log[-1].id if proposal.log else 0
            proposal.add_revision(replace(revision, batch=last))
    except (LockedError, ReadOnlyError):
        return False
    return True
