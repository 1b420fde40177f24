"""The command palette: every command, step, question and answer, found by a few letters."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import icons, theme
from ui.painting import box, cut, text
from ui.parts.grouped import LINE, GroupedLines
from ui.parts.labels import Icon, Keycap, Label, Rule
from ui.parts.layouts import STRETCH, column, row
from ui.parts.sheet import Sheet
from ui.words import _

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_MOST = 8
"""Lines of a group; who looks for more types another letter."""
_LAST = 5
"""Commands that are offered before anything is typed."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line: what it is called, where it is, and what happens. Without `act` a heading."""

    title: str
    line: str = ""
    icon: str = "arrow-right"
    keys: str = ""
    act: Callable[[], None] | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it stands above others."""
        return self.act is None

    @property
    def spoken(self) -> str:
        """What it is called, and where it is."""
        return f"{self.title}, {self.line}" if self.line else self.title


@dataclass(frozen=True, slots=True)
class Group:
    """Lines under a heading. `marker` limits the search to this group when typed first.

    `when_empty` says that it has something to offer before anything is typed; one that is
    `only_marked` is asked after its marker alone.
    """

    title: str
    items: Callable[[str], Iterator[Item]]
    marker: str = ""
    when_empty: bool = True
    only_marked: bool = False


def matches(words: str, typed: str) -> int:
    """Return how well words match: 2 for starts of words, 1 for anywhere, 0 for not at all."""
    lowered, parts = words.lower(), typed.lower().split()
    if not all(part in lowered for part in parts):
        return 0
    starts = lowered.replace("-", " ").split()
    return 2 if all(any(one.startswith(part) for one in starts) for part in parts) else 1


class Palette(Sheet):
    """Finds and does.

    Signals:
        chosen: the line that was chosen; the palette is gone by then.
        guide_asked: nothing was found; carries what to look for in the guidance.
    """

    chosen = Signal(Item)
    guide_asked = Signal(str)

    def __init__(self, window: QWidget, groups: Sequence[Group]) -> None:
        super().__init__(window, _("Search or run a command"), width=640, top=118)
        self._groups = tuple(groups)
        self._guided = False
        self.input = QLineEdit(self.panel)
        self.input.setObjectName("palette")
        self.input.setFont(theme.font("heading", 400))
        self.input.setFrame(False)
        self.input.setStyleSheet("QLineEdit { border: 0; padding: 0; background: transparent; }")
        self.input.setAccessibleName(_("Search or run a command"))
        self.input.setPlaceholderText(_("Search or run a command"))
        self.input.textChanged.connect(self._search)
        self.input.installEventFilter(self)
        self.model = GroupedLines[Item](self)
        self.list = QListView(self.panel)
        self.list.setAccessibleName(_("What was found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setModel(self.model)
        self.list.setItemDelegate(_LinePainter(self))
        self.list.setMouseTracking(True)
        # At large text there is less room than the list would like between field and keys.
        room = max(theme.px(120), window.height() - theme.px(140))
        self.list.setFixedHeight(min(theme.px(380), room))
        self.list.viewport().setAutoFillBackground(False)
        self.list.clicked.connect(self._take)
        self.nothing = Label("", "cell", "ink2", self.panel)
        self.nothing.setContentsMargins(22, 18, 22, 18)
        head = row(Icon("search", 18, "ink3"), spacing=12, margins=(20, 15, 18, 14))
        head.addWidget(self.input, 1)
        head.addWidget(Keycap("Esc"))
        marks = [one.marker for one in self._groups]
        told = _("> for commands, # for sources") if "#" in marks else _("> for commands")
        foot = row(
            Keycap("↑"), Keycap("↓"), Label(_("to move"), "caption", "ink3"), 10,
            Keycap("Enter"), Label(_("to open"), "caption", "ink3"), STRETCH,
            Label(_("Type {told}").format(told=told), "caption", "ink3"),
            spacing=6, margins=(18, 9, 18, 10),
        )  # fmt: skip
        self.panel.setLayout(column(head, Rule(), self.nothing, self.list, Rule(), foot))
        self._search("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list while the cursor stays in the field."""
        pressed = watched is self.input and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and self._obeys(event.key()):
            return True
        return super().eventFilter(watched, event)

    def _obeys(self, key: int) -> bool:
        match key:
            case Qt.Key.Key_Down:
                self._move(1)
            case Qt.Key.Key_Up:
                self._move(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._take(self.list.currentIndex())
                self._ask_guide()
            case _:
                return False
        return True

    def _ask_guide(self) -> None:
        if self._guided:
            self.leave()
            self.guide_asked.emit(self.input.text().strip())

    def _search(self, typed: str) -> None:
        self.model.show_lines(tuple(self._found(typed.strip())))
        found = self.model.rowCount() > 0
        guided = any(one.only_marked for one in self._groups) and typed[:1] not in (">", "#")
        more = " Press Enter to search the guidance." if guided else ""
        self.nothing.setText(_("Nothing matches.{more}").format(more=more))
        self._guided = guided and not found
        self.nothing.setVisible(not found)
        self.list.setVisible(found)
        self._move(1, start=-1)

    def _found(self, typed: str) -> Iterator[Item]:
        limited = [group for group in self._groups if group.marker and typed[:1] == group.marker]
        wanted = typed[1:].strip() if limited else typed
        for group in limited or [one for one in self._groups if not one.only_marked]:
            if wanted or group.when_empty or limited:
                items = tuple(group.items(wanted))
                if items:
                    yield Item(group.title)
                    most = _MOST if wanted else _LAST
                    yield from items if limited else items[:most]

    def _move(self, by: int, start: int | None = None) -> None:
        at = self.list.currentIndex().row() if start is None else start
        to = self.model.next_to(at, by)
        if to is not None:
            index = self.model.index(to, 0)
            self.list.setCurrentIndex(index)
            self.list.scrollTo(index)

    def _take(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        item = self.model.line(index.row())
        if item.act is not None:
            self.leave()
            self.chosen.emit(item)
            item.act()


class _LinePainter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        heading = index.data(LINE).act is None
        return QSize(theme.px(100), theme.px(30 if heading else 38))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        item = index.data(LINE)
        area = QRectF(option.rect).adjusted(theme.px(8), 1, -theme.px(8), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if item.act is None:
            place = area.adjusted(theme.px(12), theme.px(6), 0, 0)
            text(painter, place, item.title, "caption", "ink3", _LEFT, 500)
        else:
            self._paint_item(painter, area, item, option)
        painter.restore()

    def _paint_item(
        self, painter: QPainter, area: QRectF, item: Item, option: QStyleOptionViewItem
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            box(painter, area, theme.radius("item"), "accentTint")
        elif option.state & QStyle.StateFlag.State_MouseOver:
            box(painter, area, theme.radius("item"), "hover")
        side = theme.px(16)
        mark = QRectF(area.x() + theme.px(12), area.center().y() - side / 2, side, side)
        icons.paint(painter, item.icon, mark)
        right = area.right() - theme.px(12)
        if option.state & QStyle.StateFlag.State_Selected and not item.keys:
            place = QRectF(right - side, mark.y(), side, side)
            icons.paint(painter, "corner-down-left", place)
            right -= side + theme.px(12)
        if item.keys:
            text(painter, area.adjusted(0, 0, -theme.px(12), 0), item.keys, "micro", "ink3", _RIGHT)
            right -= theme.text_width(item.keys, "micro") + theme.px(12)
        left = mark.right() + theme.px(12)
        title = cut(item.title, right - left, "label")
        text(painter, QRectF(left, area.y(), right - left, area.height()), title, "label")
        left += theme.text_width(title, "label") + theme.px(10)
        if right - left > theme.px(40):
            room = QRectF(left, area.y(), right - left, area.height())
            text(painter, room, cut(item.line, right - left, "caption"), "caption", "ink3")
