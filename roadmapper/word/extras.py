"""Footnotes and embedded fonts, put into a package beside its text."""

from collections.abc import Collection
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from roadmapper.word.draft import Draft
from roadmapper.word.fonts import embedded_fonts, font_table
from roadmapper.word.package import LatePart, add_part, footnotes_part

_ODTTF = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
FontIds = dict[tuple[str, str], tuple[str, str]]


def add_notes(draft: Draft, notes: str = "") -> None:
    """Add the footnotes of the draft, with the web addresses in them."""
    xml = notes or footnotes_part(draft.notes)
    part, _ = draft.embed("/word/footnotes.xml", CT.WML_FOOTNOTES, RT.FOOTNOTES, xml.encode())
    for address, relation in draft.note_links.items():
        part.rels.add_relationship(RT.HYPERLINK, address, relation, is_external=True)


def add_fonts(draft: Draft, folder: Path) -> None:
    """Add the font table, with every face of the style sheet embedded."""
    table = LatePart(PackURI("/word/fontTable.xml"), CT.WML_FONT_TABLE)
    table.text = font_table(draft.sheet, embed_faces(draft, table, folder)).encode()
    draft.document.relate_to(table, RT.FONT_TABLE)


def embed_faces(draft: Draft, table: Part, folder: Path, without: Collection[str] = ()) -> FontIds:
    """Relate every face to the font table, but for families it has, and return relationship and key."""
    ids: FontIds = {}
    for number, font in enumerate(embedded_fonts(draft.sheet, folder), 1):
        if font.family in without:
            continue
        part = add_part(draft.package, f"/word/fonts/proposal{number}.odttf", _ODTTF, font.data)
        ids[font.family, font.face] = table.relate_to(part, RT.FONT), font.key
    return ids
