"""The window: all proposals, or one that is open."""

from collections.abc import Callable
from datetime import datetime
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from ui import theme
from ui.clock import now
from ui.home.deeds import Deeds
from ui.home.view import Home
from ui.journeys import Journeys
from ui.keys import Keys
from ui.languages import use_language
from ui.settings import Settings, save_settings
from ui.tasks import Tasks
from ui.toasts import Toasts
from ui.unsaved import Unsaved
from ui.words import _

if TYPE_CHECKING:
    from ui.doings import Doings
    from ui.exporting import Exporter, Wish
    from ui.opened import Opened
    from ui.proposal_menu import ProposalMenu
    from ui.tour import Tour
    from ui.wizard import Wizard


def _app() -> QApplication:
    return cast("QApplication", QApplication.instance())


class Window(QMainWindow):
    """The window of the program."""

    def __init__(
        self,
        settings: Settings,
        kept_in: Path,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], datetime] = now,
    ) -> None:
        super().__init__(parent)
        self.settings = settings
        self._kept_in = kept_in
        self._clock = clock
        self.setWindowTitle("Roadmapper")
        self.tasks = Tasks(self)
        self.toasts = Toasts(self)
        self.journeys = Journeys(self, settings, self.tasks, self.toasts, clock, own=kept_in.parent)
        self.stack = QStackedWidget(self)
        self.setCentralWidget(self.stack)
        self.wizard: Wizard | None = None
        self._tour: Tour | None = None
        use_language(settings.language)
        self._choose_theme()
        self._take_size()
        self.deeds = Deeds(self, clock)
        self.keys = Keys(self)
        # The list is read beside the window while Home is made.
        self.journeys.refresh()
        self.home = self._make_home()
        self.journeys.opened.connect(self._show_opened)
        self.journeys.recent_changed.connect(self._keep)
        self.unsaved = Unsaved(self)
        theme.dress(_app())

    @cached_property
    def doings(self) -> "Doings":
        """What does what a command says."""
        # Loaded late: Home is painted before the first command.
        from ui.doings import Doings  # noqa: PLC0415

        return Doings(self)

    @cached_property
    def exporter(self) -> "Exporter":
        """What saves documents."""
        # Loaded late: only an open proposal is exported.
        from ui.exporting import Exporter  # noqa: PLC0415

        return Exporter(self, self.tasks, self.toasts, self._clock)

    @cached_property
    def menu(self) -> "ProposalMenu":
        """What concerns the open proposal as a whole."""
        # Loaded late: only an open proposal has this menu.
        from ui.proposal_menu import ProposalMenu  # noqa: PLC0415

        return ProposalMenu(self, self._clock)

    # --- going about -----------------------------------------------------------------------------

    def open_proposal(self, path: Path) -> None:
        """Open a proposal and show its steps."""
        self.journeys.open(path)

    def go_home(self) -> None:
        """Keep what was typed, give up the file and show all proposals."""
        if not self.unsaved.may_leave(self.go_home):
            return
        self._close_proposal()
        self.stack.setCurrentWidget(self.home)
        self.journeys.refresh()

    def show_settings(self) -> None:
        """Show the settings."""
        # Loaded late: Home shows no dialog at first.
        from ui.settings_sheet import SettingsSheet  # noqa: PLC0415

        sheet = SettingsSheet(self, self.settings)
        sheet.changed.connect(self.take_settings)
        sheet.rebuild_asked.connect(self.rebuild)
        sheet.open()

    def take_settings(self, settings: Settings) -> None:
        """Put changed settings in force and keep them."""
        before = self.settings
        self._keep(settings)
        self.journeys.settings = settings
        if (settings.theme, settings.motion) != (before.theme, before.motion):
            self.take_theme()
        use_language(settings.language)
        if self.wizard is not None:
            self.wizard.opened.session.author = settings.author
        if settings.scale != before.scale:
            self.take_theme()
            self.rebuild()

    def show_tour(self) -> None:
        """Show the short tour of the open proposal."""
        # Loaded late: the tour leads through an open proposal.
        from ui.tour import Tour, stops_of  # noqa: PLC0415

        if self.wizard is not None and self._tour is None:
            self._tour = Tour(self, stops_of(self.wizard))
            self._tour.ended.connect(self._note_tour)

    def take_theme(self) -> None:
        """Put the theme of the settings in force, or that of the desktop if they follow it."""
        self._choose_theme()
        theme.dress(_app())

    def rebuild(self) -> None:
        """Build everything anew, as another setting asks; the open proposal comes back."""
        if not self.unsaved.may_leave(self.rebuild):
            return
        path = self.wizard.opened.path if self.wizard else None
        here = QApplication.focusWidget()
        section = self.wizard.section.id if self.wizard else ""
        reading = self.wizard.opened.reading if self.wizard else ""
        self._close_proposal()
        self.stack.removeWidget(self.home)
        self.home.deleteLater()
        self.home = self._make_home()
        self.journeys.refresh()
        if path is not None:
            self.journeys.open(path, reading=reading)
            if self.wizard is not None:
                self.wizard.go(section)
        # One is in the settings, and stays there.
        if here is not None and here.isVisible():
            here.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep everything and end running work; what cannot be kept is asked about."""
        if not self.unsaved.may_leave(self.close):
            event.ignore()
            return
        self._close_proposal()
        if not self.isMaximized():
            self._keep(self.settings._replace(width=self.width(), height=self.height()))
        self.tasks.close()
        super().closeEvent(event)

    # --- inside ----------------------------------------------------------------------------------

    def _make_home(self) -> Home:
        home = Home(self._clock, self.tasks, self.stack)
        self.stack.addWidget(home)
        home.opened.connect(self.journeys.open)
        home.new_asked.connect(self.journeys.ask_new)
        home.sample_asked.connect(self.journeys.open_sample)
        home.file_asked.connect(self.journeys.ask_file)
        home.settings_asked.connect(self.show_settings)
        home.delete_asked.connect(self.journeys.ask_delete)
        self.deeds.serve(home)
        self.journeys.listed.connect(home.show_entries)
        return home

    def _show_opened(self, opened: "Opened", section: str = "") -> None:
        # Loaded late: the steps are most of the window, and Home stands before them.
        from ui.wizard import Wizard  # noqa: PLC0415

        if not self.unsaved.may_leave(partial(self.open_proposal, opened.path)):
            opened.close()
            return
        self._close_proposal()
        theme.load_fonts()
        wizard = Wizard(opened, self.tasks, self.stack, paper=self.settings.paper)
        wizard.outlet.save_asked.connect(self._ask_save)
        wizard.home_asked.connect(self.go_home)
        wizard.settings_asked.connect(self.show_settings)
        wizard.search_asked.connect(self.doings.search)
        wizard.menu_asked.connect(self.menu.show)
        wizard.refused.connect(partial(self.toasts.warn, _("This was not kept")))
        wizard.not_kept.connect(self.unsaved.tell)
        opened.bridge.kept.connect(self.unsaved.end)
        self.wizard = wizard
        self.stack.addWidget(wizard)
        self.stack.setCurrentWidget(wizard)
        if section:
            wizard.go(section)
        client = opened.text("deal.health_system")
        self.setWindowTitle(f"{client or opened.path.stem} - Roadmapper")
        if opened.file.left is not None:
            self.unsaved.tell_recovered(opened)
        self.menu.files.take(wizard)
        if not self.settings.tour_seen:
            # The steps need their places before the tour can point at them.
            QTimer.singleShot(0, self, self.doings.welcome)

    def _note_tour(self) -> None:
        self._tour = None
        self.take_settings(self.settings._replace(tour_seen=True))

    def _ask_save(self, wish: "Wish", must_fix: int) -> None:
        if self.wizard is not None:
            self.exporter.ask(self.wizard.opened, wish, must_fix)

    def _close_proposal(self) -> None:
        if self.wizard is None:
            return
        if self._tour is not None:
            self._tour.end()
        wizard, self.wizard = self.wizard, None
        wizard.flush()
        wizard.outlet.end()
        wizard.opened.close()
        self.stack.removeWidget(wizard)
        wizard.deleteLater()
        self.setWindowTitle("Roadmapper")

    def _choose_theme(self) -> None:
        settings = self.settings
        theme.choose(_app(), settings.mode, scale=settings.scale, motion=settings.motion)

    def _take_size(self) -> None:
        layout = theme.tokens()["layout"]["window"]
        self.setMinimumSize(*layout["min"])
        width, height = layout["default"]
        wanted = QSize(self.settings.width or width, self.settings.height or height)
        self.resize(wanted.boundedTo(self.screen().availableSize()).expandedTo(self.minimumSize()))

    def _keep(self, settings: Settings) -> None:
        self.settings = settings
        try:
            save_settings(settings, self._kept_in)
        except OSError:
            self.toasts.warn(
                _("The settings could not be kept"),
                _("{parent} cannot be written.").format(parent=self._kept_in.parent),
            )
