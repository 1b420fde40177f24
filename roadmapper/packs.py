"""Packs: ranges and findings of published studies to begin a driver from, as data. No code."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from roadmapper import paths
from roadmapper.errors import TemplateError
from roadmapper.template.kinds import day, format_plain
from roadmapper.template.reader import Table, read_table

CLASSES = ("cash-releasing", "revenue", "capacity", "avoided cost", "soft")
FUNCTIONS = ("clinical", "IT", "finance", "patient")
DESIGNS = ("RCT", "controlled", "before-after", "anecdote")
FUNDING = ("no", "yes", "not stated")
_HEAD, _FIRST = "pack.toml", "first.toml"
_CASES = 3


@dataclass(frozen=True, slots=True)
class Study:
    """What one source found, how it looked, who paid, and what limits it."""

    id: str
    source: str
    published: str
    setting: str
    n: str
    design: str
    funding: str
    finding: str
    caveat: str
    url: str
    checked_on: date
    verified: str


@dataclass(frozen=True, slots=True)
class Idea:
    """A driver without numbers."""

    driver: str
    kind: str
    function: str
    metric: str
    unit: str


@dataclass(frozen=True, slots=True)
class Benchmark:
    """A driver with the studies behind it, and a range if one is proposed.

    `worth` is the money of one unit where the range is itself in money. With `fills` the range
    answers that question instead of making a driver.
    """

    id: str
    idea: Idea
    range: tuple[str, ...]
    worth: str
    fills: str
    note: str
    never_money: bool
    studies: tuple[Study, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """The benchmarks of one subject, and the uses they are for."""

    id: str
    title: str
    order: int
    use_cases: tuple[str, ...]
    benchmarks: tuple[Benchmark, ...]


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: its groups in order, what limits all of it, and what its marks mean."""

    id: str
    title: str
    line: str
    dated: date
    ranges: str
    caveats: tuple[str, ...]
    marks: Mapping[str, str]
    groups: tuple[Group, ...]
    first: Mapping[str, tuple[Idea, ...]]

    def for_use(self, use_case: str) -> tuple[Group, ...]:
        """Return the groups, those for a use at the front."""
        return tuple(sorted(self.groups, key=lambda one: use_case not in one.use_cases))


def pack_names() -> tuple[str, ...]:
    """Return the ids of the packs that are there."""
    return tuple(sorted(one.parent.name for one in _folder().glob(f"*/{_HEAD}")))


def load_pack(name: str) -> Pack:
    """Return a pack by its id.

    Raises:
        TemplateError: There is none, or something in it cannot be used; it names the file, the key
            and what to write.
    """
    if name not in pack_names():
        known = ", ".join(pack_names()) or "none"
        raise TemplateError(f'There is no pack "{name[:80]}". The packs are: {known}.')
    folder = _folder() / name
    head = read_table(folder / _HEAD)
    marks = _marks(head)
    others = [one for one in sorted(folder.glob("*.toml")) if one.name not in (_HEAD, _FIRST)]
    groups = [_group(read_table(one), marks) for one in others]
    pack = Pack(
        id=name,
        title=head.text("title"),
        line=head.text("line"),
        dated=_day(head, "dated"),
        ranges=head.text("ranges"),
        caveats=head.texts("caveats"),
        marks=marks,
        groups=tuple(sorted(groups, key=lambda one: one.order)),
        first=_first(read_table(folder / _FIRST)) if (folder / _FIRST).exists() else {},
    )
    head.finish()
    _refuse_twice(head, [one.id for group in pack.groups for one in group.benchmarks])
    return pack


def _folder() -> Path:
    return paths.templates() / "packs"


def _marks(head: Table) -> Mapping[str, str]:
    table = head.table("marks")
    if table is None:
        head.fail("marks", "this key is missing.", 'Add [marks] with V = "what it says".')
    return {key: table.text(key) for key in table.values}


def _group(table: Table, marks: Mapping[str, str]) -> Group:
    listed = [_study(one, marks) for one in table.tables("study")]
    _refuse_twice(table, [one.id for one in listed])
    studies = {one.id: one for one in listed}
    group = Group(
        id=table.file.stem,
        title=table.text("title"),
        order=table.count("order"),
        use_cases=table.texts("use_cases"),
        benchmarks=tuple(_benchmark(one, studies) for one in table.tables("benchmark")),
    )
    table.finish()
    told = {study.id for one in group.benchmarks for study in one.studies}
    for unused in studies.keys() - told:
        table.fail(
            f"study[{unused}]", "no benchmark names it.", "Name it under studies, or take it out."
        )
    return group


def _study(table: Table, marks: Mapping[str, str]) -> Study:
    study = Study(
        id=table.text("id"),
        source=_said(table, "source"),
        published=table.text("date", ""),
        setting=_said(table, "setting"),
        n=table.text("n", ""),
        design=table.one_of("design", DESIGNS),
        funding=table.one_of("funding", FUNDING),
        finding=_said(table, "finding"),
        caveat=_said(table, "caveat"),
        url=table.text("url", ""),
        checked_on=_day(table, "checked_on"),
        verified=table.one_of("verified", tuple(marks)),
    )
    table.finish()
    return study


def _benchmark(table: Table, studies: Mapping[str, Study]) -> Benchmark:
    named = table.texts("studies")
    for name in named:
        if name not in studies:
            table.fail("studies", f'there is no study "{name}".', "Name one of this file.")
    if not named:
        table.fail("studies", "nothing stands behind it.", "Name one study or more.")
    benchmark = Benchmark(
        id=table.text("id"),
        idea=_idea(table),
        range=_range(table),
        worth=_number(table, "worth"),
        fills=table.text("fills", ""),
        note=table.text("note", ""),
        never_money=table.flag("never_money"),
        studies=tuple(studies[name] for name in named),
    )
    table.finish()
    if benchmark.never_money and (benchmark.idea.kind != "soft" or benchmark.worth):
        table.fail("never_money", "this is never money.", 'Write class = "soft", without a worth.')
    if benchmark.fills and not benchmark.range:
        table.fail("range", "what fills an answer needs one.", "Write range = [20, 35, 70].")
    return benchmark


def _idea(table: Table) -> Idea:
    return Idea(
        driver=_said(table, "driver"),
        kind=table.one_of("class", CLASSES),
        function=table.one_of("function", FUNCTIONS, ""),
        metric=table.text("metric", ""),
        unit=_said(table, "unit"),
    )


def _first(table: Table) -> Mapping[str, tuple[Idea, ...]]:
    found: dict[str, list[Idea]] = {}
    for one in table.tables("driver"):
        found.setdefault(_said(one, "use_case"), []).append(_idea(one))
        one.finish()
    table.finish()
    return {use: tuple(ideas) for use, ideas in found.items()}


# --- values ---------------------------------------------------------------------------------------


def _said(table: Table, key: str) -> str:
    text = table.text(key)
    if not text.strip():
        table.fail(key, "it says nothing.", f'Write {key} = "..." with words in it.')
    return text


def _day(table: Table, key: str) -> date:
    found = day(table.text(key))
    if found is None:
        table.fail(key, "this is no date.", f'Write {key} = "2026-11-25".')
    return found


def _number(table: Table, key: str) -> str:
    value = table.number(key)
    return "" if value is None else format_plain(Decimal(str(value)))


def _range(table: Table) -> tuple[str, ...]:
    value = table.raw("range")
    if value is None:
        return ()
    remedy = "Write low, likely and high: range = [0, 16, 30]."
    numbers = list(_numbers(value))
    if len(numbers) != _CASES:
        table.fail("range", "these are not three numbers.", remedy)
    if numbers != sorted(numbers):
        table.fail("range", "they do not rise from low to high.", remedy)
    return tuple(format_plain(one) for one in numbers)


def _numbers(value: object) -> Iterator[Decimal]:
    for one in value if isinstance(value, list) else ():
        if isinstance(one, int | float) and not isinstance(one, bool):
            number = Decimal(str(one))
            if number.is_finite():
                yield number


def _refuse_twice(table: Table, ids: Sequence[str]) -> None:
    twice = next((one for at, one in enumerate(ids) if one in ids[:at]), None)
    if twice is not None:
        table.fail("id", f'"{twice}" is there twice.', "Give one of them another id.")
