"""What a card may be at most, and its bytes as text. Nothing here trusts a file."""

import codecs
import re
from pathlib import Path

from roadmapper.errors import CardError

TEXT_LIMIT = 5_000_000
"""The most bytes of a card that is text."""

PDF_LIMIT = 25_000_000
"""The most bytes of a card that is a PDF."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._-]{1,40})["']""")
_READ = {"utf-8", "us-ascii", "ascii", "iso-8859-1", "latin-1", "windows-1252"}


def read_bytes(path: Path) -> bytes:
    """Return the bytes of a file that may be a card.

    Raises:
        CardError: It cannot be read, or is larger than any card.
    """
    try:
        with path.open("rb") as file:
            content = file.read(TEXT_LIMIT + 1)
            if len(content) > TEXT_LIMIT and content.startswith(b"%PDF-"):
                content += file.read(PDF_LIMIT + 1 - len(content))
    except FileNotFoundError:
        raise CardError(f'There is no file "{path}". Check the name.') from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise CardError(f'"{path}" cannot be read ({why}). Name a model card.') from None
    check_size(content)
    return content


def check_size(content: bytes) -> None:
    """Make sure that a card is no larger than a card can be.

    Raises:
        CardError: It is larger, or empty.
    """
    most = PDF_LIMIT if content.startswith(b"%PDF-") else TEXT_LIMIT
    if len(content) > most:
        raise CardError(
            f"The file is larger than {most // 1_000_000} MB, which no model card is. "
            "Choose the card itself."
        )
    if not content.strip():
        raise CardError("The file is empty. Choose another model card.")


def as_text(content: bytes) -> str:
    """Return the text that bytes spell.

    Raises:
        CardError: They spell none, or in a way that is not read here.
    """
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _decoded(content, name)
    declared = _DECLARED.match(content)
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if name not in _READ:
        raise CardError(f'The card says it is written in "{name}". Save it as UTF-8 and try again.')
    return _decoded(content, name)


def _decoded(content: bytes, name: str) -> str:
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        told = name.removesuffix("-sig").upper()
        raise CardError(
            f"The file is not {told} text, or is damaged. Save the card as UTF-8 and try again."
        ) from None
    if "\x00" in text:
        raise CardError("The file is no text. Choose a model card in XML, Markdown, JSON or PDF.")
    return text.removeprefix("\ufeff").replace("\r\n", "\n")
