"""Which rows are the same, where rows have no names that last."""

from collections.abc import Mapping, Sequence

from roadmapper.cards.card import Row


def matched(rows: Sequence[Row], others: Sequence[Row]) -> tuple[int | None, ...]:
    """Return for each row the place of the one it is among the others, None if there is none.

    Equal rows go first; then each row takes the one it shares most cells with, if that is half.
    """
    places: list[int | None] = [None] * len(rows)
    free = dict.fromkeys(range(len(others)))
    for at, row in enumerate(rows):
        same = next((one for one in free if others[one].cells == row.cells), None)
        if same is not None:
            places[at] = same
            del free[same]
    for at, row in enumerate(rows):
        if places[at] is None and free:
            best = max(free, key=lambda one: _alike(others[one].cells, row.cells))
            if 2 * _alike(others[best].cells, row.cells) >= max(len(row.cells), 1):
                places[at] = best
                del free[best]
    return tuple(places)


def _alike(one: Mapping[str, str], other: Mapping[str, str]) -> int:
    return sum(other.get(name) == text for name, text in one.items())
