"""A finished file says what its document says, and whatever it says otherwise is found."""

import pytest

from roadmapper.gate.compare import compare
from tests.gate.finished import reading
from tests.trees import full_document

KINDS = ("docx", "pdf")
DOCUMENT = full_document(every_page=False)


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_with_every_kind_of_block_is_its_document(kind: str) -> None:
    assert compare(DOCUMENT, reading(DOCUMENT, kind)) == []
