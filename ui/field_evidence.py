"""The evidence of a field: its chip, shown where it says something or can be used."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from roadmapper.template.kinds import Kind
from roadmapper.template.model import Question
from ui.evidence import EvidenceChip
from ui.fields.textline import LONG
from ui.opened import Opened
from ui.sources import source_in


class FieldEvidence:
    """Offers evidence for the answer of a field, and takes sources that are dragged to it."""

    def __init__(self, question: Question, path: str, opened: Opened, field: QWidget) -> None:
        self._field = field
        self._is_claim = question.kind is Kind.PROSE or question.length > LONG
        self._is_current = False
        self.chip = EvidenceChip(question, path, opened, field)
        policy = self.chip.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.chip.setSizePolicy(policy)
        field.setAcceptDrops(True)
        keys = QShortcut(QKeySequence("Ctrl+Shift+E"), field)
        keys.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.activated.connect(self.chip.open)

    def refresh(self) -> None:
        """Show what stands behind the answer now."""
        self.chip.refresh()
        self.show()

    def show_path(self, path: str) -> None:
        """Tell about the answer at another address."""
        self.chip.show_path(path)

    def set_current(self, is_current: bool) -> None:
        """Know whether the cursor is in the field; then evidence can be added to it."""
        self._is_current = is_current
        self.show()

    def show(self) -> None:
        """Show the chip where claims are made and where it says something; else on demand."""
        is_here = self._is_current or self._field.underMouse() or self.chip.hasFocus()
        self.chip.setVisible(self._is_claim or is_here or self.chip.says_something)

    def takes(self, dragged: QMimeData) -> bool:
        """Return whether what is dragged here is a source."""
        return bool(source_in(dragged))

    def take(self, dragged: QMimeData) -> None:
        """Have the source that was dragged here stand behind the answer."""
        self.chip.add(source_in(dragged))
