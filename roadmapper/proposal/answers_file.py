"""Answers files: TOML that a person writes, read into answers by address.

A table per section, a key per question, an array of tables per rows question; `evidence_links`,
`marks`, `notes`, `state`, `waivers`, `reviews` and `imported_cards` hold what is kept about an
answer, by its address. Every error names the key, says what is wrong and what to write.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

from roadmapper.errors import AddressError, FileError, ValueRefusedError
from roadmapper.proposal.answers_text import ABOUT
from roadmapper.proposal.answers_values import digits, is_number, listed_texts, plain, shown
from roadmapper.proposal.fitting import fit, meant, question_at
from roadmapper.proposal.path import (
    CARDS,
    EVIDENCE,
    MARKS,
    NOTES,
    REVIEWS,
    STATE,
    WAIVERS,
    AnswerPath,
    is_row_id,
    new_row_ids,
)
from roadmapper.template.kinds import (
    LIST_KINDS,
    TEXT_KINDS,
    Kind,
    Value,
    complaint,
)
from roadmapper.template.model import Question, Template

LIMIT = 5_000_000
"""The most bytes an answers file may have."""

_RANGE = 3
_DEEPEST = 12
_EXAMPLES = {
    EVIDENCE: ("Write a list of row ids", '["e1", "e4"]'),
    MARKS: ("Write goal or assumption", '"goal"'),
    NOTES: ("Write one text", '"Ask Kim"'),
    STATE: ("Write one text", '"done"'),
    WAIVERS: ("Write a list of texts", '["required: known by May"]'),
    REVIEWS: ("Write one text", '"approved"'),
    CARDS: ("Write a list of texts", '["<AppliedModelCard>"]'),
}

Tables = Mapping[str, object]
"""What TOML spells: keys to texts, numbers, dates, lists and tables."""


def read_answers(
    path: Path, template: Template, used: frozenset[str] = frozenset()
) -> dict[str, Value]:
    """Return the answers in a file, by address.

    A row without an id is a new row; its name is none of those that were `used` before.

    Raises:
        FileError: The file cannot be read, is too large or is no TOML.
        AddressError: A key names no question of the template.
        ValueRefusedError: A value is not of the kind that is kept there.
    """
    return from_tables(read_tables(path), template, path.name, used)


def read_tables(path: Path) -> Tables:
    """Return what a TOML file spells, not yet compared with a template.

    Raises:
        FileError: The file cannot be read, is too large or is no TOML.
    """
    try:
        with path.open("rb") as file:
            content = file.read(LIMIT + 1)
    except FileNotFoundError:
        raise FileError(f'There is no file "{path}". Check the name.') from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise FileError(f'"{path}" cannot be read ({why}). Name an answers file.') from None
    if len(content) > LIMIT:
        raise FileError(
            f'"{path.name}" is larger than {LIMIT // 1_000_000} MB. Split it into several files.'
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FileError(f'"{path.name}" is not UTF-8 text. Save it as UTF-8.') from None
    return parse_tables(text, path.name)


def parse_tables(text: str, name: str) -> Tables:
    """Return what a TOML text spells; `name` is what errors call it.

    Raises:
        FileError: It is no TOML.
    """
    try:
        return tomllib.loads(text, parse_float=Decimal)
    except (ValueError, RecursionError) as error:
        raise FileError(f'"{name}" is not valid TOML: {error}. Mend that place.') from None


def from_tables(
    tables: Tables, template: Template, name: str, used: frozenset[str] = frozenset()
) -> dict[str, Value]:
    """Return the answers that tables spell; `name` is what errors call them."""
    reader = _Reader(template, name, used)
    values: dict[str, Value] = {}
    for key, table in tables.items():
        if key in ABOUT and template.section(key) is None:
            values |= reader.about(key, table)
        else:
            values |= reader.section(key, table)
    if reader.refused:
        raise ValueRefusedError("\n".join(reader.refused))
    return values


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one answers file against one template."""

    template: Template
    name: str
    used: frozenset[str]
    refused: list[str] = field(default_factory=list)
    """What is wrong with single values, told together so that one reading finds them all."""

    def section(self, key: str, table: object) -> Iterator[tuple[str, Value]]:
        section = self.template.section(key)
        if section is None:
            known = ", ".join([*(one.id for one in self.template.sections), *ABOUT])
            raise AddressError(f"{self.name}: there is no section [{key}]. There are: {known}.")
        if not isinstance(table, Mapping):
            raise self._wrong(key, "Write a table of answers", f"[{key}]")
        for name, value in table.items():
            question = section.question(name)
            if question is None:
                known = ", ".join(one.id for one in section.questions)
                raise AddressError(
                    f'{self.name}: [{key}] has no question "{name}". It has: {known}.'
                )
            yield from self._answer(question, AnswerPath(key, name), value)

    def about(self, key: str, table: object) -> Iterator[tuple[str, Value]]:
        if not isinstance(table, Mapping):
            raise self._wrong(key, "Write a table by address", f'[{key}]\n"section.question" = ...')
        for text, value in table.items():
            wrong = self._wrong(f'{key}."{text}"', *_EXAMPLES[ABOUT[key]])
            if plain(value) is None:
                raise wrong
            try:
                path = AnswerPath.parse(f"{ABOUT[key]}.{text}")
                kept = fit(question_at(self.template, path), plain(value))
            except AddressError as error:
                raise AddressError(f"{self.name}: [{key}] {error}") from None
            except ValueRefusedError:
                raise wrong from None
            yield str(path), kept

    def _answer(
        self, question: Question, path: AnswerPath, value: object
    ) -> Iterator[tuple[str, Value]]:
        if question.is_group:
            yield from self._rows(question, path, value)
            return
        kept = meant(question, self._value(question, str(path), value))
        trouble = complaint(question.kind, kept, question.choices) if kept not in ("", ()) else ""
        if trouble:
            self.refused.append(f"{self.name}: {path} is {shown(value)}. {trouble}")
        yield str(path), kept

    def _value(self, question: Question, key: str, value: object) -> Value:
        match question.kind:
            case Kind.COMPUTED:
                raise ValueRefusedError(
                    f"{self.name}: {key} is computed by the program. Leave it out."
                )
            case Kind.YES_NO:
                return self._yes_no(key, value)
            case Kind.DATE:
                return self._date(key, value)
            case kind if kind in LIST_KINDS:
                return self._list(question, key, value)
            case kind if isinstance(value, str):
                return value
            case kind if is_number(value):
                return digits(value)
            case kind:
                example = '"..."' if kind in TEXT_KINDS or kind is Kind.CHOICE else "1200"
                raise self._wrong(key, "Write one text or number", example)

    def _yes_no(self, key: str, value: object) -> Value:
        known = {"yes": True, "true": True, "no": False, "false": False, "": None}
        if isinstance(value, bool):
            return value
        if isinstance(value, str) and value.strip().lower() in known:
            return known[value.strip().lower()]
        raise self._wrong(key, "Write true or false", "true")

    def _date(self, key: str, value: object) -> Value:
        if isinstance(value, date) and not isinstance(value, datetime):
            return value.isoformat()
        if isinstance(value, str):
            return value
        raise self._wrong(key, "Write a date", "2027-05-14")

    def _list(self, question: Question, key: str, value: object) -> Value:
        texts = listed_texts(value)
        if question.kind is Kind.RANGE and isinstance(value, list) and len(value) == _RANGE:
            return tuple(digits(one) if is_number(one) else str(one) for one in value)
        if texts is None or question.kind is Kind.RANGE:
            example = "[6, 9, 14]" if question.kind is Kind.RANGE else '["one", "another"]'
            raise self._wrong(key, "Write a list", example)
        return tuple(texts)

    # --- rows ------------------------------------------------------------------------------------

    def _rows(
        self, question: Question, path: AnswerPath, value: object
    ) -> Iterator[tuple[str, Value]]:
        tables = self._fixed_tables(question, path, value) or self._tables(path, value)
        rows = self._named(path, tables)
        given = [row.id for row in question.fixed]
        unknown = [row for row in rows if given and row not in given]
        if unknown:
            raise AddressError(
                f'{self.name}: {path} has no row "{unknown[0]}". '
                f"Its rows are given: {', '.join(given)}."
            )
        if isinstance(value, list) and (not given or len(rows) == len(given)):
            yield str(path), tuple(rows)
        for row, table in rows.items():
            yield from self._cells(question, path.row(row), table)

    def _fixed_tables(
        self, question: Question, path: AnswerPath, value: object
    ) -> Sequence[Tables]:
        if not question.fixed or not isinstance(value, Mapping):
            return ()
        for row, table in value.items():
            if not isinstance(table, Mapping):
                raise self._wrong(f"{path}.{row}", "Write a table", f"[{path}.{row}]")
        return [{**table, "id": row} for row, table in value.items()]

    def _tables(self, path: AnswerPath, value: object) -> Sequence[Tables]:
        if isinstance(value, list) and all(isinstance(one, Mapping) for one in value):
            return value
        texts = listed_texts(value)
        if texts is not None:
            return [{"id": row} for row in texts]
        name = AnswerPath(path.section, path.question)
        raise self._wrong(str(path), "Write one table per row", f"[[{name}]]")

    def _named(self, path: AnswerPath, tables: Sequence[Tables]) -> dict[str, Tables]:
        fresh = new_row_ids({str(table.get("id")) for table in tables} | self.used)
        rows: dict[str, Tables] = {}
        for table in tables:
            row = str(table.get("id") or next(fresh))
            if not is_row_id(row):
                raise self._wrong(f"{path} id", "Write a short id of small letters", 'id = "k1"')
            if row in rows:
                raise ValueRefusedError(f'{self.name}: {path} has two rows with the id "{row}".')
            rows[row] = table
        return rows

    def _cells(
        self, question: Question, row: AnswerPath, table: Tables
    ) -> Iterator[tuple[str, Value]]:
        if len(row.steps) > _DEEPEST:
            raise ValueRefusedError(f"{self.name}: {row} lies too deep.")
        for name, value in table.items():
            column = question.column(name)
            if column is None and name != "id":
                known = ", ".join(["id", *(one.id for one in question.columns)])
                raise AddressError(
                    f'{self.name}: {row} has no column "{name}". There are: {known}.'
                )
            if column is not None and name != "id":
                yield from self._answer(column, row.column(name), value)

    def _wrong(self, key: str, what: str, example: str) -> ValueRefusedError:
        return ValueRefusedError(f"{self.name}: {key} cannot be kept. {what}, such as {example}.")
