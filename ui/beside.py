"""Where the guidance stands: beside the step, or over it where there is no room."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.guidance import Guidance
from ui.painting import painting


class Beside(QObject):
    """Keeps the guidance in its place; `middle` is the line it shares with `step`."""

    def __init__(self, guidance: Guidance, step: QWidget, middle: QHBoxLayout) -> None:
        super().__init__(guidance)
        self._guidance, self._step, self._middle = guidance, step, middle
        self._veil = _Veil(guidance)
        self._over = False
        guidance.installEventFilter(self)
        guidance.jump_asked.connect(self._make_room)

    def fit(self, *, narrow: bool) -> None:
        """Take the place for this width of the window; over a step it is opened by hand only."""
        if narrow and not self._over:
            self._guidance.hide()
            self._middle.removeWidget(self._guidance)
        elif self._over and not narrow:
            self._veil.hide()
            self._middle.addWidget(self._guidance)
        self._over = narrow
        if narrow and self._guidance.isVisible():
            self._lay_over()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Veil the step below, and close with Escape."""
        if not self._over:
            return False
        if event.type() == QEvent.Type.Show:
            self._lay_over()
        elif event.type() == QEvent.Type.Hide:
            self._veil.hide()
        elif _is_escape(event):
            self._guidance.hide()
            return True
        return False

    def _lay_over(self) -> None:
        around = self._guidance.parentWidget()
        if around is None:
            return
        area = QRect(self._step.mapTo(around, QPoint(0, 0)), self._step.size())
        self._veil.setGeometry(area)
        self._veil.show()
        self._veil.raise_()
        width = self._guidance.width()
        left = area.right() + 1 - width
        self._guidance.setGeometry(left, area.top(), width, area.height())
        self._guidance.raise_()

    def _make_room(self) -> None:
        if self._over:
            self._guidance.hide()


def _is_escape(event: QEvent) -> bool:
    if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
        return False
    return event.key() == Qt.Key.Key_Escape


class _Veil(QWidget):
    """Darkens the step; a click closes the guidance over it."""

    def __init__(self, guidance: Guidance) -> None:
        super().__init__(guidance.parentWidget())
        self._guidance = guidance
        self.hide()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Close the guidance."""
        self._guidance.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the veil."""
        with painting(self) as painter:
            painter.fillRect(self.rect(), theme.scrim())
