"""Compares a document tree with what was read back from its file."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote

from roadmapper.document.tree import Document
from roadmapper.gate.order import (
    Place,
    Said,
    alike,
    groups,
    is_blurred,
    is_counted,
    is_mostly_blurred,
    said,
)
from roadmapper.gate.reading import Grid, Kind, Reading, bare, spaced
from roadmapper.gate.said import (
    Part,
    charts_of,
    grids_of,
    headings_of,
    images_of,
    links_of,
    notes_of,
    parts_of,
)

_SHOWN = 60  # letters of a text in a message


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
    looked_for = [said(part.passages, drawn=read.is_drawn) for part in parts]
    text = "".join(bare(one.text) for one in read.of(*kinds))
    if read.is_drawn:
        looked_for, text = alike(looked_for, text)
    if is_mostly_blurred(looked_for):
        yield from _words(parts, looked_for, text)
        return
    place = Place(text)
    for part, passages in zip(parts, looked_for, strict=True):
        for held in groups(passages):
            missing, between = place.pass_over(held)
            if not is_counted(between) and not held[0].passage.repeated:
                yield Fault(part.where, f'The file says "{_cut(between)}", the document does not.')
            for one in missing:
                yield Fault(part.where, f'"{_cut(one.text)}" is missing or changed.')
    if not is_counted(place.rest):
        yield Fault("the end", f'The file says "{_cut(place.rest)}", the document does not.')


def _words(parts: list[Part], looked_for: list[list[Said]], text: str) -> Iterator[Fault]:
    """See whether the file says each word that can be read back, in whatever order."""
    for part, passages in zip(parts, looked_for, strict=True):
        for one in passages:
            if not (one.is_blurred or one.passage.optional or one.has_words_in(text)):
                yield Fault(part.where, f'"{_cut(one.passage.text)}" is missing or changed.')


def _cut(text: str) -> str:
    line = spaced([text])
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…"


def _headings(document: Document, read: Reading) -> Iterator[Fault]:
    found = iter([bare(one.text) for one in read.of(Kind.HEADING)])
    listed = [bare(one) for one in read.outline]
    for title in headings_of(document):
        wanted = "" if read.is_drawn and is_blurred(title) else bare(title)
        if wanted and not any(one.endswith(wanted) for one in found):
            yield Fault("the headings", f'"{_cut(title)}" is no heading in its place.')
            return
        if wanted and read.is_drawn and not any(one.endswith(wanted) for one in listed):
            yield Fault("the outline", f'The heading "{_cut(title)}" is not in the outline.')


def _tables(document: Document, read: Reading) -> Iterator[Fault]:
    found = iter(read.grids)
    for caption, grid in grids_of(document):
        first = None if read.is_drawn and is_blurred(grid.first) else bare(grid.first)
        if not any(_is_grid(grid, first, one) for one in found):
            yield Fault(
                f'the table "{_cut(caption)}"',
                f"It has not its {grid.rows} rows of {grid.columns} columns in its place.",
            )
            return


def _is_grid(wanted: Grid, first: str | None, found: Grid) -> bool:
    """Return whether a table has the size and the first cell that are wanted; None is any cell."""
    same = (found.rows, found.columns) == (wanted.rows, wanted.columns)
    return same and (first is None or bare(found.first) == first)


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
        if bare(note) not in found and not (read.is_drawn and is_blurred(note)):
            yield Fault("the notes", f'The note "{_cut(note)}" is missing or changed.')


def _links(document: Document, read: Reading) -> Iterator[Fault]:
    found = Counter(map(_address, read.links))
    wanted = {_address(one.target): one.target for one in links_of(document) if one.text}
    for address, target in sorted(wanted.items()):
        if _TAKEN.fullmatch(target) and not found[address]:
            yield Fault("the links", f'The link to "{target}" is missing.')
    for target in sorted(found.keys() - wanted.keys() - {"#"}):
        yield Fault("the links", f'There is a link to "{target}", and the document has none.')


def _address(target: str) -> str:
    """Return where a link leads, as it can be compared; "#" for a place inside."""
    return "#" if target.startswith("#") else bare(unquote(target))


# What every kind of file takes for a link; other addresses are plain text in some.
_TAKEN = re.compile(
    r"https?://[\w.-]+(?::\d{1,5})?(?:[/?#][!-~]*)?|mailto:[^@\s]+@[\w.-]+", re.ASCII
)
