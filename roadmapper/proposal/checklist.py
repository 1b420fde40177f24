"""A list of what others ask of a model card, such as a regulation's. It judges nothing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Item:
    """One item: the questions of a card that answer it, all of them.

    `where` are cells of the rows of a table that count; `row` is a row the template gives, `column`
    the column that answers.
    """

    id: str
    text: str
    fields: tuple[str, ...]
    where: Mapping[str, str] = field(default_factory=dict)
    row: str = ""
    column: str = ""
    may_be_open: bool = False


@dataclass(frozen=True, slots=True)
class Checklist:
    """A list of what a card may be asked for, the day it was read, and how it stands.

    `asked_of` are the kinds of model of which all of it is expected, `shown_for` those whose
    answers are printed beside it; an empty text stands for a model that does not say its kind.
    """

    name: str
    title: str
    as_of: date
    status: str
    items: tuple[Item, ...]
    asked_of: tuple[str, ...] = ()
    shown_for: tuple[str, ...] = ()
