"""Where everything on the timeline stands at the size it has on the screen."""

from datetime import date
from functools import lru_cache

from PySide6.QtGui import QFontMetricsF

from ui import theme
from ui.pages import roadmap_paint
from ui.pages.roadmap_board import Board
from ui.pages.roadmap_placing import Stretch, aired, held, plan_of, regated, replanned
from ui.pages.roadmap_plan import Plan, Sizes
from ui.pages.roadmap_time import Dates, Scale, Span, span_of

_LABELS = 2000
"""Labels whose width is kept."""


class Layout:
    """Places a board in the room there is. Texts are measured once."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.room = (0, 0)
        metrics = QFontMetricsF(theme.font(roadmap_paint.LABEL, roadmap_paint.WEIGHT))
        self._width_of = lru_cache(_LABELS)(metrics.horizontalAdvance)

    def plan(self, board: Board, scale: Scale) -> Plan:
        """Return everything, placed."""
        span, sizes = self._span(board, scale), Sizes().scaled(theme.scale())
        plan = plan_of(board, span, sizes, self._width_of, self._taken(span))
        return aired(plan, self.room[1])

    def moved(self, plan: Plan, board: Board, path: str, scale: Scale) -> Plan | None:
        """Return the plan after one item or gate moved; None if everything has to be placed."""
        if self._span(board, scale) != plan.span:
            return None
        item = board.item(path)
        if item is not None:
            return replanned(plan, board, item.lane, self._width_of)
        return regated(plan, board, self._width_of, self._taken(plan.span))

    def held(self, plan: Plan, path: str, dates: Dates) -> Plan:
        """Return the plan while something is held."""
        return held(plan, path, dates, self._width_of)

    def today_in(self, span: Span) -> float | None:
        """Return where today is; None if it is not on the timeline."""
        return span.x(self.today) if span.start <= self.today <= span.end else None

    def _span(self, board: Board, scale: Scale) -> Span:
        days = [*board.days] or [self.today]
        return span_of(days, scale, self.room[0], theme.scale())

    def _taken(self, span: Span) -> Stretch | None:
        today = self.today_in(span)
        return roadmap_paint.today_reach(today, span.width) if today is not None else None
