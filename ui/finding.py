"""What the palette finds in a proposal: its commands, steps, questions and answers."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeVar

from roadmapper.proposal.search import Search, find
from ui.commands import Command
from ui.palette import Group, Item, matches
from ui.wizard import Wizard

_T = TypeVar("_T")
_ANSWERS = 40
"""Answers that are looked at for one search; the palette shows fewer."""


def groups(commands: tuple[Command, ...], wizard: Wizard | None) -> tuple[Group, ...]:
    """Return what can be found now."""
    here = () if wizard is None else _of_proposal(wizard)
    doing = tuple(one for one in commands if wizard is not None or not one.in_proposal)
    return (*here[:1], Group("Do", partial(_commands, doing), marker=">"), *here[1:])


def _of_proposal(wizard: Wizard) -> tuple[Group, ...]:
    return (
        Group("In this proposal", partial(_answers, wizard), when_empty=False),
        Group("Go to", partial(_steps, wizard)),
        Group("Questions", partial(_questions, wizard), when_empty=False),
    )


def _commands(commands: tuple[Command, ...], typed: str) -> Iterator[Item]:
    named = [one for one in commands if not one.label.startswith("Go to step")]
    for one in _best(named, lambda command: command.label, typed):
        yield Item(one.label, icon=one.icon, keys=one.shortcut, act=one.act)


def _steps(wizard: Wizard, typed: str) -> Iterator[Item]:
    numbered = list(enumerate(wizard.sections, 1))
    for number, section in _best(numbered, lambda one: f"{one[1].title} {one[0]}", typed):
        yield Item(section.title, f"Step {number}", act=partial(wizard.go, section.id))


def _questions(wizard: Wizard, typed: str) -> Iterator[Item]:
    template = wizard.opened.template
    titles = {section.id: section.title for section in wizard.sections}
    asked = list(template.addresses())
    for path, question in _best(asked, lambda one: one[1].label, typed):
        where = titles[path.partition(".")[0]]
        yield Item(question.label, where, "file-pen-line", act=partial(wizard.go_to, path))


def _answers(wizard: Wizard, typed: str) -> Iterator[Item]:
    opened = wizard.opened
    found = find(opened.template, opened.answers, Search(typed))
    for _, hit in zip(range(_ANSWERS), found, strict=False):
        where = f"{hit.place.label}, {hit.place.where}"
        yield Item(hit.excerpt, where, "quote", act=partial(wizard.go_to, hit.path))


def _best(items: list[_T], words: Callable[[_T], str], typed: str) -> list[_T]:
    """Return what matches, starts of words first."""
    if not typed:
        return items
    rated = [(matches(words(one), typed), one) for one in items]
    return [one for rate in (2, 1) for got, one in rated if got == rate]
