"""The gate: opens a finished file from its bytes and says what stands in the way of sending it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from roadmapper.document.tree import Chart, Document, Timeline, walk
from roadmapper.errors import ExportError
from roadmapper.gate.compare import Fault, compare
from roadmapper.gate.needles import Needle, Public
from roadmapper.gate.pdf_read import read_pdf
from roadmapper.gate.reading import Kind, Reading
from roadmapper.gate.said import images_of, lines_of, notes_of, parts_of
from roadmapper.gate.search import Told, mentions, search, texts_of
from roadmapper.gate.word_read import read_word
from roadmapper.proposal.naming import Others

KINDS = {"docx": read_word, "pdf": read_pdf}
"""How a file of each kind is read."""
_SHOWN = 50  # letters of what was found


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was read from a file, in what it is not its document, and what must not stand in it."""

    read: Reading
    faults: tuple[Fault, ...]
    leaks: tuple[Fault, ...]


def judge(
    data: bytes, name: str, document: Document, *, needles: Iterable[Needle], others: Others
) -> Verdict:
    """Read a finished file, compare it with its document and search every byte of it.

    `name` is the one it will have, whose ending says of which kind it is; `others` are the names
    of other proposals.

    Raises:
        ExportError: It cannot be read.
    """
    read = KINDS[name.rpartition(".")[2].lower()](data)
    texts = list(texts_of(data, name, read))
    found = (
        Fault(text.where, f'{one.what} would stand there: "{_cut(one.text)}"')
        for one, text in search(texts, needles)
    )
    leaks = (*found, *foreign(texts, others))
    return Verdict(read, tuple(compare(document, read)), leaks)


def foreign(texts: Sequence[Told], others: Others) -> tuple[Fault, ...]:
    """Return which names of other proposals stand in these texts."""
    return tuple(
        Fault(
            text.where,
            f'"{one.words}" would stand there, the {one.name.sort} of "{one.name.owner}"',
        )
        for one, text in mentions(texts, others)
    )


def public_words(document: Document) -> Public:
    """Return all that a document says, of which nothing can be a secret."""
    told = document.properties
    texts = [told.title, told.subject, told.organization, document.running_head, document.foot]
    texts += [text for _, text in told.carried]
    passages = [passage for part in parts_of(document) for passage in part.passages]
    texts += [one.text for one in passages]
    texts += [one.text for kind in Kind for one in passages if one.kind is kind]
    texts += ["".join(getattr(one, "text", "") for one in line) for line in lines_of(document)]
    texts += [*images_of(document), *notes_of(document)]
    for chapter in document.chapters:
        for block in walk(chapter.blocks):
            if isinstance(block, Chart):
                texts += [*block.categories, *(one.name for one in block.series)]
                texts += [label for one in block.series for label in one.labels]
                texts += [
                    f"{value:f}"
                    for one in block.series
                    for value in one.values
                    if value is not None
                ]
            elif isinstance(block, Timeline):
                texts += [bar.text for lane in block.lanes for bar in lane.bars]
                texts += [*(one.name for one in block.lanes), *(one.name for one in block.gates)]
    return Public(texts)


def refuse(verdict: Verdict) -> None:
    """Stop an export that is not what it should be, and say what and where.

    Raises:
        ExportError: The file is not its document, or something stands in it that must not.
    """
    if verdict.leaks:
        first = verdict.leaks[0]
        more = f" And {len(verdict.leaks) - 1} more." if len(verdict.leaks) > 1 else ""
        raise ExportError(
            f"Not exported, and nothing was written. In {first.where}, {first.what}.{more} "
            "Take it out of what is printed, or allow the name on the page for export if it "
            "belongs to another proposal; then export again."
        )
    if verdict.faults:
        first = verdict.faults[0]
        more = f" And {len(verdict.faults) - 1} more." if len(verdict.faults) > 1 else ""
        raise ExportError(
            "Not exported, and nothing was written: the finished file is not what your proposal "
            f"says. In {first.where}: {first.what}{more} "
            "Export again; if it stays, send us the file."
        )


def _cut(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
