"""The org chart: who reports to whom, as far as it is known."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import access, theme
from ui.opened import Opened
from ui.pages.coalition_lines import bosses_of, dotted_of
from ui.pages.coalition_node import paint_disc
from ui.pages.coalition_people import Person
from ui.pages.coalition_plane import WAYS, nearest
from ui.painting import box, focus_ring, painting, pen, text
from ui.parts.reading import keep_one_stop
from ui.parts.tips import plain_tip
from ui.words import _

_WIDE, _HIGH, _GAP, _LEVEL, _NARROWEST = 156, 62, 12, 40, 118
_DISC = 34
_LINE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Place:
    """Where a role stands: its place from left in widths of a card, and its level from above."""

    across: float
    level: int


def places(rows: Sequence[str], bosses: Mapping[str, str]) -> Mapping[str, Place]:
    """Return a place for each role with a line; who has reports stands over their middle."""
    found: dict[str, Place] = {}
    free = 0.0

    def put(row: str, level: int) -> None:
        nonlocal free
        below = [one for one in rows if bosses.get(one) == row]
        for one in below:
            put(one, level + 1)
        if below:
            across = (found[below[0]].across + found[below[-1]].across) / 2
        else:
            across, free = free, free + 1
        found[row] = Place(across, level)

    for row in rows:
        if row not in bosses and row in bosses.values():
            put(row, 0)
    return found


class OrgChart(QWidget):
    """A card for each role with lines between them; roles without a line stand below.

    It is one stop of the Tab key; arrows go to the next card.

    Signals:
        picked: a role is looked at; opened: what is written about it is wanted.
    """

    picked = Signal(str)
    opened = Signal(str)

    reader_role = QAccessible.Role.List

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        access.install()
        self._opened = opened
        self.cards: dict[str, RoleCard] = {}
        self._bosses: Mapping[str, str] = {}
        self._dotted: tuple[tuple[str, str], ...] = ()
        self._places: Mapping[str, Place] = {}
        self._loose_from = 0
        self.setAccessibleName(_("Org chart of the roles"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these roles."""
        rows = [person.row for person in people]
        for gone in [row for row in self.cards if row not in rows]:
            card = self.cards.pop(gone)
            card.hide()
            card.deleteLater()
        self._bosses = bosses_of(people, self._opened)
        self._dotted = dotted_of(people, self._opened)
        self._places = places(rows, self._bosses)
        titles = {person.row: person.title for person in people}
        for person in people:
            if person.row not in self.cards:
                self._add(person)
            boss = titles.get(self._bosses.get(person.row, ""), "")
            self.cards[person.row].show_person(person, boss)
        self._arrange()

    def show_picked(self, row: str) -> None:
        """Show which role is looked at."""
        keep_one_stop(self.cards.values(), self.cards.get(row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chart in the middle."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines below the cards."""
        with painting(self) as painter:
            for below, above in self._bosses.items():
                self._line(painter, below, above, dashed=False)
            for below, above in self._dotted:
                self._line(painter, below, above, dashed=True)
            if self._loose_from:
                area = QRectF(theme.px(8), self._loose_from, self.width(), theme.px(20))
                text(painter, area, _("No line known yet"), "caption", "ink3", _LINE)

    def _add(self, person: Person) -> None:
        card = RoleCard(person, self)
        card.picked.connect(self.picked)
        card.clicked.connect(self._open)
        card.stepped.connect(self._step)
        self.cards[person.row] = card
        card.show()

    def _arrange(self) -> None:
        """Put the tree into the middle and what has no line below it, in lines of its own."""
        wide, high, gap = theme.px(_WIDE), theme.px(_HIGH), theme.px(_GAP)
        leaves = max((place.across for place in self._places.values()), default=-1) + 1
        if leaves:
            wide = min(wide, max(theme.px(_NARROWEST), round(self.width() / leaves) - gap))
        left = max(0.0, (self.width() - leaves * (wide + gap)) / 2)
        bottom = 0
        for row, place in self._places.items():
            x = left + place.across * (wide + gap) + gap / 2
            y = theme.px(10) + place.level * (high + theme.px(_LEVEL))
            self.cards[row].setGeometry(round(x), y, wide, high)
            bottom = max(bottom, y + high)
        loose = [row for row in self.cards if row not in self._places]
        self._loose_from = bottom + theme.px(18) if loose else 0
        bottom = self._put_loose(loose, self._loose_from + theme.px(26)) if loose else bottom
        self.setMinimumWidth(round(leaves * (wide + gap)))
        self.setFixedHeight(bottom + theme.px(10))
        self.update()

    def _put_loose(self, rows: Sequence[str], top: int) -> int:
        wide, high, gap = theme.px(_WIDE), theme.px(_HIGH), theme.px(_GAP)
        across = max(1, (self.width() - gap // 2) // (wide + gap))
        for at, row in enumerate(rows):
            x = gap // 2 + (at % across) * (wide + gap)
            self.cards[row].setGeometry(x, top + (at // across) * (high + gap), wide, high)
        return self.cards[rows[-1]].geometry().bottom()

    def _line(self, painter: QPainter, below: str, above: str, *, dashed: bool) -> None:
        upper, lower = self.cards[above].geometry(), self.cards[below].geometry()
        painter.setPen(pen("ink3", 1.3, dashed=dashed))
        start = QPointF(upper.center().x(), upper.bottom())
        end = QPointF(lower.center().x(), lower.top())
        if upper.bottom() >= lower.top():
            painter.drawLine(QRectF(upper).center(), QRectF(lower).center())
            return
        middle = lower.top() - theme.px(_LEVEL) / 2
        corners = (start, QPointF(start.x(), middle), QPointF(end.x(), middle), end)
        for one, other in pairwise(corners):
            painter.drawLine(one, other)

    def _step(self, row: str, way: QPointF) -> None:
        places = {name: QRectF(card.geometry()).center() for name, card in self.cards.items()}
        name = nearest(places[row], places, way)
        if name:
            self.cards[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _open(self) -> None:
        card = self.sender()
        if isinstance(card, RoleCard):
            self.opened.emit(card.person.row)


class RoleCard(QAbstractButton):
    """One role in the chart.

    Signals:
        picked: it got the focus; stepped: the card in a direction is wanted.
    """

    picked = Signal(str)
    stepped = Signal(str, QPointF)

    reader_role = QAccessible.Role.ListItem

    def __init__(self, person: Person, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleDescription(_("Arrows go to another role. Enter opens what is written."))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_person(self, person: Person, boss: str) -> None:
        """Show what is answered now."""
        self.person = person
        self.setText(person.role)
        reports = (
            _("reports to {boss}").format(boss=boss) if boss else _("reports to nobody on the map")
        )
        self.setAccessibleName(f"{person.spoken}, {reports}")
        self.setToolTip(plain_tip(person.spoken))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the next card, or open what is written."""
        if event.key() in WAYS:
            self.stepped.emit(self.person.row, WAYS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be looked at."""
        super().focusInEvent(event)
        self.picked.emit(self.person.row)

    def words_area(self) -> QRectF:
        """Return the room of the title."""
        left = theme.px(8) + theme.px(_DISC) + theme.px(7)
        return QRectF(self.rect()).adjusted(left, 2, -theme.px(5), -2)

    def words_font(self) -> QFont:
        """Return the font of the title."""
        return theme.font("micro")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint card, disc and title."""
        area, side = QRectF(self.rect()), theme.px(_DISC)
        with painting(self) as painter:
            box(painter, area, theme.radius("tile"), "surface", "line2")
            disc = QRectF(theme.px(8), (area.height() - side) / 2, side, side)
            paint_disc(painter, disc, self.person)
            painter.setFont(self.words_font())
            painter.setPen(theme.color("ink"))
            painter.drawText(self.words_area(), _WORDS, self.person.title)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("tile"))
