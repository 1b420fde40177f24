"""Step 2: their priorities in order, the system in short, and the gaps this closes."""

from collections import ChainMap
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from roadmapper.proposal.change import Batch
from roadmapper.template.kinds import Value
from roadmapper.template.model import Section
from ui import theme
from ui.body import Body, Wanted, everything
from ui.field import Field
from ui.form import Form
from ui.opened import Opened
from ui.pages.add_chip import AddChip
from ui.pages.coalition_lines import BOSS, DOTTED
from ui.pages.system_details import Details
from ui.pages.system_facts import FactsCard
from ui.pages.system_gaps import PATH as GAPS
from ui.pages.system_gaps import GapsCard, sentences
from ui.pages.system_priorities import PATH, Priorities
from ui.pages.system_rank import RankedList
from ui.pages.system_reports import ReportsCard
from ui.parts.cards import Notice
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, Flow, column, holder, row
from ui.parts.reading import put_in_order
from ui.watcher import Watcher
from ui.words import _

_SIDE_BY_SIDE = 840
"""From this width on the cards stand beside the ranking."""
_ON_CARDS = ("priorities", "emr", "type", "cmio_reports_to", "cmio_dotted_line", "gaps")
_FACTS = frozenset(
    {"system.type", "system.emr", "system.size", "system.ai_governance", "system.union"}
)
_START = _("Start with what you heard. Three is enough.")
_NO_FIT = _("No priority has a fit of 2 or more. Why should they read on?")


class SystemPage(Body):
    """What matters to this system, in their order."""

    widest = "wideMax"

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self.priorities = Priorities(opened)
        details = partial(Details, self.priorities, opened, watcher)
        self.ranking = RankedList(self.priorities, details, self)
        self.facts = FactsCard(section, opened, watcher, self)
        self.reports = ReportsCard(section, opened, watcher, self)
        self.gaps = GapsCard(section, opened, watcher, self)
        gaps = (question.id for question in sentences(section).values())
        self.form = Form(section, opened, watcher, self, without=(*_ON_CARDS, *gaps))
        cards = (self.facts, self.reports, self.gaps)
        known = {path: field for one in cards for path, field in one.fields.items()}
        self.fields: Mapping[str, Field] = ChainMap(known, self.form.fields)
        self.chips: dict[str, AddChip] = {}
        self._build()
        self._connect()
        self._show_ranking()
        put_in_order(self)

    # --- a body ----------------------------------------------------------------------------------

    def show_wanted(self, wanted: Wanted) -> None:
        """Show only the questions that are wanted."""
        for card, path in ((self.reports, BOSS), (self.gaps, GAPS)):
            card.setVisible(wanted(self._opened.question(path)))
        self.form.show_wanted(wanted)

    def flush(self) -> None:
        """Keep everything that was typed."""
        for part in (self.ranking, self.facts, self.reports, self.gaps, self.form):
            part.flush()

    def focus_first(self) -> None:
        """Begin with the first priority, or with the first that can be ranked."""
        if not self.ranking.focus_first():
            next(iter(self.chips.values())).setFocus()

    def focus(self, path: str) -> bool:
        """Go to the place of an address; return whether it is here."""
        root, _rest, inside = path.partition("[")
        if root == PATH:
            self._focus_priority(inside)
            return True
        if root in (BOSS, DOTTED, GAPS, *self.gaps.fields):
            self.show_wanted(everything)
        cards = (self.facts, self.reports, self.gaps)
        return any(card.focus(root) for card in cards) or self.form.focus(path)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the cards beside the ranking where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= theme.px(_SIDE_BY_SIDE)
        direction = QBoxLayout.Direction
        self._top.setDirection(direction.LeftToRight if wide else direction.TopToBottom)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the cursor comes to a chip."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(PATH)
        return super().eventFilter(watched, event)

    # --- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self._start = Label(_START, "cell", "ink2", wrap=True)
        self._no_fit = Notice("warning", _NO_FIT)
        self._flow = Flow(gap=8)
        self._unranked = holder(column(Label(_("Not ranked"), "caption", "ink2"), 6, self._flow))
        head = row(Label(_("Their priorities, in order"), "heading"), STRETCH)
        head.addWidget(Label(_("Our fit"), "caption", "ink2"))
        head.setContentsMargins(0, 0, theme.px(44), 0)
        caption = Label(self.priorities.question.row_notes, "caption", "ink3", wrap=True)
        below = column(self._no_fit, self._unranked, caption, STRETCH, spacing=12)
        left = column(head, 10, self._start, self.ranking, 12, below)
        right = column(self.facts, self.reports, self.gaps, STRETCH, spacing=14)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(24)
        self._top.setContentsMargins(0, 0, 0, 0)
        self._top.addLayout(left, 11)
        self._top.addLayout(right, 10)
        self.setLayout(column(self._top, 16, self.form, STRETCH))

    def _connect(self) -> None:
        self.ranking.moved.connect(self.priorities.move)
        self.ranking.fit_asked.connect(self.priorities.set_fit)
        self.ranking.confirm_asked.connect(self._confirm)
        self.ranking.leave_asked.connect(self._leave)
        self.gaps.chosen.connect(self._choose_gaps)
        for part in (self.ranking, self.facts, self.reports, self.gaps, self.form):
            part.focused.connect(self.focused)
        self._opened.bridge.changed.connect(self._take_batch)

    def _focus_priority(self, inside: str) -> None:
        name, _rest, asked = inside.partition("].")
        if name.rstrip("]") not in self.ranking.rows:
            self.focus_first()
        elif asked in ("answer", "source"):
            self.ranking.rows[name].open_details().fields[asked].focus()
        else:
            self.ranking.focus_row(name.rstrip("]"))

    def _confirm(self, name: str) -> None:
        confirmed = self.priorities.text(name, "confirmed") != "yes"
        self.priorities.set_confirmed(name, confirmed)
        if confirmed and not self.priorities.text(name, "source"):
            self.ranking.rows[name].open_details().fields["source"].focus()

    def _leave(self, name: str) -> None:
        self.ranking.flush()
        self.priorities.leave(name)

    def _rank(self) -> None:
        chip = self.sender()
        name = next(row for row, one in self.chips.items() if one is chip)
        self.priorities.add(name)
        if name in self.ranking.rows:
            self.ranking.focus_row(name)

    def _choose_gaps(self, value: Value) -> None:
        self._opened.bridge.set(GAPS, value)

    def _take_batch(self, batch: Batch) -> None:
        roots = {change.path.partition("[")[0] for change in batch.changes}
        if PATH in roots:
            self._show_ranking()
        if roots & _FACTS:
            self.facts.refresh()
        if roots & {BOSS, DOTTED}:
            self.reports.refresh()
        if roots & {GAPS, *self.gaps.fields}:
            self.gaps.refresh()

    def _show_ranking(self) -> None:
        ranked, unranked = self.priorities.ranked, self.priorities.unranked
        self.ranking.show_rows(ranked)
        self._start.setVisible(not ranked)
        self.ranking.setVisible(bool(ranked))
        self._no_fit.setVisible(self.priorities.serves_none)
        self._unranked.setVisible(bool(unranked))
        if tuple(self.chips) != unranked:
            self._show_chips(unranked)

    def _show_chips(self, unranked: tuple[str, ...]) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {}
        for name in unranked:
            chip = AddChip(self.priorities.given(name).name, _("the ranking"), self)
            chip.clicked.connect(self._rank)
            chip.installEventFilter(self)
            self.chips[name] = chip
            self._flow.addWidget(chip)
            chip.show()
