"""The body of a Markdown card in sections, with where each stands in the text."""

import re
from dataclasses import dataclass

from roadmapper.errors import CardError

_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_FENCE = re.compile(r"[ \t]{0,3}(```|~~~)")
_WORD = re.compile(r"[^\W_]+")
_BRACKETED = re.compile(r"[\[(](?:optional|important)[\])]", re.IGNORECASE)
_REMARK = ("<!--", "-->")
_MOST_SECTIONS = 2_000
_BULLET = re.compile(r"[ \t]*[-*+][ \t]+\*\*([^*\n]{1,80}?):?\*\*:?[ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, its level, and where it begins, where its text begins and where that ends."""

    level: int
    title: str
    start: int
    inside: int
    end: int


@dataclass(frozen=True, slots=True)
class Bullet:
    """A bullet with a name in bold, and where its text stands."""

    name: str
    start: int
    end: int


def sections(body: str) -> list[Section]:
    """Return the sections of a text in order; the text before the first is one without a title.

    Raises:
        CardError: There are more than a card has.
    """
    found: list[tuple[int, str, int, int]] = [(0, "", 0, 0)]
    at, fence = 0, ""
    for line in body.splitlines(keepends=True):
        after = at + len(line)
        if mark := _FENCE.match(line):
            fence = "" if fence == mark[1] else fence or mark[1]
        elif not fence and (heading := _HEADING.match(line)):
            found.append((len(heading[1]), heading[2].strip(" #\t\n"), at, after))
            if len(found) > _MOST_SECTIONS:
                raise CardError(
                    "The card has more headings than a model card can have. Get it again."
                )
        at = after
    ends = [*(one[2] for one in found[1:]), len(body)]
    return [Section(*one, end) for one, end in zip(found, ends, strict=True)]


def plain(title: str) -> str:
    """Return a heading as it is compared: its words, in small letters."""
    return " ".join(_WORD.findall(_BRACKETED.sub("", title).casefold()))


def said(text: str) -> str:
    """Return a text without the remarks a template leaves behind."""
    opening, closing = _REMARK
    kept: list[str] = []
    at = 0
    # Looked for one after the other: a pattern would begin anew at each that is never closed.
    while (start := text.find(opening, at)) >= 0 and (end := text.find(closing, start)) >= 0:
        kept.append(text[at:start])
        at = end + len(closing)
    return "".join([*kept, text[at:]]).strip()


def bullets(body: str, start: int, end: int) -> list[Bullet]:
    """Return the bullets with names between two places, each with the lines that belong to it."""
    found: list[Bullet] = []
    at = start
    for line in body[start:end].splitlines(keepends=True):
        stop = at + len(line.rstrip("\n"))
        if bullet := _BULLET.match(line):
            found.append(Bullet(bullet[1].strip(" :"), at + bullet.start(2), stop))
        elif found and line[:1] in " \t" and line.strip():
            found[-1] = Bullet(found[-1].name, found[-1].start, stop)
        at += len(line)
    return found
