"""Which characters can be drawn and from which font file, and what a text is drawn as."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from roadmapper.document.direction import STEERING
from roadmapper.document.measure import MISSING, Face
from roadmapper.document.style import Style

REPLACEMENT = MISSING
SOFT_HYPHEN = "\xad"
SOFT_BREAKS = SOFT_HYPHEN + "\u200b"  # where a word may be parted
# What only shapes the characters beside it: joiners, variation selectors, tags of flags.
_SHAPING = "\u034f\u200c\u200d\ufe00-\ufe0f\U000e0020-\U000e007f\U000e0100-\U000e01ef"

_BREAKS = "\n\x0b\x0c\x85\u2028\u2029"
_NO_BREAK_SPACES = "\xa0\u2007\u202f"
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\U000110bd")
_INVISIBLE = re.compile(f"[{SOFT_BREAKS}{STEERING}{_SHAPING}]")
_NAMELESS = ("Cn", "Co", "Cs")  # what such a character means, no reader can know
_COMBINING = re.compile("[\u0300-\u036f\u1161-\u11ff\u3099\u309a]")


class _Cleaning(dict[int, str]):
    """What each code point is laid out as, worked out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = drawn = _drawn(character)
        return drawn


def _drawn(character: str) -> str:
    if character in _BREAKS:
        return "\n"
    if character in _NO_BREAK_SPACES:
        return "\xa0"
    if _INVISIBLE.match(character):
        return character
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    if category in ("Cc", "Cf") and character not in _VISIBLE_FORMATS:
        return ""
    return character


_cleaning = _Cleaning()


def clean(text: str) -> str:
    """Return the text as it is laid out: one kind of break and space, letters with their marks.

    Invisible characters stay only where they steer, shape or part what is beside them.
    """
    if text.isascii() and text.isprintable():
        return text
    if _COMBINING.search(text):
        text = unicodedata.normalize("NFC", text)
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_cleaning)


def visible(text: str) -> str:
    """Return a clean text without what is never seen."""
    return _INVISIBLE.sub("", text)


def is_named(character: str) -> bool:
    """Return whether a character means something to others."""
    return character != "\ufffd" and unicodedata.category(character) not in _NAMELESS


def undrawable(text: str, style: Style, fonts: Path) -> set[str]:
    """Return the characters of this text that no font has; each is drawn as a small box."""
    if text.isascii():
        return set()
    wanted = {one for one in visible(clean(text)) if one not in "\n\xa0 "}
    return {one for one in wanted if not file_for(one, style.fallback, fonts)}


def file_for(text: str, files: tuple[str, ...], fonts: Path) -> str:
    """Return the first of these font files that has all characters, or an empty string."""
    return next((file for file in files if all(has(fonts / file, one) for one in text)), "")


def has(file: Path, character: str) -> bool:
    """Return whether a font file has this character (a private one means nothing)."""
    if character == "\ufffd" or unicodedata.category(character) == "Co":
        return False
    return face(file).advance(character) is not None


@cache
def face(file: Path) -> Face:
    """Return what a font file holds, read once."""
    return Face(file)
