"""The benchmarks as a list under the headings of their subjects."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
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
from ui.parts.grouped import LINE, GroupedLines
from ui.words import _

_Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    """A benchmark, or without one the heading of those below it."""

    title: str
    benchmark: Benchmark | None = None

    @property
    def is_heading(self) -> bool:
        """Whether it stands above others."""
        return self.benchmark is None

    @property
    def spoken(self) -> str:
        """The name, and the range if there is one."""
        return f"{self.title}, {range_words(self.benchmark)}" if self.benchmark else self.title


class StudiesList(QListView):
    """Benchmarks to choose from.

    Signals:
        moved: another one is the current one.
    """

    moved = Signal()

    def __init__(self, adding: Adding, parent: QWidget) -> None:
        super().__init__(parent)
        self._adding = adding
        self.lines = GroupedLines[Line](self)
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
        to = self.lines.next_to(at, by)
        if to is not None:
            self.setCurrentIndex(self.lines.index(to, 0))
            # The heading above the first one is in sight with it.
            self.scrollTo(self.lines.index(max(to - 1, 0), 0))
            self.scrollTo(self.lines.index(to, 0))

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


class _Painter(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        is_heading = index.data(LINE).benchmark is None
        return QSize(theme.px(100), theme.px(34 if is_heading else 50))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        line = index.data(LINE)
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
