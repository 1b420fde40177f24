"""Lists in the prose editor: making, leaving, nesting."""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor, QTextList, QTextListFormat

from roadmapper.document.tree import ListLook
from ui.fields.prose_document import list_format, paragraph_format


def look_of(block: QTextBlock) -> ListLook | None:
    """Return the kind of list a block is an item of, None for a paragraph."""
    listed = block.textList()
    if listed is None:
        return None
    is_numbered = listed.format().style() == QTextListFormat.Style.ListDecimal
    return ListLook.NUMBER if is_numbered else ListLook.BULLET


def level_of(block: QTextBlock) -> int:
    """Return how deep an item is nested: 0 or 1."""
    listed = block.textList()
    return 1 if listed is not None and listed.format().indent() > 1 else 0


def toggle_list(cursor: QTextCursor, look: ListLook) -> None:
    """Make the selected blocks items of a list, or paragraphs if they all are items of it."""
    blocks = tuple(_selected(cursor))
    cursor.beginEditBlock()
    if all(look_of(block) is look for block in blocks):
        for block in blocks:
            leave_list(block)
    else:
        for block in blocks:
            enter_list(block, look, level_of(block))
    cursor.endEditBlock()


def enter_list(block: QTextBlock, look: ListLook, level: int) -> None:
    """Make a block an item of the list it stands in or beside, or of a new one."""
    cursor = QTextCursor(block)
    cursor.setBlockFormat(paragraph_format())
    beside = _list_before(block, look, level) or _list_after(block, look, level)
    if beside is not None:
        beside.add(block)
    else:
        cursor.createList(list_format(look, level))


def leave_list(block: QTextBlock) -> None:
    """Make an item a paragraph."""
    QTextCursor(block).setBlockFormat(paragraph_format())


def nest(block: QTextBlock, by: int) -> bool:
    """Move an item a level in or out; return whether it could be."""
    look = look_of(block)
    level = level_of(block) + by
    if look is None or level not in (0, 1):
        return False
    if by > 0 and look_of(block.previous()) is None:
        return False
    enter_list(block, look, level)
    return True


def _selected(cursor: QTextCursor) -> Iterator[QTextBlock]:
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), cursor.selectionEnd()
    while block.isValid() and (block.position() <= last):
        yield block
        block = block.next()


def _list_before(block: QTextBlock, look: ListLook, level: int) -> QTextList | None:
    before = block.previous()
    while before.isValid() and look_of(before) is look:
        if level_of(before) == level:
            return before.textList()
        if level_of(before) < level:
            return None
        before = before.previous()
    return None


def _list_after(block: QTextBlock, look: ListLook, level: int) -> QTextList | None:
    after = block.next()
    is_same = after.isValid() and look_of(after) is look and level_of(after) == level
    return after.textList() if is_same else None
