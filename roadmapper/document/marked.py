"""Writes typed prose as marked text: the way back from what `markup` reads.

The same prose always gives the same text, and reading that text gives the prose again. Characters
that would be read as markers are made plain only in lines where they would be.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from roadmapper.document.markup import (
    BOLD,
    ITALIC,
    JOINT,
    LONGEST_LABEL,
    Prose,
    clean,
    inline,
    is_item,
    is_word,
    link_target,
)
from roadmapper.document.tree import Inline, Line, Link, ListLook, Text, plain

Run = Text | Link
_SPECIAL = re.compile(r"(?<!\\)(?:(\\*)([*\[\]])|(\\+)(\|)|(\\+)$)")
_SHORT_LABEL = LONGEST_LABEL // 2 - 2
"""So many characters fit into a label however many of them are made plain."""
_LAST_NUMBER = 999


def marked(parts: Iterable[Prose]) -> str:
    """Return paragraphs and list items as marked text."""
    pieces: list[str] = []
    tidied = tidy(parts)
    for before, part, number in zip((None, *tidied), tidied, _numbers(tidied), strict=False):
        if before is not None:
            pieces.append("\n" if _is_one_list(before, part) else "\n\n")
        pieces.append(_written(part, number))
    return "".join(pieces)


def tidy(parts: Iterable[Prose]) -> tuple[Prose, ...]:
    """Return the same prose in the one form that is written and read.

    Spaces around lines, empty lines and empty items are gone, spaces at the edge of bold or italic
    words are plain, links lead to the web or to mail, and equal neighbors are one.
    """
    return tuple(tidied for part in parts for tidied in _tidied(part))


def _is_one_list(before: Prose, part: Prose) -> bool:
    if before.look is None or part.look is None:
        return False
    return before.look is part.look or bool(before.level or part.level)


def _numbers(parts: Sequence[Prose]) -> Iterator[int]:
    """Yield the number of each item in its list, by look and level."""
    counts = [0, 0]
    before: ListLook | None = None
    for part in parts:
        if part.look is not before:
            counts = [0, 0]
        if not part.level:
            counts[1] = 0
        counts[part.level] = min(counts[part.level] + 1, _LAST_NUMBER)
        before = part.look
        yield counts[part.level]


def _written(part: Prose, number: int) -> str:
    body = _line(part.line)
    if part.look is None:
        return "\n".join(JOINT + one if is_item(one) else one for one in body.split("\n"))
    mark = "-" if part.look is ListLook.BULLET else f"{number}."
    return f"{'  ' * part.level}{mark} {body}"


# --- one line with its markers --------------------------------------------------------------------


def _line(line: Line) -> str:
    runs = [run for run in line if isinstance(run, Run)]
    short = _joined(_pieces(runs, careful=False))
    return short if inline(short) == line else _joined(_pieces(runs, careful=True))


def _pieces(runs: Sequence[Run], *, careful: bool) -> Iterator[tuple[str, str]]:
    """Yield texts and the markers that open and close between them, well nested."""
    opened: list[str] = []
    for at, run in enumerate(runs):
        wanted = _marks(run)
        while not wanted.issuperset(opened):
            yield opened.pop(), "close"
        # What goes on longer is the outer one; of two that end alike it is bold.
        ends = {mark: (_end(runs, at, mark), mark) for mark in wanted.difference(opened)}
        for mark in sorted(ends, key=ends.__getitem__, reverse=True):
            opened.append(mark)
            yield mark, "open"
        yield _said(run, careful=careful), "text"
    while opened:
        yield opened.pop(), "close"


def _marks(run: Run) -> frozenset[str]:
    return frozenset(mark for mark, is_on in ((BOLD, run.bold), (ITALIC, run.italic)) if is_on)


def _end(runs: Sequence[Run], at: int, mark: str) -> int:
    """Return where the stretch of a mark that begins at a run ends."""
    end = at
    while end < len(runs) and mark in _marks(runs[end]):
        end += 1
    return end


def _said(run: Run, *, careful: bool) -> str:
    text = _SPECIAL.sub(_escaped, run.text) if careful else run.text
    return f"[{text}]({run.target})" if isinstance(run, Link) else text


def _escaped(found: re.Match[str]) -> str:
    if found[2]:
        return found[1] * 2 + "\\" + found[2]
    if found[4]:
        return found[3] * 2 + found[4]
    return found[5] * 2 + JOINT


def _joined(pieces: Iterable[tuple[str, str]]) -> str:
    """Return texts and markers in one, with a joint wherever a marker could not stand."""
    told = [*pieces, ("", "text")]
    whole = ""
    for (piece, kind), (after, next_kind) in pairwise(told):
        if kind == "text":
            whole += piece
            continue
        last, first = whole[-1:], after[:1]
        touches = last == "*" and not whole.endswith("\\*")
        if touches or (is_word(last) if kind == "open" else last.isspace()):
            whole += JOINT
        whole += piece
        if next_kind == "text" and (first.isspace() if kind == "open" else is_word(first)):
            whole += JOINT
    return whole


# --- the one form ---------------------------------------------------------------------------------


def _tidied(part: Prose) -> Iterator[Prose]:
    lines = [_stripped(line) for line in _split(part)]
    if part.look is not None:
        whole = _merged(_edged(_with_breaks(lines, " ")))
        if plain(whole).strip():
            yield Prose(_short_labels(whole), part.look, min(part.level, 1))
        return
    for told, group in groupby(lines, key=bool):
        if told:
            yield Prose(_short_labels(_merged(_edged(_with_breaks(list(group), "\n")))))


def _split(part: Prose) -> list[list[Run]]:
    lines: list[list[Run]] = [[]]
    for run in part.line:
        if not isinstance(run, Run):
            continue
        for at, text in enumerate(clean(run.text).split("\n")):
            if at:
                lines.append([])
            if text:
                lines[-1].append(_checked(replace(run, text=text)))
    return lines


def _checked(run: Run) -> Run:
    if isinstance(run, Text):
        return run
    target = link_target(run.target) if run.text.strip() else ""
    return replace(run, target=target) if target else Text(run.text, run.bold, run.italic)


def _stripped(line: list[Run]) -> list[Run]:
    """Return a line without the spaces around it."""
    while line and isinstance(line[0], Text):
        text = line[0].text.lstrip()
        if text:
            line = [replace(line[0], text=text), *line[1:]]
            break
        line = line[1:]
    while line and isinstance(line[-1], Text):
        text = line[-1].text.rstrip()
        if text:
            return [*line[:-1], replace(line[-1], text=text)]
        line = line[:-1]
    return line


def _with_breaks(lines: Iterable[list[Run]], between: str) -> list[Run]:
    """Return lines as one; a break between two bold words is bold."""
    whole: list[Run] = []
    for line in lines:
        if whole and line:
            last, first = whole[-1], line[0]
            bold, italic = last.bold and first.bold, last.italic and first.italic
            whole.append(Text(between, bold, italic))
        whole += line
    return whole


def _edged(runs: list[Run]) -> list[Run]:
    """Return runs in which no bold or italic stretch begins or ends with a space."""
    for name in ("bold", "italic"):
        runs = _unmarked_starts(runs, name, from_left=True)
        runs = _unmarked_starts(runs[::-1], name, from_left=False)[::-1]
    return runs


def _unmarked_starts(runs: list[Run], name: str, *, from_left: bool) -> list[Run]:
    told: list[Run] = []
    inside = False
    for run in runs:
        rest = run
        if getattr(run, name) and not inside and isinstance(run, Text):
            body = run.text.lstrip() if from_left else run.text.rstrip()
            size = len(run.text) - len(body)
            space = run.text[:size] if from_left else run.text[len(body) :]
            if space:
                told.append(Text(space, run.bold and name != "bold", run.italic and name == "bold"))
            rest = replace(run, text=body)
        if rest.text:
            told.append(rest)
            inside = getattr(run, name)
    return told


def _merged(runs: Iterable[Run]) -> Line:
    told: list[Inline] = []
    for key, group in groupby(runs, key=lambda run: replace(run, text="")):
        told.append(replace(key, text="".join(run.text for run in group)))
    return tuple(told)


def _short_labels(line: Line) -> Line:
    """Return a line in which every label of a link is short enough to be read again."""
    told: list[Inline] = []
    for run in line:
        if not isinstance(run, Link) or len(_SPECIAL.sub(_escaped, run.text)) <= LONGEST_LABEL:
            told.append(run)
            continue
        starts = range(0, len(run.text), _SHORT_LABEL)
        told += [replace(run, text=run.text[at : at + _SHORT_LABEL]) for at in starts]
    return tuple(told)
