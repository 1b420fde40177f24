"""Dates: typed in any usual form, or picked from a calendar."""

from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QWidget

from roadmapper.template.kinds import Value, day
from roadmapper.template.model import Question
from ui import theme
from ui.fields.base import Editor
from ui.fields.inputs import AnswerInput, set_state
from ui.languages import forms
from ui.opened import Opened
from ui.parts.buttons import IconButton
from ui.parts.layouts import column, row
from ui.shown_dates import example_date, shown_date
from ui.typed import typed_day
from ui.words import _


class DateField(Editor):
    """A date. It is shown in words; while the cursor is in it, as it was typed."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self.input = AnswerInput(question.label, self)
        self.input.setPlaceholderText(example_date())
        # Without a description Qt would tell the example as if it were one.
        example = _("For example, {date}").format(date=example_date())
        self.input.setAccessibleDescription(question.help or example)
        self.setFocusProxy(self.input)
        self._typed = ""
        self.button = IconButton(
            "calendar", _("Pick a date for {label}").format(label=question.label.lower()), self
        )
        line = row(spacing=4)
        line.addWidget(self.input, 1)
        line.addWidget(self.button)
        self.setLayout(line)
        self.input.textEdited.connect(self._take)
        self.input.editingFinished.connect(self._leave)
        self.input.focused.connect(self.focused)
        self.button.clicked.connect(self.open_calendar)

    def read(self) -> Value:
        """Return the date as year-month-day, or what was typed."""
        return typed_day(self._typed) or None

    def write(self, value: Value) -> None:
        """Show a date in words."""
        self._typed = value if isinstance(value, str) else ""
        shown = shown_date(self._typed) if day(self._typed) else self._typed
        if shown != self.input.text():
            self.input.setText(shown)

    def mark(self, state: str) -> None:
        """Color the edge."""
        set_state(self.input, state)

    def open_calendar(self) -> None:
        """Show a month to pick a day from."""
        popup = CalendarPopup(self._typed, self)
        popup.calendar.clicked.connect(self._pick)
        popup.calendar.clicked.connect(popup.close)
        popup.move(self.input.mapToGlobal(QPoint(0, self.input.height() + 4)))
        popup.show()
        popup.calendar.setFocus()

    def _pick(self, picked: QDate) -> None:
        self._typed = picked.toString(Qt.DateFormat.ISODate)
        self.input.setText(shown_date(self._typed))
        self.chosen()

    def _take(self, text: str) -> None:
        self._typed = text
        self.touched()

    def _leave(self) -> None:
        self.flush()
        self._typed = typed_day(self._typed)
        shown = shown_date(self._typed) if day(self._typed) else self._typed
        if shown != self.input.text():
            self.input.setText(shown)


class CalendarPopup(QFrame):
    """A month in a box that closes when a day is picked or something else is clicked."""

    def __init__(self, shown: str, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget(self)
        self.calendar.setFont(theme.font("cell"))
        self.calendar.setLocale(forms().locale)
        if forms().monday_first:
            self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.setGridVisible(False)
        plain = QTextCharFormat()
        plain.setForeground(theme.color("ink"))
        for weekday in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.calendar.setWeekdayTextFormat(weekday, plain)
        if day(shown):
            self.calendar.setSelectedDate(QDate.fromString(shown, Qt.DateFormat.ISODate))
        self.setLayout(column(self.calendar, margins=(6, 6, 6, 6)))
