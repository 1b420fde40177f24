"""Compares a document tree with what was read back from its file."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from roadmapper.document.tree import Document
from roadmapper.gate.reading import Kind, Passage, Reading, bare, spaced
from roadmapper.gate.said import (
    charts_of,
    grids_of,
    headings_of,
    images_of,
    links_of,
    notes_of,
    parts_of,
)

_FAR = 20_000  # letters of a file in which the next passage is looked for
_LOOSE = 200  # letters more than twice its own in which passages of any order are looked for
_SHOWN = 60
# What a file works out itself: numbers of chapters, tables, figures, notes, pages and criteria.
_COUNTED = re.compile(r"(?:table|figure|annex|[a-z](?![a-z])|[\d\W_])*")
# Letters whose order on paper is another than in the text, or that join into one sign.
_JOINING = re.compile("[\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufeff]")


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in which a file is not the document: where, and what, in words."""

    where: str
    what: str


def compare(document: Document, read: Reading) -> list[Fault]:
    """Return in what a file differs from the document it was made of; nothing if in nothing."""
    return [
        *_texts(document, read),
        *_headings(document, read),
        *_tables(document, read),
        *_images(document, read),
        *_charts(document, read),
        *_notes(document, read),
        *_links(document, read),
        *(Fault("the file", one) for one in read.broken),
    ]


def _texts(document: Document, read: Reading) -> Iterator[Fault]:
    """See whether the file says each text of the document in turn, and nothing between them."""
    kinds = (Kind.HEADING, Kind.TEXT, Kind.CELL, Kind.CAPTION)
    parts = list(parts_of(document))
    said = [[(one, bare(one.text)) for one in part.passages] for part in parts]
    text = "".join(bare(one.text) for one in read.of(*kinds))
    if read.is_drawn:
        said, text = _drawable(said, text)
    place = _Place(text)
    for part, passages in zip(parts, said, strict=True):
        for held in _groups(passages):
            missing, between = place.pass_over(held)
            if _COUNTED.fullmatch(between) is None and not held[0][0].repeated:
                yield Fault(part.where, f'The file says "{_cut(between)}", the document does not.')
            for one in missing:
                yield Fault(part.where, f'"{_cut(one.text)}" is missing or changed.')
    if _COUNTED.fullmatch(place.rest) is None:
        yield Fault("the end", f'The file says "{_cut(place.rest)}", the document does not.')


Said = list[tuple[Passage, str]]


def _groups(passages: Said) -> Iterator[Said]:
    """Yield passages one by one, but those together whose order depends on the kind of file."""
    held: Said = []
    for one in passages:
        if one[1] and one[0].loose:
            held.append(one)
            continue
        if held:
            yield held
            held = []
        if one[1]:
            yield [one]
    if held:
        yield held


class _Place:
    """How far a file has been read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._at = 0

    @property
    def rest(self) -> str:
        """What was not read yet."""
        return self._text[self._at :]

    def pass_over(self, held: Said) -> tuple[list[Passage], str]:
        """Go past these passages; return those that are not there, and what stands before them."""
        size = sum(len(text) for _, text in held)
        if len(held) == 1:
            return self._pass_over_one(*held[0])
        window = self._text[self._at : self._at + 2 * size + _LOOSE]
        missing, end = [], 0
        left = list(window)
        # The longest first: a short one could stand inside of a longer one.
        for passage, text in sorted(held, key=lambda one: -len(one[1])):
            start = window.find(text)
            if start < 0:
                missing += [] if passage.optional else [passage]
                continue
            end = max(end, start + len(text))
            left[start : start + len(text)] = "\0" * len(text)
            window = "".join(left)
        self._at += end
        return missing, "".join(left[:end]).replace("\0", "")

    def _pass_over_one(self, passage: Passage, text: str) -> tuple[list[Passage], str]:
        start = self._text.find(text, self._at, self._at + len(text) + _FAR)
        if start < 0:
            return [] if passage.optional else [passage], ""
        between = self._text[self._at : start]
        if passage.optional and _COUNTED.fullmatch(between) is None:
            return [], ""
        self._at = start + len(text)
        return [], between


def _drawable(said: list[Said], text: str) -> tuple[list[Said], str]:
    """Return both sides without letters that cannot be read back one by one from a drawing."""
    both = set(text) & {letter for part in said for _, one in part for letter in one}

    def kept(held: str) -> str:
        return "".join(one for one in held if ord(one) < _SIMPLE or one in both)

    def plain(held: str) -> str:
        return held if held.isascii() else kept(_JOINING.sub("", held))

    return [[(one, plain(words)) for one, words in part] for part in said], plain(text)


_SIMPLE = 0x250  # below it, letters are drawn one by one and by every font of ours


def _cut(text: str) -> str:
    line = spaced([text])
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def _headings(document: Document, read: Reading) -> Iterator[Fault]:
    found = iter([bare(one.text) for one in read.of(Kind.HEADING)])
    listed = [bare(one) for one in read.outline]
    for title in headings_of(document):
        wanted = bare(title)
        if wanted and not any(one.endswith(wanted) for one in found):
            yield Fault("the headings", f'"{_cut(title)}" is no heading in its place.')
            return
        if wanted and read.is_drawn and not any(one.endswith(wanted) for one in listed):
            yield Fault("the outline", f'The heading "{_cut(title)}" is not in the outline.')


def _tables(document: Document, read: Reading) -> Iterator[Fault]:
    found = iter([(one.rows, one.columns, bare(one.first)) for one in read.grids])
    for caption, grid in grids_of(document):
        wanted = (grid.rows, grid.columns, bare(grid.first))
        if not any(one == wanted for one in found):
            yield Fault(
                f'the table "{_cut(caption)}"',
                f"It has not its {grid.rows} rows of {grid.columns} columns in its place.",
            )
            return


def _images(document: Document, read: Reading) -> Iterator[Fault]:
    found = [bare(one.text) for one in read.of(Kind.IMAGE)]
    for alt in images_of(document):
        if not any(bare(alt).rstrip(".") in one for one in found):
            yield Fault("the pictures", f'The picture "{_cut(alt)}" is missing.')


def _charts(document: Document, read: Reading) -> Iterator[Fault]:
    """See whether each native chart holds the numbers of a chart of the document, in turn."""
    told = iter(list(charts_of(document)))
    for chart in read.charts:
        if not any(chart.series[: len(series)] == series for _, series in told):
            yield Fault(f'the chart "{chart.where}"', "Its numbers are not those of the document.")
            return


def _notes(document: Document, read: Reading) -> Iterator[Fault]:
    found = "".join(bare(one.text) for one in read.of(Kind.NOTE))
    for note in notes_of(document):
        if bare(note) not in found and not (read.is_drawn and _JOINING.search(note)):
            yield Fault("the notes", f'The note "{_cut(note)}" is missing or changed.')


def _links(document: Document, read: Reading) -> Iterator[Fault]:
    found = Counter(map(_address, read.links))
    wanted = {_address(one.target) for one in links_of(document) if one.text}
    for target in sorted(one for one in wanted if one.startswith(_SCHEMES)):
        if not found[target]:
            yield Fault("the links", f'The link to "{target}" is missing.')
    for target in sorted(found.keys() - wanted - {"#"}):
        yield Fault("the links", f'There is a link to "{target}", and the document has none.')


def _address(target: str) -> str:
    """Return where a link leads, as it can be compared; "#" for a place inside."""
    return "#" if target.startswith("#") else unquote(target).casefold()


_SCHEMES = ("http://", "https://", "mailto:")
