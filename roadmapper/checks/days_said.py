"""Days that prose names and no cell does: a decision, the end of a contract, the first users."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from roadmapper.checks.order import WAVES, WHY, first_wave
from roadmapper.checks.reading import date_at, rows
from roadmapper.checks.rule import Told, rule
from roadmapper.checks.said import days, months, public_texts, sentences
from roadmapper.checks.topic import ELSEWHERE
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Severity
from roadmapper.template.kinds import day
from roadmapper.template.model import Template

_DECIDES = re.compile(
    r"\b(?:your decision|decision (?:is )?(?:wanted|due|expected)|you decide|(?:a|no) decision"
    r"|(?:is|are) decided)\b[^.;]{0,25}\b(?:by|on|until|due)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\bcontracts?\b[^.;]{0,60}\b(?:ends?|expires?|renews?|runs? (?:out|until))\b", re.IGNORECASE
)
_LIVE = re.compile(
    r"(?:\bgo-live (?:is|follows|comes)|\bpilot (?:starts?|begins?)|\bstarts? the pilot"
    r"|\b(?:first|pilot) (?:users|sites?|wave|clinics|units)\b[^.;]{0,12}"
    r"\b(?:starts?|begins?|go(?:es)? live))\b[^.;]{0,20}\b(?:in|on|from)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"\b(?:contract|agreement|term|work|partnership|project) (?:starts?|begins?)\b[^.;]{0,15}"
    r"\bon\b",
    re.IGNORECASE,
)


_MONTH = "(january|february|march|april|may|june|july|august|september|october|november|december)"
_FISCAL = (
    re.compile(
        rf"\bfiscal (?:year|\d{{4}})\b[^.;]{{0,15}}\b(?:begins|starts) (?:in|on) {_MONTH}",
        re.IGNORECASE,
    ),
    re.compile(rf"\b{_MONTH} 1,? the first day of (?:your|their) fiscal year", re.IGNORECASE),
)


@rule("day-said", Severity.SHOULD_FIX, WHY)
def day_said_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A text names another day for the decision, the start, or the end of a contract."""
    steps = _column(answers, "coalition.decision_steps", "date")
    asked = _column(answers, "review.asks", "by")
    told = (
        (_DECIDES, "decision", _one(answers, "deal.decision_date"), steps | asked),
        (_STARTS, "start", _one(answers, "deal.start_date"), _all_days(answers)),
        (_ENDS, "end of that contract", _column(answers, "system.tools_replaced", "end_date"), ()),
    )
    for path, text in public_texts(template, answers):
        if path.partition("[")[0] in ELSEWHERE:
            continue
        for sentence in _dated(text):
            for words, what, right, others in told:
                named = days(sentence) if right and words.search(sentence) else ()
                wrong = named and not right & set(named) and not set(named) <= {*right, *others}
                if wrong:
                    meant = " or ".join(map(str, sorted(right)))
                    yield path, f"The {what} is on {named[0]} here, and on {meant} elsewhere."


@rule("month-said", Severity.SHOULD_FIX, WHY)
def live_in_another_month(template: Template, answers: Answers) -> Iterator[Told]:
    """A text lets users begin in a month in which no wave does."""
    begins = _column(answers, WAVES, "start")
    known = {one.year * 12 + one.month - 1 for one in begins}
    first = first_wave(answers)
    for path, text in public_texts(template, answers) if first else ():
        if any(one not in known for one in _live_in(text)):
            yield path, f"Users begin in another month here; the first wave is on {first}."


@lru_cache(maxsize=20_000)
def _dated(text: str) -> tuple[str, ...]:
    """Return the sentences that name a whole date."""
    return tuple(one for one in sentences(text) if days(one)) if days(text) else ()


@lru_cache(maxsize=20_000)
def _live_in(text: str) -> tuple[int, ...]:
    """Return the months in which users begin, as each sentence has it."""
    told: list[int] = []
    for sentence in sentences(text) if months(text) or days(text) else ():
        if found := _LIVE.search(sentence):
            after = sentence[found.end() :]
            named = (*months(after), *(one.year * 12 + one.month - 1 for one in days(after)))
            told += named[:1]
    return tuple(told)


@rule("fiscal-year", Severity.SHOULD_FIX, WHY)
def fiscal_year_said_otherwise(template: Template, answers: Answers) -> Iterator[Told]:
    """A text begins their fiscal year in another month than step 1."""
    begins = answers.text("deal.fiscal_year_start").casefold()
    for path, text in public_texts(template, answers) if begins else ():
        for month in _fiscal_in(text):
            if not month.casefold().startswith(begins):
                yield path, f"Their fiscal year begins in {month} here, not as in step 1."


@lru_cache(maxsize=20_000)
def _fiscal_in(text: str) -> tuple[str, ...]:
    """Return the months in which a text begins a fiscal year."""
    told = sentences(text) if "iscal" in text else ()
    return tuple(hit[1] for one in told for form in _FISCAL if (hit := form.search(one)))


def _one(answers: Answers, path: str) -> frozenset[date]:
    told = date_at(answers, path)
    return frozenset() if told is None else frozenset({told})


def _column(answers: Answers, table: str, column: str) -> frozenset[date]:
    return frozenset(one for row in rows(answers, table) if (one := row.day(column)))


def _all_days(answers: Answers) -> frozenset[date]:
    texts = (one for one in answers.values() if isinstance(one, str))
    return frozenset(told for one in texts if (told := day(one)))
