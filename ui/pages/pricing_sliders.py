"""Sliders for what the agreement costs and promises, each with its value to type."""

from decimal import Decimal

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from roadmapper.template.kinds import Kind, complaint, number
from ui import theme
from ui.fields.base import SETTLE
from ui.fields.inputs import AnswerInput
from ui.pages.pricing_levers import Lever, nice, reach
from ui.parts.labels import Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.slider import Slider
from ui.shown_numbers import shown_amount, shown_percent
from ui.shown_values import edited_number, shown_money
from ui.typed import typed_number
from ui.words import _

_NOT_YET = _("not set")
_WHOLE, _MOST = Decimal(100), Decimal(10**12)
_TOO_LONG = 10
"""So many times as long as it needs to be, a slider is of no use: it becomes shorter."""


def told(lever: Lever, value: Decimal | None) -> str:
    """Return a value of a lever as it reads."""
    if value is None:
        return ""
    match lever.kind:
        case Kind.MONEY:
            return shown_money(value)
        case Kind.PERCENT:
            return shown_percent(value)
        case _:
            return f"{shown_amount(value)} {lever.unit}".rstrip()


class TypedValue(AnswerInput):
    """The value beside a slider, to be typed. It is read when one leaves it, or with Enter.

    Signals:
        typed: a number was typed; carries it, None if it was taken away.
        refused: what was typed is put back; carries why, or nothing once all is well.
    """

    typed = Signal(object)
    refused = Signal(str)

    def __init__(self, lever: Lever, parent: QWidget | None = None) -> None:
        super().__init__(lever.label, parent)
        self._lever = lever
        self._value: Decimal | None = None
        self.setProperty("look", "bare")
        self.setFont(theme.font("control", 600))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedHeight(theme.measure("control", "buttonHeightSmall"))
        self.setPlaceholderText(_NOT_YET)
        self.setFixedWidth(theme.px(60 if lever.kind is Kind.PERCENT else 112))

    def show_value(self, lever: Lever, value: Decimal | None) -> None:
        """Show a value; what a person types is left alone."""
        self._lever, self._value = lever, value
        if not (self.hasFocus() and self.isModified()):
            self.setText(self._shown)

    def flush(self) -> None:
        """Send what was typed."""
        if self.isModified():
            self.setModified(False)
            self._send()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep with Enter, let be with Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.flush()
            self.setText(self._shown)
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.setText(self._shown)
            self.selectAll()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the bare number, all of it selected."""
        super().focusInEvent(event)
        self.setText(self._shown)
        # Else the press that brought the focus would take the selection away.
        QTimer.singleShot(0, self, self.selectAll)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Keep what was typed, and show it as it reads."""
        super().focusOutEvent(event)
        self.flush()
        self.setText(self._shown)

    @property
    def _shown(self) -> str:
        if self.hasFocus() and self._value is not None:
            return edited_number(format(self._value, "f"))
        return told(self._lever, self._value)

    def _send(self) -> None:
        text = typed_number(self._lever.kind, self.text().strip())
        why = wrong(self._lever.kind, text) if text else ""
        self.refused.emit(why)
        value = number(text) if text else None
        if why:
            self.setText(self._shown)
        elif value != self._value:
            self.typed.emit(value)


def wrong(kind: Kind, text: str) -> str:
    """Return why a typed value can't be taken, in one sentence; empty if it can."""
    value = number(text)
    if value is None:
        return complaint(kind, text)
    if value < 0:
        return _("Enter 0 or more.")
    if kind is Kind.PERCENT and value > _WHOLE:
        return _("Enter 100 or less.")
    return _("That is more than a trillion. Count the zeros.") if value > _MOST else ""


class SliderRow(QWidget):
    """One lever: its name and value, the slider, and both ends of it.

    Signals:
        moved: it is being moved; carries its key and the value, which is not kept yet.
        settled: the value shall be kept; carries key and value.
        focused: the cursor came here; carries the key.
    """

    moved = Signal(str, object)
    settled = Signal(str, object)
    focused = Signal(str)

    def __init__(self, lever: Lever, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lever = lever
        self.value = lever.value
        self._high, self._step = lever.high, lever.step
        self._waiting = False
        self.slider = Slider(lever.label, 1, self)
        self.typed = TypedValue(lever, self)
        self.name = Label(lever.label, "label", "ink", self, wrap=True)
        self._low_end = Label("", "micro", "ink3", self)
        self._high_end = Label("", "micro", "ink3", self)
        self._note = Label("", "micro", "ink3", self, wrap=True)
        self._wrong = Label("", "caption", "neg", self, wrap=True, weight=500)
        sign = row(column(2, Icon("circle-alert", 14, "neg"), STRETCH), spacing=6)
        sign.addWidget(self._wrong, 1)
        self._told = holder(sign, self)
        self._told.hide()
        head = row(self.name, self.typed, spacing=6)
        head.setStretch(0, 1)
        ends = row(self._low_end, self._high_end)
        ends.insertStretch(1, 1)
        self.setLayout(column(head, self._told, self.slider, ends, self._note))
        self._pause = QTimer(self, singleShot=True, interval=SETTLE)
        self._pause.timeout.connect(self._keep)
        self.slider.moved.connect(self._move)
        self.slider.let_go.connect(self._keep)
        self.slider.typing_asked.connect(self._type)
        self.typed.typed.connect(self._take_typed)
        self.typed.refused.connect(self._tell)
        for one in (self.slider, self.typed):
            one.installEventFilter(self)
        self.show_lever(lever)

    @property
    def sentence(self) -> str:
        """Why what was typed last was put back; empty if it was taken."""
        return self._wrong.text()

    @property
    def is_moving(self) -> bool:
        """Whether it stands at a value that is not kept yet."""
        return self._waiting

    def show_lever(self, lever: Lever) -> None:
        """Show what is kept, unless it is being moved."""
        self.lever = lever
        if self._waiting:
            return
        self.value = lever.value
        self._fit_reach(lever)
        self.name.setText(lever.label)
        self._note.setText(lever.note)
        self._note.setVisible(bool(lever.note))
        self._show()

    def flush(self) -> None:
        """Keep what was typed or moved."""
        self.typed.flush()
        self._keep()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the cursor comes; keep what was nudged when it leaves."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.lever.key)
        elif event.type() == QEvent.Type.FocusOut and not self.slider.isSliderDown():
            self._keep()
        return super().eventFilter(watched, event)

    # --- inside ----------------------------------------------------------------------------------

    def _fit_reach(self, lever: Lever) -> None:
        """Let the slider reach as far as it did, unless the value is past its end or far below."""
        beyond = lever.value is not None and lever.value > self._high
        too_long = lever.value != 0 and self._high > lever.high * _TOO_LONG
        if lever.kind is not Kind.MONEY or beyond or too_long:
            self._high, self._step = lever.high, lever.step
        steps = int((self._high - lever.low) / self._step)
        self.slider.show_reach(max(steps, 1))
        self._low_end.setText(told(lever, lever.low))
        self._high_end.setText(told(lever, self._high))

    def _show(self) -> None:
        at = (self.value or self.lever.low) - self.lever.low
        self.slider.show_step(int((at / self._step).to_integral_value()))
        self.slider.setAccessibleDescription(told(self.lever, self.value) or _NOT_YET)
        self.typed.show_value(self.lever, self.value)

    def _move(self, step: int) -> None:
        self.value = min(self.lever.low + step * self._step, self._high)
        self._waiting = True
        self._tell("")
        self.slider.setAccessibleDescription(told(self.lever, self.value))
        self.typed.show_value(self.lever, self.value)
        if not self.slider.isSliderDown():
            self._pause.start()
        self.moved.emit(self.lever.key, self.value)

    def _take_typed(self, value: Decimal | None) -> None:
        self.value = value
        self._waiting = True
        if value is not None and value > self._high:
            self._high, self._step = reach(value, nice(value))
        self.moved.emit(self.lever.key, value)
        self._keep()

    def _keep(self) -> None:
        self._pause.stop()
        if self._waiting:
            self._waiting = False
            self.settled.emit(self.lever.key, self.value)

    def _tell(self, why: str) -> None:
        """Say why what was typed is put back, until something else is typed or moved."""
        self._wrong.setText(why)
        self.typed.setAccessibleDescription(why)
        self._told.setVisible(bool(why))

    def _type(self) -> None:
        self.typed.setFocus(Qt.FocusReason.ShortcutFocusReason)
