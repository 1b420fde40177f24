"""What gathers while a document is written: ids, bookmarks, notes, links, styles in use."""

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.part import Part

from roadmapper.document.measure import Measure
from roadmapper.document.style import Style
from roadmapper.document.tree import (
    Chapter,
    Chart,
    Document,
    Heading,
    ModelFacts,
    Source,
    Sources,
    Table,
    Timeline,
    walk,
)
from roadmapper.word.notes import Counting
from roadmapper.word.numbering import LISTS, list_id
from roadmapper.word.ooxml import paragraph
from roadmapper.word.package import Anchor, add_part

_NAME_LIMIT = 40  # Word cuts bookmark names there


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as PNG and SVG, and how large it stands on the page, in points."""

    png: bytes
    svg: bytes
    width: float
    height: float


@dataclass(slots=True)
class Draft:
    """The open ends of a Word file while its text is written; one per file."""

    sheet: Style
    measure: Measure
    package: OpcPackage
    document: Part
    page_room: float  # the height between the margins of an upright page
    beside: float  # the width of the column for side notes, with the gap before it
    given: bool  # in a letterhead, whose styles may space otherwise
    pages: Mapping[str, int]
    pictures: Mapping[str, Picture]
    places: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    anchors: list[Anchor] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    lists: list[tuple[str, int]] = field(default_factory=list)
    used: set[str] = field(default_factory=set)
    note_links: dict[str, str] = field(default_factory=dict)
    counting: Counting = Counting.CHAPTER
    in_note: bool = False
    level: int = 1
    _names: set[str] = field(default_factory=set)
    _images: dict[bytes, str] = field(default_factory=dict)
    _marks: dict[int, str] = field(default_factory=dict)
    _opened: set[str] = field(default_factory=set)
    _chapter: int = 0
    _chapters: int = 0
    _begun: bool = False
    _bookmark: int = 0
    _drawing: int = 1000  # far above the drawings in the headers of a letterhead

    def style(self, name: str) -> str:
        """Return the id of a paragraph style and remember that it is worn."""
        self.used.add(name)
        return name

    def paragraph(self, style: str, content: str = "", *, extra: str = "", text: str = "") -> str:
        """Return a paragraph in this style."""
        return paragraph(self.style(style), content, extra=extra, text=text)

    def after(self, text: str) -> float:
        """Return the space below a paragraph in this text style."""
        return self.sheet.text[text].after

    def step_to(self, level: int) -> int:
        """Return the level a heading gets: the wanted one, but at most one deeper than the last."""
        self.level = min(level, self.level + 1)
        return self.level

    def link(self, address: str) -> str:
        """Return the relationship id of a web address, in the part that is being written."""
        if self.in_note:
            return self.note_links.setdefault(address, f"rId{len(self.note_links) + 1}")
        return self.document.relate_to(address, RT.HYPERLINK, is_external=True)

    def embed(self, name: str, kind: str, relation: str, body: bytes) -> tuple[Part, str]:
        """Return a new part related to the text, and its relationship id."""
        part = add_part(self.package, name, kind, body)
        return part, self.document.relate_to(part, relation)

    def image(self, name: str, kind: str, body: bytes) -> str:
        """Return the relationship id of an image; the same image is held once."""
        if body not in self._images:
            _, self._images[body] = self.embed(f"/word/media/{name}", kind, RT.IMAGE, body)
        return self._images[body]

    def drawing(self) -> int:
        """Return a fresh id for a drawing."""
        self._drawing += 1
        return self._drawing

    def answer(self, source: Source | None, content: str) -> str:
        """Return the content, in a bookmark of its own if it is one answer."""
        if source is None:
            return content
        digest = hashlib.sha256(f"{source.path}\n{source.part}".encode("utf-8", "replace"))
        name = self._fresh(f"_rm_{digest.hexdigest()[:16]}")
        self.anchors.append(Anchor(name, source))
        return self._marked(name, content)

    def place(self, key: str, content: str) -> str:
        """Return the content as the place that links and page numbers with this key lead to."""
        name = self.places.get(key, "")
        if not name or name in self._opened:
            return content
        self._opened.add(name)
        return self._marked(name, content)

    def page(self, key: str) -> str:
        """Return the page number to show for a key until Word or LibreOffice counted."""
        return str(self.pages.get(key, 1))

    def new_list(self, kind: str, start: int = 1) -> int:
        """Return which of the lists of the document this is, counted from 0."""
        self.lists.append((kind, start))
        return len(self.lists) - 1

    def chapter_number(self, chapter: Chapter) -> str:
        """Return how a chapter heading counts: on from the last, or from a number of its own."""
        if chapter.annex:
            return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{LISTS["Annexes"]}"/></w:numPr>'
        expected, self._chapter = self._chapter + 1, chapter.number
        if chapter.number != expected:
            self._chapters = list_id(self.new_list("Chapters", chapter.number))
        if not self._chapters:
            return ""
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{self._chapters}"/></w:numPr>'

    def section_notes(self) -> str:
        """Return how the notes of the next section count, where each chapter's begin anew."""
        if self.counting is not Counting.CHAPTER:
            return ""
        begun, self._begun = self._begun, True
        return "continuous" if begun else "eachSect"

    def begin_chapter(self) -> None:
        """Forget the notes and headings of the chapter before: their numbers begin anew."""
        if self.counting is not Counting.DOCUMENT:
            self._marks.clear()
        self._begun = False
        self.level = 1

    def note(self, number: int, content: str) -> tuple[int, str]:
        """Return the id of a footnote (0: there already) and the bookmark of its mark."""
        if number in self._marks:
            return 0, self._marks[number]
        self.notes.append(content)
        self._marks[number] = f"_note_{len(self.notes)}"
        return len(self.notes), self._marks[number]

    def mark_note(self, name: str, content: str) -> str:
        """Return the mark of a footnote in the bookmark that later marks lead to."""
        return self._marked(name, content)

    def _marked(self, name: str, content: str) -> str:
        self._bookmark += 1
        one = self._bookmark
        return (
            f'<w:bookmarkStart w:id="{one}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{one}"/>'
        )

    def _fresh(self, name: str) -> str:
        unique, count = name, 1
        while unique in self._names:
            count += 1
            unique = f"{name}_{count}"
        self._names.add(unique)
        return unique


def bookmark_name(key: str) -> str:
    """Return the name of the bookmark of a key, legal in Word and the same every time."""
    name = f"_key_{key}"
    if re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name) and len(name) <= _NAME_LIMIT:
        return name
    return f"_key_{hashlib.sha256(key.encode('utf-8', 'replace')).hexdigest()[:24]}"


def places(document: Document) -> dict[str, str]:
    """Return the bookmark name of every key in the document."""
    keys = ["contents"]
    for chapter in document.chapters:
        keys.append(chapter.key)
        keys.extend(_keys(chapter))
    return {key: bookmark_name(key) for key in keys if key}


def labels(document: Document) -> dict[str, str]:
    """Return the label ("Table 3") of every captioned block."""
    found: dict[str, str] = {}
    for chapter in document.chapters:
        for block in walk(chapter.blocks):
            match block:
                case Table(key=key, number=number):
                    found[key] = f"Table {number}"
                case Chart(key=key, number=number) | Timeline(key=key, number=number):
                    found[key] = f"Figure {number}"
                case _:
                    pass
    return found


def _keys(chapter: Chapter) -> Iterable[str]:
    for block in walk(chapter.blocks):
        match block:
            case (
                Heading(key=key)
                | Table(key=key)
                | ModelFacts(key=key)
                | Chart(key=key)
                | Timeline(key=key)
            ):
                yield key
            case Sources(entries=entries):
                yield from (entry.key for entry in entries)
            case _:
                pass
