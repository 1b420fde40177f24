"""Links to rows of another question, such as the studies that support an answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from roadmapper.template.kinds import Value
from roadmapper.template.model import Question
from ui import theme
from ui.fields.base import Editor
from ui.fields.inputs import FocusWatch, LineInput
from ui.fields.rows_text import row_title
from ui.opened import Opened
from ui.parts.buttons import Button, IconButton
from ui.parts.choices import Check
from ui.parts.labels import Elided, Icon, Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.popover import Popover
from ui.parts.reading import put_around_in_order
from ui.parts.tips import plain_tip
from ui.words import _

_SEARCHED = 8
"""From so many rows on the list to choose from can be searched."""


class LinkField(Editor):
    """Rows that are linked, one below the other, and a button to choose them from a list.

    A link to a row that is gone stays until somebody takes it away.
    """

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(question, path, opened, parent)
        self._linked: tuple[str, ...] = ()
        self._lines = column(spacing=4)
        self.lines: dict[str, LinkLine] = {}
        self.button = Button(_("Link rows"), "secondary", self, icon="link", small=True)
        self.button.setAccessibleName(_("Link rows to {label}").format(label=question.label))
        self.setFocusProxy(self.button)
        self._watch = FocusWatch(self)
        self._watch.came.connect(self.focused)
        self._watch.watch(self.button)
        self.button.clicked.connect(self.choose)
        self.setLayout(column(self._lines, 6, row(self.button, STRETCH)))

    def read(self) -> Value:
        """Return the ids of the rows that are linked."""
        return self._linked or None

    def write(self, value: Value) -> None:
        """Show the rows that are linked."""
        self._linked = value if isinstance(value, tuple) else ()
        for name in tuple(self.lines):
            line = self.lines.pop(name)
            self._lines.removeWidget(line)
            line.hide()
            line.deleteLater()
        for name in self._linked:
            line = LinkLine(name, self._title(name), self)
            line.removed.connect(self._unlink)
            self.lines[name] = line
            self._lines.addWidget(line)
        put_around_in_order(self)

    def choose(self) -> None:
        """Show the rows there are, to link or to let go."""
        target = self.opened.question(self.question.link)
        titles = {name: self._title(name) for name in self.opened.session.rows(self.question.link)}
        popup = LinkList(target.label, titles, self._linked, self.button)
        popup.changed.connect(self._relink)
        popup.open()

    def _title(self, name: str) -> str:
        if name not in self.opened.session.rows(self.question.link):
            return _("A row that was removed")
        return row_title(self.opened, self.question.link, name) or _("A row without a name")

    def _relink(self, name: str, linked: bool) -> None:
        rest = tuple(one for one in self._linked if one != name)
        self.write((*rest, name) if linked else rest)
        self.chosen()

    def _unlink(self, name: str) -> None:
        self._relink(name, linked=False)
        self.button.setFocus()


class LinkLine(QFrame):
    """One row that is linked, and the way to let it go."""

    removed = Signal(str)

    def __init__(self, name: str, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = name
        self.title = Elided(title, "cell", "ink", self)
        self.button = IconButton(
            "x", _("Remove the link to {title}").format(title=title), self, size=28
        )
        self.button.clicked.connect(self._remove)
        line = row(Icon("link", 14, "accent"), spacing=8)
        line.addWidget(self.title, 1)
        line.addWidget(self.button)
        self.setLayout(line)

    def _remove(self) -> None:
        self.removed.emit(self._name)


class LinkList(Popover):
    """All rows that can be linked, as boxes to check, in a box that closes by itself.

    Signals:
        changed: a box was checked or unchecked; carries the row and which.
    """

    changed = Signal(str, bool)

    def __init__(
        self, label: str, titles: dict[str, str], linked: tuple[str, ...], parent: QWidget
    ) -> None:
        super().__init__(_("Rows of {label}").format(label=label), parent, width=460)
        self.search = LineInput(_("Find in {label}").format(label=label), self, icon="search")
        self.search.setPlaceholderText(_("Find"))
        self.search.textEdited.connect(self._filter)
        self.search.setVisible(len(titles) >= _SEARCHED)
        self.boxes: dict[str, Check] = {}
        boxes = column(spacing=2)
        for name, title in titles.items():
            box = Check(self.fontMetrics().elidedText(title, _RIGHT, theme.px(380)), self)
            box.setAccessibleName(title)
            box.setToolTip(plain_tip(title))
            box.setChecked(name in linked)
            box.toggled.connect(self._tell)
            self.boxes[name] = box
            boxes.addWidget(box)
        nothing = Label(
            _("Add rows to {label} first. They can be linked here then.").format(label=label),
            wrap=True,
        )
        parts = column(Label(label, "label"), 6, self.search, self._scrolled(boxes), spacing=4)
        parts.addWidget(nothing)
        nothing.setVisible(not titles)
        self.fill(parts)

    def open(self) -> None:
        """Show the box, ready to search or to check."""
        super().open()
        first = next(iter(self.boxes.values()), None)
        if not self.search.isHidden():
            self.search.setFocus()
        elif first is not None:
            first.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down with arrows; close with Enter or Escape."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.close()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _scrolled(self, boxes: QVBoxLayout) -> QScrollArea:
        boxes.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inner = holder(boxes)
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        most = theme.px(30) * min(max(len(self.boxes), 1), 9)
        area.setFixedHeight(most)
        area.setVisible(bool(self.boxes))
        return area

    def _filter(self, text: str) -> None:
        for box in self.boxes.values():
            box.setVisible(text.casefold() in box.accessibleName().casefold())

    def _tell(self, checked: bool) -> None:
        for name, box in self.boxes.items():
            if box is self.sender():
                self.changed.emit(name, checked)


_RIGHT = Qt.TextElideMode.ElideRight
