"""The page numbers we predict are those LibreOffice counts in the same Word file."""

import shutil
from datetime import UTC, datetime

import pytest

from roadmapper import paths
from roadmapper.document.compose import Edition, compose
from roadmapper.document.style import load_style
from roadmapper.document.tree import Document
from roadmapper.gather import gather
from roadmapper.pdf.write import paginate
from roadmapper.pdf.write import write as write_pdf
from roadmapper.pictures import pictures
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.answers_file import read_answers
from roadmapper.template.load import load_template
from roadmapper.word.libreoffice import page_numbers
from roadmapper.word.write import write

_LEAST = 0.9  # of the contents entries
_BODY = range(24, 41)  # pages before the annexes
_SIZE = 1_000_000  # bytes


def _sample(name: str) -> Document:
    template = load_template(paths.templates() / "partnership")
    folder = paths.templates() / "samples" / name
    answers = {
        field: answer
        for file in sorted(folder.glob("*.toml"))
        if file.name != "sample.toml"
        for field, answer in read_answers(file, template).items()
    }
    edition = Edition("full", datetime(2027, 5, 3, tzinfo=UTC), "r-1")
    return compose(gather(template, Answers(answers)), edition)


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("name", ["fernhollow", "larkmere"])
def test_the_body_of_a_sample_has_twenty_four_to_forty_pages(name: str, paper: str) -> None:
    style = load_style(paths.templates() / "partnership" / "style.toml")
    document, sheet, fonts = _sample(name), style.papers[paper], paths.fonts()

    as_pdf = write_pdf(document, style, sheet, fonts=fonts)
    as_word = paginate(document, style, sheet, fonts=fonts)

    first = next(chapter.key for chapter in document.chapters if chapter.annex)
    assert [one.pages[first] - 1 in _BODY for one in (as_pdf, as_word)] == [True, True]


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")
@pytest.mark.parametrize(("name", "paper"), [("fernhollow", "letter"), ("larkmere", "a4")])
def test_the_contents_of_a_sample_name_the_pages_that_libreoffice_counts(
    name: str, paper: str
) -> None:
    document = _sample(name)
    style = load_style(paths.templates() / "partnership" / "style.toml")
    sheet = style.papers[paper]
    layout = paginate(document, style, sheet, fonts=paths.fonts())
    data = write(
        document,
        style,
        sheet,
        fonts=paths.fonts(),
        pages=layout.pages,
        page_count=layout.page_count,
        pictures=pictures(document, style, sheet, paths.fonts()),
    )

    counted = page_numbers(data, timeout=60)

    assert counted is not None
    keys = [chapter.key for chapter in document.chapters]
    agreeing = sum(layout.pages[key] == counted[0][key] for key in keys)
    assert agreeing >= _LEAST * len(keys)
    assert counted[0]["detail"] - 1 in _BODY
    assert len(data) <= _SIZE
