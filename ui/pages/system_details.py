"""Parts of a priority: how we know it, and what we bring to it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.field import Field
from ui.fieldgroup import FieldGroup
from ui.opened import Opened
from ui.pages.system_priorities import Priorities, cell
from ui.painting import painting, text
from ui.parts.buttons import Button
from ui.parts.layouts import STRETCH, column, row
from ui.watcher import Watcher
from ui.words import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StatusButton(QAbstractButton):
    """Confirmed or assumed, as a word that can be clicked. The row has the keys for it."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        self._sure = False
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, word: str, *, sure: bool) -> None:
        """Show a word; what is not sure stands out."""
        self._sure = sure
        self.setText(word or _("Not confirmed yet"))
        self.setAccessibleName(f"{self._name}: {self.text()}")
        self.setToolTip(_("Click to say that it is assumed") if sure else _("Click to confirm it"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of the word."""
        return QSize(round(theme.text_width(self.text(), "caption")) + 6, theme.px(24))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the word, underlined under the pointer."""
        with painting(self) as painter:
            color = "ink2" if self._sure else "warn"
            area = QRectF(self.rect())
            text(painter, area, self.text(), "caption", color, _LEFT)
            if self.underMouse():
                width = theme.text_width(self.text(), "caption")
                line = QRectF(0, area.center().y() + theme.px(8), width, 1)
                painter.fillRect(line, theme.color(color))


class Details(QWidget):
    """What we bring to a priority and how we know that it is one."""

    focused = Signal(str)
    leave_asked = Signal()
    resized = Signal()

    def __init__(
        self,
        priorities: Priorities,
        opened: Opened,
        watcher: Watcher,
        row_id: str,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.group = FieldGroup(opened, watcher, self)
        self.group.focused.connect(self.focused)
        lines = column(spacing=8, margins=(theme.px(48), 2, 14, 12))
        for name in ("answer", "source"):
            asked = priorities.question.column(name)
            if asked is not None:
                lines.addWidget(self.group.add(name, asked, cell(row_id, name)))
        leave = Button(_("Take out of the ranking"), "ghost", self, icon="x", small=True)
        leave.clicked.connect(self.leave_asked)
        lines.addLayout(row(leave, STRETCH))
        self.setLayout(lines)

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields by the columns they are for."""
        return self.group.fields

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Don't drag the row from here."""
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Tell when a text grew or shrank, for the rows make room by hand."""
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.resized.emit()
        return done
