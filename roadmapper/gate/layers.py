"""Takes a finished file apart to its last byte: parts, books inside of charts, streams, strings."""

import html
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from roadmapper.errors import ExportError
from roadmapper.gate.zipped import LARGEST

_DEEPEST = 4  # files inside of files
_TAG = re.compile("<[^<>]*>")
_VALUE = re.compile(r"""=\s*["']([^"'<>]{4,})["']""")
_REMARK = re.compile(r"<[!?]([^>]{4,})>")
# Strings of content stand in lists, those of everything else after a space.
_STRING = re.compile(rb" <((?:[0-9A-Fa-f]{2}){4,})>")
_DIGITS = re.compile(rb"<[0-9A-Fa-f\s]+>")
_LITERAL = re.compile(rb"\\([0-7]{1,3}|[nrtbf()\\\r\n])")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_PNG = b"\x89PNG\r\n\x1a\n"
_TEXTS = (".xml", ".rels", ".svg", ".txt", ".json", ".htm", ".html", ".vml")


@dataclass(frozen=True, slots=True)
class Layer:
    """A stretch of a file as text, and where it was found; `markup` has names of tags in it."""

    where: str
    text: str
    markup: bool = True


def layers_of(data: bytes, where: str, deep: int = 0) -> Iterator[Layer]:
    """Yield everything that stands in a file, unpacked, its names included.

    Raises:
        ExportError: It is damaged, or unpacks to more than any document of ours.
    """
    if deep > _DEEPEST:
        raise ExportError("There are more files inside of files than in any document of ours.")
    if data.startswith(b"PK\x03\x04"):
        yield from _zip(data, where, deep)
    elif data.startswith(b"%PDF-"):
        yield from _pdf(data, where)
    elif data.startswith(_PNG):
        yield Layer(where, _strings_of(data + b"\n".join(_png_texts(data))))
    elif where.lower().endswith(_TEXTS):
        yield from _xml(data, where)
    else:
        yield Layer(where, _strings_of(data))


def _zip(data: bytes, where: str, deep: int) -> Iterator[Layer]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            if sum(one.file_size for one in package.infolist()) > LARGEST:
                raise ExportError("The file unpacks to more than any document of ours.")
            # What a zip file says of itself, without the packed parts.
            told = [package.comment, *(one.comment + one.extra for one in package.infolist())]
            names = "\n".join(package.namelist())
            yield Layer(where, f"{names}\n{_strings_of(b' '.join(told))}")
            for name in package.namelist():
                yield from layers_of(package.read(name), f"{where}: {name}", deep + 1)
    except (zipfile.BadZipFile, EOFError, OSError, RuntimeError, ValueError) as error:
        raise ExportError(f"{where} is damaged.") from error


def _xml(data: bytes, where: str) -> Iterator[Layer]:
    wide = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    text = data.decode("utf-16" if wide else "utf-8", "replace")
    # Words that are cut by tags stand together without them; others stand apart only with them.
    yield Layer(where, html.unescape(_TAG.sub("", text)), markup=False)
    yield Layer(where, html.unescape(_TAG.sub(" ", text)), markup=False)
    # In tags, words stand as values and as remarks; most values stand there many times.
    values = {*_VALUE.findall(text), *_REMARK.findall(text)}
    yield Layer(where, html.unescape("\n".join(sorted(values))))


def _pdf(data: bytes, where: str) -> Iterator[Layer]:
    import pikepdf  # noqa: PLC0415 - only exports and comparisons need it

    yield Layer(where, _strings_of(data))
    held = BytesIO()
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            pdf.save(
                held,
                compress_streams=False,
                stream_decode_level=pikepdf.StreamDecodeLevel.all,
                object_stream_mode=pikepdf.ObjectStreamMode.disable,
                fix_metadata_version=False,
            )
    except pikepdf.PdfError as error:
        raise ExportError(f"{where} is damaged.") from error
    plain = held.getvalue()
    yield Layer(where, "\n".join(map(_spelled, _STRING.findall(plain))), markup=False)
    # What else is written as digits are signs of a font; `pdf_read` reads those.
    rest = _DIGITS.sub(b"", plain)
    yield Layer(where, _strings_of(_LITERAL.sub(_unescaped, rest) if b"\\" in rest else rest))


def _spelled(digits: bytes) -> str:
    """Return the text of a string that is written as digits."""
    raw = bytes.fromhex(digits.decode("ascii"))
    is_wide = raw[:2] == b"\xfe\xff"
    return raw[2:].decode("utf-16-be", "replace") if is_wide else raw.decode("pdfdoc", "replace")


def _unescaped(found: re.Match[bytes]) -> bytes:
    told = found[1]
    return bytes([int(told, 8) & 255]) if told[:1].isdigit() else _ESCAPED.get(told, told.strip())


def _png_texts(data: bytes) -> Iterator[bytes]:
    """Yield the packed texts of a picture: a name, a sign, the text."""
    at = len(_PNG)
    while at + 8 <= len(data):
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        body = data[at + 8 : at + 8 + size]
        packed = body.partition(bytes(1))[2]
        if kind == b"iTXt" and packed[:1] == b"\x01":
            packed = packed[2:].partition(bytes(1))[2].partition(bytes(1))[2]
        if kind in (b"zTXt", b"iTXt") and packed:
            try:
                yield zlib.decompressobj().decompress(packed.lstrip(bytes(1)), LARGEST)
            except zlib.error:
                yield packed  # it was not packed
        at += size + 12


def _strings_of(data: bytes) -> str:
    """Return what reads as words in bytes: runs of letters, also wide ones with zeros between."""
    found = _RUN.findall(data)
    if 0 in data:
        found += _RUN.findall(data.replace(bytes(1), b""))
    return "\n".join(one.decode("ascii") for one in set(found) if _LETTERS.search(one))


_RUN = re.compile(rb"[ -~]{4,}")
_LETTERS = re.compile(rb"[A-Za-z]{3}")
