"""The steps that are built, one of them shown."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from roadmapper.template.model import Section
from ui.opened import Opened
from ui.page import Page
from ui.pages.review import ReviewPage
from ui.watcher import Watcher

_KEPT = 3
"""Pages that stay built; a page takes a moment to build and memory to keep."""


PAGES: Mapping[str, type[Page]] = {"review": ReviewPage}
"""Sections with a page of their own; all others are declared forms."""


class PageStack(QStackedWidget):
    """Builds a step when it is first shown and keeps the last few.

    Signals:
        focused: the cursor came into a field; carries its address.
        go_asked: an address elsewhere to go to.
        built: a page was built.
    """

    focused = Signal(str)
    go_asked = Signal(str)
    built = Signal(Page)

    def __init__(self, opened: Opened, watcher: Watcher, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._opened = opened
        self._watcher = watcher
        self._pages: dict[str, Page] = {}
        self._left: set[str] = set()

    def page(self, section: str) -> Page:
        """Return a step that is built."""
        return self._pages[section]

    def show_section(self, section: Section) -> Page:
        """Show a step, built if need be, and return it."""
        page = self._pages.pop(section.id, None) or self._built(section)
        self._pages[section.id] = page
        self._drop_old()
        self.setCurrentWidget(page)
        return page

    def leave(self, section: str) -> None:
        """Note that a step was left, so that it tells what is wrong when one comes back."""
        self._left.add(section)
        if section in self._pages:
            self._pages[section].tell_wrong()

    def flush(self) -> None:
        """Keep everything that was typed on any step."""
        for page in self._pages.values():
            page.flush()

    def _built(self, section: Section) -> Page:
        make = PAGES.get(section.id, Page)
        page = make(section, self._opened, self._watcher, self)
        page.focused.connect(self.focused)
        page.go_asked.connect(self.go_asked)
        self.addWidget(page)
        if section.id in self._left:
            page.tell_wrong()
        self.built.emit(page)
        return page

    def _drop_old(self) -> None:
        while len(self._pages) > _KEPT:
            page = self._pages.pop(next(iter(self._pages)))
            self.removeWidget(page)
            page.deleteLater()
