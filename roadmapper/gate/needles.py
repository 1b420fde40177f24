"""What must never stand in an export, as words to look for.

An internal answer is looked for if its words tell something by themselves and the document does not
say them anyway. What the document may say is known for sure: it is composed once more without the
internal answers, and all its words are public. So "3", "yes", a date, an option of a choice or a
name that also stands in a public answer are never looked for, and an export is not stopped by
chance. Looked for are:

- each sentence of three words or more, whatever their case;
- shorter texts of several words, or of letters with digits, from eight characters on;
- one word from four letters on that is written like a name, with its capital letters;
- a number of five digits or more, in the ways the document would write it.

All only between the ends of words; what a person reads is also searched without its hyphens, spaces
and ways of writing an accent, as a line may end within a word. Single words and numbers are looked
for in what a person can read or find, not in the bytes of pictures, fonts and markup, where the
same letters mean something else. A card as it was imported is left out: it is what its developer
publishes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from roadmapper.errors import AddressError
from roadmapper.gate.reading import bare
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.disclosure import disclosed
from roadmapper.proposal.facts import public_answers
from roadmapper.proposal.path import (
    CARDS,
    EVIDENCE,
    FILES,
    NOTES,
    REVIEWS,
    STATE,
    WAIVERS,
    AnswerPath,
)
from roadmapper.template.kinds import TEXT_KINDS, Kind, number
from roadmapper.template.model import Question, Template

_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+")
_WORD = re.compile(r"\w+")
_DAY = re.compile(r"\d{4}-\d{2}(-\d{2})?")
_SEVERAL = 3  # words that make a sentence of its own
_LONG = 8  # characters of a shorter text
_NAME = 4  # letters of a single word
_DIGITS = 5  # of a number
_KINDS = {
    NOTES: "a comment",
    REVIEWS: "a review",
    WAIVERS: "the reason of a waiver",
    STATE: "a status",
    FILES: "an attached file",
}


@dataclass(frozen=True)
class Needle:
    """Words that must not stand in a file, and what they are, in words.

    `exact` ones count only with these capital letters; `plain` ones only where a person reads.
    """

    text: str
    what: str
    exact: bool = False
    plain: bool = False

    @property
    def is_number(self) -> bool:
        """Whether it is one of the ways in which a number is written."""
        return self.plain and not self.exact

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words without their case; a file without one of them cannot hold it."""
        return words_of(self.text)

    @cached_property
    def bare(self) -> str:
        """Its letters, as they are found whatever hyphens and accents a file makes of them."""
        return bare(self.text)


class Public:
    """The words that a document may say."""

    def __init__(self, texts: Iterable[str]) -> None:
        # In a file they stand one after the other, so what two of them say together is said too.
        self._text = " ".join(" ".join(text.split()) for text in texts)
        self._bare = bare(self._text)
        self._folded = self._text.casefold()
        self._words = words_of(self._text)

    def says(self, needle: Needle) -> bool:
        """Return whether the document says these words anyway."""
        if not needle.plain:
            return needle.bare in self._bare
        if not needle.words <= self._words:
            return False
        held, text = (
            (self._text, needle.text) if needle.exact else (self._folded, needle.text.casefold())
        )
        return stands(text, held)


def words_of(text: str) -> frozenset[str]:
    """Return the words of a text, without their case."""
    return frozenset(_WORD.findall(text.casefold()))


def stands(words: str, text: str) -> bool:
    """Return whether words stand in a text, from the start of a word to the end of one.

    A number does not stand in a longer one, such as 10090 in 0.10090.
    """
    at = text.find(words)
    while at >= 0:
        end = at + len(words)
        before, after = text[max(0, at - 2) : at], text[end : end + 2]
        if not (_joins(before[-1:], words[:1]) or _joins(words[-1:], after[:1])) and not (
            (words[0].isdigit() and _BEGUN.fullmatch(before))
            or (words[-1].isdigit() and _GOES_ON.fullmatch(after))
        ):
            return True
        at = text.find(words, at + 1)
    return False


_BEGUN = re.compile(r"\d[.,]")
_GOES_ON = re.compile(r",\d|\.[1-9]")


def _joins(before: str, after: str) -> bool:
    return (before.isalnum() or before == "_") and (after.isalnum() or after == "_")


def secrets(template: Template, answers: Answers, public: Public) -> tuple[Needle, ...]:
    """Return what of the internal answers, comments and reasons must not stand in any file.

    Sources that are internal, and what is not printed of those under NDA, are looked for as well.
    """
    shown = disclosed(template, public_answers(template, answers), answers)
    found: dict[tuple[str, bool], Needle] = {}
    for path, value in answers.items():
        if value is None or isinstance(value, bool) or shown.get(path) == value:
            continue
        needles = list(_needles(template, path, value))
        # A number that is public in one way of writing it is public.
        if any(one.is_number and public.says(one) for one in needles):
            continue
        for needle in needles:
            key = (needle.text, needle.exact)
            if key not in found and not public.says(needle):
                found[key] = needle
    return tuple(found.values())


def without_secrets(template: Template, answers: Answers) -> Answers:
    """Return the answers without internal words and numbers, for a document that knows none.

    Internal choices stay, as they may decide what is printed; links to evidence and wishes about
    the document too.
    """
    shown = public_answers(template, answers)
    kept = {path: it for path, it in answers.items() if path in shown or _decides(template, path)}
    return Answers(kept)


def _decides(template: Template, path: str) -> bool:
    if path.startswith((f"{EVIDENCE}.", f"{STATE}.")):
        return True
    question = _question(template, path)
    return question is not None and (bool(question.options) or question.is_group)


def _question(template: Template, path: str) -> Question | None:
    try:
        address = AnswerPath.parse(path)
    except AddressError:
        return None
    question = None if address.about else template.find(f"{address.section}.{address.question}")
    for column in address.columns:
        question = question.column(column) if question is not None else None
    return question


def _needles(template: Template, path: str, value: str | tuple[str, ...]) -> Iterator[Needle]:
    about = path.partition(".")[0]
    question = _question(template, path)
    if about in (CARDS, EVIDENCE) or (question and _tells_nothing(question)):
        return
    if question is not None and question.kind not in TEXT_KINDS and isinstance(value, tuple):
        value = " ".join(value)
    if about == FILES:
        value = value[:2]  # the size is a number like any other
    what = _KINDS.get(about, f'the internal answer "{question.label if question else path}"')
    for text in (value,) if isinstance(value, str) else value:
        # A waiver begins with the name of its check.
        yield from needles_in(text.partition(": ")[2] if about == WAIVERS else text, what)


def _tells_nothing(question: Question) -> bool:
    """Return whether its answers are ids or options, which mean nothing by themselves."""
    return question.is_group or bool(question.options) or question.kind is Kind.LINK


def needles_in(text: str, what: str) -> Iterator[Needle]:
    """Yield what to look for of a text that is kept inside: its sentences, a name, a number."""
    amount = number(text)
    if amount is not None or _DAY.fullmatch(text.strip()):
        digits = f"{abs(amount or 0):f}"
        if len(digits.partition(".")[0]) >= _DIGITS:
            for form in (digits, f"{abs(amount or 0):,f}"):
                yield Needle(form, what, plain=True)
        return
    for sentence in _SENTENCE.split(text):
        words = " ".join(sentence.split()).strip(" .,;:!?\"'()[]*_#-•")
        count = len(_WORD.findall(words))
        if count >= _SEVERAL or (count > 1 and len(words) >= _LONG) or _is_mixed(words):
            yield Needle(words, what)
        elif count == 1 and len(words) >= _NAME and not words.islower():
            yield Needle(words, what, exact=True, plain=True)


def _is_mixed(word: str) -> bool:
    """Return whether a word is of letters and digits, as codes and made-up names are."""
    has_digit = any(one.isdigit() for one in word)
    return len(word) >= _LONG and has_digit and any(one.isalpha() for one in word)
