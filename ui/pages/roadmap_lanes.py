"""The lanes of the timeline in a dialog: their names, colors and order, and up to two more."""

from collections.abc import Mapping

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QRadioButton, QWidget

from roadmapper.proposal.change import Batch
from roadmapper.proposal.lanes import LANES, Lane, free_lane, is_own, lanes_of
from ui import theme
from ui.access import announce
from ui.fields.inputs import LineInput
from ui.opened import Opened
from ui.pages.roadmap_edits import Edits
from ui.painting import box, focus_ring, painting
from ui.parts.buttons import Button, IconButton
from ui.parts.layouts import column, row
from ui.parts.reading import keep_one_stop
from ui.parts.sheet import Dialog
from ui.words import _

_LINE = _("The three stages come first. Call the others what their own teams call them.")
_NEW = _("New lane")


class LanesSheet(Dialog):
    """Everything that can be changed about the lanes; each change is kept at once."""

    def __init__(self, window: QWidget, opened: Opened, edits: Edits) -> None:
        super().__init__(window, _("Lanes"), _LINE, width=620)
        self._opened = opened
        self._edits = edits
        self.rows: dict[str, LaneRow] = {}
        self._list = column(spacing=10)
        self.add = Button(_("Add lane"), "secondary", self.panel, icon="plus")
        self.done = Button(_("Done"), "primary", self.panel)
        self.set_body(self._list)
        self.foot.addWidget(self.add)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)
        self.add.clicked.connect(self._add)
        self.done.clicked.connect(self.dismiss)
        opened.bridge.changed.connect(self._take_batch)
        self._show()

    def open_at(self, lane: str) -> None:
        """Show it with the cursor in the name of a lane, or of the first one."""
        self.open()
        found = next((one.row for one in self._lanes if one.id == lane and one.row), "")
        line = self.rows.get(found) or next(iter(self.rows.values()), None)
        if line is not None:
            line.edit()

    def leave(self) -> None:
        """Keep what was typed, then go away."""
        self._flush()
        super().leave()

    @property
    def _lanes(self) -> tuple[Lane, ...]:
        return lanes_of(self._opened.template, self._opened.answers)

    def _take_batch(self, batch: Batch) -> None:
        if any(change.path.startswith(LANES) for change in batch.changes):
            self._show()

    def _show(self) -> None:
        lanes = [one for one in self._lanes if one.row]
        used = {one.lane for one in self._edits.board.own}
        for gone in [key for key in self.rows if key not in {one.row for one in lanes}]:
            self._forget(self.rows.pop(gone))
        for place, lane in enumerate(lanes):
            if lane.row not in self.rows:
                self.rows[lane.row] = self._made(lane)
            line = self.rows[lane.row]
            line.show_lane(lane, first=place == 0, last=place == len(lanes) - 1)
            line.remove.setVisible(is_own(lane.row))
            line.remove.setEnabled(lane.id not in used)
            if self._list.indexOf(line) != place:
                self._list.removeWidget(line)
                self._list.insertWidget(place, line)
        self.add.setEnabled(bool(free_lane(self._opened.template, self._opened.answers)))
        self.arrange()

    def _made(self, lane: Lane) -> "LaneRow":
        line = LaneRow(lane, self)
        line.named.connect(self._name)
        line.colored.connect(self._edits.color_lane)
        line.moved.connect(self._move)
        line.removed.connect(self._remove)
        self._list.addWidget(line)
        line.show()
        return line

    def _flush(self) -> None:
        # A lane of one's own goes when it has no name any more.
        for line in tuple(self.rows.values()):
            line.flush()

    def _forget(self, line: "LaneRow") -> None:
        self._list.removeWidget(line)
        line.hide()
        line.deleteLater()

    def _name(self, lane: Lane, name: str) -> None:
        self._edits.name_lane(lane, name)

    def _move(self, lane: Lane, by: int) -> None:
        if self._edits.move_lane(lane.id, by):
            words = _("{name} moved up") if by < 0 else _("{name} moved down")
            announce(self, words.format(name=lane.name))

    def _remove(self, lane: Lane) -> None:
        self.done.setFocus(Qt.FocusReason.OtherFocusReason)
        self._edits.remove_lane(lane)

    def _add(self) -> None:
        self._flush()
        row_id = self._edits.add_lane(_NEW)
        if row_id:
            self.rows[row_id].edit()


class LaneRow(QWidget):
    """One lane: color, name, the way up and down.

    Signals:
        named, colored: it shall be called or colored so.
        moved: it shall go up (-1) or down (1).
        removed: it shall go.
    """

    named = Signal(Lane, str)
    colored = Signal(Lane, str)
    moved = Signal(Lane, int)
    removed = Signal(Lane)

    def __init__(self, lane: Lane, parent: QWidget) -> None:
        super().__init__(parent)
        self.lane = lane
        self.name = LineInput(_("Name of the lane"), self)
        self.name.setMaxLength(60)
        self.colors = Swatches(self)
        self.up = IconButton("chevron-up", _("Move up"), self, size=30)
        self.down = IconButton("chevron-down", _("Move down"), self, size=30)
        self.remove = IconButton("trash-2", _("Remove lane"), self, size=30)
        line = row(spacing=8)
        line.addWidget(self.name, 1)
        for part in (self.colors, self.up, self.down, self.remove):
            line.addWidget(part)
        self.setLayout(line)
        self.name.editingFinished.connect(self.flush)
        self.colors.chosen.connect(self._color)
        self.up.clicked.connect(self._up)
        self.down.clicked.connect(self._down)
        self.remove.clicked.connect(self._remove)

    def show_lane(self, lane: Lane, *, first: bool, last: bool) -> None:
        """Show a lane as it is kept."""
        self.lane = lane
        if self.name.text() != lane.name:
            self.name.setText(lane.name)
        self.name.setAccessibleName(_("Name of lane {name}").format(name=lane.name))
        self.colors.show_tone(lane.tone, lane.name)
        self.up.say(_("Move {name} up").format(name=lane.name))
        self.up.setEnabled(not first)
        self.down.say(_("Move {name} down").format(name=lane.name))
        self.down.setEnabled(not last)
        self.remove.say(_("Remove lane {name}").format(name=lane.name))

    def edit(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def flush(self) -> None:
        """Keep the name as it is typed."""
        typed = " ".join(self.name.text().split())
        if typed != self.lane.name:
            self.named.emit(self.lane, typed)

    def _color(self, tone: str) -> None:
        self.colored.emit(self.lane, tone)

    def _up(self) -> None:
        self.moved.emit(self.lane, -1)

    def _down(self) -> None:
        self.moved.emit(self.lane, 1)

    def _remove(self) -> None:
        self.removed.emit(self.lane)


class Swatches(QWidget):
    """The colors a lane can have; arrows move between them.

    Signals:
        chosen: another color was chosen.
    """

    chosen = Signal(str)

    TONES: Mapping[str, str] = {
        "gold": _("Gold"),
        "sage": _("Sage"),
        "clay": _("Clay"),
        "plum": _("Plum"),
        "slate": _("Slate"),
    }

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        line = row(spacing=2)
        self._buttons = {tone: _Swatch(tone, self) for tone in self.TONES}
        for button in self._buttons.values():
            self._group.addButton(button)
            line.addWidget(button)
        self.setLayout(line)
        self._group.buttonClicked.connect(self._choose)

    def button(self, tone: str) -> QAbstractButton:
        """Return the button of a color."""
        return self._buttons[tone]

    def show_tone(self, tone: str, lane: str) -> None:
        """Show which color is in force, without telling anybody."""
        self.setAccessibleName(_("Color of lane {lane}").format(lane=lane))
        for one, button in self._buttons.items():
            button.setChecked(one == tone)
            words = _("Color of lane {lane}: {color}")
            button.setAccessibleName(words.format(lane=lane, color=self.TONES[one]))
            button.setToolTip(self.TONES[one])
        first = next(iter(self._buttons.values()))
        keep_one_stop(self._buttons.values(), self._buttons.get(tone, first))

    def _choose(self, button: QAbstractButton) -> None:
        self.chosen.emit(next(tone for tone, one in self._buttons.items() if one is button))


class _Swatch(QRadioButton):
    def __init__(self, tone: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setFixedSize(self.sizeHint())
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        side = theme.px(28)
        return QSize(side, side)

    def hitButton(self, _place: object) -> bool:
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        area = QRectF(self.rect())
        inner = area.adjusted(6, 6, -6, -6)
        with painting(self) as painter:
            box(painter, inner, inner.height() / 2, self._tone)
            if self.isChecked():
                around = area.adjusted(2, 2, -2, -2)
                box(painter, around, around.height() / 2, edge=self._tone, width=2)
            if self.hasFocus():
                focus_ring(painter, area, 6)
