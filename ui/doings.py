"""The commands of the window: what each is called, which keys it has, what it does."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ui.commands import Command
from ui.words import _, ngettext

if TYPE_CHECKING:
    from ui.proposal_menu import ProposalMenu
    from ui.window import Window
    from ui.wizard import Wizard

_STEP_KEYS = ("1", "2", "3", "4", "5", "6", "7", "8", "9", "", "", "", "0")
"""Steps 1 to 9 and the last one have a key of their own."""


class Doings(QObject):
    """Does what a command says, with the proposal that is open."""

    def __init__(self, window: "Window") -> None:
        super().__init__(window)
        self._window = window

    def commands(self) -> tuple[Command, ...]:
        """Return all commands, the steps of the open proposal excepted."""
        return (*self._about_proposals(), *self._inside(), *self._steps())

    def search(self) -> None:
        """Open the palette."""
        # Loaded late: it looks into proposals, which Home does not.
        from ui.finding import groups  # noqa: PLC0415
        from ui.palette import Palette  # noqa: PLC0415

        if self._window.wizard is not None:
            self._window.wizard.flush()
        window = self._window
        last = window.settings.last_commands
        found = groups(self.commands(), window.wizard, last=last, used=self._note_used)
        palette = Palette(window, found)
        palette.guide_asked.connect(self._search_guide)
        palette.open()

    def _note_used(self, label: str) -> None:
        self._window.take_settings(self._window.settings.with_command(label))

    def _search_guide(self, words: str) -> None:
        if self._window.wizard is not None:
            self._window.wizard.search_guide(words)

    def welcome(self) -> None:
        """Ask once who sits here, then show the tour."""
        # Loaded late: it is needed once.
        from ui.introduction import Introduction  # noqa: PLC0415

        window = self._window
        if window.wizard is None or window.settings.author:
            window.show_tour()
            return
        asked = Introduction(window, window.settings)
        asked.told.connect(window.take_settings)
        asked.told.connect(window.rebuild)
        # The steps are built anew for the role; the tour waits for them.
        asked.told.connect(window.show_tour, Qt.ConnectionType.QueuedConnection)
        asked.closed.connect(window.show_tour)
        asked.open()

    def _about_proposals(self) -> tuple[Command, ...]:
        window, journeys = self._window, self._window.journeys
        return (
            _always(_("New proposal"), journeys.ask_new, "plus", "Ctrl+N"),
            _always(_("Open a proposal"), journeys.ask_file, "folder-open", "Ctrl+O"),
            _always(_("Open the sample"), journeys.open_sample, "book-open"),
            _always(_("Search or run a command"), self.search, "search", "Ctrl+K"),
            _always(_("Find"), self._find, "search", "Ctrl+F"),
            _always(_("Keyboard"), self._show_keys, "keyboard", "Ctrl+/"),
            _always(_("Settings"), window.show_settings, "settings", "Ctrl+,"),
            _always(_("About Roadmapper"), self._show_about, "info"),
            Command(_("History"), self._with_menu(lambda menu: menu.show_history()), (), "history"),
            Command(
                _("Save a copy"),
                self._with_menu(lambda menu: menu.save_copy()),
                ("Ctrl+Shift+S",),
                "copy",
            ),
            Command(
                _("Merge a copy"),
                self._with_menu(lambda menu: menu.files.homecoming.ask_copy()),
                (),
                "git-branch",
            ),
            Command(
                _("Backups"),
                self._with_menu(lambda menu: menu.files.show_backups()),
                (),
                "rotate-ccw",
            ),
            Command(
                _("Check an exported file"),
                self._with_menu(lambda menu: menu.check_export()),
                (),
                "file-output",
            ),
            Command(_("Take the tour"), window.show_tour, (), "flag"),
            Command(_("All proposals"), window.go_home, (), "layout-grid"),
        )

    def _inside(self) -> tuple[Command, ...]:
        here = self._in_proposal
        return (
            Command(_("Find and replace"), here(self._replace), ("Ctrl+H",), "replace"),
            Command(_("Save now"), here(lambda wizard: wizard.flush()), ("Ctrl+S",), "check"),
            Command(_("Undo"), here(lambda wizard: wizard.undo()), ("Ctrl+Z",), "undo-2"),
            Command(
                _("Redo"), here(lambda wizard: wizard.redo()), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo-2"
            ),
            Command(_("Next step"), here(_next), ("Ctrl+PgDown",)),
            Command(_("Previous step"), here(_back), ("Ctrl+PgUp",), "arrow-left"),
            Command(
                _("Next open question"), here(lambda wizard: wizard.go_to_open()), ("F8", "Ctrl+.")
            ),
            Command(_("Preview"), here(_preview), ("Ctrl+P",), "eye"),
            Command(_("Preview in full screen"), here(_screen), ("F11",), "maximize"),
            Command(_("Export"), here(_export), ("Ctrl+E",), "file-output"),
            Command(_("Main button"), here(_primary), ("Ctrl+Return", "Ctrl+Enter")),
            Command(
                _("Guidance"),
                here(lambda wizard: wizard.room.toggle_guidance()),
                ("F1",),
                "panel-right",
            ),
            Command(_("Next part of the window"), here(_next_region), ("F6",)),
            Command(_("Previous part of the window"), here(_previous_region), ("Shift+F6",)),
            Command(
                _("Step titles"),
                here(lambda wizard: wizard.room.toggle_rail()),
                ("Ctrl+\\",),
                "panel-left-close",
            ),
        )

    def _with_menu(self, act: "Callable[[ProposalMenu], None]") -> Callable[[], None]:
        # The menu of a proposal is loaded when the first of its commands is used.
        return lambda: act(self._window.menu)

    def _show_about(self) -> None:
        # Loaded late: Home shows no dialog at first.
        from ui.about import About  # noqa: PLC0415

        About(self._window).open()

    def _show_keys(self) -> None:
        # Loaded late: Home shows no dialog at first.
        from ui.keyboard_map import KeyboardMap  # noqa: PLC0415

        KeyboardMap(self._window, self.commands()).open()

    def _find(self) -> None:
        """Find a proposal on Home, a text in the proposal that is open."""
        if self._window.wizard is None:
            self._window.home.start_search()
        else:
            self._replace(self._window.wizard)

    def _replace(self, wizard: "Wizard") -> None:
        # Loaded late: only an open proposal needs it.
        from ui.replace import Replace  # noqa: PLC0415

        wizard.flush()
        dialog = Replace(self._window, wizard.opened)
        dialog.replaced.connect(self._say_replaced)
        dialog.open()

    def _say_replaced(self, count: int) -> None:
        words = ngettext("One answer changed", "{count} answers changed", count).format(count=count)
        toast = self._window.toasts.say(
            words, _("One step of undo brings them back."), action=_("Undo")
        )
        if self._window.wizard is not None:
            toast.acted.connect(self._window.wizard.undo)
            toast.acted.connect(toast.go)

    def _steps(self) -> tuple[Command, ...]:
        return tuple(
            Command(
                _("Go to step {number}").format(number=at + 1),
                partial(self._go, at),
                (f"Ctrl+{key}",) if key else (),
            )
            for at, key in enumerate(_STEP_KEYS)
        )

    def _go(self, at: int) -> None:
        wizard = self._window.wizard
        if wizard is not None and at < len(wizard.sections):
            wizard.go(wizard.sections[at].id)

    def _in_proposal(self, act: "Callable[[Wizard], None]") -> Callable[[], None]:
        def do() -> None:
            if self._window.wizard is not None:
                act(self._window.wizard)

        return do


def _next(wizard: "Wizard") -> None:
    wizard.step(1)


def _back(wizard: "Wizard") -> None:
    wizard.step(-1)


def _preview(wizard: "Wizard") -> None:
    wizard.outlet.toggle_preview()


def _screen(wizard: "Wizard") -> None:
    wizard.outlet.toggle_screen()


def _export(wizard: "Wizard") -> None:
    wizard.outlet.show_export()


def _primary(wizard: "Wizard") -> None:
    wizard.outlet.primary()


def _always(label: str, act: Callable[[], None], icon: str, *keys: str) -> Command:
    return Command(label, act, keys, icon, in_proposal=False)


def _next_region(wizard: "Wizard") -> None:
    # Loaded late: only an open proposal has parts to go between.
    from ui.regions import next_region  # noqa: PLC0415

    next_region(wizard)


def _previous_region(wizard: "Wizard") -> None:
    # Loaded late: only an open proposal has parts to go between.
    from ui.regions import previous_region  # noqa: PLC0415

    previous_region(wizard)
