"""The card at the top of Home: the proposal edited last, and what to do next in it."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui import theme
from ui.home.covers import paint_cover
from ui.home.entries import Entry
from ui.painting import box, focus_ring, painting
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.folding import Folding
from ui.parts.labels import Eyebrow, Icon, Label, Rule
from ui.parts.layouts import STRETCH, Flow, column, holder, row
from ui.parts.rings import Ring
from ui.words import _

if TYPE_CHECKING:
    from ui.home.looked import Gap, Look

_LOOKS = {
    "must fix": ("circle-alert", "neg"),
    "should fix": ("triangle-alert", "warn"),
    "polish": ("info", "info"),
}
_ROOMY = 520
_SIDE = 24
_NONE = _("Nothing stands in the way. Read it once aloud, then export.")
_FAILED = _("What is open in it could not be told. Open it to see.")


class Resume(Card):
    """The proposal edited last: cover, next step, worst findings, completeness.

    Signals:
        go_asked: a file, and the address in it to go to; empty is where it opens.
        preview_asked: a file whose document is to be shown.
    """

    go_asked = Signal(Path, str)
    preview_asked = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._entry: Entry | None = None
        self._step = ""
        self._cover = _Cover()
        self._title = Label("", "section", wrap=True)
        self._line = Label("", "body", "ink2", wrap=True)
        self.go = Button(_("Continue"), "primary", after="arrow-right")
        self.preview = Button(_("Preview"), "ghost", icon="eye")
        self._head = Label(_("What would raise it most"), "cell", "ink2", weight=500)
        self._told = Label("", "cell", "ink3", wrap=True)
        self._list = column(spacing=1)
        self.gaps: list[GapLine] = []
        self.more = Button("", "link", small=True)
        self.ring = Ring(84, percent_sign=True)
        self._rule = Rule(upright=True)
        self._part = Label("", "caption", "ink3")
        self._halves = Folding(
            (self._left(), self._rule, self._right()),
            below=840,
            spacing=24,
            apart=18,
            stretch=(12, 0, 9),
        )
        done = Label(_("Complete"), "caption", "ink2")
        done.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._circle = holder(column(self.ring, 6, done, STRETCH))
        whole = row(spacing=18)
        whole.addWidget(self._halves, 1)
        whole.addWidget(self._circle)
        super().__init__(whole, parent, margins=(_SIDE, 18, _SIDE, 18))
        self._halves.folded.connect(self._fold)
        self.go.clicked.connect(self._go)
        self.preview.clicked.connect(self._preview)
        self.more.clicked.connect(self._go_to_review)

    @property
    def path(self) -> Path | None:
        """The file that is shown."""
        return self._entry.path if self._entry else None

    def show_entry(self, entry: Entry, look: "Look | None") -> None:
        """Show a proposal, with what was seen of it if it was looked at."""
        self._entry = entry
        self._cover.show_name(entry.client)
        self._title.setText(entry.client)
        self._line.setText(entry.line)
        self.ring.show_part(entry.part)
        self._part.setText(_("{value} percent complete").format(value=self.ring.value()))
        self.setAccessibleName(
            _("Continue where you stopped: {client}").format(client=entry.client)
        )
        if look is None:
            self._step = ""
            self._label(_("Continue"))
            self._show_gaps((), _("Looking at it…"), 0)
        else:
            self.take_look(look)

    def take_look(self, look: "Look") -> None:
        """Show the next step and the worst findings, if it is the proposal that is shown."""
        if look.path == self.path:
            self._step = look.step
            self._label(_("Continue with {step_title}").format(step_title=look.step_title))
            self._show_gaps(look.gaps, "" if look.gaps else _NONE, look.count - len(look.gaps))

    def miss(self, path: Path) -> None:
        """Say that a proposal could not be looked at."""
        if path == self.path:
            self._show_gaps((), _FAILED, 0)

    def minimumSizeHint(self) -> QSize:
        """Ask for the widest button; cover and ring go where there is no room for them."""
        wide = self.go.minimumSizeHint().width() + 2 * _SIDE
        return QSize(wide, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave cover and ring out where there is no room for them."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_ROOMY)
        for part in (self._cover, self._circle):
            part.setVisible(wide)
        self._part.setVisible(not wide)

    # --- inside ----------------------------------------------------------------------------------

    def _left(self) -> QWidget:
        buttons = Flow(gap=8)
        buttons.addWidget(self.go)
        buttons.addWidget(self.preview)
        eyebrow = Eyebrow(_("Continue where you stopped"), color="accent")
        words = column(
            eyebrow, 8, self._title, 2, self._line, self._part, STRETCH, 12, holder(buttons)
        )
        whole = row(spacing=22)
        whole.addWidget(self._cover, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(words, 1)
        return holder(whole)

    def _right(self) -> QWidget:
        self._told.hide()
        self.more.hide()
        more = row(self.more, STRETCH)
        return holder(column(self._head, 5, self._told, self._list, more, STRETCH))

    def _fold(self, folded: bool) -> None:
        self._rule.setVisible(not folded)

    def _label(self, words: str) -> None:
        self.go.setText(words)
        self.go.updateGeometry()

    def _show_gaps(self, gaps: "tuple[Gap, ...]", told: str, more: int) -> None:
        for line in self.gaps:
            self._list.removeWidget(line)
            line.hide()
            line.deleteLater()
        self.gaps = []
        before: QWidget = self.preview
        for gap in gaps:
            line = GapLine(gap, self)
            line.clicked.connect(self._go_to_gap)
            self._list.addWidget(line)
            self.setTabOrder(before, line)
            line.show()
            self.gaps.append(line)
            before = line
        self._told.setText(told)
        self._told.setVisible(bool(told))
        self._head.setVisible(bool(gaps))
        self.more.setText(_("{more} more in the review").format(more=more))
        self.more.setVisible(more > 0)
        self.updateGeometry()

    def _go(self) -> None:
        self._tell(self._step)

    def _go_to_review(self) -> None:
        self._tell("review")

    def _go_to_gap(self) -> None:
        line = self.sender()
        if isinstance(line, GapLine):
            self._tell(line.gap.path)

    def _tell(self, place: str) -> None:
        if self._entry is not None:
            self.go_asked.emit(self._entry.path, place)

    def _preview(self) -> None:
        if self._entry is not None:
            self.preview_asked.emit(self._entry.path)


class GapLine(QAbstractButton):
    """One finding; a click opens its field."""

    def __init__(self, gap: "Gap", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gap = gap
        icon, color = _LOOKS[gap.severity]
        self.setAccessibleName(f"{gap.severity.capitalize()}: {gap.words}")
        self.setToolTip(
            _("{capitalize}. Opens the field.").format(capitalize=gap.severity.capitalize())
        )
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        line = row(spacing=9, margins=(6, 4, 6, 4))
        line.addWidget(Icon(icon, 15, color), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Label(gap.words, "cell", wrap=True), 1)
        self.setLayout(line)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint a ground under the pointer, and the focus."""
        area = QRectF(self.rect())
        with painting(self) as painter:
            if self.underMouse():
                box(painter, area, theme.radius("item"), "hover")
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("item"))


class _Cover(QWidget):
    """The cover of the proposal, small."""

    def __init__(self) -> None:
        super().__init__()
        self._name = ""
        self.setFixedSize(self.sizeHint())

    def show_name(self, name: str) -> None:
        self._name = name
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(94), theme.px(121))

    def paintEvent(self, _event: QPaintEvent) -> None:
        with painting(self) as painter:
            paint_cover(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._name)
