"""One number: chart, workbook, table and prose of the deal say the same in a Word file."""

import io
import zipfile
from decimal import Decimal
from functools import cache

from lxml import etree

from roadmapper.document.compose import Edition, compose
from roadmapper.document.rounding import rounding_of
from roadmapper.document.tree import Chart, Document, KeyFigures, Table, plain, walk
from roadmapper.gather import told
from roadmapper.word.chart import NATIVE_KINDS
from tests.composed import NOW, sample, template
from tests.word.made import docx, parts

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
CHAPTERS = ("summary", "value", "pricing", "detail")
FACTS = told(template(), sample("fernhollow"))


@cache
def document() -> Document:
    """Return the chapters with numbers of the sample."""
    return compose(FACTS, Edition("full", NOW, "r1", chapters=CHAPTERS))


@cache
def word() -> dict[str, bytes]:
    """Return the parts of the Word file."""
    return parts(docx(document()))


def charts() -> list[Chart]:
    """Return the charts that Word can edit, in order."""
    return [
        block
        for chapter in document().chapters
        for block in walk(chapter.blocks)
        if isinstance(block, Chart) and block.kind in NATIVE_KINDS
    ]


def chart(key: str) -> Chart:
    """Return one of the charts."""
    return next(one for one in charts() if one.key == key)


def book(data: bytes) -> dict[str, str]:
    """Return the cells of a workbook: texts and numbers as they are kept."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        strings = etree.fromstring(package.read("xl/sharedStrings.xml"))
        tree = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    texts = ["".join(one.itertext()) for one in strings.iter(f"{S}si")]
    cells = {}
    for cell in tree.iter(f"{S}c"):
        value = cell.findtext(f"{S}v") or ""
        cells[cell.get("r", "")] = texts[int(value)] if cell.get("t") == "s" else value
    return cells


def pairs() -> list[tuple[Chart, bytes, dict[str, str]]]:
    """Return every native chart with its part and the cells of its workbook."""
    found = []
    for one, name in zip(
        charts(),
        sorted((n for n in word() if n.startswith("word/charts/d")), key=_number),
        strict=True,
    ):
        relations = word()[f"word/charts/_rels/{name.rpartition('/')[2]}.rels"].decode()
        target = relations.partition("embeddings/")[2].partition('"')[0]
        found.append((one, word()[name], book(word()[f"word/embeddings/{target}"])))
    return found


def _number(name: str) -> int:
    return int("".join(letter for letter in name if letter.isdigit()))


def table(key: str) -> list[list[str]]:
    """Return the texts of a table of the document."""
    found = next(
        block
        for chapter in document().chapters
        for block in walk(chapter.blocks)
        if isinstance(block, Table) and block.key == key
    )
    return [[" ".join(map(plain, cell.paragraphs)) for cell in row.cells] for row in found.rows]


def test_the_deal_has_its_charts_and_every_one_can_be_edited() -> None:
    keys = ["tornado", "over-time", "who-bears", "waterfall", "spread"]

    assert [one.key for one in charts()] == keys
    assert len(pairs()) == len(keys)


def test_every_number_in_a_chart_is_the_cell_it_names() -> None:
    for one, xml, cells in pairs():
        for reference in etree.fromstring(xml).iter(f"{C}numRef"):
            first, last = (
                cell.replace("$", "") for cell in (reference.findtext(f"{C}f") or "")[7:].split(":")
            )
            column, start = first.rstrip("0123456789"), int(first.lstrip("ABCDEFGHI"))
            cached = {pt.get("idx"): pt.findtext(f"{C}v") for pt in reference.iter(f"{C}pt")}
            assert cached, one.key
            for at, value in cached.items():
                assert cells[f"{column}{start + int(at or 0)}"] == value, (one.key, first, last)


def test_the_cells_of_the_workbook_read_as_the_table_and_the_tiles() -> None:
    money = rounding_of(FACTS.figures)
    rows = {row[0]: row[1:] for row in table("scenarios")}
    cells = next(cells for one, _, cells in pairs() if one.key == "who-bears")
    named = {cells[f"{letter}1"]: letter for letter in "BCDE"}

    net = [cells[named["Left with you"] + row] for row in "234"]

    assert [money.text(Decimal(one) * money.worth) for one in net] == rows["Net to you"][:3]
    tiles = {
        item.label: item.value
        for chapter in document().chapters
        for block in walk(chapter.blocks)
        if isinstance(block, KeyFigures)
        for item in block.items
    }
    assert tiles["Net value to you"] == rows["Net to you"][1]
    paid = Decimal(cells[named["Paid to us"] + "3"])
    assert tiles["What you pay us"] == money.text(paid * money.worth)


def test_the_steps_of_the_waterfall_are_those_of_the_table() -> None:
    rows = {row[0]: row[2] for row in table("scenarios")}
    cells = next(cells for one, _, cells in pairs() if one.key == "waterfall")
    steps = {cells[f"A{row}"]: cells[f"B{row}"] for row in range(2, 12) if f"A{row}" in cells}
    money = rounding_of(FACTS.figures)

    said = {name: money.text(Decimal(amount) * money.worth) for name, amount in steps.items()}

    assert said["Fixed fees"] == rows["Fixed fees"]
    assert said["Fees earned"] == rows["Fees earned by results"]
    assert said["Your own cost"] == rows["Your own cost"]
    assert said["Left with you"] == rows["Net to you"]


def test_the_expected_net_is_one_number_in_every_chapter() -> None:
    text = rounding_of(FACTS.figures).text(FACTS.figures["outlook.net.mean"].value)

    for key in ("summary", "value", "pricing"):
        chapter = next(one for one in document().chapters if one.key == key)
        tiles = [one for one in walk(chapter.blocks) if isinstance(one, KeyFigures)]
        assert text in [item.value for one in tiles for item in one.items], key
