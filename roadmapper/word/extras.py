"""Footnotes, embedded fonts and the map of answers, put into a package beside its text."""

import hashlib
from collections.abc import Collection
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from roadmapper.word.draft import Draft
from roadmapper.word.fonts import embedded_fonts, font_table
from roadmapper.word.ooxml import DECLARATION
from roadmapper.word.package import (
    OFFICE,
    SOURCES,
    LatePart,
    add_part,
    footnotes_part,
    sources_part,
)

_STORE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_ODTTF = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
FontIds = dict[tuple[str, str], tuple[str, str]]


def add_notes(draft: Draft, notes: str = "") -> None:
    """Add the footnotes of the draft, with the web addresses in them."""
    xml = notes or footnotes_part(draft.notes)
    part, _ = draft.embed("/word/footnotes.xml", CT.WML_FOOTNOTES, RT.FOOTNOTES, xml.encode())
    for address, relation in draft.note_links.items():
        part.rels.add_relationship(RT.HYPERLINK, address, relation, is_external=True)


def add_sources(draft: Draft, revision: str) -> None:
    """Add the custom XML part that says what the bookmarks are, and the description Word wants."""
    digest = hashlib.sha256(SOURCES.encode()).hexdigest().upper()
    store = "-".join((digest[:8], digest[8:12], digest[12:16], digest[16:20], digest[20:32]))
    xml = sources_part(draft.anchors, draft.places, revision)
    item, _ = draft.embed("/customXml/item1.xml", CT.XML, RT.CUSTOM_XML, xml.encode())
    named = (
        f'{DECLARATION}<ds:datastoreItem ds:itemID="{{{store}}}"'
        f' xmlns:ds="{OFFICE}/officeDocument/2006/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{SOURCES}"/></ds:schemaRefs></ds:datastoreItem>'
    )
    about = add_part(draft.package, "/customXml/itemProps1.xml", _STORE, named)
    item.relate_to(about, RT.CUSTOM_XML_PROPS)


def add_fonts(draft: Draft, folder: Path) -> None:
    """Add the font table, with every face of the style sheet embedded."""
    table = LatePart(PackURI("/word/fontTable.xml"), CT.WML_FONT_TABLE)
    table.text = font_table(draft.sheet, embed_faces(draft, table, folder)).encode()
    draft.document.relate_to(table, RT.FONT_TABLE)


def embed_faces(draft: Draft, table: Part, folder: Path, without: Collection[str] = ()) -> FontIds:
    """Relate each face that the font table lacks; return relationship and key."""
    ids: FontIds = {}
    for number, font in enumerate(embedded_fonts(draft.sheet, folder), 1):
        if font.family in without:
            continue
        part = add_part(draft.package, f"/word/fonts/proposal{number}.odttf", _ODTTF, font.data)
        ids[font.family, font.face] = table.relate_to(part, RT.FONT), font.key
    return ids
