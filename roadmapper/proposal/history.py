"""Undo and redo as readers of the log: what can be taken back, what can be brought again."""

from collections.abc import Iterable
from dataclasses import dataclass

from roadmapper.proposal.change import Batch, Origin

DEPTH = 200
"""How many steps can be undone."""


@dataclass(slots=True)
class History:
    """The two stacks that follow from a log; the last of each is next."""

    undoable: list[Batch]
    redoable: list[Batch]

    @classmethod
    def of(cls, batches: Iterable[Batch]) -> "History":
        """Return the history that a log of batches, oldest first, leaves behind."""
        history = cls([], [])
        for batch in batches:
            history.add(batch)
        return history

    def add(self, batch: Batch) -> None:
        """Take note of one more batch."""
        match batch.origin:
            case Origin.UNDO:
                _move(batch.about, self.undoable, self.redoable)
            case Origin.REDO:
                _move(batch.about, self.redoable, self.undoable)
            case _:
                self.undoable.append(batch)
                self.redoable.clear()
                del self.undoable[:-DEPTH]

    def replace_last(self, batch: Batch) -> None:
        """Put a batch that grew in place of the last one."""
        self.undoable[-1] = batch


def _move(number: int, source: list[Batch], target: list[Batch]) -> None:
    """Move a batch from the end of one stack to the end of the other."""
    if source and source[-1].id == number:
        target.append(source.pop())
        return
    # A log whose beginning was dropped does not tell what this step held. What lies beneath it may
    # not be done without it, on either side.
    source.clear()
    target.clear()
