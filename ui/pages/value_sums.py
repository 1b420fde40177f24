"""What the drivers come to over the term, at likely: by class, full cost, net; soft beside it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from roadmapper.figures.reading import term_years
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from roadmapper.template.kinds import number
from ui import theme
from ui.opened import Opened
from ui.pages.value_model import PATH, RANGE
from ui.parts.cards import Card
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row
from ui.shown_numbers import shown_amount
from ui.shown_values import shown_short_money
from ui.words import _, ngettext

_YEARS = (
    "",
    _("One year, likely"),
    _("Two years, likely"),
    _("Three years, likely"),
    _("Four years, likely"),
    _("Five years, likely"),
)
_CLASSES = {
    "cash": _("Cash released"),
    "revenue": _("Revenue"),
    "avoided": _("Avoided cost"),
    "capacity": _("Capacity that counts"),
}
_NEEDED = _("Give a driver its volume, its range and its worth, and the sum stands here.")
_ALL_EARNED = _("Not discounted, and with all our fees earned.")
_SETTLED = _("Not discounted; our fees are those that likely results earn.")
_SETTLED_NET = "outlook.tornado.likely"
_LEFT_OUT = _(
    "Full cost and net follow once each cost says how much and how often. "
    "Until then, the chart leaves costs out."
)
_NO_COST = _("Full cost and net follow once costs and fees are filled in.")
_TOLD = 2
"""Soft drivers that are named; of more only how many."""


class SumsCard(Card):
    """The sum of the term. It reads figures, so it says what the document says."""

    def __init__(self, opened: Opened, parent: QWidget) -> None:
        self._inside = column()
        super().__init__(self._inside, parent, margins=(20, 18, 20, 16))
        self._opened = opened
        self._shown: tuple[object, ...] = ()
        self._title = Label("", "cardHeading", "ink", self, wrap=True)
        self._rows = QWidget(self)
        self._told = Label("", "caption", "ink2", self, wrap=True)
        self.soft = Label("", "caption", "ink2", self, wrap=True)
        aside = row(spacing=9)
        aside.addLayout(column(2, Icon("heart-pulse", 15, "ink2", self), STRETCH))
        aside.addWidget(self.soft, 1)
        self._aside = holder(aside, self)
        for part in (self._title, self._rows, self._told, self._aside):
            self._inside.addWidget(part)
        self._inside.setSpacing(8)
        self._inside.addStretch(1)
        self.show_figures({}, opened.answers)

    def show_figures(self, figures: Mapping[str, Figure], answers: Answers) -> None:
        """Show the sums of these figures, and of which years they are."""
        lines = tuple(_lines(figures))
        title, soft = _heading(answers), soft_words(self._opened)
        shown = (lines, title, soft, "outlook.runs" in figures)
        if shown == self._shown:
            return
        self._shown = shown
        self._title.setText(title)
        self.soft.setText(soft)
        self._aside.setVisible(bool(soft))
        has_cost = "value.net_likely" in figures
        no_cost = _LEFT_OUT if "outlook.runs" in figures else _NO_COST
        with_cost = _SETTLED if _SETTLED_NET in figures else _ALL_EARNED
        self._told.setText((with_cost if has_cost else no_cost) if lines else _NEEDED)
        self._told.set_color("ink3" if has_cost else "ink2")
        old, self._rows = self._rows, QWidget(self)
        self._rows.setLayout(_grid(lines))
        self._inside.replaceWidget(old, self._rows)
        self._rows.setVisible(bool(lines))
        old.hide()
        old.deleteLater()


def _heading(answers: Answers) -> str:
    term = term_years(answers)
    years = int(term.value) if term is not None else 0
    if 0 < years < len(_YEARS):
        return _YEARS[years]
    if not years:
        return _("The term, likely")
    return ngettext("{count} year, likely", "{count} years, likely", years).format(count=years)


def soft_words(opened: Opened) -> str:
    """Return what the soft drivers say, for beside the money; empty if there are none."""
    rows = [row for row in opened.answers.rows(PATH) if _is_soft(opened, row)]
    if not rows:
        return ""
    told = ", ".join(_soft(opened, row) for row in rows[:_TOLD])
    more = len(rows) - _TOLD
    if more > 0:
        told = _("{told} and {count} more").format(told=told, count=more)
    return _("Soft: {told}. Shown beside the money, never added to it.").format(told=told)


def _is_soft(opened: Opened, row: str) -> bool:
    driver = f"{PATH}[{row}]"
    return opened.text(f"{driver}.class") == "soft" and bool(
        opened.text(f"{driver}.driver").strip()
    )


def _soft(opened: Opened, row: str) -> str:
    driver = f"{PATH}[{row}]"
    name = opened.text(f"{driver}.driver").strip()
    value = opened.value(f"{driver}.{RANGE}")
    likely = number(value[1]) if isinstance(value, tuple) and len(value) > 1 else None
    if likely is None:
        return name
    unit = opened.text(f"{driver}.unit").strip()
    return f"{name}, {shown_amount(likely)} {unit}".strip()


_Line = tuple[str, str, str]
"""What it is, how much, and its look: "" for a part, "sum", "cost" or "net"."""


def _lines(figures: Mapping[str, Figure]) -> list[_Line]:
    parts = [
        (label, figures[f"value.term_{name}_likely"])
        for name, label in _CLASSES.items()
        if f"value.term_{name}_likely" in figures
    ]
    whole = figures.get("value.term_hard_likely")
    if whole is None:
        return []
    made = [(label, shown_short_money(one.value), "") for label, one in parts if one.value]
    made.append((_("Value created"), shown_short_money(whole.value), "sum"))
    net = _net(figures)
    if net is not None:
        cost = whole.value - net.value
        made.append((_("Full cost to them"), shown_short_money(-cost), "cost"))
        look = "net" if net.value >= 0 else "loss"
        made.append((_("Net value"), shown_short_money(net.value), look))
    return made


def _net(figures: Mapping[str, Figure]) -> Figure | None:
    """Return the net at likely, by the contract if it can be settled; None while costs are open."""
    all_earned = figures.get("value.net_likely")
    return figures.get(_SETTLED_NET, all_earned) if all_earned is not None else None


_INKS = {"cost": "clay", "net": "accent", "loss": "neg"}


def _grid(lines: tuple[_Line, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 2, 0, 4)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(theme.px(7))
    grid.setColumnStretch(0, 1)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    for words, amount, look in lines:
        if look in ("sum", "net", "loss") and grid.count():
            grid.addWidget(Rule(), grid.rowCount(), 0, 1, 2)
        at = grid.rowCount()
        strong = 600 if look in ("sum", "net", "loss") else None
        name = Label(words, "cell", "ink" if strong else "ink2", wrap=True, weight=strong)
        money = Label(amount, "cell", _INKS.get(look, "ink"), weight=600)
        money.setAccessibleName(f"{words}, {amount}")
        grid.addWidget(name, at, 0)
        grid.addWidget(money, at, 1, right)
    return grid
