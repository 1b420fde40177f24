"""Goes through a file's text and a document's passages together, in the order of reading."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.gate.reading import Passage, bare

_FAR = 20_000  # letters of a file in which the next passage is looked for
_LOOSE = 200  # letters more than twice its own in which passages of any order are looked for
# What a file works out itself: numbers of chapters, tables, figures, notes, pages and criteria.
_COUNTED = re.compile(r"(?:table|figure|annex|[a-z](?![a-z])|[\d\W_])*")
# A caption of one letter is found inside of its own label, which leaves the rest of the label.
_REST_OF_LABEL = re.compile(r"[tablefigurnx\d\W_]{0,12}")
# Letters whose order on paper is another than in the text, or that join into one sign.
_JOINING = re.compile("[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]")
_MOST = 3  # from a third of all letters
_WORD = re.compile(r"[^\W_]+")
_UNNAMED = ("Co", "Cn", "Cs")
_PLANES = 0xFFFF  # above it a font of ours has few letters
_SIMPLE = 0x250  # below it, letters are drawn one by one and by every font of ours


def is_blurred(text: str) -> bool:
    """Return whether a text cannot be read back letter by letter from a drawing of it.

    Its letters join, run from right to left, or are signs for which there may be no font.
    """
    if text.isascii():
        return False
    return _JOINING.search(text) is not None or any(
        ord(one) > _PLANES or unicodedata.category(one) in _UNNAMED for one in text
    )


def is_counted(text: str) -> bool:
    """Return whether a text is only numbers and labels, which a file works out itself."""
    return (_COUNTED.fullmatch(text) or _REST_OF_LABEL.fullmatch(text)) is not None


@dataclass(frozen=True, slots=True)
class Said:
    """A passage and its letters; none are looked for if it `is_blurred`."""

    passage: Passage
    text: str
    is_blurred: bool = False

    def has_words_in(self, text: str) -> bool:
        """Return whether all its words and numbers stand in a text, in whatever order."""
        return all(bare(word) in text for word in _WORD.findall(self.passage.text))


def said(passages: tuple[Passage, ...], *, drawn: bool) -> list[Said]:
    """Return passages as they are looked for, in a text that may be drawn."""
    return [Said(one, bare(one.text), drawn and is_blurred(one.text)) for one in passages]


def is_mostly_blurred(parts: list[list[Said]]) -> bool:
    """Return whether so much of a document is blurred that the rest has no order to go by."""
    sizes = [(len(one.text), one.is_blurred) for part in parts for one in part]
    return _MOST * sum(size for size, blurred in sizes if blurred) > sum(size for size, _ in sizes)


def alike(parts: list[list[Said]], text: str) -> tuple[list[list[Said]], str]:
    """Return both sides without rare letters that only one of them has, as no font draws them."""
    both = set(text) & set("".join(one.text for part in parts for one in part))

    def kept(held: str) -> str:
        if held.isascii():
            return held
        return "".join(one for one in held if ord(one) < _SIMPLE or one in both)

    plain = [[Said(one.passage, kept(one.text), one.is_blurred) for one in part] for part in parts]
    return plain, kept(text)


def groups(passages: list[Said]) -> Iterator[list[Said]]:
    """Yield passages one by one, but those together whose order depends on the kind of file."""
    held: list[Said] = []
    for one in passages:
        if one.text and one.passage.loose:
            held.append(one)
            continue
        if held:
            yield held
            held = []
        if one.text:
            yield [one]
    if held:
        yield held


class Place:
    """How far the text of a file has been read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0
        self._blurred = 0
        self._has_turned = False

    @property
    def rest(self) -> str:
        """What was not read yet, and no passage that is blurred explains."""
        return self._unexplained(self._text[self._at :])

    def pass_over(self, held: list[Said]) -> tuple[list[Passage], str]:
        """Go past these passages; return those that are not there, and what stands before them."""
        self._blurred += sum(len(one.text) for one in held if one.is_blurred)
        self._has_turned |= any(one.is_blurred for one in held)
        plain = [one for one in held if not one.is_blurred]
        if not plain:
            return [], ""
        missing, between = self._one(plain[0]) if len(held) == 1 else self._several(held)
        return missing, self._unexplained(between)

    def _one(self, one: Said) -> tuple[list[Passage], str]:
        reach = self._at + len(one.text) + 2 * self._blurred + _FAR
        start = self._text.find(one.text, self._at, reach)
        optional = one.passage.optional
        if start < 0:
            return [] if optional or self._is_turned(one) else [one.passage], ""
        between = self._text[self._at : start]
        if optional and not is_counted(between):
            return [], ""
        self._at = start + len(one.text)
        return [], between

    def _several(self, held: list[Said]) -> tuple[list[Passage], str]:
        size = sum(len(one.text) for one in held)
        left = list(self._text[self._at : self._at + 2 * (size + self._blurred) + _LOOSE])
        missing, end = [], 0
        # The longest first: a short one could stand inside of a longer one.
        for one in sorted(held, key=lambda one: -len(one.text)):
            start = -1 if one.is_blurred else "".join(left).find(one.text)
            if start >= 0:
                end = max(end, start + len(one.text))
                left[start : start + len(one.text)] = "\0" * len(one.text)
            elif not (one.is_blurred or one.passage.optional or self._is_turned(one)):
                missing.append(one.passage)
        self._at += end
        return missing, "".join(left[:end]).replace("\0", "")

    def _is_turned(self, one: Said) -> bool:
        """Return whether all words of a passage stand near, turned by words that run leftward.

        Where these stand beside it, a drawing gives its words and columns in another order.
        """
        if not self._has_turned:
            return False
        near = self._text[max(0, self._at - _FAR) : self._at + _FAR]
        if not one.has_words_in(near):
            return False
        self._blurred += len(one.text)  # they are left over between other passages
        return True

    def _unexplained(self, between: str) -> str:
        """Return what stands between passages, nothing if a blurred one may have left it.

        A short passage may be found inside of a blurred one, so what is left of that still counts.
        """
        if not self._blurred or is_counted(between):
            return between
        room = 4 * self._blurred + _LOOSE
        self._blurred = max(0, self._blurred - len(between))
        return "" if len(between) <= room else between
