"""A firm's own Word file as the ground of the proposal: styles, logo, header, margins stay."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import Any

from docx.exceptions import PythonDocxError
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.exceptions import OpcError
from docx.opc.part import Part, XmlPart
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.package import Package
from lxml import etree

from roadmapper.errors import ExportError
from roadmapper.word.draft import Draft
from roadmapper.word.extras import add_notes
from roadmapper.word.merging import (
    add_house_fonts,
    add_lists,
    add_styles,
    has_chapters,
    replace_settings,
)
from roadmapper.word.ooxml import NAMESPACES
from roadmapper.word.package import footnotes_part
from roadmapper.word.sections import Sheet

_LARGEST = 20 * 2**20  # of the file
_LARGEST_INSIDE = 100 * 2**20  # of everything in it
_MOST_PARTS = 2000
_TWIPS = 20
_KEPT = frozenset(
    (RT.STYLES, RT.NUMBERING, RT.SETTINGS, RT.THEME, RT.FONT_TABLE, RT.HEADER, RT.FOOTER)
)
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATES = re.compile(
    r"application/vnd\.(?:openxmlformats-officedocument\.wordprocessingml\.template"
    r"|ms-word\.(?:document|template)\.macroEnabled(?:Template)?)\.main\+xml"
)
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, etree.LxmlError, OpcError, PythonDocxError, OSError),
    *(KeyError, ValueError, TypeError, AttributeError, IndexError, EOFError, RuntimeError),
)
_REFUSED = "The letterhead cannot be used: {}. Choose a Word document (.docx) or template (.dotx)."


@dataclass(frozen=True, slots=True)
class Feet:
    """The line added below what a footer says: the handling, with page numbers if it has none."""

    numbered: str
    plain: str

    # Any: lxml has no types.
    def below(self, footer: Any) -> Any:
        """Return the paragraph for this footer."""
        fields = (one.text or "" for one in footer.iter(qn("w:instrText")))
        simple = (one.get(qn("w:instr")) or "" for one in footer.iter(qn("w:fldSimple")))
        has_numbers = any(one.split()[:1] == ["PAGE"] for one in (*fields, *simple))
        line = self.plain if has_numbers else self.numbered
        return parse_xml(line.replace("<w:p>", f"<w:p {NAMESPACES}>", 1))


@dataclass(frozen=True, slots=True)
class Letterhead:
    """An opened letterhead without its sample text."""

    package: Package
    document: Part
    sheet: Sheet

    def fill(self, draft: Draft, xml: str, feet: Feet, language: str, fonts: Path) -> None:
        """Put the text into the letterhead, with whatever styles, lists and fonts it lacks."""
        # Any: lxml and python-docx have no types for elements.
        main: Any = self.document
        plain = has_chapters(main)
        names = add_styles(draft, main, self.sheet)
        add_lists(draft, main, names, plain=plain)
        add_house_fonts(draft, main, fonts)
        replace_settings(draft, main, language)
        body = parse_xml(xml.replace("<w:body>", f"<w:body {NAMESPACES}>", 1))
        notes = parse_xml(footnotes_part(draft.notes).partition("\n")[2])
        for root in (body, notes):
            _rename(root, names)
        for rel in main.rels.values():
            if rel.reltype == RT.FOOTER and isinstance(rel.target_part, XmlPart):
                line = feet.below(rel.target_part.element)
                _rename(line, names)
                rel.target_part.element.append(line)
        add_notes(draft, etree.tostring(notes, encoding="unicode"))
        held = main.element.body
        for child in list(held):
            held.remove(child)
        held.extend(list(body))


@contextmanager
def refusing() -> Iterator[None]:
    """Turn whatever goes wrong with a damaged letterhead into one clear sentence.

    Raises:
        ExportError: Always in place of another error.
    """
    try:
        yield
    except _BROKEN as error:
        raise ExportError(_REFUSED.format("it is damaged or of another kind")) from error


def open_letterhead(data: bytes, fallback: Sheet) -> Letterhead:
    """Return the letterhead in these bytes; `fallback` gives the page where it says nothing.

    Raises:
        ExportError: The file is damaged, of another kind, or too large when unpacked.
    """
    if len(data) > _LARGEST:
        raise ExportError(_REFUSED.format("it is larger than 20 MB"))
    with refusing():
        package = Package.open(BytesIO(_as_document(data)))
        # Any: python-docx gives the parts of a package no types.
        main: Any = package.main_document_part
        properties = _last_section(main.element.body)
        references = _references(main.element.body)
        sheet = _sheet(properties, references, fallback)
        _drop_the_rest(main, references)
    return Letterhead(package, main, sheet)


def _drop_the_rest(main: Any, references: list[Any]) -> None:
    """Cut off comments, notes, macros and whatever else the text is gone of."""
    used = {one.get(qn("r:id")) for one in references}
    for rel in list(main.rels.values()):
        kept = rel.reltype in _KEPT and not rel.is_external
        if not kept or (rel.reltype in {RT.HEADER, RT.FOOTER} and rel.rId not in used):
            del main.rels[rel.rId]


def _as_document(data: bytes) -> bytes:
    """Return the file, every part looked at, a template turned into a document."""
    held = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as source, zipfile.ZipFile(held, "w") as target:
        entries = source.infolist()
        size = sum(entry.file_size for entry in entries)
        if len(entries) > _MOST_PARTS or size > _LARGEST_INSIDE:
            raise ExportError(_REFUSED.format("it is too large when unpacked"))
        for entry in entries:
            content = source.read(entry)
            if entry.filename.endswith((".xml", ".rels")):
                _refuse_entities(content)
            if entry.filename == "[Content_Types].xml":
                content = _TEMPLATES.sub(_MAIN, content.decode("utf-8-sig")).encode()
            target.writestr(entry.filename, content)
    return held.getvalue()


def _refuse_entities(content: bytes) -> None:
    """Stop at a document type declaration: Word writes none; it may unfold without end."""
    if b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise ExportError(_REFUSED.format("it holds declarations that Word never writes"))


def _last_section(body: Any) -> Any:
    found = body.findall(qn("w:sectPr"))
    return found[-1] if found else None


def _references(body: Any) -> list[Any]:
    """Return the headers and footers of the last section, which has those before unless its own."""
    found = {
        (one.tag, one.get(qn("w:type"))): one
        for properties in body.iter(qn("w:sectPr"))
        for one in properties.iterchildren(qn("w:headerReference"), qn("w:footerReference"))
    }
    return list(found.values())


def _sheet(properties: Any, references: list[Any], fallback: Sheet) -> Sheet:
    """Return the page of the letterhead: its size, margins, headers and footers."""
    given = "".join(_reference(one) for one in references) or "<!---->"
    if properties is None:
        return replace(fallback, given=given)
    size, edges = properties.find(qn("w:pgSz")), properties.find(qn("w:pgMar"))
    width = _points(size, "w", fallback.width)
    height = _points(size, "h", fallback.height)
    margins = fallback.margins
    margins = replace(
        margins,
        left=_points(edges, "left", margins.left),
        right=_points(edges, "right", margins.right),
        top=abs(_points(edges, "top", margins.top)),
        bottom=abs(_points(edges, "bottom", margins.bottom)),
        head=_points(edges, "header", margins.head),
        foot=_points(edges, "footer", margins.foot),
    )
    first = properties.find(qn("w:titlePg")) is not None
    sheet = Sheet(width, height, margins, width > height, given, first)
    if sheet.text_width < margins.note_width + margins.note_gap:
        raise ValueError("no room for text")
    return sheet


def _reference(one: Any) -> str:
    tag = etree.QName(one).localname
    kind = one.get(qn("w:type")) or "default"
    return f'<w:{tag} w:type="{kind}" r:id="{one.get(qn("r:id"))}"/>'


def _points(element: Any, name: str, fallback: float) -> float:
    value = element.get(qn(f"w:{name}")) if element is not None else None
    return float(value) / _TWIPS if value else fallback


def _rename(root: Any, names: dict[str, str]) -> None:
    for one in root.iter(qn("w:pStyle"), qn("w:rStyle"), qn("w:tblStyle")):
        value = one.get(qn("w:val"))
        one.set(qn("w:val"), names.get(value, value))
