"""Hands that answer questions as a person does: in the widget that the step shows for them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from roadmapper.proposal.progress import progress
from roadmapper.template.kinds import NUMBER_KINDS, Kind
from roadmapper.template.model import Question
from tests.ui.rows_hands import add_first, cell_editor, click_cell, focus, press_in
from tests.ui_hands import click, press, type_text
from ui.fields.base import Editor
from ui.fields.chosen import ListField, MarksField
from ui.fields.rows import RowsField
from ui.pages.coalition import CoalitionPage
from ui.pages.pricing import PricingPage
from ui.pages.system import SystemPage
from ui.wizard import Wizard

_TYPED = {
    Kind.LINE: "Lowmarsh Health",
    Kind.PROSE: "It listens, and a nurse signs.",
    Kind.DATE: "May 14, 2027",
}


def open_questions(wizard: Wizard, section: str) -> tuple[str, ...]:
    """Return the essential and required questions of a step that are not answered."""
    return progress(wizard.opened.template, wizard.opened.answers)[section].open


def fill_step(wizard: Wizard, section: str) -> None:
    """Answer every essential question of the step that is shown."""
    for _ in range(20):
        waiting = open_questions(wizard, section)
        if not waiting:
            return
        answer(wizard, waiting[0])
        wizard.flush()
        assert waiting[0] not in open_questions(wizard, section), waiting[0]


def answer(wizard: Wizard, path: str) -> None:
    """Answer one question in its widget."""
    body = wizard.page.body
    if isinstance(body, SystemPage) and path == "system.priorities":
        click(next(iter(body.chips.values())))
    elif isinstance(body, CoalitionPage) and path == "coalition.people":
        click(body.first)
    elif isinstance(body, PricingPage) and path == "pricing.structure":
        click(next(iter(body.left.presets.tiles.values())))
    else:
        wizard.go_to(path)
        QApplication.processEvents()
        fill(body.fields[path].editor)


def fill(editor: Editor) -> None:
    """Answer in a widget of any kind."""
    match editor:
        case MarksField():
            click(next(iter(editor.marks.values())))
        case ListField():
            press(editor.combo, Qt.Key.Key_Down)
        case RowsField():
            _fill_table(editor)
        case _:
            type_text(editor.focusProxy(), typed(editor.question))


def typed(question: Question) -> str:
    """Return what is typed as an answer."""
    return "3" if question.kind in NUMBER_KINDS else _TYPED[question.kind]


def _fill_table(field: RowsField) -> None:
    """Type into the first cell of the first row that takes text; the row is added if need be."""
    if not field.model.rows:
        add_first(field)
        if field.form is not None:
            press(focus(), Qt.Key.Key_Escape)
    columns = field.model.columns
    at = next(n for n, one in enumerate(columns) if one.kind in (*_TYPED, *NUMBER_KINDS))
    click_cell(field, 0, at)
    press_in(field, Qt.Key.Key_F2)
    type_text(cell_editor(field), typed(columns[at]))
    press(cell_editor(field), Qt.Key.Key_Tab)
