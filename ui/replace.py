"""Find and replace over all answers: what would change is seen before, and undone in one step."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.search import Hit, Search, find, replaced
from ui.fields.inputs import LineInput
from ui.opened import Opened
from ui.parts.buttons import Button
from ui.parts.choices import Check
from ui.parts.labels import Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.parts.scrolling import scrolled
from ui.parts.sheet import Dialog
from ui.replace_line import ReplaceLine
from ui.words import _, ngettext

_SHOWN = 200
"""Answers that are listed; all of them are replaced."""
_SETTLE = 120
"""Milliseconds after the last key until all answers are looked through."""
_AT_ONCE = 8
"""Lines that are shown in one go; the keyboard comes between."""


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
        self._lines: list[ReplaceLine] = []
        self._off: set[str] = set()
        self._asked, self._by = Search(""), ""
        self.checks: dict[str, Check] = {}
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE)
        self._settle.timeout.connect(self._search)
        self._more = QTimer(self)
        self._more.setInterval(0)
        self._more.timeout.connect(self._show_more)
        self._build()
        self._connect()
        self._show_state()

    def open(self) -> None:
        """Show the dialog with the cursor in the first field."""
        super().open()
        self.old.setFocus(Qt.FocusReason.OtherFocusReason)

    # --- inside ----------------------------------------------------------------------------------

    def _build(self) -> None:
        self.old = LineInput(_("Find"), self.panel)
        self.old.setPlaceholderText(_("Find"))
        self.new = LineInput(_("Replace by"), self.panel)
        self.new.setPlaceholderText(_("Replace by"))
        self.case = Check(_("Same capital letters"), self.panel)
        self.words = Check(_("Whole words"), self.panel)
        self._list = column(spacing=0)
        self._scroll = scrolled(self._list, self.panel, height=300)
        fields = row(self.old, self.new, spacing=10)
        options = row(self.case, 14, self.words, STRETCH)
        self.set_body(column(fields, 8, options, 12, Rule(), self._scroll))
        self.state = Label("", "cell", "ink2")
        self.go = Button(_("Replace"), "primary", self.panel)
        self.foot.addWidget(self.state)
        self.foot.addStretch(1)
        self.foot.addWidget(self.go)

    def _connect(self) -> None:
        for changed in (self.old.textChanged, self.new.textChanged):
            changed.connect(self._wait)
        for box in (self.case, self.words):
            box.toggled.connect(self._search)
        self.old.returnPressed.connect(self.new.setFocus)
        self.new.returnPressed.connect(self._replace)
        self.go.clicked.connect(self._replace)

    def _wait(self) -> None:
        """Look through all answers when a person pauses; until then the list stays as it is."""
        self._more.stop()
        self._settle.start()

    def _search(self) -> None:
        self._settle.stop()
        self._asked = Search(self.old.text(), self.case.isChecked(), self.words.isChecked())
        self._by = self.new.text()
        opened = self._opened
        self._hits = tuple(find(opened.template, opened.answers, self._asked))
        self._off &= {hit.path for hit in self._hits}
        self.checks = {}
        self._show_more()
        for line in self._lines[len(self._hits) :]:
            line.hide()
        self._show_state()

    def _show_more(self) -> None:
        """Show the next few lines; the rest follows when nothing else is to be done."""
        begun = len(self.checks)
        shown = self._hits[:_SHOWN]
        for at, hit in enumerate(shown[begun : begun + _AT_ONCE], begun):
            if at == len(self._lines):
                self._lines.append(ReplaceLine())
                self._lines[at].check.toggled.connect(self._take_checks)
                self._list.addWidget(self._lines[at])
            self._lines[at].show_hit(hit, self._asked, self._by, on=hit.path not in self._off)
            self.checks[hit.path] = self._lines[at].check
        if len(self.checks) < len(shown):
            self._more.start()
        else:
            self._more.stop()

    def _take_checks(self) -> None:
        for path, check in self.checks.items():
            (self._off.discard if check.isChecked() else self._off.add)(path)
        self._show_state()

    def _chosen(self) -> tuple[Hit, ...]:
        return tuple(hit for hit in self._hits if hit.path not in self._off)

    def _show_state(self) -> None:
        chosen = self._chosen()
        times = sum(hit.count for hit in chosen)
        self.go.setEnabled(bool(chosen))
        if not self._asked.text:
            self.state.setText(_("Type what to find."))
        elif not self._hits:
            self.state.setText(_("Nothing matches."))
        else:
            places = ngettext("One place", "{count} places", times).format(count=times)
            answers = ngettext("one answer", "{count} answers", len(chosen))
            self.state.setText(
                _("{places} in {answers}").format(
                    places=places, answers=answers.format(count=len(chosen))
                )
            )

    def _replace(self) -> None:
        if self._settle.isActive():
            # What was typed last is looked through and seen before anything is replaced.
            self._search()
            return
        opened = self._opened
        paths = [hit.path for hit in self._chosen()]
        values = replaced(opened.answers, self._asked, self._by, paths)
        label = _("Replace “{text}”").format(text=self._asked.text[:40])
        if values and opened.bridge.change(values, label):
            self.leave()
            self.replaced.emit(len(values))
