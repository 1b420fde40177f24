"""Whatever is done in whatever order: undo, redo and reading the file again lose nothing."""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from roadmapper.proposal.answers import Answers
from roadmapper.proposal.session import Session
from roadmapper.store.file import ProposalFile
from tests.proposals import Clock, small_template

_TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
_PLACES = st.integers(0, 5)


class Writing(RuleBasedStateMachine):
    """A person at work, beside a plain list of the states that were."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._path = Path(self._folder.name) / "p.roadmap"
        self._clock = Clock()
        ProposalFile.create(self._path, "small", "1", clock=self._clock)
        self._open()
        self._past: list[Answers] = []
        self._future: list[Answers] = []

    def teardown(self) -> None:
        """Close and forget the file."""
        self._file.close()
        self._folder.cleanup()

    def _open(self) -> None:
        self._file = ProposalFile.open(self._path)
        answers, log = self._file.answers, self._file.log
        self._session = Session(small_template(), answers, self._file, log=log, clock=self._clock)

    def _do(self, act: Callable[[], Any]) -> None:
        before = self._session.answers
        act()
        if self._session.answers != before:
            self._past.append(before)
            self._future.clear()

    @rule(name=st.sampled_from(["name", "story", "fee", "start"]), text=_TEXTS)
    def edit(self, name: str, text: str) -> None:
        """Type something."""
        self._do(lambda: self._session.set(f"deal.{name}", text))

    @rule(chosen=st.lists(_TEXTS, max_size=3))
    def choose(self, chosen: list[str]) -> None:
        """Choose from a list."""
        self._do(lambda: self._session.set("deal.structure", tuple(chosen)))

    @rule(text=_TEXTS, place=_PLACES)
    def add_row(self, text: str, place: int) -> None:
        """Add a row."""
        self._do(lambda: self._session.add_row("deal.models", {"name": text}, place))

    @precondition(lambda self: self._session.rows("deal.models"))
    @rule(which=_PLACES, text=_TEXTS)
    def add_inner_row(self, which: int, text: str) -> None:
        """Add a row inside a row."""
        inside = f"deal.models[{self._row(which)}].inputs"
        self._do(lambda: self._session.add_row(inside, {"name": text}))

    @precondition(lambda self: self._session.rows("deal.models"))
    @rule(which=_PLACES)
    def remove_row(self, which: int) -> None:
        """Remove a row with all in it."""
        self._do(lambda: self._session.remove_row("deal.models", self._row(which)))

    @precondition(lambda self: self._session.rows("deal.models"))
    @rule(which=_PLACES)
    def duplicate_row(self, which: int) -> None:
        """Copy a row with all in it."""
        self._do(lambda: self._session.duplicate_row("deal.models", self._row(which)))

    @precondition(lambda self: self._session.rows("deal.models"))
    @rule(which=_PLACES, text=_TEXTS)
    def note(self, which: int, text: str) -> None:
        """Write a note on a row."""
        self._do(lambda: self._session.set(f"_notes.deal.models[{self._row(which)}]", text))

    @precondition(lambda self: self._session.rows("deal.models"))
    @rule(which=_PLACES, place=_PLACES)
    def move_row(self, which: int, place: int) -> None:
        """Move a row."""
        self._do(lambda: self._session.move_row("deal.models", self._row(which), place))

    @rule()
    def undo(self) -> None:
        """Take a step back."""
        now = self._session.answers
        done = self._session.undo()
        assert (done is not None) == bool(self._past)
        if done is not None:
            self._future.append(now)
            assert self._session.answers == self._past.pop()

    @rule()
    def redo(self) -> None:
        """Go a step forth again."""
        now = self._session.answers
        done = self._session.redo()
        assert (done is not None) == bool(self._future)
        if done is not None:
            self._past.append(now)
            assert self._session.answers == self._future.pop()

    @rule()
    def reopen(self) -> None:
        """Close the file and go on another day."""
        answers = self._session.answers
        self._file.close()
        self._open()
        assert self._session.answers == answers

    @invariant()
    def the_file_holds_what_the_session_shows(self) -> None:
        """Compare the two."""
        assert self._file.answers == self._session.answers

    @invariant()
    def nothing_lies_in_a_row_that_is_gone(self) -> None:
        """Look for cells without a row."""
        rows = self._session.rows("deal.models")
        bare = [path.removeprefix("_notes.") for path in self._session.answers]
        cells = [path for path in bare if path.startswith("deal.models[")]
        assert all(path[len("deal.models[") :].partition("]")[0] in rows for path in cells)

    def _row(self, which: int) -> str:
        rows = self._session.rows("deal.models")
        return rows[which % len(rows)]


TestWriting = Writing.TestCase
TestWriting.settings = settings(max_examples=40, stateful_step_count=30, deadline=None)
