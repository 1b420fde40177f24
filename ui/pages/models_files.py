"""Model cards come in from files, read beside the window."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.cards.limits import read_bytes
from roadmapper.merge import Side
from roadmapper.proposal.change import Origin
from ui.messages import ask_card
from ui.opened import Opened
from ui.pages.models_data import NAME, PATH, Models
from ui.pages.models_waiting import Waiting
from ui.tasks import Tasks, Work
from ui.toasts import Toasts, toasts_of
from ui.words import _

if TYPE_CHECKING:
    from roadmapper.cards.card import Fields
    from roadmapper.model_cards import Arrival
    from ui.pages.models_sheet import CardSheet

_TASK = "model_card"


@dataclass(frozen=True, slots=True)
class _Came:
    """A card that was read, and the questions it answers."""

    path: Path
    arrival: "Arrival"
    fields: "Fields"


class CardFiles(QObject):
    """Reads cards for a page.

    Signals:
        placed: a card came in; carries its row.
    """

    placed = Signal(str)

    def __init__(self, page: QWidget, models: Models, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._models, self._tasks = page, models, tasks
        self._opened: Opened = models.opened
        self.waiting = Waiting(page, tasks, _TASK)

    def ask(self) -> None:
        """Let a person choose a card to read."""
        path = ask_card(self._page.window(), self._opened.path.parent)
        if path is not None:
            self.take(path)

    def take(self, path: Path) -> None:
        """Read a card and show what it says.

        It is held against the card of that name, or the only one that is still empty.
        """
        template, answers = self._opened.template, self._opened.answers
        used = frozenset(self._opened.session.used_rows)

        def read(work: Work) -> _Came:
            from roadmapper import model_cards  # noqa: PLC0415 - loads the readers of all formats

            card = model_cards.read(read_bytes(path), template)
            work.progress(0.5, path.name)
            goal = self._models.place_of(card.texts.get(NAME, ""), answers)
            arrival = model_cards.arriving(template, answers, used, card, goal)
            return _Came(path, arrival, model_cards.fields_of(template))

        self.waiting.begin(_("Reading “{name}”").format(name=path.name))
        self._tasks.run(_TASK, read, self._show_news, failed=self._refuse, ended=self.waiting.end)

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _toasts(self) -> Toasts | None:
        return toasts_of(self._page)

    def _refuse(self, sentence: str) -> None:
        if self._toasts is not None:
            self._toasts.warn(_("Nothing was changed"), sentence)

    def _hold_against(self, came: _Came, row: str) -> None:
        """Hold a card that was read against another of the proposal; without a row, a new one."""
        template, answers = self._opened.template, self._opened.answers
        used = frozenset(self._opened.session.used_rows)

        def compare(_work: Work) -> _Came:
            from roadmapper import model_cards  # noqa: PLC0415 - is loaded by now

            card = came.arrival.card
            arrival = model_cards.arriving(template, answers, used, card, row)
            return replace(came, arrival=arrival)

        self._tasks.run(_TASK, compare, self._show_again, failed=self._refuse)

    def _show_again(self, came: _Came) -> None:
        """Show what a card says beside another one; the cursor stays where that was chosen."""
        sheet = self._show(came)
        if sheet is not None:
            sheet.goal.setFocus()

    def _show_news(self, came: _Came) -> None:
        """Show what a card says, unless it says nothing new."""
        from ui.pages.models_sheet import says_more  # noqa: PLC0415 - seldom wanted

        if says_more(came.arrival):
            self._show(came)
        else:
            self._tell_nothing(came)

    def _tell_nothing(self, came: _Came) -> None:
        if self._toasts is not None:
            line = _("“{name}” says what the card says already.").format(name=came.path.name)
            self._toasts.say(_("Nothing new"), line)

    def _show(self, came: _Came) -> "CardSheet | None":
        from ui.pages.models_sheet import CardSheet  # noqa: PLC0415 - seldom wanted

        if self._opened.is_closed:
            return None
        cards = {one.row: one.title for one in self._models.all()}
        window, name = self._page.window(), came.path.name
        sheet = CardSheet(window, name, came.arrival, came.fields, cards)
        sheet.agreed.connect(partial(self._place, came, sheet))
        sheet.goal_asked.connect(partial(self._hold_against, came))
        sheet.open()
        return sheet

    def _place(self, came: _Came, sheet: "CardSheet", choices: Mapping[str, Side]) -> None:
        left = tuple(f"{PATH}[{came.arrival.row}].{name}" for name in sheet.left)
        values = {
            path: value
            for path, value in came.arrival.found.values(choices).items()
            if path.partition("[")[0] != PATH or _column(path) not in left
        }
        label = _("Import card {name}").format(name=came.path.stem)
        bridge = self._opened.bridge
        if not values:
            self._tell_nothing(came)
            return
        if not bridge.act(lambda session: session.change(values, label, Origin.IMPORT)):
            return
        self.placed.emit(came.arrival.row)
        if self._toasts is not None:
            title = _("Model card added") if came.arrival.is_new else _("Model card updated")
            line = _("From “{name}”, as one step.").format(name=came.path.name)
            toast = self._toasts.say(title, line, action=_("Undo"))
            toast.acted.connect(bridge.undo)
            bridge.changed.connect(toast.go)
            bridge.destroyed.connect(toast.go)


def _column(path: str) -> str:
    """Return the question of a card that an address lies in: its first three parts."""
    row, end, inside = path.partition("].")
    return f"{row}{end}{inside.partition('[')[0]}"
