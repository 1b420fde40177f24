"""Reads a list of questions that a health system sent: pasted, or a file. It is trusted in nothing.

One question stands on a line, or in a row of a table among other columns.
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from roadmapper.errors import QuestionsError

BYTES = 1_000_000
"""The most bytes of a list."""
COUNT = 300
"""The most questions of a list."""
LENGTH = 600
"""The most characters of a question."""
TABLES = (".csv", ".tsv")
"""How the names of files end in which a row may hold more than the question."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_HEADS = frozenset({"question", "questions", "requirement", "requirements", "ask", "item", "text"})
_NUMBERED = re.compile(
    r"^\s*(?:(?:[Qq]?\d{1,3}(?:\.\d{1,3})*|[A-Za-z])[.):]\s+|[-*\u2022\u2013]\s+)"
)
_LETTER = re.compile(r"[^\W\d_]")
_SEPARATORS = ",;\t|"
_LONGEST_NAMED = 60


def read_file(path: Path) -> tuple[str, ...]:
    """Return the questions of a file.

    Raises:
        QuestionsError: It cannot be read, is no text, or holds too much or nothing.
    """
    try:
        with path.open("rb") as file:
            content = file.read(BYTES + 1)
    except FileNotFoundError:
        raise QuestionsError(f'There is no file "{path}". Check the name.') from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise QuestionsError(
            f'"{path}" cannot be read ({why}). Name a list of questions.'
        ) from None
    if len(content) > BYTES:
        raise QuestionsError(
            f"The file is larger than {BYTES // 1_000_000} MB, which no list of questions is. "
            "Keep the questions alone."
        )
    text = _decoded(content)
    return questions_of(_of_table(text) if path.suffix.lower() in TABLES else text.splitlines())


def read_text(text: str) -> tuple[str, ...]:
    """Return the questions of a text that was pasted; rows of a table come with tabs.

    Raises:
        QuestionsError: It holds too much, or nothing.
    """
    if len(text) > BYTES:
        raise QuestionsError("The text is longer than any list of questions. Paste less.")
    return questions_of(_of_table(text) if "\t" in text else text.splitlines())


def questions_of(lines: Iterable[str]) -> tuple[str, ...]:
    """Return lines as questions: without numbers before them, each once, none without a letter.

    Raises:
        QuestionsError: There are too many, none, or one that is too long to be a question.
    """
    found: dict[str, str] = {}
    for line in lines:
        question = " ".join(_seen(_NUMBERED.sub("", line)).split())
        if not _LETTER.search(question):
            continue
        if len(question) > LENGTH:
            raise QuestionsError(
                f'"{question[:_LONGEST_NAMED]}…" is longer than {LENGTH} characters, so it is no '
                "one question. Put one question on a line."
            )
        found.setdefault(same(question), question)
        if len(found) > COUNT:
            raise QuestionsError(
                f"There are more than {COUNT} questions. Bring in those that decide, or a part."
            )
    if not found:
        raise QuestionsError("There is no question in it. Put one question on a line.")
    return tuple(found.values())


def same(question: str) -> str:
    """Return what two questions have in common that are the same."""
    return "".join(re.findall(r"\w+", question.casefold()))


def _seen(text: str) -> str:
    """Return a text without what cannot be seen, such as marks that turn its direction."""
    return "".join(one for one in text if one.isprintable() or one.isspace())


def _decoded(content: bytes) -> str:
    for mark, name in _MARKS:
        if content.startswith(mark):
            return _text(content, name)
    try:
        return _text(content, "utf-8")
    except QuestionsError:
        # How spreadsheets on Windows write a plain CSV.
        return _text(content, "windows-1252")


def _text(content: bytes, name: str) -> str:
    try:
        text = content.decode(name)
    except UnicodeDecodeError:
        text = "\x00"
    if "\x00" in text:
        raise QuestionsError("The file is no text. Save the list as CSV or text and try again.")
    return text


def _of_table(text: str) -> Iterator[str]:
    """Yield the column of a table that holds the questions, or its lines if it is none."""
    rows = _rows(text)
    width = max((len(row) for row in rows), default=0)
    if width < 2 or any(len(row) != width for row in rows):  # noqa: PLR2004 - no table
        # Commas inside sentences make rows of any width: then the lines are the questions.
        lines = [row[0] for row in rows] if width == 1 else text.splitlines()
        yield from lines[1:] if _is_head(lines[:1]) else lines
        return
    heads = [cell.strip().casefold() for cell in rows[0]]
    named = [at for at, head in enumerate(heads) if head in _HEADS]
    column = named[0] if named else _wordiest(rows, width)
    yield from (row[column] for row in (rows[1:] if named else rows))


def _rows(text: str) -> list[list[str]]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(_SEPARATORS, key=first.count)
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True))
    except csv.Error:
        return [[line] for line in text.splitlines()]
    return [row for row in rows if any(cell.strip() for cell in row)]


def _is_head(cells: Sequence[str]) -> bool:
    return any(cell.strip().casefold() in _HEADS for cell in cells)


def _wordiest(rows: Sequence[Sequence[str]], width: int) -> int:
    return max(range(width), key=lambda at: sum(len(row[at]) for row in rows))
