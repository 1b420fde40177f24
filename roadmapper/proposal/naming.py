"""Names that belong to one proposal, looked for in the words of another.

A customer, company, product, model or clearance number of another proposal must not stand in this
one. What counts as a mention is strict, so that ordinary words are none:

- only whole words, with the capitals of the name, or all in capitals;
- a name that is also an ordinary word ("Mercy", "Banner") not where a sentence begins;
- a name written like a description ("Visit summary for patients") only as a text of its own;
- the first word of a customer's name too ("Larkmere" of Larkmere University Health), if it is
  neither ordinary nor a word of a place or of hospitals;
- no single word of the trade ("Model"), and of several of them ("Prior Authorization") only a text
  of its own;
- nothing that is part of a name of this proposal, and no name that both have.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.ordinary import OF_PLACES, OF_THE_TRADE, ORDINARY
from roadmapper.proposal.path import STATE, WHOLE_PROPOSAL
from roadmapper.template.kinds import Value

ALLOWED = f"{STATE}.{WHOLE_PROPOSAL}.allowed_names"
"""Where it is kept which names of others may stand in a proposal, each with the reason."""

CUSTOMER, VENDOR, TITLE = "deal.health_system", "deal.vendor", "deal.name"
MODEL, DEVELOPER, CLEARANCE = "model_name", "developer_name", "identifier"
MODELS = "transparency.models"

_SHORTEST = 4  # letters of a name that is one word
_FIRST = 5  # letters of a first word that stands for the whole name
_WORD = re.compile(r"[^\W_]+")
_CLEARED = re.compile(r"\b(?:K\d{6}|DEN\d{6}|P\d{6})\b")
_UNNAMED = re.compile(r"[KP]0{6}|DEN0{6}")
_BEGINS = re.compile(r"(?:^|[.!?:;•\n\t|(\[\"“])\s*$")


class Sort(StrEnum):
    """What a name is the name of."""

    CUSTOMER = "customer"
    COMPANY = "company"
    MODEL = "model"
    CLEARANCE = "clearance number"
    PROPOSAL = "proposal"


@dataclass(frozen=True, slots=True)
class Name:
    """A name, what it names, and the file name of the proposal that it belongs to."""

    text: str
    sort: Sort
    owner: str = ""


def names_in(values: Iterable[tuple[str, Value]], owner: str = "") -> Iterator[Name]:
    """Yield the names that answers, given as address and value, make a proposal's own."""
    sorts = {CUSTOMER: Sort.CUSTOMER, VENDOR: Sort.COMPANY, TITLE: Sort.PROPOSAL}
    columns = {MODEL: Sort.MODEL, DEVELOPER: Sort.COMPANY}
    for path, value in values:
        column = path.rpartition("].")[2] if path.startswith(f"{MODELS}[") else ""
        sort = sorts.get(path) or columns.get(column)
        if not isinstance(value, str) or not value.strip():
            continue
        if sort is not None:
            yield Name(" ".join(value.split()), sort, owner)
        elif column == CLEARANCE:
            yield from (Name(one, Sort.CLEARANCE, owner) for one in _CLEARED.findall(value))


def allowed(answers: Answers) -> dict[str, str]:
    """Return the names of others that may stand here, each with the reason."""
    pairs = (one.partition(": ") for one in answers.rows(ALLOWED))
    return {name: reason for name, _, reason in pairs}


def allowing(answers: Answers, name: str, reason: str) -> dict[str, Value]:
    """Return what to give `Session.change` so that a name may stand here; no reason ends it."""
    others = {key: told for key, told in allowed(answers).items() if key != name}
    if reason.strip():
        others[name] = " ".join(reason.split())
    return {ALLOWED: tuple(f"{key}: {told}" for key, told in others.items())}


@dataclass(frozen=True, slots=True)
class Mention:
    """A name of another proposal that stands in a text, and as what it stands there."""

    name: Name
    words: str


@dataclass(frozen=True, slots=True)
class _Form:
    """A way in which a name is written."""

    name: Name
    text: str
    words: frozenset[str]
    is_ordinary: bool = False
    is_description: bool = False


@dataclass(frozen=True, slots=True)
class Others:
    """The names of other proposals, without those that this one has too or allows."""

    _forms: tuple[_Form, ...] = ()
    _own: tuple[str, ...] = ()
    _first: dict[str, tuple[_Form, ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self._forms)

    def mentioned(
        self, text: str, *, any_case: bool = False, whole: bool = True, markup: bool = False
    ) -> list[Mention]:
        """Return which names stand in a text; one that is not `whole` is no single answer.

        In the name of a file names have no capitals, so `any_case` counts; in `markup` only names
        of several words do.
        """
        words = words_of(text)
        if not self._first.keys() & words:
            return []
        asked = [
            one
            for word in self._first.keys() & words
            for one in self._first[word]
            if one.words <= words and not (markup and len(one.words) == 1)
        ]
        if not asked:
            return []
        plain = self._without_own(" ".join(text.split()))
        found: dict[str, Mention] = {}
        for form in sorted(asked, key=lambda one: -len(one.text)):
            words_there = _mention(form, plain, any_case=any_case, whole=whole)
            if words_there and form.name.text not in found:
                found[form.name.text] = Mention(form.name, words_there)
        return list(found.values())

    def _without_own(self, text: str) -> str:
        """Return a text without the names that belong in it."""
        for name in self._own:
            if name.casefold() in text.casefold():
                text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", "\0", text, flags=re.IGNORECASE)
        return text


def others(own: Iterable[Name], known: Iterable[Name], allowed_here: Iterable[str]) -> Others:
    """Return which of the known names must not stand in a proposal with these names of its own."""
    mine = sorted({one.text for one in own} | set(allowed_here), key=len, reverse=True)
    shared = {one.casefold() for one in mine}
    ours = {word for one in mine for word in words_of(one)}
    forms: dict[str, _Form] = {}
    for name in known:
        if name.text.casefold() not in shared:
            for form in _forms(name, ours):
                if form.text.casefold() not in shared:
                    forms.setdefault(form.text, form)
    first: dict[str, list[_Form]] = {}
    for form in forms.values():
        first.setdefault(min(form.words, key=lambda one: (-len(one), one)), []).append(form)
    kept = {word: tuple(held) for word, held in first.items()}
    return Others(tuple(forms.values()), tuple(mine), kept)


@lru_cache(maxsize=20_000)
def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, without their case."""
    return frozenset(_WORD.findall(text.casefold()))


def _forms(name: Name, ours: set[str]) -> Iterator[_Form]:
    """Yield how a name may be written, if it can be told from ordinary words at all."""
    listed = _WORD.findall(name.text)
    if not listed or len(name.text) < _SHORTEST or _UNNAMED.fullmatch(name.text):
        return
    words = words_of(name.text)
    capitals = [one for one in listed if not one.islower()]
    single = len(listed) == 1
    of_the_trade = words <= OF_THE_TRADE
    if single and of_the_trade:
        return
    ordinary = single and (listed[0].casefold() in ORDINARY or listed[0].islower())
    few = len(capitals) < 2 and not any(map(_has_digit, listed))  # noqa: PLR2004 - "Visit summary"
    described = not single and (few or of_the_trade)
    yield _Form(name, name.text, words, is_ordinary=ordinary, is_description=described)
    first = listed[0].casefold()
    is_house = name.sort in (Sort.CUSTOMER, Sort.COMPANY) and not single and len(first) >= _FIRST
    if (
        is_house
        and first not in ORDINARY | OF_PLACES | OF_THE_TRADE | ours
        and not listed[0].islower()
    ):
        yield _Form(name, listed[0], frozenset((first,)))


def _has_digit(word: str) -> bool:
    return any(one.isdigit() for one in word)


def _mention(form: _Form, text: str, *, any_case: bool, whole: bool) -> str:
    """Return the words by which a name is mentioned in a text; nothing if it is not."""
    if form.is_description and not any_case:
        return text if whole and text.strip(" .") == form.text else ""
    flags = re.IGNORECASE if any_case else 0
    shapes = (form.text,) if any_case else dict.fromkeys((form.text, form.text.upper()))
    for shape in shapes:
        for hit in re.finditer(rf"(?<!\w){re.escape(shape)}(?!\w)", text, flags):
            if not form.is_ordinary or any_case or not _BEGINS.search(text[: hit.start()]):
                return hit[0]
    return ""
