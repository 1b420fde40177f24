"""A column that scrolls inside a sheet or a panel."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget

from ui import theme
from ui.parts.layouts import STRETCH, column, holder


def scrolled(layout: QLayout, parent: QWidget | None = None, *, height: int = 0) -> QScrollArea:
    """Return a scroll area around a layout, of a fixed height if one is given."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    if height:
        area.setFixedHeight(theme.px(height))
    inner = holder(column(layout, STRETCH))
    area.setWidget(inner)
    # Qt fills what is put into a scroll area; only after that can it be told not to.
    inner.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
