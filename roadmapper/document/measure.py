"""How wide a text is in the document's fonts, so that labels stand alike in every output.

Advance widths only, kerning off: pictures are drawn without kerning too.
"""

import struct
import unicodedata
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from math import fsum
from operator import sub
from pathlib import Path

from roadmapper.document.style import Style

_TAKES_NO_ROOM = ("Mn", "Me", "Cf", "Cc")  # marks, joiners and what is never drawn
ELLIPSIS = "…"
MISSING = "□"  # drawn for a character that no font has


@dataclass(frozen=True, slots=True)
class _Ranges:
    """Ranges of characters: first and last of each, glyph minus character, its glyph list or 0."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    deltas: tuple[int, ...]
    places: tuple[int, ...]


class Face:
    """One TrueType file: which characters it has and how far each moves the pen."""

    def __init__(self, path: Path) -> None:
        data = path.read_bytes()
        tables = _tables(data)
        self._data = data
        self._units: int = struct.unpack_from(">H", data, tables["head"] + 18)[0]
        self._metrics: int = struct.unpack_from(">H", data, tables["hhea"] + 34)[0]
        self._hmtx = tables["hmtx"]
        self._ranges = _ranges(data, tables["cmap"])
        self._widths: dict[str, float | None] = {}

    def advance(self, character: str) -> float | None:
        """Return the width at size 1, None when the font lacks the character."""
        if character not in self._widths:
            self._widths[character] = self._read_advance(ord(character))
        return self._widths[character]

    def _read_advance(self, code: int) -> float | None:
        glyph = self._glyph(code)
        if not glyph:
            return None
        place = self._hmtx + 4 * min(glyph, self._metrics - 1)
        width: int = struct.unpack_from(">H", self._data, place)[0]
        return width / self._units

    def _glyph(self, code: int) -> int:
        ranges = self._ranges
        at = bisect_left(ranges.lasts, code)
        if at == len(ranges.lasts) or code < ranges.firsts[at]:
            return 0
        start, delta, place = ranges.firsts[at], ranges.deltas[at], ranges.places[at]
        if not place:
            return (code + delta) & 0xFFFF
        glyph: int = struct.unpack_from(">H", self._data, place + 2 * (code - start))[0]
        return (glyph + delta) & 0xFFFF if glyph else 0


class Measure:
    """The widths of texts in the families of one style sheet, missing characters in fallbacks."""

    def __init__(self, style: Style, fonts: Path) -> None:
        self._style = style
        self._fonts = fonts
        self._widths: dict[tuple[str, bool, bool, str], float] = {}

    def width(
        self, text: str, family: str, size: float, bold: bool = False, italic: bool = False
    ) -> float:
        """Return the width of one line of text in points."""
        return size * fsum(self._advance(family, bold, italic, character) for character in text)

    def shorten(self, text: str, family: str, size: float, room: float) -> str:
        """Return the text, cut and ended with an ellipsis where it is wider than the room."""
        if self.width(text, family, size) <= room:
            return text
        left = room - self.width(ELLIPSIS, family, size)
        kept = ""
        for character in text:
            left -= self.width(character, family, size)
            if left < 0:
                break
            kept += character
        return kept.rstrip() + ELLIPSIS if kept.strip() else ""

    def wrap(
        self, text: str, family: str, size: float, room: float, lines: int = 2
    ) -> tuple[str, ...]:
        """Return the text as at most so many lines, each no wider than the room."""
        words = text.split()
        found: list[str] = []
        while words and len(found) < lines - 1:
            count = self._words_that_fit(words, family, size, room)
            found.append(self.shorten(" ".join(words[:count]), family, size, room))
            words = words[count:]
        if words:
            found.append(self.shorten(" ".join(words), family, size, room))
        return tuple(line for line in found if line)

    def _words_that_fit(self, words: list[str], family: str, size: float, room: float) -> int:
        count = 1
        while count < len(words) and self.width(" ".join(words[: count + 1]), family, size) <= room:
            count += 1
        return count

    def _advance(self, family: str, bold: bool, italic: bool, character: str) -> float:
        key = (family, bold, italic, character)
        if key not in self._widths:
            file = self._style.families[family].file(bold=bold, italic=italic)
            self._widths[key] = self._read_advance((file, *self._style.fallback), character)
        return self._widths[key]

    def _read_advance(self, files: tuple[str, ...], character: str) -> float:
        if unicodedata.category(character) in _TAKES_NO_ROOM:
            return 0.0
        for wanted in (character, MISSING):
            for file in files:
                advance = _face(self._fonts / file).advance(wanted)
                if advance is not None:
                    return advance
        return 1.0


@cache
def _face(path: Path) -> Face:
    return Face(path)


def _tables(data: bytes) -> dict[str, int]:
    """Return where each table of the font begins."""
    count = struct.unpack_from(">H", data, 4)[0]
    records = struct.iter_unpack(">4sIII", data[12 : 12 + 16 * count])
    return {tag.decode("ascii"): offset for tag, _, offset, _ in records}


def _ranges(data: bytes, cmap: int) -> _Ranges:
    """Return the ranges of characters that the font has."""
    count = struct.unpack_from(">H", data, cmap + 2)[0]
    records = struct.iter_unpack(">HHI", data[cmap + 4 : cmap + 4 + 8 * count])
    subtables = {(platform, kind): cmap + offset for platform, kind, offset in records}
    for wanted in ((3, 10), (0, 4), (0, 6), (3, 1), (0, 3), (0, 1)):
        if wanted in subtables:
            return _subtable(data, subtables[wanted])
    return _Ranges((), (), (), ())


def _subtable(data: bytes, place: int) -> _Ranges:
    if struct.unpack_from(">H", data, place)[0] == 12:  # noqa: PLR2004  the format's own name
        count = struct.unpack_from(">I", data, place + 12)[0]
        groups = struct.unpack_from(f">{3 * count}I", data, place + 16)
        firsts, lasts, glyphs = groups[::3], groups[1::3], groups[2::3]
        return _Ranges(firsts, lasts, tuple(map(sub, glyphs, firsts)), (0,) * count)
    count = struct.unpack_from(">H", data, place + 6)[0] // 2
    words = struct.unpack_from(f">{4 * count + 1}H", data, place + 14)
    lasts, firsts = words[:count], words[count + 1 : 2 * count + 1]
    deltas, offsets = words[2 * count + 1 : 3 * count + 1], words[3 * count + 1 :]
    offsets_at = place + 16 + 6 * count
    places = (offsets_at + 2 * at + own if own else 0 for at, own in enumerate(offsets))
    return _Ranges(firsts, lasts, deltas, tuple(places))
