"""Starters: roadmaps to begin with, as data beside the template."""

from dataclasses import dataclass

from roadmapper.template.model import Question, Template
from roadmapper.template.reader import Table, read_table

ITEMS, STAGES, GATES = "roadmap.items", "roadmap.stages", "deploy.gates"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one month of the roadmap to another; month 0 begins on the day of the start."""

    start: float
    end: float


@dataclass(frozen=True, slots=True)
class StarterItem:
    """A bar to begin with.

    `after` and `until` name gates that win over the months where their dates are known; `term` lets
    it go on to the end of the contract. With `each` there is a bar for every row of that table,
    `every` months apart; if it has no rows, there is one bar. Where its rows are `dated` they stand
    on the timeline by themselves, so there is only the one bar while there are none.
    """

    name: str
    lane: str
    months: Stretch
    after: str = ""
    until: str = ""
    term: bool = False
    each: str = ""
    called: str = ""
    every: float = 0
    dated: bool = False


@dataclass(frozen=True, slots=True)
class Starter:
    """A roadmap to begin with."""

    id: str
    title: str
    line: str
    months: int
    stages: tuple[tuple[str, Stretch], ...]
    items: tuple[StarterItem, ...]


def load_starters(template: Template) -> tuple[Starter, ...]:
    """Return the starters of a template, the shortest first.

    Raises:
        TemplateError: Something in one cannot be used; it names the file, the key, what to write.
    """
    files = sorted((template.folder / "starters").glob("*.toml"))
    starters = [_starter(read_table(file), template) for file in files]
    return tuple(sorted(starters, key=lambda one: one.months))


def _starter(table: Table, template: Template) -> Starter:
    starter = Starter(
        id=table.file.stem,
        title=table.text("title"),
        line=table.text("line"),
        months=table.count("months"),
        stages=tuple(_stage(one, template) for one in table.tables("stage")),
        items=tuple(_item(one, template) for one in table.tables("item")),
    )
    table.finish()
    return starter


def _stage(table: Table, template: Template) -> tuple[str, Stretch]:
    stages = template.find(STAGES)
    known = [row.id for row in stages.fixed] if stages else []
    stage = table.one_of("id", known), _stretch(table)
    table.finish()
    return stage


def _item(table: Table, template: Template) -> StarterItem:
    gates = _options(template, GATES, "gate")
    each = table.text("each", "")
    if each and template.find(each) is None:
        table.fail("each", f'"{each}" is not asked.', f'Write a table, such as each = "{GATES}".')
    asked = template.find(each) if each else None
    columns = [one.id for one in asked.columns] if asked else []
    item = StarterItem(
        name=table.text("name"),
        lane=table.one_of("lane", _options(template, ITEMS, "lane")),
        months=_stretch(table),
        after=table.one_of("after", gates, ""),
        until=table.one_of("until", gates, ""),
        term=table.flag("term"),
        each=each,
        called=table.one_of("called", columns, ""),
        every=table.number("every") or 0,
        dated=table.flag("dated"),
    )
    table.finish()
    return item


def _stretch(table: Table) -> Stretch:
    start, end = table.number("from"), table.number("to")
    if start is None or end is None or end <= start:
        table.fail("to", "a bar needs months, the last after the first.", "Write from = 0, to = 3.")
    return Stretch(start, end)


def _options(template: Template, path: str, column: str) -> list[str]:
    question: Question | None = template.find(path)
    asked = question.column(column) if question else None
    return [option.value for option in asked.options] if asked else []
