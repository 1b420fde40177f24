"""The bytes of a document do not depend on how a version of Python adds."""

import builtins
from collections.abc import Iterable
from functools import reduce
from math import fsum
from operator import add
from typing import Any

import pytest

from roadmapper import paths
from roadmapper.document.style import load_style
from roadmapper.pdf.write import paginate
from roadmapper.pdf.write import write as write_pdf
from roadmapper.pictures import pictures
from roadmapper.word.write import write as write_word
from tests.composed import document_of, sample

NAME = "fernhollow"


def test_old_and_new_sums_make_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    for one in (_added_in_turn, _added_with_care):
        monkeypatch.setattr(builtins, "sum", one)
        made.append(_written())

    assert made[0] == made[1]


def _written() -> tuple[bytes, bytes]:
    document, fonts = document_of(sample(NAME)), paths.fonts()
    style = load_style(paths.templates() / "partnership" / "style.toml")
    sheet = style.papers["letter"]
    layout = paginate(document, style, sheet, fonts=fonts)
    as_word = write_word(
        document,
        style,
        sheet,
        fonts=fonts,
        pages=layout.pages,
        page_count=layout.page_count,
        pictures=pictures(document, style, sheet, fonts),
    )
    return as_word, write_pdf(document, style, sheet, fonts=fonts).data


def _added_in_turn(items: Iterable[Any], start: Any = 0) -> Any:
    """Add as Python did before 3.12."""
    return reduce(add, items, start)


def _added_with_care(items: Iterable[Any], start: Any = 0) -> Any:
    """Add floating numbers as Python does from 3.12 on, without loss."""
    listed = list(items)
    if any(isinstance(one, float) for one in listed):
        return fsum([start, *listed])
    return reduce(add, listed, start)
