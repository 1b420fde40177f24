"""Their priorities as a list that is put in order by dragging, or with Alt and the arrows."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from ui import access, theme
from ui.pages.system_places import Places
from ui.pages.system_priorities import Priorities
from ui.pages.system_row import MakeDetails, RankRow
from ui.painting import box, painting, shadow
from ui.parts.layouts import page_around
from ui.parts.reading import keep_one_stop, put_around_in_order
from ui.words import _

_SHADE = 22


class RankedList(QWidget):
    """The rows of the ranking. They slide to make room; one of them is a stop of the Tab key.

    Signals:
        moved: a row is to go to another place, counted from 0.
        fit_asked, confirm_asked, leave_asked: what a person wants of a row.
        focused: the cursor came into a row; carries its address.
    """

    moved = Signal(str, int)
    fit_asked = Signal(str, int)
    confirm_asked = Signal(str)
    leave_asked = Signal(str)
    focused = Signal(str)

    reader_role = QAccessible.Role.List

    def __init__(
        self, priorities: Priorities, details: MakeDetails, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        access.install()
        self._priorities = priorities
        self._make_details = details
        self._order: list[str] = []
        self._hand: _Hand | None = None
        self.rows: dict[str, RankRow] = {}
        self._places = Places(self, self.rows)
        self.setAccessibleName(_("Their priorities, in order"))

    # --- for the page ----------------------------------------------------------------------------

    def show_rows(self, ranked: Sequence[str]) -> None:
        """Show these rows in this order."""
        for gone in [name for name in self.rows if name not in ranked]:
            self._drop(gone)
        for name in ranked:
            if name not in self.rows:
                self._add(name)
        before, self._order = self._order, list(ranked)
        for place, name in enumerate(ranked, 1):
            self.rows[name].refresh(place, len(ranked))
        if ranked:
            self._keep_one_stop()
        self._place(slide=set(before) == set(ranked) and before != self._order)

    def focus_row(self, name: str) -> None:
        """Put the cursor on a row."""
        keep_one_stop(self.rows.values(), self.rows[name])
        self.rows[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> bool:
        """Put the cursor on the first row, if there is one."""
        if self._order:
            self.focus_row(self._order[0])
        return bool(self._order)

    def flush(self) -> None:
        """Keep what was typed."""
        for one in self.rows.values():
            one.flush()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give all rows the new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place(slide=False)

    # --- rows ------------------------------------------------------------------------------------

    def _add(self, name: str) -> None:
        made = RankRow(name, self._priorities, self._make_details, self)
        made.dragged.connect(self._drag)
        made.dropped.connect(self._let_go)
        made.cancelled.connect(self._give_up)
        made.moved.connect(self._move_by)
        made.stepped.connect(self._step)
        made.resized.connect(self._resettle)
        made.focused.connect(self.focused)
        made.fit_asked.connect(self.fit_asked)
        made.confirm_asked.connect(self.confirm_asked)
        made.leave_asked.connect(self.leave_asked)
        self.rows[name] = made
        made.show()

    def _drop(self, name: str) -> None:
        row, held = self.rows.pop(name), self._hand
        self._places.forget(name)
        if held is not None and held.row == name:
            self._end_drag()
        near = self._order.index(name) if row.hasFocus() else -1
        row.hide()
        row.deleteLater()
        rest = [one for one in self._order if one in self.rows]
        if near >= 0 and rest:
            self.focus_row(rest[min(near, len(rest) - 1)])

    def _keep_one_stop(self) -> None:
        rows = [self.rows[name] for name in self._order]
        tab = Qt.FocusPolicy.TabFocus
        keep_one_stop(rows, next((one for one in rows if one.focusPolicy() & tab), rows[0]))
        put_around_in_order(self)

    def in_reading_order(self) -> Iterable[QWidget]:
        """Return the rows by rank."""
        return [self.rows[name] for name in self._order]

    def _step(self, name: str, by: int) -> None:
        place = max(0, min(self._order.index(name) + by, len(self._order) - 1))
        self.focus_row(self._order[place])

    def _move_by(self, name: str, by: int) -> None:
        place = max(0, min(self._order.index(name) + by, len(self._order) - 1))
        if place != self._order.index(name):
            self._move(name, place)

    def _move(self, name: str, place: int) -> None:
        self.moved.emit(name, place)
        given = self._priorities.given(name)
        access.announce(
            self.rows[name],
            _("{name}, {number} of {count}").format(
                name=given.name, number=place + 1, count=len(self._order)
            ),
        )

    # --- places ----------------------------------------------------------------------------------

    def _resettle(self) -> None:
        self._place(slide=False)

    def _place(self, *, slide: bool) -> None:
        self._places.arrange(self._order, slide=slide)

    # --- dragging --------------------------------------------------------------------------------

    def _drag(self, name: str, pointer: QPoint) -> None:
        row = self.rows[name]
        if self._hand is None:
            around = page_around(self)
            self._hand = _Hand(row, (around.widget() if around is not None else None) or self)
            row.set_lifted(True)
        top = self.mapFromGlobal(pointer).y() - self._hand.held_at.y()
        self._hand.follow(self.mapToGlobal(QPoint(0, top)))
        place = self._places.place_at(self._order, name, top + row.height() / 2)
        if place != self._order.index(name):
            self._order.remove(name)
            self._order.insert(place, name)
            self._place(slide=True)
        around = page_around(self)
        inner = around.widget() if around is not None else None
        if around is not None and inner is not None:
            at = self.mapTo(inner, QPoint(0, top))
            around.ensureVisible(at.x(), at.y() + row.height() // 2, 0, row.height())

    def _let_go(self, name: str) -> None:
        place = self._order.index(name)
        self._end_drag()
        if self._priorities.ranked.index(name) != place:
            self._move(name, place)

    def _give_up(self, _name: str) -> None:
        self._end_drag()
        self._order = list(self._priorities.ranked)
        self._place(slide=True)

    def _end_drag(self) -> None:
        if self._hand is not None:
            held = self.rows.get(self._hand.row)
            if held is not None:
                held.set_lifted(False)
            self._hand.close()
            self._hand = None
            self._place(slide=True)


class _Hand(QWidget):
    """The picture of a row in the hand, with its shadow, over everything on the page."""

    def __init__(self, row: RankRow, host: QWidget) -> None:
        super().__init__(host)
        self._host = host
        self.row = row.row
        self.held_at = QPoint(row.held_at)
        self._picture: QPixmap = row.grab(QRect(QPoint(0, 0), row.size()))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(row.width() + 2 * _SHADE, row.height() + 2 * _SHADE)
        self.show()
        self.raise_()

    def follow(self, corner: QPoint) -> None:
        """Stand with the row's corner at a place on the screen."""
        self.move(self._host.mapFromGlobal(corner) - QPoint(_SHADE, _SHADE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint shadow, picture and a strong edge."""
        area = QRectF(self.rect()).adjusted(_SHADE, _SHADE, -_SHADE, -_SHADE)
        with painting(self) as painter:
            shadow(painter, area, "lifted")
            box(painter, area, theme.radius("card"), "surface")
            inner = area.adjusted(8, 8, -8, -8)
            ratio = self._picture.devicePixelRatio()
            source = QRectF(8 * ratio, 8 * ratio, inner.width() * ratio, inner.height() * ratio)
            painter.drawPixmap(inner, self._picture, source)
            box(painter, area, theme.radius("card"), edge="accent", width=1.6)
