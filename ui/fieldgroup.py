"""Fields outside of a declared form, such as those of a card on a page made by hand."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from roadmapper.proposal.change import Batch
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import EVIDENCE, MARKS, NOTES
from roadmapper.template.model import Question
from ui.field import Field
from ui.fields.kinds import make_field
from ui.opened import Opened
from ui.watcher import Watcher


class FieldGroup(QObject):
    """Makes fields by a name, keeps what is typed in them, and shows what is kept.

    Signals:
        focused: the cursor came into a field; carries its address.
    """

    focused = Signal(str)

    def __init__(self, opened: Opened, watcher: Watcher, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened, self._watcher, self._over = opened, watcher, parent
        self._fields: dict[str, Field] = {}
        opened.bridge.changed.connect(self._take_batch)
        watcher.looked.connect(self.show_findings)

    @property
    def fields(self) -> Mapping[str, Field]:
        """The fields that were made, by their names."""
        return self._fields

    def add(self, name: str, question: Question, path: str) -> Field:
        """Make a field and return it."""
        made = make_field(question, path, self._opened, self._over)
        made.edited.connect(self._opened.bridge.set)
        made.focused.connect(self._take_focus)
        made.show_findings(self._watcher.findings(path))
        self._fields[name] = made
        return made

    def refresh(self) -> None:
        """Show what is kept."""
        for field in self._fields.values():
            field.refresh()

    def flush(self) -> None:
        """Keep what was typed."""
        for field in self._fields.values():
            field.editor.flush()

    def show_findings(self) -> None:
        """Show what is wrong."""
        for field in self._fields.values():
            field.show_findings(self._watcher.findings(field.path))

    def _take_focus(self, path: str) -> None:
        for field in self._fields.values():
            field.set_current(field.path == path)
        self.focused.emit(path)

    def _take_batch(self, batch: Batch) -> None:
        paths = {change.path for change in batch.changes}
        sources_changed = any(path.startswith(REGISTER) for path in paths)
        for field in self._fields.values():
            if sources_changed or paths & {
                f"{about}.{field.path}" for about in (EVIDENCE, MARKS, NOTES)
            }:
                field.refresh_about()
