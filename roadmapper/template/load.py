"""Loads a template: a folder of TOML files with a closed vocabulary."""

import re
import tomllib
from collections.abc import Sequence
from pathlib import Path

from roadmapper.errors import TemplateError
from roadmapper.template.chapters import read_chapter, read_condition
from roadmapper.template.kinds import GROUP_KINDS, Kind, Value, complaint
from roadmapper.template.model import (
    ChapterRule,
    ColumnGroup,
    Condition,
    Criterion,
    FixedRow,
    Option,
    Question,
    Section,
    Template,
)
from roadmapper.template.reader import Table
from roadmapper.template.validate import validate

ROLES = ("AE", "SA", "MGR")
_ID = re.compile(r"[a-z][a-z0-9_]{0,40}")


def load_template(folder: Path) -> Template:
    """Return the template in this folder.

    Raises:
        TemplateError: Something in it cannot be used; the message names the file, the key and what to write.
    """
    head = _read(folder / "template.toml")
    criteria = tuple(
        _criterion(one, number) for number, one in enumerate(head.tables("criterion"), 1)
    )
    groups = _named(head, "group")
    sections = tuple(
        _section(name, _read(folder / "sections" / f"{name}.toml"), tuple(groups))
        for name in head.texts("sections")
    )
    template = Template(
        id=folder.name,
        title=head.text("title"),
        version=head.text("version"),
        language=head.text("language", "en-US"),
        folder=folder,
        groups=groups,
        audiences=_named(head, "audience"),
        criteria=criteria,
        sections=sections,
        chapters=_ordered_chapters(head, sections),
        renamed=_renamed(head),
    )
    head.finish()
    validate(template)
    return template


def _read(path: Path) -> Table:
    try:
        return Table(path, "", tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise TemplateError(
            f"{path.name}: this file is missing in {path.parent}. "
            "Add it, or take its name out of template.toml."
        ) from error
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TemplateError(f"{path.name}: it cannot be read: {error}. Mend that place.") from error


def _named(head: Table, key: str) -> dict[str, str]:
    named = {}
    for one in head.tables(key):
        named[_id(one)] = one.text("title")
        one.finish()
    return named


def _renamed(head: Table) -> dict[str, str]:
    table = head.table("renamed")
    return {key: table.text(key) for key in table.values} if table else {}


def _criterion(table: Table, number: int) -> Criterion:
    criterion = Criterion(table.text("id"), number, table.text("name"), table.text("question"))
    table.finish()
    return criterion


def _ordered_chapters(head: Table, sections: Sequence[Section]) -> tuple[ChapterRule, ...]:
    known = {chapter.id: chapter for section in sections for chapter in section.chapters}
    order = head.texts("chapters")
    for name in order:
        if name not in known:
            head.fail(
                "chapters", f'no section has a chapter "{name}".', f"Known: {', '.join(known)}."
            )
    for name in known:
        if name not in order:
            head.fail("chapters", f'chapter "{name}" is not in the list.', "Add it to the list.")
    return tuple(known[name] for name in order)


def _section(name: str, table: Table, groups: Sequence[str]) -> Section:
    criteria = table.texts("criteria")
    together = table.raw("together") or ()
    section = Section(
        id=name,
        title=table.text("title"),
        page_title=table.text("page_title"),
        group=table.one_of("group", groups),
        intro=table.text("intro"),
        criteria=criteria,
        questions=tuple(_question(one) for one in table.tables("question")),
        chapters=tuple(read_chapter(one, name, criteria) for one in table.tables("chapter")),
        together=tuple(tuple(str(one) for one in unit) for unit in together),
    )
    table.finish()
    _refuse_twins(table, "question", [question.id for question in section.questions])
    return section


def _question(table: Table) -> Question:
    kind = Kind(table.one_of("kind", [kind.value for kind in Kind]))
    rows = table.table("rows")
    question = Question(
        id=_id(table),
        kind=kind,
        label=table.text("label"),
        help=table.text("help", ""),
        why=table.text("why", ""),
        filled_by=table.one_of("filled_by", ROLES, ""),
        criteria=table.texts("criteria"),
        unit=table.text("unit", ""),
        default=_default(table, kind),
        required=table.flag("required"),
        essential=table.flag("essential"),
        internal=table.flag("internal"),
        show_if=_show_if(table),
        minimum=table.number("min"),
        maximum=table.number("max"),
        length=table.count("length"),
        options=_options(table),
        link=table.text("link", ""),
        group=table.text("group", "") if isinstance(table.values.get("group"), str) else "",
        row_title=table.text("row_title", ""),
        fewest=rows.count("min") if rows else 0,
        most=rows.count("max") if rows else 0,
        columns=tuple(_question(one) for one in table.tables("column")),
        fixed=tuple(_fixed(one) for one in table.tables("row")),
        groups=_column_groups(table),
    )
    if rows:
        rows.finish()
    table.finish()
    _check(table, question)
    return question


def _check(table: Table, question: Question) -> None:
    if question.is_group and not question.columns:
        table.fail("column", "a table needs columns.", f"Add [[{table.place}.column]] tables.")
    if question.columns and question.kind not in GROUP_KINDS:
        table.fail("column", f"a {question.kind} has no columns.", 'Use kind = "rows".')
    if question.kind in (Kind.CHOICE, Kind.CHOICES) and not question.options:
        table.fail("options", "a choice needs options.", 'Add options = ["...", "..."].')
    if question.kind is Kind.LINK and not question.link:
        table.fail("link", "a link needs a target.", 'Add link = "section.question".')
    if question.default is not None:
        wrong = complaint(question.kind, question.default, [one.value for one in question.options])
        if wrong:
            table.fail("default", "the default does not fit.", wrong)
    _refuse_twins(table, "column", [column.id for column in question.columns])
    _refuse_twins(table, "row", [row.id for row in question.fixed])


def _refuse_twins(table: Table, key: str, ids: list[str]) -> None:
    for name in ids:
        if ids.count(name) > 1:
            table.fail(key, f'"{name}" is there twice.', "Give one of them another id.")


def _id(table: Table) -> str:
    name = table.text("id")
    if not _ID.fullmatch(name):
        table.fail("id", f'"{name}" cannot be an id.', "Use small letters, digits and underscores.")
    return name


def _fixed(table: Table) -> FixedRow:
    row = FixedRow(_id(table), table.text("label"))
    table.finish()
    return row


def _column_groups(table: Table) -> tuple[ColumnGroup, ...]:
    if isinstance(table.values.get("group"), str):
        return ()
    groups = []
    for one in table.tables("group"):
        groups.append(ColumnGroup(_id(one), one.text("label"), one.text("purpose", "")))
        one.finish()
    return tuple(groups)


def _default(table: Table, kind: Kind) -> Value:
    value = table.raw("default")
    if value is None or isinstance(value, bool | str):
        return value
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        return tuple(value)
    table.fail("default", f"this does not fit a {kind}.", 'Write it as a text: default = "15".')


def _options(table: Table) -> tuple[Option, ...]:
    given = table.raw("options") or ()
    options = []
    for number, one in enumerate(given):
        if isinstance(one, str):
            options.append(Option(one, one[:1].upper() + one[1:], one))
            continue
        entry = Table(table.file, f"{table.place}.options[{number + 1}]", one)
        value = entry.text("value")
        options.append(
            Option(
                value, entry.text("label", value[:1].upper() + value[1:]), entry.text("text", value)
            )
        )
        entry.finish()
    _refuse_twins(table, "options", [option.value for option in options])
    return tuple(options)


def _show_if(table: Table) -> Condition | None:
    given = table.table("show_if")
    return read_condition(given) if given else None
