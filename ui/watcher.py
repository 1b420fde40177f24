"""Looks at a proposal after each change: what is missing or wrong, and what it comes to."""

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from roadmapper.gather import gather
from roadmapper.known_names import Near
from roadmapper.proposal.answers import Answers
from roadmapper.proposal.facts import Facts, Finding
from ui.opened import Opened
from ui.shown_findings import shown_findings
from ui.tasks import Tasks, Work

PAUSE = 250
"""Milliseconds after a change until the proposal is looked at."""


class Watcher(QObject):
    """Gathers facts beside the window; a result older than the newest change is dropped.

    Signals:
        looked: the facts of the answers as they are now.
    """

    looked = Signal(Facts)

    def __init__(self, opened: Opened, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self.tasks = tasks
        self.facts: Facts | None = None
        self.seen: Answers | None = None
        """The answers that the facts are about."""
        self._looking: Answers | None = None
        self._near = Near(opened.path)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.look)
        opened.bridge.changed.connect(self._pause.start)

    def look(self) -> None:
        """Look now."""
        template, answers = self._opened.template, self._opened.answers
        self._looking = answers
        near = self._near

        def look(_work: Work) -> Facts:
            others = near.others(template, answers)
            return gather(template, answers, others, near.sources())

        self.tasks.run("facts", look, self._take)

    @property
    def is_looking(self) -> bool:
        """Whether facts are on their way."""
        return self.tasks.is_running("facts")

    def findings(self, path: str) -> tuple[Finding, ...]:
        """Return the findings about an answer or anything inside it, worst first."""
        if self.facts is None:
            return ()
        return tuple(
            one
            for one in self.facts.findings
            if one.path == path or one.path.startswith((f"{path}[", f"{path}."))
        )

    def _take(self, facts: Facts) -> None:
        # Newer work ends older: what arrives is about the answers last looked at.
        self.facts = replace(facts, findings=shown_findings(facts.findings))
        self.seen = self._looking
        self.looked.emit(self.facts)
