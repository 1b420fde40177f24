"""Loads a template: a folder of TOML files with a closed vocabulary."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from roadmapper.errors import TemplateError
from roadmapper.template.chapters import read_chapter
from roadmapper.template.kinds import GROUP_KINDS, LIST_KINDS, Kind, Value, complaint
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
from roadmapper.template.wordings import read_condition, read_wording

ROLES = ("AE", "SA", "MGR")
_ID = re.compile(r"[a-z][a-z0-9_]{0,40}")
_ROW_ID = 32  # an address has no longer row ids
_NO_DEFAULT = GROUP_KINDS | {Kind.LINK, Kind.COMPUTED}


def load_template(folder: Path) -> Template:
    """Return the template in this folder.

    Raises:
        TemplateError: Something in it cannot be used; it names the file, the key, what to write.
    """
    head = _read(folder / "template.toml")
    criteria = tuple(
        _criterion(one, number) for number, one in enumerate(head.tables("criterion"), 1)
    )
    names = _section_names(head)
    groups = _named(head, "group")
    sections = tuple(
        _section(name, _read(folder / "sections" / f"{name}.toml"), tuple(groups)) for name in names
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


def _section_names(head: Table) -> tuple[str, ...]:
    names = head.texts("sections")
    if not names:
        head.fail("sections", "a template needs sections.", 'Write sections = ["deal"].')
    for name in names:
        if not _ID.fullmatch(name):
            head.fail("sections", f'"{name}" cannot be an id.', "Use small letters and digits.")
    _refuse_twins(head, "sections", list(names))
    return names


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
    asked = (table.text("id"), number, table.text("name"), table.text("question"))
    criterion = Criterion(*asked, read_wording(table, "answer"))
    table.finish()
    return criterion


def _ordered_chapters(head: Table, sections: Sequence[Section]) -> tuple[ChapterRule, ...]:
    told = [chapter for section in sections for chapter in section.chapters]
    known = {chapter.id: chapter for chapter in told}
    _refuse_twins(head, "chapters", [chapter.id for chapter in told])
    order = head.texts("chapters")
    _refuse_twins(head, "chapters", list(order))
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
    section = Section(
        id=name,
        title=table.text("title"),
        page_title=table.text("page_title"),
        group=table.one_of("group", groups),
        intro=table.text("intro"),
        criteria=criteria,
        questions=tuple(_question(one) for one in table.tables("question")),
        chapters=tuple(read_chapter(one, name, criteria) for one in table.tables("chapter")),
        together=_together(table),
    )
    table.finish()
    ids = [question.id for question in section.questions]
    _refuse_twins(table, "question", ids)
    for one in (one for unit in section.together for one in unit):
        if one not in ids:
            table.fail("together", f'there is no question "{one}".', f"Known: {', '.join(ids)}.")
    return section


def _together(table: Table) -> tuple[tuple[str, ...], ...]:
    given = table.raw("together")
    if given is None:
        return ()
    units = given if isinstance(given, list) else [given]
    for unit in units:
        if not isinstance(unit, list) or not all(isinstance(one, str) for one in unit):
            table.fail("together", "this is no list of lists.", 'Write together = [["a", "b"]].')
    return tuple(tuple(unit) for unit in units)


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
    _check_limits(table, question)
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


def _check_limits(table: Table, question: Question) -> None:
    low, high = question.minimum, question.maximum
    if low is not None and high is not None and low > high:
        table.fail("min", f"{low:g} is more than max, {high:g}.", "Write min = 0, max = 100.")
    if question.most and question.fewest > question.most:
        table.fail("rows", "min is more than max.", "Write rows = { min = 1, max = 5 }.")
    if (question.most or question.fewest or question.fixed) and not question.is_group:
        table.fail("rows", f"a {question.kind} has no rows.", 'Use kind = "rows".')
    if question.options and question.kind not in (Kind.CHOICE, Kind.CHOICES):
        table.fail("options", f"a {question.kind} has no options.", 'Use kind = "choice".')


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
    if len(row.id) > _ROW_ID:
        table.fail("id", f'"{row.id}" is too long.', f"Use at most {_ROW_ID} letters.")
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
    if value is None:
        return None
    if kind in _NO_DEFAULT:
        table.fail("default", f"a {kind} has no default.", "Take it out.")
    if kind is Kind.YES_NO:
        return table.flag("default")
    if kind in LIST_KINDS:
        return table.texts("default")
    if not isinstance(value, str):
        table.fail("default", f"this does not fit a {kind}.", 'Write a text: default = "15".')
    return value


def _options(table: Table) -> tuple[Option, ...]:
    given = table.raw("options")
    if given is None:
        return ()
    if not isinstance(given, list):
        table.fail("options", "this is no list.", 'Write options = ["...", "..."].')
    options = tuple(_option(table, number, one) for number, one in enumerate(given, 1))
    _refuse_twins(table, "options", [option.value for option in options])
    return options


def _option(table: Table, number: int, given: object) -> Option:
    if isinstance(given, str):
        return Option(given, given[:1].upper() + given[1:], given)
    if not isinstance(given, Mapping):
        table.fail("options", f"entry {number} is no option.", 'Write { value = "..." }.')
    entry = Table(table.file, f"{table.place}.options[{number}]", given)
    value = entry.text("value")
    label = entry.text("label", value[:1].upper() + value[1:])
    option = Option(value, label, entry.text("text", value))
    entry.finish()
    return option


def _show_if(table: Table) -> Condition | None:
    given = table.table("show_if")
    return read_condition(given) if given else None
