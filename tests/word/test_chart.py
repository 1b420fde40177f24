"""Native charts: well-formed parts, the tree's numbers in both, the same bytes each time."""

import io
import zipfile
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from roadmapper import paths
from roadmapper.document.style import load_style
from roadmapper.document.tree import Chart, ChartKind, Limit, Series
from roadmapper.word.chart import NATIVE_KINDS, chart_parts

STYLE = load_style(paths.templates() / "partnership" / "style.toml")
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
NAMES = ("2027", 'Q1 & "Q2" <b>', "=1+1")


@pytest.fixture(params=sorted(NATIVE_KINDS))
def chart(request: pytest.FixtureRequest) -> Chart:
    """Return a chart of each native kind with gaps, negative numbers, labels and a limit."""
    return Chart(
        "key",
        request.param,
        "Title",
        NAMES,
        (
            Series("Net", (Decimal("-0.7"), None, Decimal("6.90")), ("", "", "about $7M")),
            Series("Fees & more", (Decimal(1), Decimal(2), Decimal(3))),
            Series("High", (Decimal(4), Decimal(5), Decimal(8))),
        ),
        "alt",
        unit="$M",
        limit=Limit(Decimal("2.5"), "Trigger"),
        emphasised=(0, 7),
    )


def test_the_workbook_holds_the_numbers_of_the_tree(chart: Chart) -> None:
    cells = sheet(chart_parts(chart, STYLE).workbook)

    assert [cells[f"A{row}"] for row in (2, 3, 4)] == list(NAMES)
    for letter, series in zip("BCD", chart.series, strict=True):
        assert cells[f"{letter}1"] == series.name
        found = [cells.get(f"{letter}{row}") for row in (2, 3, 4)]
        assert [None if v is None else Decimal(v) for v in found] == list(series.values)
    assert [cells["E1"], cells["E2"], cells["E4"]] == ["Trigger", "2.5", "2.5"]


def test_every_series_of_the_chart_repeats_the_cells_of_the_workbook(chart: Chart) -> None:
    parts = chart_parts(chart, STYLE)
    cells = sheet(parts.workbook)

    series = list(etree.fromstring(parts.xml).iter(f"{C}ser"))

    assert len(series) >= 3
    for one in series:
        assert one.findtext(f".//{C}tx//{C}v") == cells[cell(one.findtext(f"{C}tx//{C}f"))]
        letter = cell(one.findtext(f"{C}val//{C}f"))[0]
        for point in one.iterfind(f"{C}val//{C}pt"):
            expected = Decimal(cells[f"{letter}{int(point.get('idx')) + 2}"])
            assert Decimal(point.findtext(f"{C}v")) == expected


def test_the_chart_refers_to_its_workbook_and_both_axes_exist_with_positive_ids(
    chart: Chart,
) -> None:
    root = etree.fromstring(chart_parts(chart, STYLE).xml)

    data = root.find(f"{C}externalData")
    assert data.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id") == (
        "rId1"
    )
    defined = {axis.find(f"{C}axId").get("val") for axis in root.iter(f"{C}catAx", f"{C}valAx")}
    assert {axis.get("val") for axis in root.iter(f"{C}axId")} == defined
    assert all(int(number) > 0 for number in defined)


def test_series_are_numbered_without_gaps_and_colors_come_from_the_style(chart: Chart) -> None:
    root = etree.fromstring(chart_parts(chart, STYLE).xml)

    numbers = [int(series.find(f"{C}idx").get("val")) for series in root.iter(f"{C}ser")]
    colors = {color.get("val") for color in root.iter("{*}srgbClr")}
    assert numbers == list(range(len(numbers)))
    assert colors <= set(STYLE.colors.values())


def test_the_same_chart_gives_the_same_bytes(chart: Chart) -> None:
    assert chart_parts(chart, STYLE) == chart_parts(chart, STYLE)


def test_a_label_in_own_words_is_kept_and_the_limit_is_named(chart: Chart) -> None:
    text = chart_parts(chart, STYLE).xml.decode()

    assert ("Trigger" in text) is (chart.kind not in {ChartKind.WATERFALL, ChartKind.TORNADO})
    if chart.kind not in {ChartKind.AREA, ChartKind.HISTOGRAM, ChartKind.TORNADO}:
        assert "about $7M" in text


def test_the_height_of_a_band_is_a_formula_over_its_edges(chart: Chart) -> None:
    if chart.kind is not ChartKind.AREA:
        return
    with zipfile.ZipFile(io.BytesIO(chart_parts(chart, STYLE).workbook)) as book:
        root = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))

    formulas = {
        c.get("r"): c.findtext(f"{S}f") for c in root.iter(f"{S}c") if c.find(f"{S}f") is not None
    }
    assert formulas == {"F2": "D2-B2", "F4": "D4-B4"}


def test_the_limit_of_bars_that_lie_is_a_tick_on_each_named_where_most_room_is() -> None:
    numbers = (Decimal(9), None, Decimal(1))
    chart = Chart(
        "k",
        ChartKind.BARS,
        "T",
        ("a", "b", "c"),
        (Series("Rate", numbers),),
        "alt",
        limit=Limit(Decimal(5), "Limit"),
    )

    root = etree.fromstring(chart_parts(chart, STYLE).xml)

    bars, limit = root.iter(f"{C}ser")
    (named,) = limit.iterfind(f"{C}dLbls/{C}dLbl")
    assert [one.text for one in limit.iterfind(f"{C}val//{C}v")] == ["5", "5", "5"]
    assert limit.find(f"{C}errBars/{C}noEndCap").get("val") == "0"
    assert named.find(f"{C}idx").get("val") == "1"
    # The long bar holds its label, so that the tick does not stand on it.
    places = {
        one.find(f"{C}idx").get("val"): one.find(f"{C}dLblPos").get("val")
        for one in bars.iterfind(f"{C}dLbls/{C}dLbl")
    }
    assert places == {"0": "inBase"}
    assert root.find(f".//{C}legend") is None


def test_text_that_xml_cannot_hold_does_no_harm() -> None:
    series = Series("a\x00b\ud800", (Decimal(1),))
    chart = Chart("k", ChartKind.BARS, "T", ("x\x07\ny" * 400,), (series,), "alt")

    parts = chart_parts(chart, STYLE)

    assert etree.fromstring(parts.xml) is not None
    assert sheet(parts.workbook)["B2"] == "1"


def test_the_workbook_is_one_that_a_spreadsheet_program_opens_as_it_is(
    chart: Chart, tmp_path: Path
) -> None:
    file = tmp_path / "workbook.xlsx"
    file.write_bytes(chart_parts(chart, STYLE).workbook)

    report = OpenXmlValidator().validate(str(file))

    assert [str(error.description) for error in report.errors] == []


def test_a_name_that_looks_like_the_code_of_a_character_stays_as_it_is() -> None:
    series = Series("Net", (Decimal("1E+3"),))
    chart = Chart("k", ChartKind.BARS, "T", ("_x0041_ bed",), (series,), "alt")

    cells = sheet(chart_parts(chart, STYLE).workbook)

    assert cells == {"A2": "_x005F_x0041_ bed", "B1": "Net", "B2": "1000"}


def cell(address: str | None) -> str:
    """Return the first cell of "Sheet1!$B$2:$B$4"."""
    assert address is not None
    return address.split("!")[1].split(":")[0].replace("$", "")


def sheet(workbook: bytes) -> dict[str, str]:
    """Return the text of every filled cell by its address."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as book:
        shared = etree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(item.itertext()) for item in shared.iter(f"{S}si")]
        root = etree.fromstring(book.read("xl/worksheets/sheet1.xml"))
    return {c.get("r"): _text(c, texts) for c in root.iter(f"{S}c") if c.find(f"{S}v") is not None}


# Any: lxml has no types.
def _text(filled: Any, texts: list[str]) -> str:
    value: str = filled.findtext(f"{S}v")
    return texts[int(value)] if filled.get("t") == "s" else value


def test_a_waterfall_follows_the_amounts_that_are_edited() -> None:
    values = tuple(map(Decimal, ("5.5", "-3.7", "-2.5", "0.4", "-0.3")))
    names = ("Value", "Fees", "Cost", "Credits", "Net")
    chart = Chart(
        "k", ChartKind.WATERFALL, "T", names, (Series("Amount", values),), "alt", emphasised=(4,)
    )

    found = formulas(chart_parts(chart, STYLE).workbook)

    cells = {f"B{row}": value for row, value in enumerate(values, 2)}
    for cell, (formula, kept) in found.items():
        cells[cell] = worked_out(formula, cells)
        assert cells[cell] == kept, cell
    drawn = [[cells[f"{letter}{row}"] for letter in "DEF"] for row in range(2, 7)]
    assert drawn == [
        [Decimal(one) for one in row]
        for row in (
            ("0", "5.5", "0"),
            ("1.8", "3.7", "0"),
            ("0", "1.8", "-0.7"),
            ("-0.3", "0", "-0.4"),
            ("0", "0", "-0.3"),
        )
    ]


def formulas(workbook: bytes) -> dict[str, tuple[str, Decimal]]:
    """Return each worked cell of the sheet with its formula and its number."""
    with zipfile.ZipFile(io.BytesIO(workbook)) as package:
        tree = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    return {
        cell.get("r", ""): (cell.findtext(f"{S}f") or "", Decimal(cell.findtext(f"{S}v") or "0"))
        for cell in tree.iter(f"{S}c")
        if cell.find(f"{S}f") is not None
    }


def worked_out(formula: str, cells: dict[str, Decimal]) -> Decimal:
    """Return what a formula of the sheet comes to."""
    words = {"MIN": min, "MAX": max, "IF": lambda test, yes, no: yes if test else no}
    return Decimal(eval(formula, {**words, **cells}))  # noqa: S307  our own formula
