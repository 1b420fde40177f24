"""Step 5: the model cards, each with its questions in tabs and its label as it will print."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtWidgets import QWidget

from roadmapper.proposal.change import Batch
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import EVIDENCE, MARKS, NOTES
from roadmapper.proposal.progress import counts
from roadmapper.template.model import Section
from ui.body import Body, Wanted, everything
from ui.field import Field
from ui.form import Form
from ui.opened import Opened
from ui.pages import models_button, models_list
from ui.pages.models_beside import CardsBeside
from ui.pages.models_data import NAME, NO_MODELS, PATH, RESULTS, Models
from ui.pages.models_export import CardExport
from ui.pages.models_files import CardFiles
from ui.pages.models_form import ModelForm
from ui.pages.models_gap import gap_of
from ui.pages.models_groups import GroupCharts
from ui.pages.models_label import LabelPanel
from ui.pages.models_list import ModelList
from ui.pages.models_lists import CardLists
from ui.pages.models_none import NoModels
from ui.parts.layouts import STRETCH, column
from ui.parts.reading import put_in_order
from ui.toasts import offer_undo
from ui.watcher import Watcher
from ui.words import _


class ModelsPage(Body):
    """The cards, the one that is chosen, its label, and the other questions of the step."""

    widest = "wideMax"

    def __init__(
        self, section: Section, opened: Opened, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._opened, self._watcher = opened, watcher
        self._wanted: Wanted = everything
        self.models = Models(opened)
        self.list = ModelList(self)
        self.card = ModelForm(self.models.question, opened, self)
        self.label = LabelPanel(self)
        self.groups = GroupCharts(self.card)
        self.card.above.addWidget(self.groups)
        self.files = CardFiles(self, self.models, watcher.tasks)
        self.export = CardExport(self, self.models, watcher.tasks)
        self.lists = CardLists(self, self.models, watcher.tasks)
        without = (PATH.partition(".")[2], NO_MODELS.partition(".")[2])
        self.form = Form(section, opened, watcher, self, without=without)
        self.none = NoModels(opened.question(NO_MODELS).label, self)
        self.fields: Mapping[str, Field] = self.form.fields
        self.groups.setVisible(False)
        self._cards = CardsBeside(self.list, self.card, self.label, self)
        self.setLayout(column(self.none, self._cards, self.form, STRETCH, spacing=18))
        self._connect()
        self._show(next(iter(self.models.rows), ""))
        self._show_cards()
        put_in_order(self)

    @property
    def row(self) -> str:
        """The card that is chosen; empty if there is none."""
        return self.list.row

    # --- a body ----------------------------------------------------------------------------------

    def show_wanted(self, wanted: Wanted) -> None:
        """Show only the questions that are wanted; on the cards the essential ones."""
        self.card.show_essential(only=wanted is counts)
        self._wanted = wanted
        self._show_cards()
        self.form.show_wanted(wanted)

    def flush(self) -> None:
        """Keep everything that was typed."""
        self.card.flush()
        self.form.flush()

    def focus_first(self) -> None:
        """Begin with the cards."""
        if self.models.are_none:
            self.form.focus_first()
        else:
            (self.list.buttons.get(self.row) or self.list.add).setFocus()

    def focus(self, path: str) -> bool:
        """Go to the place of an address; return whether it is here."""
        root = path.partition("[")[0]
        if root == NO_MODELS or (root == PATH and self.models.are_none):
            self.none.switch.setFocus()
            return True
        if root != PATH:
            return self.form.focus(path)
        self._cards.show()
        row = path.removeprefix(f"{PATH}[").partition("]")[0]
        if row in self.models.rows:
            self._choose(row)
            if path.endswith(f"].{self.models.question.chosen_by}"):
                self.list.buttons[row].setFocus()
            else:
                self.card.focus(path)
        else:
            self.focus_first()
        return True

    def take_file(self, path: Path) -> bool:
        """Read a card that was dropped on the window."""
        self.flush()
        self.files.take(path)
        return True

    # --- inside ----------------------------------------------------------------------------------

    def _connect(self) -> None:
        self.list.chosen.connect(self._choose)
        self.list.asked.connect(self._act)
        self.list.moved.connect(self.models.move)
        for asked in (self.list.lists_asked, self.list.import_asked, self.list.export_asked):
            asked.connect(self.flush)  # first: what follows reads the answers
        self.list.import_asked.connect(self.files.ask)
        self.list.lists_asked.connect(self._hold_against_lists)
        self.lists.go_asked.connect(self.focus)
        self.list.export_asked.connect(self._export)
        self.none.switched.connect(self._switch_none)
        self.files.placed.connect(self._choose)
        self.card.turned.connect(self._show_groups)
        self.label.go_asked.connect(self._opened.go_asked)
        self.label.page_shown.connect(self._cards.show_page)
        for part in (self.card, self.form):
            part.focused.connect(self.focused)
        self._opened.bridge.changed.connect(self._take_batch)
        self._watcher.looked.connect(self._tell)

    def _switch_none(self, on: bool) -> None:
        """Say that there are no models, or take it back."""
        self.flush()
        self.models.say_none(on=on)
        if on:
            self.form.focus_first()

    def _show_cards(self) -> None:
        """Show the cards, unless there are none to be."""
        none, rows = self.models.are_none, self.models.rows
        self.none.show_state(on=none, cards=len(rows))
        self.none.setVisible(none or not rows)
        wanted = self._wanted is counts or self._wanted(self.models.question)
        self._cards.setVisible(wanted and not none)

    def _choose(self, row: str) -> None:
        if row != self.card.row:
            self.card.flush()
            self._show(row)

    def _act(self, act: str, row: str) -> None:
        """Do what the list asks for."""
        self.card.flush()
        match act:
            case models_list.ADD:
                self._name(self.models.add())
            case models_button.COPY:
                self._name(self.models.duplicate(row))
            case models_button.RENAME:
                self._name(row)
            case models_button.UP | models_button.DOWN:
                place = self.models.rows.index(row)
                self.models.move(row, place - 1 if act == models_button.UP else place + 1)
            case models_button.CHOOSE:
                self.models.choose(row)
            case models_button.REMOVE:
                self._remove(row)

    def _name(self, row: str) -> None:
        """Go to the name of a card."""
        if row:
            self.focus(f"{PATH}[{row}].{NAME}")

    def _hold_against_lists(self) -> None:
        self.lists.show(self.row)

    def _export(self) -> None:
        self.export.offer(self.row, self.label.printed.paper, self.list.give)

    def _remove(self, row: str) -> None:
        if self.models.remove(row):
            offer_undo(self, _("Model card removed"), self._opened.bridge)
            self.focus_first()

    def _show(self, row: str) -> None:
        """Show the cards, with one of them chosen."""
        self.list.show_models(tuple(self.models.all()), row)
        self._cards.show_card(chosen=bool(row))
        self.label.printed.show_row(row)
        if row:
            self.card.show_row(row)
            self.card.show_gaps(self.models.unanswered(row))
            self._tell()

    def _take_batch(self, batch: Batch) -> None:
        paths = {change.path for change in batch.changes}
        if any(path.startswith((PATH, NO_MODELS)) for path in paths):
            self._show_cards()
            rows, row = self.models.rows, self.row
            self._show(row if row in rows else next(iter(rows), ""))
            if rows:
                self.card.refresh()
        about = any(PATH in path and path.startswith((EVIDENCE, MARKS, NOTES)) for path in paths)
        if about or any(path.startswith(REGISTER) for path in paths):
            self.card.refresh_about()

    def _show_groups(self) -> None:
        """Show the chart above the questions that hold its numbers."""
        self.groups.setVisible(self.card.body.tab.has(RESULTS))

    def _tell(self) -> None:
        """Show what was found of the card, and its label and chart once the facts know it."""
        if not self.row:
            return
        findings, facts = self._watcher.findings(self.card.path), self._watcher.facts
        self.card.show_findings(findings)
        open_ones = self.models.unanswered(self.row)
        self.label.show_gap(gap_of(self.card.path, findings, open_ones))
        told = self.models.facts_with(facts, self.row) if facts is not None else None
        if told is not None:
            self.label.show_facts(told, self.row)
            self.groups.show_facts(told, self.row)
