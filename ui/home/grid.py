"""The grid of proposals: a list view whose cards fill the width."""

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QListView, QWidget

from ui import theme
from ui.home.cards import GAP, CardPainter
from ui.home.listing import Listing

_NARROWEST = 300
"""A card is at least so wide; as many stand side by side as fit."""
_BAR = 14
"""The place of a scroll bar in the style Fusion. Asked, Qt for Python loads all that styles are."""
_CARD_HEIGHT = 206
_ROW_HEIGHT = 52


class Grid(QListView):
    """Proposals as cards or rows. Arrows move, Enter opens.

    Signals:
        opened: the file that was clicked or entered.
        menu_asked: the file whose menu was asked for.
        delete_asked: the file to delete.
    """

    opened = Signal(Path)
    menu_asked = Signal(Path)
    delete_asked = Signal(Path)

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
        self.setAccessibleName("Proposals")
        self.setModel(listing)
        self.setItemDelegate(painter)
        self.setMouseTracking(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMovement(QListView.Movement.Static)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._open)
        self.show_rows(False)

    def show_rows(self, rows: bool) -> None:
        """Show rows instead of cards."""
        self._painter.as_rows = rows
        mode = QListView.ViewMode.ListMode if rows else QListView.ViewMode.IconMode
        self.setViewMode(mode)
        self.setMovement(QListView.Movement.Static)
        self.setSpacing(0)
        self._fit(self.viewport().width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fill the width."""
        self._fit(event.size().width())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, delete with Delete."""
        current = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and current.isValid():
            self._open(current)
        elif event.key() == Qt.Key.Key_Delete and current.isValid():
            self.delete_asked.emit(self._listing.entry(current.row()).path)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer, or of the current one."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            self.setCurrentIndex(index)
            self.menu_asked.emit(self._listing.entry(index.row()).path)

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self._listing.entry(index.row()).path)

    def _fit(self, width: int) -> None:
        # Qt leaves the last column out when the cards fill the width to the pixel, or the place
        # that a scroll bar would take.
        bar = self.verticalScrollBar()
        spare = 0 if bar.isVisible() else round(_BAR * max(1.0, self.logicalDpiX() / 96))
        room = max(width - 2 - spare, theme.px(_NARROWEST))
        if self._painter.as_rows:
            self._painter.size = QSize(room, theme.px(_ROW_HEIGHT))
        else:
            columns = max(1, room // theme.px(_NARROWEST + GAP))
            self._painter.size = QSize(room // columns, theme.px(_CARD_HEIGHT + GAP))
        self.setGridSize(self._painter.size)
        self.scheduleDelayedItemsLayout()
