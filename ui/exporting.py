"""Saves the document: asks where, works beside the window, tells how it went."""

import logging
import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QWidget

from roadmapper.errors import ExportError, FileError, RoadmapperError
from roadmapper.store.file import ProposalFile
from roadmapper.store.revisions import Revision
from ui.file_names import file_name
from ui.messages import Question, ask_save
from ui.opened import Opened
from ui.tasks import CancelledError, Tasks, Work
from ui.toasts import Toast, Toasts
from ui.words import _, ngettext

if TYPE_CHECKING:
    from roadmapper.export import Exported

log = logging.getLogger(__name__)

_TASK = "export"
_WRONG = _("Something went wrong in Export. Your proposal is safe.")
_KINDS = {"pdf": ("PDF", _("PDF (*.pdf)")), "docx": (_("Word file"), _("Word (*.docx)"))}


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


@dataclass(frozen=True, slots=True)
class _Failed:
    sentence: str
    details: str = ""


@dataclass(slots=True)
class _Job:
    """One save: what was asked for, and what became of it; None while it runs, or if stopped."""

    opened: Opened
    wish: Wish
    path: Path
    draft: bool
    now: datetime
    outcome: _Saved | _Failed | None = None

    def work(self, work: Work) -> None:
        """Make the file, beside the window; a stop is heard until the file is put in its place."""
        # Loaded late, beside the window: what makes documents is heavy.
        from roadmapper.export import export  # noqa: PLC0415

        kept: list[Revision] = []
        try:
            done = export(
                self.opened.path,
                self.path,
                audience=self.wish.audience,
                paper=self.wish.paper,
                letterhead=self.wish.letterhead,
                draft=self.draft,
                now=self.now,
                progress=work.progress,
                keep=kept.append,
            )
        except CancelledError:
            raise
        except RoadmapperError as error:
            details = error.details if isinstance(error, ExportError) else ""
            self.outcome = _Failed(_WRONG if details else str(error), details)
        except Exception:  # The edge of a thread: whatever ends it must reach the person.
            log.exception("The export failed")
            self.outcome = _Failed(_WRONG, traceback.format_exc())
        else:
            self.outcome = _Saved(done, tuple(kept))


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
        self._job: _Job | None = None
        self._telling: Toast | None = None
        self._folder: Path | None = None

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
            _("Save a draft?"),
            _(
                "{open_words} The file will say on its cover and on every page that it is a draft."
            ).format(open_words=open_words(must_fix)),
            _("Save a draft"),
            _("Not now"),
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
        folder = self._folder or opened.path.parent
        name = document_name(opened, wish.kind, wish.audience, draft=draft)
        path = ask_save(
            self._window,
            _("Save the {name}").format(name=wish.name),
            folder / name,
            _KINDS[wish.kind][1],
        )
        if path is not None:
            if path.suffix.lower() != f".{wish.kind}":
                path = path.with_name(f"{path.name}.{wish.kind}")
            self._start(_Job(opened, wish, path, draft, self._clock()))

    def _start(self, job: _Job) -> None:
        self._end_telling()
        self._job = job
        self._telling = self._toasts.say(
            _("Saving the {name}").format(name=job.wish.name),
            _("Starting"),
            action=_("Cancel"),
            stays=True,
        )
        self._telling.acted.connect(self._cancel)
        self._tasks.run(_TASK, job.work, told=self._tell, ended=partial(self._end, job))

    def _tell(self, part: float, words: str) -> None:
        if self._telling is not None:
            self._telling.show_progress(part, words)

    def _cancel(self) -> None:
        self._tasks.cancel(_TASK)
        if self._telling is not None:
            self._telling.action.setEnabled(False)

    def _end(self, job: _Job) -> None:
        """Tell how it went, which is known only when the work has truly ended."""
        if job is not self._job:
            return
        self._end_telling()
        match job.outcome:
            case _Saved() as saved:
                self._tell_saved(job, saved)
            case _Failed() as failed:
                self._tell_failed(failed)
            case None:
                words = _("The export was stopped. Nothing was written.")
                self._toasts.say(_("Not saved"), words, icon="info")

    def _tell_saved(self, job: _Job, saved: _Saved) -> None:
        path = saved.exported.path
        self._folder = path.parent
        words = path.name
        if not _is_remembered(job.opened, saved.revisions):
            words = _(
                "{name}. It was not recorded in the proposal, which cannot be written."
            ).format(name=path.name)
        told = _("Draft saved as {name}") if job.draft else _("{name} saved")
        toast = self._toasts.say(told.format(name=job.wish.name), words, stays=True)
        toast.add_action(_("Open")).clicked.connect(partial(self._open, path))
        toast.add_action(_("Show in folder")).clicked.connect(partial(self._open, path.parent))

    def _tell_failed(self, failed: _Failed) -> None:
        toast = self._toasts.warn(_("Not saved"), failed.sentence)
        if failed.details:
            toast.add_action(_("Copy details")).clicked.connect(partial(_copy, failed.details))
        toast.add_action(_("Try again")).clicked.connect(partial(self._again, toast))

    def _again(self, toast: Toast) -> None:
        """Ask anew where to save: the place may be what was wrong."""
        toast.go()
        if self._job is not None:
            self._opened, self._wish = self._job.opened, self._job.wish
            self._choose(draft=self._job.draft)

    def _end_telling(self) -> None:
        if self._telling is not None:
            self._telling.go()
            self._telling = None

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self._toasts.warn(
                _("Not opened"),
                _("No program here opens it. You find it at {path}.").format(path=path),
            )


def _is_remembered(opened: Opened, revisions: Sequence[Revision]) -> bool:
    """Keep in the proposal what was sent out; only its own thread may write to it."""
    try:
        for revision in revisions:
            if not opened.is_closed:
                opened.file.add_revision(revision)
            else:
                with ProposalFile.open(opened.path) as file:
                    file.add_revision(revision)
    except FileError:
        return False
    return True


def _copy(details: str) -> None:
    QApplication.clipboard().setText(details)


def open_words(must_fix: int) -> str:
    """Return how many findings that must be fixed are open, as a sentence."""
    return ngettext(
        "One must-fix finding is still open.",
        "{must_fix} must-fix findings are still open.",
        must_fix,
    ).format(must_fix=must_fix)


def document_name(opened: Opened, kind: str, audience: str = "", *, draft: bool = False) -> str:
    """Return a name such as "Fernhollow Health roadmap v3.pdf"; other parts say what they are."""
    whole = opened.template.gets_whole(audience)
    reader = "" if whole else opened.template.audiences.get(audience, "")
    reader = reader[:1].lower() + reader[1:]
    client = opened.text("deal.health_system") or opened.path.stem
    version = opened.text("deal.version").strip().lower().removeprefix("v")
    told = (f"v{version}" if version else "", reader, "draft" if draft else "")
    parts = (client, "roadmap", *told)
    return f"{file_name(' '.join(part for part in parts if part))}.{kind}"
