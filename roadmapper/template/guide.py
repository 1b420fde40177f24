"""What the guide says to each step, and what makes its answers strong: `guide.toml`."""

from dataclasses import dataclass
from pathlib import Path

from roadmapper.template.model import Condition, Template
from roadmapper.template.reader import Table, read_table
from roadmapper.template.wordings import read_conditions

FILE = "guide.toml"


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence of the guide: the step it belongs to, and the part of the guide it is from."""

    section: str
    text: str
    part: str
    quotation: bool


@dataclass(frozen=True, slots=True)
class Strong:
    """One mark of a strong answer, and when it is there."""

    section: str
    text: str
    when: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything a guide says."""

    sayings: tuple[Saying, ...] = ()
    strong: tuple[Strong, ...] = ()

    def found(self, words: str) -> tuple[Saying, ...]:
        """Return the sentences in which all of these words stand, else those with any of them."""
        wanted = words.casefold().split()
        told = [(one, f"{one.text} {one.part}".casefold()) for one in self.sayings]
        for fits in (all, any):
            found = tuple(one for one, text in told if wanted and fits(w in text for w in wanted))
            if found:
                return found
        return ()


def guide_of(template: Template) -> Guide:
    """Return the guide of a template; an empty one if it has none.

    Raises:
        TemplateError: Something in it cannot be used.
    """
    path = template.folder / FILE
    return _read(path, template) if path.is_file() else Guide()


def _read(path: Path, template: Template) -> Guide:
    table = read_table(path)
    sayings = tuple(_saying(one, template) for one in table.tables("saying"))
    strong = tuple(_strong(one, template) for one in table.tables("strong"))
    table.finish()
    return Guide(sayings, strong)


def _saying(table: Table, template: Template) -> Saying:
    said = Saying(
        _section(table, template), table.text("text"), table.text("part"), table.flag("quotation")
    )
    table.finish()
    return said


def _strong(table: Table, template: Template) -> Strong:
    section = _section(table, template)
    strong = Strong(section, table.text("text"), read_conditions(table))
    table.finish()
    for one in strong.when:
        name = one.question if "." in one.question else f"{section}.{one.question}"
        question = template.find(name)
        if question is None:
            table.fail("when", f'there is no question "{name}".', "Name one of this step.")
        if one.column and question.column(one.column) is None:
            table.fail("when", f'"{name}" has no column "{one.column}".', "Name one that it has.")
    return strong


def _section(table: Table, template: Template) -> str:
    return table.one_of("section", [one.id for one in template.sections])
