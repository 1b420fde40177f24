"""Gathers what a foreign card says into a card of ours; what has no place is listed, not lost."""

import re
from collections.abc import Mapping

from roadmapper.cards.card import Card, Field, Fields, Piece, Reading, Row
from roadmapper.cards.place import Place

_SAYS_NOTHING = re.compile(
    r"(?:n\.?/?\s?a\.?|not (?:applicable|provided|available)|tbd|-+|"
    r"\[?more information needed\]?)\.?",
    re.IGNORECASE,
)
_LEFT_OPEN = "[More Information Needed]"
"""What the template of a card leaves behind where nobody wrote anything."""

_UNSEEN = re.compile("[\u200b-\u200f\u2060\ufeff]")
_BROKEN = re.compile("[\x00\ud800-\udfff]")


def says_nothing(text: str) -> bool:
    """Return whether a text only says that there is none."""
    bare = _UNSEEN.sub("", text).strip()
    return not bare or _SAYS_NOTHING.fullmatch(bare) is not None


def clean(text: str) -> str:
    """Return a text without what can be kept nowhere: half characters and zero bytes."""
    return _BROKEN.sub("\ufffd", text)


class Gathering:
    """A card that is being read."""

    def __init__(self, fields: Fields) -> None:
        self.fields = fields
        self.warnings: list[str] = []
        self._texts: dict[str, list[str]] = {}
        self._joins: dict[str, str] = {}
        self._tables: dict[str, list[Row]] = {}
        self._unplaced: list[Piece] = []
        self._readings: list[Reading] = []

    def put(self, place: Place | None, text: str, where: str) -> None:
        """Keep a text in its place, or list it."""
        text = clean(text).strip()
        if not _UNSEEN.sub("", text).strip() or text == _LEFT_OPEN:
            return
        asked = self._asked(place)
        if place is None or asked is None or says_nothing(text):
            self.leave(where, text)
            return
        kept = self._kept(place, asked, text, where)
        if kept and place.given:
            self._give(place.field, place.given, place.column, kept)
        elif kept and place.column:
            cells = {place.column: kept, **place.cells}
            self.row(place.field, cells, where)
        elif kept:
            self._joins[place.field] = place.join
            self._texts.setdefault(place.field, []).append(kept)

    def row(self, table: str, cells: Mapping[str, str], where: str) -> None:
        """Keep a row; a cell that the table has no column for is listed."""
        asked = self.fields.get(table)
        columns = asked.columns if asked else {}
        kept = {}
        for name, text in cells.items():
            if name not in columns:
                self.leave(where, f"{name}: {clean(text)}")
            elif text.strip():
                kept[name] = _fitted(columns[name], clean(text).strip())
        if kept:
            self._tables.setdefault(table, []).append(Row(kept))

    def leave(self, where: str, text: str) -> None:
        """List a text that has no place."""
        self._unplaced.append(Piece(where, clean(text).strip()))

    def card(self, form: str, pack: str, source: str) -> Card:
        """Return what was gathered: its format, the name of that, and the text it came from."""
        return Card(
            {name: self._joins[name].join(texts) for name, texts in self._texts.items()},
            {name: tuple(rows) for name, rows in self._tables.items()},
            form,
            pack,
            tuple(self._unplaced),
            tuple(self._readings),
            tuple(self.warnings),
            clean(source),
        )

    def has(self, field: str) -> bool:
        """Return whether anything was gathered for a question."""
        return field in self._texts or field in self._tables

    def _asked(self, place: Place | None) -> Field | None:
        asked = self.fields.get(place.field) if place else None
        if asked is None or place is None or not place.column:
            return asked
        return asked.columns.get(place.column)

    def _kept(self, place: Place, asked: Field, text: str, where: str) -> str:
        """Return a text as its question takes it; empty if it was listed instead."""
        if not asked.options:
            return _fitted(asked, text)
        pairs = asked.options.items()
        known = {one.casefold(): value for value, label in pairs for one in (value, label)}
        choice = known.get(text.casefold(), "")
        if choice:
            return choice
        choice = place.choice(text)
        choice = choice if choice in asked.options else ""
        if place.spare:
            self._give(place.field, place.given, place.spare, text)
        elif not choice:
            self.leave(where, text)
        if choice:
            self._readings.append(Reading(Piece(where, text), asked.label, asked.options[choice]))
        return choice

    def _give(self, table: str, row: str, column: str, text: str) -> None:
        """Keep a cell of a row that the template gives, behind what it holds already."""
        rows = self._tables.setdefault(table, [])
        at = next((at for at, one in enumerate(rows) if one.id == row), None)
        if at is None:
            rows.append(Row({column: text}, row))
            return
        before = rows[at].cells.get(column)
        joined = f"{before}\n\n{text}" if before else text
        rows[at] = Row({**rows[at].cells, column: joined}, row)


def _fitted(asked: Field, text: str) -> str:
    return " ".join(text.split()) if asked.one_line else text
