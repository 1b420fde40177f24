"""Embedded fonts: cut to European scripts, scrambled as ECMA-376 asks (part 4, 17.8.1)."""

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from roadmapper.document.style import Family, Style
from roadmapper.errors import ExportError
from roadmapper.word.ooxml import DECLARATION, NAMESPACES, attribute

_KEPT = (
    *((0x20, 0x7E), (0xA0, 0x17F), (0x192, 0x192), (0x218, 0x21B), (0x2C6, 0x2DD)),
    *((0x370, 0x3FF), (0x400, 0x45F), (0x1E9E, 0x1E9E), (0x2000, 0x209F), (0x20A0, 0x20BF)),
    *((0x2100, 0x2193), (0x2460, 0x2468), (0x2200, 0x2265), (0x25A0, 0x25CF), (0x2713, 0x2717)),
    *((0xFB01, 0xFB02), (0xFFFD, 0xFFFD)),
)
# Kerning and accents. LibreOffice would set ligatures that neither Word nor the PDF file sets.
_FEATURES = frozenset(int.from_bytes(tag) for tag in (b"kern", b"mark", b"mkmk"))
_SCRAMBLED = 32  # bytes at the head of the file


@dataclass(frozen=True, slots=True)
class EmbeddedFont:
    """One face as Word wants it: the family, which face, its key and the scrambled file."""

    family: str
    face: str
    key: str
    data: bytes


def embedded_fonts(style: Style, folder: Path) -> tuple[EmbeddedFont, ...]:
    """Return every face of the style sheet's families, cut and scrambled."""
    return tuple(
        _embedded(name, face, str(folder / file))
        for name, family in style.families.items()
        for face, file in _faces(family)
    )


def font_table(style: Style, ids: dict[tuple[str, str], tuple[str, str]]) -> str:
    """Return word/fontTable.xml; `ids` has relationship and key of each embedded face."""
    body = "".join(font_entries(style, ids).values())
    return f"{DECLARATION}<w:fonts {NAMESPACES}>{body}</w:fonts>"


def font_entries(style: Style, ids: dict[tuple[str, str], tuple[str, str]]) -> dict[str, str]:
    """Return the entry of each family: its substitute and its embedded faces."""
    return {name: _entry(style, name, ids) for name in style.families}


def _entry(style: Style, name: str, ids: dict[tuple[str, str], tuple[str, str]]) -> str:
    substitute = style.substitutes.get(name, "")
    alt = f'<w:altName w:val="{attribute(substitute)}"/>' if substitute else ""
    family = "roman" if substitute in _SERIF else "swiss"
    held = "".join(
        f'<w:embed{face} r:id="{ids[name, face][0]}" w:fontKey="{ids[name, face][1]}"/>'
        for face in _ORDER
        if (name, face) in ids
    )
    return (
        f'<w:font w:name="{attribute(name)}">{alt}<w:charset w:val="00"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/>{held}</w:font>'
    )


_SERIF = frozenset({"Georgia", "Times New Roman", "Cambria"})
_ORDER = ("Regular", "Bold", "Italic", "BoldItalic")


def _faces(family: Family) -> Iterator[tuple[str, str]]:
    files = (family.regular, family.bold, family.italic, family.bold_italic)
    yield from ((face, file) for face, file in zip(_ORDER, files, strict=True) if file)


@lru_cache(maxsize=64)
def _embedded(family: str, face: str, path: str) -> EmbeddedFont:
    digest = bytearray(hashlib.sha256(f"{family} {face}".encode()).digest()[:16])
    key = digest.hex().upper()
    dashed = "-".join((key[:8], key[8:12], key[12:16], key[16:20], key[20:]))
    data = bytearray(_weighed(_cut(path), bold=face.startswith("Bold")))
    mask = bytes.fromhex(key)[::-1]
    for at in range(_SCRAMBLED):
        data[at] ^= mask[at % 16]
    return EmbeddedFont(family, face, f"{{{dashed}}}", bytes(data))


def _weighed(font: bytes, *, bold: bool) -> bytes:
    """Return the font with its face's weight: LibreOffice makes others bold a second time."""
    data = bytearray(font)
    at = 12
    while data[at : at + 4] != b"OS/2":
        at += 16
    start = int.from_bytes(data[at + 8 : at + 12])
    end = start + int.from_bytes(data[at + 12 : at + 16])
    struct.pack_into(">H", data, start + 4, 700 if bold else 400)
    padded = bytes(data[start:end]).ljust((end - start + 3) // 4 * 4, b"\0")
    checksum = sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
    struct.pack_into(">I", data, at + 4, checksum)
    return bytes(data)


def _cut(path: str) -> bytes:
    # Loaded late: who only reads a Word file needs no font tools.
    import uharfbuzz  # noqa: PLC0415

    try:
        face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(path))
    except (OSError, ValueError, uharfbuzz.HarfBuzzError) as error:
        raise ExportError(f"The font {Path(path).name} cannot be read: {error}.") from error
    wanted = uharfbuzz.SubsetInput()
    wanted.flags = uharfbuzz.SubsetFlags.NO_HINTING
    wanted.layout_feature_tag_set.set(set(_FEATURES))
    wanted.unicode_set.set({code for first, last in _KEPT for code in range(first, last + 1)})
    subset = uharfbuzz.subset(face, wanted)
    return bytes(subset.blob.data)
