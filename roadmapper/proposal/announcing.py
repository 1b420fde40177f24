"""Announcing batches to whoever listens, one after the other."""

from collections import deque
from collections.abc import Callable

from roadmapper.proposal.change import Batch

Listener = Callable[[Batch], None]


class Announcer:
    """Tells listeners of batches in the order they were made, also if a listener makes one."""

    def __init__(self) -> None:
        self._listeners: list[Listener] = []
        self._unheard: deque[Batch] = deque()

    def add(self, listener: Listener) -> None:
        """Tell this listener of every batch from now on."""
        self._listeners.append(listener)

    def remove(self, listener: Listener) -> None:
        """Tell this listener nothing more; one that is not there is no mistake."""
        if listener in self._listeners:
            self._listeners.remove(listener)

    def announce(self, batch: Batch) -> None:
        """Tell all listeners; a batch made by one of them is told after this one."""
        self._unheard.append(batch)
        if len(self._unheard) > 1:
            return
        try:
            while self._unheard:
                for listener in tuple(self._listeners):
                    listener(self._unheard[0])
                self._unheard.popleft()
        finally:
            # A listener that failed does not leave later batches waiting for ever.
            self._unheard.clear()
