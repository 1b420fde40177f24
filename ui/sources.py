"""The rows of the evidence register as sources: to search, to check, and to drag onto answers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QDrag, QFontMetrics, QKeyEvent, QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QCheckBox, QWidget

from roadmapper.proposal.evidence import (
    NO_COMPARISON,
    NO_NUMBER,
    VENDOR_PAID,
    likeness,
    proposal_day,
    standing,
)
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import EVIDENCE
from roadmapper.proposal.sources import REPLACED, WITHDRAWN, gone
from roadmapper.template.kinds import Kind, day
from ui import icons, theme
from ui.fields.inputs import LineInput
from ui.opened import Opened
from ui.painting import box, focus_ring, painting, text
from ui.parts.labels import Label
from ui.parts.layouts import column
from ui.parts.scrolling import scrolled
from ui.parts.tips import plain_tip
from ui.shown_dates import shown_date
from ui.words import _

_HIGHEST = 300
_WEAK = {
    NO_COMPARISON: _("no comparison"),
    VENDOR_PAID: _("vendor paid"),
    NO_NUMBER: _("size not given"),
}
_GONE = {REPLACED: _("Replaced. {told}"), WITHDRAWN: _("Withdrawn. {told}")}
_EMPTY = _("The evidence register is empty. Add a study or result there first.")
_MIME = "application/x-roadmapper-source"


@dataclass(frozen=True, slots=True)
class Source:
    """One row of the evidence register: its id, its title, when it was checked.

    It `is_old` if it is due for review; `weak` says why it proves little, `like` how like theirs,
    `gone` whether it was replaced or withdrawn.
    """

    row: str
    title: str
    checked: str
    is_old: bool
    weak: tuple[str, ...] = ()
    like: str = ""
    gone: str = ""


def sources(opened: Opened) -> tuple[Source, ...]:
    """Return the rows of the evidence register that have a title."""
    register = opened.template.find(REGISTER)
    if register is None or not register.columns:
        return ()
    title = register.row_title or register.columns[0].id
    checked = next((one.id for one in register.columns if one.kind is Kind.DATE), "")
    today = proposal_day(opened.answers) or opened.clock().date()
    return tuple(
        _source(opened, row, title, checked, today)
        for row in opened.answers.rows(REGISTER)
        if opened.text(f"{REGISTER}[{row}].{title}").strip()
    )


def sources_behind(opened: Opened, path: str) -> tuple[Source, ...]:
    """Return the sources that stand behind the answer or the row at an address."""
    linked = opened.answers.rows(f"{EVIDENCE}.{path}")
    return tuple(one for one in sources(opened) if one.row in linked) if linked else ()


def _source(opened: Opened, row: str, title: str, checked: str, today: date) -> Source:
    told = opened.text(f"{REGISTER}[{row}].{checked}")
    stands = standing(opened.answers, row, today)
    return Source(
        row,
        opened.text(f"{REGISTER}[{row}].{title}").strip(),
        shown_date(told) if day(told) else told,
        bool(stands.stale),
        stands.weak,
        likeness(opened.answers, row).verdict,
        gone(opened.answers, row).partition(" ")[0],
    )


def source_data(row: str) -> QMimeData:
    """Return a source as it is dragged."""
    data = QMimeData()
    data.setData(_MIME, row.encode())
    return data


def source_in(data: QMimeData) -> str:
    """Return the source that is dragged; empty if it is something else."""
    return bytes(data.data(_MIME).data()).decode()


class SourceList(QWidget):
    """The register as a list with check boxes and a search; each check is kept at once."""

    def __init__(self, opened: Opened, width: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened, self._width = opened, width
        self._path, self._label = "", ""
        self.search = LineInput(_("Find a source"), self, icon="search")
        self.search.setPlaceholderText(_("Find a study or result"))
        self.search.textChanged.connect(self._filter)
        self.checks: tuple[SourceCheck, ...] = ()
        self._none = Label("", "cell", "ink2", self, wrap=True)
        self._column = column(spacing=2)
        self._area = scrolled(self._column, self)
        self.setLayout(column(self.search, self._none, self._area, spacing=9))
        self.refresh()

    def show_path(self, path: str, label: str) -> None:
        """Attach to another answer; without one, sources can only be dragged."""
        self._path, self._label = path, label
        self.refresh()

    def refresh(self) -> None:
        """Show what the register holds now; what is attached stands first."""
        linked = self._opened.answers.rows(f"{EVIDENCE}.{self._path}") if self._path else ()
        known = sources(self._opened)
        if {check.source for check in self.checks} != set(known):
            self._make(sorted(known, key=lambda one: one.row not in linked))
        for check in self.checks:
            check.blockSignals(True)
            check.setChecked(check.source.row in linked)
            check.blockSignals(False)
            check.can_check = bool(self._path)
        self._filter(self.search.text())

    def _make(self, known: Sequence[Source]) -> None:
        for check in self.checks:
            self._column.removeWidget(check)
            check.hide()
            check.deleteLater()
        self.checks = tuple(SourceCheck(one, self._width, self) for one in known)
        for check in self.checks:
            check.toggled.connect(self._keep)
            self._column.addWidget(check)
        height = sum(check.height() + 2 for check in self.checks)
        self._area.setFixedHeight(min(height, theme.px(_HIGHEST)))
        self._area.setVisible(bool(self.checks))
        self.search.setVisible(bool(self.checks))

    def _filter(self, typed: str) -> None:
        wanted = typed.lower().split()
        for check in self.checks:
            title = check.source.title.lower()
            check.setVisible(all(word in title for word in wanted))
        self._none.setText(_("No source matches.") if self.checks else _EMPTY)
        self._none.setVisible(all(check.isHidden() for check in self.checks))

    def _keep(self) -> None:
        listed = {check.source.row: check.isChecked() for check in self.checks}
        linked = self._opened.answers.rows(f"{EVIDENCE}.{self._path}")
        # A source that lost its title is not listed, and stays attached.
        kept = [row for row in linked if row not in listed]
        chosen = [*kept, *(row for row, is_checked in listed.items() if is_checked)]
        attach(self._opened, self._path, self._label, chosen)


def attach(opened: Opened, path: str, label: str, rows: Iterable[str]) -> None:
    """Have these sources, and no others, stand behind an answer."""
    chosen = set(rows)
    ordered = tuple(row for row in opened.answers.rows(REGISTER) if row in chosen)
    words = _("Edit evidence of {label}").format(label=label.lower())
    opened.bridge.change({f"{EVIDENCE}.{path}": ordered or None}, words)


def _told(source: Source, checked: str) -> str:
    """Return when a source was checked, and what speaks against it."""
    told = _("Old. {checked}").format(checked=checked) if source.is_old else checked
    told = _GONE[source.gone].format(told=told) if source.gone else told
    weak = ", ".join(_WEAK[one] for one in source.weak)
    return _("{told}. Weak: {reasons}").format(told=told, reasons=weak) if weak else told


class SourceCheck(QCheckBox):
    """One source with its title on as many lines as it needs, and when it was checked."""

    def __init__(self, source: Source, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.source = source
        checked = (
            _("Checked {checked}").format(checked=source.checked)
            if source.checked
            else _("Not dated")
        )
        self._line = _told(source, checked)
        self.setAccessibleName(f"{source.title}. {self._line}")
        self.setToolTip(plain_tip(self._line))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        left = theme.px(30)
        metrics = QFontMetrics(theme.font("cell"))
        room = QRect(0, 0, width - left - 6, 10_000)
        high = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, source.title).height()
        self.can_check = True
        self._held: QPoint | None = None
        self._title = QRectF(left, theme.px(6), room.width(), high)
        self.setFixedSize(width, high + theme.px(30))

    def hitButton(self, _place: object) -> bool:
        """Take a click anywhere, where there is an answer to attach to."""
        return self.can_check

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Attach with Enter as well as with the space bar."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.can_check:
                self.toggle()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        self._held = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the source onto an answer."""
        super().mouseMoveEvent(event)
        far = QApplication.startDragDistance()
        place = event.position().toPoint()
        if self._held is not None and (place - self._held).manhattanLength() >= far:
            self._held = None
            self.setDown(False)
            drag = QDrag(self)
            drag.setMimeData(source_data(self.source.row))
            drag.setPixmap(self.grab())
            drag.exec(Qt.DropAction.LinkAction)

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
            ink = "warn" if self.source.is_old or self.source.gone else "ink3"
            metrics = QFontMetrics(theme.font("caption"))
            room_below = self.width() - int(below.left()) - 6
            told = metrics.elidedText(self._line, Qt.TextElideMode.ElideRight, room_below)
            text(painter, below, told, "caption", ink)
            if self.hasFocus():
                focus_ring(painter, area, theme.radius("item"))
