"""Makes a proof: the document as it reads now, as pages, with the place of each answer on them."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from roadmapper import paths
from roadmapper.document.compose import Edition, compose
from roadmapper.document.style import load_style
from roadmapper.document.tree import (
    Block,
    Bullets,
    Chapter,
    Chart,
    Heading,
    ModelFacts,
    Paragraph,
    Quote,
    Source,
    SourceEntry,
    Sources,
    Table,
    Timeline,
    walk,
)
from roadmapper.gather import told
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.printed import accent, has_annexes, has_model_labels, printed
from roadmapper.proposal.renaming import renamed
from roadmapper.template.model import Template
from roadmapper.template.shelf import template_in


@dataclass(frozen=True, slots=True)
class ProofOrder:
    """What a proof is made of; every part can travel to another process.

    `changed` is the day the document bears.
    """

    template: Path
    answers: Answers
    audience: str
    paper: str
    changed: datetime


@dataclass(frozen=True, slots=True)
class Opening:
    """A chapter, the step its answers come from, and the page (from 1) on which it begins."""

    key: str
    title: str
    section: str
    page: int


@dataclass(frozen=True, slots=True)
class Proof:
    """A document as pages. `places` leads from an address to the page its answer stands on."""

    data: bytes
    page_count: int
    places: Mapping[str, int]
    chapters: tuple[Opening, ...]

    def page_of(self, path: str) -> int | None:
        """Return the page of an address: its own, that of what lies in or around it, its step's."""
        around = path
        while around:
            if around in self.places:
                return self.places[around]
            around = around[: max(around.rfind("["), around.rfind("."), 0)]
        root = path.partition("[")[0]
        inside = (page for one, page in self.places.items() if one.partition("[")[0] == root)
        section = path.partition(".")[0]
        opening = (one.page for one in self.chapters if one.section == section)
        return min(inside, default=None) or next(opening, None)

    def chapter_at(self, page: int) -> str:
        """Return the title of the chapter to which a page belongs; empty before the first."""
        before = [one.title for one in self.chapters if one.page <= page]
        return before[-1] if before else ""


def proof(order: ProofOrder) -> Proof:
    """Return a proof; what is missing or wrong stands in the way of none.

    Raises:
        TemplateError: The template cannot be used.
    """
    from roadmapper.pdf.write import write  # noqa: PLC0415 - reportlab loads late

    template = template_in(order.template)
    answers = order.answers.changed(renamed(template, order.answers))
    edition = Edition(
        order.audience,
        order.changed,
        "",
        annexes=has_annexes(answers),
        chapters=printed(template, answers),
        labels=has_model_labels(answers),
    )
    document = compose(told(template, answers), edition)
    style = load_style(template.folder / "style.toml").in_accent(accent(answers))
    layout = write(document, style, style.papers[order.paper], fonts=paths.fonts())
    return Proof(
        layout.data,
        layout.page_count,
        dict(_places(document.chapters, layout.pages)),
        tuple(_openings(document.chapters, layout.pages, template)),
    )


def _openings(
    chapters: Iterable[Chapter], pages: Mapping[str, int], template: Template
) -> Iterator[Opening]:
    sections = {rule.id: rule.section for rule in template.chapters}
    for chapter in chapters:
        yield Opening(chapter.key, chapter.title, sections[chapter.key], pages[chapter.key])


def _places(chapters: Iterable[Chapter], pages: Mapping[str, int]) -> Iterator[tuple[str, int]]:
    """Yield each address with the page of the last key before it; the first place counts."""
    seen: set[str] = set()
    for chapter in chapters:
        page = pages[chapter.key]
        for block in walk(chapter.blocks):
            page = pages.get(_key_of(block), page)
            for path, entry in _paths(block):
                if path not in seen:
                    seen.add(path)
                    yield path, pages.get(entry, page)


def _key_of(block: Block) -> str:
    match block:
        case Heading(key=key) | Table(key=key) | ModelFacts(key=key):
            return key
        case Chart(key=key) | Timeline(key=key):
            return key
        case _:
            return ""


def _paths(block: Block) -> Iterator[tuple[str, str]]:
    """Yield the addresses of the answers in a block, with the key of an entry of its own."""
    for one in _told_by(block):
        source = one.source if isinstance(one, SourceEntry) else one
        key = one.key if isinstance(one, SourceEntry) else ""
        if source is not None:
            yield source.path, key


def _told_by(block: Block) -> Iterator[Source | SourceEntry | None]:
    match block:
        case Heading(source=source) | Paragraph(source=source) | Quote(source=source):
            yield source
        case Bullets(items=items):
            yield from (item.source for item in items)
        case Table(rows=rows):
            yield from (cell.source for row in rows for cell in row.cells)
        case Sources(entries=entries):
            yield from entries
        case ModelFacts():
            yield from (fact.source for fact in block.facts)
        case _:
            pass
