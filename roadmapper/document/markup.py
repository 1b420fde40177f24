r"""The small markup of typed prose: bold, italic, links, bulleted and numbered lists.

Everything else is plain text. Markers that do not pair, and pairs inside a word or a formula
(A1*B2*C3), stand as typed.

A backslash before a marker (`\*`, `\[`, `\]`) makes it a plain character. The joint, a
backslash and an upright line, stands for nothing: it lets a marker pair inside a word, and a
paragraph begin like a list. Backslashes anywhere else stand as typed; before a marker or an
upright line each two of them are one.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from roadmapper.document.tree import Inline, Line, Link, ListLook, Text, plain

BOLD, ITALIC = "**", "*"
JOINT = "\\|"
LONGEST_LABEL = 500
_TARGET = r"(?:https?://|mailto:)[^\s()<>]{1,2000}"
_LABEL = rf"(?:[^\[\]\n]|(?<=\\)[\[\]]){{1,{LONGEST_LABEL}}}"
_BULLET = re.compile(r"(\s*)[-*•]\s+(?=\S)(.*)", re.DOTALL)
_NUMBER = re.compile(r"(\s*)\d{1,3}[.)]\s+(?=\S)(.*)", re.DOTALL)
_ESCAPE = re.compile(
    r"(?<!\\)(?:(?P<before>(?:\\\\)*)\\(?P<plain>[\[\]*|])|(?P<pairs>(?:\\\\)+)(?=[\[\]*|]))"
)
_TOKEN = re.compile(rf"\[({_LABEL})\]\(({_TARGET})\)|\*+|{_ESCAPE.pattern}")
_MARKS = (BOLD, ITALIC)
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


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
    return tuple(_parts(text, inline))


def unmarked(text: str) -> tuple[Prose, ...]:
    """Return the paragraphs and list items of text from elsewhere, in which a star is a star."""
    return tuple(_parts(text, _plain_line))


def is_item(line: str) -> bool:
    """Return whether a line of text is read as an item of a list."""
    return bool(_BULLET.fullmatch(line) or _NUMBER.fullmatch(line))


def link_target(text: str) -> str:
    """Return a web or mail address as a link can hold it; empty if the text is none."""
    scheme, colon, rest = clean(text).strip().partition(":")
    for one in " ()<>":
        rest = rest.replace(one, f"%{ord(one):02X}")
    target = f"{scheme.lower()}{colon}{rest}"
    return target if re.fullmatch(_TARGET, target) else ""


def _parts(text: str, read: Callable[[str], Line]) -> Iterator[Prose]:
    for chunk in re.split(r"\n\s*\n", clean(text)):
        for part in _chunk(chunk.strip("\n"), read):
            if plain(part.line).strip():
                yield part


def _chunk(chunk: str, read: Callable[[str], Line]) -> Iterator[Prose]:
    """Yield the parts of one chunk between blank lines; a list may follow its lead-in directly."""
    lines: list[str] = []
    for raw in chunk.split("\n"):
        item = _item(raw, read)
        if item is None:
            lines.append(raw.strip())
            continue
        yield Prose(read("\n".join(lines).strip()))
        lines = []
        yield item
    yield Prose(read("\n".join(lines).strip()))


def _item(raw: str, read: Callable[[str], Line]) -> Prose | None:
    for pattern, look in ((_BULLET, ListLook.BULLET), (_NUMBER, ListLook.NUMBER)):
        found = pattern.fullmatch(raw)
        if found:
            level = 1 if len(found[1]) >= 2 else 0  # noqa: PLR2004 - two spaces are one level
            return Prose(read(found[2].strip()), look, level)
    return None


def _plain_line(text: str) -> Line:
    return (Text(text),) if text else ()


def inline(text: str) -> Line:
    """Return the runs of one paragraph of marked text."""
    text = clean(text)
    if "*" not in text and "](" not in text and "\\" not in text:
        return _plain_line(text)
    tokens = [one for one in _TOKEN.finditer(text) if one[1] is None or unescaped(one[1])]
    return tuple(_runs(text, tokens, _paired(text, tokens)))


def unescaped(text: str) -> str:
    """Return text without its joints and the backslashes that make a marker plain."""
    return _ESCAPE.sub(_meant, text) if "\\" in text else text


def _meant(escape: re.Match[str]) -> str:
    slashes = escape["pairs"] or escape["before"]
    return "\\" * (len(slashes) // 2) + (escape["plain"] or "").removeprefix("|")


def _paired(text: str, tokens: list[re.Match[str]]) -> frozenset[int]:
    """Return which tokens are markers with a partner; read once from left to right."""
    open_at: dict[str, int] = {}
    paired: set[int] = set()
    for place, token in enumerate(tokens):
        mark = token[0]
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
    return not is_word(before) and bool(after) and not after.isspace()


def _closes(text: str, token: re.Match[str]) -> bool:
    before, after = text[token.start() - 1 : token.start()], text[token.end() : token.end() + 1]
    return not before.isspace() and not is_word(after)


def is_word(character: str) -> bool:
    """Return whether a character is part of a word, where no marker pairs."""
    return character == "_" or character.isalnum()


def _runs(text: str, tokens: list[re.Match[str]], paired: frozenset[int]) -> Iterator[Inline]:
    bold = italic = False
    begun, said = 0, ""
    for place, token in enumerate(tokens):
        said += text[begun : token.start()]
        begun = token.end()
        if token[1] is None and place not in paired:
            said += token[0] if token[0].startswith("*") else _meant(token)
            continue
        if said:
            yield Text(said, bold, italic)
            said = ""
        if token[1] is not None:
            yield Link(unescaped(token[1]), token[2], bold, italic)
        elif token[0] == BOLD:
            bold = not bold
        else:
            italic = not italic
    said += text[begun:]
    if said:
        yield Text(said, bold, italic)
