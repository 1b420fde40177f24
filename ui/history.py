"""What was done in this proposal and what was sent out, and the way back to before a step."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmapper.proposal.change import Batch
from roadmapper.store.revisions import RevisionNote
from ui.home.entries import ago
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.chips import Chip
from ui.parts.labels import Icon, Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.parts.scrolling import scrolled
from ui.parts.sheet import Dialog
from ui.words import _

_SHOWN = 100
"""Steps that are listed; undo reaches as far."""


class History(Dialog):
    """The last steps with who made them and when, and the documents that were exported.

    Signals:
        back_asked: how many steps are to be taken back.
    """

    back_asked = Signal(int)

    def __init__(
        self,
        window: QWidget,
        opened: Opened,
        clock: Callable[[], datetime],
        since: datetime | None = None,
    ) -> None:
        """List the steps; those made since some time were recovered after an unexpected close."""
        super().__init__(
            window, _("History"), _("Every step can be taken back, also after closing."), width=680
        )
        self._now = clock()
        steps = column(spacing=0)
        self.lines: list[StepLine] = []
        for at, batch in enumerate(tuple(reversed(opened.session.history.undoable))[:_SHOWN]):
            line = StepLine(batch, ago(batch.at, self._now), at + 1, self)
            line.back.setHidden(bool(opened.reading))
            line.mark_recovered(since is not None and batch.at >= since)
            line.chosen.connect(self._go_back)
            self.lines.append(line)
            steps.addWidget(line)
        if not self.lines:
            steps.addWidget(Label(_("Nothing was changed yet."), "cell", "ink2"))
        sent = tuple(reversed(opened.file.revisions))
        body = column(scrolled(steps, height=320))
        if sent:
            body.addSpacing(14)
            body.addWidget(Label(_("Exported"), "label"))
            body.addSpacing(6)
            for note in sent[:5]:
                body.addLayout(_sent_line(note, self._now))
        self.set_body(body)
        done = Button(_("Close history"), "primary", self.panel)
        done.clicked.connect(self.dismiss)
        self.foot.addStretch(1)
        self.foot.addWidget(done)

    def _go_back(self, count: int) -> None:
        self.leave()
        self.back_asked.emit(count)


class StepLine(QWidget):
    """One step, and the button that goes back to before it.

    Signals:
        chosen: how many steps are to be taken back.
    """

    chosen = Signal(int)

    def __init__(self, batch: Batch, when: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = count
        who = f"{when}, {batch.author}" if batch.author else when
        words = column(Label(batch.label, "cell", wrap=True), Label(who, "caption", "ink3"))
        line = row(spacing=12, margins=(0, 7, 8, 7))
        line.addLayout(words, 1)
        self._recovered = Chip(_("Recovered"), "info")
        self._recovered.hide()
        line.addWidget(self._recovered)
        self.back = Button(_("Undo up to here"), "ghost", self, icon="undo-2", small=True)
        self.back.setAccessibleName(_("Undo up to {label}").format(label=batch.label))
        self.back.clicked.connect(self._tell)
        line.addWidget(self.back)
        self.setLayout(column(line, Rule()))

    @property
    def is_recovered(self) -> bool:
        """Whether it was made before an unexpected close."""
        return not self._recovered.isHidden()

    def mark_recovered(self, recovered: bool) -> None:
        """Say that it was made before an unexpected close, and kept."""
        self._recovered.setHidden(not recovered)

    def _tell(self) -> None:
        self.chosen.emit(self._count)


def _sent_line(note: RevisionNote, now: datetime) -> QVBoxLayout:
    line = row(Icon("file-output", 15, "ink3"), Label(note.name, "cell"), STRETCH, spacing=8)
    line.addWidget(Label(ago(note.at, now), "caption", "ink3"))
    return column(line, 4)
