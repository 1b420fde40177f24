"""The grid of proposals: a list view whose cards fill the width."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ui import theme
from ui.home.cards import GAP, CardPainter
from ui.home.listing import Listing
from ui.words import _

_Index = QModelIndex | QPersistentModelIndex
_NARROWEST = 300
"""A card is at least so wide; as many stand side by side as fit."""
_CARD_HEIGHT = 206
_ROW_HEIGHT = 52
_SCROLLS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Grid(QListView):
    """Proposals as cards or rows, all at their full height: what is around them scrolls.

    Arrows move, Enter opens, F2 renames, Delete deletes, the menu key shows the menu.

    Signals:
        opened: the file that was clicked or entered.
        menu_asked: the file whose menu was asked for, and where on the screen it belongs.
        rename_asked, delete_asked: the file that is meant.
        moved: the place of the card that is current now.
    """

    opened = Signal(Path)
    menu_asked = Signal(Path, QPoint)
    rename_asked = Signal(Path)
    delete_asked = Signal(Path)
    moved = Signal(QRect)

    def __init__(
        self, listing: Listing, painter: CardPainter, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # Asked for a viewport of its own making, Qt for Python first loads every kind of widget.
        ground = QWidget(self)
        self.setViewport(ground)
        ground.setAutoFillBackground(False)
        self._listing = listing
        self._painter = painter
        self.setObjectName("proposals")
        self.setAccessibleName(_("Proposals"))
        self.setModel(listing)
        self.setItemDelegate(painter)
        self.setMouseTracking(True)
        self.viewportEntered.connect(ground.update)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(self._open)
        # A card may reach a pixel or two out of its cell, which is all that Qt would paint anew.
        self.entered.connect(ground.update)
        self.show_rows(False)

    @property
    def current(self) -> Path | None:
        """The file of the current card."""
        index = self.currentIndex()
        return self._listing.entry(index.row()).path if index.isValid() else None

    def select(self, path: Path) -> None:
        """Make the card of a file the current one, if it is shown."""
        at = self._listing.row_of(path)
        if at >= 0:
            self.setCurrentIndex(self._listing.index(at))

    def show_rows(self, rows: bool) -> None:
        """Show rows instead of cards."""
        self._painter.as_rows = rows
        mode = QListView.ViewMode.ListMode if rows else QListView.ViewMode.IconMode
        self.setViewMode(mode)
        self.setMovement(QListView.Movement.Static)
        self.setSpacing(0)
        self.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, rename with F2, delete with Delete; leave whole pages to the page."""
        current = self.currentIndex()
        acts = {
            Qt.Key.Key_Return: self.opened,
            Qt.Key.Key_Enter: self.opened,
            Qt.Key.Key_F2: self.rename_asked,
            Qt.Key.Key_Delete: self.delete_asked,
        }
        act = acts.get(Qt.Key(event.key()))
        if act is not None and current.isValid():
            act.emit(self._listing.entry(current.row()).path)
        elif event.key() in _SCROLLS:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer, or of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            middle = self.mapToGlobal(self.visualRect(index).center())
            where = middle if by_key else event.globalPos()
            self.menu_asked.emit(self._listing.entry(index.row()).path, where)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        """Tell where the current card stands."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit(self.visualRect(current))

    def fit(self) -> None:
        """Fill the width, and be as high as all cards together."""
        width = self.viewport().width()
        # Qt leaves the last column out when the cards fill the width to the pixel.
        room = max(width - 2, theme.px(_NARROWEST))
        painter, columns = self._painter, 1
        if painter.as_rows:
            painter.size = QSize(room, theme.px(_ROW_HEIGHT))
        else:
            columns = max(1, (room + theme.px(GAP)) // theme.px(_NARROWEST + GAP))
            painter.size = QSize(room // columns, theme.px(_CARD_HEIGHT + GAP))
        painter.columns, painter.room = columns, width
        if self.gridSize() != painter.size:
            self.setGridSize(painter.size)
            self.scheduleDelayedItemsLayout()
        lines = -(-self._listing.rowCount() // columns)
        self.setFixedHeight(lines * painter.size.height() + 2)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._listing.entry(index.row()).path)
