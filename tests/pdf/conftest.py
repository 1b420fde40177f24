"""What the tests of the PDF writer share: the style and one written document."""

from collections.abc import Callable

import pytest

from roadmapper import paths
from roadmapper.document.style import Style, load_style
from roadmapper.document.tree import Document
from roadmapper.pdf.write import Layout, write
from tests.trees import full_document

Writing = Callable[[Document], Layout]


@pytest.fixture(scope="session")
def style() -> Style:
    """Return the shipped style sheet."""
    return load_style(paths.templates() / "partnership" / "style.toml")


@pytest.fixture(scope="session")
def written(style: Style) -> Writing:
    """Return a function that writes a document on letter paper."""
    return lambda document: write(document, style, style.papers["letter"], fonts=paths.fonts())


@pytest.fixture(scope="session")
def full(written: Writing) -> Layout:
    """Return the document of every kind of node, written."""
    return written(full_document())
