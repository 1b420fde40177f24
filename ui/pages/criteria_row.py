"""One criterion: how far it is answered and on what that rests; opened, what is asked next."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from roadmapper.checks.levels import Level, Met
from roadmapper.criteria import Scorecard
from ui import theme
from ui.pages.criteria_bar import LevelBar
from ui.painting import box, focus_ring, painting
from ui.parts.buttons import Button
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.shown_numbers import shown_percent
from ui.words import _

_ICONS = {
    "C1": "life-buoy",
    "C2": "plug",
    "C3": "gauge",
    "C4": "trending-up",
    "C5": "shield-check",
    "C6": "handshake",
}
_OTHER = "target"
"""For a criterion of another pack."""


class CriterionRow(QWidget):
    """A line that opens; below it the conditions for the next level, ticked or with a way to them.

    Signals:
        go_asked: the address a condition is answered at.
        turned: it was opened or closed.
    """

    go_asked = Signal(str)
    turned = Signal()

    def __init__(self, told: Level, card: Scorecard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = RowHead(told, card, self)
        self.head.clicked.connect(self._turn)
        self._conditions: QVBoxLayout = column(spacing=2)
        self._panel = holder(self._conditions, self)
        self._panel.setContentsMargins(theme.px(40), 0, 0, theme.px(10))
        self._panel.hide()
        self.links: dict[str, Button] = {}
        self._told, self._card = told, card
        self.setLayout(column(self.head, self._panel))
        self.head.show_level(told, card)

    @property
    def is_open(self) -> bool:
        """Whether the conditions are shown."""
        return self.head.is_open

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """What the Tab key stops at."""
        return (self.head, *(self.links.values() if self.is_open else ()))

    def show_level(self, told: Level, card: Scorecard) -> None:
        """Show how the criterion stands now."""
        before, self._told, self._card = self._told, told, card
        self.head.show_level(told, card)
        if self.is_open and told != before:
            self._build()

    def _turn(self) -> None:
        self.head.turn()
        if self.is_open:
            self._build()
        self._panel.setVisible(self.is_open)
        self.turned.emit()

    def _build(self) -> None:
        kept = self.window().focusWidget() if self.isVisible() else None
        held = next((path for path, one in self.links.items() if one is kept), None)
        while (item := self._conditions.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.links = {}
        for part in self._lines():
            self._conditions.addWidget(part)
        if held is not None:
            self.links.get(held, self.head).setFocus(Qt.FocusReason.OtherFocusReason)

    def _lines(self) -> Iterator[QWidget]:
        asked = self._told.next_conditions
        words = self._card.pack.words
        if not asked:
            yield Label(_("Nothing more is asked for."), "caption", "ink2")
            return
        title = _("For “{level}”").format(level=words[self._told.level + 1])
        yield Label(title, "caption", "ink2", weight=600)
        for one in asked:
            yield self._line(one)

    def _line(self, condition: Met) -> QWidget:
        if condition.holds:
            mark = Icon("circle-check", 16, "pos")
            mark.setAccessibleName(_("Done"))
            words = Label(condition.told, "cell", "ink2", wrap=True)
            line = row(mark, words, spacing=8, margins=(0, 5, 0, 5))
            line.setStretch(1, 1)
            return holder(line)
        link = Button(_("Answer it"), "link", small=True, tight=True)
        link.setAccessibleName(_("Answer it: {condition}").format(condition=condition.text))
        link.clicked.connect(self._go)
        self.links[condition.path] = link
        words = Label(condition.text, "cell", wrap=True)
        line = row(Icon("circle-dashed", 16, "ink3"), words, link, spacing=8)
        line.setStretch(1, 1)
        return holder(line)

    def _go(self) -> None:
        link = self.sender()
        for path, one in self.links.items():
            if one is link:
                self.go_asked.emit(path)


class RowHead(QAbstractButton):
    """The line of a criterion; a click opens or closes what is below it."""

    def __init__(self, told: Level, card: Scorecard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_open = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        pack = card.pack
        self._sign = Icon(_ICONS.get(told.id, _OTHER), 18, "accent")
        self._name = Label(told.name, "control", wrap=True, weight=600)
        self._line = Label("", "caption", "ink2", wrap=True)
        self._bar = LevelBar(len(pack.words) - 1, pack.ready)
        self._word = Label("", "control", weight=600)
        widest = max(theme.text_width(one, "control", 600) for one in pack.words)
        self._weight = Label("", "caption", "ink2")
        shown = column(STRETCH, self._word, self._weight, STRETCH, spacing=1)
        beside = holder(shown)
        beside.setFixedWidth(round(widest) + theme.px(6))
        self._turn_sign = Icon("chevron-right", 16, "ink3")
        said = column(STRETCH, self._name, self._line, STRETCH, spacing=1)
        line = row(self._sign, spacing=12, margins=(4, 8, 4, 8))
        line.addLayout(said, 1)
        for part in (self._bar, beside, self._turn_sign):
            line.addWidget(part)
        self.setLayout(line)
        for child in (self._sign, self._name, self._line, beside, self._turn_sign):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        for words in self.findChildren(Label):
            # Inside a button Qt paints words in the color of buttons.
            words.setForegroundRole(QPalette.ColorRole.WindowText)

    def show_level(self, told: Level, card: Scorecard) -> None:
        """Show level, word and what it rests on, or what is missing."""
        enough = card.is_enough(told)
        word = card.pack.words[told.level]
        line = _line(told, is_enough=enough)
        self._sign.show_icon(_ICONS.get(told.id, _OTHER), "accent" if enough else "neg")
        self._line.setText(line)
        self._line.set_color("ink2" if enough else "neg")
        self._bar.show_level(told.level)
        self._word.setText(word)
        self._word.set_color("ink" if enough else "neg")
        level = _("level {level} of {highest}, {word}").format(
            level=told.level, highest=len(card.pack.words) - 1, word=word
        )
        said = _("Enough to present") if enough else _("Not enough to present")
        weight = _weight(card, told)
        self._weight.setText(weight)
        self._weight.setHidden(not weight)
        told_whole = (f"{told.name}: {level}", said, line, weight)
        self.setAccessibleName(". ".join(one for one in told_whole if one))
        self._tell_turn()

    def turn(self) -> None:
        """Open or close."""
        self.is_open = not self.is_open
        self._turn_sign.show_icon("chevron-down" if self.is_open else "chevron-right", "ink3")
        self._tell_turn()

    def sizeHint(self) -> QSize:
        """Return the room of its words at the width it has."""
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), theme.px(44)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what is behind the words."""
        area = QRectF(self.rect())
        with painting(self) as painter:
            if self.underMouse():
                box(painter, area, theme.radius("tile"), "hover")
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("tile"))

    def _tell_turn(self) -> None:
        self.setAccessibleDescription(_("Unfolded") if self.is_open else _("Folded"))


def _line(told: Level, *, is_enough: bool) -> str:
    """Return what a level rests on; below what is enough, what is missing."""
    if not is_enough and told.next_lacks:
        first, *others = told.next_lacks
        if not others:
            return first.text
        return _("{first}, and {number} more").format(first=first.text, number=len(others))
    return told.rests_on[-1].told if told.rests_on else _("Nothing is said yet")


def _weight(card: Scorecard, told: Level) -> str:
    """Return how much they weigh a criterion; empty if they did not say."""
    if not card.shares:
        return ""
    return _("weighs {percent}").format(percent=shown_percent(round(card.shares[told.id])))
