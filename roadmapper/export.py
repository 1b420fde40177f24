"""Going out: facts, compose, gate, write, verify, put in place, remember."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from roadmapper import paths
from roadmapper.document.compose import Edition, compose
from roadmapper.document.style import Paper, Style, load_style
from roadmapper.document.tree import Document
from roadmapper.errors import BlockedError, ExportError, FileError
from roadmapper.gather import gather
from roadmapper.make import Made, Order, with_office_pages
from roadmapper.placing import put_in_place
from roadmapper.proposal.facts import Facts, Finding, Severity
from roadmapper.store.file import ProposalFile
from roadmapper.store.revisions import Revision
from roadmapper.template.load import load_template
from roadmapper.worker import made_apart

FORMATS = ("docx", "pdf")
Progress = Callable[[float, str], None]
_LARGEST_LETTERHEAD = 20_000_000  # bytes
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
    annexes: bool,
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
        changed, log = last_change(proposal), proposal.log
        last = log[-1].id if log else 0
    facts = gather(load_template(paths.templates() / template_id), answers)
    style, sheet = _look(facts, paper)
    _gate(facts, audience, draft=draft)
    letters = _letterhead(letterhead, kind)
    edition = Edition(audience, changed, "", draft, annexes)
    document = compose(facts, edition)
    if not document.chapters:
        raise BlockedError(
            "Nothing is answered yet, so there is nothing to export. Answer a few questions first."
        )
    order = Order(document, style, sheet, kind, letters)
    name = _revision_id(facts, order, edition)
    order = replace(order, document=_named(document, name))
    made = made_apart(order, progress)
    if kind == "docx":
        made = with_office_pages(made, progress)
    verify(made, kind)
    progress(1.0, "Putting the file in its place")
    put_in_place(made.data, out)
    remembered = _remember(file, Revision(name, now, last, out.name, answers, {}, made.data))
    return Exported(out, made.page_count, facts.findings, made.page_source, remembered)


def _named(document: Document, revision: str) -> Document:
    return replace(document, properties=replace(document.properties, revision=revision))


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


def _revision_id(facts: Facts, order: Order, edition: Edition) -> str:
    """Return an id made from the content, so that the same input gives the same bytes."""
    told = sorted((path, repr(value)) for path, value in facts.answers.items())
    linked = sorted((path, repr(value)) for path, value in facts.citations.items())
    letterhead = sha256(order.letterhead or b"").hexdigest()
    made = (
        edition.audience,
        edition.draft,
        edition.annexes,
        str(edition.now),
        order.paper.name,
        order.kind,
    )
    text = repr((facts.template.id, facts.template.version, made, letterhead, told, linked))
    return f"r-{sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _letterhead(path: Path | None, kind: str) -> bytes | None:
    if path is None:
        return None
    if kind != "docx":
        raise ExportError("A letterhead is for Word files. Leave it out, or export a .docx file.")
    try:
        if not path.is_file():
            raise ExportError(f'The letterhead "{path.name}" is no file. Check its name and place.')
        with path.open("rb") as file:
            data = file.read(_LARGEST_LETTERHEAD + 1)
    except OSError as error:
        raise ExportError(
            f'The letterhead "{path.name}" cannot be read. Check its name and place.'
        ) from error
    if len(data) > _LARGEST_LETTERHEAD:
        raise ExportError(
            f'The letterhead "{path.name}" is larger than 20 MB. Save it with smaller pictures.'
        )
    return data


def verify(made: Made, kind: str) -> None:
    """Open a finished file from its bytes and refuse one that is not whole."""
    whole = _is_whole_pdf(made) if kind == "pdf" else _is_whole_docx(made.data)
    if not whole:
        raise ExportError("The document came out damaged and was not written. Try again.")


def _is_whole_pdf(made: Made) -> bool:
    import pypdfium2  # noqa: PLC0415 - only exports need it

    try:
        document = pypdfium2.PdfDocument(made.data)
    except pypdfium2.PdfiumError:
        return False
    count = len(document)
    document.close()
    return count == made.page_count


def _is_whole_docx(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return package.testzip() is None and "word/document.xml" in package.namelist()
    except zipfile.BadZipFile:
        return False


def _remember(file: Path, revision: Revision) -> bool:
    """Keep what was sent out in the proposal; the document stands also if that cannot be done."""
    try:
        with ProposalFile.open(file) as proposal:
            proposal.add_revision(revision)
    except FileError:
        return False
    return True
