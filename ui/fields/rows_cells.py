"""The cells of a table: how they are painted and edited in place."""

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
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
from ui import theme
from ui.fields.inputs import Combo, LineInput, is_for_window
from ui.fields.rows_model import STATE, RowsModel
from ui.fields.rows_sync import Index
from ui.fields.rows_text import UnreadableError, cell_text, typed_value
from ui.painting import box, focus_ring, lines

_TYPED = frozenset({Kind.LINE, Kind.DATE, Kind.PROSE}) | NUMBER_KINDS
_PICKED = frozenset({Kind.CHOICE, Kind.YES_NO})
_BEGUN = "begun"
_WIDEST = 360
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


class CellLine(LineInput):
    """One line of text over a cell; it grows over its neighbors while the text does."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(name, parent)
        self._cell = QRect()
        self.textChanged.connect(self._grow)

    def lie_over(self, cell: QRect) -> None:
        """Take the place of a cell."""
        self._cell = cell
        self._grow()

    def _grow(self) -> None:
        port = self.parentWidget()
        if port is None or self._cell.isNull():
            return
        wanted = self.fontMetrics().horizontalAdvance(self.text()) + theme.px(32)
        width = max(self._cell.width(), min(wanted, theme.px(_WIDEST), port.width()))
        left = max(0, min(self._cell.left(), port.width() - width))
        top = self._cell.top() + (self._cell.height() - 1 - self.height()) // 2
        self.setGeometry(left, top, width, self.height())


class CellText(QPlainTextEdit):
    """Several lines of plain text over a cell; Shift+Enter begins a new line."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFont(theme.font("cell"))
        self.setAccessibleName(name)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.document().setDocumentMargin(6)

    def event(self, event: QEvent) -> bool:
        """Leave the keys of the window to it."""
        if not is_for_window(event):
            return super().event(event)
        event.ignore()
        return False


class CellChoice(Combo):
    """A choice over a cell. `picked` tells that a person chose."""

    picked = Signal()

    def __init__(self, column: Question, parent: QWidget) -> None:
        super().__init__(column.label, parent)
        self._by_key = False
        self.addItem("Not answered", None)
        if column.kind is Kind.YES_NO:
            self.addItem("Yes", True)
            self.addItem("No", False)
        for option in column.options:
            self.addItem(option.label, option.value)
        self.activated.connect(self._tell_soon)

    def show_value(self, value: Value) -> None:
        """Show a choice, also one that is no longer offered."""
        place = self.findData(value)
        if place < 0 and isinstance(value, str):
            self.addItem(value, value)
            place = self.count() - 1
        self.setCurrentIndex(max(place, 0))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep the cell open while its list is."""
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let a letter or an arrow change the choice, and wait for Enter or Tab."""
        self._by_key = True
        super().keyPressEvent(event)
        self._by_key = False

    def _tell_soon(self) -> None:
        if not self._by_key:
            # The list closes first; closing its cell under it would leave Qt without a place.
            QTimer.singleShot(0, self, self.picked.emit)


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
        self._paint_text(painter, area, index, model)
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

    @staticmethod
    def _paint_text(painter: QPainter, area: QRectF, index: Index, model: RowsModel) -> None:
        column = model.columns[index.column()]
        side = theme.px(8)
        first = index.column() == 0
        right = column.kind in NUMBER_KINDS
        align = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        words = str(index.data() or "").replace("\n", " ")
        room = area.adjusted(side, 0, -side, -1)
        ink = "ink" if first or right else "ink2"
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
