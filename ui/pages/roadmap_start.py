"""The empty timeline: three roadmaps to begin with."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.template.starters import Starter
from ui import theme
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.folding import Folding
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, row
from ui.words import _

_HEADING = _("Start from a template")
_LINE = _(
    "It follows the start, the term, the gates, the training and the "
    "rehearsals you have entered. Every bar can be moved, and one "
    "undo takes all of it back."
)


class StartCard(Card):
    """Roadmaps to begin with, or a first bar of one's own.

    Signals:
        chosen: a roadmap was chosen; carries its id.
        item_asked: a bar of one's own is wanted.
    """

    chosen = Signal(str)
    item_asked = Signal()

    def __init__(self, starters: Sequence[Starter], parent: QWidget) -> None:
        inside = column()
        super().__init__(inside, parent, margins=(28, 30, 28, 26))
        self.buttons: dict[str, Button] = {}
        self._months = {starter.id: starter.months for starter in starters}
        center = Qt.AlignmentFlag.AlignHCenter
        line = Label(_LINE, "body", "ink2", self, wrap=True)
        line.setAlignment(center)
        line.setMaximumWidth(theme.px(620))
        choices = tuple(self._choice(starter) for starter in starters)
        shares = (1,) * len(choices)
        self._choices = Folding(choices, self, below=560, spacing=14, apart=14, stretch=shares)
        self.own = Button(_("Add a bar of your own"), "link", self)
        self.own.clicked.connect(self.item_asked)
        inside.addWidget(Icon("route", 26, "accent", self), 0, center)
        inside.addSpacing(10)
        inside.addWidget(Label(_HEADING, "section", "ink", self), 0, center)
        inside.addSpacing(6)
        middle = row(STRETCH)
        middle.addWidget(line, 1000)
        middle.addStretch(1)
        inside.addLayout(middle)
        inside.addSpacing(20)
        inside.addWidget(self._choices)
        inside.addSpacing(10)
        inside.addWidget(self.own, 0, center)

    def suggest(self, months: int) -> None:
        """Point out the roadmap whose length is nearest to the term."""
        near = min(self.buttons, key=lambda name: abs(self._months[name] - months), default="")
        for name, button in self.buttons.items():
            button.set_kind("primary" if name == near else "secondary")

    def focus_first(self) -> None:
        """Put the cursor on the first choice."""
        next(iter(self.buttons.values()), self.own).setFocus()

    def _choice(self, starter: Starter) -> QWidget:
        button = Button(_("Use {title}").format(title=starter.title), "secondary", self)
        button.setObjectName(f"starter:{starter.id}")
        button.setAccessibleDescription(starter.line)
        button.clicked.connect(self._choose)
        self.buttons[starter.id] = button
        body = column(
            Label(starter.title, "cardHeading", "ink", wrap=True),
            4,
            Label(starter.line, "cell", "ink2", wrap=True),
            STRETCH,
            14,
            button,
        )
        return Card(body, self, margins=(18, 16, 18, 16), fill="sunken")

    def _choose(self) -> None:
        button = self.sender()
        self.chosen.emit(next(name for name, one in self.buttons.items() if one is button))
