"""What the palette finds in a proposal: its commands, steps, questions and answers."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cache, partial
from typing import TypeAlias, TypeVar

from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.search import Search, find, place, values
from ui.commands import Command
from ui.opened import Opened
from ui.palette import Group, Item, matches
from ui.shown_values import shown_value
from ui.sources import sources
from ui.wizard import Wizard
from ui.words import _

_T = TypeVar("_T")
_Shown: TypeAlias = tuple[tuple[str, str], ...]
"""Answers that are no texts, by address, as they read and as they are kept."""
_ANSWERS = 40
"""Answers that are looked at for one search; the palette shows fewer."""


def groups(
    commands: tuple[Command, ...],
    wizard: Wizard | None,
    *,
    last: Sequence[str] = (),
    used: Callable[[str], None],
) -> tuple[Group, ...]:
    """Return what can be found now; `last` names the commands used last, `used` is told of more."""
    doing = tuple(
        replace(one, act=partial(_do, one, used))
        for one in commands
        if wizard is not None or not one.in_proposal
    )
    do = Group(_("Do"), partial(_commands, doing, tuple(last)), marker=">")
    if wizard is None:
        return (do,)
    sources = Group(_("Sources"), partial(_sources, wizard), marker="#", only_marked=True)
    # Read once for all that is typed: a proposal has hundreds of them.
    shown = cache(partial(_shown, wizard.opened))
    here = Group(_("In this proposal"), partial(_here, wizard, shown), when_empty=False)
    columns = Group(_("In the tables"), partial(_columns, wizard), when_empty=False)
    steps = Group(_("Go to"), partial(_steps, wizard), when_empty=False)
    return (here, do, steps, columns, sources)


def _do(command: Command, used: Callable[[str], None]) -> None:
    used(command.label)
    command.act()


def _commands(commands: tuple[Command, ...], last: Sequence[str], typed: str) -> Iterator[Item]:
    """Yield what matches; before anything is typed, what was used last."""
    named = [one for one in commands if not one.label.startswith("Go to step")]
    if not typed and last:
        by_label = {one.label: one for one in named}
        found = [by_label[label] for label in last if label in by_label]
        named = [*found, *(one for one in named if one not in found)]
    for one in _best(named, lambda command: command.label, typed):
        yield Item(one.label, icon=one.icon, keys=one.shortcut, act=one.act)


def _steps(wizard: Wizard, typed: str) -> Iterator[Item]:
    numbered = list(enumerate(wizard.sections, 1))
    for number, section in _best(numbered, lambda one: f"{one[1].title} {one[0]}", typed):
        key = {10: "", 11: "", 12: "", 13: "0"}.get(number, str(number))
        keys = f"Ctrl {key}" if key else ""
        yield Item(
            section.title,
            _("Step {number}").format(number=number),
            keys=keys,
            act=partial(wizard.go, section.id),
        )


def _here(wizard: Wizard, shown: Callable[[], _Shown], typed: str) -> Iterator[Item]:
    """Yield questions and answers, those first in which a word begins as it was typed."""
    found = [*_questions(wizard), *_answers(wizard, typed)]
    yield from _best(found, lambda item: item.title, typed)
    yield from _values(wizard, shown(), typed)


def _questions(wizard: Wizard) -> Iterator[Item]:
    titles = {section.id: section.title for section in wizard.sections}
    for path, question in wizard.opened.template.addresses():
        where = titles[path.partition(".")[0]]
        yield Item(question.label, where, "file-pen-line", act=partial(wizard.go_to, path))


def _columns(wizard: Wizard, typed: str) -> Iterator[Item]:
    """Yield the fields of rows; they lead into the first row of their table."""
    found = [
        (column, question, path)
        for path, question in wizard.opened.template.addresses()
        for column in question.columns
    ]
    for column, question, path in _best(found, lambda one: one[0].label, typed):
        rows = wizard.opened.session.rows(path)
        goal = f"{path}[{rows[0]}].{column.id}" if rows else path
        act = partial(wizard.go_to, goal)
        yield Item(column.label, question.label, "rows-3", act=act)


def _answers(wizard: Wizard, typed: str) -> Iterator[Item]:
    opened = wizard.opened
    found = find(opened.template, opened.answers, Search(typed))
    for _rest, hit in zip(range(_ANSWERS), found, strict=False):
        where = f"{hit.place.label}, {hit.place.where}"
        yield Item(hit.excerpt, where, "quote", act=partial(wizard.go_to, hit.path))


def _values(wizard: Wizard, shown: _Shown, typed: str) -> Iterator[Item]:
    """Yield numbers, days and choices that read as was typed, or are kept so."""
    opened, looked_for = wizard.opened, typed.casefold()
    found = (path for path, words in shown if looked_for and looked_for in words.casefold())
    for _rest, path in zip(range(_ANSWERS), found, strict=False):
        here = place(opened.template, opened.answers, path)
        words = shown_value(opened.question(path), opened.value(path))
        where = f"{here.label}, {here.where}"
        yield Item(words, where, "quote", act=partial(wizard.go_to, path))


def _shown(opened: Opened) -> _Shown:
    return tuple(
        (path, f"{shown_value(question, value)} {value if isinstance(value, str) else ''}")
        for path, question, value in values(opened.template, opened.answers)
    )


def _sources(wizard: Wizard, typed: str) -> Iterator[Item]:
    """Yield the rows of the evidence register."""
    for one in _best(list(sources(wizard.opened)), lambda source: source.title, typed):
        checked = (
            _("Checked {checked}").format(checked=one.checked) if one.checked else _("Not dated")
        )
        path = f"{REGISTER}[{one.row}]"
        yield Item(one.title, checked, "book-open", act=partial(wizard.go_to, path))


def _best(items: list[_T], words: Callable[[_T], str], typed: str) -> list[_T]:
    """Return what matches, starts of words first."""
    if not typed:
        return items
    rated = [(matches(words(one), typed), one) for one in items]
    return [one for rate in (2, 1) for got, one in rated if got == rate]
