"""What lists of others expect of the cards in a proposal, and have no answer to yet."""

from collections.abc import Iterator, Sequence
from functools import cache

from roadmapper.cards.card import Card, Fields
from roadmapper.cards.coverage import Answered, answered
from roadmapper.cards.joining import said
from roadmapper.cards.packs import Pack
from roadmapper.checks.cards_read import Card as Told
from roadmapper.checks.cards_read import cards, few
from roadmapper.model_cards import card_of, fields_of, lists, packs
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.checklist import Checklist, Item
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

KIND = "dsi_kind"
_CHAI = "chai"
_SAID_ELSEWHERE = "evidence"
"""A card without any study has a finding of its own."""

Gap = tuple[str, str]
"""What is open: its address inside the card, and how it is called."""


@cache
def shipped_lists() -> tuple[Checklist, ...]:
    """Return the lists that come with the program."""
    return lists()


@cache
def _formats() -> tuple[Pack, ...]:
    return tuple(pack for pack in packs() if pack.kind == _CHAI)


def open_items(template: Template, answers: Answers) -> Iterator[Finding]:
    """Yield for each card what a list or a format expects and the card does not say."""
    begun = [told for told in cards(template, answers) if told.is_begun]
    fields = fields_of(template) if begun else {}
    for told in begun:
        card = card_of(template, answers, told.address.steps[-1][0])
        for one in shipped_lists():
            yield from _of_list(told, card, one, fields)
        for pack in _formats():
            yield from _of_format(told, card, pack, fields)


def gaps_in_list(card: Card, one: Checklist, fields: Fields) -> tuple[Gap, ...]:
    """Return the items that have to be answered and are not; none if the list is not for it."""
    if card.texts.get(KIND, "") not in one.asked_of:
        return ()
    told = [(item, answered(card, item)) for item in one.items if not item.may_be_open]
    return tuple(_gap(item, fields) for item, how in told if how is Answered.OPEN)


def _gap(item: Item, fields: Fields) -> Gap:
    """Return where an item would be answered: the question, and which rows of it."""
    asked = fields[item.fields[0]]
    cells = [asked.columns[key].shown(value) for key, value in item.where.items()]
    return asked.id, f"{asked.label} ({', '.join(cells)})" if cells else asked.label


def gaps_in_format(card: Card, pack: Pack, fields: Fields) -> tuple[Gap, ...]:
    """Return the elements that a format asks for and that would go out empty."""
    needed = [
        (element.place, element)
        for element in pack.of(next(iter(pack.namespaces), ""))
        if element.place and not (element.optional or element.many or element.may_be_empty)
    ]
    return tuple(
        (
            f"{place.field}[{place.given}].{place.column}" if place.given else place.field,
            fields[place.field].label,
        )
        for place, element in needed
        if place.field in fields and not said(card, fields, element, pack)
        if place.given or (place.field != _SAID_ELSEWHERE and not card.rows(place.field))
    )


def _of_list(told: Told, card: Card, one: Checklist, fields: Fields) -> Iterator[Finding]:
    gaps = gaps_in_list(card, one, fields)
    if gaps:
        yield Finding(
            "card-list",
            Severity.SHOULD_FIX,
            told.path(gaps[0][0]),
            f"{told.name} leaves open {len(gaps)} of the {len(one.items)} items of “{one.title}”: "
            f"{_named(gaps)}.",
            "Their reviewers go through such a list line by line, and an empty line stops them.",
        )


def _of_format(told: Told, card: Card, pack: Pack, fields: Fields) -> Iterator[Finding]:
    gaps = gaps_in_format(card, pack, fields)
    if gaps:
        yield Finding(
            "card-format",
            Severity.POLISH,
            told.path(gaps[0][0]),
            f"{told.name} would leave a place of the {pack.title} empty: {_named(gaps)}.",
            "A place that must be filled goes out as “Not provided.”, and readers stop there.",
        )


def _named(gaps: Sequence[Gap]) -> str:
    return few([*dict.fromkeys(text for _, text in gaps)])
