"""The model cards at the left of the page: which there are, how far each is, what to do with it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QMenu, QSizePolicy, QWidget

from ui import icons, theme
from ui.pages.models_data import Model
from ui.painting import box, focus_ring, painting, text
from ui.parts.buttons import Button, IconButton
from ui.parts.chips import Chip
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.reading import keep_one_stop, put_around_in_order
from ui.parts.rings import paint_ring
from ui.words import _, ngettext

ADD, RENAME, COPY, UP, DOWN, EXPORT, REMOVE = (
    "add",
    "rename",
    "copy",
    "up",
    "down",
    "export",
    "remove",
)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MENU = (
    (RENAME, "pencil", _("Rename"), "F2"),
    (COPY, "copy", _("Duplicate"), "Ctrl+D"),
    (UP, "arrow-up", _("Move up"), "Alt+Up"),
    (DOWN, "arrow-down", _("Move down"), "Alt+Down"),
    (REMOVE, "trash-2", _("Remove"), "Ctrl+Del"),
)
_KEYS = {
    (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F2): RENAME,
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_D): COPY,
    (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Up): UP,
    (Qt.KeyboardModifier.AltModifier, Qt.Key.Key_Down): DOWN,
    (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Delete): REMOVE,
}
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -99, Qt.Key.Key_End: 99}


class ModelButton(QAbstractButton):
    """One card of the list.

    Signals:
        asked: something is to be done with it; carries what.
        stepped: a card above or below is wanted.
    """

    asked = Signal(str)
    stepped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model: Model | None = None
        self.chip = Chip("", "warn", self)
        self.chip.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_model(self, model: Model) -> None:
        """Show a card."""
        if model == self.model:
            return
        self.model = model
        told = ngettext("One gap", "{count} gaps", model.gaps).format(count=model.gaps)
        if model.gaps:
            self.chip.say(told, "warn")
        else:
            self.chip.say(_("Complete"), "pos", "check")
        self.chip.adjustSize()
        state = told if model.gaps else _("complete")
        self.setAccessibleName(", ".join(filter(None, (model.title, model.about, state))))
        self.setToolTip(model.title)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of two lines and a chip."""
        return QSize(theme.px(180), theme.px(92))

    def minimumSizeHint(self) -> QSize:
        """Be content with a short name."""
        return QSize(theme.px(140), theme.px(92))

    def resizeEvent(self, event: object) -> None:
        """Keep the chip at its place."""
        del event
        self.chip.adjustSize()
        self.chip.move(theme.px(14), self.height() - self.chip.height() - theme.px(11))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to another card, or do something with this one."""
        key = Qt.Key(event.key())
        modifier = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = _KEYS.get((modifier, key), "")
        if act:
            self.asked.emit(act)
        elif key in _STEPS and modifier == Qt.KeyboardModifier.NoModifier:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, words and ring."""
        if self.model is None:
            return
        area, side = QRectF(self.rect()), theme.px(14)
        with painting(self) as painter:
            edge, width = ("accent", 2.0) if self.isChecked() else ("line", 1.0)
            fill = "hover" if self.underMouse() and not self.isChecked() else "surface"
            box(painter, area, theme.radius("card"), fill, edge, width)
            ring = QRectF(area.right() - side - theme.px(20), side, theme.px(20), theme.px(20))
            paint_ring(painter, ring, self.model.answered / max(self.model.asked, 1))
            wide = ring.left() - side - theme.px(8)
            for top, words, style, ink in (
                (11, self.model.title, "cardHeading", "ink"),
                (33, self.model.about, "caption", "ink2"),
            ):
                room = wide if style == "cardHeading" else area.width() - 2 * side
                metrics = QFontMetricsF(theme.font(style))
                shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room)
                line = QRectF(side, theme.px(top), room, theme.px(20))
                text(painter, line, shown, style, ink, _LEFT)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("card"))


class ModelList(QWidget):
    """All cards.

    Signals:
        chosen: another card is wanted; carries its row.
        asked: something is to be done; carries what, and the row it is done with.
        import_asked, export_asked: a card is to be read from a file, or written to one.
    """

    chosen = Signal(str)
    asked = Signal(str, str)
    import_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Model cards"))
        self.buttons: dict[str, ModelButton] = {}
        self._group = QButtonGroup(self)
        self.add = IconButton("plus", _("Add a model card"), self, size=28)
        self.more = IconButton("ellipsis", _("More for this model card"), self, size=28)
        self.add.clicked.connect(partial(self.asked.emit, ADD, ""))
        self.more.clicked.connect(self._show_menu_below)
        self._cards = column(spacing=8)
        self.empty = Label(
            _("No model cards yet. One card per model, even for simple rules."),
            "cell",
            "ink2",
            self,
            wrap=True,
        )
        self.take = Button(_("Import card"), "ghost", self, icon="folder-input", small=True)
        self.take.setToolTip(_("Read a card from a file, or drop the file on this page"))
        self.take.clicked.connect(self.import_asked)
        self.give = Button(_("Export card"), "ghost", self, icon="file-output", small=True)
        self.give.clicked.connect(self.export_asked)
        head = row(Label(_("Model cards"), "label", parent=self), STRETCH, self.more, self.add)
        tools = column(self.take, self.give, spacing=2)
        self.setLayout(column(head, 6, self.empty, self._cards, 8, tools, STRETCH))
        self.show_models((), "")

    @property
    def row(self) -> str:
        """The row of the card that is chosen; empty if there is none."""
        return next((row for row, one in self.buttons.items() if one.isChecked()), "")

    def show_models(self, models: Sequence[Model], chosen: str) -> None:
        """Show these cards, one of them chosen."""
        had_focus = any(one.hasFocus() for one in self.buttons.values())
        before = tuple(self.buttons)
        wanted = {one.row: one for one in models}
        for row_id in [one for one in self.buttons if one not in wanted]:
            self._drop(self.buttons.pop(row_id))
        for model in models:
            if model.row not in self.buttons:
                self.buttons[model.row] = self._made(model.row)
            self.buttons[model.row].show_model(model)
        if before != tuple(wanted):
            self.buttons = {one: self.buttons[one] for one in wanted}
            for button in self.buttons.values():
                self._cards.removeWidget(button)
                self._cards.addWidget(button)
            put_around_in_order(self)
        self.empty.setHidden(bool(models))
        self.more.setVisible(bool(models))
        self.give.setVisible(bool(models))
        self.choose(chosen)
        if had_focus and chosen in self.buttons:
            self.buttons[chosen].setFocus()

    def choose(self, row_id: str) -> None:
        """Choose a card, without telling anybody."""
        button = self.buttons.get(row_id)
        if button is not None:
            button.setChecked(True)
            keep_one_stop(self.buttons.values(), button)

    def menu(self, row_id: str) -> QMenu:
        """Return what can be done with a card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setFont(theme.font("cell"))
        rows = tuple(self.buttons)
        cannot = {UP: rows[:1] == (row_id,), DOWN: rows[-1:] == (row_id,)}
        for act, icon, words, key in _MENU:
            if act == REMOVE:
                menu.addSeparator()
            made = menu.addAction(icons.icon(icon, "ink2", theme.px(16)), f"{words}\t{key}")
            made.setEnabled(not cannot.get(act, False))
            made.triggered.connect(partial(self._ask, act, row_id))
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show what can be done with the card under the pointer."""
        for row_id, button in self.buttons.items():
            if button.geometry().contains(event.pos()) or button.hasFocus():
                self.chosen.emit(row_id)
                self.menu(row_id).popup(event.globalPos())
                return

    # --- inside ----------------------------------------------------------------------------------

    def _made(self, row_id: str) -> ModelButton:
        button = ModelButton(self)
        button.clicked.connect(partial(self.chosen.emit, row_id))
        button.asked.connect(self._asker(row_id))
        button.stepped.connect(partial(self._step, row_id))
        self._group.addButton(button)
        self._cards.addWidget(button)
        button.show()
        return button

    def _drop(self, button: ModelButton) -> None:
        self._group.removeButton(button)
        self._cards.removeWidget(button)
        button.hide()
        button.deleteLater()

    def _asker(self, row_id: str) -> Callable[[str], None]:
        def ask(act: str) -> None:
            self.asked.emit(act, row_id)

        return ask

    def _ask(self, act: str, row_id: str) -> None:
        self.asked.emit(act, row_id)

    def _step(self, row_id: str, by: int) -> None:
        rows = tuple(self.buttons)
        to = rows[max(0, min(len(rows) - 1, rows.index(row_id) + by))]
        if to != row_id:
            self.chosen.emit(to)
            self.buttons[to].setFocus()

    def _show_menu_below(self) -> None:
        if self.row:
            below = self.more.mapToGlobal(QPoint(0, self.more.height() + 4))
            self.menu(self.row).popup(below)
