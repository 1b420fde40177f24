"""The card at the left: the kind of agreement, its sliders, and what the value rests on."""

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.document.input_names import input_name
from roadmapper.document.outlook_reading import tornado_rows
from roadmapper.proposal.answers import Answers
from roadmapper.template.kinds import Value
from ui.opened import Opened
from ui.pages.pricing_levers import Levers
from ui.pages.pricing_mix import STRUCTURE, Mix
from ui.pages.pricing_presets import Presets
from ui.pages.pricing_sliders import SliderRow, told
from ui.pages.pricing_tiles import Figures
from ui.parts.buttons import Button
from ui.parts.cards import Card
from ui.parts.labels import Elided, Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.parts.reading import put_around_in_order
from ui.shown_values import shown_with_unit
from ui.words import _, ngettext

_MOST = 3
"""Assumptions that are repeated here: those that move the result most."""
_DRIVERS = "value.drivers"


class LeftCard(Card):
    """Says how they pay, and moves how much.

    Signals:
        tried: a slider is being moved; carries the answers it would lead to.
        focused: the cursor came here; carries an address.
    """

    tried = Signal(dict)
    focused = Signal(str)

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        self._opened = opened
        self._levers = Levers(opened)
        self.mix = Mix(opened)
        self.presets = Presets(self.mix)
        self.assumed = Assumed(opened)
        self._lines = column(spacing=14)
        self.rows: dict[str, SliderRow] = {}
        super().__init__(
            column(
                Label(_("Structure"), "label"),
                8,
                self.presets,
                14,
                self._lines,
                18,
                Rule(),
                14,
                self.assumed,
                STRETCH,
            ),
            parent,
            margins=(16, 16, 16, 18),
        )
        self.presets.focused.connect(self._focus_structure)
        self.refresh()

    def refresh(self) -> None:
        """Show the kinds that are chosen, and their sliders."""
        self.presets.refresh()
        found = self._levers.all(self.mix.chosen)
        keys = [one.key for one in found]
        for key, one in self.rows.items():
            if key not in keys:
                one.hide()
        is_new = False
        for at, lever in enumerate(found):
            known = self.rows.get(lever.key)
            if known is None:
                known = self._add(SliderRow(lever, self))
            else:
                known.show_lever(lever)
            if self._lines.indexOf(known) != at:
                self._lines.removeWidget(known)
                self._lines.insertWidget(at, known)
            if known.isHidden():
                is_new = True
                known.show()
        if is_new and self.isVisible():
            put_around_in_order(self)

    def show_figures(self, figures: Figures, answers: Answers) -> None:
        """Show what moves the result most."""
        self.assumed.show_figures(figures, answers)

    def flush(self) -> None:
        """Keep what is being moved or typed."""
        for one in self.rows.values():
            one.flush()

    def focus(self, path: str) -> bool:
        """Go to the place of an address; return whether it is here."""
        if path == STRUCTURE:
            self.presets.focus_first()
            return True
        return False

    # --- inside ----------------------------------------------------------------------------------

    def _add(self, made: SliderRow) -> SliderRow:
        made.hide()
        made.setObjectName(f"slider:{made.lever.key}")
        made.moved.connect(self._try)
        made.settled.connect(self._keep)
        made.focused.connect(self._focus)
        self.rows[made.lever.key] = made
        return made

    def _try(self, key: str, value: Decimal | None) -> None:
        self.tried.emit(self._values(key, value))

    def _keep(self, key: str, value: Decimal | None) -> None:
        lever = self.rows[key].lever
        values = self._values(key, value)
        same = all(self._opened.value(path) == new for path, new in values.items())
        if same or value == lever.value:
            self.tried.emit({})
            self.rows[key].show_lever(lever)
            return
        words = _("Set {label} to {value}") if value is not None else _("Clear {label}")
        label = lever.label[:1].lower() + lever.label[1:]
        self._opened.bridge.change(values, words.format(label=label, value=told(lever, value)))
        self.tried.emit({})

    def _values(self, key: str, value: Decimal | None) -> dict[str, Value]:
        return self._levers.values(key, value)

    def _focus(self, key: str) -> None:
        self.focused.emit(self._levers.address(key))

    def _focus_structure(self) -> None:
        self.focused.emit(STRUCTURE)


class Assumed(QWidget):
    """What the value rests on, read only, and the way to the step where it is kept."""

    def __init__(self, opened: Opened, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self.edit = Button("", "link", self, after="chevron-right", small=True, tight=True)
        self.edit.setAccessibleName(_("Edit the value assumptions"))
        self.edit.clicked.connect(self._go)
        self._names = tuple(Elided("", "caption", "ink2", self) for _place in range(_MOST))
        self._values = tuple(
            Label("", "caption", "ink", self, weight=600) for _place in range(_MOST)
        )
        for one in self._values:
            one.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._otherwise = Label("", "caption", "ink2", self, wrap=True)
        pairs = zip(self._names, self._values, strict=True)
        lines = column(*(row(name, value, spacing=8) for name, value in pairs), spacing=5)
        head = row(Label(_("Value assumptions"), "label"), STRETCH, self.edit)
        self.setLayout(column(head, 4, self._otherwise, lines))
        self.show_figures({}, opened.answers)

    def show_figures(self, figures: Figures, answers: Answers) -> None:
        """Show the inputs that move the result most, as they are answered."""
        rows = self._opened.answers.rows(_DRIVERS)
        count = sum(bool(self._opened.text(f"{_DRIVERS}[{row}].driver").strip()) for row in rows)
        words = ngettext("Edit {count}", "Edit {count}", count).format(count=count)
        self.edit.setText(words if count else _("Add"))
        self.edit.updateGeometry()
        found = [
            (input_name(one.path, answers), value)
            for one in tornado_rows(figures)
            if (value := self._told(one.path, answers))
        ][:_MOST]
        for at, (name, amount) in enumerate(zip(self._names, self._values, strict=True)):
            shown = at < len(found)
            name.show_text(found[at][0] if shown else "")
            amount.setText(found[at][1] if shown else "")
            name.setVisible(shown)
            amount.setVisible(shown)
        self._otherwise.setText(_("What moves the result most stands here once there is a result."))
        self._otherwise.setVisible(not found)

    def _told(self, path: str, answers: Answers) -> str:
        question = self._opened.template.find(path.partition("[")[0])
        for step in path.split("].")[1:]:
            question = question.column(step.partition("[")[0]) if question else None
        return shown_with_unit(question, answers.value(path)) if question else ""

    def _go(self) -> None:
        self._opened.go_asked.emit(_DRIVERS)
