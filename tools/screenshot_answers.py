"""The states that answer to others: a model's page, what others ask of it, a card, a brief."""

from collections.abc import Iterator

from tools.screenshot_files import dismiss
from ui.pages.asked_list import TheirQuestions
from ui.pages.export import ExportPage
from ui.pages.models import ModelsPage
from ui.window import Window
from ui.wizard import Wizard

_CARD = """---
license: other
tags: [medical]
---
# Ambient note drafting

Drafts the note of a visit from what was said.

## Uses

To draft, never to decide.

## Bias, Risks, and Limitations

Visits with an interpreter do worse.

## Colors of the logo

Green and white.
"""


def answer_states(window: Window, wizard: Wizard) -> Iterator[str]:
    """Yield the name of each state of a finished proposal once the window is in it."""
    yield from _models(window, wizard)
    wizard.go("review")
    for asked in wizard.page.findChildren(TheirQuestions):
        wizard.page.ensureWidgetVisible(asked)
        yield "their-questions"
        asked.add.click()
        yield "paste-questions"
        dismiss(window)
    wizard.outlet.show_export()
    for export in window.findChildren(ExportPage):
        export.reader.setCurrentIndex([*wizard.opened.template.audiences].index("cfo"))
        export.reader.activated.emit(export.reader.currentIndex())
    yield "export-brief"


def _models(window: Window, wizard: Wizard) -> Iterator[str]:
    wizard.go("transparency")
    page = wizard.page.body
    if not isinstance(page, ModelsPage):
        return
    for tab, name in ((2, "model-performance"), (3, "model-monitoring")):
        page.card.show_tab(tab)
        yield name
    page.label.choice.button(1).click()
    yield "model-page"
    page.label.choice.button(0).click()
    page.lists.show(page.row)
    yield "model-lists"
    dismiss(window)
    card = wizard.opened.path.with_name("card.md")
    card.write_text(_CARD, encoding="utf-8")
    page.files.take(card)
    yield "model-import"
    dismiss(window)
