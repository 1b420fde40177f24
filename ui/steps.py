"""One step in the rail."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from roadmapper.proposal.progress import Progress
from roadmapper.template.model import Section
from ui import theme
from ui.painting import box, focus_ring, painting, text
from ui.parts.rings import paint_ring
from ui.words import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class StepButton(QAbstractButton):
    """One step: a ring, its title, and how many of its answers are in."""

    def __init__(self, number: int, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self._number = number
        self._progress = Progress(0, 0, ())
        self._own = 0
        self._compact = False
        self.setText(section.title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setObjectName(f"step:{section.id}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.show_progress(self._progress)

    def show_progress(self, progress: Progress, own: int = 0) -> None:
        """Show how many of the answers that count are in, and how many open ones are one's own."""
        self._progress, self._own = progress, own
        state = self._count() or "complete"
        mine = _(", {own} open for you").format(own=own) if own else ""
        self.setAccessibleName(
            _("Step {number}, {title}, {state}{mine}").format(
                number=self._number, title=self.section.title, state=state, mine=mine
            )
        )
        self._explain()
        self.update()

    def set_compact(self, compact: bool) -> None:
        """Show the ring only, or the title beside it."""
        self._compact = compact
        self._explain()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the height of one item."""
        name = "railItemHeightCompact" if self._compact else "railItemHeight"
        return QSize(theme.px(44), theme.measure("control", name))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ring, title and count."""
        area = QRectF(self.rect())
        ring, left = theme.px(18), theme.px(10)
        x = (self.width() - ring) / 2 if self._compact else left
        with painting(self) as painter:
            if self.isChecked():
                box(painter, area, 8, "raised", "line2")
            elif self.underMouse():
                box(painter, area, 8, "press")
            place = QRectF(x, (self.height() - ring) / 2, ring, ring)
            asked = self._progress.asked
            paint_ring(painter, place, self._progress.part if asked else 0.0, 2.4)
            if self._own:
                _paint_dot(painter, place)
            if not self._compact:
                self._paint_words(painter, theme.px(38))
            if self.hasFocus():
                focus_ring(painter, area, 8)

    def _paint_words(self, painter: QPainter, left: float) -> None:
        count, weight = self._count(), 600 if self.isChecked() else 500
        room = theme.text_width(count, "micro") + theme.px(22) if count else theme.px(12)
        area = QRectF(left, 0, self.width() - left - room, self.height())
        ink = "ink" if self.isChecked() else "ink2"
        painter.setFont(theme.font("control", weight))
        shown = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, int(area.width())
        )
        text(painter, area, shown, "control", ink, _LEFT, weight)
        if count:
            right = QRectF(0, 0, self.width() - theme.px(12), self.height())
            text(painter, right, count, "micro", "ink3", _RIGHT)

    def _count(self) -> str:
        progress = self._progress
        if not progress.asked or not progress.open:
            return ""
        return _("{answered} of {asked}").format(answered=progress.answered, asked=progress.asked)

    def _explain(self) -> None:
        state = self._count()
        told = _(": {state} answers that count").format(state=state) if state else ""
        mine = _("{own} open for you").format(own=self._own) if self._own else ""
        title = f"{self.section.title}{told}" if self._compact else ""
        self.setToolTip(", ".join(part for part in (title, mine) if part))


def _paint_dot(painter: QPainter, ring: QRectF) -> None:
    """Paint the mark of a step with open answers of one's own, at the upper right of its ring."""
    side = theme.px(8)
    place = QRectF(ring.right() - side * 0.7, ring.top() - side * 0.3, side, side)
    box(painter, place, side / 2, "warn", "rail", 1.5)
