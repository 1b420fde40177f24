"""Searches what was read from a file, and its bytes, for words that must not stand in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from roadmapper.gate.layers import layers_of
from roadmapper.gate.needles import Needle, stands, words_of
from roadmapper.gate.reading import Kind, Reading, bare
from roadmapper.proposal.naming import Mention, Others

FILE_NAME = "the file name"
_PLACES = {
    Kind.HEADING: "the headings",
    Kind.TEXT: "the text",
    Kind.CELL: "the tables",
    Kind.CAPTION: "the captions",
    Kind.NOTE: "the notes",
    Kind.IMAGE: "the words that stand for pictures",
}


@dataclass(frozen=True)
class Told:
    """A stretch of a file as text, and where it stands; `markup` has names of tags in it.

    One that is `raw` is of the file's bytes, not of what a person reads.
    """

    where: str
    text: str
    markup: bool = False
    raw: bool = False

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words without their case."""
        return words_of(self.text)

    @cached_property
    def plain(self) -> str:
        """Its text on one line."""
        return " ".join(self.text.split())

    @cached_property
    def folded(self) -> str:
        """Its text on one line, without its case."""
        return self.plain.casefold()

    @cached_property
    def bare(self) -> str:
        """Its letters, without hyphens and spaces; none if it is `raw`."""
        return "" if self.raw else bare(self.text)


def texts_of(data: bytes, name: str, read: Reading) -> Iterator[Told]:
    """Yield everything that a file says: its name, what a person reads, its bytes unpacked."""
    yield Told(FILE_NAME, name.replace("_", " ").replace("-", " "))
    for kind, where in _PLACES.items():
        yield Told(where, "\n".join(one.text for one in read.of(kind)))
    yield Told("the head or foot of pages", "\n".join(read.margins))
    yield Told("the outline", "\n".join(read.outline))
    yield Told("the links", "\n".join(read.links))
    for key, value in read.properties.items():
        yield Told(f'the property "{key}"', value)
    for layer in layers_of(data, "the file"):
        yield Told(layer.where, layer.text, layer.markup, raw=True)


def search(texts: Sequence[Told], needles: Iterable[Needle]) -> Iterator[tuple[Needle, Told]]:
    """Yield each of the needles that stands in a text, with the first one it stands in."""
    for one in needles:
        wanted = one.text if one.exact else one.text.casefold()
        for text in texts:
            if text.markup and one.plain:
                continue
            is_there = one.words <= text.words and stands(
                wanted, text.plain if one.exact else text.folded
            )
            if is_there or (not one.plain and text.bare and one.bare in text.bare):
                yield one, text
                break


def mentions(texts: Sequence[Told], others: Others) -> Iterator[tuple[Mention, Told]]:
    """Yield each name of another proposal that stands in a text, with the first it stands in."""
    seen: set[str] = set()
    for text in texts if others else ():
        any_case = text.where == FILE_NAME
        for one in others.mentioned(text.text, any_case=any_case, whole=False, markup=text.markup):
            if one.name.text not in seen:
                seen.add(one.name.text)
                yield one, text
