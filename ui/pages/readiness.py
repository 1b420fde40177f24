"""Whether a proposal is ready, in words, with counts that lead to what they count."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roadmapper.proposal.ready import Readiness
from ui import theme
from ui.painting import box, focus_ring, painting, text
from ui.parts.cards import Card
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.words import _, ngettext

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
ANSWERS, ESSENTIAL = _("Answers"), _("Essential answers")
CLAIMS, PAGES = _("Claims with evidence"), _("Pages")
_AIR = 8
"""Pixels at the sides of a count, in which it lights up."""


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
        counts = column(spacing=0)
        head = row(self._sign, self._state, STRETCH, spacing=10)
        whole = column(head, 8, self._reason, 14, Rule(), 8, counts, STRETCH)
        super().__init__(whole, parent, margins=(20, 18, 20, 14))
        self.counts: dict[str, Count] = {}
        for name in (ANSWERS, ESSENTIAL, CLAIMS, PAGES):
            count = Count(name, self)
            count.clicked.connect(self._tell)
            self.counts[name] = count
            counts.addWidget(count)

    def show_state(self, told: Readiness) -> None:
        """Say whether the proposal is ready, and why not."""
        ready = told.is_ready
        self._sign.show_icon(*(("circle-check", "pos") if ready else ("circle-alert", "neg")))
        self._state.setText(_("Ready") if ready else _("Not ready"))
        self._reason.setText(_reason(told))
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
    """A name with its number; a click leads to what it counts."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
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
        """Return the room of name and number."""
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Never cut the number or the name."""
        number = theme.text_width(self.words, "cell", 600)
        wide = theme.text_width(self.text(), "cell") + number + theme.px(12)
        return QSize(ceil(wide) + 2 * theme.px(_AIR), theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint name and number."""
        area = QRectF(self.rect())
        inner = area.adjusted(theme.px(_AIR), 0, -theme.px(_AIR), 0)
        with painting(self) as painter:
            if self.underMouse():
                box(painter, area, theme.radius("tile"), "hover")
            text(painter, inner, self.text(), "cell", "ink2", _LEFT)
            text(painter, inner, self.words, "cell", "ink", _RIGHT, 600)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("tile"))


def _reason(told: Readiness) -> str:
    reasons = []
    if low := len(told.low):
        reasons.append(
            ngettext(
                "one criterion is below the line", "{low} criteria are below the line", low
            ).format(low=low)
        )
    if told.overdue:
        reasons.append(
            ngettext(
                "an attestation is overdue", "{count} attestations are overdue", told.overdue
            ).format(count=told.overdue)
        )
    if told.must_fix:
        reasons.append(
            ngettext(
                "one finding must be fixed", "{count} findings must be fixed", told.must_fix
            ).format(count=told.must_fix)
        )
    if not reasons:
        return _("All six criteria are answered well enough, and nothing must be fixed.")
    sentence = _(", and ").join(reasons)
    return f"{sentence[:1].upper()}{sentence[1:]}."
