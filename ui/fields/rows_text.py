"""How cells read, what typed or pasted cells mean, and tables as text between programs."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from roadmapper.document.markup import prose
from roadmapper.document.nodes import plain
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import GROUP_KINDS, NUMBER_KINDS, Kind, Value
from roadmapper.template.model import Option, Question
from ui.opened import Opened
from ui.shown_dates import shown_date
from ui.shown_values import edited_number, shown_value
from ui.typed import typed_day, typed_number
from ui.words import _, ngettext

_NAMING = frozenset({Kind.LINE, Kind.PROSE, Kind.CHOICE})
_YES = frozenset({"yes", "y", "true", "x", "1", "✓"})
_NO = frozenset({"no", "n", "false", "0"})
_PARTS = re.compile(r"\s*[;|/–]\s*|\s+to\s+")
_THREE = 3
_BREAKS = re.compile(r"\s*[\r\n]\s*")
_CELL = re.compile(r'(?:"((?:[^"]|"")*)"|([^\t\r\n]*))(\t|\r\n|\n|\r|\Z)')


class UnreadableError(ValueError):
    """A pasted text says nothing under this question and cannot be kept as typed either."""


# --- columns and rows ---------------------------------------------------------------------------


def columns_of(question: Question) -> tuple[Question, ...]:
    """Return the columns as the table shows them: what names a row stands first."""
    if question.fixed:
        given = Question("", Kind.COMPUTED, question.row_title or question.label)
        return (given, *question.columns)
    first = title_column(question)
    rest = [column for column in question.columns if column is not first]
    return (first, *rest) if first else tuple(rest)


def title_column(question: Question) -> Question | None:
    """Return the column that names a row: the first that may be told, else the first."""
    told = [column for column in question.columns if not column.internal] or question.columns
    if not told or told[0].kind in _NAMING:
        return told[0] if told else None
    return next((column for column in told if column.kind is Kind.LINE), told[0])


def heading(column: Question) -> str:
    """Return the heading of a column, with the unit that its cells leave out."""
    told = column.unit.casefold() in column.label.casefold()
    has_unit = column.kind is Kind.NUMBER and not told
    return f"{column.label}, {column.unit}" if has_unit else column.label


def row_title(opened: Opened, path: str, row: str) -> str:
    """Return what a person calls a row; empty if nothing names it yet."""
    address = AnswerPath.parse(path)
    question = opened.template.question(address.section, address.question, address.columns)
    column = title_column(question)
    given = question.fixed_label(row)
    if given or column is None:
        return given
    return cell_text(column, opened.value(f"{path}[{row}].{column.id}"), opened)


# --- values as text -----------------------------------------------------------------------------


def cell_text(column: Question, value: Value, opened: Opened) -> str:
    """Return a value as it reads in a cell: labels, dates in words, counts of inner rows."""
    match value:
        case tuple() if column.kind in GROUP_KINDS:
            return ngettext("1 row", "{count} rows", len(value)).format(count=len(value))
        case tuple() if column.kind is Kind.LINK:
            titles = (row_title(opened, column.link, row) for row in value)
            return "; ".join(title or _("Unnamed row") for title in titles)
        case str() if column.kind is Kind.PROSE:
            return " ".join(" ".join(plain(part.line).split()) for part in prose(value))
        case _:
            return shown_value(column, value)


def edited_text(column: Question, value: Value) -> str:
    """Return the text a cell begins with when it is edited."""
    if not isinstance(value, str):
        return ""
    if column.kind in NUMBER_KINDS:
        return edited_number(value)
    return shown_date(value) if column.kind is Kind.DATE else value


# --- text as values -----------------------------------------------------------------------------


def typed_value(column: Question, text: str) -> Value:
    """Return what a typed or pasted text means; what is not understood is kept as typed.

    Raises:
        UnreadableError: Nothing of it can be kept under this question.
    """
    if column.kind not in _READERS:
        raise UnreadableError(text)
    return _READERS[column.kind](column, text.strip()) if text.strip() else None


def _range(_column: Question, text: str) -> Value:
    three = text.split(";")
    parts = three if len(three) == _THREE else [part for part in _PARTS.split(text) if part]
    return tuple(typed_number(Kind.NUMBER, part.strip()) for part in parts)


def _choice(column: Question, text: str) -> Value:
    return _chosen(column.options, text)


def _chosen(options: Sequence[Option], text: str) -> str:
    wanted = text.casefold()
    for option in options:
        if wanted in (option.label.casefold(), option.value.casefold(), option.text.casefold()):
            return option.value
    return text


def _several(column: Question, text: str) -> Value:
    options = column.options
    whole = _chosen(options, text)
    if any(option.value == whole for option in options):
        return (whole,)
    parts = re.split(r"[;\n]" if ";" in text or "\n" in text else ",", text)
    return tuple(dict.fromkeys(_chosen(options, part.strip()) for part in parts if part.strip()))


def _yes_no(_column: Question, text: str) -> Value:
    word = text.casefold()
    if word in _YES or word in _NO:
        return word in _YES
    raise UnreadableError(text)


_READERS: Mapping[Kind, Callable[[Question, str], Value]] = {
    Kind.LINE: lambda _column, text: _BREAKS.sub(" ", text),
    Kind.PROSE: lambda _column, text: text,
    Kind.DATE: lambda _column, text: typed_day(text),
    Kind.CHOICE: _choice,
    Kind.CHOICES: _several,
    Kind.YES_NO: _yes_no,
    Kind.RANGE: _range,
    **dict.fromkeys(NUMBER_KINDS, lambda column, text: typed_number(column.kind, text)),
}


# --- tables between programs --------------------------------------------------------------------


def table_cells(text: str) -> list[list[str]]:
    """Return the cells of a table as spreadsheets put it on the clipboard."""
    lines: list[list[str]] = [[]]
    for cell, end in _cells(text):
        lines[-1].append(cell)
        if end != "\t":
            lines.append([])
    while lines and not any(lines[-1]):
        lines.pop()
    return lines


def _cells(text: str) -> Iterator[tuple[str, str]]:
    """Yield each cell and what ends it; quotes around a cell let it hold tabs and lines."""
    place = 0
    while place <= len(text):
        found = _CELL.match(text, place)
        if found is None or (place == len(text) and text[-1:] != "\t"):
            return
        quoted = found[1]
        yield (found[2] if quoted is None else quoted.replace('""', '"')), found[3]
        if not found[3]:
            return
        place = found.end()


def table_text(lines: Sequence[Sequence[str]]) -> str:
    """Return cells as text that a spreadsheet reads."""
    return "\n".join("\t".join(_quoted(cell) for cell in line) for line in lines)


def _quoted(cell: str) -> str:
    if any(mark in cell for mark in '\t\r\n"'):
        return '"' + cell.replace('"', '""') + '"'
    return cell
