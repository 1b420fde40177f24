"""A slider, painted by us; keys, focus and the screen reader's role come from Qt."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QSlider, QWidget

from ui import theme
from ui.painting import box, painting, pen

_KNOB = 16
_HALO = 24
_TRACK = 5
_PAGE = 10


class Slider(QSlider):
    """Moves in whole steps: arrows one, PageUp and PageDown ten.

    Signals:
        moved: a person moved it; carries the step. Setting a value from elsewhere tells nothing.
        let_go: a person put it down after dragging.
        typing_asked: F2; the value is to be typed.
    """

    moved = Signal(int)
    let_go = Signal()
    typing_asked = Signal()

    def __init__(self, name: str, steps: int, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setAccessibleName(name)
        self.setRange(0, steps)
        self.setSingleStep(1)
        self.setPageStep(_PAGE)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._quiet = False
        self.valueChanged.connect(self._tell)

    def show_step(self, step: int) -> None:
        """Show another value, without telling anybody."""
        self._quiet = True
        self.setValue(step)
        self._quiet = False

    def show_reach(self, steps: int) -> None:
        """Reach to another end; a knob past it comes along, without telling anybody."""
        self._quiet = True
        self.setMaximum(steps)
        self._quiet = False

    def sizeHint(self) -> QSize:
        """Return a room that is high enough to be met."""
        return QSize(theme.px(160), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        """Return a room in which the knob can still be moved."""
        return QSize(theme.px(80), theme.px(28))

    # --- pointer and keys ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take the knob to the pointer and hold it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        self.setSliderDown(True)
        self.setSliderPosition(self._step_at(event.position()))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self.setSliderPosition(self._step_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the knob down."""
        if event.button() is Qt.MouseButton.LeftButton and self.isSliderDown():
            self.setSliderDown(False)
            self.update()
            self.let_go.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move by a step or by ten; F2 asks for typing."""
        if event.key() == Qt.Key.Key_F2:
            self.typing_asked.emit()
        else:
            super().keyPressEvent(event)

    # --- painting --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track and knob, with a halo while it is held."""
        middle, high = self.height() / 2, theme.px(_TRACK)
        left, right = self._ends
        center = QPointF(left + (right - left) * self._part, middle)
        on = "accent" if self.isEnabled() else "faint"
        start = left - theme.px(_KNOB) / 2
        with painting(self) as painter:
            track = QRectF(start, middle - high / 2, self.width() - 2 * start, high)
            box(painter, track, high / 2, "track")
            done = QRectF(start, middle - high / 2, center.x() - start, high)
            box(painter, done, high / 2, on)
            self._paint_knob(painter, center, on)

    def _paint_knob(self, painter: QPainter, center: QPointF, color: str) -> None:
        if self.isSliderDown() or self.hasFocus():
            halo = theme.px(_HALO) / 2
            painter.setBrush(theme.color("accent", 0.22 if self.isSliderDown() else 0.0))
            painter.setPen(pen("accent", 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.drawEllipse(center, halo - 1, halo - 1)
        painter.setBrush(theme.color("surface"))
        painter.setPen(pen(color, 2))
        radius = theme.px(_KNOB) / 2 - 1
        painter.drawEllipse(center, radius, radius)

    @property
    def _ends(self) -> tuple[float, float]:
        """Where the middle of the knob is at the lowest and at the highest step."""
        air = theme.px(_HALO) / 2
        return air, max(self.width() - air, air + 1.0)

    @property
    def _part(self) -> float:
        return self.sliderPosition() / max(self.maximum(), 1)

    def _step_at(self, place: QPointF) -> int:
        left, right = self._ends
        part = min(max((place.x() - left) / (right - left), 0.0), 1.0)
        return round(part * self.maximum())

    def _tell(self, step: int) -> None:
        if not self._quiet:
            self.moved.emit(step)
