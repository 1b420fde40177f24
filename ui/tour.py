"""A short tour of an open proposal; it can be left at any moment and does not come back."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.painting import focus_ring, painting
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.overlay import Overlay
from ui.wizard import Wizard
from ui.words import _

_GAP = 14


@dataclass(frozen=True, slots=True)
class Stop:
    """One thing the tour shows."""

    widget: QWidget
    title: str
    sentence: str


class Tour(Overlay):
    """Shows one thing after another over a veil.

    Signals:
        ended: the tour was finished or left.
    """

    ended = Signal()

    def __init__(self, window: QWidget, stops: Sequence[Stop]) -> None:
        super().__init__(window)
        self._stops = tuple(stops)
        self._at = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("A short tour"))
        self._title = Label("", "cardHeading")
        self._sentence = Label("", "cell", "ink2", wrap=True)
        self._count = Label("", "caption", "ink3")
        self.leave = Button(_("Leave the tour"), "ghost", small=True)
        self.leave.clicked.connect(self.end)
        self.next = Button(_("Next"), "primary", small=True)
        self.next.clicked.connect(self.go_on)
        foot = row(self._count, STRETCH, self.leave, self.next, spacing=8)
        self._card = Card(column(self._title, 4, self._sentence, 12, foot), self)
        self._card.setFixedWidth(theme.px(340))
        self.setGeometry(window.rect())
        self.arrange()
        self.show()
        self.raise_()
        self.next.setFocus()

    def go_on(self) -> None:
        """Show the next thing; end after the last."""
        if self._at + 1 == len(self._stops):
            self.end()
            return
        self._at += 1
        self.arrange()

    def end(self) -> None:
        """Leave the tour."""
        self.let_go()
        self.hide()
        self.give_focus_back()
        self.ended.emit()
        self.deleteLater()

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep the Tab key on the card."""
        here = self.next if self.leave.hasFocus() or self.leave.isHidden() else self.leave
        here.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the veil with a hole where the thing is."""
        whole, hole = QPainterPath(), QPainterPath()
        whole.addRect(QRectF(self.rect()))
        area = QRectF(self._area())
        hole.addRoundedRect(area, 8, 8)
        with painting(self) as painter:
            painter.fillPath(whole - hole, theme.scrim())
            focus_ring(painter, area, 8)

    def _area(self) -> QRect:
        widget = self._stops[self._at].widget
        place = widget.mapTo(self._window, QPoint(0, 0))
        return QRect(place, widget.size()).adjusted(-4, -4, 4, 4).intersected(self.rect())

    def arrange(self) -> None:
        """Show the stop one is at."""
        stop = self._stops[self._at]
        self._title.setText(stop.title)
        self._sentence.setText(stop.sentence)
        self._count.setText(
            _("{number} of {count}").format(number=self._at + 1, count=len(self._stops))
        )
        last = self._at + 1 == len(self._stops)
        self.next.setText(_("Start writing") if last else _("Next"))
        self.next.updateGeometry()
        self.leave.setVisible(not last)
        self._place_card()
        self.update()

    def _place_card(self) -> None:
        self._card.adjustSize()
        layout = self._card.layout()
        height = layout.heightForWidth(self._card.width()) if layout is not None else 0
        self._card.resize(self._card.width(), max(height, self._card.sizeHint().height()))
        area, card = self._area(), self._card.rect()
        right = area.right() + _GAP
        if right + card.width() < self.width():
            place = QPoint(right, min(area.top(), self.height() - card.height() - _GAP))
        else:
            above, below = area.top() - card.height() - _GAP, area.bottom() + _GAP
            top = below if below + card.height() < self.height() else above
            place = QPoint(self.width() - card.width() - _GAP, top)
        self._card.move(max(place.x(), _GAP), max(place.y(), _GAP))


def stops_of(wizard: Wizard) -> tuple[Stop, ...]:
    """Return what the tour shows of an open proposal."""
    return (
        Stop(
            wizard.rail,
            _("Thirteen steps, in any order"),
            _(
                "A ring fills as the answers that count come in. Go back as "
                "often as you like: nothing is lost."
            ),
        ),
        Stop(
            wizard.topbar.saved,
            _("There is no Save button"),
            _(
                "What you type is on disk before this says so. Undo works across "
                "all steps, also after closing."
            ),
        ),
        Stop(
            wizard.topbar.search,
            _("Find anything"),
            _(
                "Ctrl+K finds every step, question, answer and command. F8 goes "
                "to the next open question."
            ),
        ),
        Stop(
            wizard.topbar.export,
            _("Take it to the room"),
            _("The proposal leaves as Word or PDF. What is marked private never does."),
        ),
    )
