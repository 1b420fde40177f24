"""Whatever is emptied: every link leads to its heading, and every printed page is the right one."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import pytest
from lxml import etree

from roadmapper import paths
from roadmapper.document.compose import Edition, compose
from roadmapper.document.tree import Document, Heading, Link, walk
from roadmapper.gather import told
from roadmapper.pdf.write import paginate, write
from roadmapper.proposal.answers import Answers
from roadmapper.word.draft import bookmark_name
from tests.composed import NOW, sample, template
from tests.pdf_reading import opened, pages_of
from tests.word.made import W, docx, parts, sheet

_CHAPTERS = ("summary", "solution", "continuity", "matrix", "detail")
_SECTIONS = ("deal", "system", "solution", "continuity", "review", "_evidence")
_EMPTIED = ("", "solution.summary", "continuity.offline_hours", "solution.evidence", "continuity")
"""A paragraph, a number a headline rests on, a table, a whole chapter."""


@cache
def _document(emptied: str) -> Document:
    kept = {
        path: value
        for path, value in sample("fernhollow").items()
        if path.startswith(_SECTIONS) and not (emptied and path.startswith(emptied))
    }
    edition = Edition("full", NOW, "r1", chapters=_CHAPTERS)
    return compose(told(template(), Answers(kept)), edition)


def _links(node: object) -> Iterator[Link]:
    if isinstance(node, Link):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from _links(one)
    elif is_dataclass(node):
        for field in fields(node):
            yield from _links(getattr(node, field.name))


def _titles(document: Document) -> dict[str, str]:
    """Return what stands at each key that is a chapter or a heading."""
    found = {one.key: one.title for one in document.chapters}
    for chapter in document.chapters:
        found |= {one.key: one.text for one in walk(chapter.blocks) if isinstance(one, Heading)}
    return found


@pytest.mark.parametrize("emptied", _EMPTIED)
def test_the_matrix_leads_to_chapters_that_are_there(emptied: str) -> None:
    document = _document(emptied)
    titles = {f"#{one.key}": one.name for one in document.chapters}

    found = [one for one in _links(document.chapters) if one.target in titles]

    assert found
    assert [titles[one.target] for one in found] == [one.text for one in found]
    assert ("continuity" in _titles(document)) is (emptied != "continuity")


@pytest.mark.parametrize("emptied", _EMPTIED)
def test_links_and_pages_of_a_pdf_are_right(emptied: str) -> None:
    document = _document(emptied)
    style = sheet()

    layout = write(document, style, style.papers["letter"], fonts=paths.fonts())
    pages, titles = pages_of(layout.data), _titles(document)

    for key, title in titles.items():
        assert title in pages[layout.pages[key] - 1], key
    for chapter in document.chapters:
        assert re.search(
            rf"{re.escape(chapter.title)} .*?\b{layout.pages[chapter.key]}\b", pages[1]
        )
    tops = _tops(opened(layout.data))
    assert tops
    assert tops <= set(layout.pages.values())


def _tops(pdf: Any) -> set[int]:  # pikepdf's objects have no static types
    """Return the pages that links lead to."""
    numbers = {page.objgen: at for at, page in enumerate(pdf.pages, 1)}
    links = [one for page in pdf.pages for one in page.get("/Annots", ())]
    return {numbers[one.Dest[0].objgen] for one in links if "/Dest" in one}


@pytest.mark.parametrize("emptied", _EMPTIED)
def test_links_and_pages_of_a_word_file_are_right(emptied: str) -> None:
    document = _document(emptied)
    style = sheet()
    pages = paginate(document, style, style.papers["letter"], fonts=paths.fonts()).pages
    body = etree.fromstring(parts(docx(document, pages=pages))["word/document.xml"])
    marks = {one.get(f"{W}name"): one.getparent() for one in body.iter(f"{W}bookmarkStart")}
    titles, names = _titles(document), {bookmark_name(key): key for key in pages}

    for link in body.iter(f"{W}hyperlink"):
        anchor = link.get(f"{W}anchor")
        assert anchor is None or anchor in marks
    for key, title in titles.items():
        assert title in _text(marks[bookmark_name(key)])
    shown = list(_page_fields(body))
    assert {name for name, _ in shown} <= set(names)
    assert [(name, number) for name, number in shown if number != str(pages[names[name]])] == []


def _page_fields(body: Any) -> Iterator[tuple[str, str]]:  # lxml has no types
    """Yield the bookmark that each page number refers to, and the number shown."""
    texts = list(body.iter(f"{W}instrText", f"{W}t"))
    for place, one in enumerate(texts):
        found = re.search(r"PAGEREF (\S+)", one.text or "")
        if found and one.tag == f"{W}instrText":
            yield found[1], texts[place + 1].text


def _text(paragraph: Any) -> str:  # lxml has no types
    return "".join(one.text or "" for one in paragraph.iter(f"{W}t"))
