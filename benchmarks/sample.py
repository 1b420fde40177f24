"""The documents that are measured: the Fernhollow sample whole, and its first 30 pages."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from benchmarks.content import Part, flat
from roadmapper import paths
from roadmapper.document.compose import Edition, compose
from roadmapper.document.geometry import chart_scene
from roadmapper.document.scene import Scene
from roadmapper.document.style import Paper, Style, load_style
from roadmapper.document.svg import svg
from roadmapper.document.tree import Chart, Document, walk
from roadmapper.gather import gather
from roadmapper.pdf.draw import picture
from roadmapper.pdf.write import paginate
from roadmapper.pictures import pictures
from roadmapper.proposal.answers import Answers
from roadmapper.samples import find_sample, sample_answers, sample_template
from roadmapper.template.model import Template
from roadmapper.word.chart import NATIVE_KINDS
from roadmapper.word.draft import Picture

SAMPLE = "fernhollow"
SHORT_PAGES = 30
EDITION = Edition("full", datetime(2026, 1, 1, tzinfo=UTC), "r-benchmark")


@dataclass(frozen=True, slots=True)
class Sample:
    """One document with everything that stands ready before the clock starts."""

    name: str
    document: Document
    style: Style
    paper: Paper
    numbers: Mapping[str, int]
    page_count: int
    pictures: Mapping[str, Picture]
    parts: tuple[Part, ...]


def answered() -> tuple[Template, Answers]:
    """Return the template and the answers of the sample."""
    sample = find_sample(SAMPLE)
    template = sample_template(sample)
    return template, sample_answers(sample, template, lambda: EDITION.now)


def composed() -> tuple[Document, Style]:
    """Return the sample's document and look."""
    template, answers = answered()
    style = load_style(template.folder / "style.toml")
    return compose(gather(template, answers), EDITION), style


def samples() -> tuple[Sample, Sample]:
    """Return the first 30 pages of the document, and all of it."""
    document, style = composed()
    whole = _sample("whole", document, style)
    kept = [
        chapter
        for chapter, after in zip(document.chapters, document.chapters[1:], strict=False)
        if whole.numbers[after.key] <= SHORT_PAGES + 1
    ]
    return _sample("30 pages", replace(document, chapters=tuple(kept)), style), whole


def _sample(name: str, document: Document, style: Style) -> Sample:
    paper = style.papers["letter"]
    layout = paginate(document, style, paper, fonts=paths.fonts())
    pictures = dict(_pictures(document, style, paper))
    return Sample(
        name=name,
        document=document,
        style=style,
        paper=paper,
        numbers=layout.pages,
        page_count=layout.page_count,
        pictures=pictures,
        parts=flat(document, pictures),
    )


def _pictures(document: Document, style: Style, paper: Paper) -> Iterator[tuple[str, Picture]]:
    """Yield what the Word file needs drawn, and for its peers the charts it has native."""
    yield from pictures(document, style, paper, paths.fonts()).items()
    room = paper.width - style.margins.left - style.margins.right
    for chapter in document.chapters:
        for block in walk(chapter.blocks):
            if isinstance(block, Chart) and block.kind in NATIVE_KINDS:
                yield block.key, _drawn(chart_scene(block, room, style), style)


def _drawn(scene: Scene, style: Style) -> Picture:
    png = picture(scene, style, paths.fonts())
    return Picture(png, svg(scene, style), scene.width, scene.height)
