"""Buttons, painted by us; focus, keys and the screen reader's role come from Qt."""

from math import ceil
from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui import icons, theme
from ui.painting import box, focus_ring, painting, text
from ui.parts.tips import plain_tip

_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class _Look(NamedTuple):
    """Colors of a kind of button: at rest, under the pointer, its text and its edge."""

    fill: str
    hover: str
    ink: str
    edge: str = ""
    weight: int = 500


_LOOKS = {
    "primary": _Look("accent", "accentHover", "onAccent", weight=600),
    "secondary": _Look("surface", "hover", "ink", "line2"),
    "ghost": _Look("", "hover", "ink2"),
    "tint": _Look("accentTint", "accentTint", "accent"),
    "danger": _Look("negTint", "negTint", "neg"),
    "link": _Look("", "", "accent"),
    "mend": _Look("", "", "neg"),
}


class Button(QPushButton):
    """A button with a text, an icon before or after it, and a kind such as primary or ghost.

    A `tight` one stands in a line of words, with little air at its sides.
    """

    def __init__(
        self,
        label: str,
        kind: str = "secondary",
        parent: QWidget | None = None,
        *,
        icon: str = "",
        after: str = "",
        small: bool = False,
        tight: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setText(label)
        self._air = theme.px(14 if tight else 28)
        self._look = _LOOKS[kind]
        self._icon = icon
        self._after = after
        self._bare = False
        self._hovered = False
        self._height = theme.measure("control", "buttonHeightSmall" if small else "buttonHeight")
        self.setFont(theme.font("control", self._look.weight))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter presses it, as Space does.
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def hug(self) -> None:
        """Leave only air for the focus ring, so that the words begin where those above begin."""
        self._air = theme.px(4)
        self.updateGeometry()

    def show_icon(self, icon: str) -> None:
        """Show another icon before the text."""
        self._icon = icon
        self.update()

    def show_after(self, icon: str) -> None:
        """Show another icon after the text."""
        self._after = icon
        self.update()

    def set_kind(self, kind: str) -> None:
        """Show the button as another kind."""
        self._look = _LOOKS[kind]
        self.update()

    def set_bare(self, bare: bool) -> None:
        """Show the icon only, where the text has no room; the tooltip then holds the text."""
        self._bare = bare
        self.setToolTip(self.text() if bare else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room that text and icons need."""
        if self._bare:
            return QSize(self._height, self._height)
        return QSize(ceil(self._content_width()) + self._air, self._height)

    def minimumSizeHint(self) -> QSize:
        """Never cut the text."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Light up under the pointer."""
        self._hovered = True
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        """Go back to rest."""
        self._hovered = False
        super().leaveEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, icons and text."""
        with painting(self) as painter:
            self._paint_box(painter)
            self._paint_content(painter)

    def _ink(self) -> str:
        return self._look.ink if self.isEnabled() else "faint"

    def _paint_box(self, painter: QPainter) -> None:
        area, corner = QRectF(self.rect()), theme.radius("button")
        fill = self._look.hover if self._hovered or self.isDown() else self._look.fill
        if not self.isEnabled():
            fill = "press" if self._look.fill not in ("", "surface") else self._look.fill
        if fill or self._look.edge:
            box(painter, area, corner, fill, self._look.edge)
        if self.hasFocus():
            self._paint_focus(painter, area, corner)

    def _paint_focus(self, painter: QPainter, area: QRectF, corner: float) -> None:
        focus_ring(painter, area, corner)
        if self._look.fill == "accent":
            # The ring has the color of the button, so a gap of light makes it visible.
            box(painter, area.adjusted(2, 2, -2, -2), corner - 1, edge="surface", width=1.5)

    def _content_width(self) -> float:
        if self._bare:
            return theme.px(16)
        width = theme.text_width(self.text(), "control", self._look.weight)
        side = theme.px(16) + theme.px(6)
        return width + (side if self._icon else 0) + (side if self._after else 0)

    def _paint_content(self, painter: QPainter) -> None:
        side, gap, ink = theme.px(16), theme.px(6), self._ink()
        x = (self.width() - self._content_width()) / 2
        y = (self.height() - side) / 2
        if self._icon:
            icons.paint(painter, self._icon, QRectF(x, y, side, side), ink)
            x += side + gap
        if self._bare:
            return
        area = QRectF(x, 0, self.width() - x, self.height())
        text(painter, area, self.text(), "control", ink, _ALIGN, self._look.weight)
        if self._after:
            x += theme.text_width(self.text(), "control", self._look.weight) + gap
            icons.paint(painter, self._after, QRectF(x, y, side, side), ink)


class IconButton(QPushButton):
    """A button with a drawing only; `name` is its tooltip and what a screen reader says."""

    def __init__(
        self,
        icon: str,
        name: str,
        parent: QWidget | None = None,
        *,
        size: int = 32,
        edge: bool = False,
    ) -> None:
        super().__init__(parent)
        self._icon = icon
        self._edge = "line2" if edge else ""
        self.setFixedSize(theme.px(size), theme.px(size))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(True)  # Enter presses it, as Space does.
        self.say(name)

    def say(self, name: str) -> None:
        """Name what the button does now."""
        self.setToolTip(plain_tip(name))
        self.setAccessibleName(name)

    def show_icon(self, icon: str) -> None:
        """Show another drawing."""
        self._icon = icon
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box and drawing."""
        area, corner, side = QRectF(self.rect()), theme.radius("button"), theme.px(16)
        with painting(self) as painter:
            lit = (self.underMouse() and self.isEnabled()) or self.isChecked()
            if lit or self._edge:
                box(painter, area, corner, "hover" if lit else "surface", self._edge)
            x, y = (self.width() - side) / 2, (self.height() - side) / 2
            ink = "accent" if self.isChecked() else "ink2" if self.isEnabled() else "faint"
            icons.paint(painter, self._icon, QRectF(x, y, side, side), ink)
            if self.hasFocus():
                focus_ring(painter, area, corner)
