"""What a person does to the timeline: a change, and what is seen and said after it."""

from PySide6.QtCore import QObject, Qt, Signal

from roadmapper.template.starters import load_starters
from ui.access import announce
from ui.opened import Opened
from ui.pages import roadmap_ways
from ui.pages.roadmap_board import Board
from ui.pages.roadmap_canvas import Canvas
from ui.pages.roadmap_edits import Edits
from ui.pages.roadmap_linking import ordered, refusal
from ui.pages.roadmap_moves import Moves
from ui.pages.roadmap_time import Dates
from ui.pages.roadmap_told import told
from ui.toasts import offer_undo, toasts_of
from ui.words import _


class Acts(QObject):
    """Changes the timeline and stands where one goes on.

    Signals:
        open_asked: something new is to be typed in; carries its address and that of the field.
    """

    open_asked = Signal(str, str)

    def __init__(self, opened: Opened, canvas: Canvas) -> None:
        super().__init__(canvas)
        self._opened = opened
        self._canvas = canvas
        self.edits = Edits(opened)
        self.moves = Moves(self)
        self.moves.settled.connect(self.edits.put)
        self.moves.ended.connect(canvas.show_still)

    @property
    def board(self) -> Board:
        """The timeline as the answers have it, with what was moved and is not kept yet."""
        return self.moves.over(self.edits.board)

    def add_item(self, lane: str) -> None:
        """Add an item to a lane and open it for typing."""
        path = self.edits.add_item(lane)
        if path:
            self.open_asked.emit(path, f"{path}.name")

    def add_here(self) -> None:
        """Add an item to the selected lane, or to the first one."""
        lanes, here = self._canvas.board.lanes, self._canvas.place.lane
        self.add_item(here if here in [lane.id for lane in lanes] else lanes[0].id)

    def add_next(self) -> None:
        """Add what would be built together next."""
        self.add_item(self._canvas.board.lanes[1].id)

    def add_gate(self) -> None:
        """Add a gate in the deployment step and open it for typing."""
        path = self.edits.add_gate()
        if path:
            self.open_asked.emit(path, f"{path}.gate")

    def put(self, path: str, dates: Dates) -> None:
        """Give an item or a gate other dates."""
        self.moves.flush()
        self.edits.put(path, dates)
        announce(self._canvas, told(self._canvas.board, path))

    def step(self, path: str, dates: Dates) -> None:
        """Show other dates at once; they are kept when a person pauses."""
        self.moves.add(path, dates)
        self._canvas.show_moved(self._canvas.board.with_dates(path, dates), path)
        announce(self._canvas, told(self._canvas.board, path))

    def link(self, path: str, on: str) -> None:
        """Let an item depend on another or on a gate; once more, and it no longer does."""
        self.moves.flush()
        board = self._canvas.board
        path, on = ordered(board, path, on)
        refused = refusal(board, path, on)
        if refused is None:
            self.edits.link(path, on)
            announce(self._canvas, told(self._canvas.board, path))
            return
        announce(self._canvas, refused.line)
        toasts = toasts_of(self._canvas)
        if toasts is not None:
            toasts.say(refused.title, refused.line, icon="info", color="info")

    def move_lane(self, lane: str, by: int) -> None:
        """Move a lane up or down; the three stages stay first."""
        board = self._canvas.board
        name = board.lane(lane).name
        if self.edits.move_lane(lane, by):
            announce(
                self._canvas,
                _("{name} moved {words}").format(name=name, words="up" if by < 0 else "down"),
            )
        elif not board.lane(lane).row:
            announce(self._canvas, _("{name} is a stage and stays where it is").format(name=name))

    def remove(self, path: str) -> None:
        """Remove an item at once; the message brings it back."""
        self.moves.flush()
        board = self._canvas.board
        name, after = board.name_of(path), roadmap_ways.after_removal(board, path)
        if not self.edits.remove(path):
            return
        self._canvas.select(after)
        announce(self._canvas, _("{name} removed").format(name=name))
        offer_undo(self._canvas, _("{name} removed").format(name=name), self._opened.bridge)

    def move_after(self) -> None:
        """Move the selected item behind everything it depends on."""
        self.moves.flush()
        item = self._canvas.board.item(self._canvas.place.path)
        if item is not None:
            self.edits.move_after(item)
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, name: str) -> None:
        """Fill the timeline from a starter."""
        starters = load_starters(self._opened.template)
        self.edits.fill(next(one for one in starters if one.id == name))
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
