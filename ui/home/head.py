"""The top of Home: title, search, the ways to begin, and below it filter and order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui import theme
from ui.fields.inputs import Combo, LineInput
from ui.home.entries import Entry, Status
from ui.home.listing import SORTS
from ui.parts.buttons import Button, IconButton
from ui.parts.choices import Segments
from ui.parts.folding import Folding
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.words import _

FILTERS = (None, Status.IN_PROGRESS, Status.READY, Status.DELIVERED)
_FIND = _("Find a client or opportunity")
_LONGEST = 16_777_215
"""What Qt calls no limit."""


class Head(QWidget):
    """Title at the left; search, open and new at the right, or below. Under them one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lead = Label("", "body", "ink2", wrap=True)
        self.search = Search()
        self.open = Button(_("Open a file"), "secondary", icon="folder-open")
        self.new = Button(_("New proposal"), "primary", icon="plus")
        line = row(spacing=10)
        line.addWidget(self.search, 1)
        line.addWidget(self.open)
        line.addWidget(self.new)
        title, ways = holder(column(Label(_("Proposals"), "title"), 2, self.lead)), holder(line)
        self._top = Folding((title, ways), below=620, stretch=(1, 0))
        self._top.folded.connect(self._fit)
        self.setLayout(column(self._top))
        self._fit(folded=True)

    def show_summary(self, entries: tuple[Entry, ...]) -> None:
        """Say how many proposals stand where."""
        self.lead.setText(summary(entries))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the search to the way the parts stand."""
        super().resizeEvent(event)
        self._fit(folded=self._top.is_folded)

    def _fit(self, folded: bool) -> None:
        """Give the search all that is left of a line of its own."""
        words = _("Find") if folded else _FIND
        self.search.setPlaceholderText(words)
        # Qt gives its drawings in the input a size of their own at every text size.
        self.search.setMinimumWidth(round(theme.text_width(words, "cell")) + theme.px(34) + 32)
        self.search.setMaximumWidth(_LONGEST if folded else theme.px(260))


class Search(LineInput):
    """Filters as one types. Esc clears it; the arrow down leads to what was found.

    Signals:
        left: the arrow down was pressed.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_FIND, parent, icon="search")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._offer_clearing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Clear, or go down to the list."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() == Qt.Key.Key_Down:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _offer_clearing(self) -> None:
        # Not sooner: the button takes a moment to make, and an empty search needs none.
        self.setClearButtonEnabled(True)


class Bar(Folding):
    """Which proposals are shown, in which order, and how.

    Signals:
        filtered: the place of the chosen filter in `FILTERS`.
        sorted: the place of the chosen order in `SORTS`.
        shaped: whether they are shown as rows.
    """

    filtered = Signal(int)
    sorted = Signal(int)
    shaped = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        labels = (_("All"), *(str(one) for one in FILTERS if one))
        self.filter = Segments(labels, _("Show"), index=0)
        self.sort = Combo(_("Sort by"))
        self.sort.addItems(SORTS)
        widest = max(theme.text_width(one, "cell") for one in SORTS)
        self.sort.setMinimumWidth(round(widest) + theme.px(52))
        self.as_grid = IconButton("layout-grid", _("Show as cards"))
        self.as_rows = IconButton("rows-3", _("Show as rows"))
        right = row(Label(_("Sort by"), "cell", "ink2"), 8, self.sort, STRETCH, 10)
        right.addWidget(self.as_grid)
        right.addSpacing(8)
        right.addWidget(self.as_rows)
        super().__init__(
            (holder(row(self.filter, STRETCH)), holder(right)), parent, below=640, stretch=(1, 0)
        )
        for button in (self.as_grid, self.as_rows):
            button.setCheckable(True)
            button.setAutoExclusive(True)
        self.as_grid.setChecked(True)
        self.as_rows.toggled.connect(self.shaped)
        self.filter.chosen.connect(self.filtered)
        self.sort.activated.connect(self.sorted)

    def choose(self, place: int) -> None:
        """Choose a filter."""
        self.filter.choose(place)
        self.filtered.emit(place)


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def summary(entries: tuple[Entry, ...]) -> str:
    """Return how many proposals stand where, in one sentence."""
    counts = [
        (sum(one.status is status for one in entries), words)
        for status, words in (
            (Status.IN_PROGRESS, _("in progress")),
            (Status.READY, _("ready to present")),
            (Status.DELIVERED, "delivered"),
            (Status.UNREADABLE, _("that cannot be read")),
        )
    ]
    told = [f"{_number(count)} {words}" for count, words in counts if count]
    sentence = ", ".join(told)
    return f"{sentence[:1].upper()}{sentence[1:]}." if told else ""


def _number(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)
