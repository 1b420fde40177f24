"""The evidence behind an answer, or its mark as a goal or assumption: a chip, and its box."""

from math import ceil

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from roadmapper.proposal.notes import ASSUMPTION, GOAL, REGISTER, mark, mark_at
from roadmapper.proposal.path import EVIDENCE
from roadmapper.template.kinds import TEXT_KINDS, Kind
from roadmapper.template.model import Question
from ui import icons, theme
from ui.opened import Opened
from ui.painting import box, focus_ring, painting, text
from ui.parts.buttons import Button
from ui.parts.choices import Segments
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.popover import Popover
from ui.sources import SourceList, attach, sources_behind
from ui.words import _, ngettext

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_WIDTH = 400
_MARKS = ("", GOAL, ASSUMPTION)
_MARKED = {GOAL: _("Goal"), ASSUMPTION: _("Assumption")}


def may_carry(question: Question, path: str) -> bool:
    """Return whether sources can stand behind an answer.

    They can't behind tables, behind what is ours alone, or behind a link to the sources themselves.
    """
    is_source = question.kind is Kind.LINK and question.link == REGISTER
    is_told = not question.is_group and question.kind is not Kind.COMPUTED and not is_source
    return is_told and not question.internal and not path.startswith("_")


class EvidenceChip(QPushButton):
    """Says how many sources stand behind an answer; a click opens the box to choose them.

    While there are none, Tab passes it by: who types goes from answer to answer, and comes here
    with Ctrl+Shift+E.
    """

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._question, self._path, self._opened = question, path, opened
        self._count, self._old, self._gone, self._mark, self._weak = 0, 0, 0, "", False
        self.setObjectName(f"evidence:{path}")
        self.setFont(theme.font("micro"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.open)
        self.refresh()

    @property
    def says_something(self) -> bool:
        """Whether any source stands behind the answer, or it is marked."""
        return self._count > 0 or bool(self._mark)

    def show_path(self, path: str) -> None:
        """Tell about the answer at another address."""
        self._path = path

    def refresh(self) -> None:
        """Count the sources that stand behind the answer now, and read its mark."""
        known = sources_behind(self._opened, self._path)
        self._count, self._old = len(known), sum(one.is_old for one in known)
        self._gone = sum(bool(one.gone) for one in known)
        self._weak = bool(known) and all(one.weak for one in known)
        self._mark = mark(self._opened.answers, self._path)
        says = self.says_something
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if says else Qt.FocusPolicy.ClickFocus)
        self.setText(
            _gone_text(self._count, self._gone)
            if self._gone
            else _chip_text(self._count, self._old, self._mark, is_weak=self._weak)
        )
        label = self._question.label
        told = _("{chip_text} attached to {label}").format(chip_text=self.text(), label=label)
        self.setAccessibleName(told if says else _("Add evidence to {label}").format(label=label))
        self.setToolTip(_("Evidence behind this answer (Ctrl+Shift+E)"))
        self.updateGeometry()
        self.update()

    def add(self, source: str) -> None:
        """Have one more source stand behind the answer."""
        linked = self._opened.answers.rows(f"{EVIDENCE}.{self._path}")
        if source and source not in linked:
            attach(self._opened, self._path, self._question.label, (*linked, source))

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
        says = self.says_something
        warns = self._gone or self._old or self._weak
        ink = "warn" if warns else "accent" if says else "ink3"
        fill = "warnTint" if warns else "accentTint" if says else ""
        if self.underMouse() and not fill:
            fill = "hover"
        side, left = theme.px(12), theme.px(10)
        icon = "quote" if self._count else "flag" if self._mark else "plus"
        with painting(self) as painter:
            box(painter, area, area.height() / 2, fill, "" if says else "field", dashed=not says)
            icons.paint(painter, icon, QRectF(left, (area.height() - side) / 2, side, side), ink)
            words = QRectF(left + theme.px(17), 0, area.width(), area.height())
            text(painter, words, self.text(), "micro", ink, _LEFT)
            if self.hasFocus():
                focus_ring(painter, area, area.height() / 2)


class EvidencePopover(Popover):
    """The sources behind one answer, to choose from the register, and what it may be instead."""

    def __init__(self, question: Question, path: str, opened: Opened, anchor: QWidget) -> None:
        super().__init__(
            _("Evidence for {label}").format(label=question.label), anchor, width=_WIDTH
        )
        self._opened, self._path, self._label = opened, path, question.label
        self._list = SourceList(opened, theme.px(_WIDTH) - 46, self)
        self._list.show_path(path, question.label)
        self.search, self.checks = self._list.search, self._list.checks
        self.register = Button(_("Open the register"), "ghost", icon="arrow-right", small=True)
        self.register.clicked.connect(self._go)
        title = Label(
            _("What stands behind “{label}”").format(label=question.label), "label", wrap=True
        )
        self.marks = Segments(
            (_("A claim"), _("A goal"), _("An assumption")),
            _("What this answer is"),
            self,
            index=_MARKS.index(mark(opened.answers, path)),
        )
        self.marks.chosen.connect(self._mark)
        self.marks.setVisible(question.kind in TEXT_KINDS)
        self.fill(column(title, self._list, row(self.register, STRETCH), self.marks, spacing=9))

    def open(self) -> None:
        """Show the box, ready to search."""
        super().open()
        (self.search if self.checks else self.register).setFocus()

    def _mark(self, place: int) -> None:
        words = _("Mark {label}").format(label=self._label.lower())
        self._opened.bridge.change({mark_at(self._path): _MARKS[place] or None}, words)

    def _go(self) -> None:
        self.close()
        self._opened.go_asked.emit(REGISTER)


def _gone_text(count: int, gone: int) -> str:
    told = ngettext("1 source", "{count} sources", count).format(count=count)
    if count == 1:
        return _("{told}, no longer stands").format(told=told)
    words = ngettext("1 no longer stands", "{count} no longer stand", gone).format(count=gone)
    return f"{told}, {words}"


def _chip_text(count: int, old: int, marked: str, *, is_weak: bool) -> str:
    if not count:
        return _MARKED[marked] if marked else _("Add evidence")
    told = ngettext("1 source", "{count} sources", count).format(count=count)
    if old:
        words = ngettext("old", "{old} old", count).format(old=old)
        return _("{told}, {words}").format(told=told, words=words)
    return _("{told}, weak").format(told=told) if is_weak else told
