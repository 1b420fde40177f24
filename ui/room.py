"""How rail, step and guidance share the width of the window; what is done by hand wins."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.beside import Beside
from ui.guidance import Guidance
from ui.outlet import Outlet
from ui.page import Page
from ui.rail import Rail
from ui.topbar import TopBar

_NARROW = 1200
"""Pixels below which rail and guidance give room to the step."""


class Housed(Protocol):
    """What has to fit into the window."""

    rail: Rail
    topbar: TopBar
    guidance: Guidance
    outlet: Outlet

    @property
    def page(self) -> Page:
        """The step that is shown."""

    def width(self) -> int:
        """Return the width there is."""


class Room(QObject):
    """Shows or hides guidance and titles of the rail by the width, until a person does."""

    def __init__(self, housed: Housed, middle: QHBoxLayout, parent: QWidget) -> None:
        super().__init__(parent)
        self._housed = housed
        self._beside = Beside(housed.guidance, housed.outlet.desk, middle)
        self._compact: bool | None = None
        self._guided: bool | None = None
        housed.rail.collapse_asked.connect(self.toggle_rail)
        housed.topbar.guidance_asked.connect(self.toggle_guidance)
        housed.outlet.framed.connect(self.fit)

    def toggle_guidance(self) -> None:
        """Show or hide the guidance; by hand wins over what the step would do."""
        guidance = self._housed.guidance
        self._guided = guidance.isHidden()
        guidance.setVisible(self._guided)

    def toggle_rail(self) -> None:
        """Show rings only, or titles too; by hand wins over the width of the window."""
        self._compact = not self._housed.rail.is_compact
        self._housed.rail.set_compact(self._compact)

    def take_page(self, page: Page) -> None:
        """Give a step that was come to its room."""
        housed = self._housed
        page.fit(housed.width())
        if self._guided is None and not self._is_narrow and not housed.outlet.desk.is_open:
            # Steps with a page of their own need all the room there is.
            housed.guidance.setVisible(not page.is_roomy)

    def fit(self) -> None:
        """Fit everything to the width there is."""
        housed, narrow = self._housed, self._is_narrow
        compact = narrow if self._compact is None else self._compact
        housed.rail.set_compact(compact or housed.outlet.is_exporting)
        housed.topbar.fit(housed.width())
        self._beside.fit(narrow=narrow)
        housed.page.fit(housed.width())
        housed.outlet.desk.fit(housed.width())

    @property
    def _is_narrow(self) -> bool:
        return self._housed.width() < theme.px(_NARROW)
