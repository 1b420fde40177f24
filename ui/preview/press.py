"""Asks for a new proof after each change, in a process of its own; the window never waits."""

from datetime import datetime
from enum import Enum
from pathlib import Path
from threading import Condition
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from roadmapper.errors import ExportError, RoadmapperError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch
from ui.opened import Opened
from ui.preview.images import Images
from ui.words import _

if TYPE_CHECKING:
    from roadmapper.proof import Proof
    from roadmapper.proof_worker import ProofWorker

PAUSE = 100
"""Milliseconds after a change until a new proof is asked for."""
_CLOSING = 5000
_Told = tuple[Path, Answers, str, str, datetime, str]
"""What a `ProofOrder` is made of."""


class State(Enum):
    """What can be said of the pages that are shown."""

    LOADING = _("Laying out the pages")
    READY = _("Up to date")
    STALE = _("Updating")
    FAILED = _("Not up to date")


class Press(QObject):
    """Keeps the pages of an open proposal as new as its answers, while somebody looks at them.

    Signals:
        changed: its state, or the proof it holds, is another.
    """

    changed = Signal()

    def __init__(self, opened: Opened, paper: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self.paper = paper
        self.audience = next(iter(opened.template.audiences))
        self.model = ""
        """The row of the one model whose page is made; empty for the whole document."""
        self.proof: Proof | None = None
        self.state = State.LOADING
        self.trouble = ""
        self.details = ""
        """What is known of the trouble, for a report."""
        self.images = Images(self)
        self._changed_at = opened.file.last_change[1]
        self._number = 0
        self._lookers: set[QObject] = set()
        self._bench = _Bench(self)
        self._bench.made.connect(self._take)
        self._bench.failed.connect(self._take_trouble)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._send)
        opened.bridge.changed.connect(self._take_batch)

    @property
    def is_at_work(self) -> bool:
        """Whether somebody waits for newer pages, or for pictures of them."""
        behind = self.state in (State.LOADING, State.STALE) or not self.images.sizes
        return bool(self._lookers) and (behind or self.images.is_at_work)

    def begin(self, looker: QObject) -> None:
        """Keep the pages new from now on: somebody looks at them."""
        first = not self._lookers
        self._lookers.add(looker)
        if first and self.state is not State.READY:
            self._send()

    def rest(self, looker: QObject) -> None:
        """Make no more proofs when nobody looks any more."""
        self._lookers.discard(looker)
        if not self._lookers:
            self._pause.stop()

    def retry(self) -> None:
        """Try again after a proof could not be made."""
        self._send()

    def choose(self, *, audience: str = "", paper: str = "", model: str = "") -> None:
        """Make the pages for another reader, on another paper, or of another model."""
        before = (self.audience, self.paper, self.model)
        self.audience, self.paper = audience or self.audience, paper or self.paper
        self.model = model or self.model
        if before != (self.audience, self.paper, self.model):
            self._grow_old()

    def end(self) -> None:
        """End the process and all threads."""
        self._pause.stop()
        self._bench.end()
        self.images.end()

    # --- inside ----------------------------------------------------------------------------------

    def _take_batch(self, batch: Batch) -> None:
        self._changed_at = batch.at
        self._grow_old()

    def _grow_old(self) -> None:
        self._number += 1
        self._show(State.STALE if self.proof else State.LOADING)
        if self._lookers:
            self._pause.start()

    def _send(self) -> None:
        self._show(State.STALE if self.proof else State.LOADING)
        opened = self._opened
        folder: Path = opened.template.folder
        look = (self.audience, self.paper, self._changed_at, self.model)
        order = (folder, opened.answers, *look)
        self._bench.take(self._number, order)

    def _take(self, number: int, proof: "Proof") -> None:
        if number != self._number:
            return
        self.proof = proof
        self.images.show(proof.data)
        self._show(State.READY)

    def _take_trouble(self, number: int, sentence: str, details: str) -> None:
        if number == self._number:
            self._show(State.FAILED, sentence, details)

    def _show(self, state: State, trouble: str = "", details: str = "") -> None:
        self.state, self.trouble, self.details = state, trouble, details
        self.changed.emit()


class _Bench(QThread):
    """The thread that waits for proofs; it takes the newest order only.

    Signals:
        made: the number of an order and its proof.
        failed: the number of an order, the sentence why there is no proof, details for a report.
    """

    made = Signal(int, object)
    failed = Signal(int, str, str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._worker: ProofWorker | None = None
        self._change = Condition()
        self._order: tuple[int, _Told] | None = None
        self._ended = False

    def take(self, number: int, order: _Told) -> None:
        """Take an order in place of one that still waits."""
        with self._change:
            self._order = (number, order)
            self._change.notify()
        if not self.isRunning():
            self.start()

    def end(self) -> None:
        """Give up what is being made and end."""
        with self._change:
            self._ended = True
            self._change.notify()
            worker = self._worker
        if worker is not None:
            worker.end()
        self.wait(_CLOSING)
        if worker is not None:
            worker.close()

    def run(self) -> None:
        """Make one proof after another, in this thread's own time."""
        # Loaded late, in this thread: the window starts without what makes documents.
        from roadmapper.proof import ProofOrder  # noqa: PLC0415
        from roadmapper.proof_worker import ProofWorker  # noqa: PLC0415

        with self._change:
            self._worker = worker = ProofWorker()
        while (told := self._next()) is not None:
            number, order = told
            try:
                proof = worker.proof(ProofOrder(*order))
            except RoadmapperError as error:
                details = error.details if isinstance(error, ExportError) else ""
                self.failed.emit(number, str(error), details)
            else:
                self.made.emit(number, proof)

    def _next(self) -> "tuple[int, _Told] | None":
        with self._change:
            while self._order is None and not self._ended:
                self._change.wait()
            order, self._order = self._order, None
            return None if self._ended else order
