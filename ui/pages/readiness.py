"""Whether a proposal is ready, in words, with counts that lead to what they count."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QBoxLayout, QGridLayout, QSizePolicy, QWidget

from ui import theme
from ui.pages.findings import SEVERITIES
from ui.painting import box, focus_ring, painting, text
from ui.parts.cards import Card
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row
from ui.words import _, ngettext

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
ANSWERS, ESSENTIAL, PAGES = _("Answers"), _("Essential answers"), _("Pages")
_ACROSS = (3, 2)
"""Counts that stand beside each other, and how many where the text is large."""
_SIDES = 40
"""Margins of the card."""


class StateCard(Card):
    """Says "Ready" or "Not ready" with the reason, and has counts that lead to what they count.

    Signals:
        clicked: the name of a count.
    """

    clicked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._sign = Icon("circle-dashed", 22, "ink3")
        self._state = Label(_("Looking at it"), "section")
        self._reason = Label("", "body", "ink2", wrap=True)
        words = column(row(self._sign, self._state, STRETCH, spacing=10), 8, self._reason, STRETCH)
        left = holder(words)
        left.setMinimumWidth(theme.px(250))
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(8)
        self._across = 0
        self._rule = Rule(upright=True)
        self._line = row(left, self._rule, spacing=20)
        self._line.addLayout(grid, 3)
        self._line.setStretch(0, 2)
        super().__init__(self._line, parent, margins=(22, 18, 18, 18))
        self.counts: dict[str, Count] = {}
        looks = {
            ANSWERS: "ink",
            ESSENTIAL: "ink",
            PAGES: "ink",
            **dict(SEVERITIES.values()),
        }
        for name, color in looks.items():
            count = Count(name, color, self)
            count.clicked.connect(self._tell)
            self.counts[name] = count
        self._arrange(_ACROSS[0])

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of the counts; they stand below the words where both do not fit."""
        width = self._counts_width(_ACROSS[-1]) + _SIDES
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the counts beside the words or below them."""
        super().resizeEvent(event)
        width = event.size().width()
        fits = (one for one in _ACROSS if self._counts_width(one) + _SIDES <= width)
        self._arrange(next(fits, _ACROSS[-1]))
        beside = self._counts_width(_ACROSS[0]) + theme.px(250) + 80 <= width
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self._rule.setVisible(beside)

    def _arrange(self, across: int) -> None:
        if across != self._across:
            self._across = across
            for at, count in enumerate(self.counts.values()):
                self._grid.addWidget(count, at // across, at % across)

    def _counts_width(self, across: int) -> int:
        widest = max(one.minimumSizeHint().width() for one in self.counts.values())
        return across * widest + (across - 1) * 10

    def show_state(self, must_fix: int, essential: int, *, ready: bool) -> None:
        """Say whether the proposal is ready, and why not."""
        self._sign.show_icon(*(("circle-check", "pos") if ready else ("circle-alert", "neg")))
        self._state.setText(_("Ready") if ready else _("Not ready"))
        self._reason.setText(_reason(must_fix, essential))
        self.setAccessibleName(f"{self._state.text()}. {self._reason.text()}")

    def show_count(self, name: str, words: str) -> None:
        """Show one count."""
        self.counts[name].show_words(words)

    @property
    def told(self) -> str:
        """What it says."""
        return f"{self._state.text()}. {self._reason.text()}"

    def _tell(self) -> None:
        count = self.sender()
        if isinstance(count, Count):
            self.clicked.emit(count.text())


class Count(QAbstractButton):
    """A number with its name; a click leads to what it counts."""

    def __init__(self, name: str, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self._color = color
        self.setText(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_words("…")

    def show_words(self, words: str) -> None:
        """Show another number."""
        self.words = words
        self.setAccessibleName(f"{self.text()}: {words}")
        self.updateGeometry()
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Lead on with Enter as well as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the room of number and name."""
        return self.minimumSizeHint().expandedTo(QSize(theme.px(136), 0))

    def minimumSizeHint(self) -> QSize:
        """Never cut the number or the name."""
        number = theme.text_width(self.words, "section")
        widest = max(number, theme.text_width(self.text(), "caption"))
        return QSize(ceil(widest) + 2 * theme.px(10), theme.px(56))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint number and name."""
        area, left = QRectF(self.rect()), theme.px(10)
        color = "ink" if self.words == "0" else self._color
        with painting(self) as painter:
            if self.underMouse():
                box(painter, area, theme.radius("tile"), "hover")
            high, wide = theme.px(30), area.width() - left
            text(painter, QRectF(left, theme.px(4), wide, high), self.words, "section", color)
            below = QRectF(left, theme.px(33), wide, theme.px(18))
            text(painter, below, self.text(), "caption", "ink2", _LEFT)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("tile"))


def _reason(must_fix: int, essential: int) -> str:
    reasons = []
    if must_fix:
        found = ngettext("One finding", "{must_fix} findings", must_fix).format(must_fix=must_fix)
        reasons.append(_("{found} must be fixed").format(found=found))
    if essential:
        is_one = essential == 1
        found = (
            _("one essential answer is")
            if is_one
            else _("{essential} essential answers are").format(essential=essential)
        )
        reasons.append(_("{found} still open").format(found=found))
    if not reasons:
        return _("Nothing must be fixed, and every essential answer is in.")
    sentence = _(", and ").join(reasons)
    return f"{sentence[:1].upper()}{sentence[1:]}."
