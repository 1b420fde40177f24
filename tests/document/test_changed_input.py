"""Change one input: what it came to before stands nowhere in a new export, in Word and in PDF."""

import re
import zipfile
from functools import cache
from io import BytesIO

import pytest
from lxml import etree

from roadmapper import paths
from roadmapper.document import formats
from roadmapper.document.compose import Edition, compose
from roadmapper.document.rounding import simulated_text
from roadmapper.document.tree import Chart, Document, walk
from roadmapper.gather import told
from roadmapper.pdf.write import write
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Facts
from roadmapper.template.kinds import Value
from roadmapper.word.chart import NATIVE_KINDS
from roadmapper.word.chart_book import table_of
from tests.composed import NOW, sample, template
from tests.pdf_reading import pages_of
from tests.word.made import docx, sheet

_BODY = ("summary", "value", "pricing")
_LEAST = 3  # digits of a number that does not stand there by chance
_BEFORE: dict[str, Value] = {"value.adoption": ("55", "70", "85"), "value.seed": "20319"}
_CHANGES: dict[str, Value] = {
    "pricing.base_fee[seats].price": "2531",
    "pricing.at_risk_pct": "37",
    "value.drivers[visits].improvement": ("0", "0.61", "0.9"),
    "value.adoption": ("41", "62", "78"),
    "value.seed": "8747",
}
_NUMBER = re.compile(r"−?\$?\d[\d,]*(?:\.\d+)?[%MK]?(?: million)?")


def facts_of(changes: dict[str, Value]) -> Facts:
    """Return the facts of the sample with these answers on top."""
    return told(template(), Answers({**sample("fernhollow"), **_BEFORE, **changes}))


def document_of(facts: Facts, *chapters: str) -> Document:
    """Return the chapters with numbers, and these."""
    return compose(facts, Edition("full", NOW, "r1", chapters=(*_BODY, *chapters)))


@cache
def before() -> tuple[Facts, Document]:
    """Return facts and document before the change."""
    facts = facts_of({})
    return facts, document_of(facts, "detail")


def texts_of(facts: Facts) -> dict[str, str]:
    """Return every figure as it is printed, by name."""
    found = {}
    for name, one in facts.figures.items():
        for form in ("", "short"):
            text = simulated_text(one, facts.figures)
            found[name + form] = text or formats.figure_text(one.value, one.unit, form)
    return found | {"outlook.seed": f"{facts.figures['outlook.seed'].value:f}"}


def numbers_in(text: str) -> set[str]:
    """Return every number of a text as it is written."""
    return set(_NUMBER.findall(text))


def cells_of(document: Document) -> set[str]:
    """Return every number behind the charts that Word can edit, with what is worked out there."""
    return {
        f"{value:f}"
        for chapter in document.chapters
        for block in walk(chapter.blocks)
        if isinstance(block, Chart) and block.kind in NATIVE_KINDS
        for column in table_of(block).all_columns
        for value in column.values
        if value is not None
    }


def word_of(data: bytes) -> tuple[str, set[str]]:
    """Return all text of a Word file with its alternative texts, and all cells behind charts."""
    said: list[str] = []
    cells: set[str] = set()
    with zipfile.ZipFile(BytesIO(data)) as package:
        for name in package.namelist():
            if name.endswith(".xlsx"):
                cells |= numbers_of_sheet(package.read(name))
            elif name.endswith(".xml"):
                tree = etree.fromstring(package.read(name))
                values = [one.text or "" for one in tree.iter("{*}v")]
                cells |= set(values) if name.startswith("word/charts") else set()
                said += ["".join(one.itertext()) for one in tree.iter("{*}p")]
                said += [one.get("descr", "") for one in tree.iter("{*}docPr")]
    return "\n".join(said), cells


def numbers_of_sheet(data: bytes) -> set[str]:
    """Return every number in the cells of a workbook."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        tree = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    return {cell.findtext("{*}v") or "" for cell in tree.iter("{*}c") if cell.get("t", "") != "s"}


@pytest.mark.parametrize("path", _CHANGES)
def test_what_an_input_came_to_before_stands_nowhere_in_a_new_export(path: str) -> None:
    was, old = before()
    now = facts_of({path: _CHANGES[path]})
    new = document_of(now, "detail")
    old_texts, new_texts = texts_of(was), texts_of(now)
    changed = {text for name, text in old_texts.items() if text != new_texts.get(name)}
    gone = told_apart(changed - by_right(now, set(new_texts.values())))
    old_cells = told_apart(cells_of(old) - cells_of(new))

    said, cells = word_of(docx(new))
    pdf = write(document_of(now), sheet(), sheet().papers["letter"], fonts=paths.fonts())

    assert gone
    assert old_cells
    assert (numbers_in(said) & gone, cells & old_cells) == (set(), set())
    assert numbers_in(" ".join(pages_of(pdf.data))) & gone == set()


def told_apart(numbers: set[str]) -> set[str]:
    """Return those that hardly stand anywhere by chance."""
    return {one for one in numbers if len(re.sub(r"\D", "", one).lstrip("0")) >= _LEAST}


def by_right(facts: Facts, texts: set[str]) -> set[str]:
    """Return what may stand there: figures as they are now or with the other sign, and typing."""
    typed = numbers_in(answers_of(facts))
    typed |= {f"{int(one):,}" for one in typed if one.isdecimal()}
    signed = {text.removeprefix("−") for text in texts} | {f"−{text}" for text in texts}
    money = {f"${int(one):,}" for one in typed if one.isdigit()}
    return (
        texts | signed | typed | money | {f"{one}%" for one in typed} | {f"${one}" for one in typed}
    )


def answers_of(facts: Facts) -> str:
    """Return all that was typed, for a number may stand there by chance."""
    return "\n".join(
        part
        for value in facts.answers.values()
        for part in (value if isinstance(value, tuple) else (str(value),))
    )


def test_the_numbers_looked_for_were_there_before() -> None:
    facts, document = before()

    said, cells = word_of(docx(document))

    texts = texts_of(facts)
    assert texts["outlook.net.mean"] in numbers_in(said)
    assert texts["outlook.seed"] in numbers_in(said)
    assert len(cells_of(document)) > 100
    assert cells_of(document) <= cells
