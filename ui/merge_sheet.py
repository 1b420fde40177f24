"""What was changed in a copy: what comes over, what needs a decision, what has no place."""

from collections.abc import Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from roadmapper.merge import Comparison, Difference, Side
from roadmapper.telling import GONE, Told, told
from ui.merge_choice import Conflict
from ui.parts.buttons import Button
from ui.parts.choices import Check
from ui.parts.labels import Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.parts.scrolling import fitting, scrolled
from ui.parts.sheet import Dialog
from ui.words import _, ngettext

_LONG = 160
"""Characters shown of a text that only comes over."""
_ALL = {Side.MINE: _("Keep all of ours"), Side.THEIRS: _("Take all of theirs")}


class Words(NamedTuple):
    """How what comes in is spoken of."""

    title: str
    line: str
    taken: str
    both: str
    go: str


HOME = Words(
    _("Bring changes home"),
    "",
    _("Only they changed"),
    _("Both changed"),
    _("Bring changes home"),
)


class MergeSheet(Dialog):
    """Lists what a copy brings, or something else that comes in and names itself in `words`.

    `above` and `below` stand before and after what is decided.

    Signals:
        agreed: what was chosen for each difference, by its path.
    """

    agreed = Signal(object)

    def __init__(
        self,
        window: QWidget,
        name: str,
        found: Comparison,
        words: Words = HOME,
        *,
        above: Sequence[QLayout] = (),
        below: Sequence[QLayout] = (),
    ) -> None:
        super().__init__(window, words.title, words.line or _summary(name, found), width=920)
        self._words = words
        self.conflicts = [Conflict(one, told(found, one)) for one in found.conflicts]
        self.checks: dict[str, Check] = {}
        self.all = {side: Button(_ALL[side], "ghost", small=True) for side in Side}
        lists = column(*above, spacing=24)
        if self.conflicts:
            lists.addLayout(self._decisions())
        if found.taken:
            lines = [self._taken(one, told(found, one)) for one in found.taken]
            lists.addLayout(column(Label(words.taken, "heading"), 4, *lines))
        if found.unplaced:
            lines = [_unplaced(told(found, one)) for one in found.unplaced]
            lists.addLayout(column(Label(_("Has no place here"), "heading"), 4, *lines))
        for one in below:
            lists.addLayout(one)
        wanted = min(470, 60 + 160 * len(found.conflicts) + 56 * len(found.taken + found.unplaced))
        if above or below:
            wanted = 470
        self.set_body(scrolled(lists, self.panel, height=fitting(window, wanted, 215)))
        self.state = Label("", "cell", "ink2")
        self.go = Button(words.go, "primary", self.panel)
        self.go.clicked.connect(self._agree)
        later = Button(_("Not now"), "secondary", self.panel)
        later.clicked.connect(self.dismiss)
        self.foot.addWidget(self.state)
        self.foot.addStretch(1)
        self.foot.addWidget(later)
        self.foot.addWidget(self.go)
        self._show_state()

    def open(self) -> None:
        """Show the dialog with the first decision, or else the way on, in front."""
        super().open()
        first = self.conflicts[0].ways[Side.MINE].pick if self.conflicts else self.go
        first.setFocus()

    @property
    def choices(self) -> dict[str, Side]:
        """What is chosen for each difference."""
        chosen = {
            path: Side.THEIRS if check.isChecked() else Side.MINE
            for path, check in self.checks.items()
        }
        return chosen | {one.path: one.choice for one in self.conflicts if one.choice}

    def _decisions(self) -> QVBoxLayout:
        head = row(Label(self._words.both, "heading"), STRETCH, spacing=6)
        for side, button in self.all.items():
            button.clicked.connect(partial(self._choose_all, side))
            head.addWidget(button)
        lines = column(head, spacing=14)
        for conflict in self.conflicts:
            conflict.decided.connect(self._show_state)
            lines.addWidget(conflict)
        return lines

    def _choose_all(self, side: Side) -> None:
        for conflict in self.conflicts:
            conflict.choose(side)

    def _taken(self, one: Difference, words: Told) -> QVBoxLayout:
        check = Check("")
        check.setAccessibleName(
            _("Take {title}, {where}").format(title=words.title, where=words.where)
        )
        check.setChecked(True)
        self.checks[one.path] = check
        return _line(words, _change(words), check)

    def _show_state(self) -> None:
        open_ones = sum(one.choice is None for one in self.conflicts)
        still = ngettext(
            "One decision is still open", "{open_ones} decisions are open", open_ones
        ).format(open_ones=open_ones)
        self.state.setText(still if open_ones else "")
        self.go.setEnabled(not open_ones)

    def _agree(self) -> None:
        self.leave()
        self.agreed.emit(self.choices)


def _summary(name: str, found: Comparison) -> str:
    taken, both = len(found.taken), len(found.conflicts)
    parts = []
    if taken:
        parts.append(
            ngettext("One change comes over.", "{taken} changes come over.", taken).format(
                taken=taken
            )
        )
    if both:
        parts.append(
            ngettext("One needs your decision.", "{both} need your decision.", both).format(
                both=both
            )
        )
    return " ".join(
        (_("From “{name}”.").format(name=name), *parts, _("It is one step, which can be undone."))
    )


def _change(words: Told) -> str:
    mine, theirs = _cut(words.mine), _cut(words.theirs)
    if words.mine == GONE:
        return _("Added. {theirs}").format(theirs=theirs)
    return _("Removed.") if words.theirs == GONE else f"{mine} → {theirs}"


def _cut(text: str) -> str:
    line = "; ".join(text.split("\n"))
    return f"{line[:_LONG]}…" if len(line) > _LONG else line


def _unplaced(words: Told) -> QVBoxLayout:
    return _line(words, _cut(words.theirs))


def _line(words: Told, said: str, check: Check | None = None) -> QVBoxLayout:
    line = row(spacing=10, margins=(0, 8, 8, 8))
    if check is not None:
        line.addWidget(check)
    title = f"{words.title}, {words.where}" if words.where else words.title
    line.addLayout(
        column(
            Label(said, "cell", wrap=True), Label(title, "caption", "ink3", wrap=True), spacing=2
        ),
        1,
    )
    return column(line, Rule())
