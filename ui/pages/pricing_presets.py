"""The kind of agreement: four usual mixes as tiles, and all kinds to mix one's own."""

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from ui import theme
from ui.pages.pricing_mix import PRESETS, Mix, Preset
from ui.painting import box, focus_ring, painting, pen, text
from ui.parts.buttons import Button
from ui.parts.choices import Check, Tile
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.reading import keep_one_stop, put_around_in_order
from ui.words import _

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class PresetTile(Tile):
    """A usual mix as a tile with a radio mark."""

    def __init__(self, preset: Preset, parent: QWidget | None = None) -> None:
        super().__init__(preset.title, preset.line, "", parent)
        self.preset = preset
        self.setObjectName(f"tile:{preset.key}")
        self.setAutoExclusive(False)

    def nextCheckState(self) -> None:
        """Stay chosen when it is pressed again."""
        self.setChecked(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tile, mark, title and line."""
        area, on, left = QRectF(self.rect()), self.isChecked(), float(theme.px(36))
        with painting(self) as painter:
            fill, edge = ("accentTint", "accent") if on else ("surface", "line2")
            box(painter, area, theme.radius("tile"), fill, edge, 1.6 if on else 1)
            self._paint_mark(painter, on=on)
            middle = self.height() / 2
            upper = QRectF(left, middle - theme.px(18), self.width() - left, theme.px(18))
            text(painter, upper, self.preset.title, "label", "ink", _LEFT)
            lower = QRectF(left, middle, self.width() - left, theme.px(17))
            text(painter, lower, self.preset.line, "caption", "ink2", _LEFT)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("tile"))

    def _paint_mark(self, painter: QPainter, *, on: bool) -> None:
        center = QPointF(theme.px(19), self.height() / 2)
        radius = theme.px(15) / 2
        painter.setPen(pen("accent" if on else "field", 1.5))
        painter.setBrush(theme.color("accent" if on else "surface"))
        painter.drawEllipse(center, radius, radius)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("onAccent"))
            painter.drawEllipse(center, radius * 0.42, radius * 0.42)


class Presets(QWidget):
    """Chooses kinds of agreement. Which sliders show follows from that.

    Signals:
        focused: the cursor came here.
    """

    focused = Signal()

    def __init__(self, mix: Mix, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._mix = mix
        self.tiles = {one.key: PresetTile(one, self) for one in PRESETS}
        self._group = QButtonGroup(self)
        for tile in self.tiles.values():
            self._group.addButton(tile)
        self.checks = {one.value: Check(one.label, self) for one in mix.question.options}
        self.own = Button(
            _("Mix your own"), "link", self, after="chevron-down", small=True, tight=True
        )
        self._mixed = Label("", "caption", "ink2", self)
        self._all = holder(column(*self.checks.values()), self)
        self._all.hide()
        more = row(self.own, STRETCH, self._mixed)
        self.setLayout(column(*self.tiles.values(), more, self._all, spacing=6))
        for tile in self.tiles.values():
            tile.clicked.connect(self._choose)
            tile.installEventFilter(self)
        for check in self.checks.values():
            check.clicked.connect(self._switch)
            check.installEventFilter(self)
        self.own.clicked.connect(self._fold)
        self.own.setAccessibleName(_("Mix your own kind of agreement"))
        self.refresh()
        if mix.chosen and mix.preset is None:
            self._unfold(open_now=True)

    def refresh(self) -> None:
        """Show what is chosen."""
        preset, chosen = self._mix.preset, self._mix.chosen
        self._group.setExclusive(False)
        for key, tile in self.tiles.items():
            tile.setChecked(preset is not None and preset.key == key)
        self._group.setExclusive(True)
        for kind, check in self.checks.items():
            check.setChecked(kind in chosen)
        checked = self._group.checkedButton() or next(iter(self.tiles.values()))
        keep_one_stop(self.tiles.values(), checked)
        own = bool(chosen) and preset is None
        self._mixed.setText(_("in force") if own else "")

    def focus_first(self) -> None:
        """Begin with what is chosen."""
        checked = self._group.checkedButton() or next(iter(self.tiles.values()))
        checked.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell when the cursor comes."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit()
        return super().eventFilter(watched, event)

    # --- inside ----------------------------------------------------------------------------------

    def _choose(self) -> None:
        tile = self.sender()
        if isinstance(tile, PresetTile):
            self._mix.choose(tile.preset)
            self.refresh()

    def _switch(self) -> None:
        check = self.sender()
        kind = next(kind for kind, one in self.checks.items() if one is check)
        self._mix.switch(kind, on=self.checks[kind].isChecked())
        self.refresh()

    def _fold(self) -> None:
        self._unfold(open_now=self._all.isHidden())

    def _unfold(self, *, open_now: bool) -> None:
        self._all.setVisible(open_now)
        self.own.show_after("chevron-up" if open_now else "chevron-down")
        if self.isVisible():
            put_around_in_order(self)
