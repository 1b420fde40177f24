"""Reads briefs: what one reader is told on one to two pages, in parts that are always the same."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from roadmapper.template.chapters import read_block
from roadmapper.template.model import (
    BRIEF_PARTS,
    BlockRule,
    BriefRule,
    HardQuestion,
    ReaderQuestion,
)
from roadmapper.template.reader import Table, read_table
from roadmapper.template.wordings import read_conditions, read_wording

_EVERY = "every"
"""The file with the headings, and with the parts of readers who have none of their own."""

Parts = Mapping[str, tuple[BlockRule, ...]]


def read_briefs(folder: Path, audiences: Iterable[str]) -> dict[str, BriefRule]:
    """Return the briefs of the audiences that have a file of their own in this folder.

    Raises:
        TemplateError: Something in a file cannot be used.
    """
    files = {name: folder / f"{name}.toml" for name in audiences}
    found = {name: file for name, file in files.items() if file.is_file()}
    if not found:
        return {}
    every = read_table(folder / f"{_EVERY}.toml")
    headings = every.table("headings")
    if headings is None:
        every.fail("headings", "this table is missing.", 'Add [headings] with decide = "...".')
    names = {name: headings.text(name) for name in (*BRIEF_PARTS, "usual")}
    headings.finish()
    shared = _parts(every)
    every.finish()
    return {name: _brief(name, read_table(file), names, shared) for name, file in found.items()}


def read_hardest(file: Path) -> tuple[HardQuestion, ...]:
    """Return the hardest questions in a file; none without it.

    Raises:
        TemplateError: Something in the file cannot be used.
    """
    if not file.is_file():
        return ()
    table = read_table(file)
    table.raw("as_of")
    found = tuple(_hard(one) for one in table.tables("question"))
    table.finish()
    return found


def _hard(table: Table) -> HardQuestion:
    question = HardQuestion(table.text("id"), read_conditions(table), table.texts("chapters"))
    table.finish()
    return question


def _brief(name: str, table: Table, headings: Mapping[str, str], shared: Parts) -> BriefRule:
    names = table.texts("names")
    if not names:
        table.fail("names", "a brief needs the names of its reader.", 'Write names = ["CFO"].')
    parts = {**shared, **_parts(table)}
    brief = BriefRule(
        id=name,
        names=names,
        headline=read_wording(table, "headline", needed=True),
        line=read_wording(table, "line"),
        headings=headings,
        parts={
            part: tuple(_addressed(one, names) for one in blocks) for part, blocks in parts.items()
        },
        usual=table.texts("usual"),
        questions=tuple(_question(one) for one in table.tables("question")),
    )
    table.finish()
    return brief


def _parts(table: Table) -> dict[str, tuple[BlockRule, ...]]:
    return {
        name: tuple(read_block(one) for one in table.tables(name))
        for name in BRIEF_PARTS
        if name in table.values
    }


def _addressed(block: BlockRule, names: tuple[str, ...]) -> BlockRule:
    """Return a block whose rows are those of this reader, where it asks for the reader's."""
    where = tuple(
        replace(one, test="has", value=names[0], others=names[1:]) if one.test == "reader" else one
        for one in block.where
    )
    return replace(block, where=where)


def _question(table: Table) -> ReaderQuestion:
    question = ReaderQuestion(table.text("text"), table.texts("chapters"))
    table.finish()
    return question
