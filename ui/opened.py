"""A proposal that is open in the window: its file, its template and its session."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from roadmapper.errors import RoadmapperError
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.path import AnswerPath
from roadmapper.proposal.renaming import renamed
from roadmapper.proposal.session import Session
from roadmapper.proposal.units import in_unit
from roadmapper.store.file import ProposalFile
from roadmapper.template.kinds import Value
from roadmapper.template.model import Question, Template
from roadmapper.templates import template_named
from ui.bridge import Bridge, ReadingBridge
from ui.clock import now
from ui.words import _

HEARTBEAT = 60_000
"""Milliseconds between two signs of life in the lock of the file."""


class Opened(QObject):
    """One open proposal. `close` gives up its lock; `role` is that of the person who sits here.

    `reading` says why it is open for reading only; empty if it may be changed.

    Signals:
        go_asked: a part of the window leads to another address.
        closed: the file was given up.
    """

    go_asked = Signal(str)
    closed = Signal()

    def __init__(
        self,
        path: Path,
        parent: QObject | None = None,
        *,
        author: str = "",
        role: str = "",
        clock: Callable[[], datetime] = now,
        reading: str = "",
        take_over: bool = False,
    ) -> None:
        super().__init__(parent)
        self.path = path
        self.role = role
        self.clock = clock
        self.reading = reading
        self.file = ProposalFile.open(path, write=not reading, take_over=take_over, clock=clock)
        try:
            self.template: Template = template_named(self.file.meta.template)
            self.session = self._begun(author)
        except RoadmapperError:
            self.file.close()  # else its lock would keep everybody out, this program too
            raise
        self._closed = False
        door = ReadingBridge if reading else Bridge
        self.bridge: Bridge = door(self.session, clock, self, probe=self.file.heartbeat)
        self._pulse = QTimer(self)
        self._pulse.timeout.connect(self.bridge.beat)
        self._pulse.start(HEARTBEAT)

    @property
    def answers(self) -> Answers:
        """The answers as they are now."""
        return self.session.answers

    @property
    def today(self) -> date:
        """The day it is where the person sits."""
        return self.clock().astimezone().date()

    def value(self, path: str) -> Value:
        """Return what is answered at an address, also what waits to be written."""
        waiting = self.bridge.waiting
        return waiting[path] if path in waiting else self.answers.value(path)

    def text(self, path: str) -> str:
        """Return the text answered at an address; empty if there is none."""
        return self.answers.text(path)

    def label(self, path: str) -> str:
        """Return how a choice reads, or the text itself."""
        question = self.template.find(path)
        option = question.option(self.text(path)) if question else None
        return option.label if option else self.text(path)

    def question(self, path: str) -> Question:
        """Return the question asked at an address, in the unit its row names.

        Raises:
            AddressError: The template asks nothing there.
        """
        address = AnswerPath.parse(path)
        asked = self.template.question(address.section, address.question, address.columns)
        return in_unit(asked, address, self.answers)

    def save_copy(self, target: Path) -> None:
        """Write a copy of the proposal, with what waits to be written.

        Raises:
            FileError: There is a file of that name, or the folder cannot take one.
        """
        self.file.copy_to(target, clock=self.clock)
        waiting = self.bridge.waiting
        if waiting:
            with ProposalFile.open(target, clock=self.clock) as file:
                answers, log, used = file.answers, file.recent_log, file.used_rows
                session = Session(
                    self.template, answers, file, log=log, used_rows=used, clock=self.clock
                )
                session.change(waiting, _("Keep what was typed"))

    @property
    def is_in_use(self) -> bool:
        """Whether it is open for changes, and nothing is known to stand in their way."""
        return not self._closed and not self.reading and self.bridge.is_well

    @property
    def is_closed(self) -> bool:
        """Whether the file was given up."""
        return self._closed

    def close(self) -> None:
        """Give up the file and its lock."""
        self._closed = True
        self._pulse.stop()
        self.file.close()
        self.closed.emit()

    def _begun(self, author: str) -> Session:
        """Return the session over the file, its answers at the addresses the template has now."""
        answers = self.file.answers
        session = Session(
            self.template,
            answers.changed(renamed(self.template, answers)) if self.reading else answers,
            self.file,
            log=self.file.recent_log,
            used_rows=self.file.used_rows,
            author=author,
            clock=self.clock,
        )
        if not self.reading:
            session.follow_template()
        return session
