"""What the program works out itself, shown in the place of the question and never typed."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from roadmapper.figures.book import figures
from roadmapper.gather import open_defaults
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Figure
from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Question
from ui.fields.base import Editor
from ui.opened import Opened
from ui.parts.labels import Label, Rule
from ui.parts.layouts import column, holder
from ui.shown_values import shown_money, shown_value, shown_with_unit
from ui.words import _

_PAUSE = 250
"""Milliseconds after a change until what it comes to is shown."""
_DRIVERS = "value.drivers"
_SOFT = "soft"
_NO_OWNER = _("Nobody yet")


@dataclass(frozen=True, slots=True)
class Told:
    """A table to show, or the sentence that says why there is none yet."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    otherwise: str


# --- what there is to show ------------------------------------------------------------------------

_PART = _("of it")
_SUMS = {
    "hard": _("In money, a year at full effect"),
    "cash": _("of it, cash released"),
    "revenue": _("of it, revenue"),
    "capacity": _("of it, capacity"),
    "avoided": _("of it, avoided cost"),
    "term_hard": _("In money, over the term"),
    "cost": _("Cost besides our fee, over the term"),
    "total_cost": _("Full cost of the term"),
    "net": _("Value less full cost, over the term"),
}


def _results(opened: Opened) -> Told:
    defaults = open_defaults(opened.template, opened.answers)
    told = Answers({**defaults, **opened.answers})
    known = {one.name: one for one in figures(told, runs=0)}
    return Told(
        (_("Result, and how it is worked out"), _("Low"), _("Likely"), _("High")),
        tuple(_result_rows(known)),
        _("Add a value driver with its volume, improvement and worth, and the results stand here."),
    )


def _result_rows(known: Mapping[str, Figure]) -> Iterator[tuple[str, ...]]:
    for name, label in _SUMS.items():
        cases = [known.get(f"value.{name}_{case}") for case in ("low", "likely", "high")]
        told = [one for one in cases if one is not None]
        if len(told) == len(cases) and any(one.value for one in told):
            formula = "" if label.startswith(_PART) else f"\n{told[1].formula}"
            yield (f"{label}{formula}", *(_dollars(one) for one in told))
    budgeted = known.get("value.budgeted")
    if budgeted is not None:
        label = _("Already in their budget\n{formula}").format(formula=budgeted.formula)
        yield (label, "", _dollars(budgeted), "")


def _dollars(figure: Figure) -> str:
    return shown_money(figure.value.quantize(Decimal(1)))


def _owners(opened: Opened) -> Told:
    rows = tuple(
        (
            opened.text(f"{_DRIVERS}[{row}].driver"),
            _cell(opened, f"{_DRIVERS}[{row}].class"),
            opened.text(f"{_DRIVERS}[{row}].owner") or _missing_owner(opened, row),
        )
        for row in opened.answers.rows(_DRIVERS)
        if opened.text(f"{_DRIVERS}[{row}].driver").strip()
    )
    otherwise = _("The value drivers of the step Value stand here, with who answers for each.")
    return Told((_("Value driver"), _("Kind of value"), _("Who answers for it")), rows, otherwise)


def _missing_owner(opened: Opened, row: str) -> str:
    """Return what stands for an owner; only a driver that counts as money needs one."""
    return "" if opened.text(f"{_DRIVERS}[{row}].class") == _SOFT else _NO_OWNER


def _assumptions(opened: Opened) -> Told:
    template = opened.template
    titles = {section.id: section.title for section in template.sections}
    rows = tuple(
        (question.label, shown_with_unit(question, value), titles[path.partition(".")[0]])
        for path, value in open_defaults(template, opened.answers).items()
        if (question := template.find(path)) is not None and not question.internal
    )
    return Told(
        (_("Assumption"), _("Value used"), _("Step")),
        rows,
        _("Nothing is assumed: all is answered."),
    )


def _cell(opened: Opened, path: str) -> str:
    return shown_value(opened.question(path), opened.answers.value(path))


COMPUTED: Mapping[str, Callable[[Opened], Told]] = {
    "value.outputs": _results,
    "coalition.lever_owners": _owners,
    "review.assumptions": _assumptions,
}


def has_editor(question: Question, path: str) -> bool:
    """Return whether there is something to show for a question at an address."""
    return question.kind is not Kind.COMPUTED or path in COMPUTED


"""What stands in the place of a computed question, by its address; of others nothing does yet."""


# --- the widget -----------------------------------------------------------------------------------


class ComputedField(Editor):
    """A table that follows the answers. It has nothing to type, so it sends nothing."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self._told: Told | None = None
        self._table = QWidget(self)
        self.setLayout(column(self._table))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self.look)
        opened.bridge.changed.connect(self._wait)
        self.look()

    def read(self) -> Value:
        """Return what is kept, which is nothing."""
        return self.opened.value(self.path)

    def write(self, value: Value) -> None:
        """Show nothing but what is worked out."""

    def showEvent(self, event: QShowEvent) -> None:
        """Be true when seen again."""
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Work it out again and show it if it changed."""
        told = COMPUTED[self.path](self.opened)
        if told != self._told:
            self._told = told
            self._show(told)

    def _wait(self) -> None:
        if self.isVisible():
            self._pause.start()

    def _show(self, told: Told) -> None:
        old, self._table = self._table, QWidget(self)
        if told.rows:
            self._table.setLayout(_grid(told.heads, told.rows))
        else:
            self._table.setLayout(column(Label(told.otherwise, "cell", "ink2", wrap=True)))
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._table)
        old.hide()
        old.deleteLater()


def _grid(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 4)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(7)
    numbers = {at for at, head in enumerate(heads) if head in ("Low", "Likely", "High")}
    for at, head in enumerate(heads):
        title = Label(head, "caption", "ink3", weight=600, wrap=at not in numbers)
        grid.addWidget(title, 0, at, _align(at in numbers))
        grid.setColumnStretch(at, 0 if at in numbers else 3)
    for number, row in enumerate(rows):
        line = 2 * number + 1
        grid.addWidget(Rule(color="line2" if not number else "line"), line, 0, 1, len(heads))
        for at, text in enumerate(row):
            cell = _number(text) if at in numbers else _words(text)
            grid.addWidget(cell, line + 1, at, _align(at in numbers))
    return grid


def _number(text: str) -> QWidget:
    return Label(text, "cell")


def _words(text: str) -> QWidget:
    """Return the words of a cell; what follows on the next line is said more quietly."""
    first, _rest, aside = text.partition("\n")
    label = Label(first, "cell", "warn" if first == _NO_OWNER else "ink", wrap=True)
    if not aside:
        return label
    return holder(column(label, Label(aside, "caption", "ink3", wrap=True), spacing=2))


def _align(is_number: bool) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if is_number else Qt.AlignmentFlag(0)
    return side | Qt.AlignmentFlag.AlignTop
