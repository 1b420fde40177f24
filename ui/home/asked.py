"""What the dialog for a new proposal asks: fields with a label above and a sentence below."""

from PySide6.QtCore import QDate, QPoint, Qt, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.template.kinds import day
from ui import theme
from ui.fields.dates import CalendarPopup
from ui.fields.inputs import LineInput, set_state
from ui.parts.buttons import IconButton
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.shown_dates import example_date, shown_date
from ui.typed import typed_day
from ui.words import _


class Asked(QWidget):
    """One line of text under its label; without a text a required one says what to enter.

    Signals:
        edited: a person typed.
        grown: a sentence came or went.
    """

    edited = Signal()
    grown = Signal()

    def __init__(
        self, label: str, example: str, missing: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.input = LineInput(label)
        self.input.setFixedHeight(theme.measure("control", "inputHeightDialog"))
        self.input.setPlaceholderText(example)
        self.setFocusProxy(self.input)
        self.error = Label("", "caption", "neg", wrap=True, weight=500)
        self.error.hide()
        self._missing = missing
        self._was_edited = False
        head = row(Label(label, "label"), spacing=8)
        if missing:
            head.addWidget(Label(_("Required"), "micro", "ink3"))
            self.input.setAccessibleDescription(_("Required"))
        head.addStretch(1)
        self.line = row(self.input, spacing=4)
        self.setLayout(column(head, 6, self.line, self.error))
        self.input.textEdited.connect(self._take)
        self.input.editingFinished.connect(self._leave)

    @property
    def text(self) -> str:
        """What was typed."""
        return self.input.text().strip()

    def clear(self) -> None:
        """Take back what was said about it."""
        self._say("")

    def check(self) -> bool:
        """Return whether it may stay so; else say what to enter."""
        fits = bool(self.text) or not self._missing
        self._say("" if fits else self._missing)
        return fits

    def _take(self) -> None:
        self._was_edited = True
        if self.text:
            self._say("")
        self.edited.emit()

    def _leave(self) -> None:
        # Who only passes through has done nothing wrong yet.
        if self._was_edited:
            self.check()

    def _say(self, words: str) -> None:
        if words != self.error.text():
            set_state(self.input, "error" if words else "")
            self.error.setText(words)
            self.error.setVisible(bool(words))
            self.input.setAccessibleDescription(words or (_("Required") if self._missing else ""))
            self.grown.emit()


class AskedDate(Asked):
    """A date, typed in any usual form or picked from a calendar."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, example_date(), parent=parent)
        self.button = IconButton(
            "calendar", _("Pick a date for {label}").format(label=label.lower()), self
        )
        # Without a description Qt would tell the example as if it were one.
        example = _("For example, {date}").format(date=example_date())
        self.input.setAccessibleDescription(example)
        self.button.clicked.connect(self._open)
        self.line.addWidget(self.button)

    @property
    def date(self) -> str:
        """The date as year-month-day; empty if there is none."""
        found = typed_day(self.text)
        return found if day(found) else ""

    def check(self) -> bool:
        """Return whether it is a date or empty; show a date in words."""
        fits = not self.text or bool(self.date)
        if self.date:
            self.input.setText(shown_date(self.date))
        example = example_date()
        self._say(
            "" if fits else _("Write the date like {example}, or pick it.").format(example=example)
        )
        return fits

    def _open(self) -> None:
        popup = CalendarPopup(self.date, self)
        popup.calendar.clicked.connect(self._pick)
        popup.calendar.clicked.connect(popup.close)
        popup.move(self.input.mapToGlobal(QPoint(0, self.input.height() + 4)))
        popup.show()
        popup.calendar.setFocus()

    def _pick(self, picked: QDate) -> None:
        self.input.setText(shown_date(picked.toString(Qt.DateFormat.ISODate)))
        self._say("")


def headed(label: str, widget: QWidget) -> QWidget:
    """Return a widget under its label."""
    return holder(column(row(Label(label, "label"), STRETCH), 6, widget))
