"""Checks of model cards: what a committee asks first, and what real cards get wrong.

Each check takes a card and yields findings about it; `card_findings` runs them all.
"""

import re
from collections.abc import Iterator

from roadmapper.checks import card_dates, card_names, card_results, card_watch
from roadmapper.checks.cards_read import Card, Row, cards, few, finding, joined
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Finding, Severity
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import Kind
from roadmapper.template.model import Template

_NONE = re.compile(r"(?:none|no|nil|none known|no known biases?)\W*", re.IGNORECASE)
_NOTHING = re.compile(r"(?:none|n\.?/?\s?a\.?|nil|no|-+|tbd|not applicable)\W*", re.IGNORECASE)
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
        yield from _of_card(card)
    yield from card_names.names(told, answers)


_kept: dict[AnswerPath, tuple[Card, tuple[Finding, ...]]] = {}
"""What was found in a card last; most edits are elsewhere, and leave it as it is."""


def _of_card(card: Card) -> tuple[Finding, ...]:
    """Return what is found in a card alone."""
    before = _kept.get(card.address)
    if before is None or before[0] != card:
        checks = (*CHECKS, *card_dates.CHECKS, *card_results.CHECKS, *card_watch.CHECKS)
        found = (told for one in checks for told in one(card)) if card.is_begun else ()
        before = _kept[card.address] = (card, tuple(found))
    return before[1]


def no_biases(card: Card) -> Iterator[Finding]:
    """Nobody believes that a model has no bias if nothing was measured by group."""
    if _NONE.fullmatch(card.text("known_biases").strip()) and not card.has("fairness_metrics"):
        yield finding(
            "card-no-bias",
            card.path("known_biases"),
            f'{card.name} says "{card.text("known_biases").strip()}" for its biases and shows no '
            "result by group.",
            "“None” without a measurement reads as “we did not look”. Say what is not known yet.",
        )


def says_nothing(card: Card) -> Iterator[Finding]:
    """A word that answers nothing reads as a question that was not understood."""
    hollow = [
        (path, question.label)
        for question in card.question.columns
        if question.essential
        and question.id != "known_biases"
        and question.kind is Kind.PROSE
        and _NOTHING.fullmatch(card.text(question.id).strip())
        and (path := card.path(question.id))
    ]
    if hollow:
        yield finding(
            "card-nothing",
            hollow[0][0],
            f"{card.name} answers {few([label for _, label in hollow])} with a word that says "
            "nothing.",
            "Say what you do not know, why, and what you will do: that is an answer they respect.",
        )


def same_as_above(card: Card) -> Iterator[Finding]:
    """A field that points to another is read alone by whoever looks it up."""
    alike = [(path, text.strip()) for path, text in card.texts() if _ALIKE.fullmatch(text)]
    if alike:
        places = "one field" if len(alike) == 1 else f"{len(alike)} fields"
        yield finding(
            "card-same",
            alike[0][0],
            f'{card.name} says "{alike[0][1]}" in {places}.',
            "Reviewers read the field they look for; it has to stand alone.",
        )


def login_links(card: Card) -> Iterator[Finding]:
    """A link that asks for a password shows a committee nothing."""
    links = [
        (path, found[0])
        for path, text in card.texts()
        if (found := _LOGIN.search(text)) is not None
    ]
    if links:
        more = f", and {len(links)} times in all" if len(links) > 1 else ""
        yield finding(
            "card-login",
            links[0][0],
            f"{card.name} links to a page that asks for a login: {links[0][1][:80]}{more}.",
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
        number = re.search(r"\d", row.text("identifier")) is not None
        lacks = [*([] if number else ["number"]), *([] if row.text("date").strip() else ["date"])]
        if row.text("status") in _CLEARED and lacks:
            yield finding(
                "card-clearance",
                row.path("date" if number else "identifier"),
                f"{card.name} is {row.text('status')}, without its {joined(lacks)}.",
                "They look it up in the register, and need the number and the date.",
            )


def papers_nobody_finds(card: Card) -> Iterator[Finding]:
    """A paper is evidence once a reader can look it up."""
    lost = [row for row in card.rows("evidence") if _is_lost(row)]
    if lost:
        more = f" and {len(lost) - 1} more" if len(lost) > 1 else ""
        yield finding(
            "card-reference",
            lost[0].path("doi_or_url"),
            f"{card.name} counts on a publication that cannot be looked up: "
            f'"{lost[0].text("citation")[:80]}"{more}.',
            "They open one reference to see whether the others can be believed.",
        )


def _is_lost(row: Row) -> bool:
    told = " ".join(row.text(name) for name in ("citation", "doi_or_url", "bibtex"))
    return row.text("kind") in _PUBLISHED and not _FOUND.search(told)


def no_evidence(card: Card) -> Iterator[Finding]:
    """A model without any study has to say so itself."""
    if not card.has("evidence"):
        yield finding(
            "card-no-evidence",
            card.path("evidence"),
            f"{card.name} names no study, trial or report about itself.",
            "An empty list of studies is read as “never tested outside”. Name a report of your "
            "own, or say which study is on its way.",
            Severity.POLISH,
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


CHECKS = (
    no_biases,
    says_nothing,
    same_as_above,
    login_links,
    sensitive_inputs,
    nobody_checks,
    cleared_without_number,
    papers_nobody_finds,
    no_evidence,
    tested_by_its_maker,
)
