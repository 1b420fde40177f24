"""A memory of what was made before, so that a document laid out again sets only what changed."""

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Memory(Generic[Value]):
    """Values by all that they were made from; begins anew when they take too much room."""

    def __init__(self, room: int) -> None:
        self._room = room
        self._taken = 0
        self._known: dict[Hashable, Value] = {}

    def recall(self, key: Hashable, size: int, make: Callable[[], Value]) -> Value:
        """Return the value of a key, made if it is not known; it takes so much of the room."""
        found = self._known.get(key)
        if found is None:
            if self._taken + size > self._room:
                self._known.clear()
                self._taken = 0
            found = self._known[key] = make()
            self._taken += size
        return found

    def __len__(self) -> int:
        """Return how many values are known."""
        return len(self._known)
