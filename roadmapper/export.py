"""Going out: facts, compose, write, gate, put in place, remember."""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from pathlib import Path

from roadmapper.checks.subjects import CHECK as WRONG_SUBJECT
from roadmapper.document.compose import Edition, compose
from roadmapper.document.style import Paper, Style
from roadmapper.document.tree import Document
from roadmapper.errors import BlockedError, ExportError, FileError
from roadmapper.gate.needles import without_secrets
from roadmapper.gather import gather, style_of, told
from roadmapper.gating import Secrets, pass_gate, secrets_of
from roadmapper.known_names import others_of
from roadmapper.make import Made, Order, anchors_of, with_office_pages
from roadmapper.placing import put_in_place
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.disclosure import NDA
from roadmapper.proposal.facts import Facts, Finding, Severity
from roadmapper.proposal.naming import Others
from roadmapper.proposal.printed import accent as chosen_accent
from roadmapper.proposal.renaming import renamed
from roadmapper.recorded import edition_of, made_of
from roadmapper.store.file import ProposalFile
from roadmapper.store.revisions import Revision, RevisionNote
from roadmapper.template.model import Template
from roadmapper.templates import template_named
from roadmapper.worker import made_apart

FORMATS = ("docx", "pdf")
Progress = Callable[[float, str], None]
Keep = Callable[[Revision], None]
"""What stores a revision in the proposal."""

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
    annexes: bool | None = None,
    accent: str = "",
    under_nda: str = "",
    allow: Iterable[str] = (),
    now: datetime,
    progress: Progress,
    keep: Keep | None = None,
) -> Exported:
    """Write a proposal as Word or PDF, by the ending of `out`, and remember what was sent out.

    Annexes, accent and what is printed of sources under NDA are those kept in the proposal, unless
    they are given. Names of other proposals stop it, but those the proposal allows and those in
    `allow`.

    A document is dated by the last change of its proposal, so exporting again gives the same bytes.
    Who has the file open for changes gives `keep`, such as `ProposalFile.add_revision`; without it
    the file is opened once more to store the revision.

    Raises:
        BlockedError: Findings that must be fixed are open, and this is no draft.
        ExportError: The document could not be made or put in place; nothing was written.
    """
    kind = _format(out)
    progress(0.0, "Reading the proposal")
    template, answers, (last, changed) = _read(file, under_nda)
    asked = answers.changed(renamed(template, answers))
    others = others_of(file, template, asked, allow)
    facts = gather(template, asked, others)
    look = style, _sheet = _look(facts, paper, accent, chosen_accent(answers))
    _stop(facts, audience, draft=draft)
    letters = _letterhead(letterhead, kind)
    edition = replace(edition_of(template, asked, audience, changed), draft=draft)
    edition = edition if annexes is None else replace(edition, annexes=annexes)
    order = _order(facts, edition, kind, look, letters)
    secrets = partial(_secrets, template, asked, edition, others, (file.parent, out.parent))
    made = _put_out(order, secrets, out, progress)
    how = (kind, audience, paper, template.version, sha256(made.data).hexdigest(), len(made.data))
    name = order.document.properties.revision
    note = RevisionNote(name, now, last, out.name, *how, made_of(edition, style, letters))
    revision = Revision(note, answers, anchors_of(made, kind), made.data)
    remembered = _remember(revision, keep or partial(_keep_in, file))
    return Exported(out, made.page_count, facts.findings, made.page_source, remembered)


def _read(file: Path, under_nda: str) -> tuple[Template, Answers, tuple[int, datetime]]:
    """Return template and answers of a proposal, and which change was its last and when."""
    with ProposalFile.open(file, write=False) as proposal:
        template = template_named(proposal.meta.template)
        answers, last = proposal.answers, proposal.last_change
    return template, Answers({**answers, NDA: under_nda}) if under_nda else answers, last


def _format(out: Path) -> str:
    """Return what the name of a file asks for, before anything long begins."""
    kind = out.suffix.lower().removeprefix(".")
    if kind not in FORMATS:
        raise ExportError(
            f'"{out.name}" ends in neither .docx nor .pdf. Name the file with one of them.'
        )
    if not out.parent.is_dir():
        raise ExportError(
            f'There is no folder "{out.parent}". Make it first, or choose another place.'
        )
    return kind


def _composed(facts: Facts, edition: Edition) -> Document:
    document = compose(facts, edition)
    if not document.chapters:
        raise BlockedError(
            "Nothing is answered yet, so there is nothing to export. Answer a few questions first."
        )
    return document


def _order(
    facts: Facts, edition: Edition, kind: str, look: tuple[Style, Paper], letterhead: bytes | None
) -> Order:
    """Return the document to be made; its properties name the revision it is."""
    order = Order(_composed(facts, edition), *look, kind, letterhead)
    told = replace(order.document.properties, revision=_revision_id(facts, order, edition))
    return replace(order, document=replace(order.document, properties=told))


def _secrets(
    template: Template,
    answers: Answers,
    edition: Edition,
    others: Others,
    folders: tuple[Path, Path],
) -> Secrets:
    """Return what the finished file must not say."""
    public = compose(told(template, without_secrets(template, answers)), edition)
    return secrets_of(template, answers, public, others=others, folders=folders)


def _put_out(order: Order, secrets: Callable[[], Secrets], out: Path, progress: Progress) -> Made:
    """Make the file in another process, let it pass the gate, and put it in its place."""
    with ThreadPoolExecutor(1) as beside:
        waited_for = beside.submit(secrets)
        made = made_apart(order, progress)
        made = with_office_pages(made, progress) if order.kind == "docx" else made
    progress(0.9, "Reading the finished file")
    pass_gate(made.data, out.name, order.document, waited_for.result())
    progress(1.0, "Putting the file in its place")
    put_in_place(made.data, out)
    return made


def _look(facts: Facts, paper: str, accent: str, chosen: str) -> tuple[Style, Paper]:
    """Return the style in an accent, else in the one the proposal chose, and the paper."""
    style = style_of(facts.template)
    if paper not in style.papers:
        raise ExportError(f'There is no paper "{paper}". Choose one of: {", ".join(style.papers)}.')
    if accent and accent not in style.accents:
        known = ", ".join(style.accents)
        raise ExportError(f'There is no accent "{accent}". Choose one of: {known}.')
    return style.in_accent(accent or chosen), style.papers[paper]


def _stop(facts: Facts, audience: str, *, draft: bool) -> None:
    if audience not in facts.template.audiences:
        known = ", ".join(facts.template.audiences)
        raise ExportError(f'There is no audience "{audience}". Choose one of: {known}.')
    foreign = [one for one in facts.findings if one.check == WRONG_SUBJECT]
    if foreign:
        more = f" And {len(foreign) - 1} more." if len(foreign) > 1 else ""
        raise BlockedError(
            f"Not exported. {foreign[0].message}{more} "
            "Change it, or allow it here: with --allow and the name, or on the page for export."
        )
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
        edition.chapters,
        edition.labels,
        order.style.colors["accent"],
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


def _remember(revision: Revision, keep: Keep) -> bool:
    """Keep what was sent out in the proposal; the document stands also if that cannot be done."""
    try:
        keep(revision)
    except FileError:
        return False
    return True


def _keep_in(file: Path, revision: Revision) -> None:
    with ProposalFile.open(file) as proposal:
        proposal.add_revision(revision)
