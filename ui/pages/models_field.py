"""A field of a model card, which may say why something is not available and what is planned."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from roadmapper.cards.unknown import Unknown, unknown, unknown_text
from roadmapper.plans import TABLES
from roadmapper.proposal.path import AnswerPath
from roadmapper.template.kinds import TEXT_KINDS
from roadmapper.template.model import Question
from ui.field import Field
from ui.fields.base import Make
from ui.fields.inputs import LineInput
from ui.opened import Opened
from ui.pages.models_chance import ASKED, Chance
from ui.pages.models_usual import UsualRows
from ui.parts.buttons import Button
from ui.parts.chips import Chip
from ui.parts.labels import Label
from ui.parts.layouts import STRETCH, column, row
from ui.parts.popover import Popover
from ui.words import _

_KEYS = "Ctrl+Shift+N"
_NOBODY = Unknown("", "")


class CardField(Field):
    """A field below which "not available" is offered while it is empty, and told once it is said.

    In a table it is said by a row of its own, in the first column that takes words. Tab passes the
    offer by, as one goes from answer to answer.
    """

    def __init__(
        self, question: Question, path: str, opened: Opened, parent: QWidget, *, editor: Make
    ) -> None:
        super().__init__(question, path, opened, parent, editor=editor)
        self.offer = Button("", "link", self, small=True, tight=True)
        self.offer.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.offer.setToolTip(_KEYS)
        self.offer.clicked.connect(self.ask)
        self.chip = Chip(_("Not available, with a plan"), "info", self)
        self._cell = _cell_of(question)
        self.usual = (
            UsualRows(path, question.label, opened, self) if question.id in TABLES else None
        )
        self.chance = Chance(path, opened, self) if question.id == ASKED else None
        below = [self.chip, self.offer, *([self.usual] if self.usual else [])]
        self.below.insertLayout(0, row(*below, STRETCH, spacing=6))
        if self.chance is not None:
            self.below.insertWidget(0, self.chance)
        if self._cell is not None:
            keys = QShortcut(QKeySequence(_KEYS), self)
            keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            keys.activated.connect(self.ask)
        self._show_offer()

    @property
    def said(self) -> Unknown | None:
        """What is said of why it is not available; None if nothing."""
        return unknown(self._opened.answers.text(self._place)) if self._place else None

    def refresh(self) -> None:
        """Show what is kept now."""
        super().refresh()
        self._show_offer()
        if self.usual is not None:
            self.usual.refresh()
        if self.chance is not None:
            self.chance.refresh()

    def show_path(self, path: str) -> None:
        """Show the answer of another card."""
        super().show_path(path)
        self._show_offer()
        if self.usual is not None:
            self.usual.show_path(path)
        if self.chance is not None:
            self.chance.show_path(path)

    def ask(self) -> None:
        """Ask why it is not available, and what will be done."""
        self.editor.flush()
        self._show_offer()
        if self.offer.isHidden():
            return
        asked = UnknownPopover(self.offer, self.question.label, self.said or _NOBODY)
        asked.told.connect(self._keep)
        asked.open()

    # --- inside ----------------------------------------------------------------------------------

    @property
    def _place(self) -> str:
        """The address of the words; empty where there is none yet."""
        if not self.question.is_group:
            return self.path if self._cell is not None else ""
        answers = self._opened.answers
        places = [f"{self.path}[{one}].{self._cell}" for one in answers.rows(self.path)]
        return next((one for one in places if unknown(answers.text(one))), "")

    @property
    def _is_empty(self) -> bool:
        if self.question.is_group:
            return not self._opened.answers.told_rows(AnswerPath.parse(self.path))
        return not self._opened.answers.text(self.path).strip()

    def _show_offer(self) -> None:
        said = self.said is not None
        self.chip.setVisible(said)
        self.offer.setVisible(said or (self._cell is not None and self._is_empty))
        self.offer.setText(_("Change reason and plan") if said else _("Not available?"))
        told = self.question.label
        self.offer.setAccessibleName(
            _("Change why {label} is not available").format(label=told)
            if said
            else _("Say why {label} is not available").format(label=told)
        )
        self.offer.updateGeometry()

    def _keep(self, because: str, plan: str) -> None:
        words, place = unknown_text(because, plan), self._place
        if self.question.is_group and not place and self._cell is not None:
            cell = self._cell
            self._opened.bridge.act(lambda session: session.add_row(self.path, {cell: words}))
        else:
            self._opened.bridge.set(place, words)


class UnknownPopover(Popover):
    """Two lines: why it is not available, and what will be done about it.

    Signals:
        told: both, as they were typed.
    """

    told = Signal(str, str)

    def __init__(self, anchor: QWidget, label: str, before: Unknown) -> None:
        super().__init__(_("Not available: {label}").format(label=label), anchor, width=420)
        self.because = LineInput(_("Not available, because"), self)
        self.because.setText(before.because)
        self.because.setPlaceholderText(_("we measured at two sites only"))
        self.plan = LineInput(_("We will"), self)
        self.plan.setText(before.plan)
        self.plan.setPlaceholderText(_("measure it together in the pilot, by May 2027"))
        self.save = Button(_("Keep as the answer"), "primary", small=True)
        self.save.setDefault(True)
        told = _("A reason with a plan counts for more than a line that says nothing.")
        self.fill(
            column(
                Label(_("Not available, because"), "label"), self.because, 4,
                Label(_("We will"), "label"), self.plan, 4,
                Label(told, "caption", "ink3", wrap=True), 6,
                row(self.save, STRETCH), spacing=5,
            )
        )  # fmt: skip
        self.save.clicked.connect(self._save)
        for line in (self.because, self.plan):
            line.returnPressed.connect(self._go_on)
            line.textChanged.connect(self._judge)
        self._judge()

    def open(self) -> None:
        """Show the box with the cursor in the reason."""
        super().open()
        self.because.setFocus()

    def _judge(self) -> None:
        self.save.setEnabled(bool(unknown_text(self.because.text(), self.plan.text())))

    def _go_on(self) -> None:
        """Keep what is whole; else go to the line that is missing."""
        if self.save.isEnabled():
            self._save()
        else:
            (self.plan if unknown_text(self.because.text(), "a") else self.because).setFocus()

    def _save(self) -> None:
        self.told.emit(self.because.text(), self.plan.text())
        self.close()


def _cell_of(question: Question) -> str | None:
    """Return the column in which a table says it; empty for a text, None if there is no place."""
    if question.kind in TEXT_KINDS:
        return ""
    if not question.is_group or question.fixed:
        return None
    words = (one.id for one in question.columns if one.kind in TEXT_KINDS and not one.internal)
    return next(words, None)
