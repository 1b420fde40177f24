"""Checks of whose card it is: another product, clearance or customer, and copied words."""

import re
from collections.abc import Iterator, Sequence

from roadmapper.checks.cards_read import Card, finding
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.path import AnswerPath

_STATUS = "regulatory_status"
_CUSTOMER = "deal.health_system"
_SHORTEST = 4
_COPIED = 120
"""A text of fewer letters may well be the same on two cards."""

_NUMBER = re.compile(r"\b(?:K\d{6}|DEN\d{6}|P\d{6})\b")
_COMPARED = re.compile(r"predicate|reference device|compared|equivalent|prior", re.IGNORECASE)
_NEAR = 80
_FAMILY = re.compile(r"(?P<brand>[\w®™-]{3,}(?: [A-Z][\w®™-]*)?) for (?P<use>\S.*)")
_CALLED = r"[A-Z][\w-]*(?: [A-Z][\w-]*){0,4}"
_SUBJECT = re.compile(
    r"\b[Tt]he (?:current |new |latest )?((?:[A-Z][\w-]+ ){1,4})"
    r"(?i:solution|model|module|algorithm|product|system|software|device|tool|application)\b"
)
_DOES = re.compile(
    r"(?:^|[.!?:;\n]\s*)(?P<name>(?:[A-Z][\w®™-]*(?: [A-Z0-9][\w®™.-]*){1,3})|[A-Z][a-z]+[A-Z]\w*) "
    r"(?:analyzes|classifies|detects|drafts|flags|generates|identifies|listens|notifies|predicts|"
    r"recommends|scores|summarizes|transcribes|triages|writes|is (?:cleared|designed|intended))\b"
)
_WORD = re.compile(r"[A-Za-z0-9]{2,}")
_COMMON = frozenset({"ai", "ml", "cds", "ehr", "emr", "llm"})
_NO_NAMES = ("A ", "An ", "Each ", "Every ", "Our ", "The ", "This ", "Your ")
_HOUSE = re.compile(
    r"\b((?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:Health System|Health Care|Healthcare|Health|Hospitals?|Medical Center|Clinics?|"
    r"Permanente))\b"
)
_NO_HOUSE = re.compile(
    r"\b(?:Oracle|Public|Mental|Behavioral|Population|Electronic|Digital|World|National|Global|"
    r"Cerner|Community|Federal|State|Your|Our|The|A|An|Any|Each|Department|Institutes?) ",
)
_MAY_NAME = frozenset(
    {
        "components",
        "ehr_compatibility",
        "evidence",
        "version_history",
    }
)
"""Questions in which other products belong."""

_OF_SOURCES = frozenset(
    {
        "data_rights",
        "developer_contact",
        "external_validations",
        "fairness_metrics",
        "funding_source",
        "input_sources",
        "keywords",
        "labels_and_preparation",
        "model_type",
        "outcome_definition",
        "performance_metrics",
        "stakeholders_consulted",
        "training_criteria",
        "training_data_sources",
        "training_demographics",
        "validation_blocks",
    }
)
"""Questions in which another house may be a source, a test site or a partner."""

_OWN_WORDS = (
    "summary",
    "intended_use",
    "intended_population",
    "cautioned_uses",
    "output_description",
    "outcome_definition",
    "known_risks",
    "known_biases",
)
"""Questions that two models can hardly answer in the same words."""


def names(cards: Sequence[Card], answers: Answers) -> Iterator[Finding]:
    """A card names a product, a clearance or a customer that is not its own."""
    for card in cards:
        if card.is_begun:
            yield from other_products(card, cards)
            yield from other_clearances(card)
            yield from other_customers(card, answers)
    yield from copied_words(cards)


def other_products(card: Card, cards: Sequence[Card]) -> Iterator[Finding]:
    """A card names another product, as cards made from one another do."""
    own = card.text("model_name").strip()
    looked_for = [_spelled(one) for one in _others(card, cards) if len(one) >= _SHORTEST]
    words = _own_words(card)
    for path, text in _told(card):
        bare = re.sub(_spelled(own), "", text) if own else text
        sure = [hit[0] for one in looked_for if (hit := re.search(one, bare))]
        sure += _of_the_family(own, text)
        likely = [hit for hit in _subjects(text) if not words & _words(hit)]
        if sure or (likely and own):
            yield finding(
                "card-product",
                path,
                f'{card.name} speaks of another product: "{(sure or likely)[0].strip()}".',
                "A card with another product's name was copied; nothing else on it is believed.",
                Severity.MUST_FIX if sure else Severity.SHOULD_FIX,
            )


def _others(card: Card, cards: Sequence[Card]) -> Iterator[str]:
    """Yield the names of other models and their makers that are not part of this one's."""
    own = f"{card.text('model_name')} {card.text('developer_name')}".casefold()
    for one in cards:
        for name in (one.text("model_name").strip(), one.text("developer_name").strip()):
            if name.casefold() not in own:
                yield name


def _subjects(text: str) -> Iterator[str]:
    """Yield what a text calls "the ... model", or what does a model's work in it, by name."""
    for hit in _SUBJECT.finditer(text):
        if _words(hit[1]) - _COMMON:
            yield hit[1]
    for hit in _DOES.finditer(text):
        if _words(hit["name"]) - _COMMON and not hit["name"].startswith(_NO_NAMES):
            yield hit["name"]


def _own_words(card: Card) -> set[str]:
    """Return the words by which a model may call itself and its parts."""
    named = ("model_name", "developer_name", "model_version", "model_type", "keywords")
    parts = (row.text("name") for row in card.rows("components"))
    return _words(" ".join([*(card.text(name) for name in named), *parts]))


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _of_the_family(own: str, text: str) -> Iterator[str]:
    """Yield products that are called as this one is, for something else."""
    family = _FAMILY.fullmatch(own)
    if not family:
        return
    use = family["use"].casefold()
    for hit in re.finditer(rf"{re.escape(family['brand'])} for (?:the )?({_CALLED})", text):
        named = hit[1].casefold()
        if not use.startswith(named) and not named.startswith(use):
            yield hit[0]


def other_clearances(card: Card) -> Iterator[Finding]:
    """A card gives a clearance number that is not the model's."""
    given = " ".join(
        text for path, text in card.texts() if AnswerPath.parse(path).columns[0] == _STATUS
    )
    own = {*_NUMBER.findall(given)}
    for path, text in _told(card):
        strange = [hit for hit in _NUMBER.finditer(text) if hit[0] not in own]
        strange = [hit for hit in strange if not _is_compared(text, hit.start())]
        if strange:
            number = strange[0][0]
            theirs = f"its own is {', '.join(sorted(own))}" if own else "its status gives none"
            yield finding(
                "card-clearance-number",
                path,
                f"{card.name} gives the clearance {number}, and {theirs}.",
                "They look the number up and find another device.",
                Severity.MUST_FIX if own else Severity.SHOULD_FIX,
            )


def _is_compared(text: str, at: int) -> bool:
    """Return whether a number is that of a device this one is compared with."""
    return _COMPARED.search(text[max(0, at - _NEAR) : at + _NEAR]) is not None


def other_customers(card: Card, answers: Answers) -> Iterator[Finding]:
    """A card names a customer who is not the reader."""
    customer = answers.text(_CUSTOMER).strip()
    if not customer:
        return
    known = " ".join(
        value
        for path, value in answers.items()
        if isinstance(value, str) and not path.startswith(("transparency.models", "_"))
    )
    for path, text in _told(card):
        if AnswerPath.parse(path).columns[0] in _OF_SOURCES:
            continue
        for hit in _HOUSE.finditer(text):
            house = _NO_HOUSE.sub("", hit[1])
            if " " in house and not _is_theirs(house, customer) and house not in known:
                yield finding(
                    "card-customer",
                    path,
                    f'{card.name} names "{house}", and the proposal is for {customer}.',
                    "A reader who finds another customer's name wonders where theirs will stand.",
                )


def _is_theirs(house: str, customer: str) -> bool:
    return house.split(maxsplit=1)[0].casefold() in customer.casefold().split()


def copied_words(cards: Sequence[Card]) -> Iterator[Finding]:
    """Two cards say the same, word for word, where two models differ."""
    seen: dict[tuple[str, str], Card] = {}
    for card in cards:
        for column in _OWN_WORDS:
            text = " ".join(card.text(column).split())
            if len(text) < _COPIED:
                continue
            first = seen.setdefault((column, text), card)
            if first is not card:
                yield finding(
                    "card-copied",
                    card.path(column),
                    f"{card.name} and {first.name} say the same here, word for word.",
                    "Two models with one text look as if nobody had looked at the second.",
                )


def _told(card: Card) -> Iterator[tuple[str, str]]:
    """Yield the texts in which only this product belongs."""
    for path, text in card.texts():
        column = AnswerPath.parse(path).columns[0]
        if column not in _MAY_NAME and column not in ("model_name", "developer_name", _STATUS):
            yield path, text


def _spelled(name: str) -> str:
    return rf"(?<!\w){re.escape(name)}(?!\w)"
