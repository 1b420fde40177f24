"""Typed prose as a text document of Qt, and back: paragraphs, lists, bold, italic, links."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextList,
    QTextListFormat,
)

from roadmapper.document.markup import Prose, link_target
from roadmapper.document.tree import Inline, Line, Link, ListLook, Text
from ui import theme

_BREAK = "\u2028"
_BULLETS = frozenset(
    {
        QTextListFormat.Style.ListDisc,
        QTextListFormat.Style.ListCircle,
        QTextListFormat.Style.ListSquare,
    }
)
_BOLD_FROM = QFont.Weight.DemiBold
_LINE = 1.45
"""Height of a line as a multiple of the size of its letters."""


# --- from a document ------------------------------------------------------------------------------


def parts_of(document: QTextDocument) -> tuple[Prose, ...]:
    """Return the paragraphs and list items of a document; tables and pictures fall away."""
    return tuple(_part(block) for block in _blocks(document))


def _blocks(document: QTextDocument) -> Iterator[QTextBlock]:
    block = document.begin()
    while block.isValid():
        yield block
        block = block.next()


def _part(block: QTextBlock) -> Prose:
    line = tuple(_runs(block))
    listed = block.textList()
    if listed is None:
        return Prose(line)
    style = listed.format()
    look = ListLook.BULLET if style.style() in _BULLETS else ListLook.NUMBER
    return Prose(line, look, 1 if style.indent() > 1 else 0)


def fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    """Yield the stretches of one format in a block."""
    at = block.begin()
    while not at.atEnd():
        yield at.fragment()
        at += 1


def _runs(block: QTextBlock) -> Iterator[Inline]:
    for fragment in fragments(block):
        text, style = fragment.text().replace(_BREAK, "\n"), fragment.charFormat()
        if style.objectType() != QTextFormat.ObjectTypes.NoObject.value:
            continue
        bold, italic = style.fontWeight() >= _BOLD_FROM, style.fontItalic()
        target = link_target(style.anchorHref()) if style.isAnchor() else ""
        if target:
            yield Link(text, target, bold, italic)
        else:
            yield Text(text, bold, italic)


# --- to a document --------------------------------------------------------------------------------


def paragraph_format() -> QTextBlockFormat:
    """Return the look of a paragraph on the screen."""
    font = theme.font("body")
    percent = 100 * _LINE * font.pixelSize() / QFontMetricsF(font).height()
    made = QTextBlockFormat()
    made.setLineHeight(percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    made.setBottomMargin(theme.px(4))
    return made


def list_format(look: ListLook, level: int) -> QTextListFormat:
    """Return the look of a list on the screen."""
    made = QTextListFormat()
    bullet = QTextListFormat.Style.ListCircle if level else QTextListFormat.Style.ListDisc
    made.setStyle(bullet if look is ListLook.BULLET else QTextListFormat.Style.ListDecimal)
    made.setIndent(level + 1)
    return made


def char_format(run: Inline) -> QTextCharFormat:
    """Return the format that stands for a run."""
    made = QTextCharFormat()
    if isinstance(run, Text | Link):
        made.setFontWeight(QFont.Weight.Bold if run.bold else QFont.Weight.Normal)
        made.setFontItalic(run.italic)
    if isinstance(run, Link):
        made.setAnchor(True)
        made.setAnchorHref(run.target)
    return made


def write_parts(document: QTextDocument, parts: Iterable[Prose]) -> None:
    """Make a document hold these paragraphs and items and nothing else."""
    document.clear()
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    insert_parts(cursor, tuple(parts))
    cursor.endEditBlock()


def insert_parts(cursor: QTextCursor, parts: tuple[Prose, ...]) -> None:
    """Insert paragraphs and items; a paragraph at first goes on where the cursor is."""
    lists: dict[int, QTextList] = {}
    before: Prose | None = None
    if parts and parts[0].look is not None and cursor.block().text():
        cursor.insertBlock(paragraph_format(), QTextCharFormat())
    is_fresh = not cursor.block().text() and cursor.block().textList() is None
    for part in parts:
        if before is not None:
            cursor.insertBlock(paragraph_format(), QTextCharFormat())
        if before is not None or is_fresh:
            cursor.setBlockFormat(paragraph_format())
            _take_place(cursor, part, before, lists)
        _insert_line(cursor, part.line)
        before = part


def _take_place(
    cursor: QTextCursor, part: Prose, before: Prose | None, lists: dict[int, QTextList]
) -> None:
    """Make the block of the cursor a paragraph, or an item of the list it goes on with."""
    if before is None or before.look is not part.look:
        lists.clear()
    if part.look is None:
        return
    if not part.level:
        lists.pop(1, None)
    if part.level in lists:
        lists[part.level].add(cursor.block())
    else:
        lists[part.level] = cursor.createList(list_format(part.look, part.level))


def _insert_line(cursor: QTextCursor, line: Line) -> None:
    for run in line:
        if isinstance(run, Text | Link):
            cursor.insertText(run.text.replace("\n", _BREAK), char_format(run))
