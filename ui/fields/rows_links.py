"""Links to rows as text between programs: a row is known by the name it is shown with."""

from collections import Counter
from collections.abc import Mapping

from ui.fields.rows_text import row_title
from ui.opened import Opened
from ui.words import _

_BETWEEN = "; "


def link_names(opened: Opened, path: str) -> Mapping[str, str]:
    """Return the rows at an address by names of which no two are alike."""
    names: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for place, row in enumerate(opened.session.rows(path), 1):
        name = " ".join(row_title(opened, path, row).split()) or _("Row {place}").format(
            place=place
        )
        seen[name.casefold()] += 1
        times = seen[name.casefold()]
        while f"{name} ({times})".casefold() in seen:
            times += 1
        told = name if times == 1 else f"{name} ({times})"
        seen[told.casefold()] += 1 if told != name else 0
        names[told] = row
    return names


def linked_text(opened: Opened, path: str, rows: tuple[str, ...]) -> str:
    """Return the names of linked rows; one that is gone is told by its id."""
    names = {row: name for name, row in link_names(opened, path).items()}
    return _BETWEEN.join(names.get(row, f"[{row}]") for row in rows)


def linked_rows(opened: Opened, path: str, text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the rows that a text names, and the names that no row has.

    A name may itself hold what stands between names, so the longest that is known is taken.
    """
    known = {name.casefold(): row for name, row in link_names(opened, path).items()}
    parts = [part for one in text.split("\n") for part in one.split(_BETWEEN.strip())]
    rows: dict[str, None] = {}
    unknown: list[str] = []
    while parts:
        for count in range(len(parts), 0, -1):
            name = " ".join(";".join(parts[:count]).split())
            row = known.get(name.casefold()) or _gone(name)
            if row:
                rows[row] = None
                parts = parts[count:]
                break
        else:
            name = " ".join(parts.pop(0).split())
            unknown += [name] if name else []
    return tuple(rows), tuple(unknown)


def _gone(name: str) -> str:
    """Return the id of a row that is not there any more, as it was copied."""
    inside = name[1:-1]
    is_id = name[:1] == "[" and name[-1:] == "]" and inside.isalnum() and inside.islower()
    return inside if is_id else ""
