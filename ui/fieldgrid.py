"""Fields in one or two columns, by themselves or on a card."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from roadmapper.template.kinds import Kind
from ui.field import Field
from ui.parts.cards import Card

Place = tuple[Field, int, int, int]
"""A field with its line, its column and how many columns it takes."""


class FieldGrid(QGridLayout):
    """Places fields; `arrange` may be called again when some are hidden or shown."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = fields
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(14)

    @property
    def shown(self) -> list[Field]:
        """The fields that are not hidden."""
        return [field for field in self._fields if not field.isHidden()]

    def arrange(self, *, narrow: bool = False) -> bool:
        """Place the fields that are shown, and return whether there are any."""
        for field in self._fields:
            self.removeWidget(field)
        for at in (0, 1):
            self.setColumnStretch(at, 0 if narrow and at else 1)
        places = tuple(_one_column(self.shown) if narrow else _two_columns(self.shown))
        for field, line, side, span in places:
            self.addWidget(field, line, side, 1, span)
        return bool(places)

    def has_room(self, width: int) -> bool:
        """Return whether nothing is cut where two fields stand side by side."""
        widest = [0, 0]
        for field, _line, side, span in _two_columns(self.shown):
            if span == 1:
                widest[side] = max(widest[side], field.minimumSizeHint().width())
        margins = self.contentsMargins()
        around = margins.left() + margins.right() + self.horizontalSpacing()
        return sum(widest) + around <= width


class FieldCard(Card):
    """A card with fields in two columns, as far as they are short and there is room."""

    def __init__(self, parent: QWidget) -> None:
        self._fields: list[Field] = []
        self._grid = FieldGrid(self._fields)
        self._is_narrow = False
        super().__init__(self._grid, parent, margins=(18, 16, 18, 16))

    def show_fields(self, fields: Sequence[Field]) -> None:
        """Show fields that were made on this card, in this order."""
        self._fields[:] = fields
        self.arrange()

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
        if self._grid.has_room(event.size().width()) is self._is_narrow:
            self.arrange()

    def arrange(self) -> None:
        """Place the fields that are shown; a card without any is hidden."""
        self._is_narrow = not self._grid.has_room(self.width())
        self.setVisible(self._grid.arrange(narrow=self._is_narrow))


def _one_column(fields: Sequence[Field]) -> Iterator[Place]:
    for line, field in enumerate(fields):
        yield field, line, 0, 1


def _two_columns(fields: Sequence[Field]) -> Iterator[Place]:
    line, side = 0, 0
    for at, field in enumerate(fields):
        beside = at + 1 < len(fields) and fields[at + 1].is_short
        if field.is_short and (side == 1 or beside):
            yield field, line, side, 1
            line, side = (line + 1, 0) if side else (line, 1)
        else:
            line, side = (line + 1, 0) if side else (line, 0)
            yield field, line, 0, 1 if _is_figure(field) else 2
            line += 1


def _is_figure(field: Field) -> bool:
    """Return whether an answer is so short that a whole line would look empty."""
    return field.is_short and field.question.kind is not Kind.LINE
