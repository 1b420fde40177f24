"""The dialog that begins a proposal."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from roadmapper.template.model import Template
from ui import theme
from ui.fields.inputs import Combo, LineInput, set_state
from ui.home.entries import Entry
from ui.parts.buttons import Button
from ui.parts.chips import ChoiceChip
from ui.parts.choices import Tile
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, Flow, column, holder, row
from ui.parts.sheet import Dialog


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a new proposal begins with; `earlier` is the proposal to take answers from."""

    health_system: str
    opportunity: str
    use_case: str
    earlier: Path | None


class NewProposal(Dialog):
    """Asks for the customer and the use, and whether to start from an earlier proposal.

    Signals:
        begun: what to begin with.
    """

    begun = Signal(Beginning)

    def __init__(self, window: QWidget, template: Template, earlier: Sequence[Entry]) -> None:
        super().__init__(window, "New proposal", "You can change any of this later.", width=860)
        self._template = template
        self._earlier = tuple(entry for entry in earlier if not entry.problem)
        self._build_start()
        self._build_fields()
        body = row(spacing=26)
        body.addLayout(self._start, 4)
        body.addWidget(Rule(upright=True))
        body.addLayout(self._fields, 7)
        self.set_body(body)
        self._note = Label("", "cell", "ink2")
        self.cancel = Button("Cancel", "ghost", self.panel)
        self.cancel.clicked.connect(self.dismiss)
        self.begin = Button("Create proposal", "primary", self.panel)
        self.begin.clicked.connect(self._begin)
        for part in (Icon("info", 15, "ink3"), self._note):
            self.foot.addWidget(part)
        self.foot.addStretch(1)
        self.foot.addWidget(self.cancel)
        self.foot.addWidget(self.begin)
        self._show_start()

    def open(self) -> None:
        """Show the dialog with the cursor in the first field."""
        super().open()
        self.system.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside ----------------------------------------------------------------------------------

    def _build_start(self) -> None:
        self.blank = Tile("Blank proposal", "Guidance on every page", "file-plus", self.panel)
        self.previous = Tile("Earlier proposal", "Clears the client’s answers", "copy", self.panel)
        self.previous.setEnabled(bool(self._earlier))
        self._group = QButtonGroup(self)
        for tile in (self.blank, self.previous):
            self._group.addButton(tile)
            tile.toggled.connect(self._show_start)
        self.blank.setChecked(True)
        tiles: list[QWidget] = [self.blank]
        if self._earlier:
            tiles.append(self.previous)
        else:
            self.previous.hide()
        self._start = column(Label("Start from", "label"), *tiles, STRETCH, spacing=9)

    def _build_fields(self) -> None:
        self.copy_from = Combo("Copy from", self.panel)
        for entry in self._earlier:
            words = f"{entry.client}, {entry.line}" if entry.line else entry.client
            self.copy_from.addItem(words, str(entry.path))
        self._copy = holder(column(Label("Copy from", "label"), 6, self.copy_from, 12))
        self.system, self._system_error = _asked("Health system", "For example, Lowmarsh Health")
        self.opportunity, self._opportunity_error = _asked(
            "Proposal name", "For example, Ambient documentation roadmap"
        )
        self.system.textEdited.connect(self._clear_errors)
        self.opportunity.textEdited.connect(self._clear_errors)
        self._fields = column(
            self._copy,
            _headed("Health system"),
            6,
            self.system,
            4,
            self._system_error,
            12,
            _headed("Proposal name"),
            6,
            self.opportunity,
            4,
            self._opportunity_error,
            12,
            Label("What are you proposing?", "label"),
            8,
            self._use_cases(),
            STRETCH,
        )

    def _use_cases(self) -> QWidget:
        question = self._template.find("deal.use_case")
        flow = Flow(gap=8)
        self.use_cases: dict[str, ChoiceChip] = {}
        for option in question.options if question else ():
            chip = ChoiceChip(option.label)
            chip.clicked.connect(self._pick_use_case)
            self.use_cases[option.value] = chip
            flow.addWidget(chip)
        return holder(flow)

    def _pick_use_case(self) -> None:
        for chip in self.use_cases.values():
            if chip is not self.sender():
                chip.setChecked(False)

    def _show_start(self) -> None:
        if not hasattr(self, "_note"):
            return
        earlier = self.previous.isChecked()
        self._copy.setVisible(earlier)
        self._note.setText(
            "Product answers are copied. The client’s facts, people and notes are not."
            if earlier
            else "The file is kept on this computer only."
        )
        self.arrange()

    def _clear_errors(self) -> None:
        for field, error in (
            (self.system, self._system_error),
            (self.opportunity, self._opportunity_error),
        ):
            if field.text().strip():
                set_state(field, "")
                error.hide()

    def _begin(self) -> None:
        missing = False
        for field, error, sentence in (
            (self.opportunity, self._opportunity_error, "Name the opportunity in a few words."),
            (
                self.system,
                self._system_error,
                "Enter the health system’s name. It goes on the cover.",
            ),
        ):
            if not field.text().strip():
                missing = True
                set_state(field, "error")
                error.setText(sentence)
                error.show()
                field.setFocus()
        if missing:
            self.arrange()
            return
        self.leave()
        self.begun.emit(self._beginning())

    def _beginning(self) -> Beginning:
        chosen = next((value for value, chip in self.use_cases.items() if chip.isChecked()), "")
        earlier = self.copy_from.currentData() if self.previous.isChecked() else ""
        return Beginning(
            self.system.text().strip(),
            self.opportunity.text().strip(),
            chosen,
            Path(earlier) if earlier else None,
        )


def _asked(name: str, example: str) -> tuple[LineInput, Label]:
    field = LineInput(name)
    field.setFixedHeight(theme.measure("control", "inputHeightDialog"))
    field.setPlaceholderText(example)
    error = Label("", "caption", "neg", wrap=True, weight=500)
    error.hide()
    return field, error


def _headed(label: str) -> QWidget:
    return holder(
        row(Label(label, "label"), Label("Required", "micro", "ink3"), STRETCH, spacing=8)
    )
