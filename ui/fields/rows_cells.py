"""The cells of a table: how they are painted and edited in place."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from roadmapper.proposal.facts import Severity
from roadmapper.template.kinds import NUMBER_KINDS, Kind, Value
from roadmapper.template.model import Question
from ui import icons, theme
from ui.fields.inputs import LineInput
from ui.fields.rows_editors import CellChoice, CellLine, CellText
from ui.fields.rows_model import PROVEN, STATE, RowsModel
from ui.fields.rows_sync import Index
from ui.fields.rows_text import UnreadableError, cell_text, typed_value
from ui.painting import box, focus_ring, lines

_TYPED = frozenset({Kind.LINE, Kind.DATE, Kind.PROSE}) | NUMBER_KINDS
_PICKED = frozenset({Kind.CHOICE, Kind.YES_NO})
_BEGUN = "begun"
EDGES = {
    Severity.MUST_FIX.value: "neg",
    Severity.SHOULD_FIX.value: "warn",
    Severity.POLISH.value: "info",
}
"""The color of a cell with something wrong."""


def is_edited_here(column: Question, value: Value, model: RowsModel) -> bool:
    """Return whether a cell is edited in place; formatted prose and lists are in the form."""
    if column.kind is Kind.PROSE:
        return value is None or cell_text(column, value, model.opened) == value
    return column.kind in _TYPED or column.kind in _PICKED


class Cells(QStyledItemDelegate):
    """Paints and edits cells. The table tells it which row is under the pointer or open.

    Signals:
        went: an edit ended with a key that leads on: "down", "next" or "back".
    """

    went = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.hovered = -1
        self.open_row = ""

    # --- painting --------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint ground, text, rule, what is wrong, and the ring of the current cell."""
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        area = QRectF(_rect(option))
        state = _state(option)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        ground = "accentTint" if chosen else self.ground(model, index.row())
        if ground:
            painter.fillRect(area, theme.color(ground))
        rule = QRectF(area.left(), area.bottom() - 1, area.width(), 1)
        painter.fillRect(rule, theme.color("line"))
        self.paint_text(painter, area, index, model)
        edge = EDGES.get(str(index.data(STATE)), "")
        inner = area.adjusted(1, 3, -1, -4)
        if edge:
            box(painter, inner, 6, edge=edge, width=1.5)
        if focused:
            focus_ring(painter, inner, 6)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row."""
        return QSize(theme.px(120), theme.measure("control", "rowHeight"))

    def ground(self, model: RowsModel, row: int) -> str:
        """Return the color under a row; empty if it has none of its own."""
        if model.rows[row] == self.open_row:
            return "accentTint"
        return "sunken" if row == self.hovered else ""

    def paint_text(self, painter: QPainter, area: QRectF, index: Index, model: RowsModel) -> None:
        """Paint what a cell says."""
        column = model.columns[index.column()]
        side = theme.px(8)
        first = index.column() == 0
        right = column.kind in NUMBER_KINDS
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        words = str(index.data() or "").replace("\n", " ")
        room = area.adjusted(side, 0, -side, -1)
        proven = str(index.data(PROVEN))
        if proven:
            mark = theme.px(12)
            place = QRectF(room.right() - mark, room.center().y() - mark / 2, mark, mark)
            icons.paint(painter, "quote", place, "warn" if proven == "old" else "accent")
            room.setRight(place.left() - theme.px(5))
        ink = "ink" if first or right else "ink2"
        if first and not words:
            words, ink = model.stand_in(index.row()), "ink3"
        lines(painter, room, words, "cell", ink, align, 600 if first else None)

    # --- editing ---------------------------------------------------------------------------------

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the widget that edits a cell."""
        model = index.model()
        assert isinstance(model, RowsModel)  # noqa: S101 - the table has no other model
        column = model.columns[index.column()]
        name = f"{column.label}, {model.title(index.row())}"
        if column.kind is Kind.PROSE:
            return CellText(name, parent)
        if column.kind in _PICKED:
            choice = CellChoice(column, parent)
            choice.setAccessibleName(name)
            choice.picked.connect(self._take_choice)
            return choice
        return CellLine(name, parent)

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Begin with what is kept; what a person has typed since is left alone."""
        model = index.model()
        if not isinstance(model, RowsModel) or editor.property(_BEGUN):
            return
        editor.setProperty(_BEGUN, True)
        if isinstance(editor, CellChoice):
            editor.show_value(model.value(index))
        elif isinstance(editor, LineInput):
            editor.setText(str(model.data(index, Qt.ItemDataRole.EditRole)))
        elif isinstance(editor, CellText):
            editor.setPlainText(str(model.data(index, Qt.ItemDataRole.EditRole)))
            editor.selectAll()

    def setModelData(self, editor: QWidget, _model: object, index: Index) -> None:
        """Ask for what was typed to be kept."""
        model = index.model()
        if not isinstance(model, RowsModel):
            return
        if isinstance(editor, CellChoice):
            model.keep(index, editor.currentData())
            return
        text = editor.text() if isinstance(editor, LineInput) else _plain(editor)
        if text != model.data(index, Qt.ItemDataRole.EditRole):
            try:
                model.keep(index, typed_value(model.columns[index.column()], text))
            except UnreadableError:
                model.sync()

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, _index: Index
    ) -> None:
        """Lay the widget over its cell; several lines may reach over the next rows."""
        cell = _rect(option).adjusted(1, 0, -1, 0)
        if isinstance(editor, CellLine):
            editor.lie_over(cell)
            return
        place = QRect(cell)
        place.setHeight(editor.minimumHeight() or theme.px(96))
        port = editor.parentWidget()
        if isinstance(editor, CellText) and port is not None:
            place.setWidth(max(cell.width(), min(theme.px(260), port.width())))
            place.moveTop(max(0, min(cell.top() + 2, port.height() - place.height())))
            place.moveLeft(max(0, min(cell.left(), port.width() - place.width())))
        else:
            place.moveTop(cell.top() + (cell.height() - 1 - place.height()) // 2)
        editor.setGeometry(place)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Keep and go on with Enter and Tab."""
        way = _way(editor, event) if isinstance(event, QKeyEvent) else ""
        if not way or event.type() is not QEvent.Type.KeyPress or not isinstance(editor, QWidget):
            return bool(super().eventFilter(editor, event))
        self.finish(editor)
        self.went.emit(way)
        return True

    def finish(self, editor: QWidget) -> None:
        """Keep what was typed so far and close the widget."""
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def _take_choice(self) -> None:
        editor = self.sender()
        if isinstance(editor, QWidget):
            self.finish(editor)


def _rect(option: QStyleOptionViewItem) -> QRect:
    """Return the area of a cell; the stubs of PySide do not know the fields of options."""
    return QRect(option.rect)  # type: ignore[attr-defined, unused-ignore]


def _state(option: QStyleOptionViewItem) -> QStyle.StateFlag:
    return QStyle.StateFlag(option.state)  # type: ignore[attr-defined, unused-ignore]


def _plain(editor: QWidget) -> str:
    return editor.toPlainText() if isinstance(editor, QPlainTextEdit) else ""


def _way(editor: QObject, event: QKeyEvent) -> str:
    """Return where a key leads on to from an edited cell."""
    match event.key():
        case Qt.Key.Key_Tab:
            return "next"
        case Qt.Key.Key_Backtab:
            return "back"
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            return "" if shifted and isinstance(editor, CellText) else "down"
        case _:
            return ""
