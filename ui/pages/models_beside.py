"""The model cards, the chosen one and its label: side by side, or one under the other."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.parts.folding import Folding

_LIST_WIDE, _LABEL_WIDE = 206, 266
_PAGE_WIDE, _PAGE_SHARE = 430, 0.43
"""The widest page, and the part of the room beside the list that it may take."""
_BESIDE_LIST, _BESIDE_LABEL = 640, 690
_ANY_WIDTH = 16_777_215


class CardsBeside(Folding):
    """The list with the chosen card at its right; the label stands beside or below that card."""

    def __init__(self, cards: QWidget, card: QWidget, label: QWidget, parent: QWidget) -> None:
        self._list, self._label = cards, label
        self._right = Folding(
            (card, label), parent, below=_BESIDE_LABEL, spacing=14, apart=18, stretch=(1, 0)
        )
        super().__init__(
            (cards, self._right), parent, below=_BESIDE_LIST, spacing=14, apart=14, stretch=(0, 1)
        )
        top = Qt.AlignmentFlag.AlignTop
        self._right.align(card, top)
        self._right.align(label, top)
        self.align(cards, top)
        self.folded.connect(self._limit_list)
        self._right.folded.connect(self._limit_label)
        self._page = False
        self._limit_label(folded=False)

    def show_card(self, *, chosen: bool) -> None:
        """Show the chosen card; without one the list takes all the width."""
        self._right.setVisible(chosen)
        self._limit_list(self.is_folded)

    def show_page(self, shown: bool) -> None:
        """Give the page more room than the label needs."""
        self._page = shown
        self._limit_label(folded=self._right.is_folded)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        if self._page:
            self._limit_label(folded=self._right.is_folded)

    def _limit_list(self, folded: bool) -> None:
        _limit(self._list, _LIST_WIDE, free=folded or self._right.isHidden())

    def _limit_label(self, folded: bool) -> None:
        wide = _LABEL_WIDE
        if self._page:
            room = (self.width() / theme.px(1000) * 1000 - _LIST_WIDE) * _PAGE_SHARE
            wide = round(min(max(room, _LABEL_WIDE), _PAGE_WIDE))
        _limit(self._label, wide, free=folded)


def _limit(part: QWidget, wide: int, *, free: bool) -> None:
    part.setMinimumWidth(0 if free else theme.px(wide))
    part.setMaximumWidth(_ANY_WIDTH if free else theme.px(wide))
