"""Fields in one or two columns: two short ones stand side by side."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout

from ui.field import Field


class FieldGrid(QGridLayout):
    """Places fields; `arrange` may be called again when some are hidden or shown."""

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = fields
        self.setHorizontalSpacing(12)
        self.setVerticalSpacing(14)

    def arrange(self, *, narrow: bool = False) -> bool:
        """Place the fields that are shown, and return whether there are any."""
        shown = [field for field in self._fields if not field.isHidden()]
        for field in self._fields:
            self.removeWidget(field)
        for at in (0, 1):
            self.setColumnStretch(at, 0 if narrow and at else 1)
        line, side = 0, 0
        for at, field in enumerate(shown):
            beside = at + 1 < len(shown) and shown[at + 1].is_short
            if not narrow and field.is_short and (side == 1 or beside):
                self.addWidget(field, line, side)
                line, side = (line + 1, 0) if side else (line, 1)
            else:
                line, side = (line + 1, 0) if side else (line, 0)
                self.addWidget(field, line, 0, 1, 1 if narrow else 2)
                line += 1
        return bool(shown)
