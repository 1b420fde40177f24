"""Checks of model cards: what a committee asks first, and what real cards get wrong.

Each check takes a card and yields findings about it; `card_findings` runs them all.
"""

import re
from collections.abc import Iterator

from roadmapper.checks import card_names, card_results, card_watch
from roadmapper.checks.cards_read import Card, cards, finding
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.template.model import Template

_NONE = re.compile(r"(?:none|no|nil|none known|no known biases?)\W*", re.IGNORECASE)
_ALIKE = re.compile(r"\W*(?:same|as) (?:as )?above\W*", re.IGNORECASE)
_LOGIN = re.compile(r"https?://[^\s)\]]*(?:login|signin|sign-in)[^\s)\]]*", re.IGNORECASE)
_CLEARED = ("cleared", "approved", "registered")
_PUBLISHED = ("peer_reviewed", "clinical_trial")
_FOUND = re.compile(r"https?://|\bdoi\b|\b10\.\d{4,}/|\bNCT\d{8}\b|\bPMC?ID\b", re.IGNORECASE)
_TRAITS = 9


def card_findings(template: Template, answers: Answers) -> Iterator[Finding]:
    """A model card says less, or something else, than a committee will believe."""
    told = cards(template, answers)
    for card in told:
        if not card.is_begun:
            continue
        for one in (*CHECKS, *card_results.CHECKS, *card_watch.CHECKS):
            yield from one(card)
    yield from card_names.names(told, answers)


def no_biases(card: Card) -> Iterator[Finding]:
    """Nobody believes that a model has no bias if nothing was measured by group."""
    if _NONE.fullmatch(card.text("known_biases").strip()) and not card.rows("fairness_metrics"):
        yield finding(
            "card-no-bias",
            card.path("known_biases"),
            f'{card.name} says "{card.text("known_biases").strip()}" for its biases and shows no '
            "result by group.",
            "“None” without a measurement reads as “we did not look”. Say what is not known yet.",
        )


def same_as_above(card: Card) -> Iterator[Finding]:
    """A field that points to another is read alone by whoever looks it up."""
    for path, text in card.texts():
        if _ALIKE.fullmatch(text):
            yield finding(
                "card-same",
                path,
                f'{card.name} says "{text.strip()}" in {path}.',
                "Reviewers read the field they look for; it has to stand alone.",
            )


def login_links(card: Card) -> Iterator[Finding]:
    """A link that asks for a password shows a committee nothing."""
    for path, text in card.texts():
        if found := _LOGIN.search(text):
            yield finding(
                "card-login",
                path,
                f"{card.name} links to a page that asks for a login: {found[0][:80]}.",
                "A reviewer without an account sees nothing. Say it here, or link a public page.",
            )


def sensitive_inputs(card: Card) -> Iterator[Finding]:
    """Whether nine personal traits are inputs is asked trait by trait."""
    answered = [row for row in card.rows("sensitive_inputs") if row.text("used_as_input")]
    if answered and len(answered) < _TRAITS:
        yield finding(
            "card-traits",
            card.path("sensitive_inputs"),
            f"{card.name} says of {len(answered)} of nine personal traits whether they are inputs.",
            "They compare the list with their duties against discrimination, trait by trait.",
        )


def nobody_checks(card: Card) -> Iterator[Finding]:
    """A model that replaces a decision needs a person who looks at it."""
    if card.text("decision_role") == "replaces" and not card.text("human_oversight").strip():
        yield finding(
            "card-oversight",
            card.path("human_oversight"),
            f"{card.name} replaces a decision, and no human review is named.",
            "It is the first thing a safety officer looks for.",
            Severity.MUST_FIX,
        )


def cleared_without_number(card: Card) -> Iterator[Finding]:
    """A clearance can be looked up only by its number and date."""
    for row in card.rows("regulatory_status"):
        lacks = [
            word
            for word, name in (("number", "identifier"), ("date", "date"))
            if not re.search(r"\d", row.text(name))
        ]
        if row.text("status") in _CLEARED and lacks:
            yield finding(
                "card-clearance",
                row.path("identifier" if "number" in lacks else "date"),
                f"{card.name} is {row.text('status')}, without its {' and '.join(lacks)}.",
                "They look it up in the register, and need the number and the date.",
            )


def papers_nobody_finds(card: Card) -> Iterator[Finding]:
    """A paper is evidence once a reader can look it up."""
    for row in card.rows("evidence"):
        told = " ".join(row.text(name) for name in ("citation", "doi_or_url", "bibtex"))
        if row.text("kind") in _PUBLISHED and not _FOUND.search(told):
            yield finding(
                "card-reference",
                row.path("doi_or_url"),
                f"{card.name} counts on a publication that cannot be looked up: "
                f'"{row.text("citation")[:80]}".',
                "They open one reference to see whether the others can be believed.",
            )


def tested_by_its_maker(card: Card) -> Iterator[Finding]:
    """A test by the developer is not independent of the developer."""
    maker = card.text("developer_name").strip().casefold()
    for row in card.rows("external_validations"):
        tester = row.text("tested_by").strip().casefold()
        own = bool(maker) and (maker in tester or (bool(tester) and tester in maker))
        if own and row.answers.value(row.path("independent_of_developer")) is True:
            yield finding(
                "card-independent",
                row.path("independent_of_developer"),
                f"{card.name} was tested by its own developer and is marked as independent.",
                "One such mark costs the belief in every other line.",
                Severity.MUST_FIX,
            )


def old_version(card: Card) -> Iterator[Finding]:
    """A card speaks of one version; the newest in its history should be that one."""
    history = card.rows("version_history")
    version, newest = card.text("model_version").strip(), ""
    if history:
        newest = history[0].text("version").strip()
    known = [row.text("version").strip() for row in history]
    if version and newest and newest != version and _newer(newest, version, known):
        yield finding(
            "card-version",
            card.path("model_version"),
            f"{card.name} describes version {version}, and its history ends with {newest}.",
            "They ask whether the numbers belong to what they would get.",
        )


def _newer(one: str, other: str, known: list[str]) -> bool:
    """Return whether a version is above another: by its numbers, else by its place in a list."""
    first, second = (re.findall(r"\d+", text) for text in (one, other))
    if first and second:
        return [*map(int, first)] > [*map(int, second)]
    return other in known


CHECKS = (
    no_biases,
    same_as_above,
    login_links,
    sensitive_inputs,
    nobody_checks,
    cleared_without_number,
    papers_nobody_finds,
    tested_by_its_maker,
    old_version,
)
