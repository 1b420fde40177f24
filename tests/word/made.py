"""Word files for the tests, and ways to look into them."""

import re
import zipfile
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from typing import Any

from lxml import etree

from roadmapper import paths
from roadmapper.document.style import Style, load_style
from roadmapper.document.tree import Chart, Document, Timeline, walk
from roadmapper.word.figures import pill_key
from roadmapper.word.write import Picture, write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c636060606000000005000151e37a6d"
    "0000000049454e44ae426082"
)
_SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>'


@cache
def sheet() -> Style:
    """Return the style sheet of the partnership template."""
    return load_style(paths.templates() / "partnership" / "style.toml")


def docx(
    document: Document,
    *,
    pages: Mapping[str, int] | None = None,
    letterhead: bytes | None = None,
) -> bytes:
    """Return the document as a Word file on US Letter, with stand-ins for its drawings."""
    style = sheet()
    paper = style.papers["letter"]
    return write(
        document,
        style,
        paper,
        fonts=paths.fonts(),
        pages=pages or {},
        page_count=9,
        pictures=_pictures(document, paper.width, paper.height),
        letterhead=letterhead,
    )


def parts(data: bytes) -> dict[str, bytes]:
    """Return every part of a Word file by name."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


# Any: lxml has no types.
def part(data: bytes, name: str = "word/document.xml") -> Any:
    """Return the root of one part."""
    return etree.fromstring(parts(data)[name])


def words(element: Any) -> str:
    """Return the text of an element, line breaks as newlines."""
    shown = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        one.text or "" if one.tag == f"{W}t" else shown.get(one.tag, "") for one in element.iter()
    )


def paragraphs(root: Any) -> list[str]:
    """Return the text of every paragraph."""
    return [words(one) for one in root.iter(f"{W}p")]


def styles_worn(root: Any) -> set[str]:
    """Return the ids of all styles that the text wears."""
    tags = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
    return {str(one.get(f"{W}val")) for one in root.iter(*tags)}


def bookmarked(root: Any) -> dict[str, str]:
    """Return the text inside each bookmark by its name."""
    found: dict[str, str] = {}
    for start in root.iter(f"{W}bookmarkStart"):
        held, one = "", start.getnext()
        while one is not None and one.get(f"{W}id") != start.get(f"{W}id"):
            held += words(one)
            one = one.getnext()
        found[str(start.get(f"{W}name"))] = held
    return found


def _pictures(document: Document, width: float, height: float) -> dict[str, Picture]:
    drawn = {"cover": Picture(_PNG, _SVG, width, height * 0.6)}
    for chapter in document.chapters:
        drawn |= {pill_key(badge): Picture(_PNG, _SVG, 80, 20) for badge in chapter.badges}
        for block in walk(chapter.blocks):
            if isinstance(block, Chart | Timeline):
                drawn[block.key] = Picture(_PNG, _SVG, 300, 200)
    return drawn


def replaced(data: bytes, name: str, pattern: str, text: str) -> bytes:
    """Return the file with one part changed."""
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as target:
        for one, content in parts(data).items():
            changed = re.sub(pattern.encode(), text.encode(), content) if one == name else content
            target.writestr(one, changed)
    return held.getvalue()
