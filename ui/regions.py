"""F6 goes from one part of the window to the next: rail, content, guidance, footer, bar."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from ui.wizard import Wizard


def next_region(wizard: Wizard) -> None:
    """Put the cursor into the next part of the window."""
    _go(wizard, 1)


def previous_region(wizard: Wizard) -> None:
    """Put the cursor into the part before."""
    _go(wizard, -1)


def regions(wizard: Wizard) -> tuple[QWidget, ...]:
    """Return the parts that are shown, in their order."""
    parts = (wizard.rail, wizard.stack, wizard.guidance, wizard.footer, wizard.topbar)
    return tuple(part for part in parts if part.isVisible() and first_stop(part) is not None)


def first_stop(region: QWidget) -> QWidget | None:
    """Return where the cursor goes in a part: where it was, or its beginning."""
    stops = [one for one in region.findChildren(QWidget) if _takes(one)]
    before = region.focusWidget()
    if before in stops:
        return before
    return next(iter(stops), None)


def _takes(widget: QWidget) -> bool:
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isEnabled() and widget.isVisible()


def _go(wizard: Wizard, by: int) -> None:
    parts, here = regions(wizard), QApplication.focusWidget()
    if not parts:
        return
    at = next((n for n, part in enumerate(parts) if here and part.isAncestorOf(here)), None)
    following = parts[(at + by) % len(parts)] if at is not None else parts[0]
    stop = first_stop(following)
    if stop is not None:
        stop.setFocus(Qt.FocusReason.TabFocusReason)
