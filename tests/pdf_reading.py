"""Reads PDF files back for the tests."""

import io
from collections import Counter
from typing import Any

import pikepdf
import pypdfium2


def pages_of(data: bytes) -> list[str]:
    """Return the text of each page, spaces and line breaks as single spaces."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def text_of(data: bytes) -> str:
    """Return all text without any space."""
    return "".join("".join(page.split()) for page in pages_of(data))


def opened(data: bytes) -> Any:  # pikepdf's objects have no static types
    """Return the file as objects."""
    return pikepdf.open(io.BytesIO(data))


def roles_of(pdf: Any) -> Counter[str]:
    """Return how often each role stands in the structure tree."""
    return Counter(str(node.S)[1:] for node in nodes_of(pdf))


def nodes_of(pdf: Any) -> list[Any]:
    """Return the elements of the structure tree in reading order."""
    found: list[Any] = []
    waiting = [pdf.Root.StructTreeRoot.K]
    while waiting:
        one = waiting.pop()
        if isinstance(one, pikepdf.Array):
            waiting += reversed(list(one))
        elif isinstance(one, pikepdf.Dictionary) and "/S" in one:
            found.append(one)
            waiting.append(one.get("/K", pikepdf.Array()))
    return found
