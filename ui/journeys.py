"""What a person does with whole proposals: begin, open, copy, remove."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.errors import RoadmapperError
from ui.file_names import file_name, free_name
from ui.home.entries import SUFFIX, Entry, find_files, told_apart
from ui.home.remembered import read_entries
from ui.safekeeping import Safekeeping
from ui.settings import Settings
from ui.tasks import Tasks
from ui.toasts import Toasts
from ui.words import _

if TYPE_CHECKING:
    from roadmapper.proposal.earlier import Begun
    from ui.doors import Doors
    from ui.home.beginning import Beginning
    from ui.home.new import NewProposal
    from ui.opened import Opened

_NOT_DELETED = _("The file could not be deleted")


class Journeys(QObject):
    """Begins, opens and removes proposals.

    Signals:
        opened: the `Opened` proposal that can be shown.
        listed: the entries of the list, read anew.
        recent_changed: the settings with other recent files.
    """

    opened = Signal(object)
    listed = Signal(tuple)
    recent_changed = Signal(Settings)

    def __init__(
        self,
        window: QWidget,
        settings: Settings,
        tasks: Tasks,
        toasts: Toasts,
        clock: Callable[[], datetime],
        *,
        own: Path,
    ) -> None:
        super().__init__(window)
        self.settings = settings
        self._window = window
        self.safe = Safekeeping(own / "backups", tasks, toasts, clock, self)
        self._tasks = tasks
        self._toasts = toasts
        self._clock = clock
        self._memory = own / "list.json"
        self._entries: tuple[Entry, ...] = ()
        self._last: Opened | None = None

    @cached_property
    def doors(self) -> "Doors":
        """What can be done where a proposal does not open just so."""
        # Loaded late: most proposals open.
        from ui.doors import Doors  # noqa: PLC0415

        return Doors(self, self._window, self._toasts, self._clock, self._made)

    def refresh(self) -> None:
        """Read the list anew, beside the window."""
        folder, recent = self.settings.proposals_folder, self.settings.recent
        self._tasks.run(
            "list",
            lambda _work: told_apart(read_entries(find_files(folder, recent), self._memory)),
            self._take_entries,
        )

    # --- open ------------------------------------------------------------------------------------

    def open(self, path: Path, *, reading: str = "", take_over: bool = False) -> None:
        """Open a proposal; where that cannot be, say why and what to do.

        `reading` opens it for reading only and says why.
        """
        # Loaded late: Home needs no proposal that is open.
        from ui.opened import Opened  # noqa: PLC0415

        last = self._last
        if last and last.path == path and last.is_in_use and not (reading or take_over):
            return
        try:
            opened = Opened(
                path,
                self,
                author=self.settings.author,
                role=self.settings.role,
                clock=self._clock,
                reading=reading,
                take_over=take_over,
            )
        except RoadmapperError as error:
            if reading:
                self._toasts.warn(_("This proposal cannot be opened"), str(error))
            else:
                self.doors.explain(path, error)
            return
        self._last = opened
        self._change_recent(self.settings.with_recent(path))
        self.opened.emit(opened)
        if not reading:
            self.safe.keep_daily(path)

    def ask_file(self) -> None:
        """Let a person choose a file to open."""
        path = self._chosen_file()
        if path is not None:
            self.open(path)

    def open_sample(self) -> None:
        """Open the sample; the first time, a copy of it is put into the folder."""
        # Loaded late: what makes files needs the template and the store.
        from ui.making import SAMPLE  # noqa: PLC0415

        self.open_sample_named(SAMPLE)

    def open_sample_named(self, name: str) -> None:
        """Open one of the samples; the first time, a copy of it is put into the folder."""
        # Loaded late: what makes files needs the template and the store.
        from roadmapper.samples import find_sample  # noqa: PLC0415
        from ui.making import make_sample  # noqa: PLC0415

        title = file_name(find_sample(name).title)
        path = self.settings.proposals_folder / _("Sample - {title}{SUFFIX}").format(
            title=title, SUFFIX=SUFFIX
        )
        if not path.exists() and not self._made(lambda: make_sample(path, self._clock, name)):
            return
        self.open(path)

    # --- begin -----------------------------------------------------------------------------------

    def ask_new(self) -> None:
        """Ask what a new proposal begins with."""
        # Loaded late: what makes files needs the template and the store.
        from roadmapper.samples import list_samples  # noqa: PLC0415
        from ui.home.new import NewProposal, Offer  # noqa: PLC0415
        from ui.making import templates  # noqa: PLC0415

        offer = Offer(templates(), list_samples(), self._entries, self.settings.name)
        dialog = NewProposal(self._window, offer, self._tasks)
        dialog.begun.connect(self.begin)
        dialog.sample_chosen.connect(self.open_sample_named)
        dialog.file_asked.connect(lambda: self._open_instead(dialog))
        dialog.open()

    def _open_instead(self, dialog: "NewProposal") -> None:
        """Open a file in place of a new proposal; without one the dialog stays."""
        path = self._chosen_file()
        if path is not None:
            dialog.leave()
            self.open(path)

    def _chosen_file(self) -> Path | None:
        # Loaded late: Home asks nothing at first.
        from ui.messages import ask_open  # noqa: PLC0415

        return ask_open(self._window, self.settings.proposals_folder)

    def begin(self, beginning: "Beginning") -> None:
        """Make a proposal and open it."""
        # Loaded late: what makes files needs the template and the store.
        from ui.making import make_new  # noqa: PLC0415

        name = file_name(f"{beginning.health_system} - {beginning.opportunity}")
        path = free_name(self.settings.proposals_folder, name)
        begun: list[Begun | None] = []
        if not self._made(
            lambda: begun.append(make_new(path, beginning, self._clock, self.settings.company))
        ):
            return
        self.open(path)
        if path.stem != name:
            words = _("There was one of that name; this is “{stem}”.").format(stem=path.stem)
            self._toasts.say(_("Proposal created"), words)
        if begun[0] is not None:
            self._show_begun(begun[0])

    def _show_begun(self, begun: "Begun") -> None:
        # Loaded late: only a proposal that was begun from another needs it.
        from ui.home.begun import BegunSheet  # noqa: PLC0415
        from ui.making import template_used  # noqa: PLC0415

        BegunSheet(self._window, template_used(), begun).open()

    # --- remove ----------------------------------------------------------------------------------

    def ask_delete(self, path: Path) -> None:
        """Ask before a file is deleted; that cannot be undone."""
        if not self.doors.may_change(path, _NOT_DELETED):
            return
        # Loaded late: Home asks nothing at first.
        from ui.messages import Question  # noqa: PLC0415

        entry = next((one for one in self._entries if one.path == path), None)
        name = entry.client if entry else path.stem
        question = Question(
            self._window,
            _("Delete the {name} proposal?").format(name=name),
            _("The file {name} and its backups are deleted. This cannot be undone.").format(
                name=path.name
            ),
            _("Delete"),
            _("Keep"),
            danger=True,
        )
        question.agreed.connect(lambda: self._delete(path))
        question.open()

    def show_in_folder(self, path: Path) -> None:
        """Show where a file lies."""
        # Loaded late: it takes a moment, and Home stands before it.
        from PySide6.QtCore import QUrl  # noqa: PLC0415
        from PySide6.QtGui import QDesktopServices  # noqa: PLC0415

        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def forget(self, path: Path) -> None:
        """Leave a file out of the list; the file stays."""
        self._change_recent(self.settings.without_recent(path))
        self.refresh()

    def follow(self, path: Path, moved: Path) -> None:
        """Know a file by its new name."""
        recent = tuple(
            str(moved.absolute()) if one == str(path.absolute()) else one
            for one in self.settings.recent
        )
        self._change_recent(self.settings._replace(recent=recent))
        self.safe.follow(path, moved)

    # --- inside ----------------------------------------------------------------------------------

    def _take_entries(self, entries: tuple[Entry, ...]) -> None:
        self._entries = entries
        self.listed.emit(entries)

    def _delete(self, path: Path) -> None:
        # Meanwhile somebody may have opened it.
        if not self.doors.may_change(path, _NOT_DELETED):
            return
        try:
            path.unlink()
            self.safe.forget(path)
        except FileNotFoundError:
            # It may be on a disk that is away now: its backups stay.
            pass
        except OSError:
            self._toasts.warn(_NOT_DELETED, _("Close it in other programs, then try again."))
        self.forget(path)

    def _made(self, make: Callable[[], None]) -> bool:
        """Make a file; return whether it is there, and say why if it is not."""
        try:
            make()
        except RoadmapperError as error:
            self._toasts.warn(_("The proposal could not be made"), str(error))
            return False
        except OSError as error:
            folder = self.settings.proposals_folder
            words = _(
                "{folder} cannot take a file ({strerror}). Choose another in the settings."
            ).format(folder=folder, strerror=error.strerror)
            self._toasts.warn(_("The proposal could not be made"), words)
            return False
        return True

    def _change_recent(self, settings: Settings) -> None:
        self.settings = settings
        self.recent_changed.emit(settings)
