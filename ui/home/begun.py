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
from ui.words import _, ngettext


class BegunSheet(Dialog):
    """Lists what was kept and what was cleared, by step; or, before it is made, what will be."""

    def __init__(
        self, window: QWidget, template: Template, begun: Begun, *, made: bool = True
    ) -> None:
        kept, cleared = counted(begun.kept), counted(begun.cleared)
        title = _("Started from the earlier proposal") if made else _("What will be copied")
        line = _("{kept} kept, {cleared} left blank for the new client.").format(
            kept=kept, cleared=cleared
        )
        super().__init__(
            window, title, _("{line} Read the kept ones once.").format(line=line), width=720
        )
        named = _by_step(template, begun.naming)
        lists = column(spacing=18)
        if named:
            lists.addLayout(
                _listed(_("Cleared, because they name the earlier client"), "eye-off", named)
            )
        lists.addLayout(_listed(_("Kept"), "check", _by_step(template, begun.kept)))
        lists.addLayout(
            _listed(_("Left blank"), "circle-dashed", _by_step(template, begun.cleared))
        )
        self.set_body(scrolled(lists, self.panel, height=340))
        words = _("Start with the first step") if made else _("Back to the new proposal")
        self.done = Button(words, "primary", self.panel)
        self.done.clicked.connect(self.dismiss)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)


def sentence(begun: Begun) -> str:
    """Return how much a new proposal takes from an earlier one."""
    blank = len(begun.cleared)
    return _("{counted} will be copied, {blank} left blank for the new client.").format(
        counted=counted(begun.kept), blank=blank
    )


def counted(paths: Sequence[str]) -> str:
    """Return how many answers these are."""
    return ngettext("One answer", "{count} answers", len(paths)).format(count=len(paths))


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
    for line in lines or (_("Nothing."),):
        made.addWidget(Label(line, "cell", "ink2", wrap=True))
    return made
