"""Page numbers: patched without a trace, and as LibreOffice counts them."""

import shutil

import pytest

from roadmapper.word.libreoffice import page_numbers
from roadmapper.word.write import patch_pages
from tests.trees import full_document, small_document
from tests.word.made import docx, paragraphs, part, parts

_NEEDED = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not here")


def test_patching_gives_the_file_that_writing_with_these_pages_gives() -> None:
    document = full_document()
    pages = {chapter.key: at for at, chapter in enumerate(document.chapters, 3)}

    patched = patch_pages(docx(document), pages, 9)

    assert parts(patched) == parts(docx(document, pages=pages))


def test_patching_sets_the_count_of_pages_in_every_footer() -> None:
    patched = patch_pages(docx(small_document()), {}, 31)

    feet = [name for name in parts(patched) if name.startswith("word/footer")]
    assert feet
    assert all("of 31" in "".join(paragraphs(part(patched, name))) for name in feet)


def test_patching_is_the_same_every_time() -> None:
    data = docx(small_document())

    assert patch_pages(data, {"only": 7}, 8) == patch_pages(data, {"only": 7}, 8)


def test_without_libreoffice_nobody_knows_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")

    assert page_numbers(docx(small_document()), timeout=1) is None


@_NEEDED
def test_libreoffice_says_where_each_place_is() -> None:
    answer = page_numbers(docx(small_document()), timeout=60)

    assert answer == ({"contents": 2, "only": 3}, 3)


@_NEEDED
def test_libreoffice_is_given_up_after_a_while() -> None:
    assert page_numbers(docx(small_document()), timeout=0.01) is None
