"""What would make the bytes of a document depend on the machine."""

import sys
from collections.abc import Iterable
from functools import partial
from typing import Any

import pytest

from roadmapper import paths
from roadmapper.document.compose import Edition, compose
from roadmapper.document.style import load_style
from roadmapper.gather import gather
from roadmapper.make import Order, make
from roadmapper.samples import find_sample, sample_answers, sample_template
from tests.proposals import Clock

STYLE = load_style(paths.templates() / "partnership" / "style.toml")


def _exact(real: Any, values: Iterable[Any], start: Any = 0) -> Any:  # as sum itself
    listed = tuple(values)
    if sys._getframe(1).f_globals["__name__"].startswith("roadmapper."):
        assert not any(isinstance(one, float) for one in listed), "add floats with fsum"
    return real(listed, start)


def test_floats_are_added_alike_by_every_python(monkeypatch: pytest.MonkeyPatch) -> None:
    # From Python 3.12 on, sum() rounds floats otherwise than before.
    monkeypatch.setattr("builtins.sum", partial(_exact, sum))
    sample, clock = find_sample("larkmere"), Clock()
    template = sample_template(sample)
    facts = gather(template, sample_answers(sample, template, clock))
    document = compose(facts, Edition("full", clock(), "r-1"))

    for kind in ("docx", "pdf"):
        made = make(Order(document, STYLE, STYLE.papers["a4"], kind), lambda _part, _text: None)
        assert made.page_count > 24
