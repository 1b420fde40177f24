"""Makes the bytes of a document: layout, pictures, page numbers; runs in a worker process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from roadmapper import paths
from roadmapper.document.art import pill_scene
from roadmapper.document.geometry import chart_scene, cover_scene, timeline_scene
from roadmapper.document.scene import Scene
from roadmapper.document.style import Paper, Style
from roadmapper.document.svg import svg
from roadmapper.document.tree import Chart, Document, Timeline, walk
from roadmapper.pdf.draw import picture
from roadmapper.word.chart import NATIVE_KINDS
from roadmapper.word.draft import Picture
from roadmapper.word.figures import pill_key

Progress = Callable[[float, str], None]

LAYOUT_BY_WORD_PROCESSOR = "LibreOffice's layout of this file"
LAYOUT_BY_PDF = "our own layout of the same text"
_OFFICE_SECONDS = 60.0
_TIMELINE_ROOM = 110
"""Points kept free on a landscape page for heading, lead and caption."""


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
    from roadmapper.word.write import write  # noqa: PLC0415 - python-docx loads late

    progress(0.05, "Counting pages")
    layout = paginate(order.document, order.style, order.paper, fonts=order.fonts)
    progress(0.3, "Drawing pictures")
    pictures = dict(pictures_of(order))
    progress(0.5, "Writing the Word file")
    data = write(
        order.document,
        order.style,
        order.paper,
        fonts=order.fonts,
        pages=layout.pages,
        page_count=layout.page_count,
        pictures=pictures,
        letterhead=order.letterhead,
    )
    return Made(data, layout.page_count, LAYOUT_BY_PDF)


def with_office_pages(made: Made, progress: Progress) -> Made:
    """Return a Word file with the page numbers of LibreOffice's layout, where LibreOffice is found.

    Not for the worker: LibreOffice is a process of its own and is ended with the caller.
    """
    from roadmapper.word.libreoffice import page_numbers  # noqa: PLC0415 - pikepdf loads late
    from roadmapper.word.write import patch_pages  # noqa: PLC0415 - python-docx loads late

    progress(0.7, "Reading page numbers")
    found = page_numbers(made.data, _OFFICE_SECONDS)
    if found is None:
        return made
    pages, count = found
    return Made(patch_pages(made.data, pages, count), count, LAYOUT_BY_WORD_PROCESSOR)


def pictures_of(order: Order) -> Iterator[tuple[str, Picture]]:
    """Yield what Word cannot draw itself, by key: the cover, the timeline, some charts."""
    style, paper, margins = order.style, order.paper, order.style.margins
    upright = paper.width - margins.left - margins.right
    sideways = paper.height - margins.left - margins.right
    yield (
        "cover",
        _drawn(cover_scene(order.document.cover, paper.width, paper.height, style), order),
    )
    pills = {pill_key(badge): badge for one in order.document.chapters for badge in one.badges}
    for key, badge in pills.items():
        yield key, _drawn(pill_scene(badge, style), order)
    for chapter in order.document.chapters:
        for block in walk(chapter.blocks):
            match block:
                case Chart() if block.kind not in NATIVE_KINDS:
                    yield block.key, _drawn(chart_scene(block, upright, style), order)
                case Timeline():
                    height = paper.width - margins.top - margins.bottom - _TIMELINE_ROOM
                    scene = timeline_scene(block, sideways, height, style)
                    yield block.key, _drawn(scene, order)
                case _:
                    pass


def _drawn(scene: Scene, order: Order) -> Picture:
    return Picture(
        picture(scene, order.style, order.fonts), svg(scene, order.style), scene.width, scene.height
    )
