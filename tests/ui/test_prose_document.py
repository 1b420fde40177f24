"""Prose goes into a text document and comes back as it was."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextDocument

from roadmapper.document.marked import marked, tidy
from roadmapper.document.markup import Prose, prose
from tests.prose_parts import LETTERS, PARTS
from ui.fields.prose_document import parts_of, write_parts

pytestmark = pytest.mark.usefixtures("qapp")


@given(PARTS)
@settings(max_examples=200)
def test_prose_comes_back_from_a_document(parts: list[Prose]) -> None:
    document = QTextDocument()

    write_parts(document, tidy(parts))

    assert tidy(parts_of(document)) == tidy(parts)


@given(st.text(LETTERS, max_size=80))
@example("\ufffc")
@example("What stands where a \ufffc picture was")
@settings(max_examples=200)
def test_typed_text_comes_back_from_a_document(text: str) -> None:
    document = QTextDocument()

    write_parts(document, prose(text))

    assert marked(parts_of(document)) == marked(prose(text))


def test_tables_become_paragraphs_and_pictures_fall_away() -> None:
    document = QTextDocument()
    document.setHtml(
        "<table><tr><td>a</td><td><b>b</b></td></tr></table><p>c<img src='x.png'>d"
        "<a href='javascript:x'>e</a> <a href='https://x.org'>f</a></p>"
        "<ul><li>g<ul><li>h</li></ul></li></ul><ol><li>i</li></ol>"
    )

    assert marked(parts_of(document)) == (
        "a\n\n**b**\n\ncde [f](https://x.org)\n\n- g\n  - h\n1. i"
    )
