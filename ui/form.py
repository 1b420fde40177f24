"""A declared form: the questions of a section as cards, in the order of the template."""

from collections.abc import Iterator, Sequence

from PySide6.QtWidgets import QWidget

from roadmapper.proposal.change import Batch
from roadmapper.proposal.facts import is_shown
from roadmapper.proposal.notes import REGISTER
from roadmapper.proposal.path import EVIDENCE, MARKS, NOTES
from roadmapper.template.model import Question, Section
from ui.body import Body, Wanted, everything
from ui.field import Field
from ui.fieldgrid import FieldCard
from ui.fields.computed import has_editor
from ui.fields.kinds import make_field
from ui.opened import Opened
from ui.parts.layouts import STRETCH, column
from ui.parts.reading import put_in_order
from ui.watcher import Watcher

_CARD_MOST = 6
"""Questions that share a card; more make it hard to see where one is."""


class Form(Body):
    """The questions of a section, or those of them named in `only`.

    Hidden questions keep their answers; they come back when their condition holds again. What is
    not asked yet has no field yet: a step is there sooner without them.
    """

    def __init__(
        self,
        section: Section,
        opened: Opened,
        watcher: Watcher,
        parent: QWidget | None = None,
        *,
        only: Sequence[str] | None = None,
        without: Sequence[str] = (),
    ) -> None:
        super().__init__(parent)
        self._section = section
        self._opened = opened
        self._watcher = watcher
        self._wanted: Wanted = everything
        self._asked = tuple(
            question
            for question in section.questions
            if has_editor(question, f"{section.id}.{question.id}")
            and question.id not in without
            and (only is None or question.id in only)
        )
        self.fields: dict[str, Field] = {}
        self._cards = {FieldCard(self): questions for questions in self._grouped()}
        self.setLayout(column(*self._cards, STRETCH, spacing=14))
        self._show_asked()
        opened.bridge.changed.connect(self._take_batch)
        watcher.looked.connect(self._show_findings)

    def show_wanted(self, wanted: Wanted) -> None:
        """Show only the questions that are wanted."""
        self._wanted = wanted
        self._show_asked()

    def flush(self) -> None:
        """Keep everything that was typed and not kept yet."""
        for field in self.fields.values():
            field.editor.flush()

    def focus_first(self) -> None:
        """Put the cursor into the first field that is shown."""
        shown = (field for field in self.fields.values() if not field.isHidden())
        first = next(shown, None)
        if first is not None:
            first.editor.setFocus()

    def focus(self, path: str) -> bool:
        """Put the cursor into the field of an address; return whether it is on this form."""
        root = path.partition("[")[0]
        if root not in map(self._path, self._asked):
            return False
        field = self.fields.get(root)
        if field is None or field.isHidden():
            self.show_wanted(everything)
            field = self.fields.get(root)
        if field is not None:
            field.focus(path)
        return True

    # --- inside ----------------------------------------------------------------------------------

    def _path(self, question: Question) -> str:
        return f"{self._section.id}.{question.id}"

    def _make(self, question: Question, card: FieldCard) -> None:
        path = self._path(question)
        made = make_field(question, path, self._opened, card)
        made.edited.connect(self._opened.bridge.set)
        made.focused.connect(self._take_focus)
        made.show_findings(self._watcher.findings(path))
        self.fields[path] = made

    def _take_focus(self, path: str) -> None:
        for field in self.fields.values():
            field.set_current(field.path == path)
        self.focused.emit(path)

    def _grouped(self) -> Iterator[tuple[Question, ...]]:
        """Yield the questions that share a card: tables have one of their own."""
        run: list[Question] = []
        for question in self._asked:
            if question.is_group or len(run) == _CARD_MOST:
                if run:
                    yield tuple(run)
                run = []
            if question.is_group:
                yield (question,)
            else:
                run.append(question)
        if run:
            yield tuple(run)

    def _is_asked(self, question: Question) -> bool:
        return self._wanted(question) and is_shown(
            self._opened.template, question, self._section.id, self._opened.answers
        )

    def _show_asked(self) -> None:
        before = self._shown
        for card, questions in self._cards.items():
            for question in questions:
                field, asked = self.fields.get(self._path(question)), self._is_asked(question)
                if field is not None:
                    field.setVisible(asked)
                elif asked:
                    self._make(question, card)
                    self.fields[self._path(question)].setVisible(True)
            card.show_fields([one for one in map(self._field, questions) if one is not None])
        if before and before != self._shown:
            self._put_in_order()

    @property
    def _shown(self) -> list[str]:
        return [path for path, field in self.fields.items() if not field.isHidden()]

    def _field(self, question: Question) -> Field | None:
        return self.fields.get(self._path(question))

    def _put_in_order(self) -> None:
        """Have fields that were made later stand where they are asked, also for the Tab key."""
        for path in map(self._path, self._asked):
            if path in self.fields:
                self.fields[path] = self.fields.pop(path)
        put_in_order(self)

    def _take_batch(self, batch: Batch) -> None:
        roots = {change.path.partition("[")[0] for change in batch.changes}
        for root in roots & self.fields.keys():
            self.fields[root].refresh()
        about = {
            root.partition(".")[2] for root in roots if root.startswith((EVIDENCE, MARKS, NOTES))
        }
        for path in self.fields if REGISTER in roots else about & self.fields.keys():
            self.fields[path].refresh_about()
        if any(question.show_if for question in self._asked):
            self._show_asked()

    def _show_findings(self) -> None:
        for path, field in self.fields.items():
            field.show_findings(self._watcher.findings(path))
