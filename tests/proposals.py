"""A small template and what a test needs to work with a proposal."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.change import Batch
from roadmapper.proposal.headline import Headline, Progress
from roadmapper.proposal.session import Session
from roadmapper.template.kinds import Kind
from roadmapper.template.model import FixedRow, Option, Question, Section, Template

START = datetime(2027, 1, 4, 9, tzinfo=UTC)
HEADLINE = Headline("", "", "", "", "", Progress(0, 0, 0), START)


class Journal:
    """A journal in memory. It refuses the next batch when told to."""

    def __init__(self) -> None:
        self.log: list[Batch] = []
        self.error: Exception | None = None
        self.headline: Headline | None = None

    def append(self, batch: Batch, headline: Headline) -> None:
        """Keep a batch."""
        self._refuse()
        self.log.append(batch)
        self.headline = headline

    def amend(self, batch: Batch, headline: Headline) -> None:
        """Keep a batch in place of the last."""
        self._refuse()
        self.log[-1] = batch
        self.headline = headline

    def _refuse(self) -> None:
        if self.error is not None:
            raise self.error


class Clock:
    """A clock that a test moves."""

    def __init__(self, step: float = 60) -> None:
        self.now = START
        self.step = timedelta(seconds=step)

    def __call__(self) -> datetime:
        """Return the time, a step later at each call."""
        self.now += self.step
        return self.now


def small_template() -> Template:
    """Return a template with one question of each way to be kept."""
    inner = Question("inputs", Kind.ROWS, "Inputs", columns=(_line("name"), _line("use")))
    models = Question("models", Kind.ROWS, "Models", columns=(_line("name"), inner))
    level = Question("level", Kind.CHOICE, "Level", options=_options("low", "high"))
    four = Question(
        "four",
        Kind.ROWS,
        "Four questions",
        columns=(_line("answer"), level),
        fixed=(FixedRow("trained", "How was it trained?"), FixedRow("tested", "How tested?")),
    )
    questions = (
        _line("name"),
        Question("story", Kind.PROSE, "Story"),
        Question("fee", Kind.MONEY, "Fee"),
        Question("start", Kind.DATE, "Start"),
        Question("ready", Kind.YES_NO, "Ready"),
        Question("structure", Kind.CHOICES, "Structure", options=_options("share", "fixed")),
        Question("weeks", Kind.RANGE, "Weeks"),
        Question("score", Kind.COMPUTED, "Score"),
        level,
        models,
        four,
    )
    section = Section("deal", "Deal", "Deal", "understand", "", (), questions, ())
    return Template("small", "Small", "1", "en-US", Path(), {}, {}, (), (section,), (), {})


def session_of(
    journal: Journal | None = None,
    answers: Mapping[str, str] | None = None,
    clock: Callable[[], datetime] | None = None,
) -> Session:
    """Return a session over the small template."""
    return Session(small_template(), Answers(answers), journal or Journal(), clock=clock or Clock())


def _line(name: str) -> Question:
    return Question(name, Kind.LINE, name.capitalize())


def _options(*values: str) -> tuple[Option, ...]:
    blank = Option("", "", "")
    return tuple(replace(blank, value=one, label=one, text=one) for one in values)
