"""One model card in the list at the left: its name, state and ring, and what its keys ask for."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QSizePolicy, QWidget

from ui import theme
from ui.pages.models_data import Model
from ui.painting import box, focus_ring, painting, text
from ui.parts.chips import Chip
from ui.parts.rings import paint_ring
from ui.words import _, ngettext

RENAME, COPY, UP, DOWN, REMOVE = ("rename", "copy", "up", "down", "remove")
CHOOSE = "choose"
"""To take a card into this proposal, or leave it out."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_KEYS = {
    (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F2): RENAME,
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D): COPY,
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_I): CHOOSE,
    (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Up): UP,
    (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down): DOWN,
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Delete): REMOVE,
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}


class ModelButton(QAbstractButton):
    """One card of the list.

    Signals:
        asked: something is to be done with it; carries what.
        stepped: a card above or below is wanted.
        dragged: it is in the hand; carries where the pointer is on the screen.
        dropped, given_up: it was let go of, or is to go back to its place.
    """

    asked = Signal(str)
    stepped = Signal(int)
    dragged = Signal(QPoint)
    dropped = Signal()
    given_up = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model: Model | None = None
        self.held_at = QPoint()
        """Where it was taken hold of."""
        self.is_held = False
        self.chip = Chip("", "warn", self)
        self.chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_model(self, model: Model) -> None:
        """Show a card."""
        if model == self.model:
            return
        self.model = model
        told = ngettext("One gap", "{count} gaps", model.gaps).format(count=model.gaps)
        if not model.chosen:
            self.chip.say(_("Not in this proposal"), "outline")
        elif model.gaps:
            self.chip.say(told, "warn")
        else:
            self.chip.say(_("Complete"), "pos", "check")
        self.chip.adjustSize()
        told = told if model.gaps else _("complete")
        left = "" if model.chosen else _("not in this proposal")
        self.setAccessibleName(", ".join(filter(None, (model.title, model.about, told, left))))
        self.setToolTip(model.title)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of two lines and a chip."""
        return QSize(theme.px(180), theme.px(92))

    def minimumSizeHint(self) -> QSize:
        """Be content with a short name."""
        return QSize(theme.px(140), theme.px(92))

    def resizeEvent(self, event: object) -> None:
        """Keep the chip at its place."""
        del event
        self.chip.adjustSize()
        self.chip.move(theme.px(14), self.height() - self.chip.height() - theme.px(11))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another card, or do something with this one."""
        key = Qt.Key(event.key())
        modifier = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = _KEYS.get((modifier, key), "")
        if self.is_held:
            if key == Qt.Key.Key_Escape:
                self._let_go()
                self.given_up.emit()
        elif act:
            self.asked.emit(act)
        elif key in _STEPS and modifier == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where it is taken hold of."""
        self.held_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer once it went far enough with the button held."""
        way = (event.position().toPoint() - self.held_at).manhattanLength()
        if self.isDown() and way >= QApplication.startDragDistance():
            self.is_held = True
            self.setDown(False)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        if self.is_held:
            self.dragged.emit(event.globalPosition().toPoint())
        else:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of it; without a drag it is a click."""
        if self.is_held:
            self._let_go()
            self.dropped.emit()
        else:
            super().mouseReleaseEvent(event)

    def _let_go(self) -> None:
        self.is_held = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, words and ring."""
        if self.model is None:
            return
        area, side = QRectF(self.rect()), theme.px(14)
        with painting(self) as painter:
            strong = self.isChecked() or self.is_held
            edge, width = ("accent", 2.0) if strong else ("line", 1.0)
            fill = "hover" if self.underMouse() and not self.isChecked() else "surface"
            box(painter, area, theme.radius("card"), fill, edge, width)
            ring = QRectF(area.right() - side - theme.px(20), side, theme.px(20), theme.px(20))
            paint_ring(painter, ring, self.model.answered / max(self.model.asked, 1))
            wide = ring.left() - side - theme.px(8)
            for top, words, style, ink in (
                (11, self.model.title, "cardHeading", "ink"),
                (33, self.model.about, "caption", "ink2"),
            ):
                room = wide if style == "cardHeading" else area.width() - 2 * side
                metrics = QFontMetricsF(theme.font(style))
                shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
                line = QRectF(side, theme.px(top), room, theme.px(20))
                text(painter, line, shown, style, ink, _LEFT)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("card"))
