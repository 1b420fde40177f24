"""Scripts whose letters join, stack or carry marks, shaped with HarfBuzz.

A glyph that is no character of its own gets a private code in its font, so that it can be drawn
like any other; what such a code stands for is remembered for the file's Unicode map.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

_JOINED = "\u034f\u200c\u200d\ufe00-\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e01ef"
_COMPLEX = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0590-\u109f\u1100-\u11ff\u135d-\u135f\u1700-\u1cff\u1dc0-\u1dff"
    "\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ua66f-\ua67d\ua802-\uabff\ufb1d-\ufdff\ufe20-\ufe2f"
    f"\ufe70-\ufefc{_JOINED}\U00010800-\U00011fff\U0001e800-\U0001efff\U0001f1e6-\U0001f1ff]"
)
_SAME = re.compile(f"[{_JOINED}]")
_FLAG = ("\U0001f1e6", "\U0001f1ff")
_JOINER = "\u200d"
_VIRAMA = 9  # the combining class of a sign that ties two letters together
_LONGEST_CLUSTER = 32  # a longer pile of marks is parted
_FIRST_PRIVATE = 0xF0000
_MOST_PRIVATE = 100_000  # later glyphs stand for one character each, so that codes never run out

_meanings: dict[int, str] = {}
_privates: dict[tuple[str, int, str], int] = {}


@dataclass(frozen=True, slots=True)
class Part:
    """Characters of one font file, and the move after each in thousandths of the size."""

    file: str
    text: str
    moves: tuple[int, ...]
    hidden: str = ""  # what the text stands for where its characters do not say it
    shifts: tuple[tuple[int, int], ...] = ()  # how far right and up each one is drawn


@dataclass(frozen=True, slots=True)
class _Glyph:
    """A glyph on paper: its number, its advance, and how far right and up it is drawn."""

    number: int
    advance: int
    right: int
    up: int


def is_complex(text: str) -> bool:
    """Return whether the look of these characters depends on each other."""
    return not text.isascii() and _COMPLEX.search(text) is not None


def meaning_of(code: int) -> str:
    """Return the text that a character of a font stands for."""
    return _meanings.get(code) or chr(code)


def clusters(text: str) -> Iterator[str]:
    """Yield what a person sees as one character each."""
    start = 0
    for at in range(1, len(text)):
        if at - start == _LONGEST_CLUSTER or not _holds(text, start, at):
            yield text[start:at]
            start = at
    if text:
        yield text[start:]


def shaped(font: Any, drawn: Any, file: str, text: str, *, left: bool) -> Iterator[Part]:
    """Yield a text of one font as parts from left to right.

    `font` is HarfBuzz's and `drawn` reportlab's font of the same file; neither has types.
    """
    characters: list[tuple[str, _Glyph]] = []
    for words, glyphs in _clusters_on_paper(font, text, left=left):
        spare = len(words) - len(glyphs)
        if spare >= 0:
            seen = words[::-1] if left else words
            characters += zip((seen[: spare + 1], *seen[spare + 1 :]), glyphs, strict=True)
        else:
            if characters:
                yield _part(drawn, file, characters)
            yield _part(drawn, file, [(words[0], one) for one in glyphs], words)
            characters = []
    if characters:
        yield _part(drawn, file, characters)


def _clusters_on_paper(font: Any, text: str, *, left: bool) -> Iterator[tuple[str, list[_Glyph]]]:
    """Yield pieces of the text that share glyphs, from left to right."""
    import uharfbuzz  # noqa: PLC0415  heavy

    buffer = uharfbuzz.Buffer()
    buffer.add_codepoints([ord(one) for one in text])
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if left else "ltr"
    level = uharfbuzz.BufferClusterLevel
    buffer.cluster_level = level.MONOTONE_CHARACTERS if left else level.MONOTONE_GRAPHEMES
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    uharfbuzz.shape(font, buffer)
    scale = 1000 / font.face.upem
    glyphs: dict[int, list[_Glyph]] = {}
    for glyph, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        numbers = (round(one * scale) for one in (at.x_advance, at.x_offset, at.y_offset))
        glyphs.setdefault(glyph.cluster, []).append(_Glyph(glyph.codepoint, *numbers))
    starts = sorted(glyphs)
    ends = dict(pairwise([*starts, len(text)]))
    for start, found in glyphs.items():
        yield text[0 if start == starts[0] else start : ends[start]], found


def _part(drawn: Any, file: str, characters: list[tuple[str, _Glyph]], hidden: str = "") -> Part:
    codes = [_code(drawn, file, glyph, meaning) for meaning, glyph in characters]
    moves = (
        glyph.advance - round(drawn.face.getCharWidth(ord(code)))
        for code, (_, glyph) in zip(codes, characters, strict=True)
    )
    shifts = tuple((glyph.right, glyph.up) for _, glyph in characters)
    return Part(file, "".join(codes), tuple(moves), hidden, shifts)


def _code(drawn: Any, file: str, glyph: _Glyph, meaning: str) -> str:
    """Return the character that draws a glyph: one of its own, or a private one.

    Readers of a file expect what they see: a bracket as it is drawn, a ligature as one character.
    """
    face = drawn.face
    for own in map(chr, face.glyphToChar.get(glyph.number, ())):
        if own == meaning or _looks_like(own, meaning):
            return own
    key = (file, glyph.number, meaning if len(_privates) < _MOST_PRIVATE else meaning[:1])
    if key not in _privates:
        code = _privates[key] = _FIRST_PRIVATE + len(_privates)
        _meanings[code] = key[-1]
        face.charToGlyph[code] = glyph.number
        face.charWidths[code] = drawn.pdfScale(face.hmetrics[glyph.number][0])
    return chr(_privates[key])


def _looks_like(own: str, meaning: str) -> bool:
    """Return whether a character is a turned bracket, or a ligature whose meaning is turned."""
    if len(meaning) == 1:
        return bool(unicodedata.mirrored(meaning) and unicodedata.mirrored(own))
    return unicodedata.normalize("NFKC", own) == meaning[::-1]


def _holds(text: str, start: int, at: int) -> bool:
    """Return whether a character belongs to what began before it."""
    one, before = text[at], text[at - 1]
    if _SAME.match(one) or before == _JOINER or unicodedata.category(one) in ("Mn", "Mc", "Me"):
        return True
    if _FLAG[0] <= one <= _FLAG[1] and _FLAG[0] <= before <= _FLAG[1]:
        return (at - start) % 2 == 1
    return unicodedata.combining(before) == _VIRAMA and unicodedata.category(one) == "Lo"
