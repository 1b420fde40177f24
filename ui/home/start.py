"""What Home shows when there is nothing to list."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.home.covers import paint_cover
from ui.painting import painting
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.folding import Folding
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.scrolling import scrolled
from ui.words import _

_TITLE = _("Build a proposal a CMIO can say yes to")
_LEAD = _("Show your models, share the risk, and set out what you will build together.")
_BEGIN = _("Thirteen steps. Guidance on every page says what a CMIO will look for.")
_SAMPLE = _("A finished proposal for a fictional health system. Read it, change it, export it.")
_BRING = _("Open a .roadmap file a colleague sent you, or drop it on this window.")
_PROMISE = _("No account, no connection. Your proposals stay on this computer.")
_COVERS = (
    (_("Harrow Bay"), -9.0, -118.0),
    (_("Cedar Strand"), 9.0, 118.0),
    (_("Fernhollow"), 0.0, 0.0),
)


class FirstRun(QWidget):
    """The ways to begin: a new proposal, the sample, a file from a colleague.

    Signals say what was clicked.
    """

    new_asked = Signal()
    sample_asked = Signal()
    file_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.new = Button(_("New proposal"), "primary")
        self.sample = Button(_("Open the sample"), "secondary")
        self.file = Button(_("Choose a file"), "secondary")
        self.new.clicked.connect(self.new_asked)
        self.sample.clicked.connect(self.sample_asked)
        self.file.clicked.connect(self.file_asked)
        middle = row(STRETCH)
        middle.addWidget(self._choices(), 100)
        middle.addStretch(1)
        lock = Icon("lock", 15, "ink3")
        note = row(STRETCH, lock, 8)
        promise = Label(_PROMISE, "cell", "ink3", wrap=True)
        promise.setMaximumWidth(round(theme.text_width(_PROMISE, "cell")) + 4)
        note.addWidget(promise, 1000)
        note.addStretch(1)
        title, lead = _centered(_TITLE, "display", "ink"), _centered(_LEAD, "body", "ink2")
        parts = column(_Covers(self), 28, title, 8, lead, 26, middle, 26, note)
        parts.setContentsMargins(24, 24, 24, 24)
        self.setLayout(column(scrolled(parts, self, centered=True)))

    def _choices(self) -> QWidget:
        choices = (
            _choice("file-plus", _("Start your first proposal"), _BEGIN, self.new),
            _choice("book-open", _("Open the sample"), _SAMPLE, self.sample),
            _choice("folder-input", _("Bring one in"), _BRING, self.file),
        )
        cards = Folding(choices, below=600, spacing=16, apart=16, stretch=(1, 1, 1))
        cards.setMaximumWidth(theme.px(880))
        return cards


def _centered(words: str, style: str, color: str) -> Label:
    made = Label(words, style, color, wrap=True)
    made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    return made


def _choice(icon: str, title: str, line: str, button: Button) -> Card:
    words = column(
        row(Icon(icon, 20, "accent"), STRETCH),
        10,
        Label(title, "cardHeading"),
        4,
        Label(line, "cell", "ink2", wrap=True),
        STRETCH,
        16,
        row(button, STRETCH),
    )
    return Card(words, margins=(20, 18, 20, 18))


class _Covers(QWidget):
    """Three covers, fanned out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(theme.px(420), theme.px(210))

    def paintEvent(self, _event: QPaintEvent) -> None:
        wide, high = theme.px(132), theme.px(174)
        with painting(self) as painter:
            for name, angle, aside in _COVERS:
                painter.save()
                painter.translate(
                    QPointF(self.width() / 2 + theme.px(1) * aside * 0.82, theme.px(105))
                )
                painter.rotate(angle)
                paint_cover(painter, QRectF(-wide / 2, -high / 2, wide, high), name)
                painter.restore()
