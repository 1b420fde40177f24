"""Find and replace over all answers: what would change is seen before, and undone in one step."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.search import Hit, Search, find, replaced
from ui.fields.inputs import LineInput
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.choices import Check
from ui.parts.labels import Label, Rule
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.scrolling import scrolled
from ui.parts.sheet import Dialog
from ui.words import _

_SHOWN = 200
"""Answers that are listed; all of them are replaced."""


class Replace(Dialog):
    """Finds words in every answer and replaces them in those that are checked.

    Signals:
        replaced: how many answers were changed.
    """

    replaced = Signal(int)

    def __init__(self, window: QWidget, opened: Opened) -> None:
        super().__init__(
            window,
            _("Find and replace"),
            _("In all answers of this proposal, in one step."),
            width=760,
        )
        self._opened = opened
        self._hits: tuple[Hit, ...] = ()
        self.checks: dict[str, Check] = {}
        self._off: set[str] = set()
        self.old = LineInput(_("Find"), self.panel)
        self.old.setPlaceholderText(_("Find"))
        self.new = LineInput(_("Replace by"), self.panel)
        self.new.setPlaceholderText(_("Replace by"))
        self.case = Check(_("Same capital letters"), self.panel)
        self.words = Check(_("Whole words"), self.panel)
        for changed in (self.old.textChanged, self.new.textChanged):
            changed.connect(self._search)
        for box in (self.case, self.words):
            box.toggled.connect(self._search)
        self._list = column(spacing=0)
        self._scroll = scrolled(self._list, self.panel, height=300)
        fields = row(self.old, self.new, spacing=10)
        options = row(self.case, 14, self.words, STRETCH)
        self.set_body(column(fields, 8, options, 12, Rule(), self._scroll))
        self.state = Label("", "cell", "ink2")
        self.go = Button(_("Replace"), "primary", self.panel)
        self.go.clicked.connect(self._replace)
        self.foot.addWidget(self.state)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go)
        self._search()

    def open(self) -> None:
        """Show the dialog with the cursor in the first field."""
        super().open()
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    def _search(self) -> None:
        opened, search = self._opened, self._asked()
        self._hits = tuple(find(opened.template, opened.answers, search))
        self._off &= {hit.path for hit in self._hits}
        self._show_hits()
        self._show_state()

    def _asked(self) -> Search:
        return Search(self.old.text(), self.case.isChecked(), self.words.isChecked())

    def _show_hits(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.checks = {}
        for hit in self._hits[:_SHOWN]:
            self._list.addWidget(self._line(hit))

    def _line(self, hit: Hit) -> QWidget:
        check = Check("")
        check.setAccessibleName(
            _("Replace in {label}, {where}").format(label=hit.place.label, where=hit.place.where)
        )
        check.setChecked(hit.path not in self._off)
        check.toggled.connect(self._take_checks)
        self.checks[hit.path] = check
        words = column(
            Label(hit.excerpt, "cell", "ink", wrap=True),
            Label(f"{hit.place.label}, {hit.place.where}", "caption", "ink3", wrap=True),
            spacing=2,
        )
        line = row(check, spacing=8, margins=(0, 8, 8, 8))
        line.addLayout(words, 1)
        return holder(line)

    def _take_checks(self) -> None:
        self._off = {path for path, check in self.checks.items() if not check.isChecked()}
        self._show_state()

    def _chosen(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in self._hits if hit.path not in self._off)

    def _show_state(self) -> None:
        chosen = self._chosen()
        times = sum(hit.count for hit in chosen)
        self.go.setEnabled(bool(chosen))
        if not self.old.text():
            self.state.setText(_("Type what to find."))
        elif not self._hits:
            self.state.setText(_("Nothing matches."))
        else:
            places, answers = _count(times, "place"), _count(len(chosen), "answer")
            self.state.setText(
                _("{places} in {answers}").format(places=places, answers=answers.lower())
            )

    def _replace(self) -> None:
        opened = self._opened
        paths = [hit.path for hit in self._chosen()]
        values = replaced(opened.answers, self._asked(), self.new.text(), paths)
        label = _("Replace “{text}”").format(text=self.old.text()[:40])
        if not values or opened.bridge.change(values, label):
            self.leave()
            self.replaced.emit(len(values))


def _count(number: int, thing: str) -> str:
    return _("One {thing}").format(thing=thing) if number == 1 else f"{number} {thing}s"
