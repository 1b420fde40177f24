"""The step rail: where one is, how far each step is, and the way to any other."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from roadmapper.proposal.progress import Progress, whole
from roadmapper.template.model import Section, Template
from ui import theme
from ui.painting import box, focus_ring, painting
from ui.parts.buttons import IconButton
from ui.parts.cards import Panel
from ui.parts.labels import Elided, Eyebrow, Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.mark import Mark
from ui.parts.reading import keep_one_stop, put_in_order
from ui.parts.rings import Ring
from ui.shown_numbers import shown_part
from ui.steps import StepButton
from ui.words import _


class ProposalCard(QAbstractButton):
    """The proposal at the top of the rail; a click opens its menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("This proposal"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.ring = Ring(38, self)
        self._title = Elided("", "label", "ink", self)
        self._use = Elided("", "caption", "ink3", self)
        self._words = holder(column(STRETCH, self._title, self._use, STRETCH, spacing=2), self)
        self._line = row(self.ring, spacing=11, margins=(11, 9, 10, 9))
        self._line.addWidget(self._words, 1)
        self.setLayout(self._line)

    def show_proposal(self, client: str, line: str, part: float) -> None:
        """Show whose proposal it is and how complete."""
        self._title.show_text(client or _("New proposal"))
        self._use.show_text(line)
        self._use.setHidden(not line)
        self.ring.show_part(part)
        self.setAccessibleName(
            _("{client}, {line}, {part} complete").format(
                client=client or _("New proposal"), line=line, part=shown_part(part)
            )
        )

    def set_compact(self, compact: bool) -> None:
        """Show the ring only."""
        self._words.setVisible(not compact)
        side = 0 if compact else 11
        self._line.setContentsMargins(side, 9, side and 10, 9)

    def sizeHint(self) -> QSize:
        """Return the height of ring and margins."""
        return QSize(theme.px(44), theme.px(58))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the card."""
        with painting(self) as painter:
            if self._words.isVisible():
                edge = "line2" if self.underMouse() else "line"
                box(painter, QRectF(self.rect()), theme.radius("tile"), "surface", edge)
            if self.hasFocus():
                focus_ring(painter, QRectF(self.rect()), theme.radius("tile"))


class Rail(Panel):
    """Mark, proposal, thirteen steps in three groups, and the way to the settings.

    Signals:
        step_chosen: the id of the section to go to.
        home_asked, menu_asked, settings_asked, collapse_asked: what was clicked.
    """

    step_chosen = Signal(str)
    menu_asked = Signal()
    settings_asked = Signal()
    collapse_asked = Signal()

    def __init__(self, template: Template, parent: QWidget | None = None) -> None:
        super().__init__(None, parent, fill="rail", lines="r")
        self.setObjectName("rail")
        self._compact = False
        self.collapse = IconButton("panel-left-close", _("Show rings only"), self, size=28)
        self.collapse.clicked.connect(self.collapse_asked)
        self.card = ProposalCard(self)
        self.card.clicked.connect(self.menu_asked)
        self.expand = IconButton("panel-left-open", _("Show step titles"), self, size=32)
        self.expand.clicked.connect(self.collapse_asked)
        self.settings = IconButton("settings", _("Settings"), self, size=32)
        self.settings.clicked.connect(self.settings_asked)
        self._mark = Mark(26, self)
        self._name = Label("Roadmapper", "heading", parent=self)
        self._wide: list[QWidget] = [self._name, self.collapse]
        self.steps: dict[str, StepButton] = {}
        self._build(template)
        self.set_compact(False)

    def show_progress(self, parts: Mapping[str, Progress], own: Mapping[str, int]) -> None:
        """Show how far every step is, and where answers of one's own role are open."""
        for name, button in self.steps.items():
            button.show_progress(parts[name], own[name])

    def show_proposal(self, client: str, line: str, parts: Mapping[str, Progress]) -> None:
        """Show whose proposal it is and how complete."""
        self.card.show_proposal(client, line, whole(parts.values()).part)

    def show_step(self, section: str) -> None:
        """Mark the step one is at; Tab comes to it, arrows go to the others."""
        self.steps[section].setChecked(True)
        keep_one_stop(self.steps.values(), self.steps[section])
        self._scroll.ensureWidgetVisible(self.steps[section])

    def set_compact(self, compact: bool) -> None:
        """Show rings only, or titles too."""
        self._compact = compact
        self.setFixedWidth(theme.measure("layout", "railCompact" if compact else "rail"))
        for one in self._wide:
            one.setVisible(not compact)
        for rule in self._rules:
            rule.setVisible(compact)
        for button in self.steps.values():
            button.set_compact(compact)
        self.card.set_compact(compact)
        self.expand.setVisible(compact)
        side = 8 if compact else 12
        mark, gear = (
            (self.width() - one.width()) // 2 - side for one in (self._mark, self.settings)
        )
        self._head.setContentsMargins(mark if compact else 6, 0, 0, 0)
        self._foot.setContentsMargins(0 if compact else 6, 8, gear if compact else 0, 0)
        self._body.setContentsMargins(side, 14, side, 12)

    @property
    def is_compact(self) -> bool:
        """Whether only rings are shown."""
        return self._compact

    def _build(self, template: Template) -> None:
        self._rules: list[Rule] = []
        self._head = row(self._mark, 9, self._name, STRETCH, self.collapse, margins=(6, 0, 0, 0))
        steps = column(spacing=1)
        number = 0
        for group, title in template.groups.items():
            self._add_group(steps, title)
            for section in template.sections:
                if section.group == group:
                    number += 1
                    steps.addWidget(self._step(number, section))
        steps.addStretch(1)
        self._scroll = scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = holder(steps)
        scroll.setWidget(inner)
        inner.setAutoFillBackground(False)
        scroll.viewport().setAutoFillBackground(False)
        lock, words = (
            Icon("lock", 14, "ink3"),
            Label(_("Kept on this computer only"), "caption", "ink3"),
        )
        self._wide += [lock, words]
        self._foot = row(lock, 7, words, STRETCH, self.settings, margins=(6, 8, 0, 0))
        self._body: QVBoxLayout = column(self._head, 14, self.card, 6)
        self._body.addWidget(scroll, 1)
        self._body.addWidget(self.expand, 0, Qt.AlignmentFlag.AlignHCenter)
        self._body.addLayout(self._foot)
        self.setLayout(self._body)
        put_in_order(self)

    def _add_group(self, steps: QVBoxLayout, title: str) -> None:
        eyebrow, rule = Eyebrow(title), Rule(color="line2")
        eyebrow.setContentsMargins(theme.px(9), theme.px(9), 0, theme.px(4))
        self._wide.append(eyebrow)
        self._rules.append(rule)
        steps.addWidget(eyebrow)
        steps.addWidget(rule)

    def _step(self, number: int, section: Section) -> StepButton:
        button = StepButton(number, section, self)
        button.clicked.connect(self._choose)
        self.steps[section.id] = button
        return button

    def _choose(self) -> None:
        button = self.sender()
        if isinstance(button, StepButton):
            self.step_chosen.emit(button.section.id)
