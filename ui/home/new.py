"""The dialog that begins a proposal."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from roadmapper.proposal.earlier import Begun
from roadmapper.samples import Sample
from roadmapper.template.model import Template
from ui.fields.inputs import Combo
from ui.home.asked import Asked, AskedDate, headed
from ui.home.beginning import Beginning
from ui.home.begun import BegunSheet, sentence
from ui.home.entries import Entry
from ui.parts.buttons import Button
from ui.parts.chips import ChoiceChip
from ui.parts.choices import Tile
from ui.parts.folding import Folding
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, Flow, column, holder, row
from ui.parts.reading import put_in_order
from ui.parts.sheet import Dialog
from ui.tasks import Tasks, Work
from ui.words import _

_KEPT_HERE = _("The file is kept on this computer only.")
_SAMPLE = _("A copy of the sample opens. Change in it what you like.")
_COUNTING = _("Counting what will be copied…")


@dataclass(frozen=True, slots=True)
class Offer:
    """What there is to begin with: templates, samples, earlier proposals, a person's name."""

    templates: Sequence[Template]
    samples: Sequence[Sample]
    earlier: Sequence[Entry]
    author: str = ""


class NewProposal(Dialog):
    """Asks for the customer and the use, and what to start from.

    Signals:
        begun: what to begin with.
        sample_chosen: the id of the sample to open.
        file_asked: a file is to be chosen and opened; the dialog stays until one is.
    """

    begun = Signal(Beginning)
    sample_chosen = Signal(str)
    file_asked = Signal()

    def __init__(self, window: QWidget, offer: Offer, tasks: Tasks) -> None:
        super().__init__(
            window, _("New proposal"), _("You can change any of this later."), width=900
        )
        self._offer = offer
        self._tasks = tasks
        readable = (entry for entry in offer.earlier if not entry.problem)
        self._earlier = sorted(readable, key=lambda one: one.changed, reverse=True)
        self._copied: tuple[Template, Begun] | None = None
        self._suggested = ""
        self._build_start()
        self._build_choices()
        self._build_fields()
        self._build_foot()
        parts = (self._start, Rule(upright=True), holder(self._right))
        body = Folding(parts, self.panel, below=660, spacing=26, apart=20, stretch=(4, 0, 7))
        body.folded.connect(parts[1].setHidden)
        self.set_body(body)
        put_in_order(self.panel)
        self._show_start()

    def open(self) -> None:
        """Show the dialog with the cursor in the first field."""
        super().open()
        self.system.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- building --------------------------------------------------------------------------------

    def _build_start(self) -> None:
        self.blank = Tile(_("Blank proposal"), _("Guidance on every page"), "file-plus", self.panel)
        self.previous = Tile(
            _("Previous proposal"), _("Clears the client’s answers"), "copy", self.panel
        )
        self.sample = Tile(_("Sample"), _("A finished proposal"), "book-open", self.panel)
        self.file = Tile(_("File"), _("One a colleague sent you"), "folder-input", self.panel)
        # A file is asked for at once; the arrow keys, which choose as they move, pass it by.
        self.file.setCheckable(False)
        self.file.clicked.connect(self.file_asked)
        self._group = QButtonGroup(self)
        for tile in (self.blank, self.previous, self.sample):
            self._group.addButton(tile)
        self.blank.setChecked(True)
        self._group.buttonClicked.connect(self._show_start)
        self.previous.setVisible(bool(self._earlier))
        self.sample.setVisible(bool(self._offer.samples))
        tiles = (self.blank, self.previous, self.sample, self.file)
        self._start = holder(column(Label(_("Start from"), "label"), *tiles, STRETCH, spacing=9))

    def _build_choices(self) -> None:
        self.copy_from = Combo(_("Copy from"), self.panel)
        for entry in self._earlier:
            words = f"{entry.client}, {entry.line}" if entry.line else entry.client
            self.copy_from.addItem(words, str(entry.path))
        self.copy_from.currentIndexChanged.connect(self._count)
        self.samples = Combo(_("Which sample"), self.panel)
        for sample in self._offer.samples:
            self.samples.addItem(sample.title, sample.id)
        self.samples.currentIndexChanged.connect(self._show_sample)
        self.templates = Combo(_("Template"), self.panel)
        for template in self._offer.templates:
            self.templates.addItem(template.title, template.id)
        self.templates.currentIndexChanged.connect(self._show_use_cases)

    def _build_fields(self) -> None:
        self._system = Asked(
            _("Health system"),
            _("For example, Lowmarsh Health"),
            _("Enter the health system’s name. It goes on the cover."),
        )
        self._opportunity = Asked(
            _("Opportunity"),
            _("For example, Ambient documentation roadmap"),
            _("Name the opportunity in a few words."),
        )
        self._decision = AskedDate(_("Decision expected"))
        self._author = Asked(_("Prepared by"), _("Your name or team"))
        fields = (self._system, self._opportunity, self._decision, self._author)
        for field in fields:
            field.grown.connect(self.arrange)
        self.system, self.opportunity, self.decision, self.prepared_by = (
            field.input for field in fields
        )
        self.prepared_by.setText(self._offer.author)
        self.use_cases: dict[str, ChoiceChip] = {}
        self._flow = Flow(gap=8)
        self._show_use_cases()
        self._copy = headed(_("Copy from"), self.copy_from)
        self._template = headed(_("Template"), self.templates)
        self._sample_line = Label("", "cell", "ink2", wrap=True)
        below = column(
            headed(_("Which sample"), self.samples), self._sample_line, STRETCH, spacing=10
        )
        self._samples = holder(below)
        last = Folding((self._decision, self._author), below=400, spacing=14, stretch=(1, 1))
        asked = (self._system, self._opportunity, self._chips(), last)
        self._asked = holder(column(self._template, *asked, spacing=14))
        self._right = column(self._copy, self._samples, self._asked, STRETCH, spacing=14)

    def _chips(self) -> QWidget:
        return holder(column(Label(_("What are you proposing?"), "label"), 8, holder(self._flow)))

    def _build_foot(self) -> None:
        self.note = Label("", "cell", "ink2", wrap=True)
        self.show_list = Button(_("Show the list"), "link", self.panel, small=True)
        self.show_list.clicked.connect(self._show_list)
        self.show_list.hide()
        self.cancel = Button(_("Cancel"), "ghost", self.panel)
        self.cancel.clicked.connect(self.dismiss)
        self.begin = Button(_("Create proposal"), "primary", self.panel)
        self.begin.clicked.connect(self._begin)
        said = row(Icon("info", 15, "ink3"), spacing=8)
        said.addWidget(self.note, 1)
        said.addWidget(self.show_list)
        ways = row(STRETCH, self.cancel, self.begin, spacing=10)
        self.foot.addWidget(Folding((holder(said), holder(ways)), below=560, stretch=(1, 0)))

    # --- what is shown ---------------------------------------------------------------------------

    def _show_start(self) -> None:
        earlier, sample = self.previous.isChecked(), self.sample.isChecked()
        self._copy.setVisible(earlier)
        self._samples.setVisible(sample)
        self._asked.setVisible(not sample)
        self._template.setVisible(self.templates.count() > 1 and not earlier)
        self.begin.setText(_("Open the sample") if sample else _("Create proposal"))
        self.begin.updateGeometry()
        self._show_sample()
        self.show_list.hide()
        self.note.setText(_SAMPLE if sample else _KEPT_HERE)
        if earlier:
            self._count()
        self.arrange()

    def _show_sample(self) -> None:
        at = self.samples.currentIndex()
        if at >= 0:
            self._sample_line.setText(self._offer.samples[at].line)

    def _show_use_cases(self) -> None:
        for chip in self.use_cases.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.use_cases = {}
        template = self._offer.templates[max(self.templates.currentIndex(), 0)]
        question = template.find(template.cover.get("use_case", ""))
        for option in question.options if question else ():
            chip = ChoiceChip(option.label, self.panel)
            chip.clicked.connect(partial(self._pick_use_case, option.value))
            self.use_cases[option.value] = chip
            self._flow.addWidget(chip)

    def _pick_use_case(self, value: str) -> None:
        """Choose one use; suggest a name from it as long as none was typed."""
        for other, chip in self.use_cases.items():
            if other != value:
                chip.setChecked(False)
        chip = self.use_cases[value]
        if self._opportunity.text in ("", self._suggested):
            self._suggested = (
                _("{text} roadmap").format(text=chip.text()) if chip.isChecked() else ""
            )
            self.opportunity.setText(self._suggested)
            self._opportunity.clear()

    # --- what will be copied ---------------------------------------------------------------------

    def _count(self) -> None:
        if not self.previous.isChecked():
            return
        path = Path(self.copy_from.currentData())
        self.show_list.hide()
        self.note.setText(_COUNTING)
        self._tasks.run("begin", partial(_preview, path), self._take, failed=self.note.setText)

    def _take(self, copied: tuple[Template, Begun]) -> None:
        if self.previous.isChecked():
            self._copied = copied
            self.note.setText(sentence(copied[1]))
            self.show_list.show()
            self.arrange()

    def _show_list(self) -> None:
        if self._copied is not None:
            BegunSheet(self._window, *self._copied, made=False).open()

    # --- beginning -------------------------------------------------------------------------------

    def _begin(self) -> None:
        if self.sample.isChecked():
            self.leave()
            self.sample_chosen.emit(self.samples.currentData())
            return
        asked = (self._system, self._opportunity, self._decision)
        wrong = [field for field in asked if not field.check()]
        if wrong:
            wrong[0].setFocus()
            self.arrange()
            return
        self.leave()
        self.begun.emit(self._beginning())

    def _beginning(self) -> Beginning:
        chosen = next((value for value, chip in self.use_cases.items() if chip.isChecked()), "")
        earlier = self.copy_from.currentData() if self.previous.isChecked() else ""
        return Beginning(
            self._system.text,
            self._opportunity.text,
            chosen,
            Path(earlier) if earlier else None,
            self.templates.currentData() or "",
            self._decision.date,
            self._author.text,
        )


def _preview(path: Path, _work: Work) -> tuple[Template, Begun]:
    # Loaded late: what reads files needs the template and the store.
    from ui.making import begun_from  # noqa: PLC0415

    return begun_from(path)
