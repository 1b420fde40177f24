"""Which characters can be drawn and from which font file, and what a text is drawn as."""

import unicodedata
from functools import cache
from pathlib import Path

from roadmapper.document.measure import Face
from roadmapper.document.style import Style

REPLACEMENT = "□"

_BREAKS = "\n\x0b\x0c\x85\u2028\u2029"
_NO_BREAK_SPACES = "\xa0\u2007\u202f"
_VISIBLE_FORMATS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u08e2\U000110bd")


class _Cleaning(dict[int, str]):
    """What each code point is drawn as, worked out when first met."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        self[code] = drawn = _drawn(character)
        return drawn


def _drawn(character: str) -> str:
    if character in _BREAKS:
        return "\n"
    if character in _NO_BREAK_SPACES:
        return "\xa0"
    if "\ufe00" <= character <= "\ufe0f" or "\U000e0100" <= character <= "\U000e01ef":
        return ""  # variation selectors only choose among looks of the character before
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return " "
    if category in ("Cc", "Cf") and character not in _VISIBLE_FORMATS:
        return ""
    return character


_cleaning = _Cleaning()


def clean(text: str) -> str:
    """Return the text as it is drawn: one kind of line break and space, no invisible characters."""
    if text.isascii() and text.isprintable():
        return text
    return text.replace("\r\n", "\n").replace("\r", "\n").translate(_cleaning)


def undrawable(text: str, style: Style, fonts: Path) -> set[str]:
    """Return the characters of this text that no font has; each is drawn as a small box."""
    if text.isascii():
        return set()
    wanted = {one for one in clean(text) if one not in "\n\xa0 "}
    return {one for one in wanted if not file_for(one, style.fallback, fonts)}


def file_for(character: str, files: tuple[str, ...], fonts: Path) -> str:
    """Return the first of these font files that has the character, or an empty string."""
    return next((file for file in files if has(fonts / file, character)), "")


def has(file: Path, character: str) -> bool:
    """Return whether a font file has this character (a private one means nothing)."""
    if character == "\ufffd" or unicodedata.category(character) == "Co":
        return False
    return face(file).advance(character) is not None


@cache
def face(file: Path) -> Face:
    """Return what a font file holds, read once."""
    return Face(file)
