"""Model cards come in from files and go out to files, read and written beside the window."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMenu, QWidget

from roadmapper.cards.limits import read_bytes
from roadmapper.merge import Side
from roadmapper.placing import put_in_place
from roadmapper.proposal.change import Origin
from ui import theme
from ui.file_names import file_name
from ui.messages import ask_card, ask_save
from ui.opened import Opened
from ui.pages.models_data import NAME, Models
from ui.tasks import Tasks, Work
from ui.toasts import Toast, Toasts, toasts_of
from ui.words import _

if TYPE_CHECKING:
    from roadmapper.cards.card import Fields
    from roadmapper.cards.written import Written
    from roadmapper.model_cards import Arrival

_TASK = "model_card"
PATIENCE = 1000
"""Milliseconds after which it is told that a card is being read."""


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write a card."""

    label: str
    suffix: str
    version: str
    kind: str


FORMATS = (
    Format(_("CHAI card, version 0.1 (XML)"), ".xml", "0.1", _("XML (*.xml)")),
    Format(_("CHAI card, version 0.2 (XML)"), ".xml", "0.2", _("XML (*.xml)")),
    Format(_("Hugging Face card (Markdown)"), ".md", "", _("Markdown (*.md)")),
)


@dataclass(frozen=True, slots=True)
class _Came:
    """A card that was read, and the questions it answers."""

    path: Path
    arrival: "Arrival"
    fields: "Fields"


class CardFiles(QObject):
    """Reads and writes cards for a page.

    Signals:
        placed: a card came in; carries its row.
    """

    placed = Signal(str)

    def __init__(self, page: QWidget, models: Models, tasks: Tasks) -> None:
        super().__init__(page)
        self._page, self._models, self._tasks = page, models, tasks
        self._opened: Opened = models.opened
        self._waiting: Toast | None = None
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)

    def ask(self) -> None:
        """Let a person choose a card to read."""
        path = ask_card(self._page.window(), self._opened.path.parent)
        if path is not None:
            self.take(path)

    def take(self, path: Path, row: str | None = None) -> None:
        """Read a card and show what it says; `row` is the card it goes into, empty for a new one.

        Without a row it goes into the card of that name, or into the only one that is still empty.
        """
        template, answers = self._opened.template, self._opened.answers
        used = frozenset(self._opened.session.used_rows)

        def read(work: Work) -> _Came:
            from roadmapper import model_cards  # noqa: PLC0415 - loads the readers of all formats

            card = model_cards.read(read_bytes(path), template)
            work.progress(0.5, path.name)
            goal = self._models.place_of(card.texts.get(NAME, ""), answers) if row is None else row
            arrival = model_cards.arriving(template, answers, used, card, goal)
            return _Came(path, arrival, model_cards.fields_of(template))

        self._begin(_("Reading “{name}”").format(name=path.name))
        self._tasks.run(_TASK, read, self._show, failed=self._refuse, ended=self._end)

    def give(self, row: str, form: Format) -> None:
        """Ask where a card goes, and write it there."""
        name = next((one.title for one in self._models.all() if one.row == row), "")
        folder = self._opened.path.parent / f"{file_name(name)}{form.suffix}"
        path = ask_save(self._page.window(), _("Export model card"), folder, form.kind)
        if path is None:
            return
        target = path if path.suffix.lower() == form.suffix else Path(f"{path}{form.suffix}")
        template, answers = self._opened.template, self._opened.answers

        def write(work: Work) -> "tuple[Path, Written]":
            from roadmapper import model_cards_out  # noqa: PLC0415 - loads the writers

            written = model_cards_out.write(template, answers, row, form.suffix, form.version)
            work.progress(0.9, target.name)
            put_in_place(written.text.encode("utf-8"), target)
            return target, written

        self._begin(_("Writing “{name}”").format(name=target.name))
        self._tasks.run(_TASK, write, self._tell_written, failed=self._refuse, ended=self._end)

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _toasts(self) -> Toasts | None:
        return toasts_of(self._page)

    def _begin(self, words: str) -> None:
        """Tell what is done, with a way to end it, if it takes its time."""
        self._end()
        self._patience = QTimer(self, singleShot=True, interval=PATIENCE)
        self._patience.timeout.connect(partial(self.tell_waiting, words))
        self._patience.start()

    def tell_waiting(self, words: str) -> None:
        """Tell that a card is being read or written, with a way to end it."""
        if self._toasts is not None and self._tasks.is_running(_TASK):
            self._waiting = self._toasts.say(
                words, icon="info", color="info", action=_("Cancel"), stays=True
            )
            self._waiting.acted.connect(self._cancel)

    def _cancel(self) -> None:
        self._tasks.cancel(_TASK)
        self._end()

    def _end(self) -> None:
        self._patience.stop()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            waiting.go()

    def _refuse(self, sentence: str) -> None:
        if self._toasts is not None:
            self._toasts.warn(_("Nothing was changed"), sentence)

    def _show(self, came: _Came) -> None:
        """Show what a card says, unless it says nothing new."""
        from ui.pages.models_sheet import card_sheet, shown  # noqa: PLC0415 - seldom wanted

        if self._opened.is_closed:
            return
        found, arrival = shown(came.arrival), came.arrival
        new = (found.taken, found.conflicts, found.unplaced, arrival.card.unplaced)
        if not arrival.is_new and not any(new):
            if self._toasts is not None:
                line = _("“{name}” says what the card says already.").format(name=came.path.name)
                self._toasts.say(_("Nothing new"), line)
            return
        sheet = card_sheet(self._page.window(), came.path.name, arrival, came.fields)
        sheet.agreed.connect(partial(self._place, came))
        sheet.open()

    def _place(self, came: _Came, choices: Mapping[str, Side]) -> None:
        values = came.arrival.found.values(choices)
        label = _("Import card {name}").format(name=came.path.stem)
        bridge = self._opened.bridge
        if not values or not bridge.act(
            lambda session: session.change(values, label, Origin.IMPORT)
        ):
            return
        self.placed.emit(came.arrival.row)
        if self._toasts is not None:
            title = _("Model card added") if came.arrival.is_new else _("Model card updated")
            line = _("From “{name}”, as one step.").format(name=came.path.name)
            toast = self._toasts.say(title, line, action=_("Undo"))
            toast.acted.connect(bridge.undo)
            bridge.changed.connect(toast.go)
            bridge.destroyed.connect(toast.go)

    def _tell_written(self, told: "tuple[Path, Written]") -> None:
        target, written = told
        if self._toasts is not None:
            line = " ".join(f"{note}." for note in written.notes)
            self._toasts.say(_("Saved “{name}”").format(name=target.name), line)


def format_menu(parent: QWidget, give: Callable[[Format], None]) -> QMenu:
    """Return the ways to write a card."""
    menu = QMenu(parent)
    menu.setFont(theme.font("cell"))
    for form in FORMATS:
        menu.addAction(form.label).triggered.connect(partial(give, form))
    return menu
