"""A template as frozen values: sections, questions, chapters and their blocks."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from roadmapper.errors import AddressError
from roadmapper.template.kinds import GROUP_KINDS, Kind, Value
from roadmapper.template.rules import (
    BRIEF_PARTS,
    Alternative,
    BlockRule,
    BriefRule,
    ChapterRule,
    Condition,
    Entry,
    HardQuestion,
    ReaderQuestion,
    TableColumn,
    Wording,
)

__all__ = [
    "BRIEF_PARTS",
    "Alternative",
    "BlockRule",
    "BriefRule",
    "ChapterRule",
    "ColumnGroup",
    "Condition",
    "Criterion",
    "Entry",
    "FixedRow",
    "HardQuestion",
    "Option",
    "Question",
    "Ranking",
    "ReaderQuestion",
    "Section",
    "TableColumn",
    "Template",
    "UsualRow",
    "Wording",
]


@dataclass(frozen=True, slots=True)
class Option:
    """One choice: what is kept, what is shown, how it reads inside a sentence, and a word on it."""

    value: str
    label: str
    text: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class FixedRow:
    """A row the template gives; its `note` for the screen looks good to know, or to be minded."""

    id: str
    label: str
    name: str = ""
    note: str = ""
    look: str = "good"


@dataclass(frozen=True, slots=True)
class ColumnGroup:
    """A named group of columns of a long row; groups of the same `tab` are shown together."""

    id: str
    label: str
    purpose: str
    tab: str = ""


@dataclass(frozen=True, slots=True)
class UsualRow:
    """A row that is often wanted: what is offered, and what its name, part and absence mean.

    `first` says that it belongs to a first set. `missing` is said as long as neither it nor one of
    `instead` is there, and only if `missing_if` holds.
    """

    id: str
    label: str
    name: str
    part: str = ""
    first: bool = False
    missing: str = ""
    missing_if: Condition | None = None
    instead: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question, or a column of a rows question; `unit_from` is the column that names its unit."""

    id: str
    kind: Kind
    label: str
    help: str = ""
    why: str = ""
    filled_by: str = ""
    criteria: tuple[str, ...] = ()
    unit: str = ""
    unit_from: str = ""
    default: Value = None
    assumed: str = ""
    required: bool = False
    essential: bool = False
    internal: bool = False
    narrow: bool = False
    customer: bool = False
    agreed: bool = False
    show_if: Condition | None = None
    minimum: float | None = None
    maximum: float | None = None
    length: int = 0
    options: tuple[Option, ...] = ()
    link: str = ""
    group: str = ""
    row_title: str = ""
    row_notes: str = ""
    fewest: int = 0
    most: int = 0
    chosen_by: str = ""
    columns: "tuple[Question, ...]" = ()
    fixed: tuple[FixedRow, ...] = ()
    usual: tuple[UsualRow, ...] = ()
    groups: tuple[ColumnGroup, ...] = ()

    @property
    def is_group(self) -> bool:
        """Whether the answer is a list of rows."""
        return self.kind in GROUP_KINDS

    def column(self, name: str) -> "Question | None":
        """Return the column with this id."""
        return next((column for column in self.columns if column.id == name), None)

    def option(self, value: str) -> Option | None:
        """Return the option with this value."""
        return next((option for option in self.options if option.value == value), None)

    def meant(self, text: str) -> str:
        """Return the option that a text names by value or label, in any case; else the text."""
        typed = text.strip().casefold()
        names = [(one, (one.value.casefold(), one.label.casefold())) for one in self.options]
        known = [one for one, told in names if typed in told]
        return text if not known or self.option(text) else known[0].value

    @property
    def choices(self) -> dict[str, str]:
        """The options as they are listed: a value that says little has its label behind it."""
        return {
            one.value: one.value
            if one.value.casefold() == one.label.casefold()
            else f"{one.value} ({one.label})"
            for one in self.options
        }

    def fixed_label(self, row: str) -> str:
        """Return the label of a row the template gives; empty for any other row."""
        return next((one.label for one in self.fixed if one.id == row), "")

    def named(self, row: str) -> str:
        """Return the name of a row the template gives, which is its label where it has no other."""
        return next((one.name or one.label for one in self.fixed if one.id == row), "")


@dataclass(frozen=True, slots=True)
class Section:
    """One step of the wizard."""

    id: str
    title: str
    page_title: str
    group: str
    intro: str
    criteria: tuple[str, ...]
    questions: tuple[Question, ...]
    chapters: tuple[ChapterRule, ...]
    together: tuple[tuple[str, ...], ...] = ()

    def question(self, name: str) -> Question | None:
        """Return the question with this id."""
        return next((question for question in self.questions if question.id == name), None)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One of the criteria a CMIO decides by, our answer in a line, and what that rests on."""

    id: str
    number: int
    name: str
    question: str
    answer: Wording = ()
    evidence: Wording = ()


@dataclass(frozen=True, slots=True)
class Ranking:
    """Where the weights of the criteria are asked, and the chapters whose order follows them."""

    weights: str = ""
    chapters: tuple[str, ...] = ()


@dataclass(frozen=True)
class Template:
    """Everything that is asked, and how it reads."""

    id: str
    title: str
    version: str
    language: str
    folder: Path
    groups: Mapping[str, str]
    audiences: Mapping[str, str]
    criteria: tuple[Criterion, ...]
    sections: tuple[Section, ...]
    chapters: tuple[ChapterRule, ...]
    renamed: Mapping[str, str]
    cover: Mapping[str, str] = field(default_factory=dict)
    briefs: Mapping[str, BriefRule] = field(default_factory=dict)
    excerpts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The audiences that get a few chapters alone, and which."""
    ranking: Ranking = Ranking()
    hardest: tuple[HardQuestion, ...] = ()

    @cached_property
    def _by_id(self) -> dict[str, Question]:
        return {f"{s.id}.{q.id}": q for s in self.sections for q in s.questions}

    def gets_whole(self, audience: str) -> bool:
        """Return whether an audience gets every chapter that is printed."""
        return audience not in self.briefs and audience not in self.excerpts

    def section(self, name: str) -> Section | None:
        """Return the section with this id."""
        return next((section for section in self.sections if section.id == name), None)

    def find(self, address: str) -> Question | None:
        """Return the question "section.question", without rows."""
        return self._by_id.get(address)

    def question(self, section: str, question: str, columns: tuple[str, ...] = ()) -> Question:
        """Return the question, or the column inside it, that an address names.

        Raises:
            AddressError: This template has none there; the message lists what there is.
        """
        found = self._by_id.get(f"{section}.{question}")
        if found is None:
            raise AddressError(self._unknown(section, question))
        for column in columns:
            inner = found.column(column)
            if inner is None:
                names = ", ".join(one.id for one in found.columns) or "none"
                raise AddressError(f'"{found.label}" has no column "{column}". It has: {names}.')
            found = inner
        return found

    def _unknown(self, section: str, question: str) -> str:
        home = self.section(section)
        if home is None:
            names = ", ".join(one.id for one in self.sections)
            return f'There is no section "{section}". The sections are: {names}.'
        names = ", ".join(one.id for one in home.questions)
        return f'Section "{section}" has no question "{question}". It has: {names}.'

    def addresses(self) -> Iterator[tuple[str, Question]]:
        """Yield every question with its address, in the order of the wizard."""
        yield from self._by_id.items()
