"""Step 12: the roadmap as a timeline to work on, and the other questions of the section below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.change import Batch
from roadmapper.proposal.starting import term_months
from roadmapper.template.model import Section
from roadmapper.template.starters import load_starters
from ui.access import announce
from ui.body import Body
from ui.form import Form
from ui.opened import Opened
from ui.pages import roadmap_ways
from ui.pages.roadmap_bar import RoadmapBar
from ui.pages.roadmap_board import GATES, ITEMS, Board, read_board, told
from ui.pages.roadmap_details import details_of, undated_told
from ui.pages.roadmap_edits import Edits
from ui.pages.roadmap_panel import RowPanel
from ui.pages.roadmap_start import StartCard
from ui.pages.roadmap_strip import DetailStrip
from ui.pages.roadmap_time import Dates, Scale
from ui.pages.roadmap_view import TimelineView
from ui.pages.roadmap_ways import Place
from ui.parts.cards import Notice
from ui.parts.layouts import STRETCH, column
from ui.toasts import toasts_of
from ui.watcher import Watcher

_STOPS = "The roadmap stops at go-live. Add what you would build together next."


class RoadmapPage(Body):
    """Bars and gates over time, what is selected in words, and everything else as a form."""

    widest = ""

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._opened = opened
        self._watcher = watcher
        self.edits = Edits(opened)
        board = read_board(opened.template, opened.answers)
        self.bar = RoadmapBar(self)
        self.start = StartCard(load_starters(opened.template), self)
        self.view = TimelineView(board, opened.today, self)
        self.canvas = self.view.canvas
        self.strip = DetailStrip(self)
        self.panel = RowPanel(opened, self)
        self.early = Notice("warning", "", self, action="Move it after")
        self.stops = Notice("info", _STOPS, self, action="Add item")
        self.undated = Notice("warning", "", self, action="Open")
        self.form = Form(section, opened, watcher, self, without=("items",))
        self.fields = self.form.fields
        notices = column(self.undated, self.stops, self.early, spacing=10)
        below = column(notices, self.strip, self.panel, self.form, spacing=12)
        self.setLayout(column(self.bar, 14, self.start, self.view, 12, below, STRETCH))
        self._connect()
        self._show(board)

    # --- a body ----------------------------------------------------------------------------------

    def show_essential(self, only: bool) -> None:
        """Show the essential and required questions only, or all of them."""
        self.form.show_essential(only)

    def flush(self) -> None:
        """Keep everything that was typed; what is held is put back."""
        self.canvas.cancel()
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
        table, _, inside = path.partition("[")
        if table != ITEMS:
            return self.form.focus(path)
        row, _, name = inside.partition("]")
        if row not in self._opened.answers.rows(ITEMS):
            self.focus_first()
        elif name:
            self._open(f"{ITEMS}[{row}]", path)
        else:
            self._select(f"{ITEMS}[{row}]")
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    # --- what a person does ----------------------------------------------------------------------

    def add_item(self, lane: str = "") -> None:
        """Add an item to a lane, the selected one unless said, and open it for typing."""
        lanes = [one.name for one in self.canvas.board.lanes]
        chosen = lane or self.canvas.place.lane
        path = self.edits.add_item(chosen if chosen in lanes else lanes[0])
        if path:
            self._open(path, f"{path}.name")

    def add_gate(self) -> None:
        """Add a gate in the deployment step and open it for typing."""
        path = self.edits.add_gate()
        if path:
            self._open(path, f"{path}.gate")

    def _connect(self) -> None:
        canvas, strip, panel = self.canvas, self.strip, self.panel
        self.bar.scaled.connect(self._take_scale)
        self.bar.gate_asked.connect(self.add_gate)
        self.bar.item_asked.connect(self._add_here)
        self.view.scaled.connect(self.bar.show_scale)
        self.start.chosen.connect(self._fill)
        self.start.item_asked.connect(self._add_here)
        self.stops.acted.connect(self._add_next)
        self.early.acted.connect(self._move_after)
        self.undated.acted.connect(self._open_undated)
        canvas.moved_to.connect(self._take_place)
        canvas.dates_asked.connect(self._put)
        canvas.link_asked.connect(self._link)
        canvas.open_asked.connect(self._open)
        canvas.remove_asked.connect(self._remove)
        strip.open_asked.connect(self._open_selected)
        strip.step_asked.connect(self._go_to_step)
        panel.closed.connect(self._close)
        panel.stepped.connect(self._step)
        panel.focused.connect(self.focused)
        self.form.focused.connect(self.focused)
        self._opened.bridge.changed.connect(self._take_batch)
        self._watcher.looked.connect(self._show_facts)

    def _add_here(self) -> None:
        self.add_item()

    def _add_next(self) -> None:
        self.add_item(self.canvas.board.lanes[1].name)

    def _put(self, path: str, dates: Dates) -> None:
        self.edits.put(path, dates)
        announce(self.canvas, told(self.canvas.board, path))

    def _link(self, path: str, on: str) -> None:
        refusal = self.edits.link(path, on)
        toasts = toasts_of(self)
        if refusal and toasts is not None:
            toasts.say("A bar cannot wait for itself", refusal, icon="info", color="info")

    def _remove(self, path: str) -> None:
        board = self.canvas.board
        name, after = board.name_of(path), roadmap_ways.after_removal(board, path)
        if not self.edits.remove(path):
            return
        self.canvas.select(after)
        announce(self.canvas, f"{name} removed")
        toasts = toasts_of(self)
        if toasts is not None:
            toast = toasts.say(f"{name} removed", icon="trash-2", color="ink2", action="Undo")
            toast.acted.connect(self._opened.bridge.undo)
            # Any later step would be undone in its place.
            self._opened.bridge.changed.connect(toast.go)

    def _move_after(self) -> None:
        item = self.canvas.board.item(self.canvas.place.path)
        if item is not None:
            self.edits.move_after(item)
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, name: str) -> None:
        starters = load_starters(self._opened.template)
        self.edits.fill(next(one for one in starters if one.id == name))
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_scale(self, index: int) -> None:
        self.view.show_scale(Scale(index))

    # --- selection and panel ---------------------------------------------------------------------

    def _select(self, path: str) -> None:
        self.canvas.select(roadmap_ways.place_of(self.canvas.board, path))

    def _take_place(self, place: Place) -> None:
        if place.path:
            table = place.path.partition("[")[0]
            self.focused.emit(table)
        if self.panel.path and place.path and self.panel.path != place.path:
            self.panel.show_row(place.path, self.canvas.board)
        self._show_details()

    def _open_selected(self) -> None:
        self._open(self.canvas.place.path)

    def _open(self, path: str, field: str = "") -> None:
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
        paths = [one.path for one in (board.gates if path.startswith(GATES) else board.items)]
        if path in paths:
            self._select(paths[min(max(paths.index(path) + by, 0), len(paths) - 1)])

    def _go_to_step(self) -> None:
        self._opened.go_asked.emit(self.canvas.place.path)

    # --- what is shown ---------------------------------------------------------------------------

    def _take_batch(self, batch: Batch) -> None:
        roots = {change.path.partition("[")[0] for change in batch.changes}
        if roots & {ITEMS, GATES, "roadmap.stages", "roadmap.codev_items"}:
            self._show(read_board(self._opened.template, self._opened.answers))
        if any(root.startswith("_") for root in roots):
            self.panel.refresh_about()

    def _show(self, board: Board) -> None:
        self.canvas.show_board(board)
        empty = not board.items and not board.undated
        self.start.setVisible(empty)
        self.view.setVisible(not empty or bool(board.gates))
        self.strip.setVisible(not self.view.isHidden())
        self.bar.show_counts(board)
        self.stops.setVisible(board.stops_at_go_live)
        undated = undated_told(self._opened, board)
        self.undated.say(undated)
        self.undated.setVisible(bool(undated))
        self.panel.refresh(board)
        self._show_details()

    def _show_facts(self) -> None:
        self.panel.show_findings(self._watcher)
        self._show_details()

    def _show_details(self) -> None:
        path, board = self.canvas.place.path, self.canvas.board
        details = details_of(self._opened, board, path, self._watcher.facts)
        self.strip.show_details(details, from_step=path.startswith(f"{GATES}["))
        self.strip.setVisible(not self.panel.path and not self.view.isHidden())
        early = details.early if details is not None else ""
        self.early.say(early)
        self.early.setVisible(bool(early))
