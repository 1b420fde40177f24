"""What a screen reader is told of painted widgets: their role, and what just happened."""

from functools import cache, partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_known: dict[int, QAccessibleInterface] = {}
"""Qt keeps no reference to an interface that was made here."""


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader say something that changed without the focus moving."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


@cache
def install() -> None:
    """Tell Qt the roles of widgets that name one in `reader_role`; once is enough."""
    QAccessible.installFactory(_interface)


def _interface(_name: str, one: QObject) -> QAccessibleInterface | None:
    role = getattr(one, "reader_role", None)
    if role is None or not isinstance(one, QWidget):
        return None
    made = QAccessibleWidget(one, role)
    _known[id(one)] = made
    one.destroyed.connect(partial(_known.pop, id(one), None))
    return made
