"""What a source is worth: how old, how strong, and how like the customer's own setting.

One place says how old a source may be and what makes it weak; checks, window and document ask here.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.moments import moment
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import EVIDENCE, AnswerPath
from roadmapper.template.kinds import Kind, Value, day, number
from roadmapper.template.model import Question, Template

PUBLIC, UNDER_NDA, INTERNAL = "public", "under NDA", "internal"
"""Who may see a source; one without an answer is public."""

NO_COMPARISON, VENDOR_PAID, NO_NUMBER = (
    "no comparison",
    "paid for by a vendor",
    "number of people not given",
)
"""What makes a source weak."""

OLD_AFTER = timedelta(days=3 * 365 + 1)
"""How long ago a source may have been checked, or published where nobody said when."""

_BRACKETS = re.compile(r"\[([a-z0-9][a-z0-9_-]*(?:, ?[a-z0-9][a-z0-9_-]*)*)\]")
_FACTOR = 3
"""How far two sizes may lie apart and still be alike."""
_FACETS = 4
_ENOUGH = 2

_ROLES = {
    "physicians": r"physician|doctor|\bmds?\b|clinician|hospitalist|surgeon|resident",
    "nurses": r"nurs|\brns?\b",
    "nurse practitioners and physician assistants": r"practitioner|physician assistant|\bapps?\b",
    "pharmacists": r"pharmac",
    "therapists": r"therap",
    "coders": r"\bcoders?\b|coding staff",
    "front desk": r"schedul|front desk|registrar",
    "patients": r"\bpatients? (?:who|using|users)",
}
_SETTINGS = {
    "emergency": r"emergency|\beds?\b",
    "intensive care": r"intensive care|\bicus?\b|critical care",
    "wards": r"\bwards?\b|inpatient|hospital medicine|\bunits?\b|in-hospital|acute care|\bstays\b",
    "ambulatory": r"ambulatory|outpatient|clinics?\b|primary care|family medicine|office|visits?\b",
    "home": r"\bhome\b|remote",
}
_EMRS = {
    "Epic": r"\bepic\b",
    "Oracle Health": r"oracle|cerner|millennium",
    "MEDITECH": r"meditech",
    "athenahealth": r"athena",
    "Altera": r"altera|allscripts|veradigm",
}
_FAMILIES: Mapping[str, Mapping[str, str]] = {
    "roles": _ROLES,
    "care setting": _SETTINGS,
    "EMR": _EMRS,
}
"""Words by which one family of roles, care or record systems is known."""
_COUNTED = ("hospitals", "beds", "clinicians")
_SPELLED = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_WORDS = {word: place for place, word in enumerate(_SPELLED.split("|"), 1)}
_SIZE = re.compile(
    rf"\b(\d[\d,]*|{_SPELLED}) (?:[a-z-]+ ){{0,2}}?({'|'.join(_COUNTED)})\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Standing:
    """What speaks against a source: why it is stale, and why it is weak; empty if nothing does."""

    stale: str
    weak: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like their setting a source is: yes, partly, no or unknown, what matches and what not."""

    verdict: str
    same: tuple[str, ...]
    other: tuple[str, ...]
    unknown: tuple[str, ...]

    @property
    def reasons(self) -> str:
        """Why, in one line."""
        told = (
            ("same", self.same),
            ("other", self.other),
            ("not said:", self.unknown),
        )
        parts = [f"{word} {', '.join(names)}" for word, names in told if names]
        line = "; ".join(parts)
        return line[:1].upper() + line[1:]


def proposal_day(answers: Answers) -> date | None:
    """Return the day for which a proposal is written: the decision, else the start."""
    return day(answers.text("deal.decision_date")) or day(answers.text("deal.start_date"))


def access(answers: Answers, row: str) -> str:
    """Return who may see a source."""
    told = _cell(answers, row, "access")
    return told if told in (UNDER_NDA, INTERNAL) else PUBLIC


def standing(answers: Answers, row: str, today: date | None) -> Standing:
    """Return what speaks against a source on a day."""
    return Standing(_stale(answers, row, today) if today else "", tuple(_weak(answers, row)))


def _stale(answers: Answers, row: str, today: date) -> str:
    due = day(_cell(answers, row, "review_by"))
    if due is not None and due < today:
        return f"due for review since {due.isoformat()}"
    checked = day(_cell(answers, row, "as_of"))
    if checked is not None:
        is_old = today - checked > OLD_AFTER
        return f"last checked on {checked.isoformat()}" if is_old else ""
    published = published_day(_cell(answers, row, "published"))
    is_old = published is not None and today - published > OLD_AFTER
    return f"published in {published.year}" if published and is_old else ""


def published_day(text: str) -> date | None:
    """Return the last day of the month or year that is named; None if none is."""
    told = moment(text)
    if told is not None:
        return told.end
    return date(int(text), 12, 31) if re.fullmatch(r"(?:19|20)\d\d", text) else None


def _weak(answers: Answers, row: str) -> Iterator[str]:
    if _cell(answers, row, "design") == "anecdote":
        yield NO_COMPARISON
    if _cell(answers, row, "funding") == "yes":
        yield VENDOR_PAID
    if not _cell(answers, row, "n"):
        yield NO_NUMBER


def likeness(answers: Answers, row: str) -> Likeness:
    """Return how like their setting a source is: role, setting, EMR and size within a factor of 3.

    Role and setting are read from what was written of both sides. With all four the same it is
    comparable, with two in part; what nobody said counts for neither.
    """
    found = _facets(answers, row)
    same = tuple(name for name, is_same in found.items() if is_same)
    other = tuple(name for name, is_same in found.items() if is_same is False)
    unknown = tuple(name for name, is_same in found.items() if is_same is None)
    verdict = "no"
    if len(same) == _FACETS:
        verdict = "yes"
    elif len(same) >= _ENOUGH or (same and unknown):
        verdict = "partly"
    elif len(unknown) == _FACETS:
        verdict = ""
    return Likeness(verdict, same, other, unknown)


def _facets(answers: Answers, row: str) -> Mapping[str, bool | None]:
    studied = " ".join(_cell(answers, row, one) for one in ("population", "n", "setting"))
    users = _column(answers, "solution.users", "role")
    place = " ".join(
        (answers.text("deal.promise"), _column(answers, "deploy.waves", "site"), users)
    )
    setting = _cell(answers, row, "setting")
    return {
        "roles": _shared("roles", studied, users),
        "care setting": _shared("care setting", setting, place),
        "EMR": _shared("EMR", setting, answers.text("system.emr")),
        "size": _alike(answers, row),
    }


def _shared(kind: str, one: str, other: str) -> bool | None:
    """Return whether two texts name a same family; None if one of them names none."""
    here, there = _families(kind, one), _families(kind, other)
    return not here.isdisjoint(there) if here and there else None


@lru_cache(maxsize=1024)
def _families(kind: str, text: str) -> frozenset[str]:
    words = _FAMILIES[kind]
    return frozenset(name for name in words if re.search(words[name], text, re.IGNORECASE))


def _alike(answers: Answers, row: str) -> bool | None:
    counted = _sizes(_cell(answers, row, "setting"))
    if not counted:
        return None
    theirs = {
        word: told
        for size in answers.rows("system.size")
        for word in _COUNTED
        if word in answers.text(f"system.size[{size}].measure").casefold()
        and "scope" not in answers.text(f"system.size[{size}].measure").casefold()
        if (told := number(answers.text(f"system.size[{size}].value")))
    }
    pairs = [(counted[word], theirs[word]) for word in counted if theirs.get(word)]
    if not pairs:
        return None
    return all(max(one, other) <= _FACTOR * min(one, other) for one, other in pairs)


@lru_cache(maxsize=1024)
def _sizes(text: str) -> Mapping[str, Decimal]:
    found: dict[str, Decimal] = {}
    for amount, word in _SIZE.findall(text):
        told = number(amount.replace(",", "")) or Decimal(_WORDS.get(amount.casefold(), 0))
        if told:
            found.setdefault(word.casefold(), told)
    return found


def with_likeness(answers: Answers) -> Answers:
    """Return answers in which sources are comparable as worked out, where nobody said it."""
    told: dict[str, Value] = {}
    for row in answers.rows(REGISTER):
        if _cell(answers, row, "comparable") or not _cell(answers, row, "reference"):
            continue
        like = likeness(answers, row)
        if like.verdict:
            told[f"{REGISTER}[{row}].comparable"] = like.verdict
            if not _cell(answers, row, "why_comparable"):
                told[f"{REGISTER}[{row}].why_comparable"] = like.reasons
    return Answers({**answers, **told}) if told else answers


def register_links(template: Template) -> frozenset[str]:
    """Return the questions, and columns as section.question.column, that link to the register."""
    return frozenset(
        name
        for section in template.sections
        for question in section.questions
        for name, one in _with_columns(section.id, question)
        if one.kind is Kind.LINK and one.link == REGISTER
    )


def _with_columns(before: str, question: Question) -> Iterator[tuple[str, Question]]:
    name = f"{before}.{question.id}"
    yield name, question
    for column in question.columns:
        yield from _with_columns(name, column)


def uses(template: Template, answers: Answers) -> dict[str, tuple[str, ...]]:
    """Return which sources stand behind which answers: attached, linked, or cited as [e1]."""
    links = register_links(template)
    found: dict[str, tuple[str, ...]] = {}
    known = set(answers.rows(REGISTER))
    for path, value in answers.items():
        address = AnswerPath.parse(path)
        if isinstance(value, str):
            named = cited(value) if not address.about else ()
        elif isinstance(value, tuple):
            named = value if address.about == EVIDENCE or asked_at(address) in links else ()
        else:
            named = ()
        rows = tuple(one for one in named if one in known)
        if rows:
            bare = str(address.bare)
            found[bare] = tuple(dict.fromkeys((*found.get(bare, ()), *rows)))
    return found


def cited(text: str) -> tuple[str, ...]:
    """Return the rows, or marks, that a text names in brackets, such as [e1, e4]."""
    if "[" not in text:
        return ()
    return tuple(one.strip() for group in _BRACKETS.findall(text) for one in group.split(","))


def asked_at(address: AnswerPath) -> str:
    """Return the question of an address with its columns, without rows."""
    return ".".join((address.section, address.question, *address.columns))


def _cell(answers: Answers, row: str, column: str) -> str:
    return answers.text(f"{REGISTER}[{row}].{column}").strip()


def _column(answers: Answers, table: str, column: str) -> str:
    return " ".join(answers.text(f"{table}[{row}].{column}") for row in answers.rows(table))
