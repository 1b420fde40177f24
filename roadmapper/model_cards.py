"""Model cards come home: a card of another format beside one of a proposal.

What comes in goes through `merge.compare` like everything that comes home, and is one batch. The
text a card was read from is kept beside it as an answer, one of each format, so that what has no
place with us goes out again as it came (`model_cards_out.py`).
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace

from roadmapper import paths
from roadmapper.cards.card import Card, Field, Fields, Row
from roadmapper.cards.coverage import load_lists
from roadmapper.cards.matching import matched
from roadmapper.cards.packs import Pack, load_packs
from roadmapper.cards.recognise import read_card
from roadmapper.errors import CardError, ValueRefusedError
from roadmapper.merge import Comparison, compare
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.checklist import Checklist
from roadmapper.proposal.facts import in_proposal
from roadmapper.proposal.fitting import fit
from roadmapper.proposal.notes import card_at
from roadmapper.proposal.path import AnswerPath, new_row_ids
from roadmapper.template.kinds import Kind, Value
from roadmapper.template.model import Question, Template

MODELS = AnswerPath("transparency", "models")
NAME = "model_name"


@dataclass(frozen=True, slots=True)
class Arrival:
    """A card that comes in: what it says, where it goes, how that compares with what is there."""

    card: Card
    row: str
    is_new: bool
    found: Comparison


def packs() -> tuple[Pack, ...]:
    """Return the formats of cards that are known.

    Raises:
        TemplateError: Something in a pack cannot be used.
    """
    return load_packs(paths.templates() / "packs" / "cards")


def lists() -> tuple[Checklist, ...]:
    """Return the lists a card may be compared with.

    Raises:
        TemplateError: Something in a list cannot be used.
    """
    return load_lists(paths.templates() / "packs" / "lists")


def fields_of(template: Template) -> Fields:
    """Return the questions of a card as the room for cards knows them.

    Raises:
        CardError: The template asks for no model cards.
    """
    asked = _models(template)
    return {one.id: _field(one) for one in asked.columns if one.id != asked.chosen_by}


def _models(template: Template) -> Question:
    found = template.find(str(MODELS))
    if found is None or not found.is_group:
        raise CardError("The template of this proposal asks for no model cards.")
    return found


def _field(question: Question) -> Field:
    return Field(
        question.id,
        question.label,
        question.kind is not Kind.PROSE,
        question.internal,
        {one.value: one.label for one in question.options},
        {one.id: _field(one) for one in question.columns},
        {one.id: one.label for one in question.fixed},
    )


def read(content: bytes, template: Template) -> Card:
    """Return the card that bytes hold, as it is kept under the questions of a template.

    Raises:
        CardError: They hold none, are damaged, or ask for more than a card may.
    """
    return _fitted(template, read_card(content, packs(), fields_of(template)))


def card_of(template: Template, answers: Answers, row: str) -> Card:
    """Return what a card of a proposal says now."""
    here = MODELS.row(row)
    texts, tables = {}, {}
    for question in _models(template).columns:
        path = here.column(question.id)
        if question.is_group:
            tables[question.id] = tuple(_rows(answers, question, path))
        elif (value := answers.value(str(path))) is not None:
            texts[question.id] = _text(value)
    return Card(texts, {name: rows for name, rows in tables.items() if rows})


def as_it_came(template: Template, answers: Answers, row: str, pack: str) -> Card:
    """Return what a card said when it was imported in a format; an empty one if it never was.

    Raises:
        CardError: What was kept of it can no longer be read.
    """
    kept = answers.rows(card_at(str(MODELS.row(row))))
    # The mark in front says how the text is kept, whatever its declaration says of the file.
    cards = (read(source.encode("utf-8-sig"), template) for source in kept)
    return next((one for one in cards if one.pack == pack), Card())


def name_of(answers: Answers, row: str) -> str:
    """Return what the model in a row is called; empty if it has no name yet."""
    return answers.text(str(MODELS.row(row).column(NAME)))


def model_named(template: Template, answers: Answers, name: str) -> str:
    """Return the row of the model with this row id or name; of the only one if none is given.

    Without a name only models that are in the proposal count.

    Raises:
        CardError: There is no such model, or several.
    """
    _models(template)
    rows = answers.rows(str(MODELS))
    names = {row: name_of(answers, row) for row in rows}
    if name in rows:
        return name
    chosen = in_proposal(template, answers).rows(str(MODELS))
    same = (row for row, one in names.items() if one.casefold() == name.casefold())
    found = tuple(same) if name else chosen
    if len(found) == 1:
        return found[0]
    told = (
        f"{row} ({one or 'no name yet'}{'' if row in chosen else ', not in this proposal'})"
        for row, one in names.items()
    )
    known = ", ".join(told) or "none yet"
    which = f'There is no one model "{name[:80]}"' if name else "Name the model"
    raise CardError(f"{which}. The models are: {known}.")


def arriving(
    template: Template, answers: Answers, used: Collection[str], card: Card, row: str = ""
) -> Arrival:
    """Compare a card that comes in with the model in a row, or with nothing if none is named."""
    fresh = new_row_ids({*used})
    is_new = not row
    row = row or next(fresh)
    here = MODELS.row(row)
    came = Card() if is_new else as_it_came(template, answers, row, card.pack)
    mine = card_of(template, answers, row)
    base_card = _named(came, mine, fresh)
    base = _laid(template, answers, here, base_card, card)
    theirs = _laid(template, answers, here, _named(card, _joined(base_card, mine), fresh), card)
    others = [one for one in answers.rows(card_at(str(here))) if one != came.source]
    theirs[card_at(str(here))] = (*others, card.source)
    if is_new:
        theirs[str(MODELS)] = (*answers.rows(str(MODELS)), row)
    found = compare(template, Answers(base), answers, Answers(theirs), used)
    return Arrival(card, row, is_new, found)


def _rows(answers: Answers, question: Question, path: AnswerPath) -> Iterator[Row]:
    given = [one.id for one in question.fixed]
    for row in answers.rows(str(path)) or given:
        cells = {
            one.id: _text(value)
            for one in question.columns
            if (value := answers.value(str(path.row(row).column(one.id)))) is not None
        }
        if cells:
            yield Row(cells, row)


def _text(value: Value) -> str:
    match value:
        case bool():
            return "yes" if value else "no"
        case tuple():
            return ", ".join(value)
        case _:
            return value or ""


def _fitted(template: Template, card: Card) -> Card:
    """Return a card with every text in the form it is kept in."""
    asked = {one.id: one for one in _models(template).columns}
    texts = {name: _text(_kept(asked[name], text)) for name, text in card.texts.items()}
    tables = {
        name: tuple(replace(row, cells=dict(_cells(asked[name], row))) for row in rows)
        for name, rows in card.tables.items()
    }
    return replace(card, texts=texts, tables=tables)


def _cells(table: Question, row: Row) -> Iterator[tuple[str, str]]:
    for name, text in row.cells.items():
        column = table.column(name)
        if column is not None:
            yield name, _text(_kept(column, text))


def _kept(question: Question, text: str) -> Value:
    try:
        return fit(question, text)
    except ValueRefusedError:  # a word where yes or no is kept; it stays as it is in the source
        return None


def _joined(card: Card, other: Card) -> Card:
    """Return the rows of two cards, each row once."""
    tables = {
        name: (
            *card.rows(name),
            *(one for one in other.rows(name) if one.id not in {row.id for row in card.rows(name)}),
        )
        for name in {**card.tables, **other.tables}
    }
    return Card(tables=tables)


def _named(card: Card, other: Card, fresh: Iterator[str]) -> Card:
    """Return a card whose rows have the ids of the same rows of another, or new ones."""
    tables: dict[str, tuple[Row, ...]] = {}
    for name, rows in card.tables.items():
        known = other.rows(name)
        tables[name] = tuple(
            row if row.id else replace(row, id=known[at].id if at is not None else next(fresh))
            for row, at in zip(rows, matched(rows, known), strict=True)
        )
    return replace(card, tables=tables)


def _laid(
    template: Template, answers: Answers, here: AnswerPath, card: Card, told: Card
) -> dict[str, Value]:
    """Return answers in which a row says what a card does, wherever another card says anything."""
    values = dict(answers)
    for question in _models(template).columns:
        path = here.column(question.id)
        if question.is_group and told.rows(question.id):
            for one in () if question.fixed else answers.inside(path):
                values.pop(one, None)
            values.update(_table(question, path, card.rows(question.id), told))
        elif question.id in told.texts:
            values[str(path)] = _kept(question, card.texts.get(question.id, ""))
    return values


def _table(
    question: Question, path: AnswerPath, rows: tuple[Row, ...], told: Card
) -> Iterator[tuple[str, Value]]:
    if not question.fixed:
        yield str(path), tuple(row.id for row in rows)
    asked: Mapping[str, Mapping[str, str]] = {one.id: one.cells for one in rows}
    names = asked if not question.fixed else {one.id: one.cells for one in told.rows(question.id)}
    for row, cells in names.items():
        for name in cells:
            column = question.column(name)
            if column is not None:
                text = asked.get(row, {}).get(name, "")
                yield str(path.row(row).column(name)), _kept(column, text)
