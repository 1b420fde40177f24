"""The workbook file behind a native chart: one sheet, as small as a spreadsheet program allows."""

import re
from collections.abc import Iterable, Iterator

from docx.opc.constants import CONTENT_TYPE as CT

from roadmapper.document.style import Style
from roadmapper.word.book_columns import Column
from roadmapper.word.chart_book import Table
from roadmapper.word.ooxml import DECLARATION, RELATION, attribute, escape
from roadmapper.word.package import zipped
from roadmapper.word.theme import theme_part

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_OWN_FORMATS = 164  # the numbers below belong to formats that every program has
_PLAIN = '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'
# A spreadsheet program would read this as the code of a character.
_CODE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


def workbook(table: Table, style: Style) -> bytes:
    """Return the workbook as a file; what is worked out follows edited numbers."""
    columns = list(table.all_columns)
    codes = list(dict.fromkeys(column.code for column in columns))
    texts: dict[str, int] = {}
    sheet = _sheet(table, columns, codes, texts)
    parts = (
        ("worksheets/sheet1.xml", "worksheet", f"{_KIND}.worksheet+xml", sheet),
        ("theme/theme1.xml", "theme", CT.OFC_THEME, theme_part(style)),
        ("styles.xml", "styles", f"{_KIND}.styles+xml", _styles(codes)),
        ("sharedStrings.xml", "sharedStrings", f"{_KIND}.sharedStrings+xml", _texts(texts)),
    )
    kinds = [("workbook.xml", f"{_KIND}.sheet.main+xml"), *((one[0], one[2]) for one in parts)]
    return zipped(
        {
            "[Content_Types].xml": _content_types(kinds),
            "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
            "xl/workbook.xml": (
                f'{DECLARATION}<workbook xmlns="{_MAIN}" xmlns:r="{RELATION}"><sheets>'
                '<sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>'
            ),
            "xl/_rels/workbook.xml.rels": _relations((one[1], one[0]) for one in parts),
            **{f"xl/{name}": xml for name, _, _, xml in parts},
        }
    )


def _content_types(kinds: Iterable[tuple[str, str]]) -> str:
    overrides = "".join(
        f'<Override PartName="/xl/{name}" ContentType="{kind}"/>' for name, kind in kinds
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="{CT.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CT.XML}"/>{overrides}</Types>'
    )


def _relations(relations: Iterable[tuple[str, str]]) -> str:
    told = "".join(
        f'<Relationship Id="rId{number}" Type="{RELATION}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{told}</Relationships>'


def _styles(codes: list[str]) -> str:
    """Return the looks of cells: the plain one, then one for each number format."""
    formats = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{attribute(code)}"/>'
        for number, code in enumerate(codes, _OWN_FORMATS)
    )
    looks = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>'
        for number in range(_OWN_FORMATS, _OWN_FORMATS + len(codes))
    )
    return (
        f'{DECLARATION}<styleSheet xmlns="{_MAIN}">'
        f'<numFmts count="{len(codes)}">{formats}</numFmts>'
        '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        f'<cellStyleXfs count="1">{_PLAIN}</cellStyleXfs>'
        f'<cellXfs count="{len(codes) + 1}">{_PLAIN}{looks}</cellXfs></styleSheet>'
    )


def _sheet(table: Table, columns: list[Column], codes: list[str], texts: dict[str, int]) -> str:
    """Return the cells; what is written in them is gathered in `texts` with its number."""

    def text(place: str, shown: str) -> str:
        return f'<c r="{place}" t="s"><v>{texts.setdefault(shown, len(texts))}</v></c>'

    head = _row(1, (text(f"{column.letter}1", column.name) for column in columns))
    body = "".join(
        _row(row, (text(f"A{row}", name), *_numbers(columns, codes, row)))
        for row, name in enumerate(table.names, 2)
    )
    return (
        f'{DECLARATION}<worksheet xmlns="{_MAIN}"><sheetData>{head}{body}</sheetData></worksheet>'
    )


def _row(number: int, cells: Iterable[str]) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def _numbers(columns: list[Column], codes: list[str], row: int) -> Iterator[str]:
    """Yield the filled cells of a row, those that are worked out with their formulas."""
    for column in columns:
        value = column.values[row - 2]
        if value is not None:
            formula = f"<f>{escape(column.formulas[row - 2])}</f>" if column.formulas else ""
            look = codes.index(column.code) + 1
            yield f'<c r="{column.letter}{row}" s="{look}">{formula}<v>{value:f}</v></c>'


def _texts(texts: Iterable[str]) -> str:
    shown = "".join(f"<si><t>{escape(_CODE.sub('_x005F_', text))}</t></si>" for text in texts)
    return f'{DECLARATION}<sst xmlns="{_MAIN}">{shown}</sst>'
