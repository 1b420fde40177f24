"""A declared form: the questions of a section as cards, in the order of the template."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from roadmapper.proposal.change import Batch
from roadmapper.proposal.facts import is_shown
from roadmapper.proposal.path import EVIDENCE, NOTES
from roadmapper.template.model import Question, Section
from ui.body import Body, Wanted, everything
from ui.evidence import REGISTER
from ui.field import Field
from ui.fields.kinds import has_editor
from ui.opened import Opened
from ui.parts.cards import Card
from ui.parts.layouts import STRETCH, column
from ui.watcher import Watcher

_CARD_MOST = 6
"""Questions that share a card; more make it hard to see where one is."""


class Form(Body):
    """The questions of a section, or those of them named in `only`.

    Hidden questions keep their answers; they come back when their condition holds again.
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
        self.fields = dict(self._make_fields())
        self._cards = [_FieldCard(fields, self) for fields in self._grouped()]
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
        field = self.fields.get(path.partition("[")[0])
        if field is None:
            return False
        if field.isHidden():
            self.show_wanted(everything)
        field.focus(path)
        return True

    # --- inside ----------------------------------------------------------------------------------

    def _make_fields(self) -> Iterator[tuple[str, Field]]:
        for question in self._asked:
            path = f"{self._section.id}.{question.id}"
            field = Field(question, path, self._opened, self)
            field.edited.connect(self._opened.bridge.set)
            field.focused.connect(self._take_focus)
            yield path, field

    def _take_focus(self, path: str) -> None:
        for field in self.fields.values():
            field.set_current(field.path == path)
        self.focused.emit(path)

    def _grouped(self) -> Iterator[tuple[Field, ...]]:
        """Yield the fields that share a card: tables have one of their own."""
        run: list[Field] = []
        for field in self.fields.values():
            if field.question.is_group or len(run) == _CARD_MOST:
                if run:
                    yield tuple(run)
                run = []
            if field.question.is_group:
                yield (field,)
            else:
                run.append(field)
        if run:
            yield tuple(run)

    def _is_asked(self, question: Question) -> bool:
        return self._wanted(question) and is_shown(
            self._opened.template, question, self._section.id, self._opened.answers
        )

    def _show_asked(self) -> None:
        for field in self.fields.values():
            field.setVisible(self._is_asked(field.question))
        for card in self._cards:
            card.arrange()

    def _take_batch(self, batch: Batch) -> None:
        roots = {change.path.partition("[")[0] for change in batch.changes}
        for root in roots & self.fields.keys():
            self.fields[root].refresh()
        for path, field in self.fields.items():
            if REGISTER in roots or roots & {f"{about}.{path}" for about in (EVIDENCE, NOTES)}:
                field.refresh_about()
        if any(question.show_if for question in self._asked):
            self._show_asked()

    def _show_findings(self) -> None:
        for path, field in self.fields.items():
            field.show_findings(self._watcher.findings(path))


class _FieldCard(Card):
    """A card with fields in two columns, as far as they are short."""

    def __init__(self, fields: Sequence[Field], parent: QWidget) -> None:
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(14)
        super().__init__(self._grid, parent, margins=(18, 16, 18, 16))
        self._fields = fields
        self._is_narrow = False
        for at in (0, 1):
            self._grid.setColumnStretch(at, 1)

    def minimumSizeHint(self) -> QSize:
        """Ask for the width of one column only; two stand side by side where there is room."""
        margins = self._grid.contentsMargins()
        widest = max((field.minimumSizeHint().width() for field in self._fields), default=0)
        hint = super().minimumSizeHint()
        hint.setWidth(widest + margins.left() + margins.right())
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take one column or two."""
        super().resizeEvent(event)
        if self._has_room(event.size().width()) is self._is_narrow:
            self.arrange()

    def arrange(self) -> None:
        """Place the fields that are shown; two short ones stand side by side."""
        self._is_narrow = not self._has_room(self.width())
        for field in self._fields:
            self._grid.removeWidget(field)
        places = tuple(_one_column(self._shown) if self._is_narrow else _two_columns(self._shown))
        self.setVisible(bool(places))
        for field, line, side, span in places:
            self._grid.addWidget(field, line, side, 1, span)

    @property
    def _shown(self) -> list[Field]:
        return [field for field in self._fields if not field.isHidden()]

    def _has_room(self, width: int) -> bool:
        """Return whether nothing is cut where two fields stand side by side."""
        widest = [0, 0]
        for field, _line, side, span in _two_columns(self._shown):
            if span == 1:
                widest[side] = max(widest[side], field.minimumSizeHint().width())
        margins = self._grid.contentsMargins()
        around = margins.left() + margins.right() + self._grid.horizontalSpacing()
        return sum(widest) + around <= width


Place = tuple[Field, int, int, int]
"""A field with its line, its column and how many columns it takes."""


def _one_column(fields: Sequence[Field]) -> Iterator[Place]:
    for line, field in enumerate(fields):
        yield field, line, 0, 2


def _two_columns(fields: Sequence[Field]) -> Iterator[Place]:
    line, side = 0, 0
    for at, field in enumerate(fields):
        beside = at + 1 < len(fields) and fields[at + 1].is_short
        if field.is_short and (side == 1 or beside):
            yield field, line, side, 1
            line, side = (line + 1, 0) if side else (line, 1)
        else:
            line, side = (line + 1, 0) if side else (line, 0)
            yield field, line, 0, 2
            line += 1
