"""The small markup of typed prose: bold, italic, links, bulleted and numbered lists.

Everything else is plain text. Markers that do not pair, and pairs inside a word or a formula
(A1*B2*C3), stand as typed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from roadmapper.document.tree import Inline, Line, Link, ListLook, Text

_BULLET = re.compile(r"(\s*)[-*•]\s+(?=\S)(.*)", re.DOTALL)
_NUMBER = re.compile(r"(\s*)\d{1,3}[.)]\s+(?=\S)(.*)", re.DOTALL)
_TOKEN = re.compile(r"\[([^\[\]\n]{1,500})\]\(((?:https?://|mailto:)[^\s()<>]{1,2000})\)|\*+")
_BOLD, _ITALIC = "**", "*"
_MARKS = (_BOLD, _ITALIC)
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


@lru_cache(maxsize=4096)
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
    text = clean(text)
    if "*" not in text and "](" not in text:
        return (Text(text),) if text else ()
    tokens = list(_TOKEN.finditer(text))
    return tuple(_runs(text, tokens, _paired(text, tokens)))


def _paired(text: str, tokens: list[re.Match[str]]) -> frozenset[int]:
    """Return which tokens are markers with a partner; read once from left to right."""
    open_at: dict[str, int] = {}
    paired: set[int] = set()
    for place, token in enumerate(tokens):
        mark = token[0]
        if token[1] is not None:
            continue
        if mark in open_at and _closes(text, token):
            begun = open_at.pop(mark)
            paired |= {begun, place}
            # What opened inside and was not closed by now stands as typed.
            open_at = {one: at for one, at in open_at.items() if at < begun}
        elif mark not in open_at and mark in _MARKS and _opens(text, token):
            open_at[mark] = place
    return frozenset(paired)


def _opens(text: str, token: re.Match[str]) -> bool:
    before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
    return not _is_word(before) and bool(after) and not after.isspace()


def _closes(text: str, token: re.Match[str]) -> bool:
    before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
    return not before.isspace() and not _is_word(after)


def _is_word(character: str) -> bool:
    return character == "_" or character.isalnum()


def _runs(text: str, tokens: list[re.Match[str]], paired: frozenset[int]) -> Iterator[Inline]:
    bold = italic = False
    begun = 0
    for place, token in enumerate(tokens):
        if token[1] is None and place not in paired:
            continue
        if token.start() > begun:
            yield Text(text[begun : token.start()], bold, italic)
        begun = token.end()
        if token[1] is not None:
            yield Link(token[1], token[2], bold, italic)
        elif token[0] == _BOLD:
            bold = not bold
        else:
            italic = not italic
    if begun < len(text):
        yield Text(text[begun:], bold, italic)
