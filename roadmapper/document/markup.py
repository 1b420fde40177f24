"""The small markup of typed prose: bold, italic, links, bulleted and numbered lists.

Everything else is plain text. Markers that do not pair, and pairs inside a word or a formula
(A1*B2*C3), stand as typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapper.document.tree import Inline, Line, Link, ListLook, Text

_BULLET = re.compile(r"(\s*)[-*•]\s+(?=\S)(.*)", re.DOTALL)
_NUMBER = re.compile(r"(\s*)\d{1,3}[.)]\s+(?=\S)(.*)", re.DOTALL)
_LINK = re.compile(r"\[([^\[\]\n]+)\]\(((?:https?://|mailto:)[^\s()<>]+)\)")
_BOLD = re.compile(r"(?<![\w*])\*\*(?=[^\s*])(.+?)(?<=[^\s*])\*\*(?![\w*])", re.DOTALL)
_ITALIC = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*]+?)(?<=[^\s*])\*(?![\w*])", re.DOTALL)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Prose:
    """One paragraph (`look` None) or list item of typed prose."""

    line: Line
    look: ListLook | None = None
    level: int = 0


def clean(text: str) -> str:
    """Return text without what no document can hold: control characters and lone surrogates."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")
    return _CONTROL.sub("", text.replace("\u2029", "\n\n").replace("\t", " "))


def prose(text: str) -> tuple[Prose, ...]:
    """Return the paragraphs and list items of a typed prose answer, in order."""
    parts: list[Prose] = []
    for chunk in re.split(r"\n\s*\n", clean(text)):
        parts.extend(_chunk(chunk.strip("\n")))
    return tuple(parts)


def _chunk(chunk: str) -> Iterator[Prose]:
    """Yield the parts of one chunk between blank lines; a list may follow its lead-in directly."""
    lines: list[str] = []
    for raw in chunk.split("\n"):
        item = _item(raw)
        if item is None:
            lines.append(raw.strip())
            continue
        yield from _paragraph(lines)
        lines = []
        yield item
    yield from _paragraph(lines)


def _item(raw: str) -> Prose | None:
    for pattern, look in ((_BULLET, ListLook.BULLET), (_NUMBER, ListLook.NUMBER)):
        found = pattern.fullmatch(raw)
        if found:
            level = 1 if len(found[1]) >= 2 else 0  # noqa: PLR2004 - two spaces are one level
            return Prose(inline(found[2].strip()), look, level)
    return None


def _paragraph(lines: list[str]) -> Iterator[Prose]:
    text = "\n".join(lines).strip()
    if text:
        yield Prose(inline(text))


def inline(text: str) -> Line:
    """Return the runs of one paragraph of marked text."""
    return tuple(_runs(clean(text), bold=False, italic=False))


def _runs(text: str, *, bold: bool, italic: bool) -> Iterator[Inline]:
    while text:
        found = _first(text, bold=bold, italic=italic)
        if found is None:
            yield Text(text, bold, italic)
            return
        if found.start():
            yield Text(text[: found.start()], bold, italic)
        if found.re is _LINK:
            yield Link(found[1], found[2], bold, italic)
        else:
            yield from _runs(
                found[1], bold=bold or found.re is _BOLD, italic=italic or found.re is _ITALIC
            )
        text = text[found.end() :]


def _first(text: str, *, bold: bool, italic: bool) -> re.Match[str] | None:
    patterns = [_LINK]
    if not bold:
        patterns.append(_BOLD)
    if not italic:
        patterns.append(_ITALIC)
    if "*" not in text and "](" not in text:
        return None
    matches = [found for pattern in patterns if (found := pattern.search(text))]
    return min(matches, key=lambda found: (found.start(), -found.end()), default=None)
