"""What the deal comes to, worked out beside the window while it is being changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from roadmapper.figures.book import figures
from roadmapper.gather import open_defaults
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch, Change
from roadmapper.proposal.facts import Facts, Figure
from roadmapper.template.kinds import Value
from roadmapper.template.model import Template
from ui.opened import Opened
from ui.tasks import Work
from ui.watcher import Watcher

_KEY = "outlook"
_FEW_RUNS = 2_000
_READS = ("pricing.", "value.", "deal.", "deploy.", "opportunity.", "workforce.")


@dataclass(frozen=True, slots=True)
class Told:
    """The figures of a deal by name, and the answers they were worked out from.

    Those that follow a slider are not whole: they lack what takes many settlements more.
    """

    figures: Mapping[str, Figure]
    answers: Answers
    is_whole: bool = True


def worked_out(template: Template, answers: Answers, _work: Work) -> Told:
    """Return what answers come to, with few runs: quick enough to follow a slider."""
    whole = Answers({**open_defaults(template, answers), **answers})
    found = figures(whole, _FEW_RUNS, whole=False)
    return Told({one.name: one for one in found}, whole, is_whole=False)


class Outlook(QObject):
    """Follows the answers and what is being moved over them.

    While a run is under way the newest question waits for it, and those in between are dropped, so
    that a slider that never rests is followed too. The full runs come with the facts.

    Signals:
        asked: something changed; what was told is no longer true.
        told: what the deal comes to.
    """

    asked = Signal()
    told = Signal(Told)

    def __init__(self, opened: Opened, watcher: Watcher, parent: QObject) -> None:
        super().__init__(parent)
        self._opened = opened
        self._watcher = watcher
        self._over: dict[str, Value] = {}
        self._running = False
        self._next: Answers | None = None
        self._wanted = False
        self._stale = True
        self.last: Told | None = None
        opened.bridge.changed.connect(self._take_batch)
        watcher.looked.connect(self._take_facts)

    def show(self, *, wanted: bool) -> None:
        """Work while somebody looks, and catch up when somebody looks again."""
        self._wanted = wanted
        facts = self._watcher.facts
        if wanted and facts is not None:
            self._take_facts(facts)
        if wanted and self._stale:
            self._look()

    def try_out(self, values: Mapping[str, Value]) -> None:
        """Show what it would come to with other answers, which are not kept."""
        if self._over != values:
            self._over = dict(values)
            self._look()

    @property
    def is_working(self) -> bool:
        """Whether something better is on its way."""
        return self._running

    # --- inside ----------------------------------------------------------------------------------

    def _answers(self) -> Answers:
        now = self._opened.answers
        return now.changed(Change(path, now.value(path), new) for path, new in self._over.items())

    def _take_batch(self, batch: Batch) -> None:
        for change in batch.changes:
            self._over.pop(change.path, None)
        if any(change.path.startswith(_READS) for change in batch.changes):
            self._look()

    def _look(self) -> None:
        self._stale = True
        if not self._wanted:
            return
        self.asked.emit()
        if self._running:
            self._next = self._answers()
        else:
            self._run(self._answers())

    def _run(self, answers: Answers) -> None:
        self._running, self._next, self._stale = True, None, False
        work = partial(worked_out, self._opened.template, answers)
        self._watcher.tasks.run(_KEY, work, self._take, failed=self._fail)

    def _take(self, told: Told) -> None:
        self._running = False
        if self._next is not None:
            self._run(self._next)
        self._tell(told)

    def _fail(self, _sentence: str) -> None:
        """Go on without; what ended the work is in the log, and the watcher tells of it."""
        self._running = False
        if self._next is not None:
            self._run(self._next)

    def _take_facts(self, facts: Facts) -> None:
        """Take the full runs, unless something is being moved; few runs are not waited for then."""
        is_current = self._watcher.seen is self._opened.answers
        if not self._wanted or self._over or not is_current:
            return
        self._watcher.tasks.cancel(_KEY)
        self._running, self._next, self._stale = False, None, False
        self._tell(Told(facts.figures, self._opened.answers))

    def _tell(self, told: Told) -> None:
        self.last = told
        self.told.emit(told)
