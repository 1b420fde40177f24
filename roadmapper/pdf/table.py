"""Tables as strips: a row is parted at its lines, and the header row is repeated on every page."""

from dataclasses import dataclass, replace
from math import fsum

from roadmapper.document import measures
from roadmapper.document.style import TextStyle
from roadmapper.document.tree import Align, Cell, Column, Line, NoteMark, Row, Table, Text, plain
from roadmapper.pdf.breaking import TextLine
from roadmapper.pdf.desk import Desk, Space, baseline
from roadmapper.pdf.pen import Pen
from roadmapper.pdf.prose import disc
from roadmapper.pdf.strips import Panel, Strip, height_of, held, kept
from roadmapper.pdf.tagging import Node

_WHOLE = 9  # lines: a lower row is not parted
_DOT = 11.0  # a criterion's disc in a cell
_DOT_GAP = 4.0
_LARGEST_HEAD = 0.25  # of a page: a higher header row is not repeated


@dataclass(frozen=True, slots=True)
class _Type:
    """The text styles of a table, and the space above and below the text of a cell."""

    head: str
    cell: str
    strong: str
    top: float
    bottom: float


_USUAL = _Type("table_head", "table_cell", "table_strong", measures.CELL_TOP, measures.CELL_BOTTOM)
_DENSE = _Type(
    "dense_head", "dense_cell", "dense_strong", measures.DENSE_TOP, measures.DENSE_BOTTOM
)


@dataclass(frozen=True, slots=True)
class _Box:
    """A column on paper: where its text begins, how wide it is, where it stands."""

    x: float
    width: float
    align: Align


@dataclass(frozen=True, slots=True)
class _Filled:
    """A cell ready to be drawn: lines from the top, and the element they belong to."""

    box: _Box
    lines: list[TextLine]
    node: Node
    cell: Cell | None = None  # none in a header row

    @property
    def indent(self) -> float:
        """The room that discs take before the text."""
        return _dots(self.cell) if self.cell else 0.0


def table(block: Table, desk: Desk, space: Space) -> list[Strip]:
    """Return a table with its caption above and its notes below."""
    if not block.columns:
        return [Strip(0, keys=(block.key,))]
    node = space.node.child("Table")
    caption = caption_strips("Table", block.number, block.caption, desk, space.inside(node))
    boxes = _boxes(block.columns, space.width)
    head = _head(block, boxes, desk, node)
    body = node.child("TBody")
    kind = _type(block)
    rows = [_row(row, boxes, desk, body, space.width, kind=kind) for row in block.rows]
    _hold_ends(rows)
    strips = [strip for row in rows for strip in row.strips]
    _repeat_head(block, boxes, desk, rows)
    marks = [] if desk.in_word else [mark for row in rows for mark in row.notes]
    notes = _notes(block, marks, desk, space)
    if strips and notes:
        strips[-1].keep = True
    found = [*caption, *head, *strips, *notes]
    found[0].keys = (block.key,)
    found[-1].after = max(found[-1].after, measures.TABLE_AFTER)
    return found


def _type(block: Table) -> _Type:
    return _DENSE if block.dense else _USUAL


def caption_strips(kind: str, number: int, title: str, desk: Desk, space: Space) -> list[Strip]:
    """Return a caption, if there is one: "Table 3. Title"."""
    label = f"{kind} {number}" if number else ""
    words = ". ".join(part for part in (label, title) if part)
    if not words:
        return []
    look = desk.look("caption")
    return desk.paragraph((Text(words),), look, space, role="Caption", width=space.width)


@dataclass(slots=True)
class _Strips:
    strips: list[Strip]
    is_whole: bool
    notes: list[NoteMark]


def _boxes(columns: tuple[Column, ...], width: float) -> list[_Box]:
    whole = fsum(column.weight for column in columns) or 1
    boxes, x = [], 0.0
    for at, column in enumerate(columns):
        wide = width * column.weight / whole
        last = at == len(columns) - 1
        right = measures.LAST_CELL_RIGHT if last else measures.CELL_RIGHT
        text = max(wide - measures.CELL_LEFT - right, 4)
        boxes.append(_Box(x + measures.CELL_LEFT, text, column.align))
        x += wide
    return boxes


def _head(block: Table, boxes: list[_Box], desk: Desk, node: Node | None) -> list[Strip]:
    """Return the header row; without an element it is a repetition."""
    kind = _type(block)
    look = desk.look(kind.head)
    row = node.child("THead").child("TR") if node else Node("TR")
    cells = [
        _Filled(
            box,
            desk.setter.lines((Text(column.title),), look, box.width),
            row.child("TH", scope="Column"),
        )
        for box, column in zip(boxes, block.columns, strict=True)
    ]
    strips = _sliced(cells, look, desk, kind, is_repeated=node is None)
    width = boxes[-1].x + boxes[-1].width + measures.LAST_CELL_RIGHT
    # Word and LibreOffice part a repeated header from its row with the rule of a row.
    thin = desk.in_word and node is None
    _rule_below(strips[-1], width, measures.HAIRLINE if thin else measures.HEAD_RULE, "ink")
    return held(strips)


def _repeat_head(block: Table, boxes: list[_Box], desk: Desk, rows: "list[_Strips]") -> None:
    """Let the header row stand above whatever part of the body begins a page."""
    above = _head(block, boxes, desk, None)
    within = [*above[:-1], replace(above[-1], after=_type(block).top)]
    if height_of(above) > desk.room * _LARGEST_HEAD:
        return
    for row in rows:
        for at, strip in enumerate(row.strips):
            strip.head = within if at else above


def _row(
    row: Row, boxes: list[_Box], desk: Desk, body: Node, width: float, *, kind: _Type
) -> _Strips:
    look = desk.look(kind.cell)
    node = body.child("TR")
    filled = (*row.cells, *[Cell()] * len(boxes))
    cells = [
        _fill(cell, box, at == 0, desk, node.child("TD", source=cell.source), kind=kind)
        for at, (cell, box) in enumerate(zip(filled, boxes, strict=False))
    ]
    strips = _sliced(cells, look, desk, kind)
    if desk.in_word:
        for at, strip in enumerate(strips):
            lines = (cell.lines[at] for cell in cells if at < len(cell.lines))
            strip.notes = tuple(note for line in lines for note in desk.footnotes_of(line))
    is_whole = not _is_long(row) if desk.in_word else len(strips) < _WHOLE
    if is_whole:
        kept(strips)
    else:
        for strip in (*strips[:2], *strips[-3:-1]):
            strip.keep = True
    _rule_below(strips[-1], width, measures.HAIRLINE, "line2")
    if desk.in_word:
        # Each part of a row has the room below its text; the rule of the last may stand lower.
        for strip in strips[:-1]:
            strip.hang = -kind.bottom
        strips[-1].hang = measures.HAIRLINE
    if row.emphasised:
        panel = Panel(0, width, fill=measures.EMPHASIS)
        for strip in strips:
            strip.panel = panel
    return _Strips(
        strips, is_whole, [mark for cell in cells for line in cell.lines for mark in line.notes]
    )


def _is_long(row: Row) -> bool:
    """Whether Word may break the row over pages."""
    lengths = (
        sum(len(plain(one)) + measures.LONG_PARAGRAPH for one in cell.paragraphs)
        for cell in row.cells
    )
    return any(length > measures.LONG_CELL for length in lengths)


def _fill(cell: Cell, box: _Box, is_first: bool, desk: Desk, node: Node, *, kind: _Type) -> _Filled:
    look = desk.look(kind.strong if cell.bold else kind.cell)
    is_right = box.align is Align.RIGHT
    lines: list[TextLine] = []
    dots = 0.0 if desk.in_word else _dots(cell)
    for at, line in enumerate(_marked(cell) if desk.in_word else cell.paragraphs):
        color = "" if cell.bold or is_right or (is_first and not at) else "ink2"
        width = max(box.width - dots, box.width / 2)
        lines += desk.setter.lines(line, look, width, node, color=color)
    return _Filled(box, lines, node, cell)


def _marked(cell: Cell) -> tuple[Line, ...]:
    """Return the paragraphs of a cell as in Word, where its badges are part of the text."""
    if not cell.badges:
        return cell.paragraphs
    first, *rest = cell.paragraphs or ((),)
    dots = "".join(f"\xa0{badge.number}\xa0 " for badge in cell.badges)
    return ((Text(dots, bold=True), *first), *rest)


def _sliced(
    cells: list[_Filled], look: TextStyle, desk: Desk, kind: _Type, *, is_repeated: bool = False
) -> list[Strip]:
    """Return a row as strips, the nth with the nth line of every cell."""
    count = max((len(cell.lines) for cell in cells), default=0) or 1
    return [
        _slice(
            cells,
            at,
            look,
            desk,
            (kind.top if at == 0 else 0, kind.bottom if at == count - 1 else 0),
            is_repeated=is_repeated,
        )
        for at in range(count)
    ]


def _slice(
    cells: list[_Filled],
    at: int,
    look: TextStyle,
    desk: Desk,
    space: tuple[float, float],
    *,
    is_repeated: bool,
) -> Strip:
    top, bottom = space
    down = top + baseline(look)

    def paint(pen: Pen, x: float, y: float) -> None:
        for cell in cells:
            if at == 0 and cell.cell:
                _paint_dots(pen, cell.cell, cell.node, desk, (x + cell.box.x, y + top))
            if at < len(cell.lines):
                line, left = cell.lines[at], x + cell.box.x + cell.indent
                if cell.box.align is Align.RIGHT:
                    left = x + cell.box.x + cell.box.width - line.width
                pen.line(line, left, y + down, None if is_repeated else cell.node)

    return Strip(top + look.leading + bottom, paint)


def _paint_dots(pen: Pen, cell: Cell, node: Node, desk: Desk, at: tuple[float, float]) -> None:
    x, y = at
    for badge in cell.badges:
        disc(pen, desk, badge.number, (x, y), node, size=_DOT)
        x += _DOT + _DOT_GAP / 2


def _dots(cell: Cell) -> float:
    count = len(cell.badges)
    return count * (_DOT + _DOT_GAP / 2) + _DOT_GAP if count else 0.0


def _rule_below(strip: Strip, width: float, thickness: float, color: str) -> None:
    draw, height = strip.paint, strip.height

    def paint(pen: Pen, x: float, y: float) -> None:
        draw(pen, x, y)
        pen.rule(x, y + height, width, thickness, color)

    strip.paint = paint
    strip.height = height + thickness


def _notes(block: Table, marks: list[NoteMark], desk: Desk, space: Space) -> list[Strip]:
    inside = Space(space.width, space.width, space.node)
    strips = desk.notes_below(marks, space.node, inside)
    if block.note:
        strips += desk.paragraph((Text(block.note),), desk.look("table_note"), inside)
    if strips:
        strips[0].before = desk.look("table_note").before
    return strips


def _hold_ends(rows: list[_Strips]) -> None:
    """Let no single row stand alone below the header or at the top of a page."""
    if len(rows) > 1:
        for row in (rows[0], rows[-2]):
            if row.is_whole:
                row.strips[-1].keep = True
