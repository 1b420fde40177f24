"""Finished files for the tests of the gate, made once, and ways to change what is in them."""

import zipfile
from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf

from roadmapper import paths
from roadmapper.document.style import load_style
from roadmapper.document.tree import Document
from roadmapper.gate.pdf_read import read_pdf
from roadmapper.gate.reading import Reading
from roadmapper.gate.word_read import read_word
from roadmapper.make import Order, make

STYLE = load_style(paths.templates() / "partnership" / "style.toml")
READ: dict[str, Callable[[bytes], Reading]] = {"docx": read_word, "pdf": read_pdf}


@cache
def made(document: Document, kind: str) -> bytes:
    """Return the file of a document."""
    order = Order(document, STYLE, STYLE.papers["letter"], kind)
    return make(order, lambda _part, _text: None).data


def reading(document: Document, kind: str) -> Reading:
    """Return what the file of a document says."""
    return READ[kind](made(document, kind))


def with_part(data: bytes, name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return a Word file, or a workbook, with one part changed; a new one begins empty."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(held, "w") as target:
        names = source.namelist()
        for one in names:
            content = source.read(one)
            target.writestr(one, change(content) if one == name else content)
        if name not in names:
            target.writestr(name, change(b""))
    return held.getvalue()


def with_pdf(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Return a PDF with something changed in it."""
    held = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(held)
    return held.getvalue()
