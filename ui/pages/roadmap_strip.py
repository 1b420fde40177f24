"""The strip below the timeline: what is selected, in words."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import theme
from ui.pages.roadmap_details import Details
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.chips import Chip
from ui.parts.labels import Eyebrow, Label, Rule
from ui.parts.layouts import STRETCH, Flow, column, holder, row
from ui.words import _

_PAIRS = 3
_NARROW = 700
"""Width below which the words stand below one another."""
_TALL = 16_777_215
_NOTHING = _("Select a bar to see what it is about. Arrow keys move the selection.")


class DetailStrip(Card):
    """Lane, name and dates of what is selected, what it brings and what it depends on.

    Signals:
        open_asked: all fields are wanted.
        step_asked: the step is wanted that it comes from.
    """

    open_asked = Signal()
    step_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        self._line = row(spacing=20)
        super().__init__(self._line, parent, margins=(20, 14, 20, 14))
        self.where = Eyebrow("", self)
        self.title = Label("", "quote", "ink", self, wrap=True)
        self.dates = Label("", "cell", "ink2", self, wrap=True)
        self.hint = Label(_NOTHING, "cell", "ink3", self, wrap=True)
        self._chosen = holder(column(self.where, 4, self.title, 2, self.dates, STRETCH), self)
        self._rule = Rule(self, upright=True)
        self._pairs = [_Pair(self) for _rest in range(_PAIRS)]
        self._waits = _Waits(self)
        self.open_button = Button(_("Open"), "secondary", self, after="panel-right")
        self.step_button = Button(_("Go to its step"), "ghost", self, icon="link", small=True)
        self.open_button.clicked.connect(self.open_asked)
        self.step_button.clicked.connect(self.step_asked)
        self._told = row(spacing=16)
        for pair in self._pairs:
            self._told.addWidget(pair, 5)
        self._told.addWidget(self._waits, 3)
        self._acts = column(self.open_button, 6, self.step_button, STRETCH)
        self._acts.setAlignment(self.open_button, Qt.AlignmentFlag.AlignRight)
        self._line.addWidget(self.hint, 1)
        self._line.addWidget(self._chosen, 5)
        self._line.addWidget(self._rule)
        self._line.addLayout(self._told, 13)
        self._line.addLayout(self._acts)
        self.setMinimumHeight(theme.px(96))
        self.show_details(None)

    def minimumSizeHint(self) -> QSize:
        """Ask for the room of what stands below one another in a narrow page."""
        parts = (self._told.minimumSize(), self._acts.minimumSize())
        margins = self._line.contentsMargins()
        width = max(part.width() for part in parts) + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in one line, or below one another where that is too narrow."""
        super().resizeEvent(event)
        narrow = event.size().width() < theme.px(_NARROW)
        way = QBoxLayout.Direction
        self._line.setDirection(way.TopToBottom if narrow else way.LeftToRight)
        self._line.setSpacing(theme.px(10 if narrow else 20))
        self._rule.setMaximumHeight(0 if narrow else _TALL)

    def show_details(self, details: Details | None, *, here: bool = True) -> None:
        """Show other words; None if nothing is selected. `here` if its fields open here."""
        there = details is not None
        self.hint.setVisible(not there)
        self._chosen.setVisible(there)
        self.open_button.setVisible(there and here)
        self._rule.setVisible(details is not None and bool(details.told))
        self.step_button.setVisible(details is not None and bool(details.step))
        told = details.told if details is not None else ()
        for place, pair in enumerate(self._pairs):
            pair.show_pair(*(told[place] if place < len(told) else ("", "")))
        self._waits.show_names(details.waits_for if details is not None else ())
        if details is None:
            return
        self.where.setText(details.where.upper())
        self.where.setAccessibleName(details.where)
        self.where.set_color(details.tone)
        self.title.setText(details.title)
        self.dates.setText(details.dates)
        self.step_button.setText(_("Go to {step}").format(step=details.step))
        self.open_button.setAccessibleName(_("Open {title}").format(title=details.title))


class _Pair(QWidget):
    """A small heading and its text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._head = Label("", "caption", "ink3", self)
        self._text = Label("", "cell", "ink", self, wrap=True)
        self.setLayout(column(self._head, 2, self._text, STRETCH))

    def show_pair(self, head: str, text: str) -> None:
        """Show other words; nothing if there are none."""
        self._head.setText(head)
        self._text.setText(text)
        self.setVisible(bool(text))


class _Waits(QWidget):
    """What an item depends on, as chips."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = Flow(gap=6)
        self._chips: list[Chip] = []
        self._names: tuple[tuple[str, str], ...] = ()
        head = Label(_("Depends on"), "caption", "ink3", self)
        self.setLayout(column(head, 5, holder(self._flow, self), STRETCH))

    def show_names(self, names: tuple[tuple[str, str], ...]) -> None:
        """Show other names in the colors of their lanes."""
        self.setVisible(bool(names))
        if names == self._names:
            return
        self._names = names
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = [
            Chip(_short(name), tone, self, icon="diamond" if tone == "dark" else "link")
            for name, tone in names
        ]
        for chip in self._chips:
            self._flow.addWidget(chip)
            chip.show()


def _short(name: str) -> str:
    most = 26
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"
