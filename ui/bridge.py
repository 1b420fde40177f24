"""Turns what a session announces into Qt signals, and keeps what could not be written."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from roadmapper.errors import FileError, RoadmapperError
from roadmapper.proposal.change import Batch, Change, Origin
from roadmapper.proposal.session import Session
from roadmapper.template.kinds import Value
from ui.words import _


class Bridge(QObject):
    """The door through which widgets change answers.

    Signals:
        changed: a batch was stored and applied.
        typing: a person began to type something that is not kept yet.
        kept: everything typed so far is on disk; carries the time.
        not_kept: a change could not be written; carries the sentence to show. What was typed
            waits for `retry`.
        refused: a value does not fit under its address; carries address and sentence.
    """

    changed = Signal(Batch)
    typing = Signal()
    kept = Signal(datetime)
    not_kept = Signal(str)
    refused = Signal(str, str)

    def __init__(
        self,
        session: Session,
        clock: Callable[[], datetime],
        parent: QObject | None = None,
        *,
        probe: Callable[[], None],
    ) -> None:
        """Serve a session; `probe` raises a FileError if the file can no longer be written."""
        super().__init__(parent)
        self.session = session
        self._clock = clock
        self._probe = probe
        self._waiting: dict[str, Value] = {}
        self._trouble = ""
        self._typing = False
        session.subscribe(self._announce)

    @property
    def waiting(self) -> dict[str, Value]:
        """Answers that were typed and are not on disk, by address."""
        return dict(self._waiting)

    def note_typing(self) -> None:
        """Know that a person types something that will be set in a moment."""
        if not self._typing:
            self._typing = True
            self.typing.emit()

    @property
    def is_well(self) -> bool:
        """Whether nothing is known to stand in the way of the next change."""
        return not self._trouble

    def set(self, path: str, value: Value) -> bool:
        """Keep one answer; return whether it is kept now."""
        return self._try(lambda: self.session.set(path, value), {path: value})

    def change(self, values: dict[str, Value], label: str) -> bool:
        """Keep several answers as one step; return whether they are kept now."""
        return self._try(lambda: self.session.change(values, label), values)

    def act(self, step: Callable[[Session], object]) -> bool:
        """Do something else with the session, such as adding a row; return whether it was done."""
        return self._try(lambda: step(self.session), {})

    def undo(self) -> bool:
        """Take back the last step."""
        return self.act(Session.undo)

    def redo(self) -> bool:
        """Bring the last undone step again."""
        return self.act(Session.redo)

    def retry(self) -> bool:
        """Try again to write what is waiting, or at least whether the file can be written."""
        values = self.waiting
        if not values:
            return self._try(self._probe, {})
        return self._try(lambda: self.session.change(values, _("Keep what was typed")), values)

    def give_up(self) -> None:
        """Forget what is waiting, because it is kept elsewhere or not wanted any more."""
        self._waiting.clear()

    def beat(self) -> None:
        """Look whether the file can still be written; what stands in the way is told once."""
        try:
            self._probe()
        except FileError as error:
            if str(error) != self._trouble:
                self._trouble = str(error)
                self.not_kept.emit(self._trouble)

    def _try(self, step: Callable[[], object], values: dict[str, Value]) -> bool:
        self._typing = False
        try:
            step()
        except FileError as error:
            self._waiting |= values
            self._trouble = str(error)
            self.not_kept.emit(self._trouble)
            return False
        except RoadmapperError as error:
            # What can never be kept, such as an answer in a row that is gone, need not wait.
            self._settle(values)
            self.refused.emit(next(iter(values), ""), str(error))
            if self._trouble and not self._waiting:
                self._try(self._probe, {})
            return False
        self._settle(values)
        if not self._waiting:
            self._trouble = ""
            self.kept.emit(self._clock())
        return True

    def _settle(self, values: dict[str, Value]) -> None:
        for path in values:
            self._waiting.pop(path, None)

    def _announce(self, batch: Batch) -> None:
        self.changed.emit(batch)


class ReadingBridge(Bridge):
    """The door of a proposal that is open for reading: nothing is changed, and that is told.

    Signals:
        refused_all: somebody tried to change something.
    """

    refused_all = Signal()

    def beat(self) -> None:
        """Give no sign of life; a reader holds no lock."""

    def _try(self, step: Callable[[], object], values: dict[str, Value]) -> bool:
        del step
        now = {path: self.session.answers.value(path) for path in values}
        same = tuple(Change(path, value, value) for path, value in now.items())
        if same:
            # Whoever showed something else shows again what is kept.
            self.changed.emit(Batch(0, "", Origin.USER, "", self._clock(), same))
        self.refused_all.emit()
        return False
