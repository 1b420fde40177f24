"""The benchmarks compare like with like."""

import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from benchmarks import by_hand, ours, with_docx, with_html, with_typst
from benchmarks.content import Image, Tally, tally, texts
from benchmarks.contestants import CONTESTANTS
from benchmarks.sample import Sample, samples


@pytest.fixture(scope="module")
def sample() -> Sample:
    return samples()[0]


def counted(docx: bytes) -> Tally:
    body = Document(BytesIO(docx)).element.body
    styles = body.xpath(".//w:pStyle/@w:val")
    headings = sum(style.startswith("Heading") for style in styles)
    words = sum(len(_text(one).split()) for one in body.iter(qn("w:p")))
    return Tally(headings, len(list(body.iter(qn("w:tbl")))), words)


def _text(paragraph: Any) -> str:
    return "".join(one.text or "\n" for one in paragraph.iter(qn("w:t"), qn("w:br")))


class _Page(HTMLParser):
    """Counts what a page of HTML holds."""

    def __init__(self) -> None:
        super().__init__()
        self.headings = self.tables = self.words = 0
        self.outside = True

    def handle_starttag(self, tag: str, _attrs: list[tuple[str, str | None]]) -> None:
        self.headings += re.fullmatch("h[1-6]", tag) is not None
        self.tables += tag == "table"
        self.outside = tag in {"style", "title"}

    def handle_data(self, data: str) -> None:
        self.words += 0 if self.outside else len(data.split())


def test_the_short_sample_is_close_to_thirty_pages(sample: Sample) -> None:
    assert 25 <= sample.page_count <= 30


def test_word_peers_write_the_same_headings_tables_and_words(sample: Sample) -> None:
    wanted = tally(sample.parts)
    assert counted(with_docx.naive(sample)()) == wanted
    assert counted(by_hand.strings(sample)()) == wanted


def test_docxtpl_writes_the_same_headings_tables_and_words(sample: Sample) -> None:
    pytest.importorskip("docxtpl")
    assert counted(with_docx.templated(sample)()) == tally(sample.parts)


def test_pdf_peers_are_given_the_same_headings_tables_and_words(sample: Sample) -> None:
    wanted = tally(sample.parts)
    page = _Page()
    page.feed(with_html.page(sample.parts))
    assert Tally(page.headings, page.tables, page.words) == wanted
    source = with_typst.source(sample.parts)
    assert source.count("#heading(") == wanted.headings
    assert source.count("#table(") == wanted.tables


def test_our_word_file_holds_every_word_that_the_peers_write(sample: Sample) -> None:
    package = zipfile.ZipFile(BytesIO(ours.word(sample)()))
    names = [name for name in package.namelist() if name.endswith(".xml")]
    held = " ".join(_letters(package.read(name).decode()) for name in names)
    missing = [word for text in texts(sample.parts) for word in text.split() if word not in held]
    assert missing == []


def test_everybody_draws_the_same_pictures(sample: Sample) -> None:
    images = [part for part in sample.parts if isinstance(part, Image)]
    assert images
    assert all(image.png.startswith(b"\x89PNG") for image in images)


def test_names_of_contestants_are_given_once() -> None:
    names = [(one.group, one.name) for one in CONTESTANTS]
    assert len(set(names)) == len(names)


def _letters(xml: str) -> str:
    return (
        re.sub("<[^>]*>", "", xml).replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">")
    )
