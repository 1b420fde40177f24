"""The model cards at the left of the page: which there are, how far each is, what to do with it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QButtonGroup, QMenu, QWidget

from ui import icons, theme
from ui.pages.models_button import CHOOSE, COPY, DOWN, REMOVE, RENAME, UP, ModelButton
from ui.pages.models_data import Model
from ui.parts.buttons import Button, IconButton
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.reading import keep_one_stop, put_around_in_order
from ui.words import _

ADD = "add"
_LEAVE = ("eye-off", _("Leave out of this proposal"))
_TAKE = ("eye", _("Include in this proposal"))
_MENU = (
    (RENAME, "pencil", _("Rename"), "F2"),
    (COPY, "copy", _("Duplicate"), "Ctrl+D"),
    (UP, "arrow-up", _("Move up"), "Alt+Up"),
    (DOWN, "arrow-down", _("Move down"), "Alt+Down"),
    (REMOVE, "trash-2", _("Remove"), "Ctrl+Del"),
)


class ModelList(QWidget):
    """All cards.

    Signals:
        chosen: another card is wanted; carries its row.
        moved: a card was dragged to another place, counted from 0.
        asked: something is to be done; carries what, and the row it is done with.
        lists_asked: what others ask of a model is to be held against the chosen card.
        import_asked, export_asked: a card is to be read from a file, or written to one.
    """

    chosen = Signal(str)
    asked = Signal(str, str)
    moved = Signal(str, int)
    import_asked = Signal()
    lists_asked = Signal()
    export_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Model cards"))
        self.buttons: dict[str, ModelButton] = {}
        self._order: list[str] = []
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
        self.asked_of = Button(_("What others ask"), "ghost", self, icon="list", small=True)
        self.asked_of.setToolTip(
            _("51 questions of CMIOs and the lists of others: what this model answers, and where")
        )
        self.asked_of.clicked.connect(self.lists_asked)
        tools = column(self.take, self.give, self.asked_of, spacing=2)
        self.setLayout(column(head, 6, self.empty, self._cards, 8, tools, STRETCH))
        self.show_models((), "")

    @property
    def row(self) -> str:
        """The row of the card that is chosen; empty if there is none."""
        return next((row for row, one in self.buttons.items() if one.isChecked()), "")

    def show_models(self, models: Sequence[Model], chosen: str) -> None:
        """Show these cards, one of them chosen."""
        focused = next((row_id for row_id, one in self.buttons.items() if one.hasFocus()), "")
        before = tuple(self.buttons)
        wanted = {one.row: one for one in models}
        for row_id in [one for one in self.buttons if one not in wanted]:
            self._drop(self.buttons.pop(row_id))
        for model in models:
            if model.row not in self.buttons:
                self.buttons[model.row] = self._made(model.row)
            self.buttons[model.row].show_model(model)
        self._order = []
        if before != tuple(wanted):
            self.buttons = {one: self.buttons[one] for one in wanted}
            put_around_in_order(self)
        self._lay()
        self.empty.setHidden(bool(models))
        self.more.setVisible(bool(models))
        self.give.setVisible(bool(models))
        self.asked_of.setVisible(bool(models))
        self.choose(chosen)
        if focused and (button := self.buttons.get(focused) or self.buttons.get(chosen)):
            button.setFocus()

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
        model = self.buttons[row_id].model
        icon, words = _LEAVE if model is None or model.chosen else _TAKE
        first = menu.addAction(icons.icon(icon, "ink2", theme.px(16)), f"{words}\tCtrl+I")
        first.triggered.connect(partial(self._ask, CHOOSE, row_id))
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
        button.dragged.connect(partial(self._drag, row_id))
        button.dropped.connect(partial(self._let_go, row_id))
        button.given_up.connect(self._put_back)
        self._group.addButton(button)
        self._cards.addWidget(button)
        button.show()
        return button

    def _lay(self, order: Sequence[str] = ()) -> None:
        """Have the cards stand in their order, or in another while one is in the hand."""
        for button in (self.buttons[one] for one in order or self.buttons):
            self._cards.removeWidget(button)
            self._cards.addWidget(button)
        self._cards.activate()

    def _drag(self, row_id: str, pointer: QPoint) -> None:
        """Have a card follow the pointer, and the others make room for it."""
        held = self.buttons[row_id]
        top = self.mapFromGlobal(pointer).y() - held.held_at.y()
        wanted = self._order_with(row_id, top + held.height() / 2)
        if wanted != self._order:
            self._order = wanted
            self._lay(wanted)
        held.raise_()
        held.move(held.x(), top)

    def _order_with(self, row_id: str, middle: float) -> list[str]:
        """Return the cards with one of them where its middle is."""
        others = [one for one in self.buttons if one != row_id]
        place = sum(self.buttons[one].geometry().center().y() < middle for one in others)
        return [*others[:place], row_id, *others[place:]]

    def _let_go(self, row_id: str) -> None:
        place = self._order.index(row_id)
        if place == tuple(self.buttons).index(row_id):
            self._put_back()
        else:
            self.moved.emit(row_id, place)

    def _put_back(self) -> None:
        self._order = []
        self._lay()

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
