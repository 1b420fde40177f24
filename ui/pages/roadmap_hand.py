"""The hand on the timeline: what the pointer holds, moves, stretches and links."""

from dataclasses import dataclass, replace
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from ui.pages.roadmap_board import Board
from ui.pages.roadmap_plan import Hit, Plan
from ui.pages.roadmap_time import Dates, Span, moved, snapped_day, stretched

_FROM = 4
"""Pixels the pointer moves with the button held until a drag begins."""


@dataclass(frozen=True, slots=True)
class Drag:
    """What is held: which part of what, since where, its dates before and now."""

    hit: Hit
    since: QPointF
    at: QPointF
    before: Dates
    now: Dates
    begun: bool = False

    @property
    def is_link(self) -> bool:
        """Whether a link is drawn and nothing moves."""
        return self.hit.part == "dot"

    def held_at(self, at: QPointF, span: Span, *, fine: bool) -> "Drag":
        """Return the drag with the pointer at another place."""
        if not self.begun and (at - self.since).manhattanLength() < _FROM:
            return self
        days = span.days(at.x() - self.since.x())
        return replace(self, at=at, now=self._dates(days, fine=fine), begun=True)

    def _dates(self, days: int, *, fine: bool) -> Dates:
        match self.hit.part:
            case "gate":
                day = snapped_day(self.before.end, days, fine=fine)
                return Dates(day, day)
            case "start" | "end" as end:
                return stretched(self.before, days, first_day=end == "start", fine=fine)
            case "bar":
                return moved(self.before, days, fine=fine)
            case _:
                return self.before


class Desk(Protocol):
    """What the hand works on."""

    board: Board
    plan: Plan

    def hit(self, at: QPointF) -> Hit:
        """Return what is at a place."""


class Hand(QObject):
    """Watches the pointer over the timeline. It changes nothing: it says what a person wants.

    Signals:
        pressed: the button went down on this.
        hovered: the pointer came over this.
        held: the drag went on; None when it ended, however it ended.
        put: something was put down; carries its address and its dates.
        linked: a link was drawn; carries where it ends and where it began.
        opened: something was clicked twice.
    """

    pressed = Signal(Hit)
    hovered = Signal(Hit)
    held = Signal(object)
    put = Signal(str, Dates)
    linked = Signal(str, str)
    opened = Signal(str)

    def __init__(self, parent: QObject, desk: Desk) -> None:
        super().__init__(parent)
        self._desk = desk
        self.drag: Drag | None = None
        self._under = Hit()
        parent.installEventFilter(self)

    def cancel(self) -> bool:
        """Let go of what is held; return whether something was."""
        was = self.drag is not None
        self.drag = None
        if was:
            self.held.emit(None)
        return was

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take what the pointer does."""
        match event.type():
            case QEvent.Type.Leave:
                self._hover(Hit())
            case QEvent.Type.MouseButtonPress if isinstance(event, QMouseEvent):
                self._press(event)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                self._move(event)
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                self._release(event)
            case QEvent.Type.MouseButtonDblClick if isinstance(event, QMouseEvent):
                self._open(event)
        return False

    def _press(self, event: QMouseEvent) -> None:
        hit = self._desk.hit(event.position())
        if event.button() is not Qt.MouseButton.LeftButton or not hit.part:
            return
        self.pressed.emit(hit)
        found = self._desk.board.one(hit.path)
        if found is not None:
            at, dates = event.position(), found.dates
            self.drag = Drag(hit, at, at, dates, dates)

    def _move(self, event: QMouseEvent) -> None:
        if self.drag is None:
            self._hover(self._desk.hit(event.position()))
            return
        fine = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        drag = self.drag.held_at(event.position(), self._desk.plan.span, fine=fine)
        found = self._desk.board.one(drag.hit.path)
        self.drag = replace(drag, now=found.put(drag.now).dates) if found else drag
        if self.drag.begun:
            self.held.emit(self.drag)

    def _release(self, event: QMouseEvent) -> None:
        drag = self.drag
        if drag is None:
            return
        target = self._desk.hit(event.position()).path
        self.cancel()
        if not drag.begun:
            return
        if drag.is_link and target and target != drag.hit.path:
            self.linked.emit(target, drag.hit.path)
        elif drag.now != drag.before:
            self.put.emit(drag.hit.path, drag.now)

    def _open(self, event: QMouseEvent) -> None:
        self.cancel()
        path = self._desk.hit(event.position()).path
        if path:
            self.opened.emit(path)

    def _hover(self, hit: Hit) -> None:
        if hit != self._under:
            self._under = hit
            self.hovered.emit(hit)
