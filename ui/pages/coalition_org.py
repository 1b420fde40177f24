"""The org chart: who reports to whom, as far as it is known."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.opened import Opened
from ui.pages.coalition_node import paint_disc
from ui.pages.coalition_people import Person
from ui.painting import box, focus_ring, painting, pen

_WIDE, _HIGH, _GAP, _LEVEL = 132, 64, 14, 46
_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Place:
    """Where a role stands: its place from left in widths of a card, and its level from above."""

    across: float
    level: int


def lines_of(people: Sequence[Person], opened: Opened) -> Mapping[str, str]:
    """Return who reports to whom by row; the line of the CMIO may be that of step 2."""
    rows = {person.short: person.row for person in people}
    bosses = {person.row: person.boss for person in people if person.boss}
    cmio = rows.get("CMIO", "")
    above = rows.get(opened.text("system.cmio_reports_to").partition(" ")[0], "")
    if cmio and above and cmio not in bosses:
        bosses[cmio] = above
    return {row: boss for row, boss in bosses.items() if not _is_circle(row, bosses)}


def dotted_of(people: Sequence[Person], opened: Opened) -> tuple[tuple[str, str], ...]:
    """Return the dotted lines of the CMIO as pairs of rows, below and above."""
    rows = {person.short: person.row for person in people}
    value = opened.value("system.cmio_dotted_line")
    names = [one.partition("/")[0] for one in value] if isinstance(value, tuple) else []
    return tuple((rows["CMIO"], rows[one]) for one in names if one in rows and "CMIO" in rows)


def _is_circle(row: str, bosses: Mapping[str, str]) -> bool:
    seen = {row}
    while row in bosses:
        row = bosses[row]
        if row in seen:
            return True
        seen.add(row)
    return False


def places(rows: Sequence[str], bosses: Mapping[str, str]) -> Mapping[str, Place]:
    """Return a place for each role; who has reports stands over their middle."""
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

    roots = [row for row in rows if row not in bosses]
    for row in sorted(roots, key=lambda one: one not in bosses.values()):
        put(row, 0)
    return found


class OrgChart(QWidget):
    """A card for each role, with lines between them.

    Signals:
        picked: a role is looked at; opened: what is written about it is wanted.
    """

    picked = Signal(str)
    opened = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self.cards: dict[str, RoleCard] = {}
        self._bosses: Mapping[str, str] = {}
        self._dotted: tuple[tuple[str, str], ...] = ()
        self._places: Mapping[str, Place] = {}
        self.setAccessibleName("Org chart of the roles")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def show_people(self, people: Sequence[Person]) -> None:
        """Show these roles."""
        for card in self.cards.values():
            card.hide()
            card.deleteLater()
        self._bosses = lines_of(people, self._opened)
        self._dotted = dotted_of(people, self._opened)
        self._places = places([person.row for person in people], self._bosses)
        titles = {person.row: person.title for person in people}
        self.cards = {}
        for person in people:
            card = RoleCard(person, titles.get(self._bosses.get(person.row, ""), ""), self)
            card.picked.connect(self.picked)
            card.clicked.connect(self._open)
            self.cards[person.row] = card
            card.show()
        self._arrange()

    def sizeHint(self) -> QSize:
        """Return the room of all cards."""
        wide = max((place.across for place in self._places.values()), default=0) + 1
        deep = max((place.level for place in self._places.values()), default=0) + 1
        high = deep * theme.px(_HIGH) + (deep - 1) * theme.px(_LEVEL)
        return QSize(round(wide * theme.px(_WIDE + _GAP)), high + theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Never squeeze the cards; what is around it scrolls."""
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the chart in the middle."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines below the cards."""
        with painting(self) as painter:
            for below, above in self._bosses.items():
                self._line(painter, below, above, dashed=False)
            for below, above in self._dotted:
                self._line(painter, below, above, dashed=True)

    def _arrange(self) -> None:
        wide, high = theme.px(_WIDE), theme.px(_HIGH)
        left = max(0.0, (self.width() - self.sizeHint().width()) / 2)
        for row, place in self._places.items():
            x = left + place.across * (wide + theme.px(_GAP)) + theme.px(_GAP) / 2
            y = theme.px(12) + place.level * (high + theme.px(_LEVEL))
            self.cards[row].setGeometry(round(x), y, wide, high)
        self.updateGeometry()
        self.update()

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
        for one, other in _pairs(corners):
            painter.drawLine(one, other)

    def _open(self) -> None:
        card = self.sender()
        if isinstance(card, RoleCard):
            self.opened.emit(card.person.row)


def _pairs(points: Sequence[QPointF]) -> Iterator[tuple[QPointF, QPointF]]:
    yield from itertools.pairwise(points)


class RoleCard(QAbstractButton):
    """One role in the chart.

    Signals:
        picked: it got the focus.
    """

    picked = Signal(str)

    def __init__(self, person: Person, boss: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self.setText(person.role)
        reports = f"reports to {boss}" if boss else "reports to nobody on the map"
        self.setAccessibleName(f"{person.spoken}, {reports}")
        self.setToolTip(person.spoken)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Be looked at."""
        super().focusInEvent(event)
        self.picked.emit(self.person.row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint card, disc and role."""
        area, side = QRectF(self.rect()), theme.px(34)
        with painting(self) as painter:
            box(painter, area, theme.radius("tile"), "surface", "line2")
            disc = QRectF(theme.px(8), (area.height() - side) / 2, side, side)
            paint_disc(painter, disc, self.person)
            words = area.adjusted(theme.px(8) + side + theme.px(7), 2, -theme.px(5), -2)
            painter.setFont(theme.font("micro"))
            painter.setPen(theme.color("ink"))
            painter.drawText(words, _WORDS, self.person.caption or self.person.role)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("tile"))
