"""Makes the bytes of a document: layout, pictures, page numbers; runs in a worker process."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from roadmapper import paths
from roadmapper.document.style import Paper, Style
from roadmapper.document.tree import Document

Progress = Callable[[float, str], None]

LAYOUT_BY_WORD_PROCESSOR = "LibreOffice's layout of this file"
LAYOUT_BY_PDF = "our own layout of the same text"
LAYOUT_WITHOUT_LETTERHEAD = (
    "our own layout, which does not know your letterhead; press Ctrl+A and F9 in Word to count anew"
)
_OFFICE_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Order:
    """What a worker needs to make a file; every part can travel to another process."""

    document: Document
    style: Style
    paper: Paper
    kind: str
    letterhead: bytes | None = None
    fonts: Path = field(default_factory=paths.fonts)


@dataclass(frozen=True, slots=True)
class Made:
    """A finished file, and where its page numbers come from."""

    data: bytes
    page_count: int
    page_source: str


def make(order: Order, progress: Progress) -> Made:
    """Return the file an order asks for."""
    return _pdf(order, progress) if order.kind == "pdf" else _word(order, progress)


def _pdf(order: Order, progress: Progress) -> Made:
    from roadmapper.pdf.write import write  # noqa: PLC0415 - reportlab loads late

    layout = write(
        order.document,
        order.style,
        order.paper,
        fonts=order.fonts,
        progress=lambda part: progress(part, "Laying out pages"),
    )
    return Made(layout.data, layout.page_count, LAYOUT_BY_PDF)


def _word(order: Order, progress: Progress) -> Made:
    from roadmapper.pdf.write import paginate  # noqa: PLC0415 - reportlab loads late
    from roadmapper.pictures import pictures  # noqa: PLC0415 - reportlab and python-docx load late
    from roadmapper.word.write import write  # noqa: PLC0415 - python-docx loads late

    progress(0.05, "Counting pages")
    layout = paginate(order.document, order.style, order.paper, fonts=order.fonts)
    progress(0.3, "Drawing pictures")
    drawn = pictures(order.document, order.style, order.paper, order.fonts)
    progress(0.5, "Writing the Word file")
    data = write(
        order.document,
        order.style,
        order.paper,
        fonts=order.fonts,
        pages=layout.pages,
        page_count=layout.page_count,
        pictures=drawn,
        letterhead=order.letterhead,
    )
    source = LAYOUT_BY_PDF if order.letterhead is None else LAYOUT_WITHOUT_LETTERHEAD
    return Made(data, layout.page_count, source)


def with_office_pages(made: Made, progress: Progress) -> Made:
    """Return a Word file with the page numbers of LibreOffice's layout, where LibreOffice is found.

    Not for the worker: LibreOffice is a process of its own and is ended with the caller.
    """
    from roadmapper.word.libreoffice import page_numbers  # noqa: PLC0415 - pikepdf loads late
    from roadmapper.word.write import patch_pages  # noqa: PLC0415 - python-docx loads late

    progress(0.7, "Reading page numbers")
    found = page_numbers(made.data, _OFFICE_SECONDS, lambda: progress(0.7, "Reading page numbers"))
    if found is None:
        return made
    pages, count = found
    return Made(patch_pages(made.data, pages, count), count, LAYOUT_BY_WORD_PROCESSOR)


def anchors_of(made: Made, kind: str) -> Mapping[str, str]:
    """Return which answer each bookmark of a made file is; only Word files have any."""
    if kind != "docx":
        return {}
    from roadmapper.word.anchors import read_anchors  # noqa: PLC0415 - lxml loads late

    return read_anchors(made.data)
