"""The benchmarks as a list under the headings of their subjects."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from roadmapper.packs import Benchmark
from ui import theme
from ui.pages.value_adding import Adding
from ui.pages.value_study import range_words
from ui.painting import box, cut, focus_ring, text
from ui.words import _

_Index = QModelIndex | QPersistentModelIndex
_LINE = Qt.ItemDataRole.UserRole
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    """A benchmark, or without one the heading of those below it."""

    title: str
    benchmark: Benchmark | None = None


class StudiesList(QListView):
    """Benchmarks to choose from.

    Signals:
        moved: another one is the current one.
    """

    moved = Signal()

    def __init__(self, adding: Adding, parent: QWidget) -> None:
        super().__init__(parent)
        self._adding = adding
        self.lines = _Lines(self)
        self.setModel(self.lines)
        self.setItemDelegate(_Painter(self))
        self.setAccessibleName(_("Published studies"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)

    def benchmark(self) -> Benchmark | None:
        """Return the one that is current; None if nothing was found."""
        index = self.currentIndex()
        return self.lines.line(index.row()).benchmark if index.isValid() else None

    def search(self, typed: str) -> bool:
        """Show those that hold all the words, and return whether there are any."""
        words = typed.casefold().split()
        self.lines.show_lines(tuple(self._found(words)))
        self.move_by(1, start=self._before_best(words))
        return self.lines.rowCount() > 0

    def _before_best(self, words: list[str]) -> int:
        """Return the place before the first that is itself called so; -1 if none is."""
        for at in range(self.lines.rowCount()):
            found = self.lines.line(at)
            named = all(word in found.title.casefold() for word in words)
            if words and found.benchmark is not None and named:
                return at - 1
        return -1

    def move_by(self, by: int, start: int | None = None) -> None:
        """Go to the next benchmark in a direction; headings are passed by."""
        at = self.currentIndex().row() if start is None else start
        count = self.lines.rowCount()
        for _rest in range(count):
            at = (at + by) % count
            if self.lines.line(at).benchmark is not None:
                self.setCurrentIndex(self.lines.index(at, 0))
                # The heading above the first one is in sight with it.
                self.scrollTo(self.lines.index(max(at - 1, 0), 0))
                self.scrollTo(self.lines.index(at, 0))
                return

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Tell it."""
        super().currentChanged(current, previous)
        if current.isValid():
            self.moved.emit()

    def _found(self, words: list[str]) -> Iterator[Line]:
        for group in self._adding.groups():
            found = [
                one
                for one in group.benchmarks
                if self._adding.can_take(one) and _holds(one, group.title, words)
            ]
            if found:
                yield Line(group.title)
            for one in found:
                yield Line(one.idea.driver, one)


def _holds(benchmark: Benchmark, title: str, words: list[str]) -> bool:
    idea = benchmark.idea
    told = [title, idea.driver, idea.metric, idea.unit, benchmark.note]
    for study in benchmark.studies:
        told += [study.source, study.finding, study.setting, study.caveat]
    whole = " ".join(told).casefold()
    return all(word in whole for word in words)


class _Lines(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._lines: tuple[Line, ...] = ()

    def show_lines(self, shown: tuple[Line, ...]) -> None:
        self.beginResetModel()
        self._lines = shown
        self.endResetModel()

    def line(self, at: int) -> Line:
        return self._lines[at]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        line = self._lines[index.row()]
        if role == _LINE:
            return line
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{line.title}, {range_words(line.benchmark)}" if line.benchmark else line.title
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        usual = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return usual if self._lines[index.row()].benchmark else Qt.ItemFlag.NoItemFlags


class _Painter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        is_heading = index.data(_LINE).benchmark is None
        return QSize(theme.px(100), theme.px(34 if is_heading else 50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(_LINE)
        area = QRectF(option.rect).adjusted(1, 1, -theme.px(6), -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.benchmark is None:
            place = area.adjusted(theme.px(10), theme.px(6), 0, 0)
            text(painter, place, line.title, "caption", "ink3", _MIDDLE, 600)
        else:
            self._paint_line(painter, area, line, option)
        painter.restore()

    @staticmethod
    def _paint_line(
        painter: QPainter, area: QRectF, line: Line, option: QStyleOptionViewItem
    ) -> None:
        state = QStyle.StateFlag
        if option.state & state.State_Selected:
            box(painter, area, theme.radius("item"), "accentTint")
        elif option.state & state.State_MouseOver:
            box(painter, area, theme.radius("item"), "hover")
        if option.state & state.State_HasFocus:
            focus_ring(painter, area, theme.radius("item"))
        room = area.adjusted(theme.px(10), theme.px(5), -theme.px(8), 0)
        room.setHeight(theme.px(20))
        text(painter, room, cut(line.title, room.width(), "label"), "label", "ink", _MIDDLE)
        room.translate(0, theme.px(20))
        told = cut(range_words(line.benchmark), room.width(), "caption")
        text(painter, room, told, "caption", "ink2", _MIDDLE)
