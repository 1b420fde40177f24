"""Pieces of DrawingML charts as strings, in the order the schema asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from roadmapper.document.style import Style
from roadmapper.word.book_columns import Column, number_code
from roadmapper.word.ooxml import attribute, escape

DASHES = ("solid", "sysDash", "lgDashDot", "sysDot", "lgDash", "sysDashDotDot")
CATEGORY_AXIS = 111111111
VALUE_AXIS = 222222222
LEAST_MOVE = 0.004


@dataclass(frozen=True, slots=True)
class Ink:
    """How the parts of a chart look: colors and fonts of the style sheet."""

    style: Style

    def fill(self, color: str, percent: int = 100) -> str:
        """Return a solid fill, see-through below 100 percent."""
        alpha = "" if percent == 100 else f'<a:alpha val="{percent * 1000}"/>'  # noqa: PLR2004
        value = self.style.color(color)
        return f'<a:solidFill><a:srgbClr val="{value}">{alpha}</a:srgbClr></a:solidFill>'

    def line(self, color: str, points: float, dash: str = "solid") -> str:
        """Return an outline; no color means none."""
        if not color:
            return "<a:ln><a:noFill/></a:ln>"
        inner = f'{self.fill(color)}<a:prstDash val="{dash}"/><a:round/>'
        return f'<a:ln w="{round(points * 12700)}" cap="flat">{inner}</a:ln>'

    def shape(self, fill: str, stroke: str = "", percent: int = 100) -> str:
        """Return the look of a filled shape; no fill means see-through."""
        inside = self.fill(fill, percent) if fill else "<a:noFill/>"
        return f"<c:spPr>{inside}{self.line(stroke, 0.75)}</c:spPr>"

    def stroke(self, color: str, points: float, dash: str = "solid") -> str:
        """Return the look of a line."""
        return f"<c:spPr>{self.line(color, points, dash)}</c:spPr>"

    def text(self, color: str, strong: bool = False, level: bool = False) -> str:
        """Return the look of a text; a level one is never turned to make room."""
        look = f"<a:pPr>{self._font('defRPr', color, strong)}</a:pPr>"
        turn = ' rot="0" vert="horz"' if level else ""
        return f"<c:txPr><a:bodyPr{turn}/><a:lstStyle/><a:p>{look}</a:p></c:txPr>"

    def rich(self, text: str, color: str) -> str:
        """Return a text of its own for one label."""
        # Word reads the look of the run, LibreOffice that of the paragraph.
        look = f"<a:pPr>{self._font('defRPr', color, strong=True)}</a:pPr>"
        run = f"<a:r>{self._font('rPr', color, strong=True)}<a:t>{escape(text)}</a:t></a:r>"
        return f"<c:tx><c:rich><a:bodyPr/><a:lstStyle/><a:p>{look}{run}</a:p></c:rich></c:tx>"

    def _font(self, tag: str, color: str, strong: bool) -> str:
        look = self.style.text["chart"]
        face = f'<a:latin typeface="{attribute(look.font)}"/>'
        size = f'sz="{round(look.size * 100)}" b="{int(strong)}"'
        return f"<a:{tag} {size}>{self.fill(color)}{face}</a:{tag}>"


def series(number: int, column: Column, names: Sequence[str], middle: str, end: str = "") -> str:
    """Return one series; `middle` stands between name and numbers, `end` after them."""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx>{_text_cells(f'Sheet1!${column.letter}$1', [column.name])}</c:tx>{middle}"
        f"<c:cat>{_text_cells(f'Sheet1!$A$2:$A${len(names) + 1}', names)}</c:cat>"
        f"<c:val>{_number_cells(column)}</c:val>{end}</c:ser>"
    )


def labels(own: str, common: str) -> str:
    """Return the data labels of a series: labels of single points, then what holds for the rest."""
    return f"<c:dLbls>{own}{common}</c:dLbls>"


def label_switches(value: bool, name: bool = False) -> str:
    """Return what a label shows."""
    shown = (0, int(value), 0, int(name), 0, 0)
    keys = ("LegendKey", "Val", "CatName", "SerName", "Percent", "BubbleSize")
    return "".join(f'<c:show{key} val="{on}"/>' for key, on in zip(keys, shown, strict=True))


def category_axis(
    ink: Ink, across: bool, crowded: bool, skip: int = 1, crosses: Decimal | None = None
) -> str:
    """Return the axis of the categories; its line is the zero line, or stands where told.

    `across` for horizontal bars; crowded names may be turned.
    """
    place = '<c:crosses val="autoZero"/>'
    if crosses is not None:
        place = f'<c:crossesAt val="{crosses:f}"/>'
    every = f'<c:tickLblSkip val="{skip}"/>' if skip > 1 else ""
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation'
        f' val="{"maxMin" if across else "minMax"}"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{"l" if across else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"{ink.stroke('ink3', 1)}{ink.text('ink' if across else 'ink3', level=not crowded)}"
        f'<c:crossAx val="{VALUE_AXIS}"/>{place}<c:auto val="0"/>'
        f'<c:lblAlgn val="ctr"/><c:lblOffset val="100"/>{every}<c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def value_axis(
    ink: Ink, steps: Sequence[Decimal], unit: str, *, across: bool, lines: bool, fixed: bool
) -> str:
    """Return the axis of the values; across it is hidden, for every bar says its value.

    Lines begin at the axis. A fixed axis keeps its ends when numbers are edited.
    """
    grid = "" if across else f"<c:majorGridlines>{ink.stroke('line', 0.75)}</c:majorGridlines>"
    code = attribute(number_code(steps, unit))
    ends = f'<c:max val="{steps[-1]:f}"/><c:min val="{steps[0]:f}"/>' if fixed else ""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{ends}'
        f'</c:scaling><c:delete val="{int(across)}"/><c:axPos val="{"t" if across else "l"}"/>'
        f"{grid}"
        f'<c:numFmt formatCode="{code}" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"{ink.stroke('', 0)}{ink.text('ink3')}"
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="autoZero"/>'
        f'<c:crossBetween val="{"midCat" if lines else "between"}"/>'
        f'<c:majorUnit val="{steps[1] - steps[0]:f}"/></c:valAx>'
    )


def axis_ids() -> str:
    """Return which axes a plot stands on."""
    return f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/>'


def moved(down: float) -> str:
    """Return the layout of a label moved down by a share of the chart's height."""
    if abs(down) < LEAST_MOVE:
        return ""
    return (
        '<c:layout><c:manualLayout><c:x val="0"/>'
        f'<c:y val="{down:.4f}"/></c:manualLayout></c:layout>'
    )


def inner_layout(left: float, top: float, width: float, height: float) -> str:
    """Return where the field stands, as shares of the chart."""
    parts = zip("xywh", (left, top, width, height), strict=True)
    shares = "".join(f'<c:{name} val="{share:g}"/>' for name, share in parts)
    return (
        '<c:layout><c:manualLayout><c:layoutTarget val="inner"/><c:xMode val="edge"/>'
        f'<c:yMode val="edge"/>{shares}</c:manualLayout></c:layout>'
    )


def _text_cells(cells: str, texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{i}"><c:v>{escape(t)}</c:v></c:pt>' for i, t in enumerate(texts))
    count = f'<c:ptCount val="{len(texts)}"/>'
    return f"<c:strRef><c:f>{cells}</c:f><c:strCache>{count}{points}</c:strCache></c:strRef>"


def _number_cells(column: Column) -> str:
    points = "".join(
        f'<c:pt idx="{i}"><c:v>{format(number, "f")}</c:v></c:pt>'
        for i, number in enumerate(column.values)
        if number is not None
    )
    count = len(column.values)
    return (
        f"<c:numRef><c:f>Sheet1!${column.letter}$2:${column.letter}${count + 1}</c:f>"
        f"<c:numCache><c:formatCode>{escape(column.code)}</c:formatCode>"
        f'<c:ptCount val="{count}"/>{points}</c:numCache></c:numRef>'
    )
