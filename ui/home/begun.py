"""Says what a new proposal takes from an earlier one, and what it leaves behind."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from roadmapper.proposal.earlier import Begun
from roadmapper.template.model import Template
from ui.parts.buttons import Button
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.scrolling import scrolled
from ui.parts.sheet import Dialog


class BegunSheet(Dialog):
    """Lists what was kept and what was cleared, by step; or, before it is made, what will be."""

    def __init__(
        self, window: QWidget, template: Template, begun: Begun, *, made: bool = True
    ) -> None:
        kept, cleared = counted(begun.kept), counted(begun.cleared)
        title = "Started from the earlier proposal" if made else "What will be copied"
        line = f"{kept} kept, {cleared} left blank for the new client."
        super().__init__(window, title, f"{line} Read the kept ones once.", width=720)
        named = _by_step(template, begun.naming)
        lists = column(spacing=18)
        if named:
            lists.addLayout(
                _listed("Cleared, because they name the earlier client", "eye-off", named)
            )
        lists.addLayout(_listed("Kept", "check", _by_step(template, begun.kept)))
        lists.addLayout(_listed("Left blank", "circle-dashed", _by_step(template, begun.cleared)))
        self.set_body(scrolled(lists, self.panel, height=340))
        words = "Start with the first step" if made else "Back to the new proposal"
        self.done = Button(words, "primary", self.panel)
        self.done.clicked.connect(self.dismiss)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)


def sentence(begun: Begun) -> str:
    """Return how much a new proposal takes from an earlier one."""
    blank = len(begun.cleared)
    return f"{counted(begun.kept)} will be copied, {blank} left blank for the new client."


def counted(paths: Sequence[str]) -> str:
    """Return how many answers these are."""
    return "One answer" if len(paths) == 1 else f"{len(paths)} answers"


def _by_step(template: Template, paths: Sequence[str]) -> tuple[str, ...]:
    """Return one line for each step: its title and the questions."""
    lines = []
    for section in template.sections:
        labels = [
            question.label
            for question in section.questions
            if any(path.partition("[")[0] == f"{section.id}.{question.id}" for path in paths)
        ]
        if labels:
            lines.append(f"{section.title}: {', '.join(labels)}")
    return tuple(lines)


def _listed(title: str, icon: str, lines: Sequence[str]) -> QVBoxLayout:
    made = column(row(Icon(icon, 15, "ink3"), Label(title, "label"), STRETCH, spacing=8), spacing=6)
    for line in lines or ("Nothing.",):
        made.addWidget(Label(line, "cell", "ink2", wrap=True))
    return made
