"""Three cases and everything low at once; a click shows one in the chart, switches print them."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from roadmapper.document.formats import rounded
from roadmapper.document.scenarios import STRESS
from roadmapper.proposal.printed import CASES, case_at, printed_cases
from ui import theme
from ui.opened import Opened
from ui.pages.pricing_tiles import Figures, shown_dollars
from ui.painting import box, focus_ring, lines, painting, text
from ui.parts.choices import Toggle
from ui.parts.labels import Label, Rule
from ui.parts.layouts import column, row
from ui.shown_numbers import shown_percent
from ui.words import _

NAMES = {"cautious": _("Cautious"), "expected": _("Expected"), "strong": _("Strong")}
_ALL_LOW = _("Everything low at once")
_RARE = _("Every input at its low and every cost at its high: far rarer than one in ten.")
_RARE_USED = _(
    "Every input at its low and every cost at its high, adoption {share}: "
    "far rarer than one in ten."
)
_HEADS = (_("Value"), _("Our fees"), _("Net to them"), _("Not earned"))
_PARTS = ("value", "paid", "net", "forgone")
_STRONG = 2
_SHARES = (0.26, 0.17, 0.18, 0.2, 0.19)
"""How the columns share the width of a row."""
_WHOLE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag(int(Qt.TextFlag.TextDontClip))
_LEFT = Qt.AlignmentFlag.AlignLeft | _WHOLE
_RIGHT = Qt.AlignmentFlag.AlignRight | _WHOLE


def case_figure(case: str, part: str) -> str:
    """Return the name of the figure of a part of a case."""
    return f"outlook.{case}.{part}" if case == STRESS else f"outlook.case.{case}.{part}"


def case_way(case: str) -> str:
    """Return what the way of a case in the chart is called."""
    return _ALL_LOW.lower() if case == STRESS else _("{name} case").format(name=NAMES[case].lower())


def _adoption(figures: Figures, case: str) -> str:
    """Return the adoption of a case as a percent, empty if there is none."""
    found = figures.get(case_figure(case, "adoption"))
    return shown_percent(rounded(found.value, Decimal(1))) if found else ""


def _areas(area: QRectF) -> list[QRectF]:
    side, left, found = theme.px(8), area.left(), []
    for share in _SHARES:
        wide = area.width() * share
        found.append(QRectF(left + side, area.top(), wide - 2 * side, area.height()))
        left += wide
    return found


class Heads(QWidget):
    """The heads of the columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(30))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them."""
        areas = _areas(QRectF(self.rect()))
        with painting(self) as painter:
            text(painter, areas[0], _("Case"), "caption", "ink2", _LEFT, 600)
            for area, name in zip(areas[1:], _HEADS, strict=True):
                text(painter, area, name, "caption", "ink2", _RIGHT, 600)


class CaseRow(QPushButton):
    """One case. Pressed, it is the one that the chart shows beside the middle."""

    def __init__(self, case: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self._name = NAMES.get(case, _ALL_LOW)
        self._aside = ""
        self._cells: Sequence[str] = ("",) * len(_HEADS)
        self.setCheckable(True)
        self.setAutoDefault(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(_("Show this case in the chart"))

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(theme.px(420), theme.px(40))

    def minimumSizeHint(self) -> QSize:
        """Return the room in which all cells are still told."""
        return QSize(theme.px(330), theme.px(40))

    def show_figures(self, figures: Figures) -> None:
        """Show what the case comes to."""
        share = "" if self.case == STRESS else _adoption(figures, self.case)
        self._aside = _("adoption {share}").format(share=share) if share else ""
        self._cells = tuple(self._cell(figures, case_figure(self.case, part)) for part in _PARTS)
        told = ", ".join(f"{head} {cell}" for head, cell in zip(_HEADS, self._cells, strict=True))
        self.setAccessibleName(f"{f'{self._name} {self._aside}'.strip()}: {told}")
        self.update()

    @property
    def told(self) -> tuple[str, ...]:
        """The cells as they read."""
        return tuple(self._cells)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the cells."""
        area = QRectF(self.rect())
        areas, on = _areas(area), self.isChecked()
        with painting(self) as painter:
            if on or self.underMouse():
                box(painter, area.adjusted(0, 3, 0, -3), 7, "accentTint" if on else "hover")
            ink = "accent" if on else "ink"
            self._paint_name(painter, areas[0], ink)
            for at, (place, cell) in enumerate(zip(areas[1:], self._cells, strict=True)):
                weight = 600 if at == _STRONG else None
                text(painter, place, cell, "cell", "ink", _RIGHT, weight)
            if self.hasFocus():
                focus_ring(painter, area, 7)

    def _paint_name(self, painter: QPainter, area: QRectF, ink: str) -> None:
        """Paint the name and the adoption beside it, or below it where there is no room.

        A name without room for itself takes both lines; what stands below the row tells the rest.
        """
        name = self._name
        if theme.text_width(name, "label") > area.width():
            lines(painter, area, name, "label", ink)
            return
        after = theme.text_width(name, "label") + theme.px(8)
        aside = area.adjusted(after, 0, theme.px(8), 0)
        if self._aside and theme.text_width(self._aside, "caption") > aside.width():
            half = area.height() / 2
            aside = area.adjusted(0, half - theme.px(1), 0, -theme.px(3))
            area = area.adjusted(0, theme.px(3), 0, -half + theme.px(1))
        text(painter, area, name, "label", ink, _LEFT)
        text(painter, aside, self._aside, "caption", "ink2", _LEFT)

    @staticmethod
    def _cell(figures: Figures, name: str) -> str:
        found = figures.get(name)
        if found is None:
            return "–"
        if name.endswith("forgone") and not rounded(found.value, Decimal(1)):
            return _("None")
        return shown_dollars(figures, found)


class Cases(QWidget):
    """The three cases, and below them, quietly, everything low at once.

    Signals:
        chosen: this case shall be shown in the chart; empty for none.
    """

    chosen = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self.rows = {case: CaseRow(case, self) for case in (*CASES, STRESS)}
        self.toggles = {case: Toggle(self._print_name(case), self) for case in CASES}
        self.rare = Label(_RARE, "caption", "ink2", wrap=True)
        prints = Label(_("Prints"), "caption", "ink2", weight=600)
        prints.setFixedWidth(theme.px(44))
        head = row(Heads(self), prints, spacing=8)
        table = column(head, Rule(color="line2"))
        for case in CASES:
            line = row(self.rows[case], self.toggles[case], spacing=8)
            table.addLayout(line)
            table.addWidget(Rule())
            self.toggles[case].clicked.connect(self._print)
        aside = self.toggles[CASES[0]].width() + 8
        table.addLayout(row(self.rows[STRESS], aside))
        table.addLayout(row(self.rare, margins=(theme.px(8), 0, theme.px(8), theme.px(8))))
        for one in self.rows.values():
            one.clicked.connect(self._choose)
        self.setLayout(table)
        opened.bridge.changed.connect(self.refresh)
        self.refresh()

    def show_figures(self, figures: Figures) -> None:
        """Show what the cases come to."""
        for one in self.rows.values():
            one.show_figures(figures)
        share = _adoption(figures, STRESS)
        self.rare.setText(_RARE_USED.format(share=share) if share else _RARE)
        is_known = case_figure(STRESS, "net") in figures
        self.rows[STRESS].setVisible(is_known)
        self.rare.setVisible(is_known)

    def refresh(self) -> None:
        """Show which cases print."""
        printed = printed_cases(self._opened.answers)
        for case, toggle in self.toggles.items():
            toggle.setChecked(case in printed)

    @staticmethod
    def _print_name(case: str) -> str:
        return _("Print the case {name}").format(name=NAMES[case].lower())

    def _choose(self) -> None:
        sender = self.sender()
        for one in self.rows.values():
            if one is not sender:
                one.setChecked(False)
        self.chosen.emit(next((case for case, one in self.rows.items() if one.isChecked()), ""))

    def _print(self) -> None:
        for case, toggle in self.toggles.items():
            if toggle is self.sender():
                words = _("Print {name}") if toggle.isChecked() else _("Do not print {name}")
                value = None if toggle.isChecked() else False
                label = words.format(name=NAMES[case].lower())
                self._opened.bridge.change({case_at(case): value}, label)
