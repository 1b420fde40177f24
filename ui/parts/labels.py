"""Text on the screen, in a type style and a color of the theme."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from ui import icons, theme
from ui.painting import box, painting
from ui.parts.tips import plain_tip


class Label(QLabel):
    """Plain text in a type style; it follows the theme. `wrap` lets it take several lines."""

    def __init__(
        self,
        text: str = "",
        style: str = "cell",
        color: str = "ink",
        parent: QWidget | None = None,
        *,
        wrap: bool = False,
        weight: int | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._style = style
        self._color = color
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setFont(theme.font(style, weight))
        self._paint_in_theme()

    def set_color(self, color: str) -> None:
        """Show the text in another color of the theme."""
        if color != self._color:
            self._color = color
            self._paint_in_theme()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colors of a new theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._paint_in_theme()
        super().changeEvent(event)

    def _paint_in_theme(self) -> None:
        palette, color = self.palette(), theme.color(self._color)
        if palette.color(QPalette.ColorRole.WindowText) != color:
            palette.setColor(QPalette.ColorRole.WindowText, color)
            self.setPalette(palette)


class Folded(Label):
    """Text on one line where there is room, and on several where there is not."""

    def __init__(self, text: str, style: str, parent: QWidget | None = None) -> None:
        super().__init__(text, style, parent=parent, wrap=True)

    def sizeHint(self) -> QSize:
        """Ask for the room of one line."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))


class Elided(Label):
    """One line that ends in an ellipsis where it has no room; the tooltip holds all of it."""

    def __init__(
        self, text: str = "", style: str = "cell", color: str = "ink", parent: QWidget | None = None
    ) -> None:
        super().__init__("", style, color, parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Show another text."""
        if text != self._whole:
            self._whole = text
            self.setAccessibleName(text)
            self._fit()
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the text to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the room of the whole text."""
        hint = super().sizeHint()
        hint.setWidth(round(self.fontMetrics().horizontalAdvance(self._whole)) + 2)
        return hint

    def minimumSizeHint(self) -> QSize:
        """Be content with nearly nothing."""
        return QSize(24, super().minimumSizeHint().height())

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._whole, Qt.TextElideMode.ElideRight, max(self.width(), 0)
        )
        self.setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")


class Eyebrow(Label):
    """The small line above a title."""

    def __init__(self, text: str, parent: QWidget | None = None, color: str = "ink3") -> None:
        super().__init__(text.upper(), "eyebrow", color, parent)
        self.setAccessibleName(text)


class Icon(QLabel):
    """A drawing beside text; the text says what it means."""

    def __init__(
        self, name: str, size: int = 16, color: str = "ink2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._size, self._color = name, theme.px(size), color
        self.setFixedSize(self._size, self._size)
        self._draw()

    def show_icon(self, name: str, color: str) -> None:
        """Show another drawing."""
        self._name, self._color = name, color
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colors of a new theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._draw()
        super().changeEvent(event)

    def _draw(self) -> None:
        self.setPixmap(icons.pixmap(self._name, self._size, self._color))


class Rule(QFrame):
    """A thin line between rows."""

    def __init__(
        self, parent: QWidget | None = None, color: str = "line", *, upright: bool = False
    ) -> None:
        super().__init__(parent)
        self._color = color
        if upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)
        self.setAutoFillBackground(True)
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        """Take the colors of a new theme."""
        if event.type() == QEvent.Type.StyleChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        palette, color = self.palette(), theme.color(self._color)
        if palette.color(QPalette.ColorRole.Window) != color:
            palette.setColor(QPalette.ColorRole.Window, color)
            self.setPalette(palette)


class Keycap(Label):
    """The name of a key in a small box."""

    def __init__(self, key: str, parent: QWidget | None = None) -> None:
        super().__init__(key, "micro", "ink2", parent)
        side = theme.px(6)
        self.setContentsMargins(side, theme.px(3), side, theme.px(3))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the box under the name."""
        with painting(self) as painter:
            box(painter, self.rect().toRectF(), 4, "sunken", "line2")
        super().paintEvent(event)
