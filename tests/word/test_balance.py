"""Claims break into lines of even length."""

from dataclasses import replace

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI

from roadmapper import paths
from roadmapper.document.measure import Measure
from roadmapper.word.balance import free_right
from roadmapper.word.draft import Draft
from roadmapper.word.package import LatePart
from tests.trees import small_document
from tests.word.made import W, docx, part, sheet, words

_ROOM = 510.0


def _draft() -> Draft:
    style = sheet()
    return Draft(
        sheet=style,
        measure=Measure(style, paths.fonts()),
        package=OpcPackage(),
        document=LatePart(PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN),
        page_room=600,
        beside=0,
        given=False,
        pages={},
        pictures={},
    )


def test_a_claim_on_one_line_has_the_whole_room() -> None:
    assert free_right(_draft(), "When it is down", "heading1", _ROOM) == 0


def test_a_claim_that_would_end_on_a_lonely_word_is_set_narrower_on_as_many_lines() -> None:
    draft, text = _draft(), "What changes, what it costs, and the one"
    style = draft.sheet.text["heading1"]

    free = free_right(draft, text, "heading1", _ROOM)

    wide = draft.measure.wrap(text, style.font, style.size, _ROOM, 9)
    even = draft.measure.wrap(text, style.font, style.size, _ROOM - free, 9)
    assert len(even) == len(wide) == 2
    assert len(even[1]) > len(wide[1])


def test_a_word_wider_than_the_room_is_left_alone() -> None:
    assert free_right(_draft(), "W" * 200, "heading1", _ROOM) == 0


def test_a_balanced_claim_wears_a_style_of_its_own_width() -> None:
    document = small_document()
    text = "What changes, what it costs, and the one"
    chapter = replace(document.chapters[0], headline=text)

    data = docx(replace(document, chapters=(chapter,)))

    (claim,) = (one for one in part(data).iter(f"{W}p") if words(one) == text)
    style = claim.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
    right = part(data, "word/styles.xml").find(f"{W}style[@{W}styleId='{style}']/{W}pPr/{W}ind")
    assert style.startswith("HeadlineBy")
    assert int(right.get(f"{W}right")) == 20 * int(style.removeprefix("HeadlineBy"))
