"""One conflict: what we say beside what they say, one of them to be chosen."""

from collections.abc import Sequence
from html import escape
from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QWidget

from roadmapper.merge import Difference, Side
from roadmapper.telling import Piece, Told, word_by_word
from ui import theme
from ui.painting import box, focus_ring, painting, text
from ui.parts.cards import Card
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.words import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WAYS = {Side.MINE: _("Keep ours"), Side.THEIRS: _("Take theirs")}


class Conflict(QWidget):
    """A difference that needs a decision.

    Signals:
        decided: one of the two ways was chosen.
    """

    decided = Signal()

    def __init__(self, difference: Difference, words: Told, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.path = difference.path
        pieces = (
            word_by_word(words.mine, words.theirs)
            if words.is_text
            else ((Piece(words.mine, differs=False),), (Piece(words.theirs, differs=False),))
        )
        self.ways = {
            side: _Way(_WAYS[side], said, words.title, self)
            for side, said in zip(Side, pieces, strict=True)
        }
        self._group = QButtonGroup(self)
        sides = row(spacing=12)
        for way in self.ways.values():
            self._group.addButton(way.pick)
            way.pick.toggled.connect(self._show)
            sides.addWidget(way, 1)
        title = Label(words.title, "label", wrap=True)
        where = Label(words.where, "caption", "ink3", wrap=True)
        self.setLayout(column(title, where, 8, sides))

    @property
    def choice(self) -> Side | None:
        """The way that was chosen, None if none was yet."""
        return next((side for side, way in self.ways.items() if way.pick.isChecked()), None)

    def choose(self, side: Side) -> None:
        """Choose one way."""
        self.ways[side].pick.setChecked(True)

    def _show(self, checked: bool) -> None:
        for way in self.ways.values():
            way.show_choice()
        if checked:
            self.decided.emit()


class _Way(Card):
    """What one side says; a click anywhere chooses it."""

    def __init__(
        self, label: str, said: Sequence[Piece], title: str, parent: QWidget | None = None
    ) -> None:
        self.pick = Pick(label)
        words = "".join(piece.text for piece in said)
        self.pick.setAccessibleName(f"{label}, {title}: {words}")
        self._said = Label("", "cell", wrap=True)
        self._said.setTextFormat(Qt.TextFormat.RichText)
        self._said.setText(_marked(said))
        layout = column(self.pick, 6, self._said, STRETCH)
        super().__init__(layout, parent, margins=(14, 10, 14, 12), edge="line2")
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_choice(self) -> None:
        """Stand out if it is chosen."""
        chosen = self.pick.isChecked()
        self.set_look(*(("accentTint", "accent") if chosen else ("surface", "line2")))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose this way."""
        self.pick.setChecked(True)
        self.pick.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()


class Pick(QRadioButton):
    """A radio button with a text beside it."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent)
        self.setFont(theme.font("control"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        """Return the room that circle and text need."""
        width = theme.px(30) + ceil(theme.text_width(self.text(), "control", 600))
        return QSize(width + 6, theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Never cut the text."""
        return self.sizeHint()

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint circle, dot and text."""
        side, on = theme.px(18), self.isChecked()
        mark = QRectF(2, (self.height() - side) / 2, side, side)
        with painting(self) as painter:
            box(painter, mark, side / 2, "surface", "accent" if on else "field", 1.4)
            if on:
                dot = mark.adjusted(side / 4, side / 4, -side / 4, -side / 4)
                box(painter, dot, side / 4, "accent")
            area = QRectF(mark.right() + theme.px(9), 0, self.width(), self.height())
            text(painter, area, self.text(), "control", "ink" if on else "ink2", _LEFT, 600)
            if self.hasFocus():
                focus_ring(painter, mark.adjusted(-2, -2, 2, 2), side / 2 + 2)


def _marked(pieces: Sequence[Piece]) -> str:
    """Return pieces as rich text; words that differ are underlined on a tint."""
    tint = theme.color("warnTint").name()
    look = f"background-color: {tint}; text-decoration: underline"
    parts = []
    for piece in pieces:
        words = escape(piece.text).replace("\n", "<br>")
        parts.append(f'<span style="{look}">{words}</span>' if piece.differs else words)
    return "".join(parts)
