"""The evidence behind an answer: a chip at its label, and a box to choose sources from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QScrollArea, QSizePolicy, QWidget

from roadmapper.proposal.linking import REGISTER
from roadmapper.proposal.path import EVIDENCE
from roadmapper.template.kinds import Kind, day
from roadmapper.template.model import Question
from ui import icons, theme
from ui.fields.inputs import LineInput
from ui.opened import Opened
from ui.painting import box, focus_ring, painting, text
from ui.parts.buttons import Button
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, holder, row
from ui.parts.popover import Popover
from ui.shown_dates import shown_date

_OLD_AFTER = timedelta(days=3 * 365 + 1)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WIDTH = 400
_HIGHEST = 300


@dataclass(frozen=True, slots=True)
class Source:
    """One row of the evidence register: its id, its title, when it was checked."""

    row: str
    title: str
    checked: str
    is_old: bool


def may_carry(question: Question, path: str) -> bool:
    """Return whether sources can stand behind an answer: not behind tables, nor what is ours."""
    is_told = not question.is_group and question.kind is not Kind.COMPUTED
    return is_told and not question.internal and not path.startswith("_")


def sources(opened: Opened) -> tuple[Source, ...]:
    """Return the rows of the evidence register that have a title."""
    register = opened.template.find(REGISTER)
    if register is None or not register.columns:
        return ()
    title = register.row_title or register.columns[0].id
    checked = next((one.id for one in register.columns if one.kind is Kind.DATE), "")
    today = opened.clock().date()
    return tuple(
        _source(opened, row, title, checked, today)
        for row in opened.answers.rows(REGISTER)
        if opened.text(f"{REGISTER}[{row}].{title}").strip()
    )


def _source(opened: Opened, row: str, title: str, checked: str, today: date) -> Source:
    told = opened.text(f"{REGISTER}[{row}].{checked}")
    seen = day(told)
    return Source(
        row,
        opened.text(f"{REGISTER}[{row}].{title}").strip(),
        shown_date(told) if seen else told,
        seen is not None and today - seen > _OLD_AFTER,
    )


class EvidenceChip(QPushButton):
    """Says how many sources stand behind an answer; a click opens the box to choose them."""

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question, self._path, self._opened = question, path, opened
        self._count, self._old = 0, 0
        self.setObjectName(f"evidence:{path}")
        self.setFont(theme.font("micro"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)
        self.refresh()

    @property
    def has_sources(self) -> bool:
        """Whether any source stands behind the answer."""
        return self._count > 0

    def show_path(self, path: str) -> None:
        """Tell about the answer at another address."""
        self._path = path

    def refresh(self) -> None:
        """Count the sources that stand behind the answer now."""
        linked = set(self._opened.answers.rows(f"{EVIDENCE}.{self._path}"))
        known = [one for one in sources(self._opened) if one.row in linked] if linked else []
        self._count, self._old = len(known), sum(one.is_old for one in known)
        self.setText(_chip_text(self._count, self._old))
        label = self._question.label
        told = f"{_chip_text(self._count, self._old)} attached to {label}"
        self.setAccessibleName(told if known else f"Add evidence to {label}")
        self.setToolTip("Evidence behind this answer (Ctrl+Shift+E)")
        self.updateGeometry()
        self.update()

    def open(self) -> None:
        """Open the box to choose sources from."""
        popover = EvidencePopover(self._question, self._path, self._opened, self)
        popover.setObjectName("sources")
        popover.open()

    def sizeHint(self) -> QSize:
        """Return the room of icon and words."""
        return QSize(ceil(theme.text_width(self.text(), "micro")) + theme.px(34), theme.px(24))

    def minimumSizeHint(self) -> QSize:
        """Never cut the text."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint pill, icon and words."""
        area = QRectF(self.rect())
        ink = "warn" if self._old else "accent" if self._count else "ink3"
        fill = "warnTint" if self._old else "accentTint" if self._count else ""
        if self.underMouse() and not fill:
            fill = "hover"
        side, left = theme.px(12), theme.px(10)
        icon = "quote" if self._count else "plus"
        with painting(self) as painter:
            edge = "" if self._count else "field"
            box(painter, area, area.height() / 2, fill, edge, dashed=not self._count)
            icons.paint(painter, icon, QRectF(left, (area.height() - side) / 2, side, side), ink)
            words = QRectF(left + theme.px(17), 0, area.width(), area.height())
            text(painter, words, self.text(), "micro", ink, _LEFT)
            if self.hasFocus():
                focus_ring(painter, area, area.height() / 2)


class EvidencePopover(Popover):
    """The register as a list with check boxes; each check is kept at once."""

    def __init__(self, question: Question, path: str, opened: Opened, anchor: QWidget) -> None:
        super().__init__(f"Evidence for {question.label}", anchor, width=_WIDTH)
        self._question, self._path, self._opened = question, path, opened
        self.search = LineInput("Find a source", self, icon="search")
        self.search.setPlaceholderText("Find a study or result")
        self.search.textChanged.connect(self._filter)
        self.register = Button("Open the register", "ghost", icon="arrow-right", small=True)
        self.register.clicked.connect(self._go)
        self.checks = tuple(self._make_checks())
        self._none = Label(_empty_text(self.checks), "cell", "ink2", wrap=True)
        self._none.setVisible(False)
        self.fill(
            column(
                Label(f"What stands behind “{question.label}”", "label", wrap=True),
                self.search, self._none, self._list(), row(self.register, STRETCH), spacing=9,
            )
        )  # fmt: skip
        self.search.setVisible(len(self.checks) > 0)
        self._none.setVisible(not self.checks)

    def open(self) -> None:
        """Show the box, ready to search."""
        super().open()
        (self.search if self.checks else self.register).setFocus()

    def _make_checks(self) -> Sequence["SourceCheck"]:
        linked = self._opened.answers.rows(f"{EVIDENCE}.{self._path}")
        made = [
            SourceCheck(one, theme.px(_WIDTH) - 46, self)
            for one in sorted(sources(self._opened), key=lambda one: one.row not in linked)
        ]
        for check in made:
            check.setChecked(check.source.row in linked)
            check.toggled.connect(self._keep)
        return made

    def _list(self) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = holder(column(*self.checks, STRETCH, spacing=2))
        area.setWidget(inner)
        inner.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        height = sum(check.height() + 2 for check in self.checks)
        area.setFixedHeight(min(height, theme.px(_HIGHEST)))
        area.setVisible(bool(self.checks))
        return area

    def _filter(self, typed: str) -> None:
        wanted = typed.lower().split()
        for check in self.checks:
            title = check.source.title.lower()
            check.setVisible(all(word in title for word in wanted))
        self._none.setText("No source matches.")
        self._none.setVisible(all(check.isHidden() for check in self.checks))

    def _keep(self) -> None:
        order = [one.row for one in sources(self._opened)]
        chosen = {check.source.row for check in self.checks if check.isChecked()}
        rows = tuple(one for one in order if one in chosen)
        address = f"{EVIDENCE}.{self._path}"
        label = f"Edit evidence of {self._question.label.lower()}"
        self._opened.bridge.change({address: rows or None}, label)

    def _go(self) -> None:
        self.close()
        self._opened.go_asked.emit(REGISTER)


class SourceCheck(QCheckBox):
    """One source with its title on as many lines as it needs, and when it was checked."""

    def __init__(self, source: Source, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = source
        checked = f"Checked {source.checked}" if source.checked else "Not dated"
        self._line = f"Old. {checked}" if source.is_old else checked
        self.setAccessibleName(f"{source.title}. {self._line}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        left = theme.px(30)
        metrics = QFontMetrics(theme.font("cell"))
        room = QRect(0, 0, width - left - 6, 10_000)
        high = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, source.title).height()
        self._title = QRectF(left, theme.px(6), room.width(), high)
        self.setFixedSize(width, high + theme.px(30))

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint box, mark, title and date."""
        area, side = QRectF(self.rect()), theme.px(18)
        mark = QRectF(5, theme.px(6), side, side)
        with painting(self) as painter:
            if self.underMouse():
                box(painter, area, theme.radius("item"), "hover")
            if self.isChecked():
                box(painter, mark, 4.5, "accent")
                icons.paint(painter, "check", mark.adjusted(3, 3, -3, -3), "onAccent")
            else:
                box(painter, mark, 4.5, "surface", "field", 1.4)
            painter.setFont(theme.font("cell"))
            painter.setPen(theme.color("ink"))
            painter.drawText(self._title, Qt.TextFlag.TextWordWrap, self.source.title)
            below = QRectF(self._title.left(), self._title.bottom() + 2, area.width(), theme.px(16))
            ink = "warn" if self.source.is_old else "ink3"
            text(painter, below, self._line, "caption", ink)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("item"))


def _chip_text(count: int, old: int) -> str:
    if not count:
        return "Add evidence"
    told = "1 source" if count == 1 else f"{count} sources"
    return f"{told}, {'old' if count == 1 else f'{old} old'}" if old else told


def _empty_text(checks: Sequence[QWidget]) -> str:
    return "" if checks else "The evidence register is empty. Add a study or result there first."
