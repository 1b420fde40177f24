"""Roadmapper's own steps, as contestants."""

import itertools

from benchmarks.contestant import Run
from benchmarks.sample import EDITION, Sample, answered
from roadmapper import paths
from roadmapper.document import compose as composing
from roadmapper.document.style import load_style
from roadmapper.gather import gather
from roadmapper.pdf import write as printing
from roadmapper.proposal.answers import Answers
from roadmapper.word import write as writing

_TYPED = "deal.promise"


def compose(_sample: Sample) -> Run:
    """Facts from answers, and the document from facts; always all of it."""
    template, answers = answered()

    def run() -> bytes:
        return composing.compose(gather(template, answers), EDITION).running_head.encode()

    return run


def changed(_sample: Sample) -> Run:
    """What a preview needs after a keystroke: one answer differs, and all of it becomes a PDF."""
    template, answers = answered()
    style = load_style(template.folder / "style.toml")
    keystrokes = itertools.count()

    def run() -> bytes:
        text = f"{answers.text(_TYPED)} {next(keystrokes)}"
        document = composing.compose(gather(template, Answers({**answers, _TYPED: text})), EDITION)
        return printing.write(document, style, style.papers["letter"], fonts=paths.fonts()).data

    return run


def word(sample: Sample) -> Run:
    """The Word file, with pictures and page numbers at hand as for every contestant."""

    def run() -> bytes:
        return writing.write(
            sample.document,
            sample.style,
            sample.paper,
            fonts=paths.fonts(),
            pages=sample.numbers,
            page_count=sample.page_count,
            pictures=sample.pictures,
        )

    return run


def numbers(sample: Sample) -> Run:
    """The layout that gives a Word file its first page numbers."""

    def run() -> bytes:
        layout = printing.paginate(sample.document, sample.style, sample.paper, fonts=paths.fonts())
        return str(layout.page_count).encode()

    return run


def pdf(sample: Sample) -> Run:
    """The PDF: tagged, with links, outline and vector charts."""

    def run() -> bytes:
        layout = printing.write(sample.document, sample.style, sample.paper, fonts=paths.fonts())
        return layout.data

    return run
