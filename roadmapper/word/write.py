"""The public door: a document tree in, the bytes of a Word file out."""

from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI

from roadmapper.document.measure import Measure
from roadmapper.document.style import Paper, Style
from roadmapper.document.tree import Document
from roadmapper.word import draft as drafts
from roadmapper.word.body import body
from roadmapper.word.draft import Draft, Picture
from roadmapper.word.extras import add_fonts, add_notes, add_sources
from roadmapper.word.letterhead import Feet, open_letterhead, refusing
from roadmapper.word.notes import counting
from roadmapper.word.numbering import numbering_part
from roadmapper.word.ooxml import DECLARATION, NAMESPACES
from roadmapper.word.package import (
    LatePart,
    add_properties,
    package_bytes,
    settings_part,
)
from roadmapper.word.pages import patch_pages
from roadmapper.word.sections import Furniture, Sheet, upright
from roadmapper.word.styles import styles_part
from roadmapper.word.theme import theme_part

__all__ = ["Picture", "patch_pages", "write"]


def write(
    document: Document,
    style: Style,
    paper: Paper,
    *,
    fonts: Path,
    pages: Mapping[str, int],
    page_count: int,
    pictures: Mapping[str, Picture],
    letterhead: bytes | None = None,
) -> bytes:
    """Return the document as a .docx file.

    `pages` says on which page each key begins and `page_count` how many there are: shown until
    Word counts. `pictures` holds, by key, the drawings that Word cannot make.

    Raises:
        ExportError: The letterhead cannot be used, or a drawing is missing.
    """
    own = upright(paper, style.margins)
    given = open_letterhead(letterhead, own) if letterhead is not None else None
    package = given.package if given else OpcPackage()
    blank = LatePart(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN)
    sheet = given.sheet if given else own
    draft = Draft(
        sheet=style.fitting(document),
        measure=Measure(style, fonts),
        package=package,
        document=given.document if given else blank,
        beside=sheet.beside,
        given=given is not None,
        page_room=sheet.room,
        pages=pages,
        pictures=pictures,
        places=drafts.places(document),
        labels=drafts.labels(document),
        counting=counting(document),
    )
    furniture = Furniture(draft, document.running_head, document.foot, page_count)
    xml = f"<w:body>{body(draft, document, sheet, furniture)}</w:body>"
    with refusing() if given else nullcontext():
        if given:
            given.fill(draft, xml, _feet(furniture), document.properties.language, fonts)
        else:
            _fill(blank, package, xml)
            _furnish(draft, sheet, document.properties.language, fonts)
        add_sources(draft, document.properties.revision)
        add_properties(package, document.properties, page_count)
        return package_bytes(package)


def _fill(blank: LatePart, package: OpcPackage, xml: str) -> None:
    """Put the text into a part of our own."""
    package.relate_to(blank, RT.OFFICE_DOCUMENT)
    blank.text = f"{DECLARATION}<w:document {NAMESPACES}>{xml}</w:document>".encode()


def _feet(furniture: Furniture) -> Feet:
    line = furniture.foot_line
    return Feet(line("FootLine"), line("FootLine", numbered=False))


def _furnish(draft: Draft, sheet: Sheet, language: str, fonts: Path) -> None:
    """Put the parts around the text into a package of our own."""
    for name, kind, relation, xml in (
        ("styles", CT.WML_STYLES, RT.STYLES, styles_part(draft.sheet, sheet, draft.used, language)),
        ("numbering", CT.WML_NUMBERING, RT.NUMBERING, numbering_part(draft.sheet, draft.lists)),
        ("settings", CT.WML_SETTINGS, RT.SETTINGS, settings_part(language)),
        ("theme/theme1", CT.OFC_THEME, RT.THEME, theme_part(draft.sheet)),
    ):
        draft.embed(f"/word/{name}.xml", kind, relation, xml.encode())
    add_notes(draft)
    add_fonts(draft, fonts)
