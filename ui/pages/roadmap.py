"""Step 12: the roadmap as a timeline to work on, and the other questions of the section below."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.change import Batch
from roadmapper.proposal.lanes import ITEMS, LANES
from roadmapper.proposal.starting import term_months
from roadmapper.template.model import Section
from roadmapper.template.starters import load_starters
from ui.body import Body, Wanted
from ui.form import Form
from ui.opened import Opened
from ui.pages import roadmap_ways
from ui.pages.roadmap_acts import Acts
from ui.pages.roadmap_bar import RoadmapBar
from ui.pages.roadmap_board import GATES, Board
from ui.pages.roadmap_details import details_of, undated_told
from ui.pages.roadmap_lanes import LanesSheet
from ui.pages.roadmap_panel import RowPanel
from ui.pages.roadmap_read import READS, read_board
from ui.pages.roadmap_start import StartCard
from ui.pages.roadmap_strip import DetailStrip
from ui.pages.roadmap_view import TimelineView
from ui.pages.roadmap_ways import Place
from ui.parts.cards import Notice
from ui.parts.layouts import STRETCH, column
from ui.watcher import Watcher
from ui.words import _

_STOPS = _("The roadmap stops at go-live. Add what you would build together next.")


class RoadmapPage(Body):
    """Bars and gates over time, what is selected in words, and everything else as a form."""

    widest = ""

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._watcher = watcher
        board = read_board(opened.template, opened.answers)
        self.bar = RoadmapBar(self)
        self.start = StartCard(load_starters(opened.template), self)
        self.view = TimelineView(board, opened.today, self)
        self.canvas = self.view.canvas
        self.acts = Acts(opened, self.canvas)
        self.strip = DetailStrip(self)
        self.panel = RowPanel(opened, self)
        self.early = Notice("warning", "", self, action=_("Move it after"))
        self.stops = Notice("info", _STOPS, self, action=_("Add item"))
        self.undated = Notice("warning", "", self, action=_("Open"))
        self.form = Form(section, opened, watcher, self, without=("items", "lanes"))
        self.fields = self.form.fields
        notices = column(self.undated, self.stops, self.early, spacing=10)
        below = column(notices, self.strip, self.panel, self.form, spacing=12)
        self.setLayout(column(self.bar, 14, self.start, self.view, 12, below, STRETCH))
        self._connect()
        self._show(board)

    # --- a body ----------------------------------------------------------------------------------

    def show_wanted(self, wanted: Wanted) -> None:
        """Show only the questions that are wanted."""
        self.form.show_wanted(wanted)

    def flush(self) -> None:
        """Keep everything that was typed; what is held is put back."""
        self.canvas.hand.cancel()
        self.acts.moves.flush()
        self.panel.flush()
        self.form.flush()

    def focus_first(self) -> None:
        """Begin on the timeline, or with a template where it is empty."""
        if self.view.isHidden():
            self.start.suggest(term_months(self._opened.template, self._opened.answers))
            self.start.focus_first()
        else:
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self, path: str) -> bool:
        """Go to the place of an address; return whether it is here."""
        table, _rest, inside = path.partition("[")
        if table == LANES:
            self._open_lanes(self.canvas.place.lane)
            return True
        if table != ITEMS:
            return self.form.focus(path)
        row, _rest, name = inside.partition("]")
        if row not in self._opened.answers.rows(ITEMS):
            self.focus_first()
        elif name:
            self._open(f"{ITEMS}[{row}]", path)
        else:
            self._select(f"{ITEMS}[{row}]")
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close the panel with Escape, also from the timeline."""
        if event.key() == Qt.Key.Key_Escape and self.panel.path:
            self._close()
        else:
            super().keyPressEvent(event)

    # --- inside ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        canvas, strip, panel, acts = self.canvas, self.strip, self.panel, self.acts
        acts.open_asked.connect(self._open)
        canvas.stepped.connect(acts.step)
        acts.moves.ended.connect(self._show_details)
        canvas.lane_asked.connect(acts.move_lane)
        canvas.lanes_asked.connect(self._open_lanes)
        self.bar.lanes_asked.connect(self._open_lanes)
        self.bar.scaled.connect(self.view.show_scale)
        self.bar.gate_asked.connect(acts.add_gate)
        self.bar.item_asked.connect(acts.add_here)
        self.view.scaled.connect(self.bar.show_scale)
        self.start.chosen.connect(acts.fill)
        self.start.item_asked.connect(acts.add_here)
        self.stops.acted.connect(acts.add_next)
        self.early.acted.connect(acts.move_after)
        self.undated.acted.connect(self._open_undated)
        canvas.moved_to.connect(self._take_place)
        canvas.dates_asked.connect(acts.put)
        canvas.link_asked.connect(acts.link)
        canvas.open_asked.connect(self._open)
        canvas.remove_asked.connect(acts.remove)
        strip.open_asked.connect(self._open_selected)
        strip.step_asked.connect(self._go_to_step)
        panel.closed.connect(self._close)
        panel.stepped.connect(self._step)
        panel.focused.connect(self.focused)
        self.form.focused.connect(self.focused)
        self._opened.bridge.changed.connect(self._take_batch)
        self._watcher.looked.connect(self._show_facts)

    # --- selection and panel ---------------------------------------------------------------------

    def _select(self, path: str) -> None:
        self.canvas.select(roadmap_ways.place_of(self.canvas.board, path))

    def _take_place(self, place: Place) -> None:
        if place.path:
            table = place.path.partition("[")[0]
            self.focused.emit(table)
        item = self.canvas.board.item(place.path)
        here = bool(place.path) and (item is None or item.dated is None)
        if self.panel.path and here and self.panel.path != place.path:
            self.panel.show_row(place.path, self.canvas.board)
        self._show_details()

    def _open_selected(self) -> None:
        self._open(self.canvas.place.path)

    def _open(self, path: str, field: str = "") -> None:
        """Open all fields below; what is kept in another step is opened there."""
        self.acts.moves.flush()
        item = self.canvas.board.item(path)
        if item is not None and item.dated is not None:
            self._opened.go_asked.emit(item.dated.address)
            return
        self._select(path)
        self.panel.show_row(path, self.canvas.board)
        self._show_details()
        self.panel.focus(field)

    def _open_undated(self) -> None:
        paths = self.canvas.board.undated
        if paths:
            self._open(paths[0], f"{paths[0]}.from")

    def _close(self) -> None:
        self.panel.close_row()
        self._show_details()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        board, path = self.canvas.board, self.panel.path
        paths = [one.path for one in (board.gates if path.startswith(GATES) else board.own)]
        if path in paths:
            self._select(paths[min(max(paths.index(path) + by, 0), len(paths) - 1)])

    def _go_to_step(self) -> None:
        self._opened.go_asked.emit(self.canvas.place.path)

    def _open_lanes(self, lane: str = "") -> None:
        """Show the lanes to change them."""
        self.acts.moves.flush()
        sheet = LanesSheet(self.window(), self._opened, self.acts.edits)
        sheet.open_at(lane)

    # --- what is shown ---------------------------------------------------------------------------

    def _take_batch(self, batch: Batch) -> None:
        roots = {change.path.partition("[")[0] for change in batch.changes}
        if roots & READS:
            self._show(self.acts.board)
        if any(root.startswith("_") for root in roots):
            self.panel.refresh_about()

    def _show(self, board: Board) -> None:
        was_here = self.canvas.hasFocus()
        self.canvas.show_board(board)
        empty = not board.own and not board.undated
        self.start.setVisible(empty)
        self.view.setVisible(not empty or bool(board.gates or board.items))
        self.strip.setVisible(not self.view.isHidden())
        if was_here and self.view.isHidden():
            self.focus_first()
        self.bar.show_counts(board)
        self.stops.setVisible(board.stops_at_go_live)
        undated = undated_told(self._opened, board)
        self.undated.say(undated)
        self.undated.setVisible(bool(undated))
        self.panel.refresh(board)
        self._show_details()

    def _show_facts(self) -> None:
        self.panel.show_findings(self._watcher)

    def _show_details(self) -> None:
        path, board = self.canvas.place.path, self.canvas.board
        details = details_of(self._opened, board, path)
        item = board.item(path)
        self.strip.show_details(details, here=item is None or item.dated is None)
        self.strip.setVisible(not self.panel.path and not self.view.isHidden())
        early = details.early if details is not None else ""
        self.early.say(early)
        self.early.setVisible(bool(early))
