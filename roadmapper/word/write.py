"""The public door: a document tree in, the bytes of a Word file out."""

from collections.abc import Mapping
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
from roadmapper.word.extras import add_fonts, add_notes
from roadmapper.word.letterhead import open_letterhead
from roadmapper.word.notes import counting
from roadmapper.word.numbering import numbering_part
from roadmapper.word.ooxml import DECLARATION, NAMESPACES
from roadmapper.word.package import (
    LatePart,
    add_properties,
    add_sources,
    package_bytes,
    settings_part,
    sources_part,
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

    `pages` says on which page each key begins and `page_count` how many there are; both are shown until Word counts
    anew. `pictures` holds the drawings Word cannot make: "cover", timelines, and charts of the other kinds, by key.

    Raises:
        ExportError: The letterhead cannot be used, or a drawing is missing.
    """
    own = upright(paper, style.margins)
    given = open_letterhead(letterhead, own) if letterhead is not None else None
    package = given.package if given else OpcPackage()
    main = given.document if given else _main_part(package)
    sheet = given.sheet if given else own
    draft = Draft(
        style,
        Measure(style, fonts),
        package,
        main,
        pages,
        pictures,
        drafts.places(document),
        drafts.labels(document),
        counting=counting(document),
    )
    furniture = Furniture(draft, document.running_head, document.foot, page_count)
    xml = f"<w:body>{body(draft, document, sheet, furniture)}</w:body>"
    if given:
        given.fill(draft, xml, document.properties.language, fonts)
    else:
        _fill(draft, main, xml, sheet, document, fonts)
    add_sources(package, main, sources_part(draft.anchors, draft.places, document.properties.revision))
    add_properties(package, document.properties, page_count)
    return package_bytes(package)


def _main_part(package: OpcPackage) -> LatePart:
    main = LatePart(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN)
    package.relate_to(main, RT.OFFICE_DOCUMENT)
    return main


def _fill(
    draft: Draft, main: LatePart, xml: str, sheet: Sheet, document: Document, fonts: Path
) -> None:
    """Put the text and the parts around it into a package of our own."""
    language = document.properties.language
    main.text = f"{DECLARATION}<w:document {NAMESPACES}>{xml}</w:document>".encode()
    look = styles_part(draft.sheet, sheet, draft.used, language)
    theme = theme_part(draft.sheet)
    numbers = numbering_part(draft.sheet, draft.lists)
    draft.embed("/word/styles.xml", CT.WML_STYLES, RT.STYLES, look.encode())
    draft.embed("/word/numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, numbers.encode())
    draft.embed(
        "/word/settings.xml", CT.WML_SETTINGS, RT.SETTINGS, settings_part(language).encode()
    )
    draft.embed("/word/theme/theme1.xml", CT.OFC_THEME, RT.THEME, theme.encode())
    add_notes(draft)
    add_fonts(draft, fonts)
