"""A PDF that carries its card as XML: under CHAI's keys, or attached."""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any

from roadmapper.cards.limits import TEXT_LIMIT
from roadmapper.errors import CardError

XML = "chaiMcXml"
"""The name under which a PDF holds its card."""
MAKER = "chaiMcSoftwareId"
"""The name under which it says what made it."""
_KEY = f"/{XML}"
_INFLATED = 64_000_000
_STEP = 1_000_000
_STREAM = re.compile(rb"stream\r?\n")
_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_ODD = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
_WIDE = re.compile(rb"/Columns\s+\d{6,}")
_MOST = 20
"""Attachments that are looked at."""


def carried(content: bytes) -> Iterator[bytes]:
    """Yield what a PDF carries that may be a card.

    Raises:
        CardError: It is no whole PDF, or unpacks to more than a card can hold.
    """
    _check(content)
    # Reading a PDF takes a library that most commands do not need.
    import pikepdf  # noqa: PLC0415

    try:
        with _limited(pikepdf), pikepdf.open(BytesIO(content), attempt_recovery=False) as pdf:
            if _KEY in pdf.docinfo:
                yield str(pdf.docinfo[_KEY]).encode("utf-8", "replace")
            yield from _attached(pdf)
    except pikepdf.PasswordError:
        raise CardError("The PDF is locked with a password. Save it without one.") from None
    except (pikepdf.PdfError, ValueError, TypeError, RecursionError, OverflowError):
        raise CardError(
            "The PDF is damaged or breaks off, so it cannot be read. Get the card again."
        ) from None


def _attached(pdf: Any) -> Iterator[bytes]:  # pikepdf has no types
    for number, name in enumerate(pdf.attachments):
        if number == _MOST:
            return
        stream = pdf.attachments[name].get_file().obj
        raw = bytes(stream.read_raw_bytes())
        filters = str(stream.get("/Filter", ""))
        if filters in ("", "/FlateDecode"):
            yield _inflated(raw) if filters else raw[: TEXT_LIMIT + 1]


def _inflated(raw: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(raw, TEXT_LIMIT + 1)
    except zlib.error:
        return b""


@contextmanager
def _limited(pikepdf: Any) -> Iterator[None]:
    """Have the library unpack no more than a card can hold, where it can be told so."""
    settings = pikepdf.settings
    if not hasattr(settings, "set_qpdf_limits"):
        yield
        return
    before = settings.set_qpdf_limits(
        flate_max_memory=_INFLATED, png_max_memory=_INFLATED, max_stream_filters=3
    )
    try:
        yield
    finally:
        settings.set_qpdf_limits(**before)


def _check(content: bytes) -> None:
    """Make sure that nothing in a PDF unpacks to more than a card can hold."""
    spelled = _NAME.sub(lambda found: bytes([int(found[1], 16)]), content)
    if _ODD.search(spelled) or _WIDE.search(spelled):
        raise CardError(
            "The PDF is packed in a way that is not read here. "
            "Print it to a new PDF, or ask for the card as XML."
        )
    total = 0
    for found in _STREAM.finditer(content):
        total += _size(content, found.end(), _INFLATED - total)
        if total >= _INFLATED:
            raise CardError(
                "The PDF unpacks to more than a model card can hold. Ask for the card as XML."
            )


def _size(content: bytes, start: int, most: int) -> int:
    """Return to how many bytes the packed part at a place unpacks, at most so many."""
    machine = zlib.decompressobj()
    size, data = 0, content[start : start + _STEP]
    at = start + _STEP
    try:
        while data and size < most and not machine.eof:
            size += len(machine.decompress(data, _STEP))
            data = machine.unconsumed_tail
            if not data:
                data, at = content[at : at + _STEP], at + _STEP
    except zlib.error:
        return size
    return size
