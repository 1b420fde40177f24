"""The fonts of a document: words are kerned, and each character comes from a font that has it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any

from roadmapper.pdf.glyphs import REPLACEMENT, file_for, has

_REMEMBERED = 60_000  # words; a document of 30 pages has some 3,000 different ones
_KERNED = re.compile(r"[!-\u058f\u1e00-\u20cf]{2,}")
_FEATURES = dict.fromkeys(("liga", "clig", "dlig", "calt", "ccmp", "locl", "rlig", "frac"), False)


@dataclass(frozen=True, slots=True)
class Part:
    """Characters of one font file, and the move after each in thousandths of the size."""

    file: str
    text: str
    moves: tuple[int, ...]
    hidden: str = ""  # what the text stands for where no font has it


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A word ready to be set: its width in thousandths of the size and its parts."""

    width: float
    parts: tuple[Part, ...]
    count: int


class Faces:
    """The font files of one folder, and every word that was shaped with them."""

    def __init__(self, fonts: Path, fallback: tuple[str, ...]) -> None:
        self._fonts = fonts
        self._fallback = fallback
        self._shapes: dict[tuple[str, str], Shape] = {}
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

    def kerning(self, file: str, pair: str) -> int:
        """Return how far two characters move towards each other, in thousandths of the size."""
        if pair not in self._pairs.setdefault(file, {}):
            known = all(has(self._fonts / file, one) for one in pair if one != " ")
            self._pairs[file][pair] = sum(self._kerned(file, pair)) if known else 0
        return self._pairs[file][pair]

    def font(self, file: str) -> Any:  # reportlab has no types
        """Return reportlab's font of this file, loaded and registered under the file's stem."""
        return _registered(self._fonts / file)

    def _shape(self, file: str, text: str) -> Shape:
        width, parts = 0.0, []
        for part in self._parts(file, text):
            advance = self.font(part.file).face.getCharWidth
            width += sum(advance(ord(one)) for one in part.text) + sum(part.moves)
            parts.append(part)
        return Shape(width, tuple(parts), len(text))

    def _parts(self, file: str, text: str) -> Iterator[Part]:
        for own, run in groupby(text, lambda one: self._file_of(file, one)):
            characters = "".join(run)
            if own:
                moves = self._moves(own, characters)
                yield Part(own, characters, moves)
                continue
            box = file_for(REPLACEMENT, self._fallback, self._fonts)
            yield Part(box, REPLACEMENT * len(characters), (0,) * len(characters), characters)

    def _file_of(self, file: str, character: str) -> str:
        key = (file, character)
        found = self._files.get(key)
        if found is None:
            found = self._files[key] = self._searched(file, character)
        return found

    def _searched(self, file: str, character: str) -> str:
        if character in " \xa0" or has(self._fonts / file, character):
            return file
        return file_for(character, self._fallback, self._fonts)

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
