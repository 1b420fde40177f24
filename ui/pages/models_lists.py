"""The chosen card held against what others ask of a model; lists are read beside the window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.pages.models_data import Models
from ui.tasks import Tasks, Work
from ui.toasts import toasts_of
from ui.words import _

if TYPE_CHECKING:
    from ui.pages.models_asked import Asked


class CardLists(QObject):
    """Shows the lists for a page.

    Signals:
        go_asked: the field that answers an item is wanted; carries its address.
    """

    go_asked = Signal(str)

    def __init__(self, page: QWidget, models: Models, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._models, self._tasks = page, models, tasks

    def show(self, row: str) -> None:
        """Show what others ask of the model in a row."""
        opened = self._models.opened
        template, answers = opened.template, opened.answers
        name = next((one.title for one in self._models.all() if one.row == row), "")

        def read(_work: Work) -> "Asked":
            from roadmapper import model_cards  # noqa: PLC0415 - loads the readers of all formats
            from ui.pages.models_asked import Asked  # noqa: PLC0415 - seldom wanted

            told = model_cards.card_of(template, answers, row)
            return Asked(model_cards.lists(), told, model_cards.fields_of(template), row, name)

        self._tasks.run("card_lists", read, self._show, failed=self._refuse)

    def _show(self, told: "Asked") -> None:
        from ui.pages.models_asked import AskedSheet  # noqa: PLC0415 - seldom wanted

        if not self._models.opened.is_closed:
            sheet = AskedSheet(self._page.window(), told)
            sheet.go_asked.connect(self.go_asked)
            sheet.open()

    def _refuse(self, sentence: str) -> None:
        toasts = toasts_of(self._page)
        if toasts is not None:
            toasts.warn(_("The lists cannot be shown"), sentence)
