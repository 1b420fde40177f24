"""Several questions of ours in one text of a foreign card, and apart again.

The question a place fills comes first; each that is added stands below its label in bold. That is
how the text is taken apart when it comes back; a table that was added stays where it stands.
"""

import re
from collections.abc import Iterator, Mapping

from roadmapper.cards import metrics
from roadmapper.cards.card import Card, Field, Fields, Row
from roadmapper.cards.packs import Element, Pack
from roadmapper.cards.place import Place


def said(card: Card, fields: Fields, element: Element, pack: Pack) -> str:
    """Return what a card says in one place of a foreign card; empty if nothing."""
    parts = [_own(card, fields, element.place, pack)] if element.place else []
    if element.results:
        rows = rows_of(card, element.results, pack)
        parts.append(_bulleted(metrics.in_words(row) for row in rows))
    added = [asked for name in element.adds if (asked := fields.get(name))]
    parts += [f"**{one.label}**\n\n{text}" for one in added if (text := told(card, one))]
    return "\n\n".join(filter(None, parts))


def listed(card: Card, element: Element, pack: Pack) -> list[str]:
    """Return what a card says in a place that may stand several times."""
    place = element.place
    if place is None:
        return []
    if place.column:
        return [
            text for row in rows_of(card, place, pack) if (text := row.cells.get(place.column, ""))
        ]
    text = card.texts.get(place.field, "")
    by = ";" if ";" in text else place.join.strip() or "\n"
    return [one.strip() for one in text.split(by) if one.strip()]


def rows_of(card: Card, place: Place, pack: Pack) -> tuple[Row, ...]:
    """Return the rows of a table that belong in a place."""
    rows = card.rows(place.field)
    if not place.cells and not place.rest:
        return rows
    others = pack.others(place)
    return tuple(
        row
        for row in rows
        if place.marks(row) or (place.rest and not any(one.marks(row) for one in others))
    )


def split(text: str, element: Element, fields: Fields) -> tuple[str, Mapping[str, str]]:
    """Return the text of the question a place fills, and of those that were added, by id."""
    labels = {fields[name].label: name for name in element.adds if name in fields}
    if not labels:
        return text, {}
    heading = re.compile(rf"(?:\A|\n\n)\*\*({'|'.join(map(re.escape, labels))})\*\*\n\n")
    first, *rest = heading.split(text)
    own, added = [first] if first else [], {}
    for label, said_there in zip(rest[::2], rest[1::2], strict=True):
        name = labels[label]
        if fields[name].columns or name in added:
            own.append(f"**{label}**\n\n{said_there}")
        else:
            added[name] = said_there
    return "\n\n".join(own), added


def told(card: Card, asked: Field) -> str:
    """Return all a card answers to a question, in words: a table as a list of its rows."""
    if not asked.columns:
        return asked.shown(card.texts.get(asked.id, ""))
    return _bulleted(filter(None, (_row(asked, row) for row in card.rows(asked.id))))


def _own(card: Card, fields: Fields, place: Place, pack: Pack) -> str:
    asked = fields.get(place.field)
    if asked is None:
        return ""
    if place.given:
        cells = card.given(place.field, place.given)
        column = asked.columns.get(place.column)
        choice = cells.get(place.column, "")
        shown, more = column.shown(choice) if column else "", cells.get(place.spare, "")
        return ". ".join(filter(None, ("" if place.choice(more) == choice else shown, more)))
    if not place.column:
        return asked.shown(card.texts.get(place.field, ""))
    rows = rows_of(card, place, pack)
    if place.alone:
        return "\n\n".join(filter(None, (row.cells.get(place.column, "") for row in rows)))
    hidden = (place.column, *place.cells, *_elsewhere(place, pack))
    texts = [text for row in rows if (text := _with_first(asked, row, place.column, hidden))]
    return texts[0] if len(texts) == 1 else _bulleted(texts)


def _elsewhere(place: Place, pack: Pack) -> Iterator[str]:
    """Yield the columns of the same table that have a place of their own."""
    for one in pack.elements:
        if one.place and one.place.alone and one.place.field == place.field:
            yield one.place.column


def _with_first(asked: Field, row: Row, first: str, hidden: tuple[str, ...]) -> str:
    """Return a row with the cell of one column before the others."""
    rest = "; ".join(_cells(asked, row, hidden))
    head = row.cells.get(first, "")
    return f"{head} ({rest})" if head and rest else head or rest


def _row(asked: Field, row: Row) -> str:
    cells = "; ".join(_cells(asked, row, ()))
    name = asked.given.get(row.id, "")
    return f"**{name}**: {cells}" if name and cells else cells


def _cells(asked: Field, row: Row, hidden: tuple[str, ...]) -> Iterator[str]:
    for name, column in asked.columns.items():
        text = " ".join(row.cells.get(name, "").split())
        if text and name not in hidden and not column.internal:
            yield f"{column.label}: {column.shown(text)}"


def _bulleted(lines: Iterator[str] | list[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)
