"""A copy comes home: it is found, compared, decided about, and brought in as one step."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from roadmapper.errors import FileError
from roadmapper.homecoming import Copy, bring, compared, find_original, read_copy
from roadmapper.merge import Comparison, Side
from ui.merge_sheet import MergeSheet
from ui.messages import ask_open
from ui.words import _

if TYPE_CHECKING:
    from ui.opened import Opened
    from ui.toasts import Toast
    from ui.window import Window


class Homecoming(QObject):
    """Merges copies into the open proposal, and leads from an open copy to its original."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window
        self.original: Path | None = None
        """The file that the open proposal is a copy of, if it is there."""
        self._coming: tuple[Path, Path] | None = None
        """An original that is about to be opened, and the copy that comes home to it."""

    def take(self, opened: "Opened") -> None:
        """Look where a proposal that was just opened belongs."""
        coming, self._coming = self._coming, None
        folders = (self._window.settings.proposals_folder,)
        self.original = find_original(opened.path, opened.file.copy_of, folders)
        if coming is not None and coming[0] == opened.path and not opened.reading:
            QTimer.singleShot(0, self, partial(self.compare, coming[1]))
        elif self.original is not None and opened.answers != opened.file.base:
            self._tell_copy(opened, self.original)

    def ask_copy(self) -> None:
        """Let a person choose a copy to bring home."""
        wizard = self._window.wizard
        if wizard is not None:
            path = ask_open(self._window, wizard.opened.path.parent)
            if path is not None:
                self.compare(path)

    def bring_home(self) -> None:
        """Open the original of the open copy, then bring in what was changed in the copy."""
        wizard = self._window.wizard
        if wizard is not None and self.original is not None:
            wizard.flush()
            self._coming = (self.original, wizard.opened.path)
            self._window.open_proposal(self.original)

    def compare(self, path: Path) -> None:
        """Compare the open proposal with a copy and show what came."""
        wizard = self._window.wizard
        if wizard is None:
            return
        wizard.flush()
        opened = wizard.opened
        try:
            copy = read_copy(path, opened.file.meta)
        except FileError as error:
            self._window.toasts.warn(_("This copy cannot come home"), str(error))
            return
        found = compared(opened.session, copy)
        if not (found.taken or found.conflicts or found.unplaced):
            self._window.toasts.say(
                _("Nothing to bring home"), _("{name} says nothing new.").format(name=path.name)
            )
            return
        sheet = MergeSheet(self._window, path.stem, found)
        sheet.agreed.connect(partial(self._bring, opened, copy, found))
        sheet.open()

    def _bring(
        self, opened: "Opened", copy: Copy, found: Comparison, choices: Mapping[str, Side]
    ) -> None:
        values = found.values(choices)
        if not values:
            self._window.toasts.say(
                _("Everything stays as it is"), _("Nothing was taken from the copy.")
            )
            return
        if not self._window.journeys.safe.keep_now(opened.path):
            return
        if opened.bridge.act(lambda session: bring(opened.file, session, copy, values)):
            toast = self._window.toasts.say(
                _("Changes came home"),
                _("From {stem}, as one step.").format(stem=copy.path.stem),
                action=_("Undo"),
            )
            toast.acted.connect(opened.bridge.undo)
            self._go_with(opened, toast)

    def _tell_copy(self, opened: "Opened", original: Path) -> None:
        toast = self._window.toasts.say(
            _("This is a copy of {stem}").format(stem=original.stem),
            _("Its changes can come home."),
            icon="copy",
            color="ink2",
            stays=True,
        )
        toast.add_action(_("Bring its changes home")).clicked.connect(self.bring_home)
        self._go_with(opened, toast, changes=False)

    def _go_with(self, opened: "Opened", toast: "Toast", *, changes: bool = True) -> None:
        """Take a message away with what it is about."""
        if changes:
            opened.bridge.changed.connect(toast.go)
        opened.closed.connect(toast.go)
