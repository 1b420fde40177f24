"""What is missing for a result, or what one should know of it, each with a way to go there."""

from PySide6.QtWidgets import QWidget

from ui.opened import Opened
from ui.pages.pricing_idle import idle
from ui.pages.pricing_missing import Missing, missing, warnings
from ui.pages.pricing_tiles import Figures
from ui.parts.cards import Notice
from ui.parts.layouts import column
from ui.words import _

_NOTHING = _("The chart stands here as soon as there is something to work out.")


class Gaps(QWidget):
    """Sentences in the order in which one would answer them."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._shown: tuple[object, ...] = ()
        self._lines = column(spacing=8)
        self.notices: list[Notice] = []
        self._ways: dict[Notice, str] = {}
        self.setLayout(self._lines)
        self.told = _NOTHING

    def show_figures(self, figures: Figures) -> None:
        """Show what is missing, or what there is to know."""
        gaps = (*missing(self._opened, figures), *idle(self._opened, figures))
        known = tuple(warnings(self._opened, figures))
        if self._shown != (gaps, known):
            self._shown = (gaps, known)
            self._clear()
            for gap in gaps:
                self._add_gap(gap)
            for kind, sentence in known:
                self._add(Notice(kind, sentence, self))
        self.setVisible(bool(self.notices))

    def _add_gap(self, gap: Missing) -> None:
        notice = Notice("info", gap.sentence, self, action=gap.action)
        self._ways[notice] = gap.path
        notice.acted.connect(self._go)
        self._add(notice)

    def _add(self, notice: Notice) -> None:
        self.notices.append(notice)
        self._lines.addWidget(notice)

    def _go(self) -> None:
        notice = self.sender()
        if isinstance(notice, Notice):
            self._opened.go_asked.emit(self._ways[notice])

    def _clear(self) -> None:
        for one in self.notices:
            self._lines.removeWidget(one)
            one.hide()
            one.deleteLater()
        self.notices.clear()
        self._ways.clear()
