"""The fonts of a document: words are kerned, and each character comes from a font that has it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from math import fsum
from pathlib import Path
from typing import Any

from roadmapper.pdf.glyphs import REPLACEMENT, file_for, has, visible
from roadmapper.pdf.shaping import Part, clusters, is_complex, shaped

_REMEMBERED = 60_000  # words; a document of 30 pages has some 3,000 different ones
_KERNED = re.compile(r"[!-\u058f\u1e00-\u20cf]{2,}")
_FEATURES = dict.fromkeys(("liga", "clig", "dlig", "calt", "ccmp", "locl", "rlig", "frac"), False)


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A word ready to be set: its width in thousandths of the size and its parts."""

    width: float
    parts: tuple[Part, ...]
    count: int  # of characters that may stand further apart
    text: str


class Faces:
    """The font files of one folder, and every word that was shaped with them."""

    def __init__(self, fonts: Path, fallback: tuple[str, ...]) -> None:
        self._fonts = fonts
        self._fallback = fallback
        self._shapes: dict[tuple[str, str], Shape] = {}
        self._left: dict[tuple[str, str], Shape] = {}  # those of scripts that run to the left
        self._kernings: dict[str, Any] = {}
        self._files: dict[tuple[str, str], str] = {}  # which file draws a character
        self._pairs: dict[str, dict[str, int]] = {}

    def shape(self, file: str, text: str) -> Shape:
        """Return a word shaped in this font."""
        key = (file, text)
        found = self._shapes.get(key)
        if found is None:
            if len(self._shapes) > _REMEMBERED:
                self._shapes.clear()
            found = self._shapes[key] = self._shape(file, text)
        return found

    def shape_left(self, file: str, text: str) -> Shape:
        """Return a piece that runs to the left, shaped in this font."""
        key = (file, text)
        if key not in self._left:
            if len(self._left) > _REMEMBERED:
                self._left.clear()
            self._left[key] = self._shape(file, text, left=True)
        return self._left[key]

    def kerning(self, file: str, pair: str) -> int:
        """Return how far two characters move towards each other, in thousandths of the size."""
        if pair not in self._pairs.setdefault(file, {}):
            known = all(has(self._fonts / file, one) for one in pair if one != " ")
            self._pairs[file][pair] = sum(self._kerned(file, pair)) if known else 0
        return self._pairs[file][pair]

    def font(self, file: str) -> Any:  # reportlab has no types
        """Return reportlab's font of this file, loaded and registered under the file's stem."""
        return _registered(self._fonts / file)

    def _shape(self, file: str, text: str, *, left: bool = False) -> Shape:
        is_special = left or is_complex(text)
        parts = tuple(self._shaped(file, text, left) if is_special else self._parts(file, text))
        width = 0.0
        for part in parts:
            advance = self.font(part.file).face.getCharWidth
            width += fsum(advance(ord(one)) for one in part.text) + fsum(part.moves)
        return Shape(width, parts, 0 if is_special else len(text), text)

    def _parts(self, file: str, text: str) -> Iterator[Part]:
        for own, run in groupby(text, lambda one: self._file_of(file, one)):
            characters = "".join(run)
            yield (
                Part(own, characters, self._moves(own, characters))
                if own
                else self._boxes(characters)
            )

    def _boxes(self, characters: str) -> Part:
        box = file_for(REPLACEMENT, self._fallback, self._fonts)
        count = len(visible(characters))
        return Part(box, REPLACEMENT * count, (0,) * count, characters)

    def _shaped(self, file: str, text: str, left: bool) -> Iterator[Part]:
        runs = [
            (own, "".join(one for _, one in run))
            for own, run in groupby(self._by_file(file, text), lambda one: one[0])
        ]
        for own, characters in reversed(runs) if left else runs:
            if own:
                font, _ = self._kerning(own)
                yield from shaped(font, self.font(own), own, characters, left=left)
            else:
                yield self._boxes(characters)

    def _by_file(self, file: str, text: str) -> Iterator[tuple[str, str]]:
        """Yield the clusters of a text, or their characters, with the file that draws them."""
        for cluster in clusters(text):
            own = self._file_of(file, visible(cluster) or " ")
            for one in (cluster,) if own else cluster:
                yield own or self._file_of(file, visible(one) or " "), one

    def _file_of(self, file: str, text: str) -> str:
        key = (file, text)
        found = self._files.get(key)
        if found is None:
            found = self._files[key] = self._searched(file, text)
        return found

    def _searched(self, file: str, text: str) -> str:
        if text in " \xa0":
            return file
        return file_for(text, (file, *self._fallback), self._fonts)

    def _moves(self, file: str, text: str) -> tuple[int, ...]:
        if _KERNED.fullmatch(text):
            return self._kerned(file, text)
        return (0,) * len(text)

    def _kerned(self, file: str, text: str) -> tuple[int, ...]:
        import uharfbuzz  # noqa: PLC0415  heavy

        font, plain = self._kerning(file)
        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(font, buffer, _FEATURES)
        glyphs, positions = buffer.glyph_infos, buffer.glyph_positions
        if [one.cluster for one in glyphs] != list(range(len(text))):
            return (0,) * len(text)
        scale = 1000 / font.face.upem
        return tuple(
            round((at.x_advance - plain(glyph.codepoint)) * scale)
            for glyph, at in zip(glyphs, positions, strict=True)
        )

    def _kerning(self, file: str) -> Any:  # uharfbuzz has no types
        import uharfbuzz  # noqa: PLC0415  heavy

        if file not in self._kernings:
            blob = uharfbuzz.Blob.from_file_path(str(self._fonts / file))
            font = uharfbuzz.Font(uharfbuzz.Face(blob))
            self._kernings[file] = (font, font.get_glyph_h_advance)
        return self._kernings[file]


@cache
def faces(fonts: Path, fallback: tuple[str, ...]) -> Faces:
    """Return the fonts of a folder, shared by all documents of this process."""
    return Faces(fonts, fallback)


@cache
def _registered(path: Path) -> Any:
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415  heavy
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415  heavy

    if path.stem not in pdfmetrics.getRegisteredFontNames():
        pdfmetrics.registerFont(TTFont(path.stem, str(path)))
    return pdfmetrics.getFont(path.stem)
