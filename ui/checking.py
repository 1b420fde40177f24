"""Whether a file is an export of the open proposal: asked in the menu, told on a sheet."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from roadmapper.gate.differ import Change, Difference
from roadmapper.verifying import Report, State, verify
from ui.messages import ask_export
from ui.parts.buttons import Button
from ui.parts.chips import Chip
from ui.parts.labels import Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.parts.scrolling import fitting, scrolled
from ui.parts.sheet import Dialog
from ui.shown_times import shown_moment
from ui.tasks import Work
from ui.words import _, ngettext

if TYPE_CHECKING:
    from ui.window import Window

_TASK = "check-export"
_MOST = 200
"""Differences that are listed."""
_LONGEST = 1_000
"""Characters of a paragraph that are shown."""
_CHANGES = {
    Change.CHANGED: (_("Changed"), "warn"),
    Change.ADDED: (_("Added"), "info"),
    Change.REMOVED: (_("Removed"), "neg"),
    Change.COMMENT: (_("Comment"), "info"),
}


class Checking(QObject):
    """Asks for a file, compares it beside the window, and shows what was found out."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def ask(self) -> None:
        """Let a person choose the file."""
        wizard = self._window.wizard
        if wizard is None:
            return
        wizard.flush()
        path = ask_export(self._window, wizard.opened.path.parent)
        if path is None:
            return
        proposal = wizard.opened.path

        def work(_work: Work) -> Report:
            return verify(proposal, path)

        show = partial(self._show, path)
        wizard.watcher.tasks.run(_TASK, work, show, failed=self._fail)

    def _show(self, path: Path, report: Report) -> None:
        CheckedSheet(self._window, path.name, report).open()

    def _fail(self, sentence: str) -> None:
        self._window.toasts.warn(_("Not checked"), sentence)


class CheckedSheet(Dialog):
    """Says which export a file is, and lists what differs."""

    def __init__(self, window: QWidget, name: str, report: Report) -> None:
        super().__init__(window, verdict(report), line_of(name, report), width=680)
        self.lines: list[DifferenceLine] = []
        body = column(spacing=0)
        for one in report.differences[:_MOST]:
            line = DifferenceLine(one, self)
            self.lines.append(line)
            body.addWidget(line)
        left = len(report.differences) - len(self.lines)
        if left > 0:
            more = ngettext("And one more.", "And {left} more.", left).format(left=left)
            body.addWidget(Label(more, "cell", "ink2"))
        if self.lines:
            wanted = min(400, 72 * len(self.lines))
            self.set_body(scrolled(body, height=fitting(window, wanted, 215)))
        self.done = Button(_("Close"), "primary", self.panel)
        self.done.clicked.connect(self.dismiss)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)

    def open(self) -> None:
        """Show the sheet."""
        super().open()
        self.done.setFocus()


class DifferenceLine(QWidget):
    """One paragraph that differs: where, what it was, what it is now."""

    def __init__(self, one: Difference, parent: QWidget) -> None:
        super().__init__(parent)
        words, look = _CHANGES[one.change]
        told = column(row(Chip(words, look), Label(_place(one), "label"), STRETCH, spacing=8), 4)
        if one.was:
            was = _("Was: {text}").format(text=_cut(one.was))
            told.addWidget(Label(was, "cell", "ink2", wrap=True))
        if one.now:
            told.addWidget(Label(_cut(one.now), "cell", wrap=True))
        told.setContentsMargins(0, 8, 8, 8)
        self.setLayout(column(told, Rule()))


def _cut(text: str) -> str:
    """Return a text of a file from anywhere, no longer than a line of a list may be."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


def _place(one: Difference) -> str:
    """Return the heading below which a paragraph stands; a comment stands anywhere."""
    return (
        _("In the margin") if one.change is Change.COMMENT else one.where or _("At the beginning")
    )


def verdict(report: Report) -> str:
    """Return in a few words what a file is to the proposal."""
    match report.state:
        case State.SAME:
            return _("It is your export, unchanged")
        case State.RESAVED:
            return _("It says the same, but was saved again")
        case State.CHANGED:
            count = len(report.differences)
            told = ngettext("One paragraph differs", "{count} paragraphs differ", count)
            return told.format(count=count)
        case _:
            return _("It is no export of this proposal")


def line_of(name: str, report: Report) -> str:
    """Return the name of a file, and which export it is or comes from."""
    note = report.note
    if report.names:
        return _("{name} names an export of another proposal, or of a copy of this one.").format(
            name=name
        )
    if note is None:
        return _("{name} comes from elsewhere, or from an export that is not remembered.").format(
            name=name
        )
    at = shown_moment(note.at)
    told = _("{name}: exported on {at} as {original}.").format(name=name, at=at, original=note.name)
    if not report.says_so:
        told += " " + _("It does not name its export; this is the one most like it.")
    if not report.whole:
        told += " " + _("That document is no longer kept; it was made again from its answers.")
    return told
