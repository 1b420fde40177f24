"""A letterhead: kept where it has something, completed where not, refused when unsafe."""

import re
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Mm
from lxml import etree
from openxml_audit import OpenXmlValidator

from roadmapper.errors import ExportError
from roadmapper.word.write import patch_pages
from tests.trees import full_document, small_document
from tests.word.made import W, docx, paragraphs, part, parts, replaced, sheet, styles_worn, words

_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
_MAIN = "document.main+xml"
_STYLES = "word/styles.xml"


@pytest.fixture(scope="module")
def letterhead() -> bytes:
    made = python_docx.Document()
    section = made.sections[0]
    section.header.paragraphs[0].text = "Acme Advisory"
    section.footer.paragraphs[0].text = "1 Main Street"
    section.left_margin = Mm(30)
    made.styles["Heading 1"].font.name = "Courier New"
    made.add_paragraph("Sample text")
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def test_a_letterhead_with_every_node_is_valid(letterhead: bytes, tmp_path: Path) -> None:
    file = tmp_path / "full.docx"
    file.write_bytes(docx(full_document(), letterhead=letterhead))

    report = OpenXmlValidator().validate(str(file))

    assert [str(error.description) for error in report.errors] == []


def test_header_footer_margins_and_styles_stay_and_sample_text_goes(letterhead: bytes) -> None:
    data = docx(small_document(), letterhead=letterhead)

    root = part(data)
    margins = root.find(f"{W}body/{W}sectPr/{W}pgMar")
    headers = [name for name in parts(data) if name.startswith("word/header")]
    assert [paragraphs(part(data, name)) for name in headers] == [["Acme Advisory"]]
    assert "Sample text" not in paragraphs(root)
    assert margins.get(f"{W}left") == str(round(30 / 25.4 * 1440))
    assert b"Courier New" in parts(data)[_STYLES]


def test_missing_styles_are_added_and_all_worn_ones_defined(letterhead: bytes) -> None:
    data = docx(full_document(), letterhead=letterhead)

    defined = {one.get(f"{W}styleId") for one in part(data, _STYLES).iter(f"{W}style")}
    assert styles_worn(part(data)) - defined == set()
    assert "Lead" in defined


def test_styles_are_found_by_name_whatever_their_case_and_id(letterhead: bytes) -> None:
    odd = replaced(letterhead, _STYLES, 'w:styleId="Heading1"', 'w:styleId="berschrift1"')
    odd = replaced(odd, _STYLES, '<w:name w:val="heading 1"/>', '<w:name w:val="Heading 1"/>')

    root = part(docx(small_document(), letterhead=odd))

    (title,) = (one for one in root.iter(f"{W}p") if words(one) == "Only chapter")
    assert title.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == "berschrift1"


def test_a_template_file_serves_as_well(letterhead: bytes) -> None:
    template = replaced(
        letterhead, "[Content_Types].xml", r"document\.main\+xml", "template.main+xml"
    )

    data = docx(small_document(), letterhead=template)

    assert _MAIN.encode() in parts(data)["[Content_Types].xml"]


def test_the_same_letterhead_gives_the_same_bytes(letterhead: bytes) -> None:
    first = docx(small_document(), letterhead=letterhead)

    assert docx(small_document(), letterhead=letterhead) == first


def test_nothing_of_the_letterheads_author_stays(letterhead: bytes) -> None:
    data = parts(docx(small_document(), letterhead=letterhead))

    assert b"python-docx" not in b"".join(data.values())
    assert not any("stylesWithEffects" in name or "thumbnail" in name for name in data)


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"%PDF-1.7", b"\xd0\xcf\x11\xe0"])
def test_a_foreign_file_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(ExportError, match="letterhead cannot be used"):
        docx(small_document(), letterhead=data)


def test_a_zip_file_that_is_no_document_is_refused() -> None:
    held = BytesIO()
    with zipfile.ZipFile(held, "w") as other:
        other.writestr("notes.txt", "hello")

    with pytest.raises(ExportError, match="letterhead cannot be used"):
        docx(small_document(), letterhead=held.getvalue())


@pytest.mark.parametrize("cut", [100, 5000, 20_000])
def test_a_damaged_file_is_refused(letterhead: bytes, cut: int) -> None:
    with pytest.raises(ExportError, match="letterhead cannot be used"):
        docx(small_document(), letterhead=letterhead[:cut])


def test_a_part_of_the_wrong_kind_is_refused(letterhead: bytes) -> None:
    odd = replaced(letterhead, "[Content_Types].xml", r"styles\+xml", "junk+xml")

    with pytest.raises(ExportError, match="letterhead cannot be used"):
        docx(small_document(), letterhead=odd)


def test_entities_are_refused(letterhead: bytes) -> None:
    bomb = replaced(letterhead, _STYLES, r"<w:styles ", '<!DOCTYPE a [<!ENTITY b "c">]><w:styles ')

    with pytest.raises(ExportError, match="declarations"):
        docx(small_document(), letterhead=bomb)


def test_a_zip_bomb_is_refused(letterhead: bytes) -> None:
    held = BytesIO(letterhead)
    with zipfile.ZipFile(held, "a", zipfile.ZIP_DEFLATED) as grown:
        for number in range(3):
            grown.writestr(f"word/media/{number}.bin", bytes(40 * 2**20))

    with pytest.raises(ExportError, match="too large"):
        docx(small_document(), letterhead=held.getvalue())


def test_page_numbers_are_patched_in_a_letterhead_too(letterhead: bytes) -> None:
    document, pages = full_document(every_page=False), {"roadmap": 12, "summary": 3}

    patched = patch_pages(docx(document, letterhead=letterhead), pages, 9)

    assert parts(patched) == parts(docx(document, letterhead=letterhead, pages=pages))


def test_a_header_of_an_earlier_section_goes_on_to_the_last(letterhead: bytes) -> None:
    made = python_docx.Document(BytesIO(letterhead))
    made.add_section()

    data = docx(small_document(), letterhead=_saved(made))

    headers = [name for name in parts(data) if name.startswith("word/header")]
    assert [paragraphs(part(data, name)) for name in headers] == [["Acme Advisory"]]
    for section in part(data).iter(f"{W}sectPr"):
        assert section.find(f"{W}headerReference") is not None


def test_a_footer_that_counts_pages_is_not_given_a_second_count() -> None:
    made = python_docx.Document()
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), " PAGE ")
    made.sections[0].footer.paragraphs[0]._p.append(field)

    data = docx(full_document(), letterhead=_saved(made))

    (foot,) = (part(data, name) for name in parts(data) if name.startswith("word/footer"))
    assert words(foot).count("prepared in confidence") == 1
    assert "NUMPAGES" not in etree.tostring(foot, encoding="unicode")


def test_drawings_are_numbered_apart_from_those_of_the_letterhead(letterhead: bytes) -> None:
    made = python_docx.Document(BytesIO(letterhead))
    logo = BytesIO(
        bytes.fromhex(
            "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
            "1f15c4890000000d49444154789c636060606000000005000151e37a6d"
            "0000000049454e44ae426082"
        )
    )
    made.sections[0].header.paragraphs[0].add_run().add_picture(logo)

    data = docx(full_document(), letterhead=_saved(made))

    stories = [name for name in parts(data) if re.match(r"word/(document|header)", name)]
    ids = [one.get("id") for name in stories for one in part(data, name).iter(_DRAWN)]
    assert len(ids) == len(set(ids)) > 1


def test_a_header_in_a_style_that_is_nowhere_defined_does_not_take_ours() -> None:
    made = python_docx.Document()
    made.sections[0].header.paragraphs[0].text = "Plain"
    styles = made.styles.element
    styles.remove(made.styles["Header"].element)

    data = docx(small_document(), letterhead=_saved(made))

    (head,) = (part(data, name) for name in parts(data) if name.startswith("word/header"))
    assert styles_worn(head) == set()


@pytest.mark.parametrize(("has_own", "numerals"), [(True, 0), (False, 2)])
def test_chapters_have_our_large_numeral_only_where_their_look_is_ours(
    has_own: bool, numerals: int
) -> None:
    made = python_docx.Document()
    if not has_own:
        made.styles.element.remove(made.styles["Heading 1"].element)

    data = docx(small_document(), letterhead=_saved(made))

    large = f'w:val="{round(sheet().text["numeral"].size * 2)}"'
    assert parts(data)["word/numbering.xml"].decode().count(f"<w:sz {large}") == numerals


def test_the_page_number_ends_at_the_margin_of_a_letterhead_that_lies() -> None:
    made = python_docx.Document()
    page = made.sections[0]
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(20)

    data = docx(small_document(), letterhead=_saved(made))

    styles = part(data, _STYLES)
    tab = styles.find(f"{W}style[@{W}styleId='FooterWide']/{W}pPr/{W}tabs/{W}tab")
    room = 257 / 25.4 * 1440
    assert abs(int(tab.get(f"{W}pos")) - room) <= 2


def test_captions_of_a_letterhead_stay_with_their_tables(letterhead: bytes) -> None:
    styles = part(docx(small_document(), letterhead=letterhead), _STYLES)

    (caption,) = (
        one
        for one in styles
        if one.find(f"{W}name") is not None and one.find(f"{W}name").get(f"{W}val") == "caption"
    )
    assert caption.find(f"{W}pPr/{W}keepNext") is not None


def test_the_contents_are_not_numbered_where_chapters_are(letterhead: bytes) -> None:
    made = python_docx.Document(BytesIO(letterhead))
    made.styles["TOC Heading"].base_style = made.styles["Heading 1"]

    data = docx(small_document(), letterhead=_saved(made))

    (style,) = (one for one in part(data, _STYLES) if one.get(f"{W}styleId") == "TOCHeading")
    assert style.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val") == "0"
    direct = [one.get(f"{W}val") for one in part(data).iter(f"{W}numId")]
    assert "0" not in direct


# Any: python-docx gives documents a type of its own making.
def _saved(made: Any) -> bytes:
    held = BytesIO()
    made.save(held)
    return held.getvalue()


def test_handling_and_page_numbers_stand_on_every_page_of_a_letterhead(letterhead: bytes) -> None:
    made = python_docx.Document()
    made.sections[0].header.paragraphs[0].text = "No footer"
    held = BytesIO()
    made.save(held)

    for given in (letterhead, held.getvalue()):
        data = docx(small_document(), letterhead=given)
        feet = [content for name, content in parts(data).items() if name.startswith("word/footer")]
        assert feet
        assert all(b"NUMPAGES" in content for content in feet)
