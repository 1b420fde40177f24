"""Saves the document: asks where, works beside the window, tells how it went."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from roadmapper.errors import FileError
from roadmapper.store.file import ProposalFile
from roadmapper.store.revisions import Revision
from ui.journeys import file_name
from ui.messages import Question, ask_save
from ui.opened import Opened
from ui.tasks import Tasks, Work
from ui.toasts import Toast, Toasts

if TYPE_CHECKING:
    from roadmapper.export import Exported

_TASK = "export"
_KINDS = {"pdf": ("PDF", "PDF (*.pdf)"), "docx": ("Word file", "Word (*.docx)")}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants to save."""

    kind: str
    audience: str
    paper: str
    letterhead: Path | None = None

    @property
    def name(self) -> str:
        """What kind of file it is."""
        return _KINDS[self.kind][0]


@dataclass(frozen=True, slots=True)
class _Saved:
    exported: "Exported"
    revisions: tuple[Revision, ...]


class Exporter(QObject):
    """Saves documents, one at a time."""

    def __init__(
        self, window: QWidget, tasks: Tasks, toasts: Toasts, clock: Callable[[], datetime]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._tasks = tasks
        self._toasts = toasts
        self._clock = clock
        self._opened: Opened | None = None
        self._wish: Wish | None = None
        self._telling: Toast | None = None
        self._saved: Path | None = None

    def ask(self, opened: Opened, wish: Wish, must_fix: int) -> None:
        """Ask where to save, and before that whether a draft is wanted, if something must be fixed.

        Everything typed is on disk by now.
        """
        self._opened, self._wish = opened, wish
        if not must_fix:
            self._choose(draft=False)
            return
        question = Question(
            self._window,
            "Save a draft?",
            f"{open_words(must_fix)} The file will say on its cover and on every page that it is "
            "a draft.",
            "Save a draft",
            "Not now",
        )
        question.agreed.connect(self._choose_draft)
        question.open()

    # --- inside ----------------------------------------------------------------------------------

    def _choose_draft(self) -> None:
        self._choose(draft=True)

    def _choose(self, *, draft: bool) -> None:
        opened, wish = self._opened, self._wish
        if opened is None or wish is None:
            return
        folder = self._saved.parent if self._saved else opened.path.parent
        name = document_name(opened, wish.kind, draft=draft)
        path = ask_save(self._window, f"Save the {wish.name}", folder / name, _KINDS[wish.kind][1])
        if path is not None:
            if path.suffix.lower() != f".{wish.kind}":
                path = path.with_name(f"{path.name}.{wish.kind}")
            self._start(opened, wish, path, draft=draft)

    def _start(self, opened: Opened, wish: Wish, path: Path, *, draft: bool) -> None:
        self._end_telling()
        self._telling = self._toasts.say(
            f"Saving the {wish.name}", "Starting", action="Cancel", stays=True
        )
        self._telling.acted.connect(self._cancel)
        file, now = opened.path, self._clock()

        def make(work: Work) -> _Saved:
            # Loaded late, beside the window: what makes documents is heavy.
            from roadmapper.export import export  # noqa: PLC0415

            kept: list[Revision] = []
            done = export(
                file,
                path,
                audience=wish.audience,
                paper=wish.paper,
                letterhead=wish.letterhead,
                draft=draft,
                now=now,
                progress=work.progress,
                keep=kept.append,
            )
            return _Saved(done, tuple(kept))

        self._tasks.run(_TASK, make, self._take, failed=self._fail, told=self._tell)

    def _tell(self, part: float, words: str) -> None:
        if self._telling is not None:
            self._telling.show_progress(part, words)

    def _cancel(self) -> None:
        self._tasks.cancel(_TASK)
        self._end_telling()
        self._toasts.say("Not saved", "The export was stopped. Nothing was written.", icon="info")

    def _fail(self, sentence: str) -> None:
        self._end_telling()
        self._toasts.warn("Not saved", sentence)

    def _take(self, saved: _Saved) -> None:
        self._end_telling()
        path = saved.exported.path
        self._saved = path
        words = path.name
        if not self._is_remembered(saved.revisions):
            words = f"{path.name}. It was not recorded in the proposal, which cannot be written."
        name = _KINDS[path.suffix.lower().removeprefix(".")][0]
        toast = self._toasts.say(f"{name} saved", words, stays=True)
        toast.add_action("Open").clicked.connect(self._open)
        toast.add_action("Show in folder").clicked.connect(self._show_folder)

    def _is_remembered(self, revisions: tuple[Revision, ...]) -> bool:
        """Keep in the proposal what was sent out; only its own thread may write to it."""
        opened = self._opened
        try:
            for revision in revisions:
                if opened is not None and not opened.is_closed:
                    opened.file.add_revision(revision)
                elif opened is not None:
                    with ProposalFile.open(opened.path) as file:
                        file.add_revision(revision)
        except FileError:
            return False
        return True

    def _end_telling(self) -> None:
        if self._telling is not None:
            self._telling.go()
            self._telling = None

    def _open(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved)))

    def _show_folder(self) -> None:
        if self._saved is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._saved.parent)))


def open_words(must_fix: int) -> str:
    """Return how many findings that must be fixed are open, as a sentence."""
    if must_fix == 1:
        return "One must-fix finding is still open."
    return f"{must_fix} must-fix findings are still open."


def document_name(opened: Opened, kind: str, *, draft: bool = False) -> str:
    """Return a name such as "Fernhollow Health roadmap v3.pdf"."""
    client = opened.text("deal.health_system") or opened.path.stem
    version = opened.text("deal.version").strip().lower().removeprefix("v")
    parts = (client, "roadmap", f"v{version}" if version else "", "draft" if draft else "")
    return f"{file_name(' '.join(part for part in parts if part))}.{kind}"
