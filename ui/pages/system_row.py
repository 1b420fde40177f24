"""One priority in the ranking: its place, its name, how we know, what the market says, our fit."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QSizePolicy, QWidget

from ui import theme
from ui.pages.system_details import Details, StatusButton
from ui.pages.system_fit import FitBars
from ui.pages.system_priorities import Priorities, cell
from ui.painting import box, focus_ring, painting
from ui.parts.buttons import IconButton
from ui.parts.labels import Icon, Label
from ui.parts.layouts import Flow, column, holder, row
from ui.parts.reading import put_in_order
from ui.words import _

KEYS = _(
    "Alt+Up and Alt+Down move it. 0 to 3 say our fit. C changes "
    "confirmed and assumed. Enter opens what we bring. Delete takes "
    "it out."
)
_FITS = (Qt.Key.Key_0, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}


MakeDetails = Callable[[str, QWidget], Details]
"""Makes the details of a row once they are wanted, inside another widget."""


class RankRow(QFrame):
    """A row that can be dragged as a whole. It shows and asks; it changes nothing.

    Signals:
        dragged: the pointer moved with the row held; carries the place of the pointer.
        dropped, cancelled: the drag ended, or was given up.
        moved: one place up (-1) or down (1) is wanted; stepped: another row is wanted.
        fit_asked, confirm_asked, leave_asked: what a person wants of this row.
        resized: its height changed, as it was opened or closed.
        focused: the cursor came into this row; carries the address.
    """

    dragged = Signal(str, QPoint)
    dropped = Signal(str)
    cancelled = Signal(str)
    moved = Signal(str, int)
    stepped = Signal(str, int)
    fit_asked = Signal(str, int)
    confirm_asked = Signal(str)
    leave_asked = Signal(str)
    resized = Signal()
    focused = Signal(str)

    reader_role = QAccessible.Role.ListItem

    def __init__(
        self, row_id: str, priorities: Priorities, details: MakeDetails, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.row = row_id
        self._priorities = priorities
        self._make_details = details
        self._pressed: QPoint | None = None
        self.is_lifted = False
        self.details: Details | None = None
        self.setObjectName(f"rank:{row_id}")
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAccessibleDescription(KEYS)
        self._build()

    # --- showing ---------------------------------------------------------------------------------

    def refresh(self, place: int, count: int) -> None:
        """Show what is answered, and the place in the ranking counted from 1."""
        told = self._priorities
        given = told.given(self.row)
        self._place.setText(str(place))
        confirmed = told.text(self.row, "confirmed")
        self.status.show_status(told.word(self.row, "confirmed"), sure=confirmed == "yes")
        fit = told.word(self.row, "fit") or _("Fit not said")
        self.fit.show_fit(told.fit(self.row), fit)
        said = [
            _("{name}, {place} of {count}").format(name=given.name, place=place, count=count),
            self.status.text(),
            _("our fit: {fit}").format(fit=fit),
            given.note,
        ]
        self.setAccessibleName(", ".join(part for part in said if part))
        if self.details is not None:
            self.details.group.refresh()

    def height_for(self, width: int) -> int:
        """Return the height of the row at a width."""
        return max(self._frame.heightForWidth(width), theme.px(58))

    def set_lifted(self, lifted: bool) -> None:
        """Leave only the outline of the place while the row is in the hand."""
        self.is_lifted = lifted
        self._inside.setVisible(not lifted)
        shape = Qt.CursorShape.ClosedHandCursor if lifted else Qt.CursorShape.OpenHandCursor
        self.setCursor(shape)
        self.update()

    def open_details(self, opened: bool = True) -> "Details":
        """Show or hide what we bring and how we know."""
        if self.details is None:
            self.details = self._make_details(self.row, self._inside)
            self.details.focused.connect(self.focused)
            self.details.resized.connect(self.resized)
            self.details.leave_asked.connect(self._ask_leave)
            self._whole.addWidget(self.details)
            put_in_order(self)
        self.details.setVisible(opened)
        self._chevron.show_icon("chevron-up" if opened else "chevron-down")
        self.resized.emit()
        return self.details

    @property
    def is_open(self) -> bool:
        """Whether the details are shown."""
        return self.details is not None and not self.details.isHidden()

    def flush(self) -> None:
        """Keep what was typed."""
        if self.details is not None:
            self.details.group.flush()

    # --- mouse and keys --------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the row in the hand."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()
            self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the row once the pointer went some way."""
        if self._pressed is None:
            return
        way = (event.position().toPoint() - self._pressed).manhattanLength()
        if self.is_lifted or way >= QApplication.startDragDistance():
            self.dragged.emit(self.row, event.globalPosition().toPoint())

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let the row go, or open it if it was only clicked."""
        if self._pressed is not None and self.is_lifted:
            self.dropped.emit(self.row)
        elif self._pressed is not None:
            self._toggle()
        self._pressed = None

    @property
    def held_at(self) -> QPoint:
        """The place in the row where it is held."""
        return self._pressed or QPoint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, step, set the fit, open, or take out."""
        key, alt = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if key == Qt.Key.Key_Escape and self.is_lifted:
            self._pressed = None
            self.cancelled.emit(self.row)
        elif key in _STEPS:
            (self.moved if alt else self.stepped).emit(self.row, _STEPS[Qt.Key(key)])
        elif key in _FITS:
            self.fit_asked.emit(self.row, _FITS.index(Qt.Key(key)))
        elif key in (Qt.Key.Key_C, Qt.Key.Key_Space):
            self.confirm_asked.emit(self.row)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._toggle()
        elif key == Qt.Key.Key_Delete:
            self.leave_asked.emit(self.row)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell where the focus is."""
        super().focusInEvent(event)
        self.update()
        self.focused.emit(cell(self.row, "fit"))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card, or the outline it left."""
        area, corner = QRectF(self.rect()), theme.radius("card")
        with painting(self) as painter:
            if self.is_lifted:
                box(painter, area, corner, "sunken", "line2", 1.2, dashed=True)
                return
            box(painter, area, corner, "surface", "line2" if self.underMouse() else "line")
            if self.hasFocus():
                focus_ring(painter, area, corner)

    # --- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        given = self._priorities.given(self.row)
        self._place = Label("", "section", "accent")
        self._place.setMinimumWidth(theme.px(26))
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.status = StatusButton(given.name)
        self.status.clicked.connect(self._ask_confirm)
        notes = Flow(gap=4)
        notes.addWidget(self.status)
        if given.note:
            notes.addWidget(_note(given.note, given.look))
        self.fit = FitBars(given.name)
        self.fit.chosen.connect(self._ask_fit)
        self._chevron = IconButton(
            "chevron-down", _("What we bring to {name}").format(name=given.name), size=28
        )
        self._chevron.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._chevron.clicked.connect(self._toggle)
        head = row(Icon("grip-vertical", 15, "ink3"), self._place, spacing=10)
        head.addLayout(column(Label(given.name, "label", wrap=True), notes, spacing=0), 1)
        head.addWidget(self.fit)
        head.addWidget(self._chevron)
        head.setContentsMargins(12, 8, 8, 6)
        self._whole = column(head)
        self._inside = holder(self._whole, self)
        self._frame = column(self._inside)
        self.setLayout(self._frame)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _toggle(self) -> None:
        self.open_details(not self.is_open)

    def _ask_confirm(self) -> None:
        self.confirm_asked.emit(self.row)

    def _ask_fit(self, fit: int) -> None:
        self.fit_asked.emit(self.row, fit)

    def _ask_leave(self) -> None:
        self.leave_asked.emit(self.row)


def _note(note: str, look: str) -> QWidget:
    color = "warn" if look == "mind" else "accent"
    words = Label(note, "caption", color, weight=500)
    words.setMinimumHeight(theme.px(24))
    dot = Label("•", "caption", "ink3")
    return holder(row(dot, Icon("trending-up", 13, color), words, spacing=5))
