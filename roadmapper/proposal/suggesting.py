"""Suggests which of our answers a question of theirs is about, by the words both have in common."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from math import fsum, log

from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question, Template

_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ations", "ation", "ings", "ing", "ies", "ed", "es", "s", "e")
_SHORTEST = 2
_STEM = 4
_SMALL_WORDS = (
    "a about after all also an and any are as at be because been before between both but by can "
    "could describe do does each explain for from has have how if in into is it its list may might "
    "more most must name no not of off on one or other our out over please provide should so some "
    "such than that the their them then there these they this those through to under until up us "
    "use used using we what when where whether which who whom why will with within would you your"
)
_COMMON = frozenset(_SMALL_WORDS.split())
_LABEL, _INSIDE, _ASIDE = 1.0, 0.55, 0.35
"""How much a word counts: in the label, in help and table, in the reason why one asks."""
_LENGTH = 0.12
"""How much a long question loses, for it holds many words by chance."""
_ENOUGH = 0.15
"""The part of a question's words that must be found at least."""


class Suggester:
    """Knows the words of everything a template asks that a document may print.

    `also` are words in which others ask for the same, by address.
    """

    def __init__(self, template: Template, also: Mapping[str, str]) -> None:
        self.also = also
        self._words = {
            path: _weighed(section.title, question, also.get(path, ""))
            for section in template.sections
            for question in section.questions
            if not question.internal and question.kind is not Kind.COMPUTED
            for path in (f"{section.id}.{question.id}",)
        }
        seen = Counter(word for words in self._words.values() for word in words)
        count = len(self._words)
        self._rare = {word: log(1 + count / times) for word, times in seen.items()}
        self._unknown = log(1 + count)
        self._losses = {
            path: 1 + _LENGTH * log(1 + len(words)) for path, words in self._words.items()
        }

    def suggest(self, question: str) -> str:
        """Return the address of the answer that is most like a question; empty if none is."""
        asked = tuple(dict.fromkeys(_stems(question)))
        whole = fsum(self._rare.get(word, self._unknown) for word in asked)
        best = max(self._words, key=lambda path: (self._alike(asked, path), path))
        return best if whole and self._alike(asked, best) / whole >= _ENOUGH else ""

    def _alike(self, asked: Sequence[str], path: str) -> float:
        words = self._words[path]
        found = fsum(words[word] * self._rare[word] for word in asked if word in words)
        return found / self._losses[path]


def _weighed(section: str, question: Question, also: str) -> dict[str, float]:
    words: dict[str, float] = {}
    for text, weight in (*_texts(section, question), (also, _LABEL)):
        for word in (*_stems(text), *_initials(text)):
            words[word] = max(words.get(word, 0.0), weight)
    return words


def _texts(section: str, question: Question) -> Iterator[tuple[str, float]]:
    yield question.label, _LABEL
    yield question.why, _ASIDE
    yield section, _INSIDE
    yield question.help, _INSIDE
    for option in question.options:
        yield option.label, _INSIDE
    for row in question.fixed:
        yield row.label, _INSIDE
    for column in question.columns:
        yield f"{column.label}. {column.help}", _INSIDE
        for option in column.options:
            yield option.label, _INSIDE


def _stems(text: str) -> list[str]:
    words = (one.casefold() for one in _WORD.findall(text))
    return [_stem(one) for one in words if len(one) >= _SHORTEST and one not in _COMMON]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word.removesuffix(ending)
    return word


def _initials(text: str) -> list[str]:
    """Return the short forms of three words in a row: "baa" of a business associate agreement."""
    words = [one.casefold() for one in _WORD.findall(text)]
    return ["".join(word[0] for word in words[at : at + 3]) for at in range(len(words) - 2)]
