"""Reads questions and their columns: what is asked, and what counts as an answer."""

import re
from collections.abc import Mapping

from roadmapper.template.kinds import GROUP_KINDS, LIST_KINDS, Kind, Value, complaint
from roadmapper.template.model import ColumnGroup, Condition, FixedRow, Option, Question, UsualRow
from roadmapper.template.reader import Table
from roadmapper.template.wordings import read_condition

ROLES = ("AE", "SA", "MGR")
ID = re.compile(r"[a-z][a-z0-9_]{0,40}")
"""What a section, a question or a column may be called."""

_ROW_ID = 32  # an address has no longer row ids
_NO_DEFAULT = GROUP_KINDS | {Kind.LINK, Kind.COMPUTED}


def read_question(table: Table, *, customer: bool = False, agreed: bool = False) -> Question:
    """Return the question, or the column, that this table describes.

    `customer` and `agreed` hold where the table itself does not say so.
    """
    kind = Kind(table.one_of("kind", [kind.value for kind in Kind]))
    rows = table.table("rows")
    customer = table.flag("customer", default=customer)
    agreed = table.flag("agreed", default=agreed)
    question = Question(
        id=read_id(table),
        kind=kind,
        label=table.text("label"),
        help=table.text("help", ""),
        why=table.text("why", ""),
        filled_by=table.one_of("filled_by", ROLES, ""),
        criteria=table.texts("criteria"),
        unit=table.text("unit", ""),
        unit_from=table.text("unit_from", ""),
        default=_default(table, kind),
        assumed=table.text("assumed", ""),
        required=table.flag("required"),
        essential=table.flag("essential"),
        internal=table.flag("internal"),
        narrow=table.flag("narrow"),
        customer=customer,
        agreed=agreed,
        show_if=_show_if(table),
        minimum=table.number("min"),
        maximum=table.number("max"),
        length=table.count("length"),
        options=_options(table),
        link=table.text("link", ""),
        group=table.text("group", "") if isinstance(table.values.get("group"), str) else "",
        row_title=table.text("row_title", ""),
        row_notes=table.text("row_notes", ""),
        chosen_by=table.text("chosen_by", ""),
        fewest=rows.count("min") if rows else 0,
        most=rows.count("max") if rows else 0,
        columns=_columns(table, customer=customer, agreed=agreed),
        fixed=tuple(_fixed(one) for one in table.tables("row")),
        usual=tuple(_usual(one) for one in table.tables("usual")),
        groups=_column_groups(table),
    )
    if rows:
        rows.finish()
    table.finish()
    _check(table, question)
    return question


def _columns(table: Table, *, customer: bool, agreed: bool) -> tuple[Question, ...]:
    listed = table.tables("column")
    return tuple(read_question(one, customer=customer, agreed=agreed) for one in listed)


def _check(table: Table, question: Question) -> None:
    _check_limits(table, question)
    if question.is_group and not question.columns:
        table.fail("column", "a table needs columns.", f"Add [[{table.place}.column]] tables.")
    _check_columns(table, question)
    if question.columns and question.kind not in GROUP_KINDS:
        table.fail("column", f"a {question.kind} has no columns.", 'Use kind = "rows".')
    if question.kind in (Kind.CHOICE, Kind.CHOICES) and not question.options:
        table.fail("options", "a choice needs options.", 'Add options = ["...", "..."].')
    if question.kind is Kind.LINK and not question.link:
        table.fail("link", "a link needs a target.", 'Add link = "section.question".')
    if question.assumed and question.default is None:
        table.fail("assumed", "there is no default to assume.", 'Add default = "...".')
    if question.default is not None:
        wrong = complaint(question.kind, question.default, question.choices)
        if wrong:
            table.fail("default", "the default does not fit.", wrong)
    refuse_twins(table, "column", [column.id for column in question.columns])
    refuse_twins(table, "row", [row.id for row in question.fixed])
    refuse_twins(table, "usual", [row.id for row in question.usual])


def _check_columns(table: Table, question: Question) -> None:
    chooses = question.column(question.chosen_by)
    if question.chosen_by and (chooses is None or chooses.kind is not Kind.YES_NO):
        problem = f'there is no yes or no in a column "{question.chosen_by}".'
        table.fail("chosen_by", problem, "Name a column of the kind yes_no.")
    for column in question.columns:
        if column.unit_from and question.column(column.unit_from) is None:
            problem = f'there is no column "{column.unit_from}" that could name its unit.'
            table.fail(f"column[{column.id}].unit_from", problem, "Name a column of this table.")
        if question.customer and not column.customer:
            problem = f'the whole table is the customer\'s, so "{column.id}" is cleared too.'
            table.fail("customer", problem, "Mark the other columns instead.")


def _check_limits(table: Table, question: Question) -> None:
    low, high = question.minimum, question.maximum
    if low is not None and high is not None and low > high:
        table.fail("min", f"{low:g} is more than max, {high:g}.", "Write min = 0, max = 100.")
    if question.most and question.fewest > question.most:
        table.fail("rows", "min is more than max.", "Write rows = { min = 1, max = 5 }.")
    given = question.most or question.fewest or question.fixed or question.usual
    if given and not question.is_group:
        table.fail("rows", f"a {question.kind} has no rows.", 'Use kind = "rows".')
    if question.options and question.kind not in (Kind.CHOICE, Kind.CHOICES):
        table.fail("options", f"a {question.kind} has no options.", 'Use kind = "choice".')


def refuse_twins(table: Table, key: str, ids: list[str]) -> None:
    """Refuse a template that gives two things the same id."""
    for name in ids:
        if ids.count(name) > 1:
            table.fail(key, f'"{name}" is there twice.', "Give one of them another id.")


def read_id(table: Table) -> str:
    """Return the id of what a table describes."""
    name = table.text("id")
    if not ID.fullmatch(name):
        table.fail("id", f'"{name}" cannot be an id.', "Use small letters, digits and underscores.")
    return name


def _fixed(table: Table) -> FixedRow:
    label = table.text("label")
    row = FixedRow(
        id=read_id(table),
        label=label,
        name=table.text("name", label),
        note=table.text("note", ""),
        look=table.one_of("look", ("good", "mind"), "good"),
    )
    if len(row.id) > _ROW_ID:
        table.fail("id", f'"{row.id}" is too long.', f"Use at most {_ROW_ID} letters.")
    table.finish()
    return row


def _usual(table: Table) -> UsualRow:
    label = table.text("label")
    only_if = table.table("missing_if")
    row = UsualRow(
        id=read_id(table),
        label=label,
        name=table.text("name", label),
        part=table.text("part", ""),
        first=table.flag("first"),
        missing=table.text("missing", ""),
        missing_if=read_condition(only_if) if only_if else None,
        instead=table.texts("instead"),
    )
    table.finish()
    return row


def _column_groups(table: Table) -> tuple[ColumnGroup, ...]:
    if isinstance(table.values.get("group"), str):
        return ()
    groups = []
    for one in table.tables("group"):
        label = one.text("label")
        told = one.text("purpose", "")
        groups.append(ColumnGroup(read_id(one), label, told, one.text("tab", label)))
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
    refuse_twins(table, "options", [option.value for option in options])
    return options


def _option(table: Table, number: int, given: object) -> Option:
    if isinstance(given, str):
        return Option(given, given[:1].upper() + given[1:], given)
    if not isinstance(given, Mapping):
        table.fail("options", f"entry {number} is no option.", 'Write { value = "..." }.')
    entry = Table(table.file, f"{table.place}.options[{number}]", given)
    value = entry.text("value")
    label = entry.text("label", value[:1].upper() + value[1:])
    option = Option(value, label, entry.text("text", value), entry.text("note", ""))
    entry.finish()
    return option


def _show_if(table: Table) -> Condition | None:
    given = table.table("show_if")
    return read_condition(given) if given else None
